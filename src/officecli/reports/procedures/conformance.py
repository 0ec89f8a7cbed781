"""Whether items went through the steps of their procedures: all of them, in order, in time.

How it is counted:
An item counts once it was handed out; a cancelled one does not. It is finished once its result was handed in, and not returned.
A step is due once it was opened, and every step of a finished item is. In order: done after all it needs. Late: done past its limit, or past it and not done.
Not done: left out, though the item is finished. Conforming: a finished item with nothing left out, out of order or late; its share is of the finished ones
that have steps. --since and --until choose items by the day they were handed out.
  officecli conformance
  officecli conformance --by person --unit Records
  officecli conformance --explain "Weekly bulletin"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from officecli.hints import Any
from officecli.i18n import N_, _, clauses, listed
from officecli.light import dataclass
from officecli.model.words import word
from officecli.reports.items.item_rows import columns, sift
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.lists import named
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.sorting import sorted_rows
from officecli.reports.shape.takes import Option, Takes
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.office.people import find_person_ever

BY = ("procedure", "person", "unit")
TAKES = Takes(
    options=(
        Option("by", N_("A row for each procedure, person or unit."), "procedure", BY),
        Option("explain", N_("The items behind the row of this procedure, person or unit, with what was off."), ""),
    ),
)

_FOLLOWING = "procedure_id IS NOT NULL AND status <> 'cancelled' AND issued <= :as_of"
_OF_ITEMS = "id, number, title, lead_id, lead, unit_id, unit, procedure_id, status, due, first_submitted"

# A step is judged as it stood on the day looked at. `leap`: it was done before a step it needs.
_STEPS = """
SELECT x.item_id, x.position, x.title, x.opened, x.done, x.late,
       CASE WHEN x.done = 1 AND EXISTS (
         SELECT 1 FROM step_need n LEFT JOIN item_step e ON e.item_id = x.item_id AND e.step_id = n.needs_id
         WHERE n.step_id = x.step_id AND (e.done_at IS NULL OR e.done_at > x.done_at)
       ) THEN 1 ELSE 0 END AS leap
