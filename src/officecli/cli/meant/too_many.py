"""What is said of words that a command has no place for: the line that is meant, or where words go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from officecli.cli.marks import ONE
from officecli.cli.meant.examples import for_example
from officecli.cli.meant.line_meant import as_meant, typed_words
from officecli.cli.meant.not_whole import NotWhole
from officecli.cli.meant.things_meant import ITEMS, of_a_thing
from officecli.cli.meant.words_apart import BETWEEN
from officecli.cli.meant.words_of_a_filter import is_filter_of_items, no_filter
from officecli.cli.numbers_typed import is_number
from officecli.errors import BadInput
from officecli.i18n import _, sentences


def too_many_words(command: Any, ctx: Any, args: Sequence[str]) -> BadInput:
    """The error of a command line with more words than the command takes."""
    with command.make_context(ctx.info_name, list(args), parent=ctx.parent, resilient_parsing=True) as whole:
        extra = list(whole.args)
    what = _("Too many words: {extra}.").format(extra=" ".join(extra)[:200])
    if any(re.match("--?[a-z]", word) for word in extra):  # what stands behind -- is text, be it called like an option
        return BadInput(what, fix=_('Options come before --: {command} OPTIONS -- "TEXT"').format(command=ctx.command_path))
    if ctx.info_name == "add" and (other := of_a_thing("add", [*typed_words(whole), *extra])):
        return BadInput(what, fix=other)
    if meant := _one_number(command, ctx, [*typed_words(whole), *extra]) or as_meant(whole, extra):
        return NotWhole(what, meant)
    if is_filter_of_items(whole, extra):
        return no_filter(ctx, " ".join(extra))
    if any(one.param_type_name == "argument" for one in command.params):
        return BadInput(what, fix="\n".join([sentences(_where(command, ctx.command_path, extra)), for_example(whole, ())]))
    return BadInput(what, fix=sentences([*_where(command, ctx.command_path, extra), _("See: {command} --help").format(command=ctx.command_path)]))


def _one_number(command: Any, ctx: Any, words: Sequence[str]) -> str:
    """The line of a command that takes one number, of which there stand words that only join: history of 2; "" for any other."""
    numbers = [word for word in words if is_number(word)]
    takes_one = any(str(argument.human_readable_name).upper() == "NUMBER" for argument in command.params if argument.param_type_name == "argument")
    joining = {*BETWEEN, *ITEMS, "of", "about", "no", "number", "关于", "编号", "的"}
    others = {word.casefold() for word in words} - {*numbers}
    return f"{ctx.command_path} {numbers[0]}" if takes_one and len(numbers) == 1 and others <= joining else ""


def _where(command: Any, path: str, extra: Sequence[str]) -> Sequence[str]:
    """Where words go in this command."""
    if not any(parameter.param_type_name == "argument" for parameter in command.params):
        return [_("“{command}” takes options only.").format(command=path)]
    quoted = _("Put a text of several words in quotation marks.")
    if extra and all(map(is_number, extra)):
        return [_("“{command}” takes one number.").format(command=path.rpartition(" ")[2])]
    one = any(getattr(parameter, "rich_help_panel", None) == ONE for parameter in command.params)
    return [_("“{command}” takes one number.").format(command=path.rpartition(" ")[2]), quoted] if one else [quoted]
