"""Telling people of a matter: whoever is told finds it under “for your information” until they have seen it, or have acted on the matter.

The table of notices refers to most others, and is declared only where a notice is written.
"""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.model.items import Item


def notify(act: Acting, verb: str, person_id: int, cause: str, *, text: str = "", **matter: int | None) -> bool:
    """Tell somebody of the one `matter` (item_id, request_id, …) as part of the act `verb`; whether they were: nobody is told of what they do themselves.

    Who has left is told no more, and the founder's account is nobody.
    """
    if person_id in (act.actor["id"], act.answering_id):
        return False
    return tell(act, verb, person_id, cause, by_id=act.answering_id, text=text, **matter)


def tell(act: Acting, verb: str, person_id: int, cause: str, *, by_id: int, text: str = "", **matter: int | None) -> bool:
    """Write the notice, whoever it is for; whether the person is here to read it."""
    if act.read.row("SELECT 1 AS one FROM person WHERE id = :id AND left_on IS NULL AND account = 0", id=person_id) is None:
        return False
    from officecli.model.notices import Notice

    act.change.add(Notice, verb, person_id=person_id, cause=cause, by_id=by_id, text=text, day=act.today, **matter)
    return True


def tell_of_act(act: Acting, verb: str, item: Item, *people: int) -> None:
    """Tell whoever had the item in hand what was done to it, unless they wait to see just that: the notice keeps the act, which is put into words for
    its reader. Of what is not handed out yet nobody knows, and an import says what was done elsewhere.
    """
    for person_id in dict.fromkeys(people) if item.issued <= act.today and act.verb != "import" else ():
        if not act.read.row(_TOLD_OF_ACT, item=item.id, person=person_id, verb=verb):
            notify(act, verb, person_id, "copy", text=verb, item_id=item.id)


_TOLD_OF_ACT = "SELECT 1 AS one FROM notice WHERE item_id = :item AND person_id = :person AND cause = 'copy' AND text = :verb AND seen IS NULL"


def tell_passed_over(act: Acting, verb: str, item_id: int) -> None:
    """Tell every superior over whose head the item was given."""
    from officecli.rules.chain.superior_not_told import RULE
    from officecli.store import judge

    for finding in judge.findings(act.read, RULE, ((item_id, item_id),)):
        tell_of_order(act, verb, item_id, int(finding.key))


def tell_of_order(act: Acting, verb: str, item_id: int, person_id: int) -> None:
    """Tell a superior of an order given over their head, unless they have been told and have not seen it yet."""
    if not act.read.row(_TOLD_OF_ORDER, item=item_id, person=person_id):
        notify(act, verb, person_id, "order", item_id=item_id)


_TOLD_OF_ORDER = "SELECT 1 AS one FROM notice WHERE item_id = :item AND person_id = :person AND cause = 'order' AND seen IS NULL"
