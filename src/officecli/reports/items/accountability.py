"""Who answered for what, and how well: by person, by unit, or by the outside body that is to do it.

How it is counted:
An item counts for whoever leads it on the day looked at; a part for its supporter; a prod for whoever was pressed. Cancelled items do not count,
but for the lateness they had. --since and --until choose items by their deadline.
In time: the first submission was made by the deadline; a return does not change that, nor does closing an item make it less late.
An item not submitted is settled once its deadline has passed: late, whatever is done to it afterwards. Lateness counts for whoever led the item when it
arose, with the days until they handed it on; who takes over begins clean, and is late by a deadline that passes with them.
On time is the percentage of the settled items; beside it stands the same against the original deadline, which no extension moves. Days late are
working days, added up; where a deadline was let pass, to the day on which a new one was given.
Hours to sign is the median, in office hours. First pass is the share of first submissions reviewed that were accepted.
By body, an item counts for the outside body that is responsible for it, and a part for each that supports it; items without one do not count.
What is late is late with the body, whoever followed it up here when it arose.
The items behind a row, each with what it counts for:
  officecli accountability --explain Ana
  officecli accountability --by unit --explain Records
  officecli accountability --by body --explain "County Water Bureau"
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from officecli.errors import NotFound, OfficeError
from officecli.hints import Any
from officecli.i18n import N_, _
from officecli.light import replace
from officecli.reports.items.counting import FIGURES, Tally, added_up, item_by_item, total
from officecli.reports.items.item_rows import columns
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chart import Chart, bars
from officecli.reports.shape.chosen import Chosen, units_under
from officecli.reports.shape.filters import Filters, choose, let_in
from officecli.reports.shape.lists import unit_order
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.sorting import sorted_rows
from officecli.reports.shape.takes import Option, Takes
from officecli.shell import as_word
from officecli.store import items
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.office.bodies import every_body, find_body
from officecli.typed.office.people import find_person_ever
from officecli.typed.office.units import find_unit

TAKES = Takes(
    options=(
        Option("by", N_("A row for each person, each unit, or each outside body."), "person", ("person", "unit", "body")),
        Option("explain", N_("List the items behind this person's (or, with --by, this unit's or outside body's) figures.")),
    ),
    period=(N_("Due on or after this day."), N_("Due on or before this day.")),
)

_FIGURE_COLUMNS = (
    Column("open", N_("open"), "integer"),
    Column("overdue", N_("overdue"), "integer"),
    Column("days_late", N_("days late"), "integer"),
    Column("closed", N_("closed"), "integer", weight=3),
    Column("closed_unknown", N_("closed, day not known"), "count", weight=4, sparse=True),
    Column("on_time", N_("on time"), "percent"),
    Column("on_time_originally", N_("on time (original)"), "percent", weight=3),
    Column("first_pass", N_("first pass"), "percent", weight=2),
    Column("sign_hours", N_("hours to sign"), "number", weight=2),
    Column("returned", N_("returned"), "integer", weight=3),
    Column("extensions", N_("extensions"), "integer", weight=3),
    Column("prods", N_("prods"), "integer", weight=3),
    Column("parts", N_("parts"), "integer", weight=2),
    Column("parts_done", N_("parts done"), "integer", weight=3),
    Column("decided", N_("settled"), "integer", weight=4),
    Column("in_time", N_("in time"), "integer", weight=4),
    Column("decided_originally", N_("settled (original)"), "integer", weight=4),
    Column("in_time_originally", N_("in time (original)"), "integer", weight=4),
    Column("reviewed", N_("reviewed"), "integer", weight=4),
    Column("accepted_first", N_("accepted at first"), "integer", weight=4),
)
_BEHIND = {
    "person": N_("The items behind a row: officecli accountability --explain NAME"),
    "unit": N_("The items behind a row: officecli accountability --by unit --explain NAME"),
    "body": N_("The items behind a row: officecli accountability --by body --explain NAME"),
}
_WORKED_OUT = ("on_time", "on_time_originally", "first_pass")


def report(read: Reader, filters: Filters, *, by: str = "person", explain: str = "") -> Report:
    """The figures by person or unit, or with `explain` the items behind one row; raises BadInput or NotFound for what cannot be understood."""
    by = check_code(by, ("person", "unit", "body"), "--by")
    chosen = choose(read, replace(filters, unit=(), person=()), day="due")
    staff = _staff(read, filters)
    role = check_code(filters.role, ("lead", "support", "any"), "--role")
    chosen.said = filters.given("unit", "person") | chosen.said | ({"role": role} if role != "any" else {})
    led_by = {person["id"] for person in staff} if by == "body" else None
    if explain:
        whose, subject = _whose(read, staff, by, explain)
        return _behind(read, item_by_item(read, chosen, role, whose, led_by=led_by), chosen, by, subject)
    tallies = added_up(read, chosen, role, led_by=led_by)
    match by:
        case "body":
            subjects = _by_body(read, tallies)
        case "unit":
            subjects = _by_unit(read, tallies, staff, filters)
        case _:
            subjects = _by_person(tallies, staff)
    return _table(read, filters, chosen, by, subjects)


def _table(read: Reader, filters: Filters, chosen: Chosen, by: str, subjects: list[tuple[Row, Tally]]) -> Report:
    whole = total(tally for _subject, tally in subjects)
    rows = [{**subject, **tally.shown()} for subject, tally in subjects]
    shown_columns = _columns(by)
    figures = whole.shown()
    return build(
        read,
        name="accountability",
        title={"unit": _("Accountability by unit"), "body": _("Accountability by outside body")}.get(by, _("Accountability by person")),
        filters=chosen.said,
        columns=shown_columns,
        rows=sorted_rows(rows, filters.sort, shown_columns),
        limit=most_rows(read, filters.limit),
        summary=figures,
        headline=_("{open} open, {overdue} of them overdue; {closed} closed; {in_time} of {decided} settled in time.").format(**figures)
        if rows
        else "",
        notes=(_(_BEHIND[by]),) if rows else (),
        empty=_("No outside body is responsible for anything that fits.") if by == "body" else _("Nobody fits."),
        group_by="unit" if by == "person" and not filters.sort else None,
        charts=chart(rows, by),
    )


def chart(rows: Sequence[Row], by: str) -> tuple[Chart, ...]:
    """Who holds most of what is overdue, and how much else."""
    holding = sorted((row for row in rows if row["open"]), key=lambda row: (-row["overdue"], -row["open"]))
    return bars(
        _("Open items, those with most overdue first"),
        lambda row: str(row[by] or _("no unit")),
        holding,
        (
            (_("overdue"), "bad", lambda row: row["overdue"]),
            (_("open, not overdue"), "faint", lambda row: row["open"] - row["overdue"]),
        ),
    )


def _staff(read: Reader, filters: Filters) -> list[Row]:
    """The people the filters let in, with unit_id and whether they are `here` on that day; by unit, the highest rank first.

    Whoever has left stays with the unit of their last post: what was late there is not made good by their going.
    """
    last_post = "(SELECT w.post_id FROM past_post w WHERE w.person_id = p.id ORDER BY w.until DESC, w.id DESC LIMIT 1)"
    people = read.rows(
        f"""SELECT * FROM (
            SELECT p.id, p.name, COALESCE(p.unit_id, lu.id) AS unit_id, COALESCE(p.unit, lu.name) AS unit, p.level,
                CASE WHEN p.left_on IS NULL AND p.account = 0 AND (p.joined IS NULL OR p.joined <= :as_of) THEN 1 ELSE 0 END AS here
            FROM {items.people(read)} p
            LEFT JOIN post lp ON p.left_on IS NOT NULL AND lp.id = {last_post}
            LEFT JOIN unit lu ON lu.id = lp.unit_id) s
            ORDER BY {unit_order()}, here DESC, level DESC, id""",
        as_of=read.as_of.isoformat(),
    )
    return list(filter(let_in(read, filters), people))


def _by_person(tallies: dict[int, Tally], staff: list[Row]) -> list[tuple[Row, Tally]]:
    """Everyone who is here, with nothing too, and whoever has left but has something to answer for."""
    return [
        ({"person": person["name"], "unit": person["unit"]}, tallies.get(person["id"], Tally()))
        for person in staff
        if person["here"] or person["id"] in tallies
    ]


def _by_unit(read: Reader, of_people: dict[int, Tally], staff: list[Row], filters: Filters) -> list[tuple[Row, Tally]]:
    """Every unit with what its own people answer for; those in no unit come last."""
    unit_of = {person["id"]: person["unit_id"] for person in staff}
    tallies: dict[int | None, Tally] = {}
    for person, tally in of_people.items():
        if person in unit_of:
            tallies.setdefault(unit_of[person], Tally()).add(tally)
    named: dict[int | None, str | None] = {row["id"]: row["name"] for row in read.rows("SELECT id, name FROM unit WHERE retired = 0 ORDER BY id")}
    named |= {person["unit_id"]: person["unit"] for person in staff if person["unit_id"] in tallies}
    if filters.unit or filters.person:
        inside = set(units_under(read, *filters.unit)) if filters.unit else {person["unit_id"] for person in staff}
        named = {unit: name for unit, name in named.items() if unit in inside}
    return [({"unit": name}, tallies.get(unit, Tally())) for unit, name in named.items()]


def _by_body(read: Reader, tallies: dict[int, Tally]) -> list[tuple[Row, Tally]]:
    """Every outside body that has something to answer for, by name of who follows it up here."""
    return [({"body": row["name"], "follow_up": row["follow_up"]}, tallies[row["id"]]) for row in every_body(read) if row["id"] in tallies]


def _whose(read: Reader, staff: list[Row], by: str, name: str) -> tuple[set[int], str]:
    """The ids of the people, or of the body, that a row is of, and its name."""
    if by == "body":
        body = find_body(read, name, retired=True)
        return {body["id"]}, body["name"]
    if by == "unit":
        unit = units_under(read, name)[0]
        whose = {person["id"] for person in staff if person["unit_id"] == unit}
        return whose, str(read.value("SELECT name FROM unit WHERE id = :id", id=unit))
    try:
        person = find_person_ever(read, name)
    except NotFound as error:
        error.fix = _by_another(read, name) or error.fix
        raise
    return {person["id"]}, person["name"]


def _by_another(read: Reader, name: str) -> str:
    """What to type where a name that is nobody's is a unit's or an outside body's; "" where it is neither."""
    for by, find in (("unit", find_unit), ("body", find_body)):
        with suppress(OfficeError):
            found = find(read, name)["name"]
            return _("It is no person's: {command}").format(command=f"officecli accountability --by {by} --explain {as_word(found)}")
    return ""


