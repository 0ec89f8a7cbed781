"""The dashboard as pages for a web server: the office's, and one for each unit and each person, all of one reading of the record."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.hints import Any
from officecli.i18n import _
from officecli.reports.office.dashboard import dashboard
from officecli.reports.office.gathered import gather
from officecli.reports.office.narrowed import Whole
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.document import LINKS, Chapter, Document, Table
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column, Report
from officecli.shell import as_word
from officecli.store.read.reader import Reader, Row

INDEX = "index.html"


def pages(read: Reader, filters: Filters) -> Iterator[tuple[str, Document]]:
    """Each page with the name of its file; `filters` has the day. Names of files are numbers: what people and units are called may hold anything."""
    found = gather(read, filters)
    whole = Whole(read, found)
    units = read.rows("SELECT id, name FROM unit WHERE retired = 0 ORDER BY id")
    people = read.rows("SELECT id, name FROM person WHERE account = 0 AND left_on IS NULL ORDER BY id")
    people = [person for person in people if person["name"] in found.units]
    named = {unit["id"]: unit["name"] for unit in read.rows("SELECT id, name FROM unit")}
    home = _home(str(read.office["name"]))
    own_pages = {person["name"]: _file("person", person) for person in people}
    yield INDEX, dashboard(read, found, "", more=_directory(units, people, found.by_unit, found.people), pages=own_pages)
    for unit in units:
        theirs = {named[one] for one in units_under(read, unit["name"])}
        own = whole.of_units(theirs)
        members = [person for person in people if found.units[person["name"]] in theirs]
        more = _directory([], members, found.by_unit, own.people)
        yield _file("unit", unit), dashboard(read, own, unit["name"], f" --unit {as_word(unit['name'])}", first=home, more=more, pages=own_pages)
    for person in people:
        own = whole.of_person(person["name"])
        yield _file("person", person), dashboard(read, own, person["name"], f" --person {as_word(person['name'])}", first=home)


def _file(kind: str, row: Row) -> str:
    return f"{kind}-{row['id']}.html"


def _home(office: str) -> tuple[Chapter, ...]:
    column = Column("page", _("other page"))
    return (Chapter("", tables=(Table("pages", "", (column,), ({"page": office, LINKS: {"page": INDEX}},)),)),)


def _directory(units: list[Row], people: list[Row], by_unit: Report, by_person: Report) -> tuple[Chapter, ...]:
    """Where the other pages are, each with what stands open and overdue there."""
    counts = (Column("open", _("open"), "integer"), Column("overdue", _("overdue"), "integer"))
    tables = []
    for key, label, title, kind, rows, figures in (
        ("units", _("unit"), _("Units"), "unit", units, {row["unit"]: row for row in by_unit.rows}),
        ("persons", _("person"), _("People"), "person", people, {row["person"]: row for row in by_person.rows}),
    ):
        listed = tuple(
            {
                "name": row["name"],
                **{column.key: figures.get(row["name"], {}).get(column.key, 0) for column in counts},
                LINKS: _within(_file(kind, row), figures.get(row["name"], {})),
            }
            for row in rows
        )
        if listed:
            tables.append(Table(key, title, (Column("name", label), *counts), listed))
    return (Chapter(_("Other pages"), tables=tuple(tables), key="pages"),) if tables else ()


def _within(page: str, figures: dict[str, Any]) -> dict[str, str]:
    """Where a row of the directory leads: its name to the page, its figures to where they are listed on it."""
    listed = {"open": f"{page}#lights", "overdue": f"{page}#overdue"}
    return {"name": page, **{key: to for key, to in listed.items() if figures.get(key)}}
