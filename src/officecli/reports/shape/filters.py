"""Which items a report is about: the filters every report shares, as SQL conditions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model import codes
from officecli.model.names import name_key
from officecli.store.items import OPEN_STATUSES, OVERDUE
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code, instead
from officecli.typed.filters import more_than_words
from officecli.typed.items import states
from officecli.typed.items.numbers import find_item
from officecli.typed.office.bodies import find_body
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit

ROLES = ("lead", "support", "any")


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters as they were typed; "" where they were not. Of several units or people any is meant. `limit` None is the report's own, 0 is none.

    `text` and `where` are in the language of filters (see `typed.filters`), and both must hold.

    `row_by_row`: the answer is written so, and need not be there all at once. `numbers` are items, as they were typed; any if there are none.
    """

    unit: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    role: str = "any"
    since: str = ""
    until: str = ""
    as_of: str = ""
    status: str = ""
    urgency: str = ""
    source: str = ""
    body: str = ""
    label: str = ""
    text: str = ""
    where: str = ""
    limit: int | None = None
    sort: str = ""
    group: str = ""
    row_by_row: bool = False
    numbers: tuple[str, ...] = ()

    def given(self, *names: str) -> dict[str, Any]:
        """Those of these filters that were typed, as they were; several units or people as a list."""
        return {name: _alone(value) for name in names if (value := getattr(self, name))}


def _alone(value: Any) -> Any:
    """The one of a list of one; of any other what it is."""
    if isinstance(value, str | int):
        return value
    return value[0] if len(value) == 1 else list(value)


@dataclass(slots=True)
class Chosen:
    """The filters understood: SQL `conditions` over the columns of `items.seen` with their `values`, and what must be looked at row by row.

    `people` are the ids of those asked for. `of_items_alone`: the conditions name columns of the table `item` only, so that counting need not join anything;
    `of_a_day`: they name some that only `items.seen` has. `sieve` is what else a row must pass, for which it is asked under these names what is `told` by
    conditions. `state_named`: somebody said in which state the items are to be, or asks for what only closed ones have.
    `own` is the source of the personal items that are to stand among the others (see `standing.items.personal`), "" for none.
    """

    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    text: str = ""
    sieve: list[Callable[[Row], bool]] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    of_items_alone: bool = True
    of_a_day: bool = False
    state_named: bool = False
    own: str = ""
    people: Sequence[int] = ()

    def where(self, *more: str) -> str:
        """All conditions as one WHERE clause."""
        every = [*more, *self.conditions]
        return "WHERE " + " AND ".join(every) if every else ""

    @property
    def by_row(self) -> bool:
        """Whether rows must be looked at in Python: people's text is compared without case and width, which SQL engines do differently."""
        return bool(self.source or self.text or self.sieve)

    @property
    def asked_of_rows(self) -> str:
        """The columns that `keeps` looks at, as SQL."""
        return ", ".join(("number, title, source, goal, lead", *(f"CASE WHEN {sql} THEN 1 ELSE 0 END AS {name}" for name, sql in self.told.items())))

    def unless_named(self, status: str) -> None:
        """Let in the items of a status, unless somebody said in which one they are to be."""
        if not self.state_named:
            self.conditions.append(status_condition(status))

    def keeps(self, row: Row) -> bool:
        """Whether a row (columns number, title, source, goal, lead, and what is `told`) passes the text filters."""
        if self.source and self.source not in folded(row["source"]):
            return False
        if self.text and not any(self.text in folded(row[key] or "") for key in ("number", "title", "source", "goal", "lead")):
            return False
        return all(holds(row) for holds in self.sieve)


def choose(read: Reader, filters: Filters, *, day: str = "issued", of_items: bool = True) -> Chosen:
    """Understand the filters; since and until are of the column `day`. Sets the reader's day from as_of. Where it is not `of_items`, the text is a mere text.

    Raises NotFound for an unknown unit or person, BadInput for what is no date or no known code, and for what a filter cannot say, with its place.
    """
    chosen = Chosen(said=filters.given("unit", "person", "since", "until", "status", "urgency", "source", "label", "text", "where"))
    look_at(read, filters.as_of)
    if filters.unit:
        chosen.of_items_alone = False
        chosen.conditions.append(f"unit_id IN {one_of_ids(units_under(read, *filters.unit))}")
    if filters.person:
        chosen.said["role"] = role = check_code(filters.role, ROLES, "--role")
        chosen.people = people_ever(read, filters.person)
        chosen.conditions.append(involves(role, one_of_ids(chosen.people)))
    if filters.body:
        body = find_body(read, filters.body, retired=True)
        chosen.said["body"] = body["name"]
        chosen.conditions.append(of_body(body["id"]))
    for name, sign in (("since", ">="), ("until", "<=")):
        if typed := getattr(filters, name):
            chosen.conditions.append(f"{day} {sign} :{name}")
            chosen.values[name] = chosen.said[name] = day_typed(read, typed).isoformat()
    if (since := chosen.values.get("since", "")) > (until := chosen.values.get("until", "9999")):
        raise BadInput(
            _("--since {since} is after --until {until}, so nothing can fit.").format(since=since, until=until),
            fix=_("Give the earlier day with --since."),
        )
    if filters.status:
        _by_status(chosen, filters.status)
    if filters.urgency:
        chosen.conditions.append("urgency = :urgency")
        chosen.values["urgency"] = chosen.said["urgency"] = check_code(filters.urgency, codes.URGENCIES, "--urgency")
    if filters.label:
        chosen.conditions.append("id IN (SELECT g.item_id FROM label g WHERE g.name_key = :label)")
        chosen.values["label"] = name_key(filters.label)
    if filters.numbers:
        chosen.conditions.append(f"id IN ({', '.join(str(find_item(read, number)) for number in filters.numbers)})")
    chosen.source = folded(filters.source)
    for typed in filter(str.strip, (filters.text, filters.where)):
        if not chosen.text and not (of_items and more_than_words(typed)):
            chosen.text = folded(typed)
        else:
            from officecli.reports.shape.filter_sql import narrow  # who types no more than words needs none of it

            narrow(read, chosen, typed)
    return chosen


