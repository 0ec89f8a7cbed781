"""Turns what comes round into the rows of items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.model.bounds import TITLE
from officecli.model.names import title_key
from officecli.model.time.occurrence_titles import filled
from officecli.model.time.office_hours import OfficeHours
from officecli.model.time.sign_limits import sign_by
from officecli.model.time.working_days import WorkingDays
from officecli.standing.procedures.coming import Occurrence
from officecli.store.calendar.handing_out import issue_moment
from officecli.store.read.reader import Reader, Row
from officecli.store.serials import ITEMS, next_serial
from officecli.typed.items.numbers import number_text
from officecli.typed.text import tidy


class Drafts:
    """Makes the fields of one item after another, each with the next number of its year."""

    def __init__(self, read: Reader, days: WorkingDays) -> None:
        self._read = read
        self._days = days
        self._hours = OfficeHours.parse(read.office["hours"])
        self._zone = ZoneInfo(read.office["timezone"])
        self._serials: dict[int, int] = {}
        self._moments: dict[tuple[date, str], tuple[str, str]] = {}

    def of(self, found: Iterable[Occurrence], *, by_schedule: bool = True) -> Iterator[dict[str, Any]]:
        """The fields of the items; `by_schedule` says that each is the one item of its occurrence."""
        return (self._draft(one, by_schedule=by_schedule) for one in found)

    def _draft(self, one: Occurrence, *, by_schedule: bool) -> dict[str, Any]:
        procedure, version = one.procedure, one.version
        title = filled(version["title"], one.day, self._read.office["language"], one.own)[:TITLE]
        issued_at, sign = self._signing(one.issued, version["urgency"])
        year, serial = one.issued.year, self._serial(one.issued.year)
        return {
            "number": number_text(year, serial),
            "year": year,
            "serial": serial,
            "title": title,
            # each occurrence is a matter of its own, also where its title does not say so
            "title_key": title_key(f"{title} {one.day}" if by_schedule else title)[:TITLE],
            "source": version["source"],
            "source_key": title_key(version["source"])[:TITLE],
            "kind": kind_of(procedure),
            "urgency": version["urgency"],
            "importance": version["importance"],
            "goal": tidy(version["goal"]),
            "originator_id": one.giver["id"],
            "lead_id": one.lead["id"],
            "registered": self._read.today,
            "issued": one.issued,
            "issued_at": issued_at,
            "sign_by": sign,
            "original_due": one.due,
            "due": one.due,
            "hours": version["hours"],
            "status": "issued",
            "duty_id": procedure["duty_id"],
            "procedure_id": procedure["id"],
            "procedure_version_id": version["id"],
            "occurrence": one.day if by_schedule else None,
        }

    def _signing(self, issued: date, urgency: str) -> tuple[str, str]:
        """When what is handed out on this day is handed out, and by when it is to be signed for, as UTC text."""
        key = (issued, urgency)
        if key not in self._moments:
            at = issue_moment(self._read, issued)
            limit = sign_by(at.astimezone(self._zone), urgency, self._days, self._hours, self._read.settings)
            self._moments[key] = (clock.stamp(at), clock.stamp(limit))
        return self._moments[key]

    def _serial(self, year: int) -> int:
        if year not in self._serials:
            self._serials[year] = next_serial(self._read, ITEMS, year) - 1
        self._serials[year] += 1
        return self._serials[year]


def kind_of(procedure: Row) -> str:
    """What kind of item a procedure makes."""
    return "emergency" if procedure["kind"] == "emergency" else "routine"
