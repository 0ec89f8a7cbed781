"""Which row is which item: rows without a number are told by what they say, one matter at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.drafts.numbering import Entry, read_number
from officecli.files.ledger.reconciling.saying import says
from officecli.files.ledger.rows.ledger_row import LedgerRow
from officecli.files.ledger.sheets.sheet_rows import RowNumber
from officecli.model.codes import OVER
from officecli.model.names import number_key

Equal = Callable[[Draft, Entry], bool]
"""Whether a row says nothing otherwise than an item on record."""


@dataclass(slots=True)
class Matched:
    """What became of the rows of one title that have no number.

    `new` are items; `repeats` (row, the row it equals); `pairs` (row, item on record); `otherwise` (row, the other row) are the same matter, lead
    and days and yet not the same; `unclear` (row, numbers) might be any of several items on record.
    """

    new: list[Draft] = field(default_factory=list)
    repeats: list[tuple[Draft, Draft]] = field(default_factory=list)
    pairs: list[tuple[Draft, Entry]] = field(default_factory=list)
    otherwise: list[tuple[Draft, Draft]] = field(default_factory=list)
    unclear: list[tuple[Draft, list[str]]] = field(default_factory=list)


def same_row(one: Draft, other: Draft) -> bool:
    """Whether two rows say the same in every column but those of numbers, which one of them may lack; the section a row stands in is none."""
    if one.row.number and other.row.number and number_key(one.row.number) != number_key(other.row.number):
        return False
    return _plain(one) == _plain(other)


def _plain(made: Draft) -> LedgerRow:
    return replace(made.row, row=0, number="", counted="", labels=(), inferred={})


def match(drafts: Sequence[Draft], numbered: Sequence[Draft], entries: Sequence[Entry], equal: Equal) -> Matched:
    """Find the items of the rows of one title.

    First each is held against those equal to it, on record and among the `numbered` rows of the file; then what is left by issue day, original
    deadline and lead, by issue day and deadline, by issue day and lead, where one of each is left by the issue day, and by deadline and lead.
    `entries` are the items of the title no row has yet.
    """
    found = Matched()
    if len(drafts) == 1 and not numbered and not entries:  # as it is of most rows
        found.new.extend(drafts)
        return found
    left, entries = list(drafts), list(entries)
    left = list(_told_apart(left, found))
    telling = left[:] if entries else []
    if len(telling) > 1:
        telling.sort(key=lambda made: len(says(made)), reverse=True)  # a row that says less is equal to more
    for alike in (_exactly, compatible):
        for made in telling:
            one = next((one for one in entries if alike(made, one) and equal(made, one)), None)
            if one and any(made is other for other in left):
                _pair(made, one, left, entries, found)
    for made in [*left]:
        _beside_numbered(made, numbered, left, found)
    for alike in (agrees, _by_days, _by_lead, compatible, _by_deadline):
        for made in [*left]:
            theirs = [one for one in entries if alike(made, one)]
            if len(theirs) == 1 and sum(1 for other in left if alike(other, theirs[0])) == 1:
                _pair(made, theirs[0], left, entries, found)
    for made in left:
        candidates = [one.number for one in entries if compatible(made, one)]
        if candidates:
            found.unclear.append((made, candidates))
        else:
            found.new.append(made)
    return found


def compatible(made: Draft, entry: Entry) -> bool:
    """Whether matter, source and issue day agree, as far as both are said, and the row is no later round of the matter."""
    source = made.source_key
    if source and entry.source_key and source != entry.source_key:
        return False
    return not is_another_round(made, entry) if made.row.issued is None else made.row.says_day("issued", entry.issued)


def is_another_round(made: Draft, entry: Entry) -> bool:
    """Whether a row that does not say since when is due after its item's end, and by another deadline than that: the monthly report of the next month."""
    row = made.row
    due, ended = row.original_due, entry.ended
    if ended is None or due is None or row.issued is not None or due <= ended:
        return False
    return not any(row.says_day(key, day) for key in ("original_due", "due") for day in (entry.original_due, entry.due)) and row.closed != ended


def _exactly(made: Draft, entry: Entry) -> bool:
    row = made.row
    said = (made.source_key, made.issued, row.original_due, row.due, made.people.lead.id)
    return said == (entry.source_key, entry.issued, entry.original_due, entry.due, entry.lead_id)


def _by_days(made: Draft, entry: Entry) -> bool:
    return compatible(made, entry) and made.row.original_due is not None and made.row.says_day("original_due", entry.original_due)


