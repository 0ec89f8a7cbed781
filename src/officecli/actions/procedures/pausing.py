"""A procedure rests for a time, and comes round again."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.procedures.writing import find_on_record
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.procedures.steps import ProcedurePause
from officecli.standing.procedures.rights import on_procedure_of
from officecli.store.items import IN_HANDS
from officecli.store.read.reader import Reader, Row
from officecli.typed.dates import almanac
from officecli.typed.dates.beginnings import read_beginning
from officecli.typed.dates.ends import read_end
from officecli.typed.text import says_something, tidy


@dataclass(frozen=True)
class ProcedurePaused(Answer):
    """The procedure rests from `since` until it comes round again on `until`, or until it is resumed; items made in that time stay."""

    name: str
    since: date
    until: date | None
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class ProcedureResumed(Answer):
    """The procedure comes round again."""

    name: str


def pause(act: Acting, typed: str, since: str, until: str, reason: str) -> None:
    """Let a procedure rest from a day (today) until the day it comes round again (none: until it is resumed), with a reason."""
    found = find_on_record(act.read, typed)
    act.sign(on_procedure_of(act.read, act.actor, found.schedule["post_id"]))
    by = almanac(act.read)
    first = read_beginning(since, today=act.today, by=by) if since else act.today
    again = read_end(until, first=first, today=act.today, by=by).day if until else None
    if again and again <= first:
        raise BadInput(
            _("It would come round again on {until}, and rests only from {since}.").format(until=again, since=first), fix=_("Give a later --until.")
        )
    if again and again <= act.today:
        raise BadInput(_("That pause would be over already."), fix=_("Give days to come; what was made cannot be unmade by it."))
    if not says_something(reason):
        raise BadInput(_("A pause needs its reason."), fix=_("Say why with --reason."))
    other = _pause_within(act.read, found.id, first.isoformat(), again.isoformat() if again else "9999")
    if other:
        raise BadInput(
            (_("“{name}” rests from {since} until {until} already.") if other["until"] else _("“{name}” rests from {since} already.")).format(
                name=found.name, since=other["since"], until=other["until"]
            ),
            fix=_('End that first: officecli procedure resume "{name}"').format(name=found.name),
        )
    act.change.add(ProcedurePause, act.verb, procedure_id=found.id, since=first, until=again, reason=tidy(reason))
    made = act.read.rows(
        f"""SELECT number FROM item WHERE procedure_id = :id AND occurrence >= :first AND occurrence < :last AND status IN {IN_HANDS}
           ORDER BY id""",
        id=found.id,
        first=first.isoformat(),
        last=again.isoformat() if again else "9999",
    )
    act.done.append(ProcedurePaused(found.name, first, again, tuple(row["number"] for row in made)))


def resume(act: Acting, typed: str) -> None:
    """Let a procedure that rests, or is to rest, come round again from today."""
    found = find_on_record(act.read, typed)
    act.sign(on_procedure_of(act.read, act.actor, found.schedule["post_id"]))
    resting = _pause_within(act.read, found.id, act.today.isoformat(), "9999")
    if resting is None:
        raise BadInput(_("“{name}” does not rest.").format(name=found.name), fix=_("See how it stands: officecli procedure show NAME"))
    row = act.change.get(ProcedurePause, resting["id"])
    act.change.set(row, act.verb, until=max(act.today, row.since))
    act.done.append(ProcedureResumed(found.name))


def _pause_within(read: Reader, procedure_id: int, first: str, last: str) -> Row | None:
    """The first pause that lies, in part at least, between two days (without the last)."""
    return read.row(
        """SELECT id, since, until FROM procedure_pause
           WHERE procedure_id = :id AND since < :last AND (until IS NULL OR until > :first) AND (until IS NULL OR until > since) ORDER BY since""",
        id=procedure_id,
        first=first,
        last=last,
    )
