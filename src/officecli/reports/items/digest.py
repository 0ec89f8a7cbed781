"""The day's digest for a person, a unit or the office: short enough to read in a minute.

For a person: what they lead, the parts they support, what waits for their approval, and who waits for them. For a unit: what is led in it and under it.
For the office: everything. An item stands once, in the gravest of its sections; what else is so of it stands beside it. A section with
nothing in it is left out. From cron, say nothing where there is nothing:
  officecli digest --for Ana --quiet
It goes out by mail, once a day to each however often cron runs; mail.host and mail.from say by which server:
  officecli digest --mail --everyone --heads --dry-run
  officecli digest --mail --to Ana
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import islice

from officecli.errors import NotFound, OfficeError
from officecli.i18n import N_, _, listed, ngettext
from officecli.light import replace
from officecli.model.filter_keys import KEYS
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.reports.chain.turns_of_leaders import waiting_for
from officecli.reports.items.concerning import SECTIONS, concerning, deciding_for, stood_in_for
from officecli.reports.items.for_information import inform
from officecli.reports.items.item_rows import by_lead
from officecli.reports.items.personal import own_source
from officecli.reports.items.section_told import Decider
from officecli.reports.items.sections import SHOWN, Sections, gather, section_columns
from officecli.reports.items.to_confirm import waiting_results
from officecli.reports.items.to_type import to_type, with_parts_open
from officecli.reports.items.undelivered import undelivered
from officecli.reports.office.profile import changed_lately
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import Chosen, units_under
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.gone import say_gone
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Option, Takes
from officecli.shell import as_word
from officecli.standing.chain.confidential import kept_from
from officecli.standing.items.reviewing import also_grants
from officecli.standing.items.unattended import away_without_stand_in
from officecli.standing.office.stand_ins import whose_turn
from officecli.store import items
from officecli.store.posts import headed
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.other_names import name_on_record
from officecli.typed.office.people import find_person_ever
from officecli.typed.office.units import find_unit
from officecli.typed.text import shown

TAKES = Takes(
    options=(
        Option("for_", N_("For this person, this unit, or the whole office."), "office", who="named"),
        Option("quiet", N_("Print nothing where there is nothing."), False),
    ),
    without=("sort",),
)

_OF_ITEMS = ("person", "since", "until", "status", "urgency", "source", "body", "label", "text", "where")

_LESS_TO_ONE = {"lead": 3, "unit": 4, "working_days_late": 2, "also": 2}
"""Columns that matter less where one person is told: it is mostly they who lead."""

_TITLE = N_("Digest for {name}")


def report(read: Reader, filters: Filters, *, for_: str = "office", quiet: bool = False, title: str = _TITLE) -> Report | None:
    """The digest under a `title`, or None where it is empty and `quiet`; raises NotFound for a name that is neither a person's nor a unit's."""
    chosen = choose(read, filters)
    person, said = _addressee(read, chosen, for_)
    chosen.own = own_source(read, person["id"]) if person else ""
    return _report(read, filters, chosen, person, said, quiet=quiet, title=title)


def for_person(read: Reader, person: Row) -> Report | None:
    """The digest of a person as it is mailed, whatever else has that name: without what is personal. None where it is empty."""
    filters = Filters()
    return _report(read, filters, choose(read, filters), person, str(person["name"]), quiet=True, title=_TITLE)


def _report(read: Reader, filters: Filters, chosen: Chosen, person: Row | None, said: str, *, quiet: bool, title: str) -> Report | None:
    """The digest of a person, or (None) of the unit that is chosen or the office, called `said`."""
    limit = most_rows(read, filters.limit, SHOWN)
    deciding = deciding_for(read, person) if person else []
    wanted = concerning(read, chosen, person, deciding) if person else [(code, "") for code in SECTIONS]
    found = gather(read, chosen, [*wanted, *_unattended(read, person)], limit)
    units = _units(read, filters, "" if person or said == read.office["name"] else said)
    requests = _requests(read, filters, person, deciding, units)
    if requests:
        found.counts["requests"] = found.totals["requests"] = len(requests)
        found.rows += requests[: limit or None]
    if to_confirm := [] if filters.given(*_OF_ITEMS) else waiting_results(read, person["id"] if person else None, units):
        found.counts["to-confirm"] = found.totals["to-confirm"] = len(to_confirm)
        found.rows += to_confirm[: limit or None]
    cause = inform(read, found, [person["id"]], limit) if person and not filters.given(*_OF_ITEMS) else ()
    beside = (*_confided(read, person), *undelivered(read, person)) if person or said == read.office["name"] else ()
    gone = tuple(say_gone(read, {"person": said} if person else {"unit": said}))
    if quiet and not found.rows and not beside and not gone:
        return None
    shown_columns = (*_columns(read, found, person), *cause)
    with_others = _with_others(read, filters, person) if person else ()
    return build(
        read,
        name="digest",
        title=_(title).format(name=said),
        filters=chosen.said,
        columns=shown_columns,
        rows=found.rows,
        summary=found.counts,
        headline=_headline(found),
        notes=(*gone, *beside, *(with_others if person else (*_who_answers(read, chosen), changed_lately(read)))),
        empty=_("Nothing that is {name}'s own to do is overdue, due soon, unsigned or waiting.").format(name=said)
        if with_others
        else _("Nothing is overdue, due soon, unsigned or waiting."),
        total=sum(found.totals.values()),
        group_by="section",
        group_totals=found.totals,
        gravest_first=True,
    )


def _addressee(read: Reader, chosen: Chosen, name: str) -> tuple[Row | None, str]:
    """The person it is for, or None for a unit (added to the filters) or the office; and the name to print."""
    key = name_key(name)
    if key in ("", "office", name_key(_("office")), name_key(read.office["name"])):
        return None, str(read.office["name"])
    if name_key(name_on_record(read, name)) not in {name_key(row["name"]) for row in read.rows("SELECT name FROM unit")}:
        try:
            person = find_person_ever(read, name)
        except NotFound:
            try:
                find_unit(read, name)
            except NotFound:
                raise _neither(read, name) from None
        else:
            return person, str(person["name"])
    unit = find_unit(read, name)["name"]
    chosen.conditions.append("unit_id IN (" + ", ".join(str(one) for one in units_under(read, unit)) + ")")
    chosen.of_items_alone = False
    return None, str(unit)


def _neither(read: Reader, name: str) -> NotFound:
    """What to say of a name that is nobody's and no unit's, with the nearest of both; of an outside body what tells of it."""
    from officecli.typed.office.bodies import find_body

    names = read.rows("SELECT name FROM v_person WHERE left_on IS NULL AND account = 0 UNION ALL SELECT name FROM unit WHERE retired = 0")
    see = _("See who is here with: officecli person list; the units: officecli unit list")
    with suppress(OfficeError):
        body = find_body(read, name)["name"]
        see = _("{name} is an outside body; what it has in hand: {command}").format(name=body, command=f"officecli body show {as_word(body)}")
        return NotFound(_("There is neither a person nor a unit “{name}”.").format(name=shown(name)), fix=see)
    return NotFound(
        _("There is neither a person nor a unit “{name}”.").format(name=shown(name)),
        fix=perhaps_meant(name_key(name)[:60], {name_key(row["name"]): row["name"] for row in names}, see),
    )


def _unattended(read: Reader, person: Row | None) -> list[tuple[str, str]]:
    """The items whose lead is away with nobody to act; for a person, those the person decides meanwhile. Known of today only."""
    away = [one["id"] for one in away_without_stand_in(read)] if read.as_of == read.today else []
    if person:
        away = [one for one in away if (turn := whose_turn(read, one, not_by=[one])) and turn.person["id"] == person["id"]]
    return [("unattended", "lead_id IN ({})".format(", ".join(str(one) for one in away)))] if away else []


def _requests(read: Reader, filters: Filters, person: Row | None, deciding: Sequence[int], units: set[int]) -> list[Row]:
    """The requests that wait: for the person or whom they decide for (`deciding`), for
    leaders of the units (of any, if there are none). Filters of items leave them out.
    """
    if filters.given(*_OF_ITEMS):
        return []
    kept = kept_from(read, person["id"] if person else None)
    rows = [row for row in waiting_for(read) if row["id"] not in kept]
    decider = Decider(read)
    if person:
        me = person["id"]
        rows = [
            row
            for row in rows
            if (row["holder_id"] in deciding and row["person_id"] != me)  # a stand-in answers nothing they asked
            or decider.is_meanwhile(me, row["holder_id"], row["person_id"])
        ]
    if units:
        rows = [row for row in rows if row["holder_unit"] in units]
    return [
        {
            **dict.fromkeys(column.key for column in section_columns()),
            "section": "requests",
            "number": row["number"],
            "title": row["title"],
            "lead": row["asker"],
            "since": row["since"],
            "who": decider.named(row["holder_id"], row["holder"], row["person_id"]),
            "reason": row["recommend"] or None,
            "also": [],
            "supports": [],
        }
        for row in rows
    ]


def _units(read: Reader, filters: Filters, unit: str) -> set[int]:
    """The units it is about: the one of this name, the filters' ones, and those under them; none for all."""
    return {one for name in (unit, *filters.unit) if name for one in units_under(read, name)}


