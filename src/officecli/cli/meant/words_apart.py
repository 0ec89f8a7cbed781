"""Words taken apart into those that are for options, a day, somebody, `due:fri`, and those that are left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from officecli.cli.marks import does_something
from officecli.cli.meant.options_meant import is_somebody, option_called, option_of, read_as, says_more
from officecli.patterns import pattern

BETWEEN = frozenset("to by for in at due until on before and the lead with 由 给 交 在 到 于 前 时限 牵头".split())
"""Words that only join what is meant."""
_JOINED = pattern(r"^(?:申请)?(?:延期|延|推迟|顺延)?[由给交到至]+(?=[\u3400-\u9fff]{2})")
"""The same, written together with what follows."""
_ROLE = pattern(r"(?P<who>[\u3400-\u9fff、]{2,})(?:(?P<lead>牵头|主办|负责|承办)|配合|协办)")
"""Somebody with what they do behind the name."""
_KEYED = pattern(r"([^\W\d_][\w-]*)[:：=＝](\S+)")
"""A value behind what it is of: lead:priya, 时限：周五."""
_TO_COME = pattern(r"\b(?:by|before|until|due)\b", re.IGNORECASE)
_TO_COME_HAN = pattern("前(?![天日])|内")
"""What makes a deadline of a day: in English before it, in Chinese within its own words; 室内 and 目前 before it do not."""
_NEVER_LAST = frozenset("of the and for & a an to by in at due until on before with lead".split())
"""No name and no day ends with one of these."""
_LONGEST = 5
"""So many words may make one value, with the one that joins it."""
_LONGEST_JOINED = 3
"""So many, where two or more join it."""


def apart(command: Any, words: Sequence[str], given: Sequence[str] = ()) -> tuple[list[str], list[tuple[str, str]]]:
    """The words that say what they are, and those at either end, that are for options, none
    of them `given`, each as (option, value) in their order; and before them what is left.
    """
    left, keyed, before, behind = list(words), list[tuple[str, str]](), list[tuple[str, str]](), list[tuple[str, str]]()
    for place in range(len(words) - 1, -1, -1):
        one = keyed_for(command, words[place])
        if one and one[0] not in (*given, *(option for option, _value in keyed)):
            many = going_on(one[1], left[place + 1 :])
            keyed.insert(0, (one[0], " ".join([one[1], *left[place + 1 : place + 1 + many]])))
            del left[place : place + 1 + many]
    for found, at_end in ((behind, True), (before, False)):
        while end := _for_an_option(command, left, [*given, *(option for option, _value in (*keyed, *before, *behind))], at_end=at_end):
            found.append(end[:2])
            left = left[: -end[2]] if at_end else left[end[2] :]
    return left, [*before, *keyed, *reversed(behind)]


def going_on(value: str, behind: Sequence[str]) -> int:
    """How many of the words behind a value go on with it, as the first word of a day, somebody's name or a unit's, the longest there is."""
    plain = list(takewhile(lambda word: len(word.split()) == 1, behind))  # of several words it was typed as a text
    for many in range(len(plain), 0, -1):
        both = " ".join([value, *behind[:many]])
        if behind[many - 1].casefold() in _NEVER_LAST or says_more([value, *behind[:many]]):
            continue
        if read_as(both, "day") is not None or is_somebody(both) or read_as(both, "unit") is not None:
            return many
    return 0


def keyed_for(command: Any, word: str) -> tuple[str, str] | None:
    """The option of a word that says what it is, and the value, of `lead:priya`; None for any other word, and where it is a filter, of what only looks."""
    found = _KEYED.fullmatch(word) if does_something(command) else None
    option = option_called(command, found[1]) if found else ""
    return (option, found[2].rstrip(",;，；、")) if found and option else None


def _for_an_option(command: Any, words: Sequence[str], taken: Sequence[str], *, at_end: bool) -> tuple[str, str, int] | None:
    """The option for as many words at one end as make one value, the value, and how many they are; None where they make none."""
    for many in range(min(_LONGEST, len(words)), 0, -1):
        own = words[-many:] if at_end else words[:many]
        part, named = without_key(command, own)
        if many > _LONGEST_JOINED and many - len(part) > 1:
            continue  # of `not in until next friday` the day begins later
        value = _JOINED.sub("", " ".join(part)).rstrip(",:;，：；")
        if (role := _ROLE.fullmatch(value)) and is_somebody(role["who"]):
            value = role["who"]
            option = option_called(command, "牵头" if role["lead"] else "配合")
        else:
            option = option_of(command, value) if value else ""
        joined = words[-many - 1 :] if at_end else own
        if option == "--on" and (_TO_COME.search(" ".join(joined)) or _TO_COME_HAN.search(" ".join(own))):
            continue  # what is due by a day was not done on it: return 31 photos missing by wednesday
        if not option or option in taken or named not in ("", option) or says_more(part):
            continue
        if {option_of(command, word) for word in part} <= {"", option}:
            return option, value, many
    return None


def without_key(command: Any, words: Sequence[str]) -> tuple[list[str], str]:
    """Words without those before them that only join, or say what the others are; and the option for which these are, "" where none says so."""
    part, named = list(words), ""
    while part:
        word = part[0].rstrip(":：")
        if word.casefold() not in BETWEEN:
            if named or len(part) < len(("deadline", "friday")) or not (option := option_called(command, word)):
                break
            named = option
        part.pop(0)
    return part, named
