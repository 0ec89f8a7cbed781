"""A row of a table as a command holds it, and the columns of the table as they were declared (see `model.declaring`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import Any, ClassVar, get_args

ONLY_THROUGH_CHANGE = "rows are changed through the methods of Change only, or they would be missing from the trail"


class Said:
    """One of SQLModel's words, and what it was given."""

    __slots__ = ("args", "named", "word")

    def __init__(self, word: str, args: tuple[Any, ...], named: dict[str, Any]) -> None:
        self.word, self.args, self.named = word, args, named


def taken_down(word: str) -> Callable[..., Said]:
    """The word as a file of `model` says it."""
    return lambda *args, **named: Said(word, args, named)


class Row:
    """A row: it has every column as an attribute, which only `Change` sets."""

    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Said, ...]] = ()

    def __init_subclass__(cls, *, table: bool) -> None:
        if "__tablename__" not in vars(cls):
            cls.__tablename__ = cls.__name__.lower()

    def __init__(self, values: dict[str, Any]) -> None:
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise RuntimeError(ONLY_THROUGH_CHANGE)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({vars(self)})"

    def model_dump(self, *, include: Collection[str] | None = None) -> dict[str, Any]:
        """The values by column."""
        return {name: value for name, value in vars(self).items() if include is None or name in include}


class Column:
    """What may stand in a column: values of exactly the type `kind`, and None where it is `optional`; without `required` there is a `default`.

    `least` and `most` bound a number, or the length of a text; a `pattern` takes the whole of it.
    """

    __slots__ = ("default", "kind", "least", "most", "name", "optional", "pattern", "required")

    def __init__(self, name: str, annotation: Any, said: Any) -> None:
        kinds = get_args(annotation) or (annotation,)
        self.name, self.kind, self.optional = name, kinds[0], len(kinds) > 1
        named = said.named if isinstance(said, Said) else {"default": said}
        self.required, self.default = "default" not in named, named.get("default")
        self.least = named.get("min_length", named.get("ge"))
        self.most = named.get("max_length", named.get("le"))
        self.pattern = re.compile(named["regex"]) if "regex" in named else None


_REQUIRED = Said("Field", (), {})


@cache
def columns(model: type[Any]) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    return tuple(Column(name, annotation, vars(model).get(name, _REQUIRED)) for name, annotation in vars(model)["__annotations__"].items())
