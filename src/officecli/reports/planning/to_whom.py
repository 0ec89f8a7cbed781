"""To whom somebody may give a matter."""

from __future__ import annotations

from collections.abc import Collection

from officecli.light import dataclass
from officecli.model.acts import roles_of
from officecli.reports.planning.matter import Matter
from officecli.standing.items.on_items import on_item
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import people_below
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class _Item:
    id: int
    originator_id: int
    lead_id: int


def receivers(read: Reader, giver: Row, matter: Matter) -> Collection[int] | None:
    """The ids of those the giver may give the matter to, as `add` and `assign` are judged (A401, C505); None for anybody."""
    below = {row["id"] for row in people_below(read, giver["id"])}
    if matter.lead_id is not None and matter.item_id is not None and matter.originator_id is not None:
        if matter.lead_id == giver["id"]:
            return below
        standing = on_item(read, giver, _Item(matter.item_id, matter.originator_id, matter.lead_id), "assign")
        return None if standing.role in roles_of("assign") else ()
    if giver["registrar"]:
        return None
    return {giver["id"], *below, *(row["id"] for absent in stands_in_for(read, giver["id"]) for row in people_below(read, absent["id"]))}
