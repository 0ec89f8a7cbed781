"""Which row is meant by a number of its own, T-012 or W-003; or by its id, as earlier versions called it."""

from __future__ import annotations

import re
import unicodedata

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.store.own_numbers import LETTERS, own_number, own_numbers
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class _Before:
    """What may stand before the digits (patterns, {} the letter; None: nothing does)
    where they are a place, where they are a row's id, and where they may be either.
    """

    place: str
    row_id: str | None = None
    either: str | None = None


EARLIER = "G"
"""The letter of targets' ids in earlier versions."""
ANY_LETTER = "[" + "".join((*LETTERS.values(), EARLIER)) + "]"
"""Every letter that begins such a number, as a pattern."""
TARGET_LETTER = f"[{LETTERS['target']}{EARLIER}]"
OTHER_LETTER = "[" + "".join(letter for table, letter in LETTERS.items() if table != "target") + "]"
_BEFORE = {
    "target": _Before("{}-?", f"{EARLIER}-?", ""),
    "target_result": _Before("{}-", either="{}?"),
    "waiver": _Before("{}-?", either=""),
    "difficulty": _Before("{}-?", "difficulty-", ""),
    "handover_note": _Before("{}-?|note-|"),
    "notice": _Before("{}-?", "notice-"),
}


@dataclass(frozen=True)
class OwnNumber:
    """What was typed: a place among all, a row's id, or what may be either."""

    place: int | None
    row_id: int | None


def as_own_number(typed: str, table: str) -> OwnNumber | None:
    """What was typed as a number of this table's: `T-012`, `T12`, `12`, `#12`; None for anything else."""
    text = unicodedata.normalize("NFKC", typed[:80]).strip().casefold().removeprefix("#")
    for field in ("place", "row_id", "either"):
        before = getattr(_BEFORE[table], field)
        if before is not None and (found := re.fullmatch(rf"(?:{before.format(LETTERS[table])})(\d{{1,12}})", text, re.ASCII | re.IGNORECASE)):
            number = int(found[1])
            return OwnNumber(number if field != "row_id" else None, number if field != "place" else None)
    return None


def find_own(read: Reader, table: str, typed: str) -> int | None:
    """The id of the row that is meant, perhaps of one that was taken back; None where there never was one. Raises BadInput where it may be either of two."""
    meant = as_own_number(typed, table)
    if meant is None:
        return None
    numbers = own_numbers(read, table)
    by_place = next((one for one, number in numbers.items() if meant.place is not None and number == own_number(table, meant.place)), None)
    by_id = meant.row_id if meant.row_id in numbers else None
    if by_place and by_id and by_place != by_id:
        raise BadInput(
            _("“{typed}” may be {number}, or {other}, which earlier versions called so.").format(
                typed=typed, number=numbers[by_place], other=numbers[by_id]
            ),
            fix=_("Write {number} or {other}.").format(number=numbers[by_place], other=numbers[by_id]),
        )
    return by_place or by_id
