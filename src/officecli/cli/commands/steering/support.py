"""Add somebody to an item's supporters, with a part, or take one off.

officecli support 31 ben "search the vault"
officecli support 31 add "Ben:search the vault"
officecli support 31 remove Ben
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.meant.options_meant import is_body
from officecli.cli.metavars import is_done, is_word
from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.shell import as_word

_ALSO = {"REMOVE": ("去掉", "删去", "删除"), "ADD": ()}
"""What else is typed for the word itself."""


@takes_waivers
def run(
    number: Number,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME[:PART]",
            autocompletion=completing.people,
            help=_("The supporter, with the part after the name; “remove” before it takes somebody off."),
        ),
    ],
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.supporting import name_and_part, support_add, support_remove

    act, said = _act_and_rest(words)
    if not said:
        raise BadInput(_("{name} is missing.").format(name=_("NAME")), fix=_('Write: officecli support {number} NAME "PART"').format(number=number))
    if not act and len(said) > 1 and is_done(said[-1]):
        what = _("“{word}” says that a part is done, and is none itself.").format(word=said[-1])
        name = " ".join(said[:-1])
        done = f"officecli part {as_word(number)} {as_word(name)}"
        fix = _('Say it as feedback: officecli note {number} "…"').format(number=as_word(number)) if is_body(name) else ""
        raise BadInput(what, fix=fix or _("If the part is done: {command}").format(command=done))
    if act == "REMOVE":
        perform("support", lambda act: support_remove(act, number, " ".join(said)), format_, waived)
    else:
        perform("support", lambda act: support_add(act, number, name_and_part(act, said)), format_, waived)


def _act_and_rest(words: list[str]) -> tuple[str, list[str]]:
    """ADD or REMOVE where a word says it, before the name or behind it, and the other words; behind a name neither is its part."""
    for act, also in _ALSO.items():
        for place in (0, -1):
            if is_word(words[place], act) or words[place] in also:
                return act, words[1:] if place == 0 else words[:-1]
    return "", words
