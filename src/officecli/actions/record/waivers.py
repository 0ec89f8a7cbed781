"""Waivers by themselves: given for items that are on record, and ended before their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.record.allowing import SetAside
from officecli.errors import BadInput, NotFound
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.model.record import Waiver
from officecli.standing.office.over_people import as_superior
from officecli.standing.standing import Standing
from officecli.store.own_numbers import own_number_of
from officecli.store.read.reader import Row
from officecli.typed.day_said import seen_today
from officecli.typed.own_numbers import find_own
from officecli.typed.record.waivers import check_waivings, last_day
from officecli.typed.text import says_something, shown, tidy


@dataclass(frozen=True)
class SetAsideAlready(Answer):
    """The rule is set aside for the item by a waiver that says the same; nothing is recorded."""

    rule: str
    number: str
    waiver: str
    day: date


@dataclass(frozen=True)
class SetAsideBeside(Answer):
    """The rule is set aside for the item by these waivers besides, so that none of them alone lets it hold again by its end."""

    rule: str
    number: str
    waivers: tuple[str, ...]


@dataclass(frozen=True)
class WaiverEnded(Answer):
    """A waiver is over."""

    waiver: str


@dataclass(frozen=True)
class HoldsAgain(Answer):
    """The rule of this code holds again for the item."""

    rule: str
    number: str


def add_waiver(act: Acting, code: str, number: str, reason: str, *, by: str = "", until: str = "") -> None:
    """Set a rule aside for this item; the act's conclusion records it, in the role of whoever allows it."""
    item = act.item(number)
    how = _('Say why: officecli waiver add {code} {number} --reason "why it is unavoidable"').format(code=shown(code.upper()), number=item.number)
    act.waivings = check_waivings([f"{code}={reason}"], by, until, reason_said=how)
    day = last_day(act.read, until)
    rule = act.waivings[0].rule
    others = _in_force(act, rule, item.id)
    said = (act.person(by)["id"] if by else act.actor["id"], act.waivings[0].reason, day and day.isoformat())
    if same := next((one for one in others if (one["approver_id"], one["reason"], one["expires"]) == said), None):
        act.waivings = ()
        act.done.append(SetAsideAlready(rule, item.number, own_number_of(act.read, "waiver", same["id"]), date.fromisoformat(same["day"])))
        return
    act.done.append(SetAside(rule, item.number, seen_today(act.read, day) if day else None))
    _say_beside(act, rule, item.number, others)


def _in_force(act: Acting, rule: str, item_id: int) -> Sequence[Row]:
    """The waivers that set the rule aside for the item today."""
    return act.read.rows(
        """SELECT id, approver_id, reason, day, expires FROM waiver
        WHERE rule = :rule AND item_id = :item AND (expires IS NULL OR expires >= :day) ORDER BY id""",
        rule=rule,
        item=item_id,
        day=act.today.isoformat(),
    )


def _say_beside(act: Acting, rule: str, number: str, others: Sequence[Row]) -> None:
    if others:
        act.done.append(SetAsideBeside(rule, number, tuple(own_number_of(act.read, "waiver", one["id"]) for one in others)))


def end_waiver(act: Acting, typed: str, reason: str) -> None:
    """End a waiver in force: the rule bites again from today. Raises NotFound for none of this number, BadInput for one that is over."""
    row = act.read.row("SELECT id, rule, item_id, approver_id, expires FROM waiver WHERE id = :id", id=find_own(act.read, "waiver", typed))
    if row is None:
        raise NotFound(_("There is no waiver “{number}”.").format(number=shown(typed)), fix=_("See them with: officecli waiver list"))
    if row["expires"] and row["expires"] < act.today.isoformat():
        number = own_number_of(act.read, "waiver", row["id"])
        raise BadInput(_("Waiver {number} has been over since {day}.").format(number=number, day=row["expires"]))
    if not says_something(reason):
        raise BadInput(_("Ending a waiver needs its reason."), fix=_("Say why with --reason."))
    item = act.change.get(Item, row["item_id"])
    standing = as_superior(act.read, act.actor["id"], item.lead_id, "lead-superior")
    if standing is None and act.actor["registrar"]:
        approver = act.read.row("SELECT id, name FROM person WHERE id = :id", id=row["approver_id"])
        standing = Standing("registrar", (approver["id"], approver["name"]) if approver else None)
    standing = standing or Standing("none")
    act.sign(standing)
    act.change.reason = tidy(reason)
    act.change.set(act.change.get(Waiver, row["id"]), "unwaive", expires=act.today - timedelta(days=1))
    if others := _in_force(act, row["rule"], item.id):
        act.done.append(WaiverEnded(own_number_of(act.read, "waiver", row["id"])))
        _say_beside(act, row["rule"], item.number, others)
    else:
        act.done.append(HoldsAgain(row["rule"], item.number))
