"""What a word is that somebody typed, and the option of a command that takes such a one: a code, a day, somebody, a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from officecli.cli import session
from officecli.cli.metavars import closed_values, vocabulary
from officecli.cli.numbers_typed import SHARE
from officecli.errors import OfficeError
from officecli.hints import Any
from officecli.patterns import has_han

_OPTIONS = {"day": ("--due", "--to", "--on", "--until"), "somebody": ("--to", "--lead", "--person"), "unit": ("--unit",), "period": ("--period",)}
"""What a word may mean → the options that take it, the first that a command has."""


def option_of(command: Any, word: str) -> str:
    """The option that a word is for: a code's, a day's, somebody's or a unit's; "" for none, and where there is no office to ask."""
    from officecli.cli.meant.words_tried import DAYS, options_of

    options = options_of(command)
    if SHARE.fullmatch(word) and "--progress" in options:
        return "--progress"
    if of_a_code := option_of_value(command, word):
        return of_a_code
    for_days = {"day": True, "somebody": False}
    taken = {
        kind: option
        for kind, those in _OPTIONS.items()
        if (option := next((one for one in those if one in options and (one != "--to" or (options[one] in DAYS) == for_days.get(kind))), ""))
    }
    return next((option for kind, option in taken.items() if read_as(word, kind) is not None), "")


def option_of_value(command: Any, word: str) -> str:
    """The option of a command that takes a word as one of a few, urgency for urgent, format for csv; "" for none."""
    from officecli.typed.codes import code_meant

    for parameter in command.params:
        values, name = closed_values(parameter), vocabulary(parameter)
        if parameter.param_type_name == "option" and (code_meant(word, values, name, whole=True) if name else word in values):
            return str(max(parameter.opts, key=len))
    return ""


def option_called(command: Any, typed: str) -> str:
    """The option of a command for what a word names of an item, the deadline of `deadline: friday`; "" for none."""
    from officecli.cli.meant.words_tried import fields_by_word, option_meant, options_of
    from officecli.typed.filters.parsing import WORDS

    options = options_of(command)
    word = typed.casefold()
    key, field = WORDS.get(word), fields_by_word().get(word, "").rpartition(" ")[2]
    named = [f"--{key.name}" if key else "", field, f"--{word}"]
    if named[0] == "--lead" or field == "--to":
        named += ["--lead", "--to"]
    meant = (option_meant(one, options) for one in named if one)
    return next((one for one in named if one in options), "") or next(filter(None, meant), "")


def is_day(text: str) -> bool:
    """Whether a text is one day; not where there is no office to ask."""
    return read_as(text, "day") is not None


def is_days(text: str) -> bool:
    """Whether a text names one day or several; not where there is no office to ask."""
    return read_as(text, "days") is not None


def is_span(text: str) -> bool:
    """Whether a text names several days, from one to another; not where there is no office to ask."""
    days = read_as(text, "days")
    return isinstance(days, tuple) and len(days) > 1


def is_somebody(text: str) -> bool:
    """Whether a text names one person; not where there is no office to ask."""
    return read_as(text, "somebody") is not None


def calls_somebody(word: str) -> bool:
    """Whether a word is a whole one of somebody's name, and no beginning or initials of it."""
    from officecli.typed.meant import folded

    found = read_as(word, "somebody") if len(word) > 1 else None
    return isinstance(found, list) and any(f" {folded(word)} " in f" {folded(one['name'])} " for one in found)


def is_body(text: str) -> bool:
    """Whether a text names one outside body; not where there is no office to ask."""
    return read_as(text, "body") is not None


def says_more(words: Sequence[str]) -> bool:
    """Whether words are a day with one too many at either end, which has been read over: `lifts next fri`, `fri lifts`; not `Fri 10 Jul`."""
    both = ((words[1:], words[:1]), (words[:-1], words[-1:]))
    fewer = [  # the 10 of 10 July may be the same day, 张伟配合 before 7月10日 is none
        fewer for fewer, left in both if (any(word.isalpha() for word in fewer) or (left[0].isalpha() and has_han(left[0]))) and not is_day(left[0])
    ]
    return bool(fewer) and (day := read_as(" ".join(words), "day")) is not None and day in [read_as(" ".join(one), "day") for one in fewer]


def read_as(text: str, kind: str) -> object:
    """What a text is, read as this kind of thing; None where it is none, and where there is no office to ask."""
    from officecli.typed.dates import almanac, read_date
    from officecli.typed.dates.days_named import read_days
    from officecli.typed.office.bodies import find_body
    from officecli.typed.office.people import find_person
    from officecli.typed.office.units import find_unit
    from officecli.typed.periods import read_period

    with suppress(OfficeError), session.current.read() as read:
        match kind:
            case "day":
                return read_date(text, base=read.today, by=almanac(read))
            case "days":
                return read_days(text, today=read.today, by=almanac(read))
            case "somebody":
                return [find_person(read, one) for one in re.split("[、，,]", text)]
            case "unit":
                return find_unit(read, text)
            case "body":
                return find_body(read, text)
            case "period":
                return read_period(text, read.today)
    return None
