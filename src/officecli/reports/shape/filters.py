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
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.items.numbers import find_item
from officecli.typed.office.bodies import find_body
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit

BODY_ON_ITEM = "(body_id = :body OR id IN (SELECT s.item_id FROM body_support s WHERE s.body_id = :body))"
"""The items of an outside body, as a condition over the table `item`."""

ROLES = ("lead", "support", "any")
STATES = (*codes.READ_AS, *codes.STATUSES)


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters as they were typed; "" where they were not. Of several units or people any is meant. `limit` None is the report's own, 0 is none.

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
    limit: int | None = None
    sort: str = ""
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

    `people` are the ids of those asked for. `of_items_alone`: the conditions name columns of the table `item` only, so that counting need not join anything.
    `own` is the source of the personal items that are to stand among the others (see `standing.items.personal`), "" for none.
    """

    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    text: str = ""
    of_items_alone: bool = True
    own: str = ""
    people: Sequence[int] = ()

    def where(self, *more: str) -> str:
        """All conditions as one WHERE clause."""
        every = [*more, *self.conditions]
        return "WHERE " + " AND ".join(every) if every else ""

    @property
    def by_row(self) -> bool:
        """Whether rows must be looked at in Python: people's text is compared without case and width, which SQL engines do differently."""
        return bool(self.source or self.text)

    def keeps(self, row: Row) -> bool:
        """Whether a row (columns number, title, source, goal, lead) passes the text filters."""
        if self.source and self.source not in folded(row["source"]):
            return False
        return not self.text or any(self.text in folded(row[key] or "") for key in ("number", "title", "source", "goal", "lead"))


def choose(read: Reader, filters: Filters, *, day: str = "issued") -> Chosen:
    """Understand the filters; since and until are of the column `day`. Sets the reader's day from as_of.

    Raises NotFound for an unknown unit or person, BadInput for what is no date or no known code.
    """
    chosen = Chosen(said=filters.given("unit", "person", "since", "until", "status", "urgency", "source", "label", "text"))
    look_at(read, filters.as_of)
    if filters.unit:
        chosen.of_items_alone = False
        chosen.conditions.append(f"unit_id IN {one_of_ids(units_under(read, *filters.unit))}")
    if filters.person:
        chosen.said["role"] = role = check_code(filters.role, ROLES, "--role")
        chosen.people = people_ever(read, filters.person)
        chosen.conditions.append(_involves(role, one_of_ids(chosen.people)))
    if filters.body:
        body = find_body(read, filters.body, retired=True)
        chosen.said["body"] = body["name"]
        chosen.conditions.append(BODY_ON_ITEM)
        chosen.values["body"] = body["id"]
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
    chosen.source, chosen.text = folded(filters.source), folded(filters.text)
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


def _involves(role: str, people: str) -> str:
    leads = f"lead_id IN {people}"
    supports = (
        f"id IN (SELECT s.item_id FROM support s WHERE s.person_id IN {people} AND s.since <= :as_of AND (s.until IS NULL OR s.until > :as_of))"
    )
    return {"lead": leads, "support": supports, "any": f"({leads} OR {supports})"}[role]


def _by_status(chosen: Chosen, typed: str) -> None:
    chosen.said["status"] = status = check_code(typed, STATES, "--status")
    if status == "open":
        chosen.conditions.append(f"status IN {OPEN_STATUSES}")
    elif status in ("registered", "issued"):
        chosen.conditions.append("status = 'issued' AND issued " + (">" if status == "registered" else "<=") + " :as_of")
    else:
        chosen.conditions.append("status = :status")
        chosen.values["status"] = status
