"""What is asked back where somebody sits at a terminal; elsewhere the answer says what was taken."""

from __future__ import annotations

import re
import sys

import typer

from officecli.cli import session
from officecli.cli.printing import is_terminal, write_lines
from officecli.errors import BadInput
from officecli.i18n import _, headed
from officecli.model.words import word
from officecli.typed.meant import MOST_CHOICES, Several
from officecli.typed.text import shown

_YES = frozenset(("y", "yes", "是", "好", "对", "是的", "继续", "确认"))
_NO = frozenset(("n", "no", "否", "不", "不是", "不对", "取消"))


def may_ask() -> bool:
    """Whether somebody sits there who could answer; whoever pipes or schedules a command is never asked."""
    return bool(sys.stdin and sys.stdin.isatty() and is_terminal())


def answered(question: str, default: str | None = None) -> str:
    """What somebody answers to a question; Enter alone is the default, and without one the question comes again."""
    return str(typer.prompt(question, default=default, show_default=False, prompt_suffix=headed("", "")))


def sure(question: str, *, default: bool) -> bool:
    """Whether somebody says yes, in either language; Enter alone is the default."""
    choice = _("[Y/n]") if default else _("[y/N]")
    while True:
        said = answered(f"{question} {choice}", "").strip().casefold()
        if said in _YES or said in _NO or not said:
            return said in _YES if said else default
        write_lines([_("Answer y for yes, or n for no.")])


def agreed() -> None:
    """Ask whether to go on; who does not agree leaves with nothing changed (exit 1)."""
    _agreed_to(_("Go on?"))


def sure_of_so_many(verb: str, count: int) -> None:
    """Ask at a terminal whether an act is meant for so many items; who does not agree leaves with nothing changed (exit 1)."""
    if may_ask():
        _agreed_to(_("“{act}”: {n} items?").format(act=word("act", verb), n=count))


def _agreed_to(question: str) -> None:
    if not sure(question, default=False):
        write_lines([_("Nothing was changed.")])
        raise typer.Exit(1)


def which_one(unclear: Several) -> str:
    """The name that somebody says is meant, of the several there may be; raises the error itself where they choose none."""
    choices = unclear.choices[:MOST_CHOICES]
    write_lines([_("“{name}” may mean:").format(name=shown(unclear.typed)), *(f"  {number}  {name}" for number, name in enumerate(choices, 1))])
    chosen = answered(_("Which number? (Enter for none)"), "").strip()
    if chosen not in map(str, range(1, len(choices) + 1)):
        raise unclear
    return choices[int(chosen) - 1]


def asked_for(title: str | None, due: str, *, whole: bool, dated: bool) -> tuple[str, str]:
    """The matter and the deadline as they were typed; at a terminal what is missing is asked for, the deadline of what is `dated` only.

    Raises BadInput where there is no matter and nobody to ask, and names the deadline too where that is the `whole` of what is missing.
    """
    if title is None and not may_ask():
        from officecli.cli.meant.missing import need  # only who left something away waits for it

        need({"TITLE": title, **({"--due": due} if whole else {})})
    title = answered(_("What is to be done")) if title is None else title
    return title, _deadline_asked_for() if dated and not due and may_ask() else due


def _deadline_asked_for() -> str:
    """The deadline that somebody types, asked for until there is one that can be read: what was typed before is not to be typed again."""
    from officecli.typed.dates import almanac, read_day

    while True:
        said = answered(_("By when (fri, +5wd, 31 Dec …)"), "").strip()
        if not said:
            write_lines([_("An item has a deadline. Of standing work, say when it is looked at next; Ctrl-C stops.")])
            continue
        try:
            with session.current.read() as read:
                read_day(said, base=read.today, by=almanac(read))
        except BadInput as error:
            write_lines([error.what, *error.fix.splitlines()])
            continue
        return said


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
    if not sure(_("“{text}” has passed this year. Is {date} meant?").format(text=due, date=say_day(found.day)), default=True):
        raise BadInput(_("Nothing was recorded."), fix=_("Write the deadline with its year."))
    return found.day.isoformat()
