"""What is covered: every unit its duties, everybody a task, every function a duty; what is missing is red.

Missing is what the rules find: a unit without a duty (R105), somebody with neither a duty nor an open item (R106; newcomers and the absent
are exempt, and said), a duty that nobody answers for (R107), a function that no duty covers (R109).
  officecli coverage --by person
  officecli coverage --by function --unit Records
"""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.reports.office import coverage_tables
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.reports.shape.takes import Option, Takes
from officecli.store.read.reader import Reader
from officecli.typed.codes import check_code
from officecli.typed.office.people import find_person_ever

WAYS = ("unit", "person", "function")

TAKES = Takes(
    options=(
        Option("by", N_("Units with their duties, people with what they have in hand, or functions with the units that serve them."), "unit", WAYS),
    ),
    without=("text", "role", "since", "until", "as_of", "status", "urgency", "source", "body", "label", "where", "sort"),
    unfiltered=N_("It is of duties, and of who has any. What people have in hand of such items: officecli load {filter}"),
)


def report(read: Reader, filters: Filters, *, by: str = "unit") -> Report:
    """The duties by unit, by person or by function, with what is missing; raises BadInput or NotFound for what cannot be understood."""
    by = check_code(by, WAYS, "--by")
    inside = units_under(read, *filters.unit) if filters.unit else None
    people = [find_person_ever(read, name) for name in filters.person]
    if people and by == "function":
        raise BadInput(_("Functions are served by units."), fix=_("Leave out --person, or look with: --by person"))
    units = [row for row in read.rows("SELECT id, name, functions FROM unit WHERE retired = 0 ORDER BY id") if inside is None or row["id"] in inside]
    match by:
        case "unit":
            found = coverage_tables.by_unit(read, units, people)
        case "person":
            found = coverage_tables.by_person(read, inside, people)
        case _:
            found = coverage_tables.by_function(read, units)
    missing = sum(1 for row in found.rows if row["missing"])
    return build(
        read,
        name="coverage",
        title=found.title,
        filters=filters.given("unit", "person"),
        columns=found.columns,
        rows=found.rows,
        limit=most_rows(read, filters.limit),
        summary=found.summary,
        headline=found.headline if found.rows else "",
        notes=(*found.notes, *([_("What to do about what is missing: officecli check")] if missing else [])),
        empty=_("Nothing fits.") if units else _("No units yet: officecli setup FILE"),
        begin="",
        group_by="function" if by == "function" else "unit",
    )
