"""Why a text is not read as a day, and what to write instead."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from officecli.errors import BadInput
from officecli.hints import Literal
from officecli.i18n import _, listed
from officecli.shell import as_word

Kind = Literal[
    "unknown", "impossible", "ambiguous", "several", "short-year", "needs-issue-day", "open-ended", "at-once", "unsettled", "event", "other-calendar",
    "no-definite-day", "start", "period", "contradicting",
]  # fmt: skip


class NoDay(BadInput):
    """A text that gives no one day: of which `kind`, and where it is a feedback period, its code in `every`."""

    def __init__(self, kind: Kind, what: str, *, why: str = "", fix: str = "", every: str = "") -> None:
        super().__init__(what, why=why, fix=fix)
        self.kind = kind
        self.every = every

    def about(self, text: str) -> NoDay:
        """The same, about all that was written: the grammars see only a part of it, in small letters."""
        before, begin, _part = self.what.partition("“")
        _part, end, rest = self.what.partition("”")
        return NoDay(
            self.kind, before + quoted(" ".join(text.split())) + rest if begin and end else self.what, why=self.why, fix=self.fix, every=self.every
        )


def quoted(text: str) -> str:
    """A text as these messages quote it."""
    return _("“{text}”").format(text=text if len(text) <= 40 else text[:40] + "…")


def not_understood(text: str) -> NoDay:
    """Nothing we know of."""
    return NoDay(
        "unknown",
        _("{text} is not a date officecli understands.").format(text=quoted(text)),
        fix=_("Write it for example as 2026-12-01, 1 Dec, next friday, 3 working days, in 2 weeks or end of month."),
    )


def impossible(text: str, year: int, month: int, day: int) -> NoDay:
    """A day that the calendar does not have."""
    if not 1 <= year <= 9999:
        why = _("There is no year {year}.").format(year=year)
    elif not 1 <= month <= 12:
        why = _("There is no month {month}.").format(month=month)
    else:
        last = monthrange(year, month)[1]
        why = _("{month} has the days 1 to {last}, and no {day}.").format(month=f"{year}-{month:02}", last=last, day=day)
    return NoDay(
        "impossible", _("{text} is not a possible date.").format(text=quoted(text)), why=why, fix=_("Check the day, the month and the year.")
    )


def ambiguous(text: str, readings: Iterable[date]) -> NoDay:
    """Two or three readings, all possible."""
    *others, last = (reading.isoformat() for reading in sorted(set(readings)))
    choice = _("{one} or {other}").format(one=listed(others), other=last)
    return NoDay(
        "ambiguous", _("{text} is ambiguous: {choice}.").format(text=quoted(text), choice=choice), fix=_("Write {choice}.").format(choice=choice)
    )


def out_of_order(text: str, readings: Iterable[date]) -> NoDay:
    """A day only where day and month stand the other way round than in the rest of the column, or than was asked for."""
    return NoDay(
        "contradicting",
        _("{text} is no day in the order in which the others are written.").format(text=quoted(text)),
        fix=_("If {day} is meant, write it so.").format(day=min(readings).isoformat()),
    )


def several(text: str) -> NoDay:
    """More than one day, and no word which of them counts."""
    return NoDay(
        "several",
        _("{text} names more than one day.").format(text=quoted(text)),
        fix=_("Write the one deadline; the stages before it belong to the goal."),
    )


def span_for_a_day(text: str) -> NoDay:
    """A whole span where only its first day is asked for."""
    return NoDay(
        "several",
        _("{text} is a whole span, and only its first day belongs here.").format(text=quoted(text)),
        fix=_("Write its first day here, and its last as the other day; or leave this option out, and write the span as the day."),
    )


def short_year(text: str) -> NoDay:
    """A year of two digits that is none near."""
    return NoDay(
        "short-year",
        _("{text} has a year of two digits.").format(text=quoted(text)),
        why=_("One cannot tell year, month and day apart."),
        fix=_("Write the year in full, for example 2026-12-01."),
    )


def needs_issue_day(text: str) -> NoDay:
    """Words that count from a day nobody knows."""
    return NoDay(
        "needs-issue-day",
        _("{text} counts from the issue day, and that is not known.").format(text=quoted(text)),
        fix=_("Give the issue day, or write the deadline as a day."),
    )


def no_definite_day(text: str) -> NoDay:
    """The beginning of a month, or about it."""
    return no_day("no-definite-day", text)


def contradicting(text: str, day: date, weekday: str) -> NoDay:
    """A date with a weekday that it is not; `weekday` is the one it is."""
    return NoDay(
        "contradicting",
        _("{text} contradicts itself: {date} is a {weekday}.").format(text=quoted(text), date=day, weekday=weekday),
        fix=_("Write the right day, or leave the weekday out."),
    )


def which_weekday(text: str, day: date) -> NoDay:
    """A weekday behind words that may make another of it, or the name of a day nobody here knows: second Friday, Super Tuesday."""
    return NoDay(
        "ambiguous",
        _("{text} may be another day than the next one of this weekday.").format(text=quoted(text)),
        fix=_("Write the day; if {day} is meant, write it so.").format(day=day.isoformat()),
    )


def backwards(text: str, first: date, last: date) -> NoDay:
    """A span, or a new deadline, that ends before it begins."""
    return NoDay(
        "contradicting",
        _("{text} contradicts itself: {last} is before {first}.").format(text=quoted(text), last=last, first=first),
        fix=_("Correct one of the two dates."),
    )


def no_day(kind: Kind, text: str, every: str = "") -> NoDay:
    """What people write where no day is known, with its own advice."""
    whats: dict[str, tuple[str, str]] = {
        "open-ended": (_("{text} is not a deadline."), _("Give the next review date.")),
        "at-once": (_("{text} is not a deadline."), _("Write the day by which it is to be done, or the next review date.")),
        "unsettled": (_("{text} says that the deadline is not settled."), _("Give the day once it is known, or the next review date.")),
        "event": (_("{text} is no day of the calendar."), _("Write on which day that is.")),
        "start": (_("{text} says from when, not by when."), _("Write the day by which it is to be done.")),
        "no-definite-day": (_("{text} does not say by which day."), _("Write the day; mid-August is the 15th, late August the 31st.")),
        "other-calendar": (_("{text} is counted by another calendar than the office's."), _("Write its last day.")),
        "period": (
            _("{text} says how often, not by when."),
            _("Put it under feedback every (--feedback-every {text}), and give the deadline as a day or the next review date.").format(
                text=as_word(" ".join(text.split())) if every else _("weekly|monthly|10d")
            ),
        ),
    }
    what, fix = whats[kind]
    return NoDay(kind, what.format(text=quoted(text)), fix=fix, every=every)
