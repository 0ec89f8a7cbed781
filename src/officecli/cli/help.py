"""Draws a command's help: by display width, so that Chinese lines fit too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from officecli.formats.page import page_for
from officecli.formats.safe import pad, width
from officecli.formats.wrap import wrap, wrapped
from officecli.i18n import _

WIDEST = 100
COLUMN = 30


def page(command: Any, ctx: Any) -> str:
    """The whole help page, ready to print."""
    import sys

    cells = min(WIDEST, page_for(sys.stdout).width) if sys.stdout.isatty() else WIDEST
    return "\n".join(_lines(command, ctx, cells)) + "\n"


def _lines(command: Any, ctx: Any, cells: int) -> Iterator[str]:
    yield wrapped(" ".join([ctx.command_path, *_usage(command)]), cells, first=_("Usage:") + " ", indent="    ")
    for paragraph in (command.help or "").split("\n"):
        if paragraph.startswith((" ", "officecli")):
            yield "  " + paragraph.strip()
        else:
            yield wrapped(paragraph.strip(), cells) if paragraph.strip() else ""
    parameters = [(parameter, *_named(parameter)) for parameter in command.get_params(ctx) if not getattr(parameter, "hidden", False)]
    arguments = [(left, right) for parameter, left, right in parameters if parameter.param_type_name == "argument" and right]
    options = [(left, right) for parameter, left, right in parameters if parameter.param_type_name == "option"]
    if hasattr(command, "list_commands"):
        yield from _commands(command, ctx, cells)
    yield from _table(_("Arguments"), arguments, cells)
    yield from _table(_("Options"), options, cells)


def _usage(command: Any) -> Iterator[str]:
    if any(parameter.param_type_name == "option" for parameter in command.params):
        yield _("[OPTIONS]")
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            name = parameter.human_readable_name.upper()
            several = "…" if parameter.nargs != 1 else ""
            yield (name if parameter.required else f"[{name}]") + several
    if hasattr(command, "list_commands"):
        yield _("COMMAND …")


def _commands(command: Any, ctx: Any, cells: int) -> Iterator[str]:
    from officecli.cli import program

    if isinstance(command, program.Program):
        for title, names in program.sections().items():
            yield from _table(_(title), [(name, _(program.summary(name))) for name in names], cells)
        return
    found = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
    yield from _table(_("Commands"), [(name, (one.help or "").partition("\n")[0]) for name, one in found if one and not one.hidden], cells)


def _named(parameter: Any) -> tuple[str, str]:
    """A parameter as it is typed, and what it does."""
    if parameter.param_type_name == "argument":
        return parameter.human_readable_name.upper(), getattr(parameter, "help", "") or ""
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    choices = getattr(parameter.type, "choices", None)
    metavar = "|".join(str(choice) for choice in choices) if choices else (parameter.metavar or parameter.type.name.upper())
    notes = [_("required")] if parameter.required else []
    if getattr(parameter, "multiple", False):
        notes.append(_("may be repeated"))
    if getattr(parameter, "show_default", False) and isinstance(parameter.default, (str, int)) and parameter.default not in ("", False, True):
        notes.append(_("default: {value}").format(value=parameter.default))
    told = parameter.help or ""
    return names if parameter.is_flag else f"{names} {metavar}", told + (f" [{'; '.join(notes)}]" if notes else "")


def _table(title: str, rows: Iterable[tuple[str, str]], cells: int) -> Iterator[str]:
    listed = list(rows)
    if not listed:
        return
    yield ""
    yield f"{title}:"
    column = min(COLUMN, max(width(left) for left, _right in listed) + 2)
    for left, right in listed:
        lines = wrap(right, max(20, cells - column - 2))
        if width(left) + 2 > column:
            yield f"  {left}"
        else:
            yield f"  {pad(left, column)}{lines.pop(0)}".rstrip()
        for line in lines:
            if line:
                yield "  " + " " * column + line
