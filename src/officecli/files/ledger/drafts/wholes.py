"""Rows that are a part of another item: of another row, or of one on record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.drafts.numbering import read_number
from officecli.i18n import _
from officecli.model.names import number_key, title_key
from officecli.store.read.reader import Reader
from officecli.typed.items.numbers import numbered_alike

Problem = Callable[[Draft, str, str, str, str], None]


def under_wholes(read: Reader, drafts: Sequence[Draft], problem: Problem) -> list[Draft]:
    """The drafts, each under the item it is a part of; one that would be a part of nothing, or of a part, is told as a problem and left out."""
    if not any(made.row.parent for made in drafts):
        return [*drafts]
    by_number = {number_key(made.number_text): made for made in drafts}
    found = []
    for made in drafts:
        why = _placed(read, made, by_number) if made.row.parent else ""
        if why:
            fix = _("Write the number of the whole; a row that stands by itself leaves the cell blank.")
            problem(made, "parent", made.row.parent, why, fix)
        else:
            found.append(made)
    return found


def _placed(read: Reader, made: Draft, by_number: dict[str, Draft]) -> str:
    """Put the draft under its whole; why it cannot be, "" where it was."""
    number = read_number(made.row.parent, made.issued.year).text
    whole = by_number.get(number_key(number)) or _called(made, by_number)
    there = None if whole else min(numbered_alike(read, number), key=lambda row: row["number"] != number, default=None)
    if whole is None and there is None:
        return _("There is no item {number} of which it could be a part.").format(number=number)
    if made.parts or (whole.row.parent if whole else there and there["parent_id"] is not None):
        return _("{number} is itself a part; parts are not split again.").format(number=number)
    made.whole = whole
    made.parent_id = there["id"] if there else None
    return ""


def _called(made: Draft, by_number: dict[str, Draft]) -> Draft | None:
    """The one other row whose matter is what a draft says that it is a part of."""
    called = [one for one in by_number.values() if one is not made and title_key(one.row.title) == title_key(made.row.parent)]
    return called[0] if len(called) == 1 else None
