"""Draws a command's help: by display width, so that Chinese lines fit too."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from officecli.cli import catalogue, session
from officecli.cli.metavars import shown, value_shown
from officecli.formats.out.page import USUAL, Page, page_for
from officecli.formats.out.safe import pad, width
from officecli.formats.terminal.wrap import wrap, wrapped
from officecli.hints import Any
from officecli.i18n import N_, _, clauses, listed

WIDEST = 100  # cells; longer lines are no pleasure to read

Table = tuple[str, list[tuple[str, str]]]
"""A heading, and under it what is typed and what it does."""

_TYPERS_OWN = {
    "help": N_("Show this page and stop."),
}
_SENTENCE_ENDS = (".", ":", "?", "。", "：", "？")


def page(command: Any, ctx: Any) -> str:
    """The whole help page, ready to print."""
    paper, cells = paper_and_cells()
    return "\n".join(_lines(command, ctx, paper, cells)) + "\n"


def paper_and_cells() -> tuple[Page, int]:
    """What help is written on, and how wide its lines are."""
    paper = page_for(sys.stdout, color=session.current.color)
    return paper, min(WIDEST, paper.width) if paper.terminal else USUAL


def _lines(command: Any, ctx: Any, paper: Page, cells: int) -> Iterator[str]:
    usage = _("Usage:")
    yield wrapped(" ".join([ctx.command_path, *_usage(command, ctx.command_path)]), cells, first=usage + _gap(usage), indent="    ").replace(
        usage, paper.ink(usage, "bold"), 1
    )
    yield ""
    yield from prose(command.help or "", cells)
    tables = [table for table in _tables(command, ctx) if table[1]]
    named = [width(left) for _title, rows in tables for left, _right in rows]
    column = max((taken for taken in named if taken <= cells // 4), default=0) + 2
    for title, rows in tables:
        yield ""
        yield paper.ink(_("{title}:").format(title=title), "bold")
        for left, right in rows:
            yield from entry(left, right, column, cells)
    if ctx.parent is not None:
        yield ""
        yield wrapped(_("Also everywhere: {options}").format(options=listed(session.GLOBALS)), cells)


def _gap(text: str) -> str:
    """What stands between this text and the next: nothing after a Chinese letter or sign."""
    return "" if width(text[-1]) == 2 else " "


def _usage(command: Any, path: str) -> Iterator[str]:
    if any(parameter.param_type_name == "option" for parameter in command.params):
        yield _("[OPTIONS]")
    for parameter in command.params:
        if parameter.param_type_name == "argument" and not getattr(parameter, "hidden", False):
            name = shown(parameter, path)
            several = "…" if parameter.nargs != 1 and not name.endswith(("]", "…")) else ""
            yield (name if parameter.required else f"[{name}]") + several
    if hasattr(command, "list_commands"):
        yield _("COMMAND …")


def prose(text: str, cells: int) -> Iterator[str]:
    """What a command says of itself: sentences as paragraphs; examples, indented or beginning with the program's name, as lines to copy."""
    running = ""
    for line in text.split("\n"):
        example = line.startswith((" ", "officecli "))
        if running and line and not example and not running.endswith(_SENTENCE_ENDS):
            running += _gap(running) + line
            continue
        if running:
            yield wrapped(running, cells)
        running = "" if example else line
        if example:
            yield from _example(line.strip(), cells)
        elif not line:
            yield ""
    if running:
        yield wrapped(running, cells)


def _example(line: str, cells: int) -> Iterator[str]:
    """A command to copy; where it is too long it goes on before an option, as the shell allows."""
    shown, *options = line.split(" -")
    for option in options:
        if 2 + width(shown) + width(option) + len(" - \\") > cells:
            yield f"  {shown} \\"
            shown = f"    -{option}"
        else:
            shown += f" -{option}"
    yield f"  {shown}" if 2 + width(shown) <= cells else wrapped(shown, cells, first="  ", indent="      ")


def _tables(command: Any, ctx: Any) -> Iterator[Table]:
    if hasattr(command, "list_commands"):
        yield from _commands(command, ctx)
    parameters = [parameter for parameter in command.get_params(ctx) if not getattr(parameter, "hidden", False)]
    named = [(parameter.param_type_name, _named(parameter, ctx.command_path)) for parameter in parameters]
    yield _("Arguments"), [(left, right) for kind, (left, right) in named if kind == "argument" and right]
    yield _("Options"), [both for kind, both in named if kind == "option"]


def _commands(command: Any, ctx: Any) -> Iterator[Table]:
    if getattr(command, "whole", False):
        for title, names in catalogue.sections().items():
            yield _(title), [(name, _(catalogue.summary(name))) for name in names]
        return
    found = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
    yield _("Commands"), [(name, (one.help or "").partition("\n")[0]) for name, one in found if one and not one.hidden]


def _named(parameter: Any, path: str) -> tuple[str, str]:
    """A parameter as it is typed, and what it does."""
    if parameter.param_type_name == "argument":
        return shown(parameter, path), getattr(parameter, "help", "") or ""
    names = ", ".join(sorted([*parameter.opts, *parameter.secondary_opts], key=len))
    notes = [_("required")] if parameter.required else []
    if getattr(parameter, "multiple", False):
        notes.append(_("may be repeated"))
    if getattr(parameter, "show_default", False) and isinstance(parameter.default, (str, int)) and parameter.default not in ("", False, True):
        notes.append(_("default: {value}").format(value=value_shown(parameter, str(parameter.default))))
    told = _(_TYPERS_OWN[parameter.name]) if parameter.name in _TYPERS_OWN else parameter.help or ""
    return names if parameter.is_flag else f"{names} {shown(parameter, path)}", told + (f" [{clauses(notes)}]" if notes else "")


def entry(left: str, right: str, column: int, cells: int) -> Iterator[str]:
    """One line of a table; what is too long for its column stands on a line of its own."""
    lines = wrap(right, cells - column - 2)
    if width(left) + 2 > column:
        yield wrapped(left, cells, first="  ", indent="      ")
    else:
        yield f"  {pad(left, column)}{lines.pop(0)}".rstrip()
    yield from ("  " + " " * column + line for line in lines if line)
