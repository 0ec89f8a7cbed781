"""Write one page on how the office stands: lights, what is overdue and with whom, accountability, trend, load, balance, quadrants, the weeks ahead.

The page is whole in itself, for a projector, a phone, mail and print; every figure leads to its rows further down. For the office, a unit or a
person, or the items of a filter; as of any day. --dir writes a folder of pages for any web server, one for the office and one for each unit and person:
  officecli dashboard -o week.html
  officecli dashboard --unit Records --as-of 2026-07-31 -o records.html
  officecli dashboard --dir site
Difficulties, complaints and personal items are never on it, whoever writes it. Who may read the folder reads the matters of all items.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from officecli.cli import completing, completing_filters, session
from officecli.cli.named_file import named
from officecli.cli.options import Force, Output
from officecli.errors import BadInput
from officecli.i18n import _, listed, ngettext
from officecli.reports.shape.takes import FILTER
from officecli.shell import as_word

Unit = Annotated[
    list[str], typer.Option("--unit", metavar="NAME", autocompletion=completing.units, help=_("Only items led in this unit or under it."))
]
Person = Annotated[list[str], typer.Option("--person", metavar="NAME", autocompletion=completing.people, help=_("Only items of this person."))]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help=_("As things stood on this day."))]
Words = Annotated[list[str] | None, typer.Argument(metavar=FILTER.metavar, help=_(FILTER.help), autocompletion=completing_filters.filters)]
Format = Annotated[str, typer.Option("--format", metavar="html|md|json|docx|xlsx|table", help=_("How to show it."))]
Dir = Annotated[Path | None, typer.Option("--dir", metavar="DIR", help=_("Write a page for the office, each unit and each person into this folder."))]


def run(
    words: Words = None,
    unit: Unit = [],
    person: Person = [],
    as_of: AsOf = "",
    format_: Format = "html",
    output: Output = None,
    folder: Dir = None,
    force: Force = False,
) -> None:
    from officecli.cli.typed_filter import filter_of
    from officecli.formats.out.output import deliver
    from officecli.reports.office.dashboard import dashboard
    from officecli.reports.office.gathered import gather
    from officecli.reports.shape.filters import Filters, in_full

    if folder is not None:
        _require_alone(bool(words or unit or person), output, format_)
        _write_pages(folder, as_of, force=force)
        return
    asked = filter_of(words or ())
    if format_ == "html" and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise BadInput(
            _("A page is for a browser, not for a window."),
            fix=_("Write it to a file: officecli dashboard -o dashboard.html\nOr see it here: officecli dashboard --format table"),
        )
    with session.current.read() as read:
        filters = in_full(read, Filters(unit=tuple(unit), person=tuple(person), as_of=as_of, text=asked))
        limited = "".join(f" --{key} {as_word(name)}" for key, names in (("unit", filters.unit), ("person", filters.person)) for name in names)
        limited += f" {as_word(f'({asked})' if asked.startswith('-') else asked)}" if asked else ""
        found = dashboard(read, gather(read, filters), listed((*filters.unit, *filters.person, *([asked] if asked else []))), limited)
    deliver(found, format_, to=named(output, force=force), showing=session.current.showing)


def _require_alone(limited: bool, output: Path | None, format_: str) -> None:
    """Raise BadInput where something was asked for beside --dir that one page has and a folder has not."""
    if limited:
        raise BadInput(
            _("--dir writes a page for every unit and every person."), fix=_("Leave out filter, --unit and --person, or write one page with -o.")
        )
    if output is not None or format_ != "html":
        raise BadInput(_("--dir writes a folder of web pages."), fix=_("Leave out -o and --format, or write one page with -o."))


def _write_pages(folder: Path, as_of: str, *, force: bool) -> None:
    from officecli.formats.out.site import write_site
    from officecli.formats.out.standard_output import speak_utf8
    from officecli.reports.office.site_pages import pages
    from officecli.reports.shape.filters import Filters

    with session.current.read() as read:
        written = write_site(folder, pages(read, Filters(as_of=as_of)), session.current.file(), force=force)
    if sys.stderr is not None and sys.stderr.isatty():
        speak_utf8(sys.stderr)
        said = ngettext("Written: {n} page, from {folder}/index.html on.", "Written: {n} pages, from {folder}/index.html on.", written)
        sys.stderr.write(said.format(n=written, folder=folder) + "\n")