FROM (
  SELECT i.id AS item_id, q.id AS step_id, q.position, q.title, s.done_at,
         CASE WHEN s.opened <= :as_of THEN 1 ELSE 0 END AS opened, CASE WHEN s.done <= :as_of THEN 1 ELSE 0 END AS done,
         CASE WHEN s.opened <= :as_of AND CASE WHEN s.done <= :as_of THEN s.done_at ELSE CAST(:now AS TEXT) END > s."by" THEN 1 ELSE 0 END AS late
  FROM item i
  JOIN procedure_step q ON q.version_id = i.procedure_version_id
  LEFT JOIN item_step s ON s.item_id = i.id AND s.step_id = q.id
  WHERE i.procedure_id IS NOT NULL AND i.issued <= :as_of AND i.id BETWEEN :lo AND :hi
) x"""


@dataclass
class Tally:
    """What is counted of an item, or of many."""

    items: int = 0
    finished: int = 0
    due: int = 0
    done: int = 0
    in_order: int = 0
    in_time: int = 0
    late: int = 0
    left_out: int = 0
    judged: int = 0
    conforming: int = 0

    def add(self, other: Tally) -> None:
        """Count the other's too."""
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def shown(self) -> dict[str, Any]:
        """The figures by column key; the share cut to one decimal, so that only all of them are 100."""
        figures = {name: getattr(self, name) for name in vars(self)}
        return {**figures, "share": 1000 * self.conforming // self.judged / 10 if self.judged else None}


def report(read: Reader, filters: Filters, *, by: str = "procedure", explain: str = "") -> Report:
    """The figures by procedure, person or unit, or the items behind one row; raises BadInput or NotFound for what cannot be understood."""
    by = check_code(by, BY, "--by")
    chosen = choose(read, filters)
    items = _judged(read, sift(read, chosen, _FOLLOWING, columns=_OF_ITEMS))
    names = {row["id"]: row["name"] for row in read.rows("SELECT id, name FROM procedure ORDER BY id")}
    for item in items:
        item["procedure"] = names[item["procedure_id"]]
    said = {**chosen.said, "by": by}
    return _explained(read, items, filters, said, by, explain) if explain else _table(read, items, filters, said, by)


def _judged(read: Reader, items: list[Row]) -> list[Row]:
    """The items, each with its `tally` and what was off: the `faults` of its steps, and in words."""
    if not items:
        return []
    steps: dict[int, list[Row]] = {}
    ids = [item["id"] for item in items]
    for step in read.rows(_STEPS, as_of=read.as_of.isoformat(), now=read.moment, lo=min(ids), hi=max(ids)):
        steps.setdefault(step["item_id"], []).append(step)
    for item in items:
        item["tally"], item["faults"] = _tally(sorted(steps.get(item["id"], []), key=lambda step: int(step["position"])), item)
        item["off"] = clauses(f"{one['position']} {one['step']} – {listed(_IN_WORDS[code]() for code in one['faults'])}" for one in item["faults"])
    return items


def _tally(steps: list[Row], item: Row) -> tuple[Tally, list[Row]]:
    finished = item["status"] in ("submitted", "closed")
    told: list[Row] = []
    tally = Tally(items=1, finished=int(finished))
    for step in steps:
        if not (step["opened"] or step["done"] or finished):
            continue
        off = [code for code, is_so in _off(step, finished=finished) if is_so]
        tally.due += 1
        tally.done += step["done"]
        tally.in_order += step["done"] and not step["leap"]
        tally.in_time += step["done"] and not step["late"]
        tally.late += step["late"]
        tally.left_out += finished and not step["done"]
        if off:
            told.append({"position": step["position"], "step": step["title"], "faults": off})
    tally.judged = int(finished and bool(steps))
    tally.conforming = int(bool(tally.judged) and not told)
    return tally, told


def _off(step: Row, *, finished: bool) -> tuple[tuple[str, bool], ...]:
    return (
        ("not-done", finished and not step["done"]),
        ("out-of-order", bool(step["leap"])),
        ("done-late" if step["done"] else "late", bool(step["late"])),
    )


_IN_WORDS: dict[str, Callable[[], str]] = {
    "not-done": lambda: _("not done"),
    "out-of-order": lambda: _("out of order"),
    "done-late": lambda: _("done past its limit"),
    "late": lambda: _("past its limit"),
}


def _total(items: Iterable[Row]) -> Tally:
    whole = Tally()
    for item in items:
        whole.add(item["tally"])
    return whole


_KEYS = {"procedure": ("procedure_id",), "person": ("unit_id", "lead_id"), "unit": ("unit_id",)}
_NAMES = {"procedure": ("procedure",), "person": ("lead", "unit"), "unit": ("unit",)}


def _table(read: Reader, items: list[Row], filters: Filters, said: dict[str, Any], by: str) -> Report:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for item in items:
        groups.setdefault(tuple((item[key] is None, item[key] or 0) for key in _KEYS[by]), []).append(item)
    rows = [{**{name: group[0][name] for name in _NAMES[by]}, **_total(group).shown()} for _key, group in sorted(groups.items())]
    shown = (*_subject(by), *_figures())
    titles = {"procedure": _("Conformance by procedure"), "person": _("Conformance by person"), "unit": _("Conformance by unit")}
    return build(
        read,
        name="conformance",
        title=titles[by],
        filters=said,
        columns=shown,
        rows=sorted_rows(rows, filters.sort, shown),
        limit=most_rows(read, filters.limit),
        summary=_total(items).shown(),
        headline=_headline(items) if rows else "",
        notes=(_("The items behind a row: officecli conformance --by {by} --explain NAME").format(by=word("by", by)),) if rows else (),
        empty=_("No item that follows a procedure has been handed out."),
    )


def _explained(read: Reader, items: list[Row], filters: Filters, said: dict[str, Any], by: str, name: str) -> Report:
    """The items behind one row, each with what it counts for: the columns add up to the row."""
    key, ids, subject = _named(read, by, name)
    found = [item for item in items if item[key] in ids]
    shown = (
        *columns("number", "title", "lead", "status"),
        *(column for column in _figures() if column.key not in ("items", "judged", "share")),
        Column("off", _("what was off"), wide=True, beside=("faults",)),
    )
    rows = [{**item, **item["tally"].shown(), "off": item["off"] or None} for item in sorted(found, key=lambda item: (not item["off"], item["id"]))]
    return build(
        read,
        name="conformance",
        title=_("How {name} conforms").format(name=subject),
        filters={**said, "explain": subject},
        columns=shown,
        rows=sorted_rows(rows, filters.sort, shown),
        limit=most_rows(read, filters.limit),
        summary=_total(found).shown(),
        headline=_headline(found) if rows else "",
        empty=_("{name} has no items that follow a procedure.").format(name=subject),
    )


def _named(read: Reader, by: str, name: str) -> tuple[str, set[int], str]:
    """The column that tells the items of the row, its values, and the name in full."""
    if by == "person":
        person = find_person_ever(read, name)
        return "lead_id", {person["id"]}, person["name"]
    if by == "unit":
        unit = units_under(read, name)[0]
        return "unit_id", {unit}, str(read.value("SELECT name FROM unit WHERE id = :id", id=unit))
    procedures = read.rows("SELECT id, name FROM procedure ORDER BY id")
    found = named(procedures, name, _("There is no procedure “{name}”."), "officecli procedure list")
    return "procedure_id", {found["id"]}, found["name"]


def _headline(items: list[Row]) -> str:
    figures = _total(items).shown()
    return _("{conforming} of {judged} finished items conform; {done} of {due} steps done, {late} late, {left_out} left out.").format(**figures)


def _subject(by: str) -> tuple[Column, ...]:
    unit = Column("unit", _("unit"), weight=1 if by == "unit" else 2)
    return {"procedure": (Column("procedure", _("procedure"), wide=True),), "person": (Column("lead", _("lead")), unit), "unit": (unit,)}[by]


def _figures() -> tuple[Column, ...]:
    return (
        Column("items", _("items"), "integer"),
        Column("finished", _("finished"), "integer", weight=2),
        Column("due", _("steps due"), "integer", weight=2),
        Column("done", _("done"), "integer"),
        Column("in_order", _("in order"), "integer", weight=2),
        Column("in_time", _("in time"), "integer", weight=2),
        Column("late", _("late"), "count"),
        Column("left_out", _("not done"), "count"),
        Column("judged", _("finished, with steps"), "integer", weight=3),
        Column("conforming", _("conforming"), "integer", weight=2),
        Column("share", _("share conforming"), "percent"),
    )
