"""A unit's and a person's part of what was gathered for the dashboard of the office: nothing is asked of the store again."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from officecli.hints import Any
from officecli.light import replace
from officecli.reports.office.gathered import Gathered, Rows
from officecli.reports.shape.report import Report
from officecli.reports.targets import trend
from officecli.store.read.reader import Reader


class Whole:
    """What was gathered, with an index of whose each item is: a page takes no longer where the office has more items of others."""

    def __init__(self, read: Reader, found: Gathered) -> None:
        self._read, self._found = read, found
        items = {"open": found.open.rows, "overdue": found.overdue.rows, "upcoming": found.upcoming.rows, "quadrants": found.quadrants.rows}
        self._whose = {key: _Whose(rows) for key, rows in (*items.items(), ("closed", found.closed))}

    def of_units(self, names: Collection[str]) -> Gathered:
        """What is led in these units, and who is in them."""
        led = {person for person, unit in self._found.units.items() if unit in names}
        months = trend.of_months(self._read, self._found.months, lambda person: person["unit"] in names)
        return self._narrowed({key: whose.led_by(led) for key, whose in self._whose.items()}, led, names, months)

    def of_person(self, name: str) -> Gathered:
        """What a person leads or supports."""
        months = trend.of_months(self._read, self._found.months, lambda person: person["name"] == name)
        return self._narrowed({key: whose.of(name) for key, whose in self._whose.items()}, {name}, (), months)

    def _narrowed(self, items: dict[str, Rows], people: Collection[str], units: Collection[str], months: Report) -> Gathered:
        found = self._found

        def by(report: Report, column: str, among: Collection[str]) -> Report:
            return replace(report, rows=tuple(row for row in report.rows if row.get(column) in among), charts=())

        return replace(
            found,
            open=replace(found.open, rows=items["open"]),
            overdue=replace(found.overdue, rows=items["overdue"]),
            upcoming=replace(found.upcoming, rows=items["upcoming"]),
            quadrants=replace(found.quadrants, rows=items["quadrants"]),
            people=by(found.people, "person", people),
            by_unit=by(found.by_unit, "unit", units),
            by_body=by(found.by_body, "body", ()),
            load=by(found.load, "name", people),
            balance=by(found.balance, "unit", units),
            trend=months,
            closed=items["closed"],
        )


class _Whose:
    """Rows of items, by who leads and who supports them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._led: dict[str, list[int]] = {}
        self._supported: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            self._led.setdefault(row["lead"], []).append(place)
            for one in row.get("supports") or ():
                self._supported.setdefault(one["name"], []).append(place)

    def led_by(self, people: Iterable[str]) -> tuple[dict[str, Any], ...]:
        """The rows that these people lead, in their order."""
        return tuple(self._rows[place] for place in sorted(place for person in people for place in self._led.get(person, ())))

    def of(self, person: str) -> tuple[dict[str, Any], ...]:
        """The rows that a person leads or supports, in their order."""
        return tuple(self._rows[place] for place in sorted({*self._led.get(person, ()), *self._supported.get(person, ())}))
