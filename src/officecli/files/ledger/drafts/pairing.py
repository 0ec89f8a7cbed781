"""Which rows of a ledger are the same matter: as another row of it, or as an item on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.drafts.numbering import Entry, Matter

_ENDED = ("closed", "cancelled")


@dataclass(slots=True)
class Paired:
    """What became of the rows without a number of their own.

    `new` are items; `repeats` (row, the row it equals); `here` (row, number), of which `differing` say another deadline; `otherwise` (row,
    the other row) are the same matter, lead and days and yet not the same; `unclear` (row, numbers) might be any of several items on record.
    """

    new: list[Draft] = field(default_factory=list)
    repeats: list[tuple[Draft, Draft]] = field(default_factory=list)
    here: list[tuple[Draft, str]] = field(default_factory=list)
    differing: list[int] = field(default_factory=list)
    otherwise: list[tuple[Draft, Draft]] = field(default_factory=list)
    unclear: list[tuple[Draft, list[str]]] = field(default_factory=list)


def pair(drafts: Sequence[Draft], on_record: Callable[[Matter], Sequence[Entry]]) -> Paired:
    """Sort the drafts into what they are; `on_record` gives the items of a matter."""
    paired = Paired()
    for drafts_of_one in _by_matter(drafts):
        apart = list(_told_apart(drafts_of_one, paired))
        _match(apart, list(on_record(apart[0].what)) if apart else [], paired)
    return paired


def same_row(one: Draft, other: Draft) -> bool:
    """Whether two rows say the same in every column; the section a row stands in is none."""
    return replace(one.row, row=0, labels=(), inferred={}) == replace(other.row, row=0, labels=(), inferred={})


def _by_matter(drafts: Iterable[Draft]) -> Iterable[list[Draft]]:
    groups: dict[Matter, list[Draft]] = {}
    for made in drafts:
        groups.setdefault(made.what, []).append(made)
    return groups.values()


def _told_apart(drafts: Sequence[Draft], paired: Paired) -> Iterator[Draft]:
    """The rows of one matter that are items of their own: by lead, issue day and deadline; of two with the same, that which tells of the end stays."""
    stays: dict[tuple[object, ...], Draft] = {}
    for made in drafts:
        key = (made.row.issued, made.row.original_due, made.row.due, made.item["lead_id"])
        there = stays.get(key)
        if there is None:
            stays[key] = made
        elif same_row(there, made):
            paired.repeats.append((made, there))
        elif made.item["status"] in _ENDED and there.item["status"] not in _ENDED:
            paired.otherwise.append((there, made))
            stays[key] = made
        else:
            paired.otherwise.append((made, there))
    yield from stays.values()


def _match(drafts: list[Draft], entries: list[Entry], paired: Paired) -> None:
    """Pair the rows of one matter with its items on record: by day, deadline and lead, by day and deadline, and where one of each is left by the day."""
    left = drafts
    for with_lead in (True, False):
        left = [made for made in left if not _taken(made, entries, paired, with_lead=with_lead)]
    for made in left:
        others = [one for one in entries if one.issued == made.row.issued]
        rivals = sum(1 for other in left if other.row.issued == made.row.issued)
        if not others:
            paired.new.append(made)
        elif len(others) == rivals == 1:
            paired.here.append((made, others[0].number))
            paired.differing.append(made.row.row)
        else:
            paired.unclear.append((made, [one.number for one in others]))


def _taken(made: Draft, entries: list[Entry], paired: Paired, *, with_lead: bool) -> bool:
    """Whether an item on record is this row; it is then no other's. Without an issue day the matter and its original deadline tell it."""
    row = made.row
    found = next(
        (
            one
            for one in entries
            if one.original_due == row.original_due and row.issued in (None, one.issued) and (not with_lead or one.lead_id == made.item["lead_id"])
        ),
        None,
    )
    if found is None:
        return False
    entries.remove(found)
    paired.here.append((made, found.number))
    return True
