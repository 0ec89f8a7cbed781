"""What the verbs share: the options they take alike, and how one is carried out and answered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Annotated, Any

import typer

from officecli.cli import completing, completing_numbers, session
from officecli.cli.marks import EACH, ONE, VERB
from officecli.cli.meant.items_meant import items_meant, refuse_two_counts
from officecli.cli.numbers_typed import every_number, is_filter, is_number, put_together
from officecli.cli.one_number import only_item, several
from officecli.cli.options import unfolds
from officecli.cli.printing import check_text_or_json, write_json, write_lines
from officecli.i18n import _
from officecli.light import dataclass

MANY = 5
"""More than so many things at once are asked about, where somebody sits at a terminal."""


def only_one_number(ctx: typer.Context, typed: str) -> str:
    """The number as it was typed, or that of the one item that fits a filter; raises BadInput where it means several."""
    if is_filter(typed) and not ctx.resilient_parsing:
        return only_item(ctx.info_name or "", typed)
    if len(every_number([typed])) > 1:
        raise several(ctx.info_name or "", typed, _("Do one after the other."))
    return typed


Number = Annotated[
    str,
    typer.Argument(
        autocompletion=completing_numbers.numbers, help=_("The item's number: 2026-031, 031 or 31."), callback=only_one_number, rich_help_panel=ONE
    ),
]
Numbers = Annotated[
    list[str],
    typer.Argument(
        metavar="NUMBER",
        autocompletion=completing_numbers.numbers,
        help=_("Items' numbers (2026-031, 031, 31, 31-35), or a filter: 'is:overdue lead:me', @view."),
        rich_help_panel=EACH,
    ),
]
Reason = Annotated[str, typer.Option("--reason", "-m", metavar="TEXT", help=_("Why."))]
ItemFormat = Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show the item."), rich_help_panel=VERB)]
AnswerFormat = Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show what came of it."), rich_help_panel=VERB)]
ListFormat = Annotated[str, typer.Option("--format", metavar="text|json|csv|md|html", help=_("How to show it."), rich_help_panel=VERB)]
"""Of a command that shows a list as well."""

On = Annotated[str, typer.Option("--on", metavar="DATE", help=_("The day it was done, if it is recorded afterwards: yesterday, fri, 2026-12-02."))]

Waive = Annotated[list[str], typer.Option("--waive", metavar="CODE=REASON", help=_("Set a rule aside for this item, with the reason."))]
WaivedBy = Annotated[
    str, typer.Option("--waived-by", metavar="NAME", autocompletion=completing.people, help=_("Who allows it, if not you: a superior of the lead."))
]
WaivedUntil = Annotated[str, typer.Option("--waived-until", metavar="DATE", help=_("The last day it is set aside; without one, for good."))]


Reading = Callable[[], AbstractContextManager[Any]]
"""What gives a reader that sees what was done."""

Warning_ = tuple[str, str, str]
"""What was done in spite of a rule that warns: the rule, what it says, and what to do."""


@dataclass(frozen=True)
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

    def shown(act: Any, reading: Reading) -> Any:
        from officecli.cli.what_was_done import items_done

        with reading() as read:
            found = items_done(act, read)
        return found[0] if one and len(found) == 1 else found

    _run(verb, do, format_, waived, shown, on=on)


def perform_each(verb: str, numbers: Sequence[str], do: Callable[[Any, str], Any], format_: str, waived: Waived = Waived(), *, on: str = "") -> None:
    """The same act on several items, ranges and filters written out: each is done or it is said why not; with --all-or-none all are, or none."""
    numbers = put_together(numbers)
    refuse_two_counts(meant := items_meant(numbers))
    if len(numbers) > 1 and not all(map(is_number, numbers)):
        from officecli.cli.meant.out_of_order import refuse_words_among  # few type a word there

        refuse_words_among(numbers)
    perform(verb, _with_each(verb, meant, do), format_, waived, on=on, one=len(meant) == 1 and not any(map(is_filter, numbers)))


def _with_each(verb: str, meant: Sequence[str], do: Callable[[Any, str], Any]) -> Callable[[Any], Any]:
    """What does the same with each of them; more than a few are asked about first."""
    if len(meant) == 1:
        return lambda act: do(act, meant[0])
    if len(meant) > MANY and not session.current.yes and not session.current.dry_run:
        from officecli.cli.asking import sure_of_so_many  # few name so many

        sure_of_so_many(verb, len(meant))

    def every(act: Any) -> None:
        from officecli.actions.several import do_all, do_each

        (do_all if session.current.all_or_none else do_each)(act, meant, do)

    return every


def carry_out_each(verb: str, names: Sequence[str], do: Callable[[Any, str], Any], format_: str) -> None:
    """The same act on several things that are no items, as `perform_each`; as JSON what was done, and what was not."""
    from officecli.cli.answers import data

    def shown(act: Any, _reading: Reading) -> Any:
        from officecli.cli.what_was_done import not_done

        return {"done": [data(answer) for answer in act.done], **({"not_done": not_done(act)} if act.not_done else {})}

    _run(verb, _with_each(verb, list(dict.fromkeys(names)), do), format_, Waived(), shown)


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

    _run(verb, do, format_, waived, lambda act, _reading: {"done": [data(answer) for answer in act.done]}, on=on, whenever=whenever, warned=warned)


def _run(
    verb: str,
    do: Callable[[Any], Any],
    format_: str,
    waived: Waived,
    shown: Callable[[Any, Reading], Any],
    *,
    on: str = "",
    whenever: bool = False,
    warned: Collection[Warning_] = (),
) -> None:
    """Run `do` inside one Acting; print its sentences, or as JSON what `shown` makes of it. With --dry-run nothing is kept."""
    from officecli.actions.acting import acting
    from officecli.typed.record.waivers import check_waivings

    check_text_or_json(format_)
    current = session.current
    how: dict[str, Any] = {
        "waivings": check_waivings(waived.rules, waived.by, waived.until), "whenever": whenever, "on": on,
    }  # fmt: skip
    if current.dry_run:
        try_out(verb, do, format_, shown, **how)
        return
    with telling_of_waiting(), acting(current.place(), verb, current.who(), **how) as act:
        do(act)
    if format_ == "json":
        _warn(act, warned)
        write_json(shown(act, current.read))
    else:
        say(act, warned)
    _say_what_is_not_done(act)


@contextmanager
def telling_of_waiting() -> Iterator[None]:
    """In this block, whoever sits at a terminal and waits for another to have written is told so."""
    from officecli.store.write.file_lock import told_of_waiting

    told_of_waiting[:] = [_say_that_it_waits] if sys.stderr and sys.stderr.isatty() else []
    try:
        yield
    finally:
        told_of_waiting.clear()


def _say_that_it_waits() -> None:
    from officecli.formats.terminal.message import show_beside

    show_beside(_("Another is writing to the store; this waits for its turn. Ctrl-C stops it."))


def try_out(verb: str, do: Callable[[Any], Any], format_: str, shown: Callable[[Any, Reading], Any] | None = None, **how: Any) -> list[Warning_]:
    """Run `do`, keep nothing of it, and print what would have come of it, as JSON what `shown` makes of it; returns what it warned of."""
    from officecli.actions.trying import makes_items, tried
    from officecli.cli.answers import data

    check_text_or_json(format_)
    seen: list[Any] = []
    made: list[bool] = []

    def look(act: Any) -> None:
        made.append(makes_items(act))
        if format_ == "json":
            seen.append(shown(act, lambda: nullcontext(act.read)) if shown else {"done": [data(answer) for answer in act.done]})

    with telling_of_waiting():
        act = tried(session.current.place(), verb, session.current.who(), do, look, **how)
    if format_ == "json":
        _warn(act)
        write_json(seen[0])
    else:
        say(act)
    if shown:
        if format_ == "text":
            unsaid = _("This was a dry run: nothing of it is kept, no number either; what is advised about one goes into the command itself.")
            write_lines([unsaid if made[0] else _("This was a dry run: nothing of it is kept.")])
        _say_what_is_not_done(act)
    return _warnings(act)


def say(act: Any, warned: Collection[Warning_] = ()) -> None:
    """Print what an act warned of, as far as nobody was `warned` of it before, and what it answered."""
    from officecli.cli.answers import sentences  # a command that only shows something takes its options from here, and has no answer to word

    _warn(act, warned)
    write_lines(dict.fromkeys(sentences(act.done)))  # of several items given to who is away it is said once


def _say_what_is_not_done(act: Any) -> None:
    """Say of each of several things why it was not done, and leave with exit 1; nothing where all were."""
    if act.not_done:
        from officecli.cli.what_was_done import say_not_done

        say_not_done(act)
        raise typer.Exit(1)


def _warn(act: Any, warned: Collection[Warning_] = ()) -> None:
    from officecli.formats.terminal.message import show_warnings

    show_warnings([warning for warning in _warnings(act) if warning not in warned], color=session.current.color)


def _warnings(act: Any) -> list[Warning_]:
    """What an act warned of, in words."""
    from officecli.rules.wording import fix, joined, label, message

    found = joined(act.warnings)
    fixes = _to_several([(fix(one), str(one.values.get("number") or "")) for one in found])
    return [
        (label(one.rule), message(one), _("Waived: {reason}").format(reason=one.waived) if one.waived else its)
        for one, its in zip(found, fixes, strict=True)
    ]


def _to_several(fixes: Sequence[tuple[str, str]]) -> list[str]:
    """What to do about each, with the number it names: what differs in nothing else names the numbers of all, and so is said once."""
    bare = [text.replace(number, "\0") if number else text for text, number in fixes]
    numbers: dict[str, dict[str, None]] = {}
    for text, (_fix, number) in zip(bare, fixes, strict=True):
        numbers.setdefault(text, {})[number] = None
    return [text.replace("\0", ",".join(numbers[text])) for text in bare]
