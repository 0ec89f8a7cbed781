"""What differs between an office file and the store. Only reads; `apply` carries it out, `words` says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officecli.actions.functions import own_functions
from officecli.actions.naming import refuse_lookalike
from officecli.actions.office_file import kept as store
from officecli.actions.office_file.content import Entry, OfficeFile
from officecli.actions.office_file.functions import refuse_unknown_functions
from officecli.actions.office_file.kept import Kept
from officecli.actions.office_file.problems import Problems
from officecli.errors import BadInput
from officecli.i18n import _, listed, ngettext
from officecli.model.names import look_key, name_key
from officecli.store.read import Reader

Was = tuple[Any, Any]
"""Before and after; rows are given as Kept before and Entry after."""


@dataclass(slots=True)
class Step:
    """One entry: its row in the store (None: to be made) and the keys that differ."""

    entry: Entry
    row: Kept | None
    changes: dict[str, Was] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """All that is to be done. `steps` name every entry, those before it that it needs first; `missing` is what the file no longer names.

    `functions` is the office's own list before and after, where it changes.
    """

    steps: list[Step]
    missing: list[Kept]
    missing_settings: list[str]
    missing_functions: list[str]
    functions: tuple[list[str], list[str]] | None
    office: dict[str, Was]
    settings: dict[str, Was]
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
    there = store.kept(read)
    problems = Problems(file.name, file.lines)
    matched = {entry: row for table, entries in file.tables.items() for entry, row in _match(entries, there[table])}
    _match_moved_duties(file.tables["duty"], there["duty"], matched)
    named = {(row.table, row.id) for row in matched.values() if row}
    missing = [row for rows in there.values() for row in rows.values() if not row.retired and (row.table, row.id) not in named]
    _spell_kinds(file.tables["duty"], [] if prune else [row for row in missing if row.table == "duty"])
    steps = [_step(entry, matched, there) for entries in file.tables.values() for entry in _upper_first(entries)]
    _refuse_returns(steps, problems)
    _refuse_lookalikes(steps, there["person"], problems)
    _check_against_missing(steps, [] if prune else missing, problems)
    _refuse_taken_logins(steps, [] if prune else missing, problems)
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


def _match(entries: list[Entry], rows: dict[int, Kept]) -> Iterator[tuple[Entry, Kept | None]]:
    """Each entry with its row: of several by one key the first, which is the one in use."""
    by_key: dict[tuple[str, ...], Kept] = {}
    for row in rows.values():
        by_key.setdefault(row.key, row)
    yield from ((entry, by_key.get(entry.key)) for entry in entries)


def _spell_kinds(duties: list[Entry], others: list[Kept]) -> None:
    """Spell a kind of work everywhere as it was spelt first, since two spellings of one kind would be owned twice unseen."""
    spelt = {name_key(row.values["kind"]): row.values["kind"] for row in others if row.values["kind"]}
    for duty in duties:
        if kind := duty.values.get("kind"):
            duty.values["kind"] = spelt.setdefault(name_key(kind), kind)


def _match_moved_duties(duties: list[Entry], rows: dict[int, Kept], matched: dict[Entry, Kept | None]) -> None:
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


def _step(entry: Entry, matched: dict[Entry, Kept | None], there: dict[str, dict[int, Kept]]) -> Step:
    row = matched[entry]
    if row is None:
        return Step(entry, None)
    step = Step(entry, row)
    if row.retired:
        step.changes["retired"] = (True, False)
    for name, value in entry.wanted().items():
        before = row.values[name]
        if isinstance(value, Entry):
            target = matched[value]
            if target is None or target.id != before:
                step.changes[name] = (there[value.table].get(before), value)
        elif name in ("parent", "reports_to", "stand_in"):
            if before is not None:
                step.changes[name] = (there[entry.table][before], None)
        elif name == "functions":
            if set(value or ()) != set(before):
                step.changes[name] = (before, value or [])
        elif value != (date.fromisoformat(before) if isinstance(value, date) and before else before):
            step.changes[name] = (before, value)
    if entry.table == "duty":
        now = {target.id if (target := matched[post]) else -number: part for number, (post, part) in enumerate(entry.supports, 1)}
        if now != row.supports:
            labels = [(there["post"][post], part) for post, part in row.supports.items()]
            step.changes["support"] = (labels, entry.supports)
    return step


def _days(read: Reader, file: OfficeFile) -> tuple[list[tuple[date, bool]], list[tuple[date, bool, int]]]:
    """The office's own days to be added and removed; where the file has a [calendar], it is the whole truth."""
    added: list[tuple[date, bool]] = []
    removed: list[tuple[date, bool, int]] = []
    for working, named in ((False, file.closed), (True, file.working)):
        if named is not None:
            there = store.days(read, working=working)
            added += [(day, working) for day in sorted(named) if day.isoformat() not in there]
            removed += [(date.fromisoformat(day), working, row) for day, row in there.items() if date.fromisoformat(day) not in named]
    return added, removed


