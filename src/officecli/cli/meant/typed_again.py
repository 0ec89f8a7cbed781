"""Repeats a command as it was typed, with its global options: for whoever may do it instead, or with what it lacked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from officecli.cli import session
from officecli.cli.meant.not_whole import for_example
from officecli.errors import BadInput, NotFound, OfficeError, Refused
from officecli.i18n import _
from officecli.near import line_asked
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.store.place import place
from officecli.typed.text import says_something

_ENDS_WITH_COMMAND = pattern(r"(?P<before>(?:.*[:：] ?|\s*)officecli )(?!help\b|.*--help$)(?P<words>.+)")
_GOES_ON = pattern(r"[.。；;，](?:\s|$)|[。；，—]")
"""What begins another sentence behind a command."""
_SECRET = pattern(r":/+[^@]*:.*@|password=", re.IGNORECASE)
"""What tells of a password in the address of a store, or in one that is mistyped; it is never shown."""
_QUOTED = pattern(r'"[^"]*"|\'[^\']*\'')


def with_command(error: OfficeError) -> OfficeError:
    """The error; a refusal of what others may do with the whole command, without the name it was done under; of what lacks a reason with an example of one."""
    line = session.current.line
    typed = " ".join(("officecli", *map(as_word, line)))
    if error.lacks and "--" not in line and not any(word.startswith("--correct") for word in line):
        why = _('"two replies are missing"')
        saying = [as_word(word) for before, word in zip(("", *line), line, strict=False) if says_something(word) or before.startswith("-")]
        error.fix = for_example().format(command=" ".join(("officecli", *saying, error.lacks, why)))
    if isinstance(error, Refused) and error.for_others and not error.fix:
        error.fix = _("Whoever may do it types: {command}").format(command=typed)
    return error


def told_again(error: OfficeError) -> OfficeError:
    """The error, in whose advice the lines of commands keep the global options that
    were typed; of a refusal, whose lines may be for others, where the store is.
    """
    examples = tuple(f"{told().partition('{command}')[0]}officecli " for told in (line_asked, for_example))
    own = isinstance(error, (BadInput, NotFound))
    error.fix = "\n".join(kept(line, own=own or line.startswith(examples)) for line in error.fix.split("\n"))
    if isinstance(error, Refused):
        error.reasons = tuple((label, what, kept(fix, own=False)) for label, what, fix in error.reasons)
    return error


def kept(text: str, *, own: bool = True) -> str:
    """A text whose lines that end with a command keep the global options that were
    typed: all for the one who typed them (`own`), for others where the store is.
    """
    given = ((name, _may_be_told(value)) for name, value in session.current.everywhere.items() if own or name == "--db")
    typed = {name: value for name, value in given if value is not None}
    return "\n".join(_with(line, typed) for line in text.split("\n")) if typed else text


def _may_be_told(value: str) -> str | None:
    """The value of an option; an address without its password, None for one in which nobody can tell where that ends."""
    if not _SECRET.search(value):
        return value
    try:
        store = place(value)
    except BadInput:
        return None
    return store.without_password if store.holds_password else None


def _with(line: str, options: Mapping[str, str]) -> str:
    """A line with these options to its command, where it ends with one; behind `--` they would be text."""
    found = _ENDS_WITH_COMMAND.fullmatch(line)
    if not found or _GOES_ON.search(_QUOTED.sub("", found["words"])):
        return line
    added = " ".join(f"{name} {as_word(value)}" if value else name for name, value in options.items() if f" {name} " not in f"{line} ")
    if not added:
        return line
    return f"{found['before']}{added} {found['words']}" if " -- " in found["words"] else f"{line} {added}"
