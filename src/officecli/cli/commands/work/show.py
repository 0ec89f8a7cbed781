"""Show everything about an item: who has it, by when, how it stands and what happened.

It is named by its number, or by words of its matter. What else has a number or a name is shown, too: a decision, a request, a target, somebody, a unit.
  officecli show 31
  officecli show lifts
  officecli show D2026-012
  officecli show priya
  officecli show 31 --as-of 2026-07-01
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.items_meant import items_meant
from officecli.cli.numbers_typed import is_filter, is_number
from officecli.cli.printing import check_text_or_json, write_json
from officecli.errors import NotFound
from officecli.i18n import _


def run(
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER",
            autocompletion=completing.numbers,
            help=_("Items' numbers (2026-031, 031, 31, 31-35), words of one, or a filter: 'is:overdue lead:me', @view."),
        ),
    ],
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=_("As things stood on this day."))] = "",
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show the item."))] = "text",
) -> None:
    from officecli.cli.shown_by_name import refuse_either, shown_by_name, shown_by_whole_name
    from officecli.formats.out.output import deliver
    from officecli.formats.out.page import page_for
    from officecli.formats.out.pager import through_pager
    from officecli.formats.out.signs import rule
    from officecli.formats.out.standard_output import standard_output
    from officecli.formats.terminal.item_card import write
    from officecli.reports.items.item_card import card, item_json
    from officecli.reports.items.reminder_card import reminder_card, reminder_json
    from officecli.reports.shape.filters import look_at
    from officecli.standing.items.personal import find_shown_reminder
    from officecli.typed.items.numbers import find_item
    from officecli.typed.meant import Several

    check_text_or_json(format_)
    with session.current.read() as read:
        look_at(read, as_of)
        word = numbers[0] if len(numbers) == 1 and numbers[0].strip() and not is_number(numbers[0]) and not is_filter(numbers[0]) else ""
        other = shown_by_whole_name(read, word) if word else None
        try:
            found = (
                []
                if other
                else list(
                    dict.fromkeys(
                        (mine, mine or find_item(read, number))
                        for number in items_meant(numbers, as_of)
                        for mine in [find_shown_reminder(read, number)]
                    )
                )
            )
            if word and found:
                refuse_either(read, word)
        except Several:
            if word:
                refuse_either(read, word)
            raise
        except NotFound as error:
            if not word:
                raise
            other = shown_by_name(read, word)
            if other is None:
                from officecli.cli.words_of_a_filter import as_filter  # only who found nothing waits for it

                meant = as_filter(read, word)
                error.fix = _("Did you mean {name}?").format(name=f"officecli list {meant}") if meant else error.fix
                raise
        if other:
            deliver(other, "json" if format_ == "json" else "table", look=session.current.look)
            return
        if format_ == "json":
            items = [(reminder_json if mine else item_json)(read, row_id) for mine, row_id in found]
        else:
            cards = [(reminder_card if mine else card)(read, row_id) for mine, row_id in found]
    if format_ == "json":
        write_json(items[0] if len(items) == 1 else items)
        return
    with standard_output() as stream, through_pager(stream, page_for(stream, color=session.current.color)) as (shown, page):
        for place, one in enumerate(cards):
            if place:
                shown.write("\n" + rule(min(page.width, 40)) + "\n\n")
            write(one, shown, page)
