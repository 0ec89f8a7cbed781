"""Procedures are written, changed and retired. What items are like is never changed in place: a new version holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, NoReturn

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.procedures.procedures import Emergency, Procedure, ProcedureVersion
from officecli.model.procedures.steps import ProcedureStep, StepNeed
from officecli.standing.procedures.rights import on_procedure_of
from officecli.store.items import OPEN_STATUSES
from officecli.store.procedures import CONTENT, ProcedureOnRecord, Step, every_procedure, procedure_on_record
from officecli.store.read.reader import Reader
from officecli.typed.items.tags import find_procedure
from officecli.typed.procedures.as_typed import TypedProcedure
from officecli.typed.procedures.checked import Path, ProcedureChecks, ProcedureToBe
from officecli.typed.text import one_line, says_something, tidy


@dataclass(frozen=True)
class ComesRound:
    """When a procedure comes round: its rule (None: only when it is run), from a day, until a day, and what becomes of days off."""

    recurrence: str | None
    start: date | None
    until: date | None
    days_off: str


@dataclass(frozen=True)
class ProcedureWritten(Answer):
    """A procedure is written."""

    name: str
    comes: ComesRound


@dataclass(frozen=True)
class ProcedureChanged(Answer):
    """The procedure comes round like this now, perhaps after it was retired; what comes round until `made_until` was made before."""

    name: str
    comes: ComesRound
    made_until: date | None
    back: bool


@dataclass(frozen=True)
class ProcedureVersionBegun(Answer):
    """What its items are like is this version from today."""

    name: str
    version: int


@dataclass(frozen=True)
class ProcedureUnchanged(Answer):
    """The procedure was on record like this."""

    name: str


@dataclass(frozen=True)
class ProcedureRetired(Answer):
    """The procedure comes round no more; so many open items go on by it."""

    name: str
    open_items: int


@dataclass(frozen=True)
class EmergencyKindAdded(Answer):
    """A kind of emergency that nobody knew yet is on record."""

    name: str


def add_procedure(act: Acting, name: str, said: TypedProcedure) -> None:
    """Write a procedure; one that was retired comes back. Raises BadInput where one of this name is in use."""
    known = same_name(every_procedure(act.read), name)
    if known and not known.retired:
        raise BadInput(
            _("There is a procedure “{name}” already.").format(name=known.name),
            fix=_('Change it with: officecli procedure set "{name}"').format(name=known.name),
        )
    save(act, ProcedureChecks(act.read).checked(name, said, None, _raise), known)


def set_procedure(act: Acting, typed: str, said: TypedProcedure, *, name: str | None = None, reason: str = "") -> None:
    """Change what was said of a procedure; a new version needs its reason. Raises BadInput where nothing is said."""
    before = find_on_record(act.read, typed)
    if name is None and said == TypedProcedure():
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli procedure set --help"))
    known = same_name(every_procedure(act.read), name) if name else None
    if known and known.id != before.id:
        raise BadInput(_("There is, or was, a procedure “{name}”.").format(name=known.name), fix=_("Give it a name of its own."))
    wanted = ProcedureChecks(act.read).checked(name or before.name, said, before, _raise)
    if _differs(wanted, before) and not says_something(reason):
        raise BadInput(
            _("What the items of “{name}” are like changes, so a new version begins, and that needs its reason.").format(name=before.name),
            fix=_("Say why with --reason."),
        )
    act.change.reason = tidy(reason)
    if not save(act, wanted, before):
        act.done.append(ProcedureUnchanged(before.name))


def retire_procedure(act: Acting, typed: str, reason: str) -> None:
    """Retire a procedure, with a reason; it comes round no more, and items made stay as they are."""
    found = find_on_record(act.read, typed)
    act.sign(on_procedure_of(act.read, act.actor, found.schedule["post_id"]))
    if not says_something(reason):
        raise BadInput(_("Retiring a procedure needs its reason."), fix=_("Say why with --reason."))
    act.change.reason = tidy(reason)
    act.change.set(act.change.get(Procedure, found.id), act.verb, retired=True)
    left = act.read.value(f"SELECT COUNT(*) FROM item WHERE procedure_id = :id AND status IN {OPEN_STATUSES}", id=found.id)
    act.done.append(ProcedureRetired(found.name, left))


def save(act: Acting, wanted: ProcedureToBe, before: ProcedureOnRecord | None) -> bool:
    """Record what differs from what is on record, and say it; False where nothing differs."""
    posts = (*((before.schedule["post_id"],) if before else ()), wanted.schedule["post_id"])
    act.sign(on_procedure_of(act.read, act.actor, *dict.fromkeys(posts)))
    schedule = {**wanted.schedule, "emergency_id": _emergency(act, wanted)}
    if before is None:
        made = act.change.add(Procedure, "procedure-add", name=wanted.name, **schedule)
        _version(act, made.id, 1, wanted, "procedure-add")
        act.done.append(ProcedureWritten(wanted.name, _comes_round(schedule)))
        return True
    fields = {"name": wanted.name, "retired": False, **schedule}
    if before.retired and schedule["recurrence"] and (before.generated_until or act.today) <= act.today:
        fields["generated_until"] = act.today - timedelta(days=1)  # what was passed over while it was retired is not made up for
    verb = "procedure-add" if before.retired else "procedure-set"
    moved = any(fields[name] != value for name, value in {"name": before.name, "retired": before.retired, **before.schedule}.items())
    if moved:
        act.change.set(act.change.get(Procedure, before.id), verb, **fields)
        reached = before.generated_until
        other_days = any(schedule[name] != before.schedule[name] for name in ("recurrence", "start", "days_off"))
        made_until = reached if reached and reached >= act.today and other_days else None
        act.done.append(ProcedureChanged(wanted.name, _comes_round(schedule), made_until, back=before.retired))
    differs = _differs(wanted, before)
    if differs:
        _version(act, before.id, before.number + 1, wanted, verb)
        act.done.append(ProcedureVersionBegun(wanted.name, before.number + 1))
    return moved or differs


def find_on_record(read: Reader, typed: str) -> ProcedureOnRecord:
    """The procedure in use that somebody typed; raises NotFound with the nearest, BadInput for one that is retired."""
    return procedure_on_record(read, find_procedure(read, typed)["id"])


def same_name(procedures: Sequence[ProcedureOnRecord], name: str) -> ProcedureOnRecord | None:
    """The procedure of this name, retired or not; names without spaces, width and case are one."""
    return next((one for one in procedures if name_key(one.name) == name_key(one_line(name))), None)


def _comes_round(schedule: dict[str, Any]) -> ComesRound:
    return ComesRound(*(schedule[name] for name in ("recurrence", "start", "until", "days_off")))


def _differs(wanted: ProcedureToBe, before: ProcedureOnRecord) -> bool:
    return wanted.content != {name: before.content[name] for name in CONTENT} or wanted.steps != before.steps


def _version(act: Acting, procedure_id: int, number: int, wanted: ProcedureToBe, verb: str) -> None:
    """A version with steps of its own."""
    made = act.change.add(
        ProcedureVersion, verb, procedure_id=procedure_id, number=number, since=act.change.day, reason=act.change.reason, **wanted.content
    )
    rows = [{"version_id": made.id, "position": position, **_columns(step)} for position, step in enumerate(wanted.steps, 1)]
    ids = act.change.add_many(ProcedureStep, verb, rows) if rows else range(0)
    needs = [{"step_id": ids[at], "needs_id": ids[need - 1]} for at, step in enumerate(wanted.steps) for need in step.needs]
    if needs:
        act.change.add_many(StepNeed, verb, needs)


def _columns(step: Step) -> dict[str, Any]:
    return {name: value for name, value in asdict(step).items() if name != "needs"}


def _emergency(act: Acting, wanted: ProcedureToBe) -> int | None:
    """The kind of emergency it is the plan for; one that nobody knew yet is put on record, and said."""
    if not wanted.emergency:
        found: int | None = wanted.schedule["emergency_id"]
        return found
    return emergency_named(act, wanted.emergency)


def emergency_named(act: Acting, name: str) -> int:
    """The id of a kind of emergency, put on record where it is new."""
    for row in act.read.rows("SELECT id, name, retired FROM emergency ORDER BY id"):
        if name_key(row["name"]) == name_key(name):
            if row["retired"]:
                act.change.set(act.change.get(Emergency, row["id"]), act.verb, retired=False)
            return int(row["id"])
    act.done.append(EmergencyKindAdded(name))
    return act.change.add(Emergency, act.verb, name=name).id


def _raise(_path: Path, error: OfficeError) -> NoReturn:
    raise error
