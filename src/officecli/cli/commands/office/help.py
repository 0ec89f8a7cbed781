"""The first commands to know, by who needs them; all of them; or one command or topic explained.

officecli help
officecli help all
officecli help dates
officecli help add
"""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from officecli.cli import completing
from officecli.cli.metavars import is_word
from officecli.errors import NotFound
from officecli.i18n import _


def run(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="ALL|COMMAND|TOPIC", autocompletion=completing.help_pages, help=_("All commands, one of them, or a topic."))
    ] = "",
) -> None:
    from officecli.cli import help as help_
    from officecli.cli import help_ladder
    from officecli.cli.help_topics import topic_named

    root: Any = context.find_root()
    command = root.command.get_command(root, name)
    if is_word(name, "ALL"):
        page = help_.page(root.command, root)
    elif topic := topic_named(name):
        page = help_ladder.topic_page(topic)
    elif command:
        page = help_.page(command, type(root)(command, info_name=name, parent=root))
    elif name:
        raise _unknown(name)
    else:
        page = help_ladder.first_steps()
    sys.stdout.write(page)


def _unknown(name: str) -> NotFound:
    from officecli.cli import catalogue
    from officecli.cli.help_ladder import topic_names
    from officecli.cli.help_topics import TOPICS
    from officecli.near import perhaps_meant

    known = {one: f"officecli help {one}" for one in (*catalogue.names(), *(one for topic in TOPICS for one in topic.names))}
    return NotFound(
        _("There is no command and no topic “{name}”.").format(name=name[:40]),
        fix=perhaps_meant(name, known, _("Topics: {names}.").format(names=topic_names())),
    )
