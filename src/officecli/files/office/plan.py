"""What differs between an office file and the store. Only reads; `apply` carries it out, `words` says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from officecli.files.office.conflicts import (
    check_against_missing,
    refuse_lookalikes,
    refuse_moves_with_targets,
    refuse_returns,
    refuse_taken_logins,
)
from officecli.files.office.content import Entry, OfficeFile
from officecli.files.office.functions import refuse_unknown_functions
from officecli.files.office.on_record import RowOnRecord, own_days, rows_on_record
from officecli.files.office.step import BeforeAfter, Step, step_of
from officecli.files.toml.problems import Problems
from officecli.model.names import name_key
from officecli.store.read.reader import Reader
from officecli.typed.office.functions import own_functions


@dataclass(slots=True)
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
    problems = Problems(file.name, file.lines)
    matched = {entry: row for table, entries in file.tables.items() for entry, row in _match(entries, there[table])}
    _match_moved_duties(file.tables["duty"], there["duty"], matched)
    named = {(row.table, row.id) for row in matched.values() if row}
    missing = [row for rows in there.values() for row in rows.values() if not row.retired and (row.table, row.id) not in named]
    _spell_kinds(file.tables["duty"], [] if prune else [row for row in missing if row.table == "duty"])
    steps = [step_of(entry, matched, there) for entries in file.tables.values() for entry in _upper_first(entries)]
    refuse_returns(steps, problems)
    refuse_moves_with_targets(read, steps, there["post"], problems)
    refuse_lookalikes(steps, there["person"], problems)
    check_against_missing(steps, [] if prune else missing, problems)
    refuse_taken_logins(steps, [] if prune else missing, problems)
    own = list(own_functions(read))
    if own and file.functions is None and not prune:
        refuse_unknown_functions(file, own, problems)
    problems.stop()
    settings = read.stored_settings
    return Plan(
        steps,
        missing,
        [name for name in settings if name not in file.settings],
        own if file.functions is None else [],
        None if file.functions is None or sorted(own) == sorted(file.functions) else (own, file.functions),
        {name: (read.office[name], value) for name, value in file.office.items() if not _same(name, read.office[name], value)},
        {name: (settings.get(name), value) for name, value in file.settings.items() if settings.get(name) != value},
        *_days(read, file),
    )


def _same(name: str, before: str, value: str) -> bool:
    """Whether a value of the office stays; a region's code is the same in small letters."""
    return before == value or (name == "region" and before.upper() == value.upper())


def _match(entries: list[Entry], rows: dict[int, RowOnRecord]) -> Iterator[tuple[Entry, RowOnRecord | None]]:
    """Each entry with its row: of several by one key the first, which is the one in use."""
    by_key: dict[tuple[str, ...], RowOnRecord] = {}
    for row in rows.values():
        by_key.setdefault(row.key, row)
    yield from ((entry, by_key.get(entry.key)) for entry in entries)


def _spell_kinds(duties: list[Entry], others: list[RowOnRecord]) -> None:
    """Spell a kind of work everywhere as it was spelt first, since two spellings of one kind would be owned twice unseen."""
    spelt = {name_key(row.values["kind"]): row.values["kind"] for row in others if row.values["kind"]}
    for duty in duties:
        if kind := duty.values.get("kind"):
            duty.values["kind"] = spelt.setdefault(name_key(kind), kind)


def _match_moved_duties(duties: list[Entry], rows: dict[int, RowOnRecord], matched: dict[Entry, RowOnRecord | None]) -> None:
    """A duty that is nowhere at its post, and once at another that has lost it, has moved."""
    for duty in duties:
        if matched[duty] is None:
            taken = [row.id for row in matched.values() if row and row.table == "duty"]
            free = [row for row in rows.values() if row.key[-1] == duty.key[-1] and not row.retired and row.id not in taken]
            same = [one for one in duties if matched[one] is None and one.key[-1] == duty.key[-1]]
            if len(free) == len(same) == 1:
                matched[duty] = free[0]


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
