"""Item numbers: `2026-031`, `031` or `31`; or words of the only open item with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, listed
from officecli.model.codes import OVER
from officecli.model.names import number_key, title_key
from officecli.near import asked_back, slip_of
from officecli.patterns import has_han, pattern
from officecli.store.items import OPEN_STATUSES
from officecli.store.own_numbers import LETTERS
from officecli.store.read.reader import Reader, Row
from officecli.store.serials import taken_back
from officecli.typed.chain.titled import number_of, titled
from officecli.typed.items.short_numbers import is_of_own_form, may_be_counted, shortly_numbered
from officecli.typed.meant import as_settled
from officecli.typed.text import number_typed


def find_item(read: Reader, typed: str) -> int:
    """The id of the item somebody means; a bare number found in several years means the only open one.

    A ledger's own number may be said for short, 2号. Words that are no number mean the only open item whose matter has them, else the only one at all.
    Raises NotFound with the nearest number, BadInput where several are meant.
    """
    said = number_of(as_settled(typed))
    text = number_typed(said)
    exact = read.value("SELECT id FROM item WHERE number = :number", number=text)
    if exact is not None:
        return int(exact)
    found = items_numbered(read, said)
    if len(found) == 1:
        return int(found[0]["id"])
    if found:
        raise _several(said, found)
    if _may_be_words(read, text) and (meant := _by_words(read, typed)):
        return meant
    if personal := _reminders(read, text):
        raise NotFound(
            _("{number} is personal, and no matter of the office: nobody but its owner is shown it.").format(number=personal[0]["number"]),
            fix=_("Under their own login they show, edit, note, close, reopen and cancel it, and see its history; nothing else is done with it."),
        )
    raise NotFound(_("There is no item “{number}”.").format(number=said.strip()[:40]), fix=_nearest(read, text))


_OF_A_KIND = pattern(r"#?[A-Z]-?(?:\d{4}-)?\d{1,9}", re.IGNORECASE)
"""A number with a letter, as requests, decisions, targets and most ledgers have them."""


def _may_be_words(read: Reader, text: str) -> bool:
    """Whether what is no item's number may be words of a matter, P1 too: where no number of that kind can be meant."""
    if not any(map(str.isdecimal, text)):
        return True
    return (
        any(map(str.isalpha, text))
        and not is_of_own_form(read, text)
        and not (_OF_A_KIND.fullmatch(text) and text.lstrip("#")[0].upper() in _LETTERS)
    )


_LETTERS = frozenset((*LETTERS.values(), *"QRDG"))
"""What begins the numbers of everything but items."""


def _by_words(read: Reader, typed: str) -> int | None:
    """The id of the item whose matter has these words; None for none, and for a word too short to say anything. What has digits stands there as it is."""
    said = title_key(as_settled(typed))[:80]
    is_code = any(map(str.isdecimal, said))
    if len(said) < (2 if has_han(said) or is_code else 3):
        return None
    for states in (f"AND status IN {OPEN_STATUSES}", ""):
        rows = read.rows(f"SELECT id, number, title FROM item WHERE title_key LIKE :like {states} ORDER BY id DESC LIMIT 200", like=f"%{said}%")
        if found := titled(typed, rows, code=is_code):
            return int(found["id"])
    return None


def items_numbered(read: Reader, typed: str) -> Sequence[Row]:
    """The items (id, number, status) whose number this is, in full or for short; of several the only one that is open."""
    text = number_typed(typed)
    found = _the_open_one([*(_numbered(read, text) or numbered_alike(read, text)), *may_be_counted(read, typed)])
    return found or _the_open_one(shortly_numbered(read, typed))


def find_reminder(read: Reader, typed: str, person_id: int) -> int | None:
    """The id of the personal item of this person that is meant; None where it is an item, or nothing of theirs. Raises BadInput where several are meant."""
    text = number_typed(typed)
    mine = [row for row in _reminders(read, text) if row["person_id"] == person_id]
    items = [*_numbered(read, text), *may_be_counted(read, typed)] if mine and "-" not in text else ()
    found = _the_open_one([*mine, *items])
    if mine and len(found) > 1:
        raise _several(typed, found)
    return next((int(row["id"]) for row in found if row in mine), None)


