from abc import ABC, abstractmethod
from typing import ClassVar, Generic, TypeVar

Arguments = TypeVar('Arguments')
RValue = TypeVar('RValue')


class UDFBase(Generic[Arguments, RValue], ABC):
    execute_async: ClassVar[bool] = False
    category: ClassVar[str | None] = None

    def __init__(self, validation_context: object, arguments: Arguments):
        pass

    @abstractmethod
    def execute(self, execution_context: object, arguments: Arguments) -> RValue:
        raise NotImplementedError
