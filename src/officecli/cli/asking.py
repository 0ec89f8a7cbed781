"""What is asked back where somebody sits at a terminal; elsewhere the answer says what was taken."""

from __future__ import annotations

import re
import sys

import typer

from officecli.cli import session
from officecli.cli.printing import is_terminal, write_lines
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.words import word
from officecli.typed.meant import MOST_CHOICES, Several
from officecli.typed.text import shown


def may_ask() -> bool:
    """Whether somebody sits there who could answer; whoever pipes or schedules a command is never asked."""
    return bool(sys.stdin and sys.stdin.isatty() and is_terminal())


def agreed() -> None:
    """Ask whether to go on; who does not agree leaves with nothing changed (exit 1)."""
    if not typer.confirm(_("Go on?"), default=False):
        write_lines([_("Nothing was changed.")])
        raise typer.Exit(1)


def sure_of_so_many(verb: str, count: int) -> None:
    """Ask at a terminal whether an act is meant for so many items; who does not agree leaves with nothing changed (exit 1)."""
    if may_ask() and not typer.confirm(_("“{act}”: {n} items?").format(act=word("act", verb), n=count), default=False):
        write_lines([_("Nothing was changed.")])
        raise typer.Exit(1)


def which_one(unclear: Several) -> str:
    """The name that somebody says is meant, of the several there may be; raises the error itself where they choose none."""
    choices = unclear.choices[:MOST_CHOICES]
    write_lines([_("“{name}” may mean:").format(name=shown(unclear.typed)), *(f"  {number}  {name}" for number, name in enumerate(choices, 1))])
    chosen = typer.prompt(_("Which number? (Enter for none)"), default="", show_default=False).strip()
    if chosen not in map(str, range(1, len(choices) + 1)):
        raise unclear
    return choices[int(chosen) - 1]


def asked_for(title: str | None, due: str, *, whole: bool) -> tuple[str, str]:
    """The matter and the deadline as they were typed; at a terminal a missing matter is asked for, and where that was `whole` of it, the deadline too.

    Raises BadInput where there is no matter and nobody to ask.
    """
    if title is None and not may_ask():
        from officecli.cli.meant.missing import need  # only who left something away waits for it

        need({"TITLE": title, **({"--due": due} if whole else {})})
    title = typer.prompt(_("What is to be done")) if title is None else title
    if not due and whole and may_ask():
        due = typer.prompt(_("By when (fri, +5wd, 31 Dec …; Enter for no deadline)"), default="", show_default=False)
    return title, due


def sure_of_the_year(due: str, issued: str = "") -> str:
    """The deadline as it was typed; where it has no year and this year's has just passed, the day somebody says is meant. BadInput where it is not."""
    if not due or re.search(r"\d{4}", due) or not may_ask():
        return due
    from officecli.store.read.reader import reading
    from officecli.typed.dates import almanac, read_day
    from officecli.typed.dates.nearest import read_near_day
    from officecli.typed.day_said import say_day

    with reading(session.current.place()) as read:
        by = almanac(read)
        base = read_near_day(issued, today=read.today, by=by) if issued else read.today
        found = read_day(due, base=base, by=by)
    if "year-next" not in found.inferred:
        return due
    if not typer.confirm(_("“{text}” has passed this year. Is {date} meant?").format(text=due, date=say_day(found.day)), default=True):
        raise BadInput(_("Nothing was recorded."), fix=_("Write the deadline with its year."))
    return found.day.isoformat()
