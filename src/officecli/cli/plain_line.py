"""What only looks, asked for in a plain line: it is shown without Typer, whose start costs as much as a quarter of all the rest.

A line is plain when it names a report, another command with FLAGS or a look at a group, and every word of it is one of its flags in full or by its
letter, the value of one, or a word without a sign. What is not, help and whatever a person got wrong, goes through Typer, which reads the line anew
and says what there is to say: so there is one place that refuses, and this one only has to be right about what it takes. A fault of ours is no person's
mistake: it is told from here, or the line would be answered a second time and nobody would ever hear of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from officecli.cli import catalogue, session
from officecli.cli.endings import ending_of
from officecli.cli.flags import DASHES, FORMAT, Flag, columns_of
from officecli.errors import OfficeError, StorageTrouble
from officecli.formats.out import standard_output
from officecli.hints import Any

_Shown = Callable[[dict[str, Any]], "int | None"]
"""What shows a command that is given this, and may answer with an exit code."""

_SIGNS = ("-", "+", "＋", *DASHES)
"""What a word of a filter or a label may begin with, where it is no flag."""

_QUOTED = frozenset("'\"\\= \t\n")
"""What a shell, or Typer, takes for more than itself."""


def shown_plainly(line: Sequence[str]) -> int | None:
    """Show what a plain line asks for, and return the exit code; None, with nothing shown, where it is to be read by Typer."""
    match line:
        case ["completion", "words", "--", place, _program, *typed, word] if place == str(len(typed) + 1):
            return 0 if _offered(typed, word) else None
    command = _command(line)
    if command is None:
        return None
    words, flags, show = command
    columns = columns_of(flags)
    if (given := read(line[words:], [*flags, *columns])) is None:
        return None
    for flag in columns:
        if said := given.pop(flag.name):
            setattr(session.current, flag.name, said)
    session.current.command = " ".join(("officecli", *line[:words]))
    try:
        return show(given) or 0
    except StorageTrouble:  # of which Typer knows no better, and which may have been waited for: a server that does not answer, a disk that is full
        raise
    except (OfficeError, session.NeedsTyper):
        if standard_output.has_begun():
            raise
        return None


def _command(line: Sequence[str]) -> tuple[int, Sequence[Flag], _Shown] | None:
    """How many words name the command, what it takes, and what shows it; None for what does not only look."""
    match line:
        case [name, *_] if catalogue.is_report(name):
            return 1, *_of_a_report(name)
        case [name, *_] if catalogue.only_looks(name):
            module = import_module(catalogue.module_of(name))
            return 1, module.FLAGS, lambda given: module.run(**given)
        case [name, which, *_] if catalogue.is_looked_at(name):
            look = import_module(f"officecli.cli.looks.{name}").LOOKS.get(which)
            return look and (2, look.flags, lambda given: look.run(**given))
    return None


def _of_a_report(name: str) -> tuple[Sequence[Flag], _Shown]:
    """What a report takes, and what shows it."""
    from officecli.cli.report_asked import answer  # a verb, whose line comes by here too, needs nothing of reports
    from officecli.cli.report_flags import flags_of
    from officecli.reports.shape.takes import Takes

    module = import_module(catalogue.module_of(name))
    takes = getattr(module, "TAKES", Takes())
    return flags_of(takes), lambda given: answer(module.report, takes, given)


def _offered(typed: Sequence[str], word: str) -> bool:
    """Answer a shell with what a word that comes next may become; False where that is nothing, or Typer has to look for it."""
    if any(one.startswith(_SIGNS) or not _QUOTED.isdisjoint(one) for one in (*typed, word)):
        return False
    found = _values_offered(typed, word) if typed else catalogue.begun(word) if word else ()
    if found:
        with standard_output.standard_output() as stream:
            stream.writelines("\t".join(filter(None, (value, help_.partition("\n")[0]))) + "\n" for value, help_ in found)
    return bool(found)


def _values_offered(typed: Sequence[str], word: str) -> list[tuple[str, str]]:
    """What may be typed behind a command that only looks, each with what it stands for; nothing behind any other."""
    command = _command(typed)
    flag = next((one for one in command[1] if not one.typed), None) if command and command[0] == len(typed) else None
    if flag is None or not flag.offer:
        return []
    from officecli.cli.completing import closed_set

    module, _dot, function = flag.offer.partition(".")
    offer = getattr(import_module(f"officecli.cli.{module}"), function)
    if closed_set(flag) or offer.__code__.co_argcount != 1:
        return []
    found = [(one, "") if isinstance(one, str) else one for one in offer(word)]
    return [(value, help_) for value, help_ in found if value.startswith(word)]


def read(words: Sequence[str], flags: Sequence[Flag]) -> dict[str, Any] | None:
    """What the words give to each flag, as Typer would; None where they are no plain line."""
    by_word = {opt: flag for flag in flags if flag.typed for opt in flag.opts}
    given: dict[str, Any] = {}
    bare: list[str] = []
    rest = iter(words)
    for word in rest:
        typed, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        flag = by_word.get(typed)
        if flag is None:
            if word.startswith(_SIGNS):
                return None
            bare.append(word)
        elif flag.kind == "switch":
            if equals:
                return None
            given[flag.name] = True
        else:
            value = value if equals else next(rest, "--")
            said = (
                None if value.startswith("--") or value.partition("=")[0] in by_word else _value(flag, value)
            )  # rather the next flag than its value
            if said is None or (flag.name in given and flag.kind != "texts"):
                return None
            given[flag.name] = [*given.get(flag.name, []), said] if flag.kind == "texts" else said
    if "output" in given and given.get(FORMAT.name) != ending_of(given["output"]):  # which may say the format, or another one
        return None
    return _whole(given, bare, flags)


def _value(flag: Flag, typed: str) -> Any:
    """A value as what it is; None where Typer has to look at it."""
    if flag.kind == "number":
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else None
        return number if number is None or flag.least is None or number >= flag.least else None
    if flag.kind == "file":
        return Path(typed)
    if "|" in flag.metavar and typed not in flag.metavar.split("|"):
        from officecli.cli.metavars import value_meant  # most type a code

        return value_meant(flag, typed)
    return typed


def _whole(given: dict[str, Any], bare: list[str], flags: Sequence[Flag]) -> dict[str, Any] | None:
    """What was given, the words without a flag and everything that was not typed with it; None where there are words too many."""
    for flag in (flag for flag in flags if not flag.typed):
        taken, bare = (bare, []) if flag.kind == "words" else (bare[:1], bare[1:])
        if not taken and flag.needed:
            return None
        if taken:
            given[flag.name] = taken if flag.kind == "words" else taken[0]
    if bare:
        return None
    return {flag.name: given.get(flag.name, [] if flag.kind == "texts" else flag.default) for flag in flags}
