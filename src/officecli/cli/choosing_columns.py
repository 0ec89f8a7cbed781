"""--columns, --wide and --header, of every command that shows a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from typer.core import TyperOption

from officecli.cli import session
from officecli.cli.completing import Fitting
from officecli.cli.flags import COLUMNS, HEADER, WIDE, Flag
from officecli.cli.metavars import value_meant
from officecli.errors import OfficeError
from officecli.i18n import _


def choosing_columns() -> list[TyperOption]:
    """The first two options."""
    columns = _option(COLUMNS)
    setattr(columns, "shell_complete", _columns_offered)  # noqa: B010 - to a type checker a method is no attribute
    return [columns, _option(WIDE)]


def heading_columns() -> TyperOption:
    """The third, which what is only written to files takes too."""
    return _option(HEADER)


def _option(flag: Flag) -> TyperOption:
    """One whose value is kept in the session."""
    return TyperOption(
        param_decls=[flag.typed],
        type=None if flag.kind == "switch" else str,
        is_flag=flag.kind == "switch",
        default=flag.default,
        metavar=flag.metavar or None,
        help=_(flag.help),
        expose_value=False,
        callback=_kept(flag.name),
    )


def _kept(name: str) -> Callable[[Any, Any, Any], None]:
    def keep(context: Any, parameter: Any, value: Any) -> None:
        if value and not context.resilient_parsing:
            setattr(session.current, name, value_meant(parameter, value))

    return keep


def _columns_offered(context: Any, incomplete: str) -> list[Any]:
    """The keys of the table's columns; none where they cannot be told."""
    try:
        return _offered({column.key: column.label for column in context.command.columns()}, incomplete)
    except OfficeError:
        return []


def sorts_offered(context: Any, incomplete: str) -> list[Any]:
    """The keys by which the table can be sorted, which of most are its columns."""
    sorts = context.command.sorts
    return _offered(sorts(), incomplete) if sorts else _columns_offered(context, incomplete)


def _offered(keys: Mapping[str, str], incomplete: str) -> list[Any]:
    """These keys with their headings, each behind what is typed already, a sign before it kept."""
    from typer._click.shell_completion import CompletionItem

    before, comma, last = incomplete.rpartition(",")
    sign, begun = ("-", last[1:]) if last.startswith("-") else ("", last)
    taken = {word.strip().removeprefix("-") for word in before.split(",")}
    return [
        CompletionItem(Fitting(f"{before}{comma}{sign}{key}"), help=label)
        for key, label in keys.items()
        if key not in taken and key.startswith(begun.replace("-", "_"))
    ]
