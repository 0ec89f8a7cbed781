"""Raise a request: one matter, to the direct superior, with what was tried and what the asker recommends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.chain.asking import Ask, RequestRaised, tell_passed_over
from officecli.actions.chain.moving_up import MOVES_UP, move_up
from officecli.errors import BadInput, Refused
from officecli.i18n import _, listed
from officecli.light import replace
from officecli.model import codes
from officecli.model.chain.requests import Request, RequestStage
from officecli.model.items import Item
from officecli.model.names import title_key
from officecli.model.words import word
from officecli.rules.refusing import refused_by
from officecli.standing.chain.requests import to_ask
from officecli.standing.office.over_people import as_superior
from officecli.standing.office.stand_ins import next_above
from officecli.standing.office.superiors import superiors
from officecli.store.read.reader import Row
from officecli.store.serials import next_serial
from officecli.typed.chain.decision_numbers import find_decision_id
from officecli.typed.chain.request_numbers import number_text
from officecli.typed.chain.tried_and_recommended import tried_and_recommended
from officecli.typed.codes import check_code
from officecli.typed.text import tidy


def raise_request(act: Acting, ask: Ask) -> Request:
    """Make the request and put it before its addressee. Raises BadInput, NotFound or, where nobody stands above the asker, Refused."""
    if ask.both:
        tried, recommend = tried_and_recommended(ask.both)
        ask = replace(ask, tried=tried, recommend=recommend)
    asker = _asker(act, ask.asker)
    items = _items(act, ask.items)
    title = _title(ask, items)
    if act.waivings and not items:
        raise BadInput(_("A rule is waived for an item, and this request has none."), fix=_("Name its item with --item, or leave out --waive."))
    moves_up = check_code(ask.exception, codes.REQUEST_EXCEPTIONS, "--exception") if ask.exception else ""
    if moves_up in MOVES_UP:
        return move_up(act, asker, items, title, ask, moves_up)
    above = _above(act, asker)
    holder = act.person(ask.to) if ask.to else above[0]
    if holder["id"] == asker["id"]:
        raise BadInput(_("{name} cannot ask themselves.").format(name=holder["name"]), fix=_("Leave out --to: it goes to your direct superior."))
    direct = any(one["id"] == holder["id"] for one in above)
    exception = _exception(act, ask, asker, holder, direct=direct)
    request = _on_record(act, ask, asker, items, title, exception)
    proper = holder if direct else superiors(act.read, asker["id"])[0] if exception == "complaint" else above[0]
    act.confidential = exception == "complaint"
    act.change.add(RequestStage, "raise", request_id=request.id, holder_id=holder["id"], proper_id=proper["id"], since=act.today)
    told = tell_passed_over(act, asker, holder, request.id) if not direct and exception and exception != "complaint" else ()
    act.done.append(RequestRaised(request.number, title, holder["name"], told, request.tried, request.recommend, bool(ask.both)))
    return request


def _title(ask: Ask, items: Sequence[Item]) -> str:
    """The matter: as it was typed, else that of the first item; BadInput where nothing says it."""
    title = tidy(ask.title) or next((tidy(matter) for matter in ask.matters), "") or (items[0].title if items else "")
    if not title:
        raise BadInput(_("The matter is missing."), fix=_('Say what it is about: officecli request raise "…", or name its item with --item.'))
    return title


def _on_record(act: Acting, ask: Ask, asker: Row, items: Sequence[Item], title: str, exception: str | None) -> Request:
    year = act.today.year
    serial = next_serial(act.read, ("request",), year)
    return act.change.add(
        Request,
        "raise",
        number=number_text(year, serial),
        year=year,
        serial=serial,
        item_id=items[0].id if items else None,
        title=title,
        matter_key=title_key(title)[:500],
        matters=max(1, len(items), len(ask.matters)),
        tried=tidy(ask.tried),
        recommend=tidy(ask.recommend),
        person_id=asker["id"],
        day=act.today,
        exception=exception,
        exception_reason=" · ".join(text for text in (tidy(ask.source), tidy(ask.reason)) if text),
        status="pending",
    )


def _asker(act: Acting, name: str) -> Row:
    """Who asks: the actor, or the person a registrar writes for or a stand-in acts for."""
    asker = act.person(name) if name else act.actor
    act.sign(to_ask(act.read, act.actor, asker))
    return asker


def _items(act: Acting, numbers: Sequence[str]) -> list[Item]:
    items = {item.id: item for item in (act.item(number) for number in numbers)}
    for item in items.values():
        if item.status not in codes.OPEN:
            act.forbid(
                item,
                _("It is {status}; there is nothing left to instruct.").format(status=word("status", item.status)),
                _("Leave out --item, or register a new item: officecli add"),
            )
    return list(items.values())


def _above(act: Acting, asker: Row) -> list[Row]:
    above = next_above(act.read, asker["id"])
    if not above:
        raise Refused(
            _("{name} has no superior to ask.").format(name=asker["name"]),
            why=_("A request goes to the direct superior, and nobody stands above {name}.").format(name=asker["name"]),
            fix=_("Decide it, and put it on record: officecli decision add")
            if asker["post_id"]
            else _("A person without a post has no superior; a registrar gives one: officecli person move NAME --post POST"),
        )
    return above


def _exception(act: Acting, ask: Ask, asker: Row, holder: Row, *, direct: bool) -> str | None:
    """A known one, with its reason, that passes over the direct superior to somebody higher; an emergency may go to either. None for no exception."""
    if not ask.exception:
        if ask.reason.strip():
            raise BadInput(_("--reason says why a superior is passed over."), fix=_("Add --exception, or say it with --tried or --recommend."))
        return None
    exception = check_code(ask.exception, codes.REQUEST_EXCEPTIONS, "--exception")
    if not ask.reason.strip():
        raise BadInput(_("An exception needs its reason."), fix=_("Say why with --reason."))
    if direct and exception != "emergency":
        raise BadInput(
            _("{holder} is who the request goes to anyway; nobody is passed over.").format(holder=holder["name"]),
            fix=_("Leave out --exception, or name a higher leader with --to."),
        )
    if not direct and as_superior(act.read, holder["id"], asker["id"], "superior") is None:
        raise BadInput(
            _("{holder} does not stand above {name}.").format(holder=holder["name"], name=asker["name"]),
            fix=_("An exception passes over a superior to somebody higher; name one of: {names}.").format(
                names=listed(one["name"] for one in superiors(act.read, asker["id"]))
            ),
        )
    if exception == "named" and not _cites(act, ask):
        raise refused_by(
            "C501",
            _("{holder} is said to have asked for it, and no order is cited.").format(holder=holder["name"]),
            _("Cite it: a decision on record (--from D2026-001), a meeting or a paper (--from TEXT)."),
        )
    return exception


def _cites(act: Acting, ask: Ask) -> bool:
    """Whether an order is cited: with --from, or as a decision on record named in the reason. Raises NotFound for a decision there is none of."""
    if re.fullmatch(r"D\d.*", ask.source.strip(), re.IGNORECASE):
        find_decision_id(act.read, ask.source)
    known = {row["number"] for row in act.read.rows("SELECT number FROM decision")}
    return bool(ask.source.strip()) or any(number.upper() in known for number in re.findall(r"D\d{4}-\d+", ask.reason, re.IGNORECASE))
