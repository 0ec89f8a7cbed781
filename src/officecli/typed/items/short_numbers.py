"""Short forms of an office's own numbers, as everybody there says them: 2号, 水督2号, 水督2026-2 or plain 2 of 水督〔2026〕2号, 4 of A-04."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from officecli.patterns import pattern
from officecli.store.read.reader import Reader, Row
from officecli.typed.text import is_counted

_PIECE = pattern(r"\d+|[^\W\d_]+")
_COUNTING = "第号项件条年"
"""What stands around the digits of a number and says nothing more."""
_MOST_KNOWN = 1000


def shortly_numbered(read: Reader, typed: str) -> Sequence[Row]:
    """The items (id, number, status) of whose own number this is a short form: it ends in the same digits, and has of the rest, in its order, what was typed.

    Digits alone stand for no number of digits alone: 1 is not 3.1.
    """
    said = _pieces(typed)
    if not said or not said[-1].isdecimal():
        return ()
    rows = read.rows(
        "SELECT id, number, status FROM item WHERE serial IS NULL AND LOWER(number) LIKE :like ORDER BY id", like="%".join(["", *said, ""])
    )
    return [row for row in rows if _is_short_for(said, _pieces(row["number"]))]


def is_of_own_form(read: Reader, typed: str) -> bool:
    """Whether a text has the letters of an item's own number: A-06 where there is A-04 is a number nobody has, and no word of a matter."""
    if not (letters := _letters(typed)):
        return False
    known = read.rows("SELECT number FROM item WHERE serial IS NULL ORDER BY id DESC LIMIT :most", most=_MOST_KNOWN)
    return any(_letters(row["number"]) == letters for row in known)


def may_be_counted(read: Reader, typed: str) -> Sequence[Row]:
    """The items of whose own number a text is a short form that is said as one, 2号; none for any other text, 2 is the second of the office's own count."""
    return shortly_numbered(read, typed) if is_counted(typed) else ()


def _pieces(number: str) -> list[str]:
    """The letters and the digits of a number, each by themselves, 水督〔2026〕02号 as 水督, 2026 and 2."""
    plain = unicodedata.normalize("NFKC", number[:80]).casefold()
    found = (str(int(one)) if one.isdecimal() else one.strip(_COUNTING) for one in _PIECE.findall(plain))
    return [one for one in found if one]


def _letters(number: str) -> list[str]:
    return [one for one in _pieces(number) if not one.isdecimal()]


def _is_short_for(said: Sequence[str], whole: Sequence[str]) -> bool:
    if said[-1:] != whole[-1:] or all(map(str.isdecimal, whole)):
        return False
    left = iter(whole)
    return all(piece in left for piece in said)
