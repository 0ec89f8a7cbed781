"""Take back what one did, whole, as a new change under the same rules; the trail keeps both. What was taken back can be done again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.absences import require_one_absence
from officecli.actions.office.aliases import require_names_apart
from officecli.actions.office.seats import require_room
from officecli.actions.record.telling import notices_about, tell_taken_back
from officecli.errors import BadInput, Overtaken, Refused
from officecli.i18n import _, ngettext
from officecli.light import dataclass
from officecli.model.acts import ACTS, past_words
from officecli.model.ledger_marks import said_alike
from officecli.model.notices import Notice
from officecli.model.words import word
from officecli.standing.actor import require_name, whose_login
from officecli.standing.office.rights import require_registrar
from officecli.standing.record.built_on import Built, built_on
from officecli.standing.record.commands import Command, command_of, entries_of, not_undone, redoable, undoable
from officecli.standing.record.offered import offered
from officecli.standing.record.settled import missed_since, settled_since
from officecli.standing.record.still_entitled import lost
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.judge import runs
from officecli.store.read.reader import Reader
from officecli.typed.record.trail_names import Names

CALENDAR = ("calendar_year", "office_day")
NAMED = 6
"""So many things are named of one command."""


@dataclass(frozen=True)
class Undone(Answer):
    """The command that was the act `verb` is taken back; `numbers` of the items it was about, `names` of what else."""

    verb: str
    numbers: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Redone(Answer):
    """What was taken back is done again."""

    verb: str
    numbers: tuple[str, ...]
    names: tuple[str, ...] = ()


def undo(act: Acting, nth: int | None = None) -> None:
    """Take back the actor's last command, or the `nth` of those that can be; the rows it made are gone, the others as they were before it.

    Raises Overtaken where something was built on it since, BadInput where there is nothing that can be taken back.
    """
    command = _last(act) if nth is None else _nth(act, nth)
    kept = not_undone(command)
    if kept and (instead := ACTS[kept].instead):
        raise BadInput(_(instead.why).format(act=word("act", kept)), fix=_(instead.fix))
    entries = _take_back(act, command, "undo")
    tell_taken_back(act, command.verb, entries)
    act.done.append(Undone(command.verb, _numbers(act.change.before, entries), _names(act.change.before, entries)))


def redo(act: Acting) -> None:
    """Do again what the actor took back last.

    Raises Overtaken where something was built on that since, BadInput where nothing was taken back, Refused where they may not do it any more.
    """
    command = next(redoable(act.read, act.actor["id"]), None)
    if command is None:
        raise BadInput(_("You have taken nothing back that could be done again."), fix=_("See what was done with: officecli history"))
    if verb := lost(act.read, act.actor, command):
        raise Refused(
            _("“{act}” is not done again: {name} could not do it now.").format(act=word("act", verb), name=act.actor["name"]),
            why=_("Since it was taken back, who leads what, who holds which post or who is away has changed, and what one may do hangs on that."),
            fix=_("Do it by its own command, which says who may."),
            codes=ACTS[verb].rule,
        )
    if missed := missed_since(act.read, command):
        raise Refused(
            _("the deadline of {number}, {due}, has passed since it was taken back.").format(number=missed[0], due=missed[1]),
            why=_("What was not there when the deadline passed does not keep it afterwards."),
            fix=_("Do it anew by its own command; on which day it was done is said with --on."),
        )
    entries = _take_back(act, command, "redo")
    act.done.append(Redone(command.verb, _numbers(act.read, entries), _names(act.read, entries)))


def _last(act: Acting) -> Command:
    command = next(undoable(act.read, act.actor["id"]), None)
    if command is None and act.actor["account"] and (founded := ACTS["init"].instead):
        raise BadInput(_(founded.why), fix=_(founded.fix))
    if command is None:
        raise BadInput(_("You have done nothing here that could be undone."), fix=_("See what was done with: officecli history"))
    return command


def _nth(act: Acting, nth: int) -> Command:
    mine = offered(act.read, act.actor["id"])
    if not 1 <= nth <= len(mine):
        raise BadInput(_("There is no command {nth} that could be undone.").format(nth=nth), fix=_("See which there are with: officecli undo --list"))
    return mine[nth - 1]


def _take_back(act: Acting, command: Command, verb: str) -> list[dict[str, Any]]:
    """Put every row the command changed back; returns its entries."""
    built = built_on(act.read, command.number)
    if built:
        raise _overtaken(act.read, command, built)
    if settled := settled_since(act.read, command):
        raise _too_late(act, command, settled)
    entries = entries_of(act.read, command.number)
    before = whose_login(act.change.before)
    act.change.reason = f"{verb} {command.number}"
    act.change.act("actor")
    for notice in notices_about(act.read, [entry for entry in entries if entry["before"] is None]):
        act.change.remove(act.change.get(Notice, notice), verb)
    act.change.put_back(verb, entries)
    subjects = {entry["subject"] for entry in entries}
    if subjects & set(CALENDAR):
        rebuild(act.change)
    if subjects & {"person", "office"}:
        require_registrar(act.read)
        require_name(act.read, before)
    for require in (require_room, require_one_absence, require_names_apart):
        require(act.read, entries)
    act.items.extend(_items(act.read, entries))
    own = dict.fromkeys(entry["id"] for entry in entries if entry["subject"] == "reminder")
    act.reminders.extend(one for one in own if act.read.row("SELECT 1 AS one FROM reminder WHERE id = :id", id=one))
    return entries


def _too_late(act: Acting, command: Command, settled: date) -> Refused:
    days = act.read.settings["records.correct_days"]
    return Refused(
        ngettext(
            "“{act}” of {day} is settled: what lateness is measured by is taken back only within {n} working day.",
            "“{act}” of {day} is settled: what lateness is measured by is taken back only within {n} working days.",
            days,
        ).format(act=word("act", command.verb), day=settled.isoformat(), n=days),
        fix=_("Change it from today on by its own command; what was late stays late."),
    )


def _overtaken(read: Reader, command: Command, built: Built) -> Overtaken:
    names = Names(read)
    what = names.of("item", built.item_id) if built.item_id is not None else names.row(built.table, built.row_id)
    who = read.value("SELECT name FROM person WHERE id = :id", id=built.actor_id) or "–"
    later = command_of(read, built.command)
    did = past_words(later.verbs[0] if later.reverses else later.verb)
    said = _("{number} has changed since: {name} {did}.") if what else _("It was built on since: {name} {did}.")
    return Overtaken(
        said.format(number=what, name=who, did=did),
        why=_("What you did (“{act}”) is taken back only while nothing stands on it.").format(act=word("act", command.verb)),
        fix=_(
            "See it with officecli history {number}. Whose act it was takes theirs back first (officecli undo), or what is wrong is put right "
            "by its own command: edit, return, reopen, assign."
        ).format(number=what)
        if built.item_id is not None
        else _("Change it by hand; what you can still take back shows: officecli undo --list"),
    )


def _numbers(read: Reader, entries: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The numbers of the items the command was about, and of what was personal."""
    names = Names(read)
    own = dict.fromkeys(names.of("reminder", entry["id"]) for entry in entries if entry["subject"] == "reminder")
    return (*_items(read, entries).values(), *own)


def _items(read: Reader, entries: Sequence[dict[str, Any]]) -> dict[int, str]:
    """The items the command was about as far as they are there, by id, with their numbers."""
    of_items = [entry for entry in entries if entry["item"] is not None]
    done = [entry for entry in of_items if not said_alike(entry["verb"], entry["reason"])]
    found = [
        row
        for low, high in runs({entry["item"] for entry in done or of_items})
        for row in read.rows("SELECT id, number FROM item WHERE id BETWEEN :low AND :high ORDER BY id", low=low, high=high)
    ]
    return {row["id"]: row["number"] for row in found}


def _names(read: Reader, entries: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """What else the command was about, by name or number; nothing of what is confidential."""
    names = Names(read)
    found = (names.about(entry) for entry in entries if entry["item"] is None and entry["subject"] not in ("notice", "reminder", "finding_seen"))
    return tuple(islice(dict.fromkeys(name for name in found if name), NAMED))
