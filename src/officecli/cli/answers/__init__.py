"""What an act answered, for people and for programs.

The sentences of an answer stand in the room of its subject, in a function that is called as the answer is: those of `items.done.Closed` in
`items.closed`. So nothing is imported but what was done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any

from officecli.i18n import _
from officecli.typed.day_said import DaySeen

if TYPE_CHECKING:
    from officecli.actions.answer import Answer


def sentences(done: Iterable[Answer]) -> Iterator[str]:
    """Every answer in words, a line each; one without words says where they are to stand."""
    for answer in done:
        place, name = words_place(type(answer))
        words: Callable[[Any], Iterable[str]] | None = getattr(import_module(place), name, None)
        yield from (
            map(_ended_once, words(answer)) if words else [_("It is done, and the words for it are missing: {place}").format(place=f"{place}.{name}")]
        )


def _ended_once(sentence: str) -> str:
    """A sentence that ends in a matter with an end of its own (可否租车？) without a second one."""
    return re.sub(r"(?<=[。.？?！!])[。.]$", "", sentence)


def words_place(kind: type[Answer]) -> tuple[str, str]:
    """The module and the function that hold the words of a kind of answer."""
    subject = kind.__module__.split(".")[2]
    return f"{__name__}.{subject}", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def data(answer: Answer) -> dict[str, Any]:
    """An answer as programs read it: what was done, and its values; days in ISO format, codes untranslated."""
    return {"act": answer.act(), **_plain(answer)}


def is_about(answer: Answer, number: str) -> bool:
    """Whether an answer speaks of the item of this number, or of none that could be named."""
    named = (getattr(answer, "number", None), *getattr(answer, "numbers", ()))
    return number in named or not any(named)


def _plain(value: Any) -> Any:
    if isinstance(value, DaySeen):
        return value.day.isoformat()
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value
