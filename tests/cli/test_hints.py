"""Every command that a message tells somebody to type is one: its words are commands there are, and its options are theirs. Of all messages, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import typer
from babel.messages.pofile import read_po

from officecli.cli import catalogue, own_settings, session
from officecli.cli.program import load
from stage.places import ROOT

PO = ROOT / "src" / "officecli" / "locale" / "zh" / "LC_MESSAGES" / "officecli.po"
TYPED = re.compile(r"\bofficecli ([a-z][^\n“”。；，（）]*)")
PROSE = frozenset(
    "does did is has makes needs knows keeps offers shows store understands will lacks lets never itself command again and on".split()  # noqa: SIM905
)
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
    if hasattr(command, "list_commands") and words and re.fullmatch("[a-z-]+", words[0]):
        own = command.name == "config" and words[0] == "--mine"
        command = own_settings._mine() if own else command
        words = words[own:]
        under = command.get_command(typer.Context(command), words[0])
        if under is None:
            return words[0]
        command = under
    named = [word.partition("=")[0] for word in words if re.match("--[a-z]|-[a-z]$", word)]
    return next((one for one in named if one not in options(command)), "")


def test_every_command_in_a_message_can_be_typed() -> None:
    found = [(typed[1], fault(typed[1])) for text in texts() for typed in TYPED.finditer(text)]
    wrong = [f"{wanted!r}: officecli {typed}" for typed, wanted in found if wanted and wanted not in PROSE]
    assert len(found) > 400
    assert not wrong, "\n".join(sorted(set(wrong)))
