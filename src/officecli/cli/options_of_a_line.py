"""The options of a line as it was typed, each with its value and the words behind it, which are no option's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from officecli.cli.flags import DASHES
from officecli.cli.marks import takes_filter
from officecli.light import dataclass, field
from officecli.patterns import pattern

AS_TYPED = "officecli.typed"
"""Under which name what Typer knows of a line keeps its words."""
_TEXTS = frozenset(("TEXT", "SOURCE", "REASON"))
"""What stands for a text of however many words."""
OF_ONE_WORD = ("to", "on", "lead")
"""The days and people beside which a text may stand."""
BEGINS_MORE = pattern(r"\d{1,2}(?:st|nd|rd|th|月)?|[A-Za-zÀ-ɏ]{2,}")
"""The first half of a day, or a first name."""
_WHOLLY_QUOTED = pattern("“[^“”]+”")


@dataclass
class Given:
    """One option: as it was typed, its value, and the words `behind` it up to the next."""

    parameter: Any
    typed: str
    value: str
    behind: list[str] = field(default_factory=list)


def given_options(command: Any, words: Sequence[str]) -> tuple[list[str], list[Given]]:
    """The words before the first option, and the options; what stands behind -- is no option's."""
    by_name = {name: parameter for parameter in command.params for name in parameter.opts if name.startswith("-")}
    before, options = list[str](), list[Given]()
    left = iter(words)
    for word in left:
        if word == "--":
            break
        name, equals, joined = word.partition("=")
        parameter = by_name.get(name)
        if parameter is None:
            (options[-1].behind if options else before).append(word)
        else:
            flag = getattr(parameter, "is_flag", False)
            options.append(Given(parameter, name, joined if equals or flag else next(left, "")))
    return before, options


def with_plain_options(command: Any, words: Sequence[str]) -> list[str]:
    """The words, options of the command that a Chinese keyboard or a word processor typed as a shell knows them: －d, —lead, --due：明天.

    What is no option of it stays a word.
    """
    known = {name: parameter for parameter in command.params for name in parameter.opts if name.startswith("-")}
    found: list[str] = []
    for place, word in enumerate(words):
        if word == "--":
            return [*found, *words[place:]]
        match = None if word in known else _WIDE_OPTION.fullmatch(word)
        found += [word] if match is None else _as_option(match, known, denies=takes_filter(command))
    return found


def _as_option(match: re.Match[str], known: Mapping[str, Any], *, denies: bool) -> list[str]:
    """The option that a word is, with its value; the word itself where it is none, and where its one dash `denies` something: -draft, －unit:x."""
    word, value, name = match[0], match[2], unicodedata.normalize("NFKC", match[1])
    option = f"-{name}" if len(name) == 1 else f"--{name}"
    of_one_dash = len(name) > 1 and word[1] not in ("-", *DASHES)
    is_signed = of_one_dash and (word[0] == "-" or (word[0] == "－" and denies and value is not None))
    if is_signed or option not in known or (value is not None and getattr(known[option], "is_flag", False)):
        return [word]
    return [option] if value is None else [option, value]


WIDE_MARKS = frozenset(":：＝")
"""What is typed for the equals sign between an option and its value."""
_WIDE_OPTION = pattern(rf"[-{DASHES}]{{1,2}}([A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ-]*)(?:[:：＝](.+))?", re.DOTALL)


def without_wide_quotes(words: Sequence[str]) -> list[str]:
    """The words, those between “ and ” as one without these, which a Chinese keyboard types for the marks that a shell takes."""
    found: list[str] = []
    left = list(words)
    while left:
        many = _closed_by(left)
        word = " ".join(left[:many])
        found.append(word[1:-1].strip() if many > 1 or _WHOLLY_QUOTED.fullmatch(word) else word)
        left = left[many:]
    return found


def _closed_by(words: Sequence[str]) -> int:
    """How many words the first makes with those up to the mark that closes its own; 1 where it opens none, or another is opened before."""
    if not words[0].startswith("“") or "”" in words[0]:
        return 1
    end = next((place for place, word in enumerate(words) if place and ("“" in word or "”" in word)), 0)
    return end + 1 if end and words[end].find("”") == len(words[end]) - 1 and "“" not in words[end] else 1


def takes_text(one: Given) -> bool:
    """Whether an option takes a text of however many words, and was given one word."""
    return (one.parameter.metavar or "") in _TEXTS and bool(one.value) and len(one.value.split()) == 1
