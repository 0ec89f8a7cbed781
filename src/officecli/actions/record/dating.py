"""What was done on an earlier day than it is recorded on: which day that may be, and that nothing was done with the item since.

Both days stand on the trail. Whether it counts by its day is another question (`actions.items.confirming`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.actions.answer import Answer
from officecli.errors import Refused
from officecli.i18n import _, ngettext
from officecli.light import dataclass
from officecli.model.acts import takes_day
from officecli.model.ledger_marks import IMPORT
from officecli.model.time.office_hours import OfficeHours
from officecli.settings import BACKDATE
from officecli.standing.record.built_on import in_force
from officecli.store.calendar.days import working_days
from officecli.store.read.entries import fields
from officecli.store.read.reader import Reader, Row
from officecli.typed.day_said import DaySeen
from officecli.typed.items.deadlines import read_past_day


@dataclass(frozen=True)
class DatedBack(Answer):
    """All of the command was done on an earlier `day` than it is `recorded` on."""

    day: DaySeen
    recorded: date


def effective_day(read: Reader, verb: str, typed: str) -> date | None:
    """The earlier day on which something was done, as it was typed; None for today.

    Raises BadInput for what is no day, or one to come, and Refused for one further back than the office allows.
    """
    if not takes_day(verb):
        raise RuntimeError(f"“{verb}” is recorded for another day, and its line in model/acts/ does not say that it may be.")
    day, today = read_past_day(typed, read=read), read.today
    if day == today:
        return None
    most, back = read.settings[BACKDATE.name], working_days(read).between(day, today)
    if most and back <= most:
        return day
    raise Refused(
        ngettext(
            "{day} is {n} working day back: at most {most} are allowed.", "{day} is {n} working days back: at most {most} are allowed.", back
        ).format(day=day.isoformat(), n=back, most=most)
        if most
        else _("here nothing is recorded for an earlier day than today."),
        why=_("What is recorded long afterwards is hard to hold against what truly happened."),
        fix=_("Record it as of today, without --on, and say in it when it was done. How far back one may go: officecli config list"),
    )


@dataclass(frozen=True)
class Before:
    """What stands on record of an item already: the `last` day something was done, and the moment (UTC text) at which each entry was made."""

    last: date
    moments: tuple[str, ...]


def done_before(read: Reader, item_id: int) -> Before:
    """Of what was not taken back since; what its making says of earlier days counts by them.

    Being told of something is nothing done, nor is the feedback of a ledger, whose day nobody knows. A closing that was opened again with nothing done
    since is as if it had not been: so the day of closing is put right.
    """
    rows = read.rows(
        "SELECT seq, command, verb, subject, day, at FROM trail WHERE item_id = :item AND subject NOT IN ('notice', 'waiver') ORDER BY seq",
        item=item_id,
    )
    making = read.row("SELECT command, after FROM trail WHERE seq = :item", item=item_id)
    assert making is not None
    last = max(row["seq"] for row in rows if row["command"] == making["command"])
    made = fields(making["after"]) or {}
    submitted = read.value(
        "SELECT MAX(COALESCE(reviewed, day)) FROM submission WHERE item_id = :item AND id <= :last",
        item=item_id,
        last=last,
    )
    begun = min(made["issued"], made["registered"])
    days = [begun, *(day for day in (made.get("signed"), made.get("closed"), submitted) if day)]
    standing = in_force(read, rows)
    of_ledgers = {row["command"] for row in rows if row["verb"] == IMPORT}
    later = [
        row
        for row in rows
        if row["command"] in standing and not (row["command"] in of_ledgers and (row["subject"] == "note" or row["verb"] == IMPORT))
    ]
    later = _without_what_was_opened_again(later)
    days += [row["day"] for row in later if row["command"] != making["command"]]
    return Before(date.fromisoformat(max(days)), tuple(row["at"] for row in later))


def _without_what_was_opened_again(rows: Sequence[Row]) -> list[Row]:
    """The entries of an item without the closings at their end that were each opened again, rated before that or not."""
    acts = [list(group) for _command, group in groupby(rows, key=lambda row: row["command"])]
    done = [{row["verb"] for row in one} for one in acts]
    while done[-1:] == [{"reopen"}]:
        place = next((place for place in range(len(done) - 2, -1, -1) if done[place] != {"rate"}), -1)
        if place < 0 or done[place] != {"close"}:
            break
        del acts[place:], done[place:]
    return [row for one in acts for row in one]


def moment_of(read: Reader, item_id: int, day: date) -> datetime:
    """The moment at which something of that earlier day counts as done, on the office's clock: closing time, or when the last thing was recorded that day."""
    office = read.office
    zone = ZoneInfo(office["timezone"])
    closing = OfficeHours.parse(office["hours"]).end_of_day(day, clock.now().astimezone(zone))
    moments = (clock.moment(at).astimezone(zone) for at in done_before(read, item_id).moments)
    return max((moment for moment in moments if moment.date() == day and moment > closing), default=closing)
