"""The procedures as the store keeps them, each with its newest version."""

from __future__ import annotations

from datetime import date

from officecli.hints import Any
from officecli.light import dataclass
from officecli.store.read.reader import Reader, Row
from officecli.store.steps import NEWEST_VERSION

SCHEDULE = ("kind", "post_id", "duty_id", "emergency_id", "recurrence", "start", "until", "days_off")
"""What of a procedure is changed in place."""
CONTENT = ("title", "source", "goal", "urgency", "importance", "hours", "ahead_days", "due_days")
"""What its items are like: a change of it is a new version, and so is one of its steps."""


@dataclass(frozen=True)
class Step:
    """A step of a version; `needs` are the positions of the steps before it."""

    title: str
    post_id: int | None = None
    standard: str = ""
    check_point: str = ""
    limit_amount: int | None = None
    limit_unit: str | None = None
    needs: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProcedureOnRecord:
    """A procedure: `schedule` and `content` by column, dates as dates."""

    id: int
    name: str
    retired: bool
    generated_until: date | None
    number: int
    schedule: dict[str, Any]
    content: dict[str, Any]
    steps: tuple[Step, ...]


_ALL = f"""SELECT p.*, v.id AS version_id, v.number, v.title, v.source, v.goal, v.urgency, v.importance, v.hours, v.ahead_days, v.due_days
FROM procedure p JOIN {NEWEST_VERSION}"""

_STEPS = """SELECT s.id, s.version_id, s.title, s.post_id, s.standard, s.check_point, s.limit_amount, s.limit_unit, s.position
FROM procedure_step s WHERE s.version_id BETWEEN :lo AND :hi ORDER BY s.version_id, s.position"""

_NEEDS = """SELECT n.step_id, b.position FROM step_need n JOIN procedure_step b ON b.id = n.needs_id
WHERE b.version_id BETWEEN :lo AND :hi ORDER BY n.step_id, b.position"""


def every_procedure(read: Reader) -> list[ProcedureOnRecord]:
    """All procedures, retired ones too, in the order in which they were written."""
    return _procedures(read, read.rows(_ALL + " ORDER BY p.id"), 0, 1 << 60)


def procedure_on_record(read: Reader, procedure_id: int) -> ProcedureOnRecord:
    """One procedure."""
    rows = read.rows(_ALL + " WHERE p.id = :id", id=procedure_id)
    return _procedures(read, rows, rows[0]["version_id"], rows[0]["version_id"])[0]


def _procedures(read: Reader, rows: list[Row], lo: int, hi: int) -> list[ProcedureOnRecord]:
    needs: dict[int, list[int]] = {}
    for need in read.rows(_NEEDS, lo=lo, hi=hi):
        needs.setdefault(need["step_id"], []).append(need["position"])
    steps: dict[int, list[Step]] = {}
    for one in read.rows(_STEPS, lo=lo, hi=hi):
        columns = {name: one[name] for name in ("title", "post_id", "standard", "check_point", "limit_amount", "limit_unit")}
        steps.setdefault(one["version_id"], []).append(Step(**columns, needs=tuple(needs.get(one["id"], ()))))
    return [
        ProcedureOnRecord(
            id=row["id"],
            name=row["name"],
            retired=bool(row["retired"]),
            generated_until=_day(row["generated_until"]),
            number=row["number"],
            schedule={name: _day(row[name]) if name in ("start", "until") else row[name] for name in SCHEDULE},
            content={name: row[name] for name in CONTENT},
            steps=tuple(steps.get(row["version_id"], ())),
        )
        for row in rows
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
