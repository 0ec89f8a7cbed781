"""What differs between an office file and the store. Only reads; `apply` carries it out, `words` says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officecli.files.office.conflicts import refuse_conflicts
from officecli.files.office.content import Entry, OfficeFile
from officecli.files.office.functions import refuse_unknown_functions
from officecli.files.office.matching import match, rows_left_out, spell_kinds
from officecli.files.office.on_record import RowOnRecord, own_days, rows_on_record
from officecli.files.office.references import refuse_without_post
from officecli.files.office.step import BeforeAfter, Step, step_of
from officecli.files.toml.problems import Problems
from officecli.store.read.reader import Reader
from officecli.typed.office.functions import own_functions


@dataclass(slots=True, kw_only=True)
class Plan:
    """All that is to be done. `steps` name every entry, those before it that it needs first; `missing` is what the file no longer names.

    `functions` is the office's own list before and after, where it changes.
    """

    steps: list[Step]
    missing: list[RowOnRecord]
    missing_settings: list[str]
    missing_functions: list[str]
    functions: tuple[list[str], list[str]] | None
    office: dict[str, BeforeAfter]
    settings: dict[str, BeforeAfter]
    days_added: list[tuple[date, bool]]
    days_removed: list[tuple[date, bool, int]]

    @property
    def added(self) -> list[Entry]:
        """What is new."""
        return [step.entry for step in self.steps if step.row is None]

    @property
    def changed(self) -> int:
        """How many things differ."""
        days = len(self.days_added) + len(self.days_removed)
        return sum(1 for step in self.steps if step.row and step.changes) + len(self.office) + len(self.settings) + days + bool(self.functions)


def plan(read: Reader, file: OfficeFile, *, prune: bool = False) -> Plan:
    """The differences; raises BadInput where the file cannot be brought together with what the store holds besides."""
    there = rows_on_record(read)
    matched = match(file.tables, there)
    missing = rows_left_out(matched, there)
    staying = [] if prune else missing
    spell_kinds(file.tables["duty"], [row for row in staying if row.table == "duty"])
    steps = [step_of(entry, matched, there) for entries in file.tables.values() for entry in _upper_first(entries)]
    own = list(own_functions(read))
    problems = Problems(file.name, file.lines)
    refuse_without_post([step.entry for step in steps if step.entry.table == "person" and step.row is None], problems)
    refuse_conflicts(read, steps, staying, there, problems)
    if own and file.functions is None and not prune:
        refuse_unknown_functions(file, own, problems)
    problems.stop()
    added, removed = _days(read, file)
    return Plan(
        steps=steps,
        missing=missing,
        missing_settings=[name for name in read.stored_settings if name not in file.settings],
        missing_functions=own if file.functions is None else [],
        functions=None if file.functions is None or sorted(own) == sorted(file.functions) else (own, file.functions),
        office=_office(read, file),
        settings=_settings(read, file),
        days_added=added,
        days_removed=removed,
    )


def _office(read: Reader, file: OfficeFile) -> dict[str, BeforeAfter]:
    return {name: (read.office[name], value) for name, value in file.office.items() if not _same(name, read.office[name], value)}


def _settings(read: Reader, file: OfficeFile) -> dict[str, BeforeAfter]:
    before = read.stored_settings
    return {name: (before.get(name), value) for name, value in file.settings.items() if before.get(name) != value}


def _same(name: str, before: str, value: str) -> bool:
    """Whether a value of the office stays; a region's code is the same in small letters."""
    return before == value or (name == "region" and before.upper() == value.upper())


def _upper_first(entries: list[Entry]) -> list[Entry]:
    """The entries so that each comes after the one it stands under; circles have been refused."""
    ordered: dict[Entry, None] = {}
    for entry in entries:
        way = [entry]
        while (above := way[-1].refs.get("parent") or way[-1].refs.get("reports_to")) and above not in ordered:
            way.append(above)
        ordered.update(dict.fromkeys(reversed(way)))
    return list(ordered)


def _days(read: Reader, file: OfficeFile) -> tuple[list[tuple[date, bool]], list[tuple[date, bool, int]]]:
    """The office's own days to be added and removed; where the file has a [calendar], it is the whole truth."""
    added: list[tuple[date, bool]] = []
    removed: list[tuple[date, bool, int]] = []
    for working, named in ((False, file.closed), (True, file.working)):
        if named is not None:
            there = own_days(read, working=working)
            added += [(day, working) for day in sorted(named) if day.isoformat() not in there]
            removed += [(date.fromisoformat(day), working, row) for day, row in there.items() if date.fromisoformat(day) not in named]
    return added, removed
