"""One text, read as a day: what it says in full, in part, of several days, or why it says none."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from officecli.errors import BadInput
from officecli.light import replace
from officecli.near import asked_back
from officecli.patterns import pattern
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.no_days import refuse_no_day, refuse_pointer
from officecli.typed.dates.one_day import Reading, read_one
from officecli.typed.dates.other_numbers import without_other_numbers
from officecli.typed.dates.plain import plain
from officecli.typed.dates.refusals import NoDay, not_understood, quoted
from officecli.typed.dates.view import View

_SOON = timedelta(days=183)
_WAS_DUE = pattern(r"(?:was|were|had been) due\b")
"""Said of a day that has passed: of one to come, another has taken its place."""
_SLIPS_MAKE = frozenset({"unknown", "needs-issue-day"})
"""What a text with a slip of the pen is refused for: of Agust 7 it may be that only the 7 is understood."""
LONGEST = 120
"""Characters of a deadline with everything people write beside it."""


def read(text: str, view: View) -> Reading:
    """The day that `text` means in this view; NoDay with its advice if it means none, or several."""
    if len(text) > LONGEST:
        raise not_understood(text)
    for known in (view.today, view.base):
        if known is not None:
            view.days.day(known)
    try:
        days = without_other_numbers(text, view.almanac.orders)
        found = _read(days, whole := plain(days), view)
    except NoDay as refused:
        raise refused.about(text) from None
    view.days.day(found.day)
    if found.day >= view.today and _WAS_DUE.match(whole):
        raise not_understood(text)
    return found


def read_typed(text: str, view: View) -> Reading:
    """The same of what somebody types now: an hour beside the day is kept in mind, and for a slip of the pen it is said what may be meant."""
    try:
        return heard(text, read(text, view), view.almanac, view.today)
    except NoDay as refused:
        if refused.kind == "unknown" and (meant := _meant(text, view)):
            refused.fix = asked_back(quoted(meant))
        raise


def _meant(text: str, view: View) -> str:
    """The day that a text with a slip of the pen may mean, as it is typed; "" where none comes of it."""
    return found[0] if (found := _with_its_slip(text, view)) else ""


def _with_its_slip(text: str, view: View, *, sure: bool = False) -> tuple[str, Reading] | None:
    from officecli.typed.dates.slips import mended  # few days are mistyped

    meant = mended(text, sure=sure)
    if meant:
        with suppress(BadInput):
            return meant, read(meant, view)
    return None


def read_in_ledger(text: str, view: View) -> Reading:
    """The same of what stands in a ledger: of a slip of the pen that can mean one day alone it is that day, which is inferred."""
    try:
        return read(text, view.fresh())
    except NoDay as refused:
        if refused.kind in _SLIPS_MAKE and (meant := _with_its_slip(text, view, sure=True)):
            return replace(meant[1], inferred=("slip", *meant[1].inferred))
        raise


def heard(text: str, found: Reading, by: Almanac, today: date) -> Reading:
    """What was read, with what is to be said of it kept in mind: an hour that is left out, and another year's day where this year's is as near."""
    told: list[tuple[str, str, date | None]] = [("hour", found.hour, None)] if found.hour else []
    if code := _other_year(found, today):
        told.append((code, " ".join(text.split()), found.day))
    by.heard.extend(one for one in told if one not in by.heard)
    return found


def _other_year(found: Reading, today: date) -> str:
    """`year-next` where this year's day has just passed, `year-before` where what has happened is read and this year's day is soon to come; else ""."""
    if "year-next" in found.inferred:
        return "year-next"
    soon = found.day + timedelta(days=365) - today
    return "year-before" if "year-before" in found.inferred and timedelta() < soon <= _SOON else ""


def _read(text: str, whole: str, view: View) -> Reading:
    refuse_pointer(text, whole)
    found = read_one(whole, view)
    if found is None:
        from officecli.typed.dates.several import read_several  # few texts name several days, and it takes its time

        refuse_no_day(text, whole, last=False)
        found = read_several(text, whole, view)
    if found is None:
        refuse_no_day(text, whole, last=True)
        raise not_understood(text)
    return found