def _by_lead(made: Draft, entry: Entry) -> bool:
    """Whether the same person has it: of what was given to several, and put off for all of them, each still has theirs."""
    return compatible(made, entry) and made.people.lead.id == entry.lead_id


def known_otherwise(made: Draft, entries: Sequence[Entry], unnumbered: Sequence[Draft]) -> list[Entry]:
    """The items on record that a row may be whose number is nobody's, for the ledger was numbered since they came: those that agree best.

    What a row without a number agrees with better is that one's.

    A number of the office's own form says that the row is another matter.
    """
    if made.number is None or made.number.serial is not None:
        return []
    ours = [one for one in entries if read_number(one.number, made.issued.year).serial is not None]
    by_day = (one for one in ours if made.row.issued and compatible(made, one) and not any(_fits_as_well(other, one) for other in unnumbered))
    return [one for one in ours if agrees(made, one)] or list(by_day)


def _fits_as_well(made: Draft, entry: Entry) -> bool:
    """Whether a row is of an item's issue day and lead, and of no other deadline than its own."""
    row = made.row
    same_due = row.original_due is None or row.says_day("original_due", entry.original_due)
    return row.issued is not None and compatible(made, entry) and same_due and made.people.lead.id == entry.lead_id


def _by_deadline(made: Draft, entry: Entry) -> bool:
    """Whether original deadline and lead agree, though source or issue day does not: one of them was mended, and not both."""
    due, issued = made.row.original_due, made.row.issued
    if made.source_key != entry.source_key and issued is not None and not made.row.says_day("issued", entry.issued):
        return False
    return due is not None and made.row.says_day("original_due", entry.original_due) and made.people.lead.id == entry.lead_id


def agrees(made: Draft, entry: Entry) -> bool:
    """Whether source, issue day, original deadline and lead agree."""
    return _by_days(made, entry) and made.people.lead.id == entry.lead_id


def _pair(made: Draft, entry: Entry, left: list[Draft], entries: list[Entry], found: Matched) -> None:
    found.pairs.append((made, entry))
    entries.remove(entry)
    left[:] = [other for other in left if other is not made]


def _key(made: Draft) -> tuple[object, ...]:
    return made.source_key, made.row.issued, made.row.original_due, made.row.due, made.people.lead.id


def _told_apart(drafts: Sequence[Draft], found: Matched) -> Iterator[Draft]:
    """The rows that are items of their own: by source, lead, issue day and deadline, and by
    what else tells them apart; of two that nothing does, that which tells of the end stays.
    """
    kept: dict[tuple[object, ...], list[Draft]] = {}
    for made in drafts:
        there = kept.setdefault(_key(made), [])
        one = next((one for one in there if not _is_another(one, made)), None)
        if one is None:
            there.append(made)
        elif same_row(one, made):
            found.repeats.append((made, one))
        elif made.status in OVER and one.status not in OVER:
            found.otherwise.append((one, made))
            kept[_key(made)] = [made if other is one else other for other in there]
        else:
            found.otherwise.append((made, one))
    yield from (made for those in kept.values() for made in those)


def _is_another(one: Draft, other: Draft) -> bool:
    """Whether two rows of one matter, lead and days are two items: one sheet counts
    them as two, or equally far on they say something else of the work itself.
    """
    sheets = {row.sheet if isinstance(row, RowNumber) else "" for row in (one.row.row, other.row.row)}
    if len(sheets) > 1:
        return False  # the same ledger at another time, perhaps
    if one.row.counted and other.row.counted and one.row.counted != other.row.counted:
        return True
    return one.status == other.status and _of_the_work(one.row) != _of_the_work(other.row)


def _of_the_work(row: LedgerRow) -> tuple[object, ...]:
    """What a row says of the work, and not of how far it is."""
    return row.goal, row.remarks, row.body, row.kind, row.supports, row.targets, row.fields


def _beside_numbered(made: Draft, numbered: Sequence[Draft], left: list[Draft], found: Matched) -> None:
    """A row equal to one with a number repeats it; one of the same lead and days that says it otherwise is asked about."""
    there = next((one for one in numbered if same_row(one, made)), None)
    other = there or next((one for one in numbered if _key(one) == _key(made)), None)
    if other is None:
        return
    (found.repeats if there else found.otherwise).append((made, other))
    left[:] = [one for one in left if one is not made]
