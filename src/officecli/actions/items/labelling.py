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
            fix=_("It has: {names}.").format(names=listed(name for _id, name in there.values())) if there else _("It has no labels."),
        )
    for key in wanted.taken:
        act.change.remove(act.change.get(Label, there[key][0]), verb)
    for key, name in wanted.added.items():
        if key not in there:
            act.change.add(Label, verb, item_id=item.id, name=name, name_key=key)
    return _said(there), _said(_there(act, item))


def _there(act: Acting, item: Item) -> dict[str, tuple[int, str]]:
    """Its labels by key, each with its id."""
    rows = act.read.rows("SELECT id, name, name_key FROM label WHERE item_id = :item ORDER BY id", item=item.id)
    return {row["name_key"]: (row["id"], row["name"]) for row in rows}


def _said(labels: dict[str, tuple[int, str]]) -> str:
    return "; ".join(name for _id, name in labels.values())
