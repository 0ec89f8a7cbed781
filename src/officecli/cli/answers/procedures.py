"""What became of procedures and the steps of their items, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.i18n import _, clauses, listed, ngettext
from officecli.model.time.recurrence import is_endless
from officecli.typed.recurrence import say_every

if TYPE_CHECKING:
    from officecli.actions.procedures.doing_steps import StepDone
    from officecli.actions.procedures.pausing import ProcedurePaused, ProcedureResumed
    from officecli.actions.procedures.writing import (
        ComesRound,
        EmergencyKindAdded,
        ProcedureChanged,
        ProcedureRetired,
        ProcedureUnchanged,
        ProcedureVersionBegun,
        ProcedureWritten,
    )
    from officecli.files.procedures.reading import ProceduresUnchanged


def step_done(done: StepDone) -> Iterator[str]:
    yield _("{number}: step {position} is done: {title}.").format(number=done.number, position=done.step.position, title=done.step.title)
    if done.opened:
        yield _("Next: {steps}.").format(steps=clauses(map(str, done.opened)))


def procedure_written(done: ProcedureWritten) -> Iterator[str]:
    yield _("“{name}” is written: {comes}.").format(name=done.name, comes=_comes_round(done.comes))


def procedure_changed(done: ProcedureChanged) -> Iterator[str]:
    text = _("“{name}” is back: {comes}.") if done.back else _("“{name}” now: {comes}.")
    yield text.format(name=done.name, comes=_comes_round(done.comes))
    if done.made_until:
        yield _("What comes round until {day} was made before, and stays as it is; this holds after that day.").format(day=done.made_until)


def procedure_version_begun(done: ProcedureVersionBegun) -> Iterator[str]:
    yield _("“{name}”: version {n} holds from today; items made keep the version they were made by.").format(name=done.name, n=done.version)


def procedure_unchanged(done: ProcedureUnchanged) -> Iterator[str]:
    yield _("Nothing to change: “{name}” is on record like this.").format(name=done.name)


def procedures_unchanged(done: ProceduresUnchanged) -> Iterator[str]:
    yield ngettext("{n} procedure is on record as the file says.", "{n} procedures are on record as the file says.", done.count).format(n=done.count)


def procedure_retired(done: ProcedureRetired) -> Iterator[str]:
    yield _("“{name}” is retired; it comes round no more.").format(name=done.name)
    if done.open_items:
        yield ngettext("{n} open item goes on by it.", "{n} open items go on by it.", done.open_items).format(n=done.open_items)


def procedure_paused(done: ProcedurePaused) -> Iterator[str]:
    text = _("“{name}” rests from {since} until {until}.") if done.until else _("“{name}” rests from {since} until it is resumed.")
    yield text.format(name=done.name, since=done.since, until=done.until)
    if done.numbers:
        yield _("Already made, and not withdrawn by this: {numbers}.").format(numbers=listed(done.numbers))


def procedure_resumed(done: ProcedureResumed) -> Iterator[str]:
    yield _("“{name}” comes round again from today.").format(name=done.name)


def emergency_kind_added(done: EmergencyKindAdded) -> Iterator[str]:
    yield _("New kind of emergency: {name}.").format(name=done.name)


def _comes_round(comes: ComesRound) -> str:
    """When it comes round, in words."""
    every = say_every(comes.recurrence, comes.days_off)
    if not comes.recurrence:
        return every
    if comes.until and is_endless(comes.recurrence):
        return _("{every}, from {start} until {until}").format(every=every, start=comes.start, until=comes.until)
    return _("{every}, from {start}").format(every=every, start=comes.start)
