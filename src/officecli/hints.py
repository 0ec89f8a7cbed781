"""The words of `typing` that annotations are made of, for all that a look loads: loading `typing` itself is a fifteenth of a look, and nothing of it is asked there.

What is asked at run time, a command's `Annotated` or the fields of a `NamedTuple`, is typing's own.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import Literal as Literal
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
