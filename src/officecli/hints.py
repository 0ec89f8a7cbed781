"""The words of `typing` that annotations are made of, for all that a look loads:
loading `typing` itself is a fifteenth of a look, and nothing of it is asked there.

What else is asked at run time, as a command's `Annotated`, is typing's own.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import Literal as Literal
    from typing import NamedTuple as NamedTuple
    from typing import Never as Never
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import Self as Self
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypedDict as TypedDict
    from typing import TypeVar as TypeVar
    from typing import Unpack as Unpack
    from typing import cast as cast
    from typing import get_args as get_args
    from typing import overload as overload
else:

    class _Word:
        """A word of an annotation, to be put together with others and asked nothing but what it is made of."""

        def __init__(self, *of):
            self.__args__ = of

        def __getitem__(self, of):
            return _Word(*of) if isinstance(of, tuple) else _Word(of)

        def __or__(self, _other):
            return self

        __ror__ = __or__

    class _Named(type):
        """Makes a tuple with the names that a class declares, and with what else it has."""

        def __new__(cls, name, bases, of):
            if not bases:
                return super().__new__(cls, name, bases, of)
            from collections import namedtuple

            names = tuple(of.get("__annotations__", ()))
            made = namedtuple(name, names, defaults=[of[one] for one in names if one in of], module=of["__module__"])  # noqa: PYI024 what it is of is told to a type checker
            for told, thing in of.items():
                if told not in names:
                    setattr(made, told, thing)
            return made

    class NamedTuple(metaclass=_Named):
        """A tuple whose places have names."""

    class TypedDict(dict):
        """A dictionary whose keys are told to a type checker only."""

        def __init_subclass__(cls, *, total=True):
            pass

    IO = Any = BinaryIO = Literal = Never = NoReturn = Self = TextIO = TypeAlias = Unpack = _Word()

    class Protocol:
        """What a thing must have, told to a type checker only."""

    def TypeVar(name, **_told):
        return _Word(name)

    def cast(_kind, thing):
        return thing

    def get_args(kind):
        return kind.__args__

    def overload(told):
        return told
