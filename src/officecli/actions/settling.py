"""Marks notices as seen by acting: whoever has acted on a matter knows of it."""

from __future__ import annotations

from officecli.store.write.change import Change

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


def settle_by_acting(change: Change, actor_id: int) -> None:
    """What the actor was told before of a matter that they have acted on is seen. Asks the trail, where the act must stand."""
    settled = change.read.rows(_ACTED_ON, person=actor_id, first=change.first)
    if settled:
        from officecli.model.notices import Notice  # refers to most tables, and is declared only where a notice is written

        for row in settled:
            change.set(change.get(Notice, row["id"]), "seen", seen=change.read.today)
