"""The days people type of an item: by when it is due, when something happened."""

from __future__ import annotations

import unicodedata
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.store.read.reader import Reader
from officecli.typed.dates import Reading, almanac, nearest, read_day


def read_deadline(text: str, *, issued: date, read: Reader, base: date | None = None) -> date:
    """The deadline somebody typed, counted from `base`, else from the issue day; raises BadInput where it is before the issue day."""
    return deadline_reading(text, issued=issued, read=read, base=base).day


def deadline_reading(text: str, *, issued: date, read: Reader, base: date | None = None) -> Reading:
    """The same with what was inferred."""
    found = read_day(text, base=base or issued, by=almanac(read))
    if found.day < issued:
        raise BadInput(
            _("The deadline {due} is before the issue day {issued}.").format(due=found.day.isoformat(), issued=issued.isoformat()),
            fix=_("Give a later deadline, or the true issue day with --issued."),
        )
    return found


def adds_to_deadline(text: str) -> bool:
    """Whether `text` says by how much a deadline moves, `+3wd`, and not on which day it is to be."""
    return unicodedata.normalize("NFKC", text).lstrip().startswith("+")


def read_past_day(text: str, *, read: Reader) -> date:
    """The day somebody typed for what has happened already; raises BadInput for one to come."""
    day = nearest.read_past_day(text, today=read.today, by=almanac(read))
    if day > read.today:
        raise BadInput(_("{day} is still to come.").format(day=day.isoformat()), fix=_("Give the day it happened: today, or one before."))
    return day
