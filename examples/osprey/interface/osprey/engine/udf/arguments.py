class ArgumentsBase:
    """Osprey makes one from a call in a rule; a test from the values themselves."""

    def __init__(self, **arguments: object):
        for name, value in arguments.items():
            setattr(self, name, value)
