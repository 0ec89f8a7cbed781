"""A filter is refused with the place of the fault: the text, and under it what is meant."""

from __future__ import annotations

import unicodedata

from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.model.filter_keys import Key
from officecli.typed.filters.tree import Place

_AROUND = 30
"""So much of a long filter is shown on either side of the fault."""


def fault(place: Place, what: str, fix: str = "") -> BadInput:
    """The error of what stands at a place."""
    return BadInput(what, why=shown_at(place), fix=fix)


def tell_place(error: OfficeError, place: Place) -> None:
    """Let an error about a value, as of a name that nobody bears, say where the value stands."""
    error.why = error.why or shown_at(place)


def shown_at(place: Place) -> str:
    """Where it is, the filter, and a mark under the place; each on a line of its own."""
    text = "".join(" " if char.isspace() else char for char in place.source.text)
    first, last = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    before = ("… " if first else "") + text[first : place.start]
    shown = before + text[place.start : last] + (" …" if last < len(text) else "")
    said = _("In the view @{name}, at character {n}:") if place.source.view else _("At character {n} of the filter:")
    mark = " " * _cells(before) + "^" * max(1, _cells(text[place.start : place.end]))
    return "\n".join((said.format(name=place.source.view, n=place.start + 1), shown, mark))


def _cells(text: str) -> int:
    """How wide a text is in a window."""
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def example_of(key: Key) -> str:
    """An example of a key with what it takes."""
    return _("For example: {example}").format(example=_(key.example))
