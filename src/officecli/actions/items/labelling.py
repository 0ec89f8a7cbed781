"""Labels are put on an item, and taken away."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.items import Item, Label
from officecli.typed.items.labels import Labels
from officecli.typed.text import shown


def relabel(act: Acting, item: Item, verb: str, wanted: Labels) -> tuple[str, str]:
    """Within an act that was entered, put on the labels that an item has not got, and take others away; returns what it was labelled with, and is now.

    Raises BadInput for one to take away that it has not.
    """
    there = _there(act, item)
    missing = [name for key, name in wanted.taken.items() if key not in there]
    if missing:
        raise BadInput(
            _("{number} has no label “{name}”.").format(number=item.number, name=shown(missing[0])),
            fix=_("It has: {names}.").format(names=listed(name for name, _ids in there.values())) if there else _("It has no labels."),
        )
    for key in wanted.taken:
        for label_id in there[key][1]:
            act.change.remove(act.change.get(Label, label_id), verb)
    for key, name in wanted.added.items():
        if key not in there:
            act.change.add(Label, verb, item_id=item.id, name=name, name_key=key)
    return _said(there), _said(_there(act, item))


def _there(act: Acting, item: Item) -> dict[str, tuple[str, list[int]]]:
    """Its labels by key, each with its ids: a ledger may have said the same one in two spellings."""
    found: dict[str, tuple[str, list[int]]] = {}
    for row in act.read.rows("SELECT id, name, name_key FROM label WHERE item_id = :item ORDER BY id", item=item.id):
        found.setdefault(row["name_key"], (row["name"], []))[1].append(row["id"])
    return found


def _said(labels: dict[str, tuple[str, list[int]]]) -> str:
    return "; ".join(name for name, _ids in labels.values())