def _the_open_one(found: Sequence[Row]) -> Sequence[Row]:
    """Of those that a number may mean, the only one that is open; all of them where that is not just one."""
    open_ones = [row for row in found if row["status"] not in OVER]
    return open_ones if len(open_ones) == 1 else found


def _several(text: str, found: Sequence[Row]) -> BadInput:
    return BadInput(
        _("“{number}” means several items: {numbers}.").format(number=text, numbers=listed(row["number"] for row in found)),
        fix=_("Write the whole number, with its year."),
    )


def _numbered(read: Reader, text: str) -> Sequence[Row]:
    """The items of this serial, of its year or of every year."""
    return _of_serial(read, text, "SELECT id, number, status FROM item")


def numbered_alike(read: Reader, text: str) -> Sequence[Row]:
    """The items (id, number, status, parent_id) whose number is this but for brackets, dashes, spaces and case; none for a text without a digit."""
    key = number_key(text)
    if not any(char.isdecimal() for char in key):
        return ()
    like = "%".join(["", *_RUNS.findall(key), ""])
    asked = "SELECT id, number, status, parent_id FROM item WHERE LOWER(number) LIKE :like AND LENGTH(REPLACE(number, ' ', '')) = :size"
    rows = read.rows(f"{asked} ORDER BY id LIMIT 200", like=like, size=len(key))
    return [row for row in rows if number_key(row["number"]) == key]


_RUNS = pattern(r"[^\W_]+")


def _reminders(read: Reader, text: str) -> Sequence[Row]:
    """The personal items of this serial, whosever they are."""
    status = "CASE WHEN closed IS NOT NULL THEN 'closed' WHEN cancelled IS NOT NULL THEN 'cancelled' ELSE 'in-hand' END"
    return _of_serial(read, text, f"SELECT id, number, person_id, {status} AS status FROM reminder")


def _of_serial(read: Reader, text: str, asked: str) -> Sequence[Row]:
    year, dash, serial = text.rpartition("-")
    if not serial.isdecimal() or len(serial) > 9:
        return ()
    if not dash:
        return read.rows(f"{asked} WHERE serial = :serial ORDER BY year", serial=int(serial))
    if not year.isdecimal() or len(year) != 4:
        return ()
    return read.rows(f"{asked} WHERE serial = :serial AND year = :year", serial=int(serial), year=int(year))


def _nearest(read: Reader, text: str) -> str:
    """What to do about a number there is none of: where it was taken back, a like one, else the newest of its year, since the last is most often overshot."""
    known = [row["number"] for row in read.rows("SELECT number FROM item ORDER BY year DESC, serial DESC LIMIT 1000")]
    year, dash, serial = text.rpartition("-")
    if dash and year.isdecimal() and serial.isdecimal() and len(year) < 4 and int(year) > int(serial):
        return _("Several are named from the lower number to the higher: {range}").format(range=f"{int(serial)}-{int(year)}")
    if serial.isdecimal() and (year.isdecimal() or not dash):
        gone = next((one for one in taken_back(read, ("item",)) if str(one.serial) == serial.lstrip("0") and year in ("", str(one.year))), None)
        if gone:
            seen = f"officecli history --since {gone.day}"
            return _("{number} was taken back on {day}, and is given to nothing else; see it with: {command}").format(
                number=gone.number, day=gone.day, command=seen
            )
        newest = next((number for number in known if not year or number.startswith(f"{year}-")), None)
        return _("The newest is {number}; see them with: officecli list").format(number=newest) if newest else _("See them with: officecli list")
    loose = {_loose(number): number for number in reversed(known)}
    near = [loose[_loose(text)]] if _loose(text) in loose else slip_of(text, known) or [loose[one] for one in slip_of(_loose(text), loose)]
    return asked_back(near[0]) if near else _("See them with: officecli list")


def _loose(number: str) -> str:
    """A number without what is easily left out of it: dashes, brackets and the noughts before its digits, A-02 as a2."""
    return _NOUGHTS.sub("", "".join(filter(str.isalnum, number_key(number))))


_NOUGHTS = pattern(r"(?<!\d)0+(?=\d)")


def number_text(year: int, serial: int) -> str:
    """A number as it is printed, `2026-031`."""
    return f"{year}-{serial:03d}"
