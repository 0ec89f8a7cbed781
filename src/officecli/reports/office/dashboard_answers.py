"""Who answers, on the dashboard: what is overdue by unit and by outside body, and how well each has answered so far."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, in_brackets
from officecli.reports.items.accountability import chart
from officecli.reports.office.dashboard_lists import COMING, MOST_PEOPLE, ItemLists, picked, with_rows
from officecli.reports.office.dashboard_people import SHARES, PeopleLists
from officecli.reports.office.gathered import Gathered, Rows
from officecli.reports.shape.document import LINKS, Chapter, Table
from officecli.reports.shape.report import Column
from officecli.shell import as_word

LATE = ("number", "title", "lead", "body", "due", "working_days_late")
ACCOUNTS = ("open", "overdue", "days_late", "closed", "on_time", "first_pass")

Groups = list[tuple[str, list[dict[str, Any]]]]


def overdue(found: Gathered, lists: ItemLists) -> Chapter:
    """What is overdue by unit and by outside body."""
    sums: list[Table] = []
    items: list[Table] = []
    for key, label, title in (("unit", _("unit"), _("By unit")), ("body", _("outside body"), _("By outside body"))):
        rows: list[dict[str, Any]] = []
        lists_of = late_lists(found, key)
        for name, late in _grouped(found.overdue.rows, key):
            most = max((row["working_days_late"] or 0 for row in late), default=0)
            to = lists_of[name]
            rows.append({key: name, "overdue": len(late), "most_late": most, LINKS: {"overdue": to, **({"most_late": to} if most else {})}})
            items.append(lists.table(to[1:], name, late, LATE, f"overdue {_whose(key, name, late)}"))
        heads = (Column(key, label), Column("overdue", _("overdue"), "integer"), Column("most_late", _("most days late"), "integer"))
        sums += with_rows(Table(f"overdue-by-{key}", title, heads, tuple(rows)))
    charts = chart(found.by_unit.rows, "unit") if len(found.by_unit.rows) > 1 and sums else ()
    return Chapter(_("Overdue"), tables=(*sums, *items), charts=charts, key="overdue")


def _grouped(rows: Rows, key: str) -> Groups:
    """The rows by unit or body, whichever has most of them first; what has no body stands under none."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if name := row[key] or (_("no unit") if key == "unit" else ""):
            groups.setdefault(name, []).append(row)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _whose(key: str, name: str, late: Rows) -> str:
    """The filter for the items of this unit or body; who is in no unit is asked for by name."""
    if late[0][key]:
        return f"--{key} {as_word(name)}"
    return " ".join((*(f"--person {as_word(lead)}" for lead in dict.fromkeys(row["lead"] for row in late)), "--role lead"))


def late_lists(found: Gathered, key: str) -> dict[str, str]:
    """Where what is overdue of each unit or body is listed."""
    return {name: f"#overdue-{key}-{number}" for number, (name, _rows) in enumerate(_grouped(found.overdue.rows, key), 1)}


def accounts(found: Gathered, lists: ItemLists, behind: PeopleLists) -> Chapter:
    """Accountability by unit, each figure leading to the people it is added up from; of one unit or person those at once."""
    people = picked(found.people, ("person", *ACCOUNTS))
    said = {one["person"]: behind.led(one, one["person"]) for one in found.people.rows}
    tables: list[Table] = []
    folded: list[Table] = []
    if len(found.by_unit.rows) < 2:
        tables += with_rows(Table("people", _("By person"), people, tuple(said.values())[:MOST_PEOPLE]))
    else:
        rows = []
        for number, row in enumerate(found.by_unit.rows, 1):
            its = [said[one["person"]] for one in found.people.rows if one["unit"] == row["unit"]]
            name = row["unit"] or _("no unit")
            rows.append({**row, "unit": name, LINKS: {key: f"#people-{number}" for key in ACCOUNTS if row[key] is not None} if its else {}})
            folded += with_rows(Table(f"people-{number}", name + in_brackets(str(len(its))), people, tuple(its[:MOST_PEOPLE]), folded=True))
        tables += with_rows(Table("accountability-by-unit", _("By unit"), picked(found.by_unit, ("unit", *ACCOUNTS)), tuple(rows)))
    bodies, of_bodies = _bodies(found, lists)
    tables += with_rows(Table("accountability-by-body", _("By outside body"), picked(found.by_body, ("body", *ACCOUNTS)), bodies))
    charts = chart(found.people.rows, "person") if len(found.people.rows) > 1 and len(found.by_unit.rows) < 2 else ()
    return Chapter(_("Accountability"), tables=(*tables, *folded, *behind.tables, *of_bodies), charts=charts, key="accountability")


def _bodies(found: Gathered, lists: ItemLists) -> tuple[tuple[dict[str, Any], ...], list[Table]]:
    """A row for each outside body, and the open items it is responsible for with the command for what is settled."""
    late = late_lists(found, "body")
    rows, tables = [], []
    for number, row in enumerate(found.by_body.rows, 1):
        name, key = row["body"], f"body-{number}"
        items = [item for item in found.open.rows if item["body"] == name]
        said = {one: f"#{key}" for one in ACCOUNTS if row[one] or (one in SHARES and row[one] is not None)}
        if "overdue" in said and name in late:
            said["overdue"] = late[name]
        rows.append({**row, LINKS: said})
        if said:
            explained = f"officecli accountability --by body --explain {as_word(name)}{lists.day}"
            settled = _("What was settled, in time or late: {command}").format(command=explained)
            tables.append(lists.table(key, name, items, COMING, f"list --body {as_word(name)}", settled))
    return tuple(rows), tables