def _refuse_returns(steps: list[Step], problems: Problems) -> None:
    for step in steps:
        if step.row and step.row.table == "person" and step.row.retired:
            problems.add(
                ("person", step.entry.index, "name"),
                _("{name} left on {day}.").format(name=step.row.label, day=step.row.values["left_on"]),
                _(
                    "Take this [[person]] out; somebody new, or come back, is entered under a name that tells the two apart, such as “{name} 2”."
                ).format(name=step.row.label),
            )


def _refuse_lookalikes(steps: list[Step], people: dict[int, Kept], problems: Problems) -> None:
    """Somebody new must not look like somebody who is, or was, here."""
    known = {look_key(row.label): row.label for row in people.values()}
    for step in steps:
        other = known.get(look_key(step.entry.name)) if step.row is None and step.entry.table == "person" else None
        try:
            refuse_lookalike(step.entry.name, [other] if other else [])
        except BadInput as error:
            problems.take(("person", step.entry.index, "name"), error)


def _check_against_missing(steps: list[Step], missing: list[Kept], problems: Problems) -> None:
    """What the file no longer names stays, so it must still find its seat and its one superior."""
    rows = {step.row.id: step.entry for step in steps if step.row and step.row.table == "post"}
    people = [step.entry for step in steps if step.entry.table == "person"]
    for post_id, post in rows.items():
        seats = post.values.get("seats", 1)
        others = [row for row in missing if row.table == "person" and row.values["post"] == post_id]
        sitting = [person for person in people if person.refs.get("post") is post]
        if others and len(others) + len(sitting) > seats:
            at = ("person", sitting[-1].index, "post") if sitting else ("post", post.index, "seats")
            problems.add(
                at,
                ngettext(
                    "{post} has {n} seat, and {names}, not in the file, is on it.",
                    "{post} has {n} seats, and {names}, not in the file, is on it.",
                    seats,
                ).format(post=post.label, n=seats, names=listed(row.label for row in others)),
                _("Write them into the file with another post, or run with --prune."),
            )
        lower = next((row for row in missing if row.table == "post" and row.values["reports_to"] == post_id), None)
        if lower and seats != 1:
            problems.add(
                ("post", post.index, "seats"),
                _("{post} has {n} seats, but {lower} reports to it.").format(post=post.label, n=seats, lower=lower.label),
                _("Write seats = 1, or retire {lower} with --prune.").format(lower=lower.label),
            )


def _refuse_taken_logins(steps: list[Step], missing: list[Kept], problems: Problems) -> None:
    taken = {row.values["login"]: row for row in missing if row.table == "person" and row.values["login"]}
    for step in steps:
        login = step.entry.values.get("login")
        if login in taken:
            problems.add(
                ("person", step.entry.index, "login"),
                _("The login “{login}” is {name}'s, who is not in the file.").format(login=login, name=taken[login].label),
                _("Give {name} another with: officecli person set").format(name=taken[login].label),
            )
