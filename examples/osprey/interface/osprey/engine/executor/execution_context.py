class ExecutionContext:
    pass
