"""Rules set aside for the items a command is about, in the role of whoever allows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.model.record import Waiver
from officecli.standing.office.over_people import as_superior
from officecli.standing.standing import Standing
from officecli.store.read.reader import Reader, Row
from officecli.store.write.change import Change
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.office.people import find_person
from officecli.typed.record.waivers import Waiving, last_day


@dataclass(frozen=True)
class SetAside(Answer):
    """The rule of this code is set aside for the item until a day, or for good."""

    rule: str
    number: str
    until: DaySeen | None


def allow(change: Change, actor: Row, item_id: int, waivings: Sequence[Waiving]) -> Iterator[SetAside]:
    """Record that these rules are set aside for the item; answers with those that hold again some day, which is read back."""
    for waiving in waivings:
        approver = find_person(change.read, waiving.by) if waiving.by else actor
        item = change.get(Item, item_id)
        standing = _allowing(change.read, actor, item, approver)
        change.act(standing.role, standing.behalf)
        until = last_day(change.read, waiving.until)
        change.add(
            Waiver,
            "waive",
            rule=waiving.rule,
            item_id=item_id,
            approver_id=approver["id"],
            day=change.day,
            reason=waiving.reason,
            expires=until,
        )
        if until:
            yield SetAside(waiving.rule, item.number, seen_today(change.read, until))


def _allowing(read: Reader, actor: Row, item: Item, approver: Row) -> Standing:
    """In which role a rule is set aside for the item. Raises BadInput where a superior of its lead names another than themselves."""

    def above(person_id: int) -> Standing | None:
        return as_superior(read, person_id, item.lead_id, "lead-superior")

    me = actor["id"]
    if approver["id"] == me:
        return above(me) or Standing("none")
    if above(me) and not actor["registrar"]:
        raise BadInput(
            _("{name} may allow it, and cannot record that another does.").format(name=actor["name"]),
            why=_("Only a registrar records what somebody else allows."),
            fix=_("Allow it yourself: leave out --waived-by (of officecli waiver add: --by)."),
        )
    entitled = actor["registrar"] and me != item.lead_id and above(approver["id"])
    return Standing("registrar" if entitled else "none", (approver["id"], approver["name"]))
