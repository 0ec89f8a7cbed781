"""What somebody asks in words of their own, “who is overdue”, “张伟的逾期事项”: the command that answers, which only shows something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from itertools import dropwhile, pairwise

from officecli.cli import catalogue, session
from officecli.cli.meant.words_of_a_filter import as_filter, filters_in
from officecli.cli.numbers_typed import is_number
from officecli.errors import OfficeError
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.store.read.reader import Reader

ASKING = frozenset(
    (
        "what what's whats which who who's whos whom whose when when's where where's why how how's count "
        "谁 哪些 哪个 哪件 什么 多少 几件 怎么 怎样 如何 为什么 何时"
    ).split()
)
"""Words that begin a question."""
_ASKS_IN_CHINESE = pattern(r"谁|哪|什么|多少|几件|怎么|怎样|如何|何时|[吗呢]？?$|？$")
_MAY_LEAD = frozenset("can could should shall might".split())
_WHO_CAN = pattern(r"谁(?:能|可以|适合|应该|会)(?:牵头|负责|承办|办)?(.*?)[？?]?$")
_CODE = pattern(r"[A-Za-z]\d{3}")
_NUMBER = pattern(r"\d{4}-\d+|\d+")
_ABOUT = frozenset("for of about on in the 关于".split())
"""What stands before what a report is about."""
_LEADING = frozenset("lead leads take do handle have get run own be".split())
"""What is asked of somebody in `who can lead lifts`."""


def asks(words: Sequence[str]) -> bool:
    """Whether words are a question."""
    return bool(words) and (words[0].casefold() in ASKING or bool(_ASKS_IN_CHINESE.search(" ".join(words))))


def answering(words: Sequence[str]) -> str:
    """The line that answers what was asked in these words: what items fit them, who could do something, one item, a command or its help; "" for none."""
    from officecli.cli.meant.words_tried import commands_tried
    from officecli.rules import find_rule

    said = [word.strip("?？!！,，.。") for word in words]
    if not "".join(words).isascii():
        return _answering_in_chinese("".join(said))
    low = [word.casefold() for word in said]
    if number := next((word for word in said if is_number(word)), ""):
        return f"officecli show {number}"
    if low[0] == "who" and low[1:2] and low[1] in _MAY_LEAD:
        rest = [word for place, word in enumerate(said) if place > 1 and not (place == 2 and low[place] in _LEADING)]
        return f"officecli suggest-lead {as_word(' '.join(rest))}" if rest else "officecli load"
    if low[0] == "how" and low[1:2] not in (["many"], ["much"]) and (name := next((name for word in said[1:] for name in commands_tried(word)), "")):
        return f"officecli help {name.split()[0]}"
    if line := listing(said):
        return line
    if "due" in low:
        return "officecli upcoming"
    if low[:2] in (["how", "many"], ["how", "much"]):  # of what names no filter
        return "officecli list"
    rest = [*_with_pairs(said), *said[1:], said[0]]
    rule = next((found.code for word in said[1:] if (found := find_rule(word))), "")
    return (
        f"officecli rule {rule}" if rule else next((f"officecli {name}" for word in rest for name in commands_tried(word) if _only_shows(name)), "")
    )


def _answering_in_chinese(text: str) -> str:
    """The same of a question in Chinese, which has no blanks: by the words it has."""
    from officecli.cli.meant.words_tried import commands_by_word
    from officecli.rules import find_rule

    if able := _WHO_CAN.search(text):
        return f"officecli suggest-lead {as_word(able[1])}" if able[1] else "officecli load"
    if (code := _CODE.search(text)) and find_rule(code[0]):
        return f"officecli rule {code[0]}"
    if number := _NUMBER.search(text):
        return f"officecli show {number[0]}"
    had = sorted(
        (word for word in commands_by_word() if not word.isascii() and word in text), key=lambda word: (len(word), text.rfind(word)), reverse=True
    )
    names = [name for word in had for name in commands_by_word()[word]]
    if re.search("怎么|怎样|如何", text) and names:
        return f"officecli help {names[0].split()[0]}"
    if line := listing([text]):
        return line
    return "officecli upcoming" if "到期" in text else next((f"officecli {name}" for name in names if _only_shows(name)), "")


def listing(words: Sequence[str]) -> str:
    """The list of the items that words ask for, each by its light, state, day, lead or unit; "" where one of them names nothing of these."""
    with suppress(OfficeError), session.current.read() as read:
        if found := filters_in(read, words):
            return f"officecli list {' '.join(found)}"
    return ""


def report_meant(words: Sequence[str]) -> str:
    """What to type for words that are no report: what is shown of them elsewhere; "" where they name nothing."""
    text = " ".join(dropwhile(lambda word: word.casefold() in _ABOUT, words))
    with suppress(OfficeError), session.current.read() as read:
        if _is_period(read, text):
            return f"officecli bulletin {as_word(text)}"
        if one := as_filter(read, text):
            return f"officecli list {one}"
    return listing(words)


def _is_period(read: Reader, text: str) -> bool:
    """Whether a text is a month, a quarter or a year."""
    from officecli.typed.periods import read_period

    try:
        return bool(read_period(text, read.as_of))
    except OfficeError:
        return False


def _with_pairs(words: Sequence[str]) -> list[str]:
    """Each two words as one, “on-duty”."""
    return ["-".join(pair) for pair in pairwise(words)]


def _only_shows(name: str) -> bool:
    """Whether a command shows something, whatever is typed after it: a report, or one of those that do nothing by themselves."""
    return catalogue.is_report(name.split(maxsplit=1)[0]) or name in _SHOWING


_SHOWING = frozenset(("away", "roster today", "history", "person list", "rule", "next", "check", "config", "waivers"))
