"""What one looks at of a group, `person list` and `person show`: told in flags, by which a plain line is read and Typer's commands are made alike."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from officecli.cli import session
from officecli.cli.asides import say_left_out, with_asides
from officecli.cli.flags import FORCE, FORMAT, OUTPUT, Flag
from officecli.cli.named_file import named
from officecli.hints import Any
from officecli.i18n import N_, _, listed
from officecli.light import dataclass
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Report
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class Look:
    """One of them: its help, what makes the report of a reader and of what is typed under its own flags, and these.

    One that is `cut_on_screen` is told how many rows to show: all in a file, else as many as the office says.
    """

    help: str
    make: Callable[..., Report | Document]
    own: tuple[Flag, ...] = ()
    cut_on_screen: bool = False

    @property
    def flags(self) -> tuple[Flag, ...]:
        """All that is typed behind it."""
        return (*self.own, FORMAT, OUTPUT, FORCE)

    def run(self, *, format_: str, output: Path | None, force: bool, **own: Any) -> None:
        """Show it."""
        if self.cut_on_screen:
            own["limit"] = None if format_ == "table" else 0
        show(lambda read: self.make(read, **own), format_, output, force=force)


def show(build: Callable[[Reader], Report | Document], format_: str, output: Path | None, *, force: bool) -> None:
    """Build a report or a document from the store and deliver it."""
    from officecli.formats.out.output import deliver

    with session.current.read() as read:
        read.for_others = output is not None
        report = with_asides(read, build(read))
    deliver(report, format_, to=named(output, force=force), showing=session.current.showing)
    say_left_out(read)


def show_beside_acts(build: Callable[[Reader], Report | Document], format_: str) -> None:
    """Show a report of a command that does something besides: `text` is the table, and what can be read in a window its other formats."""
    from officecli.errors import BadInput

    if format_ not in _BESIDE_ACTS:
        raise BadInput(
            _("There is no format “{name}”.").format(name=format_[:40]), fix=_("Use one of: {formats}.").format(formats=listed(_BESIDE_ACTS))
        )
    show(build, "table" if format_ == "text" else format_, None, force=False)


_BESIDE_ACTS = ("text", "json", "csv", "md", "html")


def list_and_show(reports: str, list_help: str, show_help: str, name: Flag, own: tuple[Flag, ...] = ()) -> dict[str, Look]:
    """`list`, which may take flags of its `own`, and `show NAME`: `every` and `one` of the module `reports.<reports>`."""

    def every(read: Reader, **given: Any) -> Any:
        return import_module(f"officecli.reports.{reports}").every(read, **given)

    def one(read: Reader, **given: Any) -> Any:
        return import_module(f"officecli.reports.{reports}").one(read, given[name.name])

    return {"list": Look(list_help, every, own), "show": Look(show_help, one, (name,))}


def a_name(help_: str, metavar: str = "NAME", offer: str = "") -> Flag:
    """The word by which one of them is shown."""
    return Flag("name", "word", "", help_, metavar, offer=offer, needed=True)


def units(help_: str) -> Flag:
    """Units, each with those under it."""
    return Flag("unit", "texts", "--unit", help_, "UNIT", offer="completing.units")


RETIRED = Flag("retired", "switch", "--retired", N_("Those that were retired instead."), default=False)
