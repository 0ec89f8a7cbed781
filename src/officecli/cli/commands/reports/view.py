"""Filters of one's own under a name: @NAME then stands wherever a filter or a number may.

They are kept in your own settings file (officecli config --mine edit), for you alone, and work in scripts and from cron as well:
  officecli view save mine-late 'is:mine is:overdue' --columns number,title,due --sort -due
  officecli list @mine-late
  officecli prod '@waiting-long unit:records' "how far is it?"
Where a view stands alone, its columns, order and groups are taken too, unless others are typed. PowerShell wants it in quotes: '@mine-late'.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from officecli import personal
from officecli.cli import completing, completing_filters, session
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.view import LOOKS
from officecli.cli.printing import write_lines
from officecli.errors import NotFound
from officecli.i18n import _, ngettext, sentences
from officecli.shell import as_word

app = group()

Name = Annotated[str, typer.Argument(metavar="NAME", autocompletion=completing.view_names, help=_("The name of the view, with or without @."))]
Words = Annotated[
    list[str],
    typer.Argument(metavar="FILTER", autocompletion=completing_filters.filters, help=_("Which items are meant; see: officecli help filters.")),
]
Columns = Annotated[
    str, typer.Option("--columns", metavar="COLUMNS", help=_("The columns to show: number,due; or without some of the usual ones: -unit."))
]
Sort = Annotated[str, typer.Option("--sort", metavar="COLUMN", help=_("Sort by these columns, joined by commas; -COLUMN for the other way round."))]
Group = Annotated[str, typer.Option("--group", metavar="COLUMN", help=_("Under a heading for each value of this column."))]


@app.command("save", cls=OfficeCommand, help=_("Keep a filter under a name, in place of what had the name."))
def save(name: Name, words: Words, columns: Columns = "", sort: Sort = "", group_: Group = "") -> None:
    """Keep it once it is understood."""
    from officecli.files.own_views import put
    from officecli.typed.filters.views import as_name

    key, view = as_name(name), {"filter": " ".join(words), "columns": columns, "sort": sort, "group": group_}
    fit = _fitting(key, view)
    was = put(key, {part: said for part, said in view.items() if said.strip()})
    said = _("Saved in place of what it was: @{name}.") if was else _("Saved: @{name}.")
    counted = "" if fit is None else ngettext("{n} item fits now.", "{n} items fit now.", fit).format(n=fit)
    write_lines([sentences([said.format(name=key), counted])])


def _fitting(name: str, view: dict[str, str]) -> int | None:
    """How many items fit now, None where there is no office to ask; raises BadInput or NotFound for what cannot be understood."""
    from officecli.reports.items.list import report
    from officecli.reports.shape.choosing import with_columns
    from officecli.reports.shape.filters import Filters
    from officecli.typed.filters.parsing import parse
    from officecli.typed.filters.views import kept

    parse(view["filter"], kept, name)
    with ExitStack() as opened:
        try:
            read = opened.enter_context(session.current.read())
        except NotFound:
            return None
        found = report(read, Filters(where=view["filter"], sort=view["sort"], group=view["group"], limit=1))
        with_columns(found, view["columns"])
        return found.total


add_looks(app, LOOKS)


@app.command("show", cls=OfficeCommand, help=_("What a view means, as it is typed to save it."))
def show(name: Name) -> None:
    """The command that would save it."""
    from officecli.typed.filters.views import found

    key, view = found(name)
    options = [f"--{part} {as_word(view[part])}" for part in personal.names.VIEW[1:] if part in view]
    write_lines([" ".join(["officecli view save", key, as_word(view["filter"]), *options])])


@app.command("remove", cls=OfficeCommand, help=_("Take a view away."))
def remove(name: Name) -> None:
    """Take one out of the file."""
    from officecli.files.own_views import put
    from officecli.typed.filters.views import found

    key, view = found(name)
    put(key, {})
    write_lines([_("Removed: @{name}, which was {filter}").format(name=key, filter=view["filter"])])
