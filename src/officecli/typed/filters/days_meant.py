"""Which days a value of a filter lets in; apart from the other values, since it alone waits for the grammar of dates."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.filter_keys import Key
from officecli.store.read.reader import Reader
from officecli.typed.dates import almanac
from officecli.typed.dates.beginnings import begins, ends
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.view import View
from officecli.typed.filters.faults import fault
from officecli.typed.filters.tree import Value

Ends = tuple[str | None, str | None]
"""From and up to what, both inclusive, ISO days; None for no end."""


def days_meant(by: Reader, key: Key, value: Value) -> Ends:
    """The days that a value lets in; a month, quarter, year or week is all of its days. Raises BadInput for what is no day, with its place."""
    if value.sign == "..":
        first = _span(by, key, value.text, value)[0].isoformat() if value.text else None
        last = _span(by, key, value.upto, value)[1].isoformat() if value.upto else None
        if first and last and first > last:
            raise fault(
                value.place, _("{first} is after {last}, so nothing can fit.").format(first=first, last=last), _("Give the earlier day first.")
            )
        return first, last
    first_day, last_day = _span(by, key, value.text, value)
    match value.sign:
        case "<":
            return None, (first_day - timedelta(days=1)).isoformat()
        case "<=":
            return None, last_day.isoformat()
        case ">":
            return (last_day + timedelta(days=1)).isoformat(), None
        case ">=":
            return first_day.isoformat(), None
        case _:
            return first_day.isoformat(), last_day.isoformat()


def _span(by: Reader, key: Key, text: str, value: Value) -> tuple[date, date]:
    """The first and the last day that a text names."""
    days = almanac(by)
    try:
        found = read_typed(text, View(days, by.today, by.today, "past" if key.past else "near"))
    except BadInput as error:
        raise fault(value.place, error.what, error.fix) from error
    return begins(found), ends(found)