def _confided(read: Reader, person: Row | None) -> tuple[str, ...]:
    """How many difficulties wait for an answer: those the person sees to or has below them, or in an office all; known of today only."""
    if read.as_of != read.today:
        return ()
    from officecli.reports.office.difficulties import waiting_for_answer

    said = waiting_for_answer(read, person["id"] if person else None)
    return (_("Difficulties of the staff: {count}; see officecli difficulty list").format(count=said),) if said else ()


def _columns(read: Reader, found: Sections, person: Row | None) -> tuple[Column, ...]:
    """The usual columns; for a person also what to type, the part they support with, and in every window the words they are told."""
    if person is None:
        return section_columns()
    absent, parts_open = stood_in_for(read, person), with_parts_open(read, found.rows)
    for row in found.rows:
        row["to_type"] = to_type(row, person, absent, parts_open)
        if (
            row["section"] == "extensions"
            and (superior := also_grants(read, row["originator_id"], row["lead_id"]))
            and superior["id"] == person["id"]
        ):
            row["who"] = f"{row['who']} / {person['name']}"  # no word between, so that programs read the same in any language
        row["part"] = next((one["part"] for one in row["supports"] if one["name"] == person["name"]), None)
    typed = Column("to_type", _("what to type: officecli …"), whole=True)
    weights = _LESS_TO_ONE | ({"reason": 1} if any(row["section"] == "for-information" and row["reason"] for row in found.rows) else {})
    first, number, title, *rest = (replace(one, weight=weights[one.key]) if one.key in weights else one for one in section_columns())
    return (first, number, title, typed, Column("part", _("your part"), weight=2, sparse=True), *rest)


