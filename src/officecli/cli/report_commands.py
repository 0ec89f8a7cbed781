"""Every report is a command: its flags are the shared filters and what the report itself declares."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from officecli.cli import session
from officecli.cli.catalogue import help_text, module_of
from officecli.cli.command_classes import as_command
from officecli.cli.options import parameter, taking
from officecli.cli.report_asked import answer
from officecli.cli.report_flags import flags_of
from officecli.hints import Any
from officecli.i18n import _
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes

_BESIDES = {"digest": "officecli.cli.digest_mail"}
"""What is done with a report besides showing it: the module with the `parameters` for that, what was `asked` of them, and how it is `run`."""


def build(name: str) -> Any:
    """The report as a command."""
    module = import_module(module_of(name))
    return _command(
        name,
        getattr(module, "TAKES", Takes()),
        module.report,
        help_text(module.__doc__ or ""),
        import_module(_BESIDES[name]) if name in _BESIDES else None,
    )


def as_usual(name: str) -> Report | None:
    """The report that the command of this name shows where nothing else is typed, or its first row; None where it makes a paper."""
    module = import_module(module_of(name))
    return _made(getattr(module, "TAKES", Takes()), module.report)


def _made(takes: Takes, make: Callable[..., Any]) -> Report | None:
    with session.current.read() as read:
        found = make(read, Filters(limit=1), **{one.name: one.default for one in takes.options})
    return found if isinstance(found, Report) else None


def paper(name: str, module: str, help_: str) -> Any:
    """The paper that a module of the program makes, as a command of this name."""
    from officecli.reports.items.papers.of_items import TAKES

    made_by = import_module(f"officecli.{module}")
    return _command(name, getattr(made_by, "TAKES", TAKES), made_by.paper, _(help_))


def _command(name: str, takes: Takes, make: Callable[..., Any], help_: str, besides: Any = None) -> Any:
    """A command that takes these, makes a report or a paper of them and delivers it, or does what it can do `besides`."""

    def columns() -> tuple[Column, ...]:
        if takes.numbers:  # a paper has none to choose among
            return ()
        found = _made(takes, make)
        return found.columns if found else ()

    command = as_command(name, asking(make, takes, besides=besides))
    command.name = name
    command.columns, command.sorts = columns, takes.sorts
    command.help = help_
    command.unfiltered = takes.unfiltered
    return command


def asking(
    make: Callable[..., Any], takes: Takes, shown: Callable[[Any, str], Any] = lambda found, _format: found, besides: Any = None
) -> Callable[..., int]:
    """A function that takes these from the command line, makes a report or a paper of them and delivers it, as `shown` makes it for the format."""

    def run(**given: Any) -> int:
        if besides and (asked := besides.asked(given)):
            return int(besides.run(asked, {key: value for key, value in given.items() if value not in usual[key]}))
        answer(make, takes, given, shown)
        return 0

    parameters = [*map(parameter, flags_of(takes)), *(besides.parameters() if besides else ())]
    usual = {one.name: (one.default, None) for one in parameters}
    return taking(parameters, run)
