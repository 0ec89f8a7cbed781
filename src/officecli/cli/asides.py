"""What is said under a report of the words that were typed for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.cli import session
from officecli.hints import TYPE_CHECKING, TypeVar
from officecli.i18n import _, listed
from officecli.light import replace
from officecli.shell import as_word
from officecli.store.read.reader import Reader

if TYPE_CHECKING:
    from officecli.reports.shape.document import Document
    from officecli.reports.shape.report import Report

Shown = TypeVar("Shown", bound="Report | Document")


def with_asides(read: Reader, found: Shown) -> Shown:
    """The report, with notes on an hour beside a day, where whole days are looked at, labels no item has, who has left, and a reader who is nobody."""
    asides = tuple(_asides(read))
    return replace(found, notes=(*found.notes, *asides)) if asides else found


def say_asides(read: Reader) -> None:
    """Say the same on the standard error where what was looked for is no report but what is to be done something to; each once."""
    from officecli.formats.terminal.message import show_beside  # few have any

    said = session.current.asides
    for aside in _asides(read):
        if aside not in said:
            said.append(aside)
            show_beside(aside)


def say_left_out(read: Reader) -> None:
    """Say on the standard error what a file lacks that whoever has it written would be shown."""
    if read.own_left_out:
        from officecli.formats.terminal.message import show_beside  # few have anything personal

        show_beside(_("What is personal is not in the file, which others may get; to see it, leave out -o."))


def _asides(read: Reader) -> Iterator[str]:
    if session.current.own_day:
        yield _("This is the whole office's day. What waits for you yourself, with what to type: officecli digest --for {name}").format(
            name=as_word(session.current.own_day)
        )
    if written := clock.rehearsed_day(read.office["timezone"]):
        yield _("OFFICECLI_NOW is {moment} without a zone, and so UTC: here it is {day}. With the zone: OFFICECLI_NOW={zoned}").format(
            moment=clock.rehearsed(), day=read.today.isoformat(), zoned=_zoned(written, read.office["timezone"])
        )
    if read.heard_of_days:
        yield from _of_days(read.heard_of_days)
    if read.unknown_labels:
        from officecli.typed.items.labels import say_unknown  # most are known

        yield say_unknown(read)
    for name, day in dict.fromkeys(read.asked_of_the_gone):
        if day:
            yield _("{name} left on {day}.").format(name=name, day=day)
        else:
            from officecli.reports.shape.gone import was_retired  # few are

            yield was_retired(name)
    if read.as_name and (why := _is_nobody(read)):
        yield _("This is what anybody is shown: {why}").format(why=why)


def _of_days(heard: Sequence[tuple[str, str, date | None]]) -> Iterator[str]:
    """What is said of the days that were typed."""
    if hours := [text for _code, text, day in heard if day is None]:
        yield _("{hours}: an hour was left out; whole days are looked at.").format(hours=listed(hours))
    for code, text, day in heard:
        if day is not None:
            said = (
                _("“{text}” has passed this year; {day} is looked at.")
                if code == "year-next"
                else _("“{text}” is still to come this year; {day} is looked at.")
            )
            yield said.format(text=text, day=day.isoformat())


def _zoned(day: date, timezone: str) -> str:
    """Nine in the morning of a day on the office's clock, as OFFICECLI_NOW takes it."""
    return datetime.combine(day, time(9), ZoneInfo(timezone)).isoformat(timespec="minutes")


def _is_nobody(read: Reader) -> str:
    """Why whoever reads is not known by the name that was given, "" where they are."""
    from officecli.errors import BadInput, NotFound, Refused
    from officecli.standing.actor import who_acts

    try:
        who_acts(read, read.as_name)
    except (BadInput, NotFound, Refused) as error:
        return error.what
    return ""
