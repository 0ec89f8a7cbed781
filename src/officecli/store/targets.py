"""The terms of targets as they are kept, with exact numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from officecli.hints import Any
from officecli.light import dataclass
from officecli.model.time.periods import MONTHS, Period, period_of
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a target asks for, in periods of which kind; `threshold`, `bonus` and `weight` are None where nothing was said."""

    metric: str
    target_class: str
    period: str
    direction: str
    goal: Decimal
    unit: str
    threshold: Decimal | None
    bonus: Decimal | None
    weight: Decimal | None
    computed: str | None


@dataclass(frozen=True, kw_only=True)
class TargetTerms(Terms):
    """A target with the terms it has from `since` until (and without) `until`; both are first days of periods of its kind.

    `family_id` is the id of its first terms, which children name as their parent: by its `number` people know it whatever its terms are today.
    `owner_post_id` is the post that answers for it (its own, or that of its duty), where its weight counts; None for a target of an item or a person.
    """

    id: int
    family_id: int
    number: str
    post_id: int | None
    duty_id: int | None
    item_id: int | None
    person_id: int | None = None
    owner_post_id: int | None
    parent_id: int | None
    since: date
    until: date | None
    points: tuple[str, ...]

    @property
    def owner(self) -> tuple[str, int]:
        """What it belongs to: ("post" | "duty" | "item" | "person", id)."""
        owners = (("post", self.post_id), ("duty", self.duty_id), ("item", self.item_id), ("person", self.person_id))
        return next((kind, number) for kind, number in owners if number is not None)

    def holds_in(self, period: Period) -> bool:
        """Whether the period is one of its own: of its kind, and beginning while these terms hold."""
        return period.kind == self.period and self.since <= period.start and not self.ended_by(period.start)

    def periods_in(self, period: Period) -> list[Period]:
        """Its own periods that lie in `period`, which may be a longer one, in order; none in a shorter one."""
        if MONTHS[self.period] > MONTHS[period.kind]:
            return []
        own = [period_of(self.period, period.start)]
        while own[-1].next.start <= period.end:
            own.append(own[-1].next)
        return [one for one in own if self.holds_in(one)]

    def ended_by(self, day: date) -> bool:
        """Whether they hold no more on that day."""
        return self.until is not None and self.until <= day


_TERMS = """SELECT t.*, COALESCE(t.post_id, d.post_id) AS owner_post_id FROM target t LEFT JOIN duty d ON d.id = t.duty_id
WHERE t.target_class IS NOT NULL"""


def every_terms(read: Reader) -> list[TargetTerms]:
    """The terms of all targets that ever were, in the order they were set; plain amounts of items are none."""
    points: dict[int, list[str]] = {}
    for row in read.rows("SELECT target_id, text FROM checklist_point ORDER BY target_id, position"):
        points.setdefault(row["target_id"], []).append(row["text"])
    rows = read.rows(f"{_TERMS} ORDER BY t.id")
    numbers = own_numbers(read, "target") if rows else {}
    return [_terms(row, numbers[row["continues_id"] or row["id"]], tuple(points.get(row["id"], ()))) for row in rows]


def _terms(row: Row, number: str, points: tuple[str, ...]) -> TargetTerms:
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    return TargetTerms(
        id=row["id"],
        family_id=row["continues_id"] or row["id"],
        number=number,
        goal=Decimal(row["amount"]),
        unit=row["unit"],
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        points=points,
        threshold=_exact(row, "threshold"),
        bonus=_exact(row, "bonus"),
        weight=_exact(row, "weight"),
        **same,
    )


_SAME = ("metric", "target_class", "period", "direction", "computed", "post_id", "duty_id", "item_id", "person_id", "owner_post_id", "parent_id")


def _exact(row: Mapping[str, Any], name: str) -> Decimal | None:
    return None if row[name] is None else Decimal(row[name])
