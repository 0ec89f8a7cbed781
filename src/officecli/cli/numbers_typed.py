"""Numbers as they are typed before a text: single ones, ranges, views and filters; and where the text begins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.own_numbers import ANY_LETTER
from officecli.typed.text import is_counted

OF_AN_ITEM = pattern(r"#?(?:\d{4}-)?\d{1,9}")
OF_ITS_OWN = pattern(rf"#?{ANY_LETTER}?-?\d{{1,9}}", re.IGNORECASE)
OF_A_REQUEST = pattern(r"#?[QR]?(?:\d{4}-)?\d{1,9}", re.IGNORECASE)
_RANGE = pattern(r"#?(\d{1,9})-(\d{1,9})")
_FROM_TO = pattern(r"#?(\d{4}-)?(\d{1,9}) ?([-–—~]|\.{2,3}|至|到) ?#?(\d{4}-)?(\d{1,9})")
"""A range as word processors, other programs and Chinese write it, with years or without."""
_YEAR = 4
"""Digits before the dash of a number with its year; fewer make a range."""
_VIEW = pattern(r"[@＠][\w-]+")
_FILTER = pattern(r"[@＠+＋(（]\S|([^\W\d_][\w-]*)[:：<>=＜＞＝≤≥]")
_JOINING = frozenset("or and not 或 且 非 和".split())
"""What joins two filters to one."""
JOINS = {**dict.fromkeys("- – — ~ ～ to through thru 至 到".split(), "-"), **dict.fromkeys("and & + 和 与 及".split(), ",")}
"""What stands by itself between two numbers, and how the two are written as one word: from one to the other, or both."""
SHARE = pattern(r"\d{1,3}[%％]")
"""How far something is, in percent."""
LONGEST_RANGE = 200


def numbers_then_text(words: Sequence[str], number: re.Pattern[str] = OF_AN_ITEM) -> tuple[list[str], str]:
    """The numbers that words begin with, ranges written out, and the rest of them as one text; the first word is a number, or a filter, whatever it is."""
    words = filters_together(words, before_text=True) if number is OF_AN_ITEM else words
    numbers: list[str] = []

    def is_one(part: str) -> bool:
        return bool(_numbers(part, number)) or (number is OF_AN_ITEM and is_own_number(part, words[0]))

    for place, word in enumerate(words):
        parts = _parts(word)  # behind the first a range is plain: 8~10 begins a text
        if place and not (number is OF_AN_ITEM and _VIEW.fullmatch(word)) and not all(map(is_one, parts)):
            return numbers, " ".join(words[place:])
        numbers += every_number([word], number) if parts else [word] if not place else []  # a comma by itself
    return numbers, ""


def text_begins(words: Sequence[str], text: str) -> int:
    """The place of the first of the words that make the text, which `numbers_then_text` found behind the numbers."""
    return next(place for place in range(len(words)) if " ".join(words[place:]) == text)


def every_number(words: Sequence[str], number: re.Pattern[str] = OF_AN_ITEM) -> list[str]:
    """The numbers that words mean, each once, ranges written out; a word that means none stays as it is, and so does an empty one.

    What a script left empty is not to pass for done; commas alone neither.
    """
    return list(dict.fromkeys(one for word in put_together(words, number) for one in _each(word, number))) or list(words)


def joined(first: str, words: Sequence[str], number: re.Pattern[str] = OF_AN_ITEM) -> str:
    """The number before and the two words behind it as one word, 1-3 of 1 - 3 and 1,3 of 1 and 3; "" where these are no join and a number."""
    sign = JOINS.get(words[0].casefold(), "") if len(words) > 1 else ""
    ends = sign and _parts(first)[-1:] + _parts(words[1])[:1]
    return f"{first}{sign}{words[1]}" if ends and all(map(number.fullmatch, ends)) else ""


def put_together(words: Sequence[str], number: re.Pattern[str] = OF_AN_ITEM) -> list[str]:
    """The words, those as one that are two numbers and what joins them."""
    found: list[str] = []
    for word in words:
        if together := joined(found[-2], [found[-1], word], number) if len(found) > 1 else "":
            found[-2:] = [together]
        else:
            found.append(word)
    return found


def _each(word: str, number: re.Pattern[str]) -> list[str]:
    """The numbers that one word means; a filter, and words of a request's matter with their commas, stay whole."""
    if number is OF_AN_ITEM and is_filter(word):
        return [word]
    parts = [(_numbers(part, number) or _from_to(part), part) for part in (_parts(word) if word.strip() else [""])]
    if number is OF_A_REQUEST and not all(found for found, _part in parts):
        return [word]
    return [one for found, part in parts for one in found or [part]]


def is_filter(word: str) -> bool:
    """Whether a word that stands where a number may says which items are meant: a view, a label, something in brackets, or what begins with a key."""
    word = word.strip()
    found = None if word[:1].isdecimal() else _FILTER.match(word)  # most are numbers, and need no pattern
    if not found or not found[1]:
        return found is not None
    from officecli.typed.filters.parsing import WORDS  # few words look like that

    return found[1].casefold() in WORDS


