"""Writes procedures as the TOML file that describes them; reading that file changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from officecli.files.procedures.shapes import PROCEDURE, STEP
from officecli.files.toml.writing import written
from officecli.model.names import name_key
from officecli.store.procedures import ProcedureOnRecord, Step
from officecli.store.read.reader import Reader
from officecli.typed.office.duties import every_duty
from officecli.typed.office.posts import clear_names
from officecli.typed.procedures.limits import say_limit
from officecli.typed.recurrence import read_every, say_every


def procedures_as_toml(read: Reader, procedures: Iterable[ProcedureOnRecord]) -> str:
    """The procedures, each with its steps, as a file for `procedure add`."""
    names = _Names(read)
    return "\n\n".join("\n".join(_lines(one, names)) for one in procedures) + "\n"


class _Names:
    """How posts, duties and kinds of emergency are written: alone where that is clear."""

    def __init__(self, read: Reader) -> None:
        self.posts = clear_names(read)
        duties = [duty for duty in every_duty(read) if not duty["retired"]]
        titles = [name_key(duty["title"]) for duty in duties]
        self.duties = {duty["id"]: duty["title"] if titles.count(name_key(duty["title"])) == 1 else duty["label"] for duty in duties}
        self.emergencies = {row["id"]: row["name"] for row in read.rows("SELECT id, name FROM emergency")}


def _lines(one: ProcedureOnRecord, names: _Names) -> Iterator[str]:
    yield "[[procedure]]"
    yield from written(PROCEDURE, _values(one, names))
    for step in one.steps:
        yield ""
        yield "[[procedure.step]]"
        yield from written(STEP, _step_values(step, names))


def _values(one: ProcedureOnRecord, names: _Names) -> dict[str, Any]:
    schedule, content = one.schedule, one.content
    every = say_every(schedule["recurrence"], schedule["days_off"]) if schedule["recurrence"] else ""
    implied = read_every(every).days_off if every else ""
    return {
        "name": one.name,
        "kind": schedule["kind"],
        "post": names.posts.get(schedule["post_id"]),
        "duty": names.duties.get(schedule["duty_id"]),
        "emergency": names.emergencies.get(schedule["emergency_id"]),
        "every": every,
        "start": schedule["start"],
        "until": schedule["until"],
        "days_off": schedule["days_off"] if schedule["days_off"] != (implied or "before") else None,
        "title": content["title"],
        "source": content["source"],
        "goal": content["goal"],
        "urgency": content["urgency"],
        "importance": content["importance"],
        "hours": content["hours"],
        "ahead": content["ahead_days"],
        "due_in": content["due_days"],
    }


def _step_values(step: Step, names: _Names) -> dict[str, Any]:
    return {
        "title": step.title,
        "who": names.posts.get(step.post_id or 0),
        "standard": step.standard,
        "check": step.check_point,
        "limit": say_limit(step.limit_amount, step.limit_unit),
        "needs": list(step.needs),
    }
