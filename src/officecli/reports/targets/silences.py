"""Where feedback was missing: each day on which D306 found it so for the first time since the last sign of life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from officecli.hints import Any
from officecli.light import dataclass
from officecli.model.time.feedback import missed_on
from officecli.store.calendar.due_days import FEEDBACK_LIMIT
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class Silence:
    """Feedback was missing on a `day` (ISO text) of an item (`row`: id, number,
    title, lead_id, cancelled); `waivers` are those of D306: since when, until when.
    """

    row: Row
    day: str
    waivers: Sequence[tuple[str, str]]

    def found(self, last: str) -> bool:
        """Whether it counts, as the day `last` saw it: by then nobody had waived it."""
        return not any(given <= last and self.day <= expires for given, expires in self.waivers)


_REPORTED_ON = f"""
SELECT i.id, i.number, i.title, i.lead_id, i.closed, i.cancelled, i.feedback_every, {FEEDBACK_LIMIT} AS most,
       CASE WHEN i.issued > i.registered THEN i.issued ELSE i.registered END AS began
FROM item i
WHERE i.id IN (SELECT c.id FROM item c WHERE c.closed > :start UNION ALL SELECT c.id FROM item c WHERE c.closed IS NULL AND c.status <> 'closed')
  AND i.feedback_every IS NOT NULL AND i.issued <= :as_of
ORDER BY i.id"""
"""Two halves, for both of which the index of closings answers: with OR between them every item would be looked at."""

_SIGNS = """
SELECT s.* FROM (
  SELECT item_id, day, day AS until FROM note WHERE day <= :as_of
  UNION ALL SELECT item_id, day, CASE WHEN reviewed <= :as_of THEN reviewed END FROM submission WHERE day <= :as_of
  UNION ALL SELECT item_id, since, CASE WHEN until <= :as_of THEN until END FROM pause WHERE since <= :as_of
  UNION ALL SELECT item_id, COALESCE(closed, ''), CASE WHEN until <= :as_of THEN until END FROM past_closing WHERE COALESCE(closed, '') <= :as_of
) s JOIN item i ON i.id = s.item_id WHERE i.feedback_every IS NOT NULL AND (i.closed > :start OR (i.closed IS NULL AND i.status <> 'closed'))"""
"""What begins the feedback period anew on the day `until`; from `day` to then (for ever, where there is none) nobody waits for feedback."""


def silences(read: Reader, values: Mapping[str, Any]) -> list[Silence]:
    """Those from the day :start to the day :as_of, whatever was done to the item since: what ends a silence is of a later day."""
    due = read.rows(_REPORTED_ON, values)
    if not due:
        return []
    from officecli.store.calendar.days import working_days  # few offices have what is reported on from time to time

    signs: dict[int, list[tuple[str, str]]] = {}
    for row in read.rows(_SIGNS, values):
        signs.setdefault(row["item_id"], []).append((row["day"], row["until"] or "9999"))
    waivers: dict[int, list[tuple[str, str]]] = {}
    for row in read.rows("SELECT item_id, day, COALESCE(expires, '9999') AS expires FROM waiver WHERE rule = 'D306' AND item_id IS NOT NULL"):
        waivers.setdefault(row["item_id"], []).append((row["day"], row["expires"]))
    days = working_days(read)
    found = []
    for row in due:
        spans = signs.get(row["id"], [])
        begins = sorted({row["began"], *(until for _day, until in spans if until < "9999" and until > row["began"])})
        for begun, ended in zip(begins, [*begins[1:], "9999"], strict=True):
            missed = missed_on(row["feedback_every"], date.fromisoformat(begun), row["most"], days).isoformat()
            in_hands = missed < (row["closed"] or "9999") and not any(day <= missed < until for day, until in spans)
            if values["start"] <= missed <= values["as_of"] and missed < ended and in_hands:
                found.append(Silence(row, missed, waivers.get(row["id"], ())))
    return found