def filters_together(words: Sequence[str], *, before_text: bool = False) -> list[str]:
    """The words, those of one filter as one, as a list takes them: is:overdue unit:Records is what is both, and not each of the two.

    A label or a bracket behind the first may begin the text, where these stand `before_text`.
    """
    goes_on = _is_of_no_text if before_text else is_filter
    groups: list[list[str]] = []
    for place, word in enumerate(words):
        joins = word.casefold() in _JOINING and any(map(goes_on, words[place + 1 : place + 2]))
        if groups and is_filter(groups[-1][0]) and (joins or goes_on(word)):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [group[0] if len(group) == 1 else " ".join(f"({one})" if " " in one else one for one in group) for group in groups]


def _is_of_no_text(word: str) -> bool:
    """Whether a word by itself is a view, or a key of a filter with its value."""
    found = _FILTER.match(word)
    return bool(_VIEW.fullmatch(word)) or bool(found and found[1] and found.end() < len(word) and len(word.split()) == 1 and is_filter(word))


def is_number(word: str) -> bool:
    """Whether a word is a number, or a range of them."""
    return bool(OF_AN_ITEM.fullmatch(word) or _RANGE.fullmatch(word))


_OWN_FORM = pattern(r"[^\W\d_][^\s,，。;；、]{0,40}\d[号)）\]〕】]?|\d{1,6}(?:[-–./]\d{1,6}){1,4}")


def is_own_number(word: str, first: str = "") -> bool:
    """Whether a word is an item's number in a ledger's own form, A-04, 3.1 or 督〔2026〕1号: one of the form of the `first` that was typed, or one there is."""
    if is_counted(word):  # behind any other number 3号 is a day
        return any(map(is_counted, _parts(first)[:1]))
    if not _OWN_FORM.fullmatch(word):
        return False
    if any(_form(word) == _form(one) for one in _parts(first)[:1]):  # a comma by itself has none
        return True
    return _is_there(word)


def is_of_an_item(word: str) -> bool:
    """Whether a word is a number, or one in a ledger's own form: that of an item, in full or for short, or with its letters, 督〔2026〕99号."""
    if is_number(word) or not any(map(str.isdecimal, word)):
        return is_number(word)
    from contextlib import suppress  # few words have a digit

    from officecli.cli import session
    from officecli.errors import OfficeError
    from officecli.typed.items.numbers import items_numbered
    from officecli.typed.items.short_numbers import is_of_own_form

    with suppress(OfficeError), session.current.read() as read:
        return bool(items_numbered(read, word)) or (any(map(str.isalpha, word)) and is_of_own_form(read, word))
    return False


def _is_there(word: str) -> bool:
    """Whether an item has just this number; not where there is no office to ask."""
    from contextlib import suppress  # few texts look like that

    from officecli.cli import session
    from officecli.errors import OfficeError
    from officecli.typed.text import number_typed

    with suppress(OfficeError), session.current.read() as read:
        return bool(read.value("SELECT id FROM item WHERE number = :number", number=number_typed(word)))
    return False


def _form(number: str) -> str:
    """A number with all its digits as one."""
    from officecli.model.names import number_key

    return re.sub(r"\d+", "0", number_key(number))


def _parts(word: str) -> list[str]:
    """What stands between the commas of a word."""
    return [part.strip() for part in unicodedata.normalize("NFKC", word).replace("、", ",").split(",") if part.strip()]


def _numbers(part: str, number: re.Pattern[str]) -> list[str]:
    """The numbers a word means, none for other words; an item that has just the number of a range, as ledgers number 1-2, is meant by it."""
    if (ends := _RANGE.fullmatch(part)) and len(ends[1]) != _YEAR and int(ends[1]) <= int(ends[2]):
        return [part] if number is OF_AN_ITEM and _is_there(part) else _all_of(part, int(ends[1]), int(ends[2]))
    return [part] if number.fullmatch(part) else []


def _from_to(part: str) -> list[str]:
    """The numbers from one to another, written as 1–3, 1至3 or 2026-001~2026-003; none for other words, and where an item has just this number."""
    if not (ends := _FROM_TO.fullmatch(part)):
        return []
    year, first, sign, later, last = ends.groups()
    other_year = later != year and (later or sign == "-")  # 2026-07-20 is a day
    return [] if other_year or int(first) > int(last) or _is_there(part) else _all_of(part, int(first), int(last), year or "")


def _all_of(part: str, first: int, last: int, year: str = "") -> list[str]:
    """The numbers of a range written out; raises BadInput for too many."""
    if last - first >= LONGEST_RANGE:
        raise BadInput(_("{range} is more than {most} items.").format(range=part, most=LONGEST_RANGE), fix=_("Name fewer at a time."))
    return [f"{year}{one}" for one in range(first, last + 1)]
