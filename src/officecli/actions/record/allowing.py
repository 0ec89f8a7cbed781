"""Rules set aside for the items a command is about, in the role of whoever allows it."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.items import Item
from officecli.model.record import Waiver
from officecli.standing.office.over_people import as_superior
from officecli.standing.standing import Standing
from officecli.store.read.reader import Row
from officecli.typed.office.people import find_person
from officecli.typed.record.waivers import last_day


def allow(act: Acting, item_id: int) -> None:
    """Record that the rules the command names are set aside for the item."""
    for waiving in act.waivings:
        item = act.change.get(Item, item_id)
        approver = find_person(act.read, waiving.by) if waiving.by else act.actor
        act.sign(_allowing(act, item, approver))
        act.change.add(
            Waiver,
            "waive",
            rule=waiving.rule,
            item_id=item_id,
            approver_id=approver["id"],
            day=act.change.day,
            reason=waiving.reason,
            expires=last_day(act.read, waiving.until),
        )


def _allowing(act: Acting, item: Item, approver: Row) -> Standing:
    """In which role a rule is set aside for the item. Raises BadInput where a superior of its lead names another than themselves."""

    def above(person_id: int) -> Standing | None:
        return as_superior(act.read, person_id, item.lead_id, "lead-superior")

    me = act.actor["id"]
    if approver["id"] == me:
        return above(me) or Standing("none")
    if above(me) and not act.actor["registrar"]:
        raise BadInput(
            _("{name} may allow it, and cannot record that another does.").format(name=act.actor["name"]),
            why=_("Only a registrar records what somebody else allows."),
            fix=_("Allow it yourself: leave --waived-by (of officecli waiver add: --by) away."),
        )
    entitled = act.actor["registrar"] and me != item.lead_id and above(approver["id"])
    return Standing("registrar" if entitled else "none", (approver["id"], approver["name"]))
