"""The only reader of time. Moments are UTC; the office's day is a date in its own time zone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from officecli.errors import BadInput
from officecli.i18n import _

_pretended: datetime | None = None
_ahead = timedelta()
"""How far a server's clock is before this machine's, while it counts."""


def pretend(moment: datetime | None) -> None:
    """Live at `moment` (aware) from now on, for the demo and rehearsals; None goes back to the real clock."""
    global _pretended
    _pretended = moment


@contextmanager
def led_by(moment: datetime | None) -> Iterator[None]:
    """In this block it is `moment` now, and time goes on from there: a server's clock, which all who write to it share. A rehearsal keeps its own."""
    global _ahead
    if moment is None or is_pretended():
        yield
        return
    before, _ahead = _ahead, moment - datetime.now(UTC)
    try:
        yield
    finally:
        _ahead = before


def rehearsed() -> str:
    """What OFFICECLI_NOW says, "" where it is not set or the program tells the time by itself (the demo)."""
    return "" if is_told() else os.environ.get("OFFICECLI_NOW", "")


def rehearsed_day(timezone: str) -> date | None:
    """The day that OFFICECLI_NOW writes without a zone, where it is another one in `timezone`, since it is read as UTC; else None."""
    if not (said := rehearsed()):
        return None
    here, written = today(timezone), datetime.fromisoformat(said)
    return written.date() if not written.tzinfo and written.date() != here else None


def is_told() -> bool:
    """Whether the program tells the time by itself, as the demo does: nobody moves a clock then."""
    return _pretended is not None


def is_pretended() -> bool:
    """Whether the time is a rehearsal's; entries written meanwhile say so."""
    return _pretended is not None or bool(os.environ.get("OFFICECLI_NOW"))


def now() -> datetime:
    """This moment, aware, in UTC, to the second. OFFICECLI_NOW (ISO 8601, UTC if no zone) rehearses another; BadInput if it is none."""
    if _pretended is not None:
        return _pretended.astimezone(UTC).replace(microsecond=0)
    said = rehearsed()
    return _read(said) if said else (datetime.now(UTC) + _ahead).replace(microsecond=0)


def _read(said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise BadInput(
            _("OFFICECLI_NOW is “{value}”, which is no moment.").format(value=said[:40]),
            fix=_("Write it like 2026-07-06T02:00 (UTC) or 2026-07-06T10:00+08:00, or unset it."),
        ) from None


def moment(stamped: str) -> datetime:
    """The moment of a stored text, aware; raises ValueError for a text that is none."""
    return datetime.strptime(stamped, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def stamp(moment: datetime | None = None) -> str:
    """`moment` (now) as the fixed-width UTC text that is stored, `2026-11-23T08:30:00Z`."""
    return (moment or now()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today(timezone: str) -> date:
    """Today's date in the office's IANA `timezone`."""
    return now().astimezone(ZoneInfo(timezone)).date()
