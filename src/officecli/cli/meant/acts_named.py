"""Which act of items a word means: one that is named, one that says it was done, one in a Chinese word without blanks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.cli import catalogue
from officecli.cli.marks import takes_numbers
from officecli.cli.meant.line_meant import command_named
from officecli.cli.meant.options_meant import is_day
from officecli.cli.meant.words_tried import as_typed
from officecli.cli.numbers_typed import is_number
from officecli.patterns import pattern

_CHINESE_WITH_A_NUMBER = pattern(r"[把将]?([\u3400-\u9fff]*)#?(\d{1,4}(?:-\d+)?)[号]?([\u3400-\u9fff].*)")
_ENDING = ("了", "啦", "完了", "掉", "吧")
"""What says nothing more behind a command."""
_YEAR = pattern(r"(?:19|20)\d\d")


def when_and_what(word: str, known: Mapping[str, object]) -> list[str]:
    """The command and the day before it in a Chinese word without blanks, 7月通报; none for any other word."""
    places = range(len(word) - 2, 0, -1) if not word.isascii() else ()
    return next(([word[place:], word[:place]] for place in places if word[place:] in known and is_day(word[:place])), [])


def parts_of(word: str, known: Mapping[str, object]) -> list[str]:
    """The number, the command and what stands behind them in a Chinese word without blanks, 把33交给张伟; none for any other word."""
    found = _CHINESE_WITH_A_NUMBER.fullmatch(word)
    before, number, behind = found.groups() if found else ("", "", word)
    verb = next((behind[:many] for many in range(len(behind), 1, -1) if behind[:many] in known), "") if not word.isascii() else ""
    if not number and not verb:
        return []
    rest = behind.removeprefix(verb)
    return [part for part in (verb or before, number, "" if rest in _ENDING else rest) if part]


def act_named(words: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """The act that is named last behind the numbers of items, the done of `mark 31 as done`; "" where none is."""
    named = [act_done(word) or as_typed(word) for word in words]
    acts = [word for word in named if is_act(known.get(word, ("",))[0]) and known[word] != ("edit",)]
    return acts[-1] if acts and any(map(is_number, words)) else ""


def act_done(typed: str) -> str:
    """The command that does what a word says was done, `cancel` for cancelled; "" for any other word."""
    word = as_typed(typed)
    stems = (word.removesuffix(ending) for ending in ("d", "ed", "led", "ted") if word.endswith(ending))
    return next((stem for stem in stems if stem in catalogue.names() and is_act(stem)), "")


def is_act(name: str) -> bool:
    """Whether a command does something to items."""
    command = command_named(name) if name and " " not in name and not catalogue.is_report(name) else None
    return name != "show" and takes_numbers(command)


def is_a_time(words: Sequence[str]) -> bool:
    """Whether what begins like the number of an item is a year, or a day of two words: closed 3 may."""
    return _YEAR.fullmatch(words[0]) is not None or (len(words) > 1 and is_day(" ".join(words)))
