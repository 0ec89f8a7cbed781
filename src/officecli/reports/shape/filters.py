"""Which items a report is about: the filters every report shares, as SQL conditions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import _, apart
from officecli.light import dataclass, replace
from officecli.model import codes
from officecli.model.names import name_key
from officecli.reports.shape.chosen import Chosen, has, involves, of_body, one_of_ids, people_ever, status_condition, units_under
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code, instead
from officecli.typed.filters import more_than_words
from officecli.typed.items import states
from officecli.typed.items.labels import key_asked_for
from officecli.typed.items.numbers import find_item
from officecli.typed.office.bodies import find_body
from officecli.typed.office.people import find_person_ever
from officecli.typed.office.units import find_unit

ROLES = ("lead", "support", "any")


@dataclass(frozen=True)
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


def choose(read: Reader, filters: Filters, *, day: str = "issued") -> Chosen:
    """Understand the filters; since and until are of the column `day`. Sets the reader's day from as_of.

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
    _by_days(read, chosen, filters, day)
    if filters.status:
        _by_status(chosen, filters.status)
    if filters.urgency:
        chosen.conditions.append("urgency = :urgency")
        chosen.values["urgency"] = chosen.said["urgency"] = check_code(filters.urgency, codes.URGENCIES, "--urgency")
    if filters.label:
        chosen.conditions.append("id IN (SELECT g.item_id FROM label g WHERE g.name_key = :label)")
        chosen.values["label"] = key_asked_for(read, filters.label)
    if filters.numbers:
        chosen.conditions.append(f"id IN ({', '.join(str(find_item(read, number)) for number in filters.numbers)})")
    _by_text(read, chosen, filters)
    return chosen


def _by_days(read: Reader, chosen: Chosen, filters: Filters, day: str) -> None:
    """From one day to another of the column `day`; BadInput where the first is the later one."""
    for name, sign in (("since", ">="), ("until", "<=")):
        if typed := getattr(filters, name):
            chosen.conditions.append(f"{day} {sign} :{name}")
            chosen.values[name] = chosen.said[name] = day_typed(read, typed, first=name == "since", ahead=day == "due").isoformat()
    if (since := chosen.values.get("since", "")) > (until := chosen.values.get("until", "9999")):
        raise BadInput(
            _("--since {since} is after --until {until}, so nothing can fit.").format(since=since, until=until),
            fix=_("Give the earlier day with --since."),
        )


def _by_text(read: Reader, chosen: Chosen, filters: Filters) -> None:
    """By what stands in the items, words or a filter."""
    if filters.source.strip():
        chosen.sieve.append(has(filters.source, ("source",)))
    for typed in filter(str.strip, (filters.text, filters.where)):
        if not more_than_words(typed):
            chosen.sieve.append(has(typed))
        else:
            from officecli.reports.shape.filter_sql import narrow  # who types no more than words needs none of it

            narrow(read, chosen, typed)


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
                _("{day} is still to come; nothing is known of it.").format(day=day.isoformat()), fix=_("Give a past day, or leave out --as-of.")
            )
        read.as_of = day


def day_typed(read: Reader, text: str, *, past: bool = False, first: bool = False, ahead: bool = False) -> date:
    """A date as somebody typed it, counted from today; without a year the nearest such day, or the last one where only a `past` day makes sense.

    A week, a month, or another span, is its last day, or where something begins its `first`; that is one that has been, unless it may lie `ahead`.
    """
    if day := _in_full(read, text):
        return day
    from officecli.typed.dates import almanac
    from officecli.typed.dates.beginnings import read_first_day, read_first_day_been, read_last_day

    by = almanac(read)  # most reports are asked for without any date, and start 6 ms sooner
    if first:
        return (read_first_day if ahead else read_first_day_been)(text, today=read.today, by=by)
    return read_last_day(text, today=read.today, by=by, looks="past" if past else "near")


def days_typed(read: Reader, text: str) -> tuple[date, date]:
    """The first and the last of the days that have been which a text names, a day or a span, a holiday; those that run where they have not ended."""
    if day := _in_full(read, text):
        return day, day
    from officecli.typed.dates import almanac
    from officecli.typed.dates.beginnings import read_first_day, read_last_day
    from officecli.typed.dates.holidays import days_of_holiday
    from officecli.typed.dates.plain import plain
    from officecli.typed.dates.view import View

    own = almanac(read)
    if holiday := days_of_holiday(plain(text), View(own, read.today, read.today, "past")):
        return holiday
    first, last = read_first_day(text, today=read.today, by=own), read_last_day(text, today=read.today, by=own, looks="past")
    if first > read.today:
        first = last
    return first, read_last_day(text, today=read.today, by=own) if last < first else last


def _in_full(read: Reader, text: str) -> date | None:
    """A day as programs write it, 2026-07-01, that the office's calendar has, as it has today: of nothing else, and it waits for no grammar and no calendar."""
    if not text.isascii() or text[4:5] != "-" or text[7:8] != "-" or not f"{text[:4]}{text[5:7]}{text[8:]}".isdecimal():
        return None
    with suppress(ValueError):
        day = date.fromisoformat(text)
        known = read.value("SELECT COUNT(*) FROM calendar_day WHERE date IN (:day, :today)", day=text, today=read.today.isoformat())
        return day if known == len({day, read.today}) else None
    return None


def let_in(read: Reader, filters: Filters) -> Callable[[Row], bool]:
    """Tells of a row of a person (columns id and unit_id) whether the units and the people asked for let it in; raises NotFound for unknown ones."""
    units, people = set(units_under(read, *filters.unit)), people_ever(read, filters.person)
    return lambda row: (not units or row["unit_id"] in units) and (not people or row["id"] in people)


def of_whom(read: Reader, filters: Filters) -> Filters:
    """The filters of what is of people, in which a word that is the whole name of a unit or a person means them, and no text of items."""
    from officecli.typed.office.other_names import name_on_record  # the reports of items do without

    key = name_key(name_on_record(read, filters.text)) if filters.text.strip() else ""
    if not key:
        return filters
    if unit := next((row["name"] for row in read.rows("SELECT name FROM unit WHERE retired = 0 ORDER BY id") if name_key(row["name"]) == key), ""):
        return replace(filters, text="", unit=(*filters.unit, unit))
    if person := read.value("SELECT name FROM person WHERE name_key = :key AND left_on IS NULL", key=key[:120]):
        return replace(filters, text="", person=(*filters.person, person))
    return filters


def _by_status(chosen: Chosen, typed: str) -> None:
    status = states.state_meant(typed)
    if status is None:
        raise BadInput(
            _("{option} does not take “{value}”.").format(option=apart("--status", first=True), value=typed[:40]),
            fix=instead(typed, states.STATES, "status"),
        )
    chosen.said["status"], chosen.state_named = status, True
    chosen.conditions.append(status_condition(status))
