"""Marks that say how far a matter is: ticks, crosses, lights."""

from __future__ import annotations

from functools import lru_cache

from officecli.files.ledger.words.plain import plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern
from officecli.typed.text import TICKS

TICKED = TICKS + "■☒"
_CROSSED = "×✗✘❌✕☐□⬜"
_PAUSED = "⏸"
_LIGHTS = "🔴🟠🟡🟢🔵🟣⚪⚫🟤🟥🟧🟨🟩🟦"
"""A light alone says how it goes, and that it goes on."""
_GOES_ON = "⏳⌛🔄🔁🚧🆕🔜▶"
_ANY = pattern(f"[{_PAUSED}{TICKED}{_CROSSED}{_LIGHTS}{_GOES_ON}]")
_EMPTY = "□☐⬜"
_BOX, _WORDS = rf"([{_EMPTY}{TICKED}])", rf"([^{_EMPTY}{TICKED}]+)"
_BOXES_FIRST, _BOXES_LAST = pattern(rf"\s*(?:{_BOX}{_WORDS})+"), pattern(rf"(?:{_WORDS}{_BOX})+\s*")
_BOX_FIRST, _BOX_LAST = pattern(_BOX + _WORDS), pattern(_WORDS + _BOX)
_TYPED_BOX = pattern(r"\s*\[ ?(?P<tick>[xX]?) ?\]")
"""A checkbox as plain text has it: [x], [ ]."""
_LIGHT = pattern(r"red|amber|yellow|green|orange|[rayg]|[红黄绿]灯?|亮[红黄绿]灯")


@lru_cache(maxsize=1024)
def is_tick(text: str) -> bool:
    """Whether a cell says only yes or no, as a checkbox does."""
    return plain_text(text) in ("true", "false", "yes", "no", "y", "n", "是", "否", "x", "对", "错", "checked", "unchecked") or (
        (len(text.strip()) <= 2 or _TYPED_BOX.fullmatch(text.strip()) is not None) and not is_light(text) and by_mark(text) is not None
    )


@lru_cache(maxsize=1024)
def is_light(text: str) -> bool:
    """Whether a cell is a light and nothing else: Green, 🟢, 红灯."""
    return _LIGHT.fullmatch(text.strip().casefold()) is not None or (len(text.strip()) <= 2 and any(mark in text for mark in _LIGHTS))


def boxes(text: str) -> list[tuple[str, bool]]:
    """The words beside each box of a cell, and whether it is ticked: ☑已完成 □未完成, [x] Done; none where no box of those drawn was left empty."""
    drawn = _TYPED_BOX.sub(lambda box: "☒" if box["tick"] else "☐", text)
    if drawn == text and not any(box in text for box in _EMPTY):
        return []
    if _BOXES_FIRST.fullmatch(drawn):
        return [(words.strip(), box not in _EMPTY) for box, words in _BOX_FIRST.findall(drawn)]
    return [(words.strip(), box not in _EMPTY) for words, box in _BOX_LAST.findall(drawn)] if _BOXES_LAST.fullmatch(drawn) else []


def is_left_blank(text: str) -> bool:
    """Whether a cell leaves a choice of which nobody ticked anything: □已完成 □未完成."""
    offered = boxes(text)
    return len(offered) > 1 and not any(ticked for _words, ticked in offered)


def without_box(text: str) -> str:
    """What stands behind a checkbox, or the whole text where there is none."""
    return _TYPED_BOX.sub("", text, count=1) if _TYPED_BOX.match(text) else text


def by_mark(text: str) -> Stated | None:
    """The state that the marks in a text say; None where there are none."""
    if box := _TYPED_BOX.match(text):
        return Stated("closed" if box["tick"] else "open")
    if not _ANY.search(text):
        return None
    if any(mark in text for mark in _PAUSED):
        return Stated("suspended")
    if any(mark in text for mark in TICKED):
        return Stated("closed")
    return Stated("open")
