"""Puts rows back to what they were before some entries of the trail, table by table, the last entry first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from officecli.errors import Overtaken
from officecli.i18n import _
from officecli.light import dataclass
from officecli.store.judge import runs
from officecli.store.read.opening import broken_rules
from officecli.store.read.reader import Reader
from officecli.store.write.writer import Fields, Writer


@dataclass(frozen=True)
class Step:
    """What becomes of one row: as it is (None: it is not there), and as it will be (None: it is gone), of a change only the fields that differ."""

    table: str
    row_id: int
    item_id: int | None
    before: Fields | None
    after: Fields | None

    @property
    def form(self) -> tuple[str, str, tuple[str, ...]]:
        """Steps of one form are written by one statement."""
        kind = "remove" if self.after is None else "add" if self.before is None else "set"
        return kind, self.table, tuple(self.after or ())


def steps_back(read: Reader, entries: Sequence[dict[str, Any]]) -> Iterator[Step]:
    """What takes the entries back, the last first; a row that is made again has the id it had."""
    now = _present(read, entries)
    for entry in reversed(entries):
        table, row_id, item_id = entry["subject"], entry["id"], entry["item"]
        there, wanted = now.get((table, row_id)), entry["before"]
        if table == "notice" and there is None and entry["after"] is not None:
            continue  # it went with its matter, which was taken back meanwhile
        if entry["before"] is None:
            del now[table, row_id]
            yield Step(table, row_id, item_id, before=_whole(there or {}), after=None)
        elif entry["after"] is None:
            now[table, row_id] = dict(wanted)
            yield Step(table, row_id, item_id, before=None, after=dict(wanted))
        else:
            assert there is not None
            new = {name: value for name, value in wanted.items() if name != "version" and there.get(name) != value}
            if not new and wanted.keys() != {"version"}:  # an act that only marks a row is taken back by another mark
                continue
            if "version" in there:
                new["version"] = there["version"] + 1
            old = {name: there.get(name) for name in new}
            there.update(new)
            yield Step(table, row_id, item_id, before=old, after=new)


def _present(read: Reader, entries: Sequence[dict[str, Any]]) -> dict[tuple[str, int], Fields]:
    """The rows of the entries as they stand."""
    ids: dict[str, set[int]] = {}
    for entry in entries:
        ids.setdefault(entry["subject"], set()).add(entry["id"])
    return {
        (table, row["id"]): row
        for table, wanted in ids.items()
        for low, high in runs(wanted)
        for row in read.rows(f"SELECT * FROM {table} WHERE id BETWEEN :low AND :high", low=low, high=high)
    }


def _whole(row: Fields) -> Fields:
    return {name: value for name, value in row.items() if value is not None}


def write_steps(writer: Writer, steps: Sequence[Step]) -> None:
    """Write the rows, where the writer is allowed to. Raises Overtaken where something
    made since has taken what a row had for itself, such as its number or its name.
    """
    for form, alike in groupby(steps, lambda step: step.form):
        rows = list(alike)
        try:
            writer.run(_statement(writer, *form), [_values(step) for step in rows])
        except broken_rules(writer.engine) as error:
            raise Overtaken(
                _("Something made since has taken what would come back: {what}.").format(what=_called(rows)),
                fix=_("See what was done since with: officecli history; and do it anew by hand."),
            ) from error


def _statement(writer: Writer, kind: str, table: str, names: tuple[str, ...]) -> str:
    mark = writer.marks(1)
    if kind == "remove":
        return f'DELETE FROM "{table}" WHERE id = {mark}'
    if kind == "add":
        fields = ", ".join(f'"{name}"' for name in names)
        return f'INSERT INTO "{table}" ({fields}) VALUES ({writer.marks(len(names))})'
    changed = ", ".join(f'"{name}" = {mark}' for name in names)
    return f'UPDATE "{table}" SET {changed} WHERE id = {mark}'


def _values(step: Step) -> tuple[Any, ...]:
    fields = tuple((step.after or {}).values())
    return fields if step.before is None else (*fields, step.row_id)


def _called(steps: Sequence[Step]) -> str:
    """What the rows are known by, of the first few."""
    names = [str(value) for step in steps for field in ("number", "name", "login", "title", "day") if (value := (step.after or {}).get(field))]
    return ", ".join(names[:3]) or steps[0].table
