"""The only reader of time. Moments are UTC; the office's day is a date in its own time zone."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from officecli.errors import BadInput
from officecli.i18n import _

_pretended: datetime | None = None


def pretend(moment: datetime | None) -> None:
    """Live at `moment` (aware) from now on, for the demo and rehearsals; None goes back to the real clock."""
    global _pretended
    _pretended = moment


def is_pretended() -> bool:
    """Whether the time is a rehearsal's; entries written meanwhile say so."""
    return _pretended is not None or bool(os.environ.get("OFFICECLI_NOW"))


def now() -> datetime:
    """This moment, aware, in UTC, to the second. OFFICECLI_NOW (ISO 8601, UTC if no zone) rehearses another; BadInput if it is none."""
    if _pretended is not None:
        return _pretended.astimezone(UTC).replace(microsecond=0)
    rehearsed = os.environ.get("OFFICECLI_NOW")
    if rehearsed:
        return _read(rehearsed)
    return datetime.now(UTC).replace(microsecond=0)


def _read(rehearsed: str) -> datetime:
    try:
        moment = datetime.fromisoformat(rehearsed)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise BadInput(
            _("OFFICECLI_NOW is “{value}”, which is no moment.").format(value=rehearsed[:40]),
            fix=_("Write it like 2026-07-06T02:00 (UTC), or unset it."),
        ) from None


def stamp(moment: datetime | None = None) -> str:
    """`moment` (now) as the fixed-width UTC text that is stored, `2026-11-23T08:30:00Z`."""
    return (moment or now()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today(timezone: str) -> date:
    """Today's date in the office's IANA `timezone`."""
    return now().astimezone(ZoneInfo(timezone)).date()
