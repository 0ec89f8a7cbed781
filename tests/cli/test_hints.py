"""Every command that a message tells somebody to type is one: its words are
commands there are, and its options are theirs. Of all messages, in both languages.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from functools import cache
from typing import Any

import typer
from babel.messages.pofile import read_po
from typer._click import exceptions

from officecli import i18n
from officecli.cli import catalogue, own_settings, session
from officecli.cli.command_classes import HELP_NAMES
from officecli.cli.program import load
from officecli.errors import BadInput, NotFound
from officecli.i18n import LANGUAGES
from officecli.model.acts import ACTS
from officecli.model.words import word
from officecli.rules.authority.not_entitled import PARTS
from stage.places import ROOT

PO = ROOT / "src" / "officecli" / "locale" / "zh" / "LC_MESSAGES" / "officecli.po"
TYPED = re.compile(r"\bofficecli ([a-z][^\n“”。；，（）]*)")
PROSE = frozenset("does did is has makes needs knows keeps offers shows store understands will lacks lets never itself command again and on".split())
"""What follows the program's name where it is only spoken of."""


def texts() -> Iterator[str]:
    with PO.open("rb") as file:
        for message in read_po(file, locale="zh"):
            for one in (message.id, message.string):
                yield from (one,) if isinstance(one, str) else one or ()


@cache
def options(command: Any) -> frozenset[str]:
    everywhere = {*session.GLOBALS, "--help", "-h", "--version"}
    return frozenset(everywhere | {name for one in command.params for name in (*one.opts, *one.secondary_opts)})


def fault(typed: str) -> str:
    """What in a command to type there is none of; "" where it can be typed."""
    words = re.split(r"\. |; |, or |[；)）`]|——|officecli", re.sub(r"“[^”]*”|\"[^\"]*\"", "QUOTED", typed))[0].split()
    words = [word.strip(".,:;…") for word in words]
    if not catalogue.is_command(words[0]):
        return words[0]
    command = load(words.pop(0))
    if words[:1] in (["--help"], ["-h"]):
        return ""
    if (
        hasattr(command, "list_commands")
        and words
        and words[0] != "--mine"
        and (usual := command.usual(words))
        and words[0] not in command.list_commands(typer.Context(command))
    ):
        words.insert(0, usual)
    if hasattr(command, "list_commands") and words and re.fullmatch("[a-z-]+", words[0]) and words[0] != "fri":  # which is looked at by itself
        own = command.name == "config" and words[0] == "--mine"
        command = own_settings._mine() if own else command
        words = words[own:]
        under = command.get_command(typer.Context(command), words[0])
        if under is None:
            return words[0]
        command = under
    named = [word.partition("=")[0] for word in words if re.match("--[a-z]|-[a-z]$", word)]
    return next((one for one in named if one not in options(command)), "")


ENDS = re.compile(r"\. |; |, | which| \(|[;)）`#]|——| — |officecli|: | 列出| 可查| 会列| 会指| 查看| 则| 与|演示")
"""Where a command ends and its sentence goes on."""
NAMED = re.compile(r"\{(name|person|member|colleague|superior|supporter|title|metric|post|unit|act)\}")
VALUES = {"N": "3", "工时": "3", "METRIC": "m", "指标": "m"}
"""What stands for a number of hours, and a target's terms."""


def whole(typed: str) -> list[str] | None:
    """The words of a command as a shell would have them, with something in each place that is filled; None for what no shell reads."""
    plain = re.sub("“([^”]*)”", r'"\1"', ENDS.split(typed)[0].strip().rstrip(".,:"))
    filled = re.sub(r"\{[a-z_]+\}", "2026-031", NAMED.sub("Ana", plain.replace("{estimate}", "3"))).replace("…", "x")
    try:
        return [VALUES.get(word, word) for word in session.take_globals(shlex.split(filled))]
    except (ValueError, BadInput):
        return None


def unfit(words: list[str], *, alone: bool = False) -> str:
    """Why a command is not carried out as it is written: something is missing, or is no value, or, where it stands `alone`, too much; "" where it is.

    One that is only named is not written out.
    """
    name, *rest = words
    command = load(name)
    if rest and rest[0] in ("NAME", "名称", "Ana") and name in ("report", "paper"):
        rest[0] = {"report": "overdue", "paper": "notice"}[name]
    if name == "config" and rest[:1] == ["--mine"]:
        command, rest = own_settings._mine(), rest[1:]
    if not rest:
        return ""
    context = typer.Context(command, info_name=name, help_option_names=HELP_NAMES["help_option_names"])
    try:
        while hasattr(command, "list_commands"):
            name, command, rest = command.resolve_command(context, rest)
            context = typer.Context(command, info_name=name, parent=context)
            if not rest:
                return ""
        with contextlib.redirect_stdout(io.StringIO()):
            command.make_context(name, list(rest), parent=context.parent)
    except typer.Exit:
        return ""
    except exceptions.UsageError as error:
        return error.message
    except (BadInput, NotFound) as error:
        return "" if error.what.startswith("Too many words") and not alone else error.what  # prose that goes on
    return ""


def test_every_command_in_a_message_is_carried_out_as_it_is_written() -> None:
    read = [(typed[1], words) for text in texts() for typed in TYPED.finditer(text) if (words := whole(typed[1])) and catalogue.is_command(words[0])]
    assert len(read) > 1000
    wrong = [f"{why}: officecli {typed}" for typed, words in read if (why := unfit(words))]
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_what_is_typed_for_an_act_can_be_typed_and_says_what_it_is_done_to() -> None:
    for language in LANGUAGES:
        i18n.use(language)
        judged = [name for part in PARTS for name in part.acts if "{typed}" in part.fix[ACTS[name].whose]]
        assert len(judged) > 25
        said = {name: word("typed", name) for name in judged}
        wrong = {
            name: text
            for name, text in said.items()
            if fault(text) or unfit(whole(text) or [""], alone=True) or ("{number}" not in text and name != "meet")
        }
        assert not wrong


def test_every_command_in_a_message_can_be_typed() -> None:
    found = [(typed[1], fault(typed[1])) for text in texts() for typed in TYPED.finditer(text)]
    wrong = [f"{wanted!r}: officecli {typed}" for typed, wanted in found if wanted and wanted not in PROSE]
    assert len(found) > 400
    assert not wrong, "\n".join(sorted(set(wrong)))
