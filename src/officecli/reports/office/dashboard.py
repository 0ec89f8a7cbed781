"""The dashboard: how the office, a unit or a person stands, on one page; every figure leads to its rows further down."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from officecli.hints import Any
from officecli.i18n import _, in_brackets, language
from officecli.model.filter_keys import KEYS
from officecli.model.time.day_names import week_of
from officecli.model.words import word
from officecli.reports.office.dashboard_answers import accounts, late_lists, overdue
from officecli.reports.office.dashboard_lists import COMING, MOST_PEOPLE, ItemLists, picked, with_rows
from officecli.reports.office.dashboard_people import PeopleLists
from officecli.reports.office.gathered import Gathered
from officecli.reports.planning.quadrants import QUADRANTS
from officecli.reports.shape.document import LINKS, Chapter, Document, Table
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader

NO_PAGES: Mapping[str, str] = MappingProxyType({})
LIGHTS = ("red", "yellow", "green", "grey")
LOADS = ("name", "hours_due", "hours_there", "load", "measure_of_load", "overdue", "open")


def dashboard(
    read: Reader,
    found: Gathered,
    name: str,
    typed: str = "",
    *,
    first: tuple[Chapter, ...] = (),
    more: tuple[Chapter, ...] = (),
    pages: Mapping[str, str] = NO_PAGES,
) -> Document:
    """The page of what was gathered for the unit or person of this `name`, "" for the office; `typed` is the option that limits a command to it.

    `first` and `more` are chapters before and after its own, `pages` the files of those people who have a page.
    """
    day = "" if read.as_of == read.today else f" --as-of {read.as_of.isoformat()}"
    others = sum(1 for row in found.people.rows if row["person"] not in pages)
    lists = ItemLists(found, typed, day, people=others)
    chapters = tuple(chapter for chapter in (*first, *_chapters(found, lists, pages), *more) if chapter.tables or chapter.charts or chapter.facts)
    counts = {"open": len(found.open.rows), "overdue": len(found.overdue.rows), "closed_since": found.monday, "closed": len(found.closed)}
    is_empty = not (found.open.rows or found.closed or found.people.summary.get("closed"))
    nothing = _("No item fits.") if typed else _nothing_yet()
    return Document(
        name="dashboard",
        title=_("Dashboard: {name}").format(name=name) if name else _("Dashboard"),
        as_of=read.as_of.isoformat(),
        chapters=(*first, *more) if is_empty else chapters,
        summary=counts,
        headline=_headline(counts) if not is_empty else nothing if first or more else "",
        notes=(_("Whether the record still is what this page was made of: officecli verify --head with the mark below."),),
        empty=nothing,
        head=read.head_text(),
        timezone=read.office["timezone"],
        office=read.office["name"],
        region=read.office["region"] or "",
        contents=False,
    )


def _nothing_yet() -> str:
    return _(
        'There is no item yet. Bring the ledger you have: officecli import FILE --dry-run; or enter one: officecli add "Survey of lifts" --due fri'
    )


def _headline(counts: dict[str, Any]) -> str:
    return _("{open} open, {overdue} of them overdue; {closed} closed since {day}.").format(
        day=counts["closed_since"], **{key: counts[key] for key in ("open", "overdue", "closed")}
    )


def _chapters(found: Gathered, lists: ItemLists, pages: Mapping[str, str]) -> Iterator[Chapter]:
    behind = PeopleLists(found, lists, pages, late_lists(found, "unit"))
    yield _lights(found, lists)
    yield overdue(found, lists)
    yield accounts(found, lists, behind)
    if any(row[key] for row in found.trend.rows for key in ("registered", "closed", "overdue")):
        months = [column.key for column in found.trend.columns if column.key != "score"]
        asked = found.trend.notes[-1:] if found.months.of_some else ()
        yield _reported("trend", found.trend, months, _("The items as they stood on the last day of a month: officecli ledger --as-of DAY"), *asked)
    yield _reported("load", found.load, LOADS, led=lambda row: behind.led(row, row["name"]))
    balanced = [column.key for column in found.balance.columns if column.weight == 1]
    yield _reported("balance", found.balance, balanced, _("By person: officecli balance --by person"))
    yield _quadrants(found, lists)
    yield _upcoming(found, lists)


def _filter(light: str) -> str:
    """The filter for a light, in the reader's language."""
    return f"{KEYS['light'].said}:{word('light', light) if language() == 'zh' else light}"


