"""Say that a supporter's part is done.

officecli part 31
officecli part 31 Ben done
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.meant.options_meant import is_body, is_somebody
from officecli.cli.metavars import is_done
from officecli.cli.verb import ItemFormat, Number, On, Waived, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.shell import as_word
from officecli.typed.text import shown

_LONGEST_NAME = 3
"""Han characters that most names have at most."""


@takes_waivers
def run(
    number: Number,
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=completing.people, help=_("The supporter; yourself if not said."))] = "me",
    done: Annotated[str, typer.Argument(metavar="DONE", help=_("The word “done”."))] = "done",
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.supporting import part_done

    if done == "done" and is_done(name):
        name = "me"
    if (len(name.split()) > 1 or (not name.isascii() and len(name) > _LONGEST_NAME)) and not (is_somebody(name) or is_body(name)):
        what = _("A part takes no text: “{text}” is nobody's name.").format(text=shown(name))
        own = _("If your part is done: {command}").format(command=f"officecli part {as_word(number)}")
        goes = _("To say how it goes: {command}").format(command=f"officecli note {as_word(number)} {as_word(name)}")
        raise BadInput(what, fix=f"{own}\n{goes}")
    if not is_done(done):
        raise BadInput(_("A part can only be said to be done, not “{word}”.").format(word=done[:40]), fix=_("Write: officecli part NUMBER NAME done"))
    perform("part", lambda act: part_done(act, number, name), format_, waived, on=on)
