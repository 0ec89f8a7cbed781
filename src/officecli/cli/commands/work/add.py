"""Register an item and hand it to its one lead.

The result is reviewed by whoever gives the order; of what a registrar registers on nobody's order (without --by), by the direct
superior of its lead. Without --lead it is yours; at a terminal you are asked for what is missing. A
deadline may be written as people say it: 2026-12-01, 1 Dec, fri, eom, +3wd, in 2 weeks.
  officecli add "Survey of lifts" --lead Ana --due fri +housing
  officecli add "Records request 114" --lead Ana --support "Ben:search the vault" --due +10wd --target "1 answer"
  officecli add "Fire drill" --unit Records --due eom
One tasking to several is given with --each-unit or --each: one item for the whole, which you lead if no other is named, and a part for each of them.
  officecli add "Fire drill report" --each-unit "Records,Agendas" --due eom
  officecli add "Workshop survey" --lead me --due "in 8 weeks" --depth in-depth --focus hard-point --duty "Surveys"
What you only remind yourself of is personal: shown to nobody else, counted nowhere, closed by yourself; it takes a matter and a deadline, or none.
  officecli add "Library card" --kind personal --due fri
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from officecli.cli import completing, order_options
from officecli.cli.asking import asked_for, sure_of_the_year
from officecli.cli.verb import ItemFormat, Waived, perform, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import replace

if TYPE_CHECKING:
    from officecli.actions.acting import Acting

_LEADING = ("牵头", "负责", "责任", "主办", "承办", " leads", " to lead", " the lead", "led by ", "in charge", "responsible")
"""Words in a matter that may say who leads it."""


@takes_waivers
@order_options.takes_terms
def run(
    title: order_options.TitleAskedFor = None,
    lead: order_options.LeadOrEach = None,
    due: order_options.Due = "",
    unit: Annotated[
        str, typer.Option("--unit", metavar="UNIT", autocompletion=completing.units, help=_("The unit that is to do it; its head leads it."))
    ] = "",
    support: order_options.Support = [],
    source: order_options.Source = "",
    by: Annotated[str, typer.Option(metavar="LEADER", help=_("Who gives the order, if not you."))] = "",
    each_unit: order_options.EachUnit = [],
    each: order_options.Each = [],
    terms: dict[str, Any] = {},
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.register import Order, register
    from officecli.typed.items.personal import is_personal
    from officecli.typed.office.bodies import follower
    from officecli.typed.office.heads import head_of
    from officecli.typed.office.people import MYSELF

    personal, several = is_personal(terms["kind"]), bool(each_unit or each)
    if unit and (lead is not None or several or personal):
        raise BadInput(
            _("--unit says who leads it: the head of the unit."),
            fix=_("Leave out --unit; every unit that is to have a part is named after --each-unit, and who gathers it in after --lead.")
            if several
            else _("Leave out --lead, or --unit; for one tasking to several units: --each-unit UNIT,UNIT"),
        )
    mine = lead is None and not (by or several or personal or unit)
    title, due = asked_for(title, due, whole=mine, dated=not personal and bool(lead or mine or several or unit))
    if mine and any(word in title for word in _LEADING):
        from officecli.cli.meant.led_in_title import refuse_led_in_title  # few matters have such a word

        refuse_led_in_title(title)
    due = sure_of_the_year(due, terms.get("issued", ""))
    followed = bool(terms["body"].strip()) and lead is None and not (several or personal or unit)
    if not (lead or mine or several or personal or unit or followed):
        raise BadInput(_("--lead is missing."), fix=_("Name who leads it; for one tasking to several units: --each-unit UNIT,UNIT"))
    order = Order(title, MYSELF[0] if mine else lead or "", due, support, source, by, **terms)
    if several:
        from officecli.actions.items.parts import give_to_each

        perform("add", lambda act: give_to_each(act, order, each_unit, each), format_, waived)
        return
    if personal:
        from officecli.actions.items.reminders import remind

        perform("add", lambda act: remind(act, order), format_, waived)
        return

    def lead_of(act: Acting) -> str:
        return head_of(act.read, unit) if unit else follower(act.read, order.body, order.lead) if followed else order.lead

    perform("add", lambda act: register(act, replace(order, lead=lead_of(act))), format_, waived)
