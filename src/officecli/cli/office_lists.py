"""`list` and `show` of the commands that are about the office itself: a report, drawn in any format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from officecli.cli import session
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.named_file import named
from officecli.cli.options import Force, Format, Output
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Report
from officecli.store.read.reader import Reader


def listing(
    reports: str, list_help: str, show_help: str, name_help: str, metavar: str = "NAME", offer: Callable[[str], Any] | None = None
) -> typer.Typer:
    """A group with `list` and `show NAME`, drawn from `every` and `one` of the module `reports.office.<reports>`."""
    app = group()

    @app.command("list", cls=OfficeCommand, help=list_help)
    def list_(format_: Format = "table", output: Output = None, force: Force = False) -> None:
        show(lambda read: _module(reports).every(read), format_, output, force=force)

    @app.command("show", cls=OfficeCommand, help=show_help)
    def show_(
        name: str = typer.Argument(metavar=metavar, help=name_help, autocompletion=offer),
        format_: Format = "table",
        output: Output = None,
        force: Force = False,
    ) -> None:
        show(lambda read: _module(reports).one(read, name), format_, output, force=force)

    return app


def _module(name: str) -> Any:
    return import_module("officecli.reports.office." + name)


def show(build: Callable[[Reader], Report | Document], format_: str, output: Path | None, *, force: bool) -> None:
    """Build a report or a document from the store and deliver it."""
    from officecli.formats.out.output import deliver

    with session.current.read() as read:
        report = build(read)
    deliver(report, format_, to=named(output, force=force), look=session.current.look)
