"""Telling people of a matter: whoever is told finds it under “for your information” until they have seen it, or have acted on the matter.

The table of notices refers to most others, and is declared only where a notice is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from officecli.actions.acting import Acting


def notify(act: Acting, verb: str, person_id: int, cause: str, *, text: str = "", **matter: int | None) -> bool:
    """Tell somebody of the one `matter` (item_id, request_id, …) as part of the act `verb`; whether they were: nobody is told of what they do themselves.

    Who has left is told no more, and the founder's account is nobody.
    """
    here = act.read.row("SELECT 1 AS one FROM person WHERE id = :id AND left_on IS NULL AND account = 0", id=person_id)
    if here is None or person_id in (act.actor["id"], act.answering_id):
        return False
    from officecli.model.notices import Notice

    act.change.add(Notice, verb, person_id=person_id, cause=cause, by_id=act.answering_id, text=text, day=act.today, **matter)
    return True


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

_ACTED_ON = """
SELECT n.id FROM notice n
WHERE n.person_id = :person AND n.seen IS NULL AND n.id < :first AND EXISTS (
  SELECT 1 FROM trail t WHERE t.seq >= :first AND t.verb NOT IN ('undo', 'redo') AND (
    t.item_id = n.item_id OR (t.subject = 'request' AND t.subject_id = n.request_id) OR (t.subject = 'decision' AND t.subject_id = n.decision_id)
    OR (t.subject = 'difficulty' AND t.subject_id = n.difficulty_id) OR (t.subject = 'handover_note' AND t.subject_id = n.handover_id)
    OR (t.subject = 'target' AND t.subject_id = n.target_id)
    OR (t.subject = 'target_result' AND EXISTS (
      SELECT 1 FROM target_result v JOIN target g ON g.id = v.target_id WHERE v.id = t.subject_id AND COALESCE(g.continues_id, g.id) = n.target_id))))
ORDER BY n.id"""


def settle_by_acting(act: Acting) -> None:
    """Whoever has acted on a matter knows of it: what they were told of it before is seen. Asks the trail, where the act must stand."""
    settled = act.read.rows(_ACTED_ON, person=act.actor["id"], first=act.change.first)
    if settled:
        from officecli.model.notices import Notice

        for row in settled:
            act.change.set(act.change.get(Notice, row["id"]), "seen", seen=act.today)
