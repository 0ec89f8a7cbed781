"""Make a part of an item in hand: an item of its own, with its own lead; the whole is closed last.

It is due with the whole, and comes from where the whole comes from, unless you say otherwise. “show” of the whole lists its parts.
  officecli split 31 "Survey of the roof" --lead Ben --due "10 Dec"
"""

from __future__ import annotations

from typing import Any

from officecli.cli import order_options
from officecli.cli.verb import ItemFormat, Number, Waived, perform, takes_waivers


@takes_waivers
@order_options.takes_terms
def run(
    number: Number,
    title: order_options.Title,
    lead: order_options.Lead,
    due: order_options.Due = "",
    support: order_options.Support = [],
    source: order_options.Source = "",
    terms: dict[str, Any] = {},
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.parts import split
    from officecli.actions.items.register import Order

    order = Order(title, lead, due, support, source, **terms)
    perform("split", lambda act: split(act, number, order), format_, waived)
