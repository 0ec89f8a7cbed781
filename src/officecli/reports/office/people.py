"""The people: on which post, and what they have in hand."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.i18n import _, listed, ngettext
from officecli.model.words import word
from officecli.reports.items.item_rows import columns as item_columns
from officecli.reports.items.item_rows import fetch
from officecli.reports.office import absences
from officecli.reports.office.posts import said
from officecli.reports.shape.build import build
from officecli.reports.shape.chosen import Chosen, one_of_ids, units_under
from officecli.reports.shape.lists import joined, unit_order
from officecli.reports.shape.report import Column, Report
from officecli.standing.office.superiors import superiors
from officecli.store.items import OPEN_STATUSES, beside
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.people import find_person_ever

_INVOLVED = "(lead_id = :person OR id IN (SELECT s.item_id FROM support s WHERE s.person_id = :person AND s.until IS NULL))"


def every(read: Reader, unit: Sequence[str] = ()) -> Report:
    """Everybody who is here, the highest posts first; `unit` keeps those in any of these or under it. Raises NotFound for an unknown unit."""
    within = f" AND v.unit_id IN {one_of_ids(units_under(read, *unit))}" if unit else ""
    people = read.rows(
        f"""SELECT v.id, v.name, v.post, v.unit, v.rank_name AS rank, v.login, v.email, v.registrar, v.joined,
          COALESCE(l.n, 0) AS led_open, COALESCE(s.n, 0) AS supported_open
        FROM v_person v
        LEFT JOIN (SELECT o.lead_id, COUNT(*) AS n FROM (SELECT {beside("lead_id")} AS lead_id FROM item WHERE status IN {OPEN_STATUSES}) o
          GROUP BY o.lead_id) l ON l.lead_id = v.id
        LEFT JOIN (SELECT o.person_id, COUNT(*) AS n FROM (SELECT {beside("s.person_id")} AS person_id FROM item i CROSS JOIN support s
          WHERE s.item_id = i.id AND s.until IS NULL AND i.status IN {OPEN_STATUSES}) o GROUP BY o.person_id) s ON s.person_id = v.id
        WHERE v.left_on IS NULL AND v.account = 0{within}
        ORDER BY {unit_order("v.")}, v.level DESC, v.id"""
    )
    for person in people:
        person["registrar"] = bool(person["registrar"])
    columns = (
        Column("name", _("name")),
        Column("post", _("post")),
        Column("unit", _("unit")),
        Column("rank", _("rank"), weight=3),
        Column("login", _("login"), weight=3),
        Column("registrar", _("registrar"), "word", weight=2),
        Column("joined", _("joined"), "date", weight=3),
        Column("led_open", _("leads"), "integer"),
        Column("supported_open", _("supports"), "integer", weight=2),
    )
    return build(
        read,
        "person-list",
        _("People"),
        columns,
        people,
        summary={"people": len(people)},
        headline=ngettext("{n} person.", "{n} people.", len(people)).format(n=len(people)) if people else "",
        empty=_("Nobody is in this unit.") if unit else _("Nobody is on record yet: officecli setup FILE, or officecli person add NAME"),
    )


def one(read: Reader, name: str) -> Report:
    """One person: post, superiors, duties, and the open items led and supported; raises NotFound."""
    person = read.row("SELECT * FROM v_person WHERE id = :id", id=find_person_ever(read, name)["id"]) or {}
    above = [row["name"] for row in superiors(read, person["id"])]
    duties = read.rows("SELECT title, function FROM duty WHERE post_id = :post AND retired = 0 ORDER BY id", post=person["post_id"] or 0)
    also = [row["name"] for row in read.rows("SELECT name FROM alias WHERE person_id = :person ORDER BY id", person=person["id"])]
    items = _in_hand(read, person)
    led = sum(1 for item in items if item["role"] == "lead")
    facts = {"name": person["name"], "post": person["post"], "unit": person["unit"], "rank": person["rank_name"], "login": person["login"]}
    facts |= {
        "email": person["email"],
        "aliases": also,
        "registrar": bool(person["registrar"]),
        "joined": person["joined"],
        "left": person["left_on"],
    }
    return build(
        read,
        "person-show",
        _("Person {name}").format(name=person["name"]),
        (
            *item_columns("number", "light", "title"),
            Column("role", _("role"), "word"),
            Column("part", _("part"), weight=2, wide=True),
            *item_columns("due", "working_days_left", "working_days_late", "status"),
        ),
        items,
        summary=facts | {"superiors": above, "duties": [duty["title"] for duty in duties], "led_open": led, "supported_open": len(items) - led},
        headline=_headline(person, also),
        notes=[
            _("Superiors: {names}.").format(names=" → ".join(above)) if above else _("No superior."),
            *absences.notes_on(read, person["id"]),
            *(_selected(one) for one in read.rows("SELECT * FROM selection WHERE person_id = :person ORDER BY day, id", person=person["id"])),
            *(_("Duty: {duty}").format(duty=said(duty)) for duty in duties),
            _("Open items led: {led}; supported: {supported}.").format(led=led, supported=len(items) - led) if items else "",
        ],
        empty=_("No open item."),
    )


def _in_hand(read: Reader, person: Row) -> list[Row]:
    """The open items that a person leads or supports, those led first, with the role and the part."""
    chosen = Chosen(conditions=[_INVOLVED, f"status IN {OPEN_STATUSES}"], values={"person": person["id"]})
    items, _total = fetch(read, chosen, order_by="CASE WHEN lead_id = :person THEN 0 ELSE 1 END, due, id", limit=0)
    for item in items:
        leads = item["lead_id"] == person["id"]
        item["role"] = "lead" if leads else "support"
        item["part"] = None if leads else next((one["part"] for one in item["supports"] if one["name"] == person["name"]), "") or None
    return items


def _headline(person: Row, also: Sequence[str]) -> str:
    return joined(
        (
            _("left on {day}").format(day=person["left_on"]) if person["left_on"] else "",
            f"{person['unit']}/{person['post']}" if person["post"] else "" if person["left_on"] else _("no post"),
            person["rank_name"] or "",
            _("registrar") if person["registrar"] else "",
            _("login {login}").format(login=person["login"]) if person["login"] else "",
            person["email"] or "",
            _("also called {names}").format(names=listed(also)) if also else "",
            _("joined {day}").format(day=person["joined"]) if person["joined"] else "",
        )
    )


def _selected(selection: Row) -> str:
    """How somebody was selected, as one line."""
    by = _("decided by {name}").format(name=selection["decided_by"]) if selection["decided_by"] else ""
    how = joined((word("manner", selection["manner"]), selection["day"], selection["result"], by, selection["evidence"]))
    return _("Selected: {how}").format(how=how)
