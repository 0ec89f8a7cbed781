"""What is covered and what is missing, looked at by unit, by person and by function; the rules say what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from officecli.hints import Any
from officecli.i18n import _, ngettext
from officecli.light import dataclass, field
from officecli.model.rule import Rule
from officecli.reports.shape.lists import people_on, unit_order
from officecli.reports.shape.report import Column
from officecli.rules.responsibility.duty_without_holder import RULE as WITHOUT_HOLDER
from officecli.rules.responsibility.function_uncovered import RULE as UNCOVERED
from officecli.rules.responsibility.person_without_work import EXEMPT
from officecli.rules.responsibility.person_without_work import RULE as WITHOUT_WORK
from officecli.rules.responsibility.unit_without_duty import RULE as WITHOUT_DUTY
from officecli.store import items, judge
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.duties import every_duty
from officecli.typed.office.functions import functions

_PEOPLE = f"""SELECT v.id, v.name AS person, v.post, v.post_id, v.unit, v.unit_id,
  (SELECT COUNT(*) FROM item i WHERE i.lead_id = v.id AND i.status IN {OPEN_STATUSES}) AS led,
  (SELECT COUNT(*) FROM support s JOIN item i ON i.id = s.item_id WHERE s.person_id = v.id AND s.until IS NULL AND i.status IN {OPEN_STATUSES}) AS supported