def _lights(found: Gathered, lists: ItemLists) -> Chapter:
    """How many items stand under which light, and what was closed since Monday."""
    by_light = {light: [row for row in found.open.rows if row["light"] == light] for light in LIGHTS}
    facts = [
        Column("overdue", _("overdue"), "integer"),
        *(Column(light, word("light", light), "integer") for light in LIGHTS),
        Column("blue", _("closed this week"), "integer"),
    ]
    values: dict[str, Any] = {"overdue": len(found.overdue.rows), "blue": len(found.closed), **{light: len(rows) for light, rows in by_light.items()}}
    tables = [
        lists.table(f"light-{light}", word("light", light), rows, COMING, f"list -w {_filter(light)}") for light, rows in by_light.items() if rows
    ]
    if found.closed:
        tables.append(
            lists.table(
                "closed",
                _("closed this week"),
                found.closed,
                ("number", "title", "lead", "body", "due", "closed"),
                "ledger --status closed --sort -closed",
            )
        )
    links = {"overdue": "#overdue", "blue": "#closed", **{light: f"#light-{light}" for light in LIGHTS}}
    return Chapter(
        _("Lights"),
        facts=tuple(facts),
        values={**values, LINKS: {key: links[key] for key in links if values[key]}},
        tables=tuple(tables),
        key="lights",
    )


def _reported(key: str, report: Report, keys: Collection[str], *notes: str, led: Callable[[Any], dict[str, Any]] = dict) -> Chapter:
    """A report as it is: its charts, its sentence, and its rows, which may be `led` to lists, for whoever opens them."""
    if not report.rows:
        return Chapter(report.title)
    rows = tuple(led(row) for row in report.rows[:MOST_PEOPLE])
    table = Table(key, report.title + in_brackets(str(len(report.rows))), picked(report, keys), rows, notes, folded=True)
    said = Column("said", _("in short"), sentence=True)
    return Chapter(
        report.title,
        facts=(said,) if report.charts else (),
        values={"said": report.headline},
        tables=(table,),
        charts=report.charts,
        key=f"{key}-chapter",
    )


def _quadrants(found: Gathered, lists: ItemLists) -> Chapter:
    by_name = {name: [row for row in found.quadrants.rows if row["quadrant"] == name] for name in QUADRANTS}
    tables = tuple(lists.table(f"quadrant-{name}", word("quadrant", name), rows, COMING, "quadrants") for name, rows in by_name.items() if rows)
    links = {name: f"#quadrant-{name}" for name, rows in by_name.items() if rows}
    facts = tuple(Column(name, word("quadrant", name), "integer") for name in QUADRANTS) if tables else ()
    return Chapter(
        _("By importance and urgency"),
        facts=facts,
        values={**{name: len(rows) for name, rows in by_name.items()}, LINKS: links},
        tables=tables,
        key="quadrants",
    )


def _upcoming(found: Gathered, lists: ItemLists) -> Chapter:
    """What falls due in the weeks ahead."""
    weeks: dict[str, list[dict[str, Any]]] = {}
    for row in found.upcoming.rows:
        weeks.setdefault(row["week"], []).append(row)
    rows = tuple({"week": week, "items": len(items), LINKS: {"items": f"#week-{number}"}} for number, (week, items) in enumerate(weeks.items(), 1))
    heads = (Column("week", _("week of"), "date"), Column("items", _("items"), "integer"))
    folded = [lists.table(f"week-{number}", week_of(week), items, COMING, "upcoming") for number, (week, items) in enumerate(weeks.items(), 1)]
    return Chapter(_("Due in the weeks ahead"), tables=(*with_rows(Table("weeks", _("By week"), heads, rows)), *folded), key="upcoming")
