"""The lead waits for somebody, here or outside."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.chain.leader import leader_named, say_leader
from officecli.errors import BadInput, NotFound
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item, Wait
from officecli.typed.office.bodies import find_body
from officecli.typed.text import says_something, tidy


@dataclass(frozen=True)
class Waits(Answer):
    """The item waits for somebody from today."""

    number: str
    whom: str


@dataclass(frozen=True)
class WaitOver(Answer):
    """The item waits no longer."""

    number: str


def wait_for(act: Acting, number: str, whom: str, reason: str) -> None:
    """The lead waits for somebody, here or outside; the clock runs on."""
    item = act.item(number)
    act.enter("wait", item)
    text = tidy(whom)
    if not text or not says_something(reason):
        raise BadInput(
            _("Waiting needs for whom, and why."),
            fix=_('For example: officecli wait {number} --to "county archive" "their copy of the deed"').format(number=item.number),
        )
    person_id, name = _awaited(act, text)
    end_waits(act, item, "wait")
    act.change.add(Wait, "wait", item_id=item.id, person_id=person_id, waiting_for=name, reason=tidy(reason), since=act.change.day)
    act.done.append(Waits(item.number, name))


def _awaited(act: Acting, text: str) -> tuple[int | None, str]:
    """The id (None outside the office) and the name of who is waited for: somebody here, or a body on record, each by as much of the name as says which.

    Anybody else stands in the words that were typed, and that is said, since nobody here is told of it. Raises NotFound for a slip of somebody's name.
    """
    person, name = leader_named(act, text)
    if person:
        return person["id"], person["name"]
    try:
        return None, str(find_body(act.read, name, retired=True)["name"])
    except NotFound:
        say_leader(act, text, None, name)
        return None, name


def wait_over(act: Acting, number: str) -> None:
    """What was waited for has come."""
    item = act.item(number)
    act.enter("wait", item)
    if not end_waits(act, item, "wait"):
        act.forbid(item, _("It waits for nobody."), _("See how it stands with: officecli show {number}").format(number=item.number))
    act.done.append(WaitOver(item.number))


def end_waits(act: Acting, item: Item, verb: str) -> bool:
    """End the item's open waits; whether there were any."""
    rows = act.read.rows("SELECT id FROM wait WHERE item_id = :item AND until IS NULL", item=item.id)
    for row in rows:
        act.change.set(act.change.get(Wait, row["id"]), verb, until=act.change.day)
    return bool(rows)
