"""What each command works out anew, being a process of its own, is kept by a process of tests that runs thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Engine

from officecli import i18n
from officecli.cli import program
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar import days
from officecli.store.place import Place
from officecli.store.proof import replay, verify
from officecli.store.proof.faults import Fault
from officecli.store.read import opening, serving
from officecli.store.read.reader import Reader
from officecli.store.schema import made, parts, there
from officecli.store.write import opening as writing
from officecli.store.write.through_sqlmodel import engine, sqlmodel_writer
from stage import lent_connections, lent_files


def keep() -> None:
    """From now on a command is built once in each language, a statement is put into SQL once for each kind of store, and connections are lent."""
    program.load = _kept_load
    program.program = _kept_program
    vars(sqlmodel_writer)["writable"] = _kept_writable
    vars(days)["WorkingDays"] = _kept_working_days
    vars(days)["_fixed_by_law"] = _kept_fixed_by_law
    for user, names in ((there, ("table_parts", "index_parts", "element")), (made, ("table_parts", "index_parts"))):
        vars(user).update({name: _copied(getattr(parts, name)) for name in names})
    vars(verify)["calendar_faults"] = _kept_calendar_faults
    vars(serving)["connect_postgresql"] = lent_connections.lending(serving.connect_postgresql)
    vars(opening)["_connect_read_only"] = lent_files.read_only(opening._connect_read_only)
    vars(writing)["connect_sqlite"] = lent_files.writable(writing.connect_sqlite)


_load, _program, _writable, _fixed_by_law = program.load, program.program, engine.writable, days._fixed_by_law
_calendar_faults = replay.calendar_faults
_engines: dict[str, Engine] = {}


def _kept_load(name: str) -> Any:
    return _loaded(name, i18n.language())


def _kept_program() -> Any:
    return _made(i18n.language())


@cache
def _made(_language: str) -> Any:
    return _program()


@cache
def _loaded(name: str, _language: str) -> Any:
    return _load(name)


class _KeptDays(WorkingDays):
    """Working days that say their rows any number of times."""

    def rows(self) -> Iterator[tuple[str, int, int]]:
        return iter(self._rows)

    @cached_property
    def _rows(self) -> list[tuple[str, int, int]]:
        return list(super().rows())


_working_days: dict[object, WorkingDays] = {}


def _kept_working_days(exceptions: Mapping[date, bool], *, last: date, unannounced: Container[int]) -> WorkingDays:
    key = (frozenset(exceptions.items()), last, unannounced)
    if key not in _working_days:
        _working_days[key] = _KeptDays(exceptions, last=last, unannounced=unannounced)
    return _working_days[key]


def _kept_fixed_by_law(region: str, years: set[int], until: date) -> dict[date, bool]:
    return dict(_fixed(region, frozenset(years), until))


@cache
def _fixed(region: str, years: frozenset[int], until: date) -> dict[date, bool]:
    return _fixed_by_law(region, set(years), until)


_sound: set[tuple[object, ...]] = set()
"""Calendars that were gone through day by day without a fault: what they were made of, and how their days add up."""


def _kept_calendar_faults(read: Reader) -> Iterator[Fault]:
    """The twenty thousand days of the same calendar, with the same rows as far as sums tell, are not compared again."""
    made_of = tuple(tuple(row.values()) for sql in _OF_A_CALENDAR for row in read.rows(sql))
    if made_of not in _sound:
        faults = list(_calendar_faults(read))
        if not faults:
            _sound.add(made_of)
        yield from faults


_OF_A_CALENDAR = (
    """SELECT COUNT(*) AS days, SUM(is_working) AS working, SUM(provisional) AS provisional, SUM(working_no) AS numbers,
       SUM(working_no * is_working) AS of_working, MIN(date) AS first, MAX(date) AS last,
       SUM(working_no * CAST(substr(date, 9, 2) AS INTEGER)) AS by_day FROM calendar_day""",
    "SELECT day, working FROM office_day ORDER BY day",
    "SELECT year, exceptions FROM calendar_year ORDER BY year",
    "SELECT region FROM office",
    "SELECT MAX(day) AS day FROM trail WHERE subject IN ('calendar_year', 'office_day') OR seq = 1",
)


def _copied(apart: Callable[[str], parts.Parts]) -> Callable[[str], parts.Parts]:
    """The same function, which takes a definition apart once; who asks again gets a copy."""
    once = cache(apart)
    return lambda sql: dict(once(sql))


def _kept_writable(place: Place) -> Engine:
    """An engine of its own, as ever; what it knows of SQL it shares with the first of its kind."""
    made = _writable(place)
    first = _engines.setdefault(place.engine, made)
    if made is not first:
        vars(made.dialect)["initialize"] = lambda _connection: None  # it asks what the first has been told
    made.dialect = first.dialect
    made._compiled_cache = first._compiled_cache
    return made