FROM v_person v WHERE v.account = 0 AND v.left_on IS NULL
ORDER BY {unit_order("v.")}, v.level DESC, v.id"""

_AWAY = "SELECT person_id FROM absence WHERE since <= :day AND until >= :day"

_SUPPORTED = "SELECT s.post_id, d.title, s.part FROM duty_support s JOIN duty d ON d.id = s.duty_id WHERE d.retired = 0 ORDER BY s.id"


@dataclass
class Covered:
    """What one way of looking at it found."""

    title: str
    columns: Sequence[Column]
    rows: list[Row]
    summary: dict[str, int]
    headline: str
    notes: list[str] = field(default_factory=list)


def by_unit(read: Reader, units: list[Row], people: Sequence[Row]) -> Covered:
    """Each unit with its duties; one row says so where it has none."""
    bare, unheld = _subjects(read, WITHOUT_DUTY), _subjects(read, WITHOUT_HOLDER)
    held = people_on(read)
    duties = [duty for duty in _duties(read) if not people or duty["post_id"] in {one["post_id"] for one in people}]
    rows: list[Row] = []
    for unit in units:
        own = [duty for duty in duties if duty["unit_id"] == unit["id"]]
        rows += [{**duty, "held_by": held.get(duty["post_id"], []), "missing": "no-holder" if duty["id"] in unheld else None} for duty in own]
        if unit["id"] in bare and not people:
            rows.append(_nothing("unit", unit["name"], "post", "title", "function", "kind", "held_by", missing="no-duty"))
    without = sum(1 for unit in units if unit["id"] in bare)
    vacant = sum(1 for row in rows if row["missing"] == "no-holder")
    count = len(rows) - sum(1 for row in rows if row["missing"] == "no-duty")
    return Covered(
        _("Coverage: units and their duties"),
        (
            Column("unit", _("unit")),
            Column("post", _("post")),
            Column("title", _("duty"), wide=True),
            Column("function", _("function"), "word", weight=2),
            Column("kind", _("kind of work"), weight=3),
            Column("held_by", _("held by"), "names", weight=2),
            Column("missing", _("missing"), "missing"),
        ),
        rows,
        {"units": len(units), "duties": count, "without_duty": without, "without_holder": vacant},
        _("Units: {units}, without a duty: {without}. Duties: {duties}, without a holder: {vacant}.").format(
            units=len(units), duties=count, without=without, vacant=vacant
        ),
    )


def by_person(read: Reader, inside: Collection[int] | None, people: Sequence[Row]) -> Covered:
    """Everybody here, or in the units `inside`, with the duties of their post and the open items in hand."""
    rows = [
        row for row in _everybody(read) if (not people or row["id"] in {one["id"] for one in people}) and (inside is None or row["unit_id"] in inside)
    ]
    without, excused = (sum(1 for row in rows if row[key]) for key in ("missing", "exempt"))
    return Covered(
        _("Coverage: people, their duties and open items"),
        (
            Column("unit", _("unit")),
            Column("person", _("name")),
            Column("post", _("post"), weight=2),
            Column("duties", _("duties"), "names", wide=True),
            Column("led", _("leads"), "integer"),
            Column("supported", _("supports"), "integer"),
            Column("missing", _("missing"), "missing"),
            Column("exempt", _("exempt"), "word", sparse=True),
        ),
        rows,
        {
            "people": len(rows),
            "with_duty": sum(1 for row in rows if row["duties"]),
            "with_items": sum(1 for row in rows if row["led"] or row["supported"]),
            "without_work": without,
            "exempt": excused,
        },
        _("People: {n}, with neither a duty nor an open item: {without}, exempt from that: {exempt}.").format(
            n=len(rows), without=without, exempt=excused
        ),
    )


def _everybody(read: Reader) -> list[Row]:
    """Everybody here, with the duties of their post, and what the rule finds missing or excuses."""
    idle = _subjects(read, WITHOUT_WORK)
    exempt = {row["name"] for row in read.rows(EXEMPT, items.values(read))}
    away = {row["person_id"] for row in read.rows(_AWAY, day=read.as_of.isoformat())}
    of_post: dict[int, list[Row]] = {}
    for duty in _duties(read):
        of_post.setdefault(duty["post_id"], []).append({"name": duty["title"], "part": "", "done": False})
    for row in read.rows(_SUPPORTED):
        of_post.setdefault(row["post_id"], []).append({"name": row["title"], "part": row["part"] or _("support"), "done": False})
    return [
        {
            **row,
            "duties": of_post.get(row["post_id"], []),
            "missing": "no-work" if row["id"] in idle else None,
            "exempt": ("away" if row["id"] in away else "new") if row["person"] in exempt else None,
        }
        for row in read.rows(_PEOPLE)
    ]


def by_function(read: Reader, units: list[Row]) -> Covered:
    """Each function with the units that declare it or have a duty for it."""
    known = functions(read)
    gaps = {(finding.values["which"], finding.subject_id, finding.key) for finding in judge.findings(read, UNCOVERED)}
    duties = _duties(read)
    rows = [row for function in known for row in _served(read, function, units, [duty for duty in duties if duty["function"] == function], gaps)]
    inside = {unit["id"] for unit in units}
    other = sum(1 for duty in duties if duty["function"] not in known and duty["unit_id"] in inside)
    uncovered = sum(1 for which, _subject, _function in gaps if which == "office")
    declared_only = sum(1 for row in rows if row["missing"] and row["unit"])
    return Covered(
        _("Coverage: functions and the units that serve them"),
        (
            Column("function", _("function"), "word"),
            Column("unit", _("unit")),
            Column("declared", _("declared"), "word", weight=2),
            Column("count", _("duties"), "integer"),
            Column("titles", _("which"), "names", weight=3, wide=True),
            Column("missing", _("missing"), "missing"),
        ),
        rows,
        {"functions": len(known), "uncovered": uncovered, "declared_uncovered": declared_only, "without_function": other},
        _("Functions: {functions}, covered by no duty: {uncovered}; declared by a unit without a duty for it: {declared}.").format(
            functions=len(known), uncovered=uncovered, declared=declared_only
        ),
        [ngettext("{n} duty names none of the functions.", "{n} duties name none of the functions.", other).format(n=other)] if other else [],
    )


def _served(read: Reader, function: str, units: list[Row], duties: list[Row], gaps: Collection[tuple[Any, int, str]]) -> Iterator[Row]:
    """The units that declare a function or have one of its `duties`, and that the office has none for it."""
    if not duties:
        gap = "uncovered" if ("office", read.office["id"], function) in gaps else None
        yield _nothing("function", function, "unit", "declared", "titles", missing=gap) | {"count": 0}
    for unit in units:
        titles = [{"name": duty["title"], "part": "", "done": False} for duty in duties if duty["unit_id"] == unit["id"]]
        declared = function in unit["functions"].split(",")
        if titles or declared:
            gap = "uncovered" if ("unit", unit["id"], function) in gaps else None
            yield {"function": function, "unit": unit["name"], "declared": declared, "count": len(titles), "titles": titles, "missing": gap}


def _duties(read: Reader) -> list[Row]:
    return [duty for duty in every_duty(read) if not duty["retired"]]


def _subjects(read: Reader, rule: Rule) -> set[int]:
    """Whom, or what, a rule finds."""
    return {finding.subject_id for finding in judge.findings(read, rule)}


def _nothing(key: str, value: str, *others: str, missing: str | None) -> dict[str, Any]:
    """A row that says only that something is missing."""
    return {key: value, **dict.fromkeys(others), "missing": missing}
