"""A copy 抄送: somebody is told of an item for their information."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.items.done import CopySent
from officecli.actions.items.repeating import already
from officecli.actions.notices import notify
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.typed.office.name_cells import split_names
from officecli.typed.text import tidy


def copy(act: Acting, number: str, to: Sequence[str], text: str = "") -> None:
    """Send a copy of the item to these people, each named alone or several with commas. Raises BadInput for nobody, or for oneself."""
    item = act.item(number)
    cells = [cell for names in to for cell in split_names(tidy(names))]
    people = {person["id"]: person for cell in cells for person in [act.worker(f"{cell.unit}/{cell.name}".lstrip("/"))]}
    if not people:
        raise BadInput(_("It is not said to whom the copy goes."), fix=_("Name them with --to."))
    if act.actor["id"] in people:
        raise BadInput(_("You know of it: you send the copy."), fix=_("Name somebody else with --to."))
    for person in people.values():
        same = act.read.value(_SAME, item=item.id, person=person["id"], text=tidy(text))
        if same and already(act, item, "copy", same, name=person["name"]):
            continue
        act.enter("copy", item)
        notify(act, "copy", person["id"], "copy", item_id=item.id, text=tidy(text))
        act.done.append(CopySent(item.number, item.title, person["name"]))


_SAME = "SELECT day FROM notice WHERE item_id = :item AND person_id = :person AND cause = 'copy' AND text = :text AND seen IS NULL"
