"""What the shell offers for a number of its own: T-012, V-031, W-004, each with what it stands for. Reads only, and silent where there is no store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from officecli.cli import session
from officecli.cli.completing import Fitting
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
        by_number = [(Fitting(number), said) for number, said in every if typed in number.casefold() or typed in _short(number)]
        return (by_number or [(Fitting(number), said) for number, said in every if typed in said.casefold()])[:MOST]

    return offer


def _short(number: str) -> str:
    """How it may be typed for short: t12."""
    letter, _dash, place = number.casefold().partition("-")
    return letter + place.lstrip("0")


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
