"""Words that begin with a sign, `-draft` and `+budget`: labels and denials, where a shell's habit would have an option."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from officecli.cli import session
from officecli.cli.marks import takes_filter
from officecli.cli.numbers_typed import is_filter
from officecli.cli.typed_filter import DENIED
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _, sentences
from officecli.model.names import name_key
from officecli.near import asked_back, perhaps_meant
from officecli.patterns import pattern
from officecli.shell import as_word

_SHIFT = pattern(r"[+＋]\d{1,3}(?:wd|d|w|m|个?工作日|天|周|个月)", re.IGNORECASE)
"""So many days on, as --due takes it."""


def set_apart(command: Any, args: Sequence[str]) -> list[str]:
    """The arguments with each signed word as what takes it: `--label WORD` where there is such an option to repeat, else as a word of the filter."""
    labelling = any("--label" in parameter.opts and getattr(parameter, "multiple", False) for parameter in command.params)
    if not labelling and not takes_filter(command):
        return list(args)
    return list(_apart(command, args, labelling=labelling))


def _apart(command: Any, args: Sequence[str], *, labelling: bool) -> Iterator[str]:
    options = {option: parameter for parameter in command.params for option in parameter.opts if option.startswith("-")}
    words = iter(args)
    for word in words:
        if word == "--":
            yield word
            yield from words
        elif word in options and not getattr(options[word], "is_flag", False):
            yield word
            yield from islice(words, 1)  # its value, whatever that begins with
        elif labelling and _SHIFT.fullmatch(word):
            line = " ".join(("officecli", str(command.name), *(f"-d {one}" if one == word else as_word(one) for one in args)))
            raise BadInput(_("“{text}” is so many days, and no label.").format(text=word), fix=asked_back(line))
        elif labelling and re.fullmatch(r"[+＋]\S+", word):
            yield from ("--label", word)
        elif _is_signed(word) and (word[:2] not in options or _is_of_a_filter(word[1:], labelling=labelling)):
            yield from ("--label", word) if labelling else (DENIED + word[1:],)
        else:
            if _is_signed(word):
                session.current.taken_for_options += (word,)
            yield word


def advise(error: OfficeError) -> None:
    """Where what an option did not take may have been meant as a label, let the error say how its letter was read, and which labels there are."""
    for word in session.current.taken_for_options:
        option, value = word[:2], word[2:]
        if value in error.what:
            with session.current.read() as read:
                labels = {name_key(row["name"]): row["name"] for row in read.rows("SELECT DISTINCT name FROM label ORDER BY name")}
            said = _("{word} was read as {option} {value}, since no label is called “{label}”.").format(
                word=word, option=option, value=value, label=word[1:]
            )
            error.fix = "\n".join(filter(None, [error.fix, sentences([said, perhaps_meant(name_key(word[1:]), labels)])]))


def _is_signed(word: str) -> bool:
    """Whether a word may be one with a sign: a single letter is rather an option that there is not, one Han character is a word."""
    return re.match(r"-(?:[^-\s]\S|[^\x00-\x7f])", word) is not None


def _is_of_a_filter(said: str, *, labelling: bool) -> bool:
    """Whether a word that an option with its value might begin is none: it names a key, or a label there is."""
    if said[0].isalpha() and is_filter(said):
        return not labelling
    try:
        with session.current.read() as read:
            return read.row("SELECT 1 AS one FROM label WHERE name_key = :key LIMIT 1", key=name_key(said.split(maxsplit=1)[0])) is not None
    except OfficeError:
        return False
