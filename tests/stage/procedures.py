"""Procedures made for a test, row by row, in the base office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from officecli.model.procedures.procedures import Procedure, ProcedureVersion
from officecli.model.procedures.steps import ProcedureStep, StepNeed
from officecli.store.place import place
from officecli.store.write.change import Change, changing
from officecli.store.write.entries import Signature

STEPS: tuple[dict[str, Any], ...] = (
    {"title": "收集", "limit_amount": 1, "limit_unit": "days"},
    {"title": "核稿", "post": "秘书科科长", "limit_amount": 4, "limit_unit": "hours"},
    {"title": "报送"},
)
"""Each needs the one before it."""


def post_id(change: Change, title: str) -> int:
    """The id of the post."""
    return int(change.read.value("SELECT id FROM post WHERE title = :title", title=title))


def procedure(url: str, name: str, recurrence: str | None = "FREQ=WEEKLY;BYDAY=FR", **fields: Any) -> int:
    """A procedure of the clerks of 秘书科 with its first version, from 1 July 2026 on; returns its id."""
    with changing(place(url)) as change:
        change.sign(Signature(0, "setup", "founder"))
        post = post_id(change, fields.pop("post", "秘书科科员"))
        steps: Sequence[dict[str, Any]] = fields.pop("steps", ())
        of_version = {key: fields.pop(key) for key in ("title", "source", "goal", "ahead_days", "due_days", "hours", "urgency") if key in fields}
        made = change.add(
            Procedure, "procedure-add",
            **{"name": name, "kind": "information", "post_id": post, "recurrence": recurrence, "start": date(2026, 7, 1), **fields},
        )  # fmt: skip
        version(change, made.id, 1, date(2026, 7, 1), **{"title": name + " {date}", **of_version}, steps=steps)
        return made.id


def version(change: Change, procedure_id: int, number: int, since: date, *, steps: Sequence[dict[str, Any]] = (), **fields: Any) -> int:
    """A version with its steps, each of which needs the one before; returns its id."""
    made = change.add(ProcedureVersion, "procedure-set", procedure_id=procedure_id, number=number, since=since, **fields)
    before = None
    for position, step in enumerate(steps, 1):
        post = {"post_id": post_id(change, step["post"])} if "post" in step else {}
        values = {key: value for key, value in step.items() if key != "post"}
        row = change.add(ProcedureStep, "procedure-set", version_id=made.id, position=position, **post, **values)
        if before:
            change.add(StepNeed, "procedure-set", step_id=row.id, needs_id=before)
        before = row.id
    return made.id
