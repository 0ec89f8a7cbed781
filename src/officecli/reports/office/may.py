"""What a person may do, and why."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.i18n import _, listed, ngettext
from officecli.model.acts import roles_of
from officecli.model.words import word
from officecli.reports.office.absences import notes_on
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.rules import find_rule
from officecli.rules.wording import label
from officecli.standing.chain.confidential import require_confidant
from officecli.standing.office.stand_ins import stand_in_of, stands_in_for
from officecli.standing.office.superiors import people_below, superiors
from officecli.standing.permission import ON_ITEMS, ON_REQUESTS, Permission, find_act, held_roles, may_do, may_do_to_request
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row
from officecli.typed.chain.request_numbers import find_request
from officecli.typed.items.numbers import find_item
from officecli.typed.office.people import find_person

NAMES = 12

Fact = tuple[str, str, str]
"""What is told, as a code and in words, and what it is."""


def every(read: Reader, name: str) -> Report:
    """A person's post, rank, grant limit, who stands above and below, for whom they act today, and the acts of each role they have."""
    person = find_person(read, name)
    above = [one["name"] for one in superiors(read, person["id"])]
    below = [one["name"] for one in people_below(read, person["id"])]
    absent = [one["name"] for one in stands_in_for(read, person["id"])]
    roles = held_roles(read, person)
    acting = stand_in_of(read, person["id"])
    limit = person["extension_days"]
    facts = [
        ("post", _("post"), f"{person['unit']}/{person['post']}" if person["post"] else _("no post")),
        ("rank", _("rank"), person["rank_name"]),
        (
            "extension",
            _("may extend by"),
            _extends(read, person, limit, below),
        ),
        ("superiors", _("superiors"), " → ".join(above) or _("none")),
        ("below", _("stands above"), _names(below)),
        ("stands-in", _("stands in today for"), _names(absent)),
    ]
    if acting:
        facts.append(("acting", _("acts for them today"), acting["name"]))
    facts += [(role, _("as {role}").format(role=word("standing", role)), _acts(role, n)) for role, n in roles.items()]
    for one in stands_in_for(read, person["id"]):
        row = read.row("SELECT * FROM v_person WHERE id = :id", id=one["id"]) or {}
        facts += [
            (role, _("for {name}, as {role}").format(name=one["name"], role=word("standing", role)), _acts(role, n))
            for role, n in held_roles(read, row).items()
            if role != "registrar"
        ]
    summary = {"name": person["name"], "post": person["post"], "unit": person["unit"], "rank": person["rank_name"], "extension_days": limit}
    return _facts(
        read,
        _("What {name} may do").format(name=person["name"]),
        facts,
        {**summary, "superiors": above, "below": below, "stands_in_for": absent, "roles": roles},
        notes=notes_on(read, person["id"]),
    )


def _extends(read: Reader, person: Row, limit: int | None, below: Sequence[str]) -> str:
    """By how much a person may extend deadlines; "–" for who is no registrar, stands above nobody, and gave nobody anything that is open."""
    if limit is not None:
        return ngettext("{n} working day", "{n} working days", limit).format(n=limit)
    gave = f"SELECT 1 AS one FROM item WHERE originator_id = :me AND lead_id <> :me AND status IN {OPEN_STATUSES} LIMIT 1"
    grants = below or person["registrar"] or read.row(gave, me=person["id"])
    return _("no limit of the post") if grants else "–"


def of_act(read: Reader, name: str, typed: str) -> Report:
    """In which roles the act may be done, and in how many open items the person has each."""
    person = find_person(read, name)
    act = find_act(typed)
    held = held_roles(read, person)
    if act in ON_REQUESTS:
        facts = [(role, word("standing", role), _("yes") if role == "registrar" and person["registrar"] else "") for role in roles_of(act)]
    else:
        facts = [(role, word("standing", role), _items(held.get(role, 0))) for role in roles_of(act)]
    roles = {role: held.get(role, 0) for role in roles_of(act)}
    title = _("Roles in which {name} may: {act}").format(name=person["name"], act=word("act", act))
    return _facts(read, title, facts, {"name": person["name"], "act": act, "roles": roles})


def on(read: Reader, name: str, typed: str, number: str) -> tuple[Report, bool]:
    """Yes or no to one act on one item or request, with the role or the rule; and whether it was yes."""
    person = find_person(read, name)
    act = find_act(typed)
    if act in ON_REQUESTS:
        require_confidant(read, find_request(read, number))  # the role alone would tell who complained
        answer = may_do_to_request(read, person, act, number)
    else:
        answer = may_do(read, person, act, number)
    facts = [("role", _("role"), word("standing", answer.role))]
    if answer.behalf:
        facts.append(("behalf", _("on behalf of"), answer.behalf))
    facts += _rule(answer)
    if answer.why:
        facts.append(("state", _("state"), answer.why))
    said = _("Yes: {name} may do this now.") if answer.allowed else _("No: {name} may not do this now.")
    report = _facts(
        read,
        f"{word('act', act)} · {_number(read, act, number)}",
        facts,
        {
            "name": person["name"],
            "act": act,
            "allowed": answer.allowed,
            "role": answer.role,
            "behalf": answer.behalf,
            "rule": answer.rule,
            "why": answer.why,
        },
        headline=said.format(name=person["name"]),
    )
    return report, answer.allowed


def _number(read: Reader, act: str, typed: str) -> str:
    """The whole number of the item or request somebody means."""
    if act in ON_REQUESTS:
        return str(read.value("SELECT number FROM request WHERE id = :id", id=find_request(read, typed)))
    return str(read.value("SELECT number FROM item WHERE id = :id", id=find_item(read, typed)))


def _rule(answer: Permission) -> list[Fact]:
    rule = find_rule(answer.rule) if answer.rule else None
    return [("rule", _("rule"), _("{label}: {text}").format(label=label(rule), text=_(rule.principle)))] if rule else []


def _acts(role: str, items: int) -> str:
    acts = listed(word("act", act) for act in ON_ITEMS if role in roles_of(act))
    return _("{label}: {text}").format(label=_items(items), text=acts)


def _items(n: int) -> str:
    return ngettext("{n} open item", "{n} open items", n).format(n=n)


def _names(names: list[str]) -> str:
    return listed(names[:NAMES]) + (" …" if len(names) > NAMES else "") or _("nobody")


def _facts(read: Reader, title: str, facts: list[Fact], summary: Row, *, headline: str = "", notes: list[str] | None = None) -> Report:
    columns = (Column("what", _("what"), beside=("fact",)), Column("value", _("value"), wide=True, sentence=True))
    rows = [{"fact": code, "what": what, "value": value or None} for code, what, value in facts]
    return build(read, "may", title, columns, rows, summary=summary, headline=headline, notes=notes or [])