def _headline(found: Sections) -> str:
    """The counts that matter most, in words."""
    overdue, today, soon = (found.counts.get(code, 0) for code in ("overdue", "due-today", "due-soon"))
    if not overdue + today + soon:
        return ""
    return _("{overdue} overdue, {today} due today, {soon} due soon.").format(overdue=overdue, today=today, soon=soon)


def _with_others(read: Reader, filters: Filters, person: Row) -> tuple[str, ...]:
    """How much is overdue today of what others lead in the units the person heads, and of what the person gave to others still, and where that stands: this
    digest is of their own work.

    Nothing where items are filtered, which that digest would not be; nor of another day, on which others may have headed them.
    """
    if filters.given("unit", *_OF_ITEMS) or read.as_of != read.today:
        return ()
    found, told = [], {person["name"]}
    for unit in headed(read).get(person["id"], ()):
        late = by_lead(read, choose(read, Filters(unit=(unit,))), items.OVERDUE)
        told.update(late)
        if count := sum(n for name, n in late.items() if name != person["name"]):
            found.append(
                _("Overdue with others in {unit}: {count}; see officecli digest --for {typed}").format(unit=unit, count=count, typed=as_word(unit))
            )
    given = by_lead(read, choose(read, Filters()), items.OVERDUE, f"originator_id = {int(person['id'])}") if _gives(read, person["id"]) else {}
    if count := sum(n for name, n in given.items() if name not in told):
        typed = as_word(f'{KEYS["by"].said}:"{person["name"]}"')
        found.append(
            _("Overdue of what {name} gave to others: {count}; see officecli overdue {typed}").format(name=person["name"], count=count, typed=typed)
        )
    return tuple(found)


def _gives(read: Reader, person_id: int) -> bool:
    """Whether somebody gave any of what they registered last to others: few do, and to count what is overdue of it takes as long as a unit's."""
    sql = "SELECT 1 FROM (SELECT lead_id FROM item WHERE originator_id = :id ORDER BY id DESC LIMIT 200) latest WHERE lead_id <> :id LIMIT 1"
    return read.value(sql, id=person_id) is not None


def _who_answers(read: Reader, chosen: Chosen) -> tuple[str, ...]:
    """Who has how much overdue, so that a director sees at once whom to ask."""
    answering = by_lead(read, chosen, items.OVERDUE)
    if not answering:
        return ()
    most = [f"{name} {n}" for name, n in islice(answering.items(), SHOWN)]
    more = len(answering) - len(most)
    named = listed(most) + (ngettext(" and {n} more", " and {n} more", more).format(n=more) if more else "")
    return (_("Who answers for what is overdue: {names}.").format(names=named),)
