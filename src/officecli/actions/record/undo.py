"""Take back one's last command whole, as a new change under the same rules; the trail keeps both."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.halting import strike
from officecli.errors import BadInput, Overtaken
from officecli.i18n import _
from officecli.model import items as tables
from officecli.model.acts import ACTS, past_words
from officecli.model.items import Item
from officecli.model.procedures.steps import ItemStep
from officecli.model.record import Waiver
from officecli.model.targets import Target
from officecli.model.words import word
from officecli.store.read.reader import Row

OF_ITEMS = {
    str(table.__tablename__): table
    for table in (
        tables.Item, tables.Support, Target, ItemStep, tables.PastLead, tables.PastDeadline, tables.Note, tables.Submission,
        tables.Extension, tables.Pause, tables.Wait, tables.Told, Waiver,
    )
}  # fmt: skip

MARK = "undo "


@dataclass(frozen=True)
class Undone(Answer):
    """The command that recorded `verb` is taken back."""

    verb: str
    numbers: tuple[str, ...]


def undo(act: Acting) -> None:
    """Undo the actor's last command that was not undone yet; of add and import it cancels the items.

    Raises Overtaken when anything it touched has changed since, BadInput when there is nothing that can be taken back.
    """
    command, entries = _last_command(act)
    for verb in dict.fromkeys(entry["verb"] for entry in entries):
        _check_taken_back(verb)
    _check_untouched(act, command, entries)
    act.change.reason = f"{MARK}{command}"
    act.change.act("actor")
    act.items.extend(dict.fromkeys(entry["item"] for entry in entries))
    made = {entry["item"] for entry in entries if entry["subject"] == "item" and entry["before"] is None}
    for entry in reversed(entries):
        if entry["item"] not in made:
            _take_back(act, entry)
    for item_id in sorted(made):
        strike(act, act.change.get(Item, item_id), "undo")
    act.done.append(Undone(entries[0]["verb"], tuple(act.change.get(Item, item_id).number for item_id in act.items)))


def _check_taken_back(verb: str) -> None:
    """Raise BadInput for an act that is not undone, with what to do instead."""
    instead = ACTS[verb].instead
    if instead:
        raise BadInput(_(instead.why).format(act=word("act", verb)), fix=_(instead.fix))


def _last_command(act: Acting) -> tuple[int, list[dict[str, Any]]]:
    """The number of the actor's last command that still stands, and its entries, oldest first."""
    mine: list[Row] = act.read.rows("SELECT DISTINCT command FROM trail WHERE actor_id = :me ORDER BY command DESC LIMIT 200", me=act.actor["id"])
    undone: set[int] = set()
    for row in mine:
        bodies = act.read.rows("SELECT body FROM trail WHERE command = :command ORDER BY seq", command=row["command"])
        entries = [json.loads(one["body"]) for one in bodies]
        if entries[0]["verb"] == "undo":
            undone.add(int(entries[0]["reason"].removeprefix(MARK)))
        elif row["command"] not in undone:
            return row["command"], entries
    raise BadInput(_("You have done nothing here that could be undone."), fix=_("See what was done with: officecli history"))


def _check_untouched(act: Acting, command: int, entries: list[dict[str, Any]]) -> None:
    last = entries[-1]["seq"]
    for entry in entries:
        later = act.read.row(
            "SELECT t.seq, t.verb, p.name FROM trail t LEFT JOIN person p ON p.id = t.actor_id WHERE t.item_id = :item AND t.subject <> 'request' AND t.seq > :last ORDER BY t.seq LIMIT 1",
            item=entry["item"],
            last=last,
        )
        if later and not _was_undone(act, command, entry["item"]):
            number = act.read.value("SELECT number FROM item WHERE id = :id", id=entry["item"])
            raise Overtaken(
                _("{number} has changed since: {name} {did}.").format(number=number, name=later["name"] or "–", did=past_words(later["verb"])),
                fix=_("See it with officecli history {number}, and change it by hand.").format(number=number),
            )


def _was_undone(act: Acting, command: int, item_id: int) -> bool:
    """Whether everything later on the item is undone commands and their undoings."""
    rows = act.read.rows(
        "SELECT command, verb, body FROM trail WHERE item_id = :item AND subject <> 'request' AND seq > :command ORDER BY seq",
        item=item_id,
        command=command,
    )
    undoings = {row["command"]: int(json.loads(row["body"])["reason"].removeprefix(MARK)) for row in rows if row["verb"] == "undo"}
    settled = {command, *undoings, *undoings.values()}
    return all(row["command"] in settled for row in rows)


def _take_back(act: Acting, entry: dict[str, Any]) -> None:
    table = OF_ITEMS[entry["subject"]]
    if entry["before"] is None:
        act.change.remove(act.change.get(table, entry["id"]), "undo")
    elif entry["after"] is None:
        act.change.add(table, "undo", **{name: value for name, value in entry["before"].items() if name != "id"})
    else:
        old = {name: value for name, value in entry["before"].items() if name != "version"}
        act.change.set(act.change.get(table, entry["id"]), "undo", **old)
