"""What the verbs share: the options they take alike, and how one is carried out and answered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from officecli.cli import completing, session
from officecli.cli.numbers_and_text import every_number
from officecli.cli.options import unfolds
from officecli.cli.printing import check_text_or_json, write_json, write_lines
from officecli.i18n import _

Number = Annotated[str, typer.Argument(autocompletion=completing.numbers, help=_("The item's number: 2026-031, 031 or 31."))]
Numbers = Annotated[list[str], typer.Argument(metavar="NUMBER", autocompletion=completing.numbers, help=_("Items' numbers: 2026-031, 031 or 31."))]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("Why."))]
ItemFormat = Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show the item."))]
AnswerFormat = Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show what came of it."))]

On = Annotated[str, typer.Option("--on", metavar="DATE", help=_("The day it was done, if it is recorded afterwards: yesterday, fri, 2026-12-02."))]

Waive = Annotated[list[str], typer.Option("--waive", metavar="CODE=REASON", help=_("Set a rule aside for this item, with the reason."))]
WaivedBy = Annotated[
    str, typer.Option("--waived-by", metavar="NAME", autocompletion=completing.people, help=_("Who allows it, if not you: a superior of the lead."))
]
WaivedUntil = Annotated[str, typer.Option("--waived-until", metavar="DATE", help=_("The last day it is set aside; without one, for good."))]


Warning_ = tuple[str, str, str]
"""What was done in spite of a rule that warns: the rule, what it says, and what to do."""


@dataclass(frozen=True, slots=True)
class Waived:
    """The rules set aside for what is done, CODE=REASON each; who allows it, and the last day, as they were typed."""

    rules: Sequence[str] = ()
    by: str = ""
    until: str = ""


takes_waivers = unfolds(
    "waived", {"waive": (Waive, []), "waived_by": (WaivedBy, ""), "waived_until": (WaivedUntil, "")}, lambda typed: Waived(*typed.values())
)
"""A command that takes --waive, --waived-by and --waived-until where it takes `waived`."""


def perform(verb: str, do: Callable[[Any], Any], format_: str, waived: Waived = Waived(), *, on: str = "", one: bool = True) -> None:
    """Run `do` inside one Acting; print what it answered, or the items as JSON (one object, or an array where several may be named).

    It was done `on` an earlier day, where one is typed.
    """

    def shown(act: Any) -> Any:
        found = _items_done(act)
        return found[0] if one and len(found) == 1 else found

    _run(verb, do, format_, waived, shown, on=on)


def perform_each(verb: str, numbers: Sequence[str], do: Callable[[Any, str], Any], format_: str, waived: Waived = Waived(), *, on: str = "") -> None:
    """The same act on several items, ranges written out, all or none."""
    meant = every_number(numbers)

    def every(act: Any) -> None:
        for number in meant:
            do(act, number)

    perform(verb, every, format_, waived, on=on, one=len(meant) == 1)


def carry_out(
    verb: str,
    do: Callable[[Any], Any],
    format_: str,
    waived: Waived = Waived(),
    *,
    on: str = "",
    whenever: bool = False,
    warned: Collection[Warning_] = (),
) -> None:
    """Run `do`, which is about no items, inside one Acting; print what it answered, or the same as JSON. `whenever` is for accepting the time.

    What one was `warned` of before is not said again.
    """
    from officecli.cli.answers import data

    _run(verb, do, format_, waived, lambda act: {"done": [data(answer) for answer in act.done]}, on=on, whenever=whenever, warned=warned)


def _run(
    verb: str,
    do: Callable[[Any], Any],
    format_: str,
    waived: Waived,
    shown: Callable[[Any], Any],
    *,
    on: str = "",
    whenever: bool = False,
    warned: Collection[Warning_] = (),
) -> None:
    """Run `do` inside one Acting; print its sentences, or as JSON what `shown` makes of it."""
    from officecli.actions.acting import acting

    check_text_or_json(format_)
    current = session.current
    with acting(
        current.place(), verb, current.who(), waive=waived.rules, waived_by=waived.by, waived_until=waived.until, whenever=whenever, on=on
    ) as act:
        do(act)
    if format_ == "json":
        _warn(act, warned)
        write_json(shown(act))
    else:
        say(act, warned)


def try_out(verb: str, do: Callable[[Any], Any], format_: str) -> list[Warning_]:
    """Run `do`, which is about no items, keep nothing of it, and print what would have come of it; returns what it warned of."""
    from officecli.actions.acting import tried
    from officecli.cli.answers import data

    check_text_or_json(format_)
    act = tried(session.current.place(), verb, session.current.who(), do)
    if format_ == "json":
        _warn(act)
        write_json({"done": [data(answer) for answer in act.done]})
    else:
        say(act)
    return _warnings(act)


def say(act: Any, warned: Collection[Warning_] = ()) -> None:
    """Print what an act warned of, as far as nobody was `warned` of it before, and what it answered."""
    from officecli.cli.answers import sentences  # a command that only shows something takes its options from here, and has no answer to word

    _warn(act, warned)
    write_lines(sentences(act.done))


def _items_done(act: Any) -> list[dict[str, Any]]:
    """The items of an act as they stand now, each with what was `done` to it."""
    from officecli.cli.answers import data, is_about
    from officecli.reports.items.item_card import item_json

    with session.current.read() as read:
        found = [item_json(read, item_id) for item_id in act.items]
        if act.reminders:
            from officecli.reports.items.reminder_card import reminder_json

            found += [reminder_json(read, reminder_id) for reminder_id in act.reminders]
    return [{**item, "done": [data(answer) for answer in act.done if is_about(answer, item["number"])]} for item in found]


def _warn(act: Any, warned: Collection[Warning_] = ()) -> None:
    from officecli.formats.terminal.message import show_warnings

    show_warnings([warning for warning in _warnings(act) if warning not in warned], color=session.current.color)


def _warnings(act: Any) -> list[Warning_]:
    """What an act warned of, in words."""
    from officecli.rules.wording import fix, label, message

    return [
        (label(found.rule), message(found), _("Waived: {reason}").format(reason=found.waived) if found.waived else fix(found))
        for found in act.warnings
    ]
