"""Show everything about an item: who has it, by when, how it stands and what happened.

It is named by its number, or by words of its matter. What else has a number or a name
is shown, too: a decision, a request, a target, a result, a waiver, somebody, a unit.
  officecli show 31
  officecli show lifts
  officecli show D2026-012
  officecli show W-004
  officecli show priya
  officecli show 31 --as-of 2026-07-01
"""

from __future__ import annotations

from collections.abc import Sequence

from officecli.cli import session
from officecli.cli.flags import Flag
from officecli.cli.printing import check_text_or_json, write_json
from officecli.hints import Any
from officecli.i18n import N_

FLAGS = (
    Flag(
        "numbers",
        "words",
        "",
        N_("Items' numbers (2026-031, 031, 31, 31-35), words of one, or a filter: 'is:overdue lead:me', @view."),
        "NUMBER",
        offer="completing_numbers.numbers",
        needed=True,
    ),
    Flag("as_of", "text", "--as-of", N_("As things stood on this day."), "DATE"),
    Flag("format_", "text", "--format", N_("How to show the item."), "text|json", "text"),
)


def run(numbers: list[str], as_of: str, format_: str) -> None:
    from officecli.cli.shown_by_name import what_is_shown
    from officecli.formats.out.output import deliver
    from officecli.reports.items.item_card import card, item_json
    from officecli.reports.items.reminder_card import reminder_card, reminder_json
    from officecli.reports.shape.filters import look_at
    from officecli.reports.shape.report import Report

    check_text_or_json(format_)
    with session.current.read() as read:
        look_at(read, as_of)
        found = what_is_shown(read, numbers, as_of)
        if isinstance(found, Report):
            deliver(found, "json" if format_ == "json" else "table", showing=session.current.showing)
            return
        of_one, of_mine = (item_json, reminder_json) if format_ == "json" else (card, reminder_card)
        each: list[Any] = [(of_mine if mine else of_one)(read, row_id) for mine, row_id in found]
    if format_ == "json":
        write_json(each[0] if len(each) == 1 else each)
    else:
        _write(each)


def _write(cards: Sequence[Any]) -> None:
    """The cards one after the other, a line between them."""
    from officecli.formats.out.page import page_for
    from officecli.formats.out.pager import through_pager
    from officecli.formats.out.signs import rule
    from officecli.formats.out.standard_output import standard_output
    from officecli.formats.terminal.item_card import write

    with standard_output() as stream, through_pager(stream, page_for(stream, color=session.current.color)) as (shown, page):
        for place, one in enumerate(cards):
            if place:
                shown.write("\n" + rule(min(page.width, 40)) + "\n\n")
            write(one, shown, page)
