"""A cell of names cut at its separators: each piece is one name with what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from officecli.light import dataclass, replace
from officecli.patterns import HAN, pattern
from officecli.typed.office.name_cell import Known
from officecli.typed.office.name_shapes import looks_like_person, looks_like_unit
from officecli.typed.text import TICKS

OPEN, CLOSE = "(（[【", ")）]】"
_SEPARATORS = frozenset("、，,；;\n|+＋")
_LEADING_AND = pattern(r"^(?:and\s+|&\s*)", re.IGNORECASE)
_IN_BRACKETS = pattern(r"[(（\[【][^()（）\[\]【】]+[)）\]】]")
_WITH_BRACKETS = pattern(rf"[{HAN}·]{{2,}}[(（]")
_LATIN_WITH_BRACKETS = pattern(r"[A-Z][\w'’.-]*(?: [\w'’.-]+){0,3} ?\([^()]+\)")
_ANOTHER_WITH_PERSON = pattern(r"[/／ ]\s*[\u3400-\u9fff]{2,12}[:：]")
SURNAME_FIRST = pattern(r"(?:[^\W\d_][\w'’.-]* ){0,2}[^\W\d_][\w'’-]+, ?[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2}")
"""A surname before the rest of the name, if it is one name: Lee, Bob; van Dyk, Ana M."""

_BETWEEN_TURNED = pattern(r"\s*(?:[/;&\n]|\band\b)\s*", re.IGNORECASE)
"""What stands between names of which each has its surname first: Lee, Bob / Ray, Ana."""


@dataclass(frozen=True)
class _Piece:
    """What stands between two separators: `after` is the sign before it."""

    after: str
    text: str


def without_tick(text: str) -> str:
    """A name without the tick behind it."""
    return text.rstrip(f"{TICKS} ")


def pieces_of(text: str, known: Known | None, *, surname_first: bool) -> Iterator[str]:
    """What a cell's text falls into at its separators, but not inside brackets;
    those put together that are one name, all as `Lee, Bob` where `surname_first`.
    """
    turned = [one.strip() for one in _BETWEEN_TURNED.split(text)] if "," in text and known else []
    if len(turned) > 1 and known and all(SURNAME_FIRST.fullmatch(one) and known.names_person(one) for one in turned):
        return iter(turned)
    return _grouped(_pieces(text), known, surname_first=surname_first)


def _pieces(text: str) -> list[_Piece]:
    """`text` cut at its separators, but not inside brackets."""
    pieces: list[_Piece] = []
    depth = start = 0
    after = ""
    for place, letter in enumerate(text):
        if letter in OPEN:
            depth += 1
        elif letter in CLOSE:
            depth = max(0, depth - 1)
        elif not depth and (letter in _SEPARATORS or _parts_here(text, place)):
            pieces.append(_Piece(after, text[start:place].strip()))
            after, start = letter, place + (letter in _SEPARATORS or letter in " /／")
    pieces.append(_Piece(after, text[start:].strip()))
    return [replace(piece, text=text) for piece in pieces if (text := _LEADING_AND.sub("", piece.text))]


def _parts_here(text: str, place: int) -> bool:
    """Whether an @ begins another name, or a slash, a space or another name with brackets stands after a name with its own."""
    before = text[:place]
    if "\u3400" <= text[place] <= "\u9fff" and before[-1:] in tuple(CLOSE):
        return _WITH_BRACKETS.match(text, place) is not None  # 张三（主办）李四（协办）
    if (
        text[place] == " "
        and before[-1:] in tuple(CLOSE)
        and (
            "\u3400" <= text[place + 1 : place + 2] <= "\u9fff"
            or text.startswith(("and ", "& "), place + 1)
            or _LATIN_WITH_BRACKETS.match(text, place + 1) is not None  # Ana (North) Ben (South)
        )
    ):
        return True
    if text[place] in "/／ " and _ANOTHER_WITH_PERSON.match(text, place) and re.search("[:：][^:：/／、，,；; ]+$", before):
        return True  # 甲科：张三/乙科：李四
    return (text[place] == "@" and before.endswith(" ")) or (text[place] in "/／" and before.rstrip()[-1:] in tuple(CLOSE))


def _grouped(pieces: Sequence[_Piece], known: Known | None, *, surname_first: bool) -> Iterator[str]:
    """The pieces, those put together that are one name: `Lee, Bob`, a name with its title or section after a comma, a section over its person."""
    place = 0
    while place < len(pieces):
        text = pieces[place].text
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        turned = surname_first and following is not None and SURNAME_FIRST.fullmatch(without_tick(f"{text}, {following.text}")) is not None
        if following and following.after in ",，" and known and (turned or _one_of_both(text, following.text, known)):
            yield f"{text}, {following.text}"
            place += 2
        elif following and following.after == "\n" and _section_of(text, following.text, known):
            yield f"{text}/{following.text}"
            place += 2
        elif following and following.after == "\n" and _IN_BRACKETS.fullmatch(following.text) and text[-1] not in CLOSE:
            yield f"{text}{following.text}"  # 财务科 over （张三）
            place += 2
        else:
            yield text
            place += 1


def _one_of_both(first: str, second: str, known: Known) -> bool:
    """Whether two texts beside a comma are one name: both together name one person, and are not two names by themselves."""
    second = without_tick(_IN_BRACKETS.sub("", second))  # Lee, Bob (Finance)
    if not known.names_person(f"{first}, {second}"):
        return False
    return not ((" " in first or "@" in first) and known.names_person(first) and known.names_person(second))


def _section_of(first: str, second: str, known: Known | None) -> bool:
    """Whether the second of two lines is a person of the first, a section."""
    if known and known.is_unit(second):
        return False
    if known and known.is_unit(first):
        return known.names_person(second) or looks_like_person(second)
    return looks_like_unit(first) and looks_like_person(second)
