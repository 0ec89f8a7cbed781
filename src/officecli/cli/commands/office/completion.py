"""Print what makes TAB complete commands, options, numbers and names in a shell.

Put it where your shell reads what it begins with:
  officecli completion bash >> ~/.bashrc
  officecli completion zsh >> ~/.zshrc
  officecli completion fish > ~/.config/fish/completions/officecli.fish
  officecli completion powershell >> $PROFILE
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from officecli.cli import completing, session
from officecli.cli.completion_scripts import SCRIPTS
from officecli.errors import BadInput, OfficeError
from officecli.i18n import LANGUAGES, _, listed

WORDS = "words"
"""What the scripts ask: which place of a command line the cursor is in, and its words; answered with a line for each value, what it is after a tab."""


_GLOBALS: dict[str, Callable[[str], Sequence[str]]] = {
    "--as": completing.people,
    "--lang": lambda word: [language for language in LANGUAGES if language.startswith(word)],
}
"""What is offered after the options that stand before and in every command."""


def run(
    context: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="|".join(SCRIPTS), help=_("The shell."))],
    typed: Annotated[list[str], typer.Argument(hidden=True)] = [],
) -> None:
    if shell == WORDS:
        sys.stdout.write("".join(f"{line}\n" for line in _offered(context.find_root().command, typed)))
    elif shell in SCRIPTS:
        sys.stdout.write(SCRIPTS[shell].lstrip("\n"))
    else:
        raise BadInput(
            _("There is no completion for “{shell}”.").format(shell=shell[:40]), fix=_("It takes one of: {choices}.").format(choices=listed(SCRIPTS))
        )


def _offered(program: Any, typed: list[str]) -> list[str]:
    """The values for the word at the place that `typed` begins with; nothing for a line that makes no sense."""
    from typer._click.shell_completion import get_completion_class
    from typer._completion_classes import completion_init

    completion_init()
    offering = get_completion_class("bash")  # any will do: only the words are asked for, and each script quotes them itself
    assert offering is not None
    place, *line = typed or ["0"]
    if not place.isdecimal():
        return []
    before, word = [_bare(one) for one in line[1 : int(place)] if one != "="], _bare("".join(line[int(place) : int(place) + 1]))
    if before and before[-1] in session.GLOBALS:
        session.take_globals([*before[:-1], before[-1], word or "-"])
        return list(_GLOBALS[before[-1]](word)) if before[-1] in _GLOBALS else []
    try:
        found = offering(program, {}, "officecli", "").get_completions(session.take_globals(before), "" if word == "=" else word)
    except OfficeError:
        return []
    return ["\t".join((one.value, one.help.split("\n")[0])) if one.help else one.value for one in found]


def _bare(word: str) -> str:
    """A word as the shell would pass it on: without its quotation marks, the last of which may be missing yet."""
    import shlex

    for closed in (word, word + '"', word + "'"):
        try:
            return "".join(shlex.split(closed))
        except ValueError:
            continue
    return word
