"""What the shell offers for the number of an item, or for one of its own kind: T-012,
V-031, W-004, each with what it stands for. Reads only, and silent where there is no store.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from officecli.cli import session
from officecli.cli.completing import Fitting, by_number
from officecli.cli.completing_filters import filters
from officecli.errors import OfficeError
from officecli.store.read.reader import Reader, Row

Offered = Sequence[tuple[str, str]]
MOST = 50


def _offering(found: Callable[[Reader], Iterable[tuple[str, str]]]) -> Callable[[str], Offered]:
    """What offers those with what was typed in their number, or in what they stand for."""

    def offer(incomplete: str) -> Offered:
        typed = incomplete.casefold()
        try:
            with session.current.read() as read:
                every = list(found(read))
        except OfficeError:
            return []
        return (by_number(incomplete, every) or [(Fitting(number), said) for number, said in every if typed in said.casefold()])[:MOST]

    return offer


@_offering
def targets(read: Reader) -> Iterable[tuple[str, str]]:
    """The targets in force, with their metrics."""
    from officecli.store.targets import every_terms

    return [(one.number, one.metric) for one in every_terms(read) if one.until is None]


_RESULTS = """SELECT v.id, t.metric || ' ' || v.value || t.unit AS said FROM target_result v JOIN target t ON t.id = v.target_id
WHERE {which} AND NOT EXISTS (SELECT 1 FROM target_result c WHERE c.corrects_id = v.id) ORDER BY v.id DESC LIMIT 500"""


@_offering
def results(read: Reader) -> Iterable[tuple[str, str]]:
    """The results that stand, the newest first, with what they say."""
    return _numbered(read, "target_result", read.rows(_RESULTS.format(which="1 = 1")))


@_offering
def to_confirm(read: Reader) -> Iterable[tuple[str, str]]:
    """The results that wait to be confirmed."""
    return _numbered(read, "target_result", read.rows(_RESULTS.format(which="v.to_confirm = 1 AND v.confirmed IS NULL")))


@_offering
def waivers(read: Reader) -> Iterable[tuple[str, str]]:
    """The waivers in force, with rule, item and reason."""
    asked = """SELECT w.id, w.rule || ' ' || i.number || ' ' || w.reason AS said FROM waiver w JOIN item i ON i.id = w.item_id
    WHERE w.expires IS NULL OR w.expires >= :today ORDER BY w.id DESC"""
    return _numbered(read, "waiver", read.rows(asked, today=read.today.isoformat()))


@_offering
def notes(read: Reader) -> Iterable[tuple[str, str]]:
    """The handover notes that are not done."""
    from officecli.standing.office.duty_officers import open_notes

    return [(one["number"], one["text"]) for one in open_notes(read)]


@_offering
def difficulties(read: Reader) -> Iterable[tuple[str, str]]:
    """The unanswered difficulties that whoever types may read."""
    from officecli.standing.office.confidants import readers, who_reads

    reader = who_reads(read, session.current.who())["id"]
    rows = read.rows("SELECT id, text AS said, person_id, owner_id FROM difficulty WHERE answered IS NULL ORDER BY id")
    return _numbered(read, "difficulty", [row for row in rows if reader in readers(read, row["person_id"], row["owner_id"])])


@_offering
def unseen(read: Reader) -> Iterable[tuple[str, str]]:
    """What whoever types was told of and has not seen, with its matter."""
    from officecli.standing import notices
    from officecli.standing.actor import who_acts

    return dict.fromkeys((one.number, one.title or "") for one in notices.unseen(read, who_acts(read, session.current.who())["id"]))


def _numbered(read: Reader, table: str, rows: Sequence[Row]) -> Iterable[tuple[str, str]]:
    """What these rows of a table say, under its own numbers."""
    from officecli.store.own_numbers import own_numbers

    numbers = own_numbers(read, table) if rows else {}
    return [(numbers[row["id"]], row["said"]) for row in rows]


def numbers(incomplete: str) -> Sequence[tuple[str, str]]:
    """Open items' numbers that begin as was typed, with their matters; where none does, those whose matter has it."""
    if re.search("[@＠:：+＋]", incomplete):
        return filters(incomplete)
    try:
        with session.current.read() as read:
            rows = _own_reminders(read) + read.rows(_OPEN)
    except OfficeError:
        return []
    found = by_number(incomplete, [(row["number"], row["title"]) for row in rows])
    return (found or [(Fitting(row["number"]), row["title"]) for row in rows if incomplete.casefold() in row["title"].casefold()])[:MOST]


_OPEN = "SELECT number, title FROM item WHERE status IN ('issued', 'in-hand', 'submitted', 'suspended') ORDER BY id DESC LIMIT 2000"


def _own_reminders(read: Reader) -> list[dict[str, str]]:
    """What is personal of whoever types, as long as it is open; nothing where it is not known who types."""
    if not read.row("SELECT 1 AS one FROM reminder LIMIT 1"):
        return []
    from officecli.standing.items.personal import who_is_reminded  # most need not wait for it at every key

    asked = "SELECT number, title FROM reminder WHERE person_id = :person AND closed IS NULL AND cancelled IS NULL ORDER BY id DESC"
    try:
        return read.rows(asked, person=person) if (person := who_is_reminded(read)) else []
    except OfficeError:
        return []