def in_full(read: Reader, filters: Filters) -> Filters:
    """The filters with the units, the people and the body by their names on record, so that a heading says who was meant.

    Raises NotFound for one that is not known, Several where one may mean more.
    """
    return replace(
        filters,
        unit=tuple(dict.fromkeys(find_unit(read, one)["name"] for one in filters.unit)),
        person=tuple(dict.fromkeys(find_person_ever(read, one)["name"] for one in filters.person)),
        body=find_body(read, filters.body, retired=True)["name"] if filters.body else "",
    )


def look_at(read: Reader, as_of: str) -> None:
    """Answer for this day from now on; raises BadInput for a day to come."""
    if as_of:
        day = day_typed(read, as_of, past=True)
        if day > read.today:
            raise BadInput(
                _("{day} is still to come; nothing is known of it.").format(day=day.isoformat()), fix=_("Give a past day, or leave --as-of away.")
            )
        read.as_of = day


def day_typed(read: Reader, text: str, *, past: bool = False) -> date:
    """A date as somebody typed it, counted from today; without a year the nearest such day, or the last one where only a `past` day makes sense."""
    from officecli.typed.dates import almanac
    from officecli.typed.dates.nearest import read_near_day, read_past_day  # most reports are asked for without any date, and start 6 ms sooner

    return (read_past_day if past else read_near_day)(text, today=read.today, by=almanac(read))


def folded(text: str) -> str:
    """Text without case and width, for comparing."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def units_under(read: Reader, *names: str) -> list[int]:
    """The ids of the units of these names and of all under them; raises NotFound with the nearest name."""
    units = read.rows("SELECT id, parent_id FROM unit ORDER BY id")
    found = list(dict.fromkeys(int(find_unit(read, name)["id"]) for name in names))
    for unit in found:  # grows while it is walked: children come after their parents
        found += [int(child["id"]) for child in units if child["parent_id"] == unit and child["id"] not in found]
    return found


def people_ever(read: Reader, names: Sequence[str]) -> list[int]:
    """The ids of the people of these names, also of who has left."""
    return list(dict.fromkeys(int(find_person_ever(read, name)["id"]) for name in names))


def one_of_ids(ids: Iterable[int]) -> str:
    """Ids as SQL takes them after IN."""
    return f"({', '.join(map(str, ids)) or 'NULL'})"


def let_in(read: Reader, filters: Filters) -> Callable[[Row], bool]:
    """Tells of a row of a person (columns id and unit_id) whether the units and the people asked for let it in; raises NotFound for unknown ones."""
    units, people = set(units_under(read, *filters.unit)), people_ever(read, filters.person)
    return lambda row: (not units or row["unit_id"] in units) and (not people or row["id"] in people)


def find_person_ever(read: Reader, name: str) -> Row:
    """The person of this name, also one who has left."""
    gone = read.row("SELECT * FROM person WHERE name_key = :key AND left_on IS NOT NULL", key=name_key(name)[:120])
    return gone or find_person(read, name)


def of_body(body_id: int) -> str:
    """The items that this outside body is responsible for or supports, as a condition over the table `item`."""
    return f"(body_id = {body_id} OR id IN (SELECT s.item_id FROM body_support s WHERE s.body_id = {body_id}))"


def involves(role: str, people: str) -> str:
    """The items that these people (ids, or a subselect of them) lead, support or either, as a condition over the table `item`."""
    leads = f"lead_id IN {people}"
    supports = (
        f"id IN (SELECT s.item_id FROM support s WHERE s.person_id IN {people} AND s.since <= :as_of AND (s.until IS NULL OR s.until > :as_of))"
    )
    return {"lead": leads, "support": supports, "any": f"({leads} OR {supports})"}[role]


def _by_status(chosen: Chosen, typed: str) -> None:
    status = states.state_meant(typed)
    if status is None:
        raise BadInput(
            _("{option} does not take “{value}”.").format(option="--status", value=typed[:40]), fix=instead(typed, states.STATES, "status")
        )
    chosen.said["status"], chosen.state_named = status, True
    chosen.conditions.append(status_condition(status))


def status_condition(status: str) -> str:
    """The items of a status, those that are read and never stored included; and those that are overdue, which is none."""
    if status == states.OVERDUE:
        return OVERDUE
    if status == "open":
        return f"status IN {OPEN_STATUSES}"
    if status in ("registered", "issued"):
        return "status = 'issued' AND issued " + (">" if status == "registered" else "<=") + " :as_of"
    return f"status = '{codes.STATUSES[codes.STATUSES.index(status)]}'"
