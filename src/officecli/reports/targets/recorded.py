"""The results that people recorded, as they stand: each as its last correction says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from officecli.light import dataclass
from officecli.model.time.periods import Period
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class Recorded:
    """A recorded result as it stands: `number` is that of its last correction (`id` the row's), `value` what that says, `by` who recorded that.

    `pieces` is how many pieces there are, or of a rate how many are behind it, where that was said. One that `waits` for a superior to confirm it
    counts nothing yet; what it is to correct counts meanwhile, and stands before it.
    """

    id: int
    target_id: int
    value: Decimal
    points: str | None
    evidence: str
    day: str
    by: str
    pieces: Decimal | None = None
    waits: bool = False
    number: str = ""


def results_in(read: Reader, period: Period, numbers: Mapping[int, str]) -> list[Recorded]:
    """The results recorded for the period by the reader's day, as they stand; `numbers` are their own, by id."""
    return standing(
        read.rows(
            """SELECT r.*, p.name AS recorded_by FROM target_result r JOIN person p ON p.id = r.person_id
               WHERE r.period_start = :start AND r.day <= :as_of ORDER BY r.id""",
            start=period.start.isoformat(),
            as_of=read.as_of.isoformat(),
        ),
        read.as_of.isoformat(),
        numbers,
    )


def standing(rows: Iterable[Row], as_of: str = "9999", numbers: Mapping[int, str] = {}) -> list[Recorded]:
    """The results as they stand: each with its last correction in its own place, so that correcting an old one does not make it the newest.

    What was confirmed after the day `as_of` waits.
    """
    first: dict[int, int] = {}
    stands: dict[int, list[Recorded]] = {}
    for row in rows:
        place = first[row["id"]] = first.get(row["corrects_id"] or 0, int(row["id"]))
        one = _recorded(row, as_of, numbers)
        before = [there for there in stands.get(place, ()) if not there.waits] if one.waits else []
        stands[place] = [*before, one]
    return [one for place in stands.values() for one in place]


def _recorded(row: Row, as_of: str, numbers: Mapping[int, str]) -> Recorded:
    pieces = Decimal(row["pieces"]) if row.get("pieces") else None
    waits = bool(row.get("to_confirm")) and (row["confirmed"] or "9999-12-31") > as_of
    number = numbers.get(row["id"], "")
    return Recorded(
        row["id"], row["target_id"], Decimal(row["value"]), row["points"], row["evidence"], row["day"], row["recorded_by"], pieces, waits, number
    )
