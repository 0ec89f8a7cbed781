"""Says that a person or unit a report is asked about is no longer here; the report would be empty without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from officecli.hints import Any
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.store.read.reader import Reader


def say_gone(read: Reader, filters: Mapping[str, Any]) -> Iterator[str]:
    """Of each unit that is asked for and was retired, and of each person who has left, as filters name them; of a past day nothing."""
    if read.as_of != read.today:
        return
    for name in _several(filters.get("unit")):
        if read.row("SELECT id FROM unit WHERE name = :name AND retired = 1", name=name):
            yield was_retired(name)
    for name in _several(filters.get("person")):
        if gone := read.row("SELECT name, left_on FROM person WHERE name_key = :key AND left_on IS NOT NULL", key=name_key(name)[:120]):
            yield _("{name} left on {day}.").format(name=gone["name"], day=gone["left_on"])


def was_retired(unit: str) -> str:
    """What is said of a unit that is asked for and is no more."""
    return _("{name} was retired, and nobody is in it any more; --as-of DAY shows a day on which it was there.").format(name=unit)


def _several(value: Any) -> Sequence[str]:
    """The names of a filter, of which there may be one, several or none."""
    return [value] if isinstance(value, str) and value else list(value or ())
