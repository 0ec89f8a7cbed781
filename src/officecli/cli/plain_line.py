"""What only looks, asked for in a plain line: it is shown without Typer, whose start costs as much as a quarter of all the rest.

A line is plain when it names a report, or another command with FLAGS, and every word of it is one of its flags in full or by its letter, the value of one, or a word without a sign. What is
not, help and whatever goes wrong before anything is shown, but for a disk or a database, goes through Typer, which reads the line anew and says what there is to say: so
there is one place that refuses, and this one only has to be right about what it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from officecli.cli import catalogue, session
from officecli.cli.flags import COLUMNS, FORMAT, HEADER, WIDE, Flag
from officecli.errors import StorageTrouble
from officecli.formats.out import standard_output

_SIGNS = ("-", "+", "＋")
"""What a word of a filter or a label may begin with, where it is no flag."""


def shown_plainly(line: Sequence[str]) -> bool:
    """Show what a plain line asks for; False, with nothing shown, where it is to be read by Typer."""
    match line:
        case ["completion", "words", "--", "1", _program, word] if word.isalpha():
            return _offered(word)
    if not line or not (catalogue.is_report(line[0]) or catalogue.only_looks(line[0])):
        return False
    flags, show = _of_a_report(line[0]) if catalogue.is_report(line[0]) else _of_a_command(line[0])
    columns = [COLUMNS, WIDE, HEADER] if FORMAT in flags else []
    if (given := read(line[1:], [*flags, *columns])) is None:
        return False
    for flag in columns:
        if said := given.pop(flag.name):
            setattr(session.current, flag.name, said)
    session.current.command = f"officecli {line[0]}"
    try:
        show(given)
    except StorageTrouble:  # of which Typer knows no better, and which may have been waited for: a server that does not answer, a disk that is full
        raise
    except Exception:
        if standard_output.has_begun():
            raise
        return False
    return True


def _of_a_report(name: str) -> tuple[Sequence[Flag], Callable[[dict[str, Any]], None]]:
    """What a report takes, and what shows it."""
    from officecli.cli.report_asked import answer  # a verb, whose line comes by here too, needs nothing of reports
    from officecli.cli.report_flags import flags_of
    from officecli.reports.shape.takes import Takes

    module = import_module(catalogue.module_of(name))
    takes = getattr(module, "TAKES", Takes())
    return flags_of(takes), lambda given: answer(module.report, takes, given)


def _of_a_command(name: str) -> tuple[Sequence[Flag], Callable[[dict[str, Any]], None]]:
    """What another command takes that only looks, and what shows it."""
    module = import_module(catalogue.module_of(name))
    return module.FLAGS, lambda given: module.run(**given)


def _offered(word: str) -> bool:
    """Answer a shell with the commands whose names begin so; False where there is none."""
    found = catalogue.begun(word)
    if found:
        with standard_output.standard_output() as stream:
            stream.writelines(f"{name}\t{help_}\n" for name, help_ in found)
    return bool(found)


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
    if "output" in given and FORMAT.name not in given:  # the ending of the file may say the format
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
    words = next((flag for flag in flags if not flag.typed), None)
    if bare and (words is None or (words.kind == "word" and len(bare) > 1)):
        return None
    if not bare and words and words.needed:
        return None
    if words and bare:
        given[words.name] = bare if words.kind == "words" else bare[0]
    return {flag.name: given.get(flag.name, [] if flag.kind == "texts" else flag.default) for flag in flags}
