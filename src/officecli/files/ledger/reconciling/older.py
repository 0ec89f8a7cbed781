"""Which rows say again what was on record once: the file may be an older copy, last month's, or another's who had it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.files.ledger.reconciling.plan import Paired
from officecli.model.codes import OVER
from officecli.store.read.reader import Reader

_FORMER = """SELECT item_id AS id, 'progress' AS field, text AS said FROM note WHERE item_id IN ({ids})
    UNION ALL SELECT item_id, 'percent', CAST(progress AS TEXT) FROM note WHERE item_id IN ({ids}) AND progress IS NOT NULL
    UNION ALL SELECT item_id, 'due', CAST(due AS TEXT) FROM past_deadline WHERE item_id IN ({ids}) AND due IS NOT NULL
    UNION ALL SELECT l.item_id, 'lead', p.name FROM past_lead l JOIN person p ON p.id = l.person_id WHERE l.item_id IN ({ids})"""
"""What was told, granted or charged before, and is kept for good."""

_AT_ONCE = 500
_ENDED = ("submitted", *OVER)


def older(read: Reader, differing: Sequence[Paired]) -> Iterator[int]:
    """The rows that differ in nothing but what an item said before; a state alone goes forth and back, and one that tells of an end is news."""
    for start in range(0, len(differing), _AT_ONCE):
        rows = differing[start : start + _AT_ONCE]
        ids = ", ".join(str(int(one.record["id"])) for one in rows)
        former = {(row["id"], row["field"], " ".join(row["said"].split())) for row in read.rows(_FORMER.format(ids=ids))}
        for one in rows:
            said = [(one.record["id"], two.field, " ".join(str(two.new).split())) for two in one.differences if two.field != "status"]
            news = any(two.field == "status" and two.new in _ENDED for two in one.differences)
            if said and not news and former.issuperset(said):
                yield one.row
