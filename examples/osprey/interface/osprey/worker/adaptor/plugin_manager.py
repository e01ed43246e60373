from typing import Callable, TypeVar

Hook = TypeVar('Hook', bound=Callable[..., object])


def hookimpl_osprey(hook: Hook) -> Hook:
    return hook