def _behind(read: Reader, behind: dict[int, Tally], chosen: Chosen, by: str, subject: str) -> Report:
    """The items behind one row, each with what it counts for: the columns add up to the row."""
    whole = total(behind.values()).shown()
    shown_columns = (*columns("number", "title", "lead", "due", "original_due"), *(column for column in _figures() if column.key not in _WORKED_OUT))
    rows = []
    for these, held in among(sorted(behind)):
        sql = f"SELECT id, number, title, lead, due, original_due, status, closed, version FROM {items.source(read)} i WHERE id IN {these}"
        rows += [{**item, **behind[item["id"]].shown()} for item in read.rows(sql, held, as_of=read.as_of.isoformat())]
    rows.sort(key=lambda row: (row["due"] or "9999", row["id"]))
    return build(
        read,
        name="accountability",
        title=_("What {name} answers for").format(name=subject),
        filters={**chosen.said, "by": by, "explain": subject},
        columns=shown_columns,
        rows=rows,
        summary=whole,
        headline=_headline(whole) if rows else "",
        empty=_("{name} has no items.").format(name=subject),
    )


def _headline(figures: dict[str, Any]) -> str:
    """The row that the items add up to, with the sums behind its percentages."""
    parts = [
        f"{column.label} {figures[column.key]}" for column in _figures() if column.key in FIGURES and column.key not in _SUMS and figures[column.key]
    ]
    for label, part, whole in (
        (_("on time"), "in_time", "decided"),
        (_("on time (original)"), "in_time_originally", "decided_originally"),
        (_("first pass"), "accepted_first", "reviewed"),
    ):
        if figures[whole]:
            parts.append(_("{figure} {part} of {whole}").format(figure=label, part=figures[part], whole=figures[whole]))
    if figures["sign_hours"] is not None:
        parts.append(_("{figure} {hours} (median)").format(figure=_("hours to sign"), hours=figures["sign_hours"]))
    return " · ".join(parts)


_SUMS = ("decided", "in_time", "decided_originally", "in_time_originally", "reviewed", "accepted_first")


def _figures() -> tuple[Column, ...]:
    return tuple(replace(column, label=_(column.label)) for column in _FIGURE_COLUMNS)


def _columns(by: str) -> tuple[Column, ...]:
    if by == "body":
        figures = (column for column in _figures() if column.key != "parts_done")  # of which nothing is kept of them
        return (Column("body", _("outside body")), Column("follow_up", _("followed up by"), weight=2), *figures)
    unit = Column("unit", _("unit"), weight=1 if by == "unit" else 2)
    return ((unit,) if by == "unit" else (Column("person", _("person")), unit)) + _figures()
