"""The first commands to know, by who needs them; all of them; or one command or topic explained.

officecli help
officecli help all
officecli help dates
officecli help add
officecli help skip-level
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from officecli.cli import completing
from officecli.cli.metavars import is_word
from officecli.errors import NotFound
from officecli.i18n import _
from officecli.shell import as_word


def run(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ALL|COMMAND|TOPIC", autocompletion=completing.help_pages, help=_("All commands, one of them, a topic, or a word of the field.")
        ),
    ] = [],
) -> None:
    from officecli.cli.help import ladder as help_ladder
    from officecli.cli.help import page as help_
    from officecli.cli.help.topics import topic_named

    root: Any = context.find_root()
    name = " ".join(words)
    command, where = _command(root, words)
    if is_word(name, "ALL"):
        page = help_.page(root.command, root)
    elif topic := topic_named(name):
        page = help_ladder.topic_page(topic)
    elif command:
        page = help_.page(command, where)
    elif there := _leads(name) or next((found for word in words if word.casefold() not in _HOW and (found := _leads(word))), []):
        if len(there) == 1 and (topic := topic_named(there[0].removeprefix("#"))):
            page = help_ladder.topic_page(topic)
        elif len(there) == 1 and (only := root.command.get_command(root, there[0])):
            page = help_.page(only, type(root)(only, info_name=there[0], parent=root))
        else:
            page = help_ladder.leads_page(name, there)
    elif name:
        raise _unknown(name)
    else:
        page = help_ladder.first_steps()
    sys.stdout.write(page)


_HOW = frozenset("how what why do does i can to a the me my is".split())
"""Words of a question that lead nowhere by themselves."""


def _command(root: Any, words: Sequence[str]) -> tuple[Any, Any]:
    """The command of these words, `request raise`, with where it stands; None twice for no command."""
    command, where = root.command, root
    for word in words:
        command = command.get_command(where, word) if hasattr(command, "get_command") else None
        if command is None:
            return None, None
        where = type(root)(command, info_name=word, parent=where)
    return (command, where) if words else (None, None)


def _leads(name: str) -> list[str]:
    """Where a word leads: of the field, of those tried for commands, or a rule."""
    from officecli.cli.help.words import leads
    from officecli.cli.meant.words_tried import commands_tried
    from officecli.rules import find_rule

    rule = find_rule(name) or find_rule("-".join(name.split()))
    tried = dict.fromkeys(command.split()[0] for command in commands_tried(name))
    return leads(name) or ([rule.code] if rule else list(tried))


def _unknown(name: str) -> NotFound:
    from officecli.cli import catalogue
    from officecli.cli.help.ladder import topic_names
    from officecli.cli.help.topics import TOPICS
    from officecli.near import perhaps_meant

    known = {one: f"officecli help {one}" for one in (*catalogue.names(), *(one for topic in TOPICS for one in topic.names))}
    shown = as_word(name[:40])
    there = _("If it is the number or the name of something: {command}").format(command=f"officecli show {shown}")
    return NotFound(
        _("There is no command and no topic “{name}”.").format(name=name[:40]),
        fix=perhaps_meant(name, known, "\n".join([_("Topics: {names}.").format(names=topic_names()), there])),
    )
