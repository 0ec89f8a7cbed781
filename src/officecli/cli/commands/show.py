"""Show everything about an item: who has it, by when, how it stands and what happened.

officecli show 31
officecli show 31 --as-of 2026-07-01
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from officecli.cli import session
from officecli.cli.options import ItemFormat, Numbers
from officecli.errors import BadInput
from officecli.i18n import _


def run(
    numbers: Numbers,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=_("As things stood on this day."))] = "",
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.numbers import find_item
    from officecli.formats.item_card import write
    from officecli.formats.output import standard_output
    from officecli.formats.page import page_for
    from officecli.reports.filters import look_at
    from officecli.reports.item_card import card, item_json

    if format_ not in ("text", "json"):
        raise BadInput(_("There is no format “{name}”.").format(name=format_[:40]), fix=_("Use one of: {formats}.").format(formats="text, json"))
    with session.current.read() as read:
        look_at(read, as_of)
        ids = list(dict.fromkeys(find_item(read, number) for number in numbers))
        if format_ == "json":
            items = [item_json(read, item_id) for item_id in ids]
        else:
            cards = [card(read, item_id) for item_id in ids]
    with standard_output() as stream:
        if format_ == "json":
            json.dump(items[0] if len(items) == 1 else items, stream, ensure_ascii=False, indent=2)
            stream.write("\n")
            return
        page = page_for(stream, color=session.current.color)
        for place, one in enumerate(cards):
            if place:
                stream.write("\n" + "─" * min(page.width, 40) + "\n\n")
            write(one, stream, page)
