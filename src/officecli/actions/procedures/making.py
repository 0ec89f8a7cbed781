"""Runs a procedure by hand: one item of it now, as when an emergency sets in."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.items.register import Registered
from officecli.actions.items.same_again import name_same_again
from officecli.actions.items.signing import begin_at_once, signed_at_once
from officecli.actions.procedures.drafts import Drafts
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.items import Item
from officecli.standing.items.on_items import for_new_item
from officecli.standing.office.superiors import is_above
from officecli.standing.procedures.coming import Occurrence
from officecli.standing.procedures.leads import WhoLeads
from officecli.store.calendar.days import working_days
from officecli.store.posts import CLEAR_POST
from officecli.store.read.reader import Row
from officecli.typed.day_said import seen_today
from officecli.typed.items.deadlines import read_deadline
from officecli.typed.items.tags import find_procedure
from officecli.typed.procedures.titles import check_title


def run(act: Acting, name: str, *, lead: str = "", due: str = "", title: str = "") -> Item:
    """Make one item of the procedure called `name`, handed out now; lead, deadline and title are the procedure's where they are not given.

    Raises NotFound for an unknown procedure, BadInput for a retired one, or where nobody is there to lead it.
    """
    read, change = act.read, act.change
    found = find_procedure(read, name)
    (procedure,) = read.rows(
        f"SELECT p.*, {CLEAR_POST} AS post FROM procedure p JOIN post po ON po.id = p.post_id JOIN unit pu ON pu.id = po.unit_id WHERE p.id = :id",
        id=found["id"],
    )
    (version,) = read.rows("SELECT * FROM procedure_version WHERE id = :id", id=found["version_id"])
    days = working_days(read)
    who = WhoLeads(read)
    deadline = read_deadline(due, issued=act.today, read=read) if due.strip() else days.add(act.today, version["due_days"])
    leader = act.worker(lead) if lead.strip() else _next(who, procedure, act.today, deadline)
    giver = act.actor if is_above(read, act.actor["id"], leader["id"]) else who.giver(leader)
    standing = for_new_item(read, act.actor, leader, giver)
    change.act(standing.role, standing.behalf)
    if title.strip():
        version = {**version, "title": check_title(title)}
    (fields,) = Drafts(read, days).of(
        [Occurrence(procedure, version, act.today, act.today, act.today, deadline, lead=leader, giver=giver)], by_schedule=False
    )
    item = change.add(Item, "procedure-run", **{**fields, **signed_at_once(act, leader["id"], act.today)})
    act.items.append(item.id)
    act.done.append(Registered(item.number, item.title, leader["name"], seen_today(read, deadline)))
    begin_at_once(act, item)
    name_same_again(act, item, whatever_day=True)
    return item


def _next(who: WhoLeads, procedure: Row, today: date, deadline: date) -> Row:
    leads = who.of_post(procedure["post_id"])
    if leads is None:
        raise BadInput(
            _("Nobody holds the post {post}, stands in for it, or stands above it.").format(post=procedure["post"]),
            fix=_("Say who leads it: --lead NAME"),
        )
    return who.next(procedure["post_id"], leads, today, deadline)
