"""One request, turn by turn."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.i18n import _, listed
from officecli.model.words import word
from officecli.reports.chain.turns_of_leaders import REQUESTS, TURNS
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import joined
from officecli.reports.shape.report import Column, Report
from officecli.standing.chain.confidential import require_confidant
from officecli.standing.chain.requests import turn_on, waiting
from officecli.store.read.reader import Reader, Row
from officecli.typed.chain.request_numbers import find_request


def one(read: Reader, number: str) -> Report:
    """The turns of a request, and what was asked; raises NotFound with the nearest number."""
    request_id = find_request(read, number)
    require_confidant(read, request_id)
    day = read.today.isoformat()
    request = read.row(f"SELECT * FROM ({REQUESTS}) r WHERE r.id = :id", id=request_id, as_of=day)
    asked = read.row("SELECT tried, recommend, exception_reason FROM request WHERE id = :id", id=request_id)
    assert request is not None
    assert asked is not None
    turns = read.rows(f"SELECT * FROM ({TURNS}) t WHERE t.request_id = :id ORDER BY t.id", id=request_id, as_of=day)
    copies = read.rows("SELECT p.name FROM request_copy c JOIN person p ON p.id = c.person_id WHERE c.request_id = :id ORDER BY c.id", id=request_id)
    told = [row["name"] for row in copies]
    attempts = read.rows(
        "SELECT x.day, p.name, x.text FROM request_attempt x JOIN person p ON p.id = x.person_id WHERE x.request_id = :id ORDER BY x.id",
        id=request_id,
    )
    open_turn = waiting(read, request_id)
    turn = turn_on(read, open_turn) if open_turn else None
    acting = turn.person["name"] if turn and turn.person["id"] != request["holder_id"] else None
    facts = {key: request[key] for key in ("number", "title", "item", "asker", "holder", "status", "day", "exception")}
    return build(
        read,
        "request-show",
        _("Request {number}: {title}").format(number=request["number"], title=request["title"]),
        _columns(),
        turns,
        summary={**facts, **asked, "told": told, "attempts": attempts, "acting": acting},
        headline=joined(
            (
                _("asked by {name} on {day}").format(name=request["asker"], day=request["day"]),
                _("on {item}").format(item=request["item"]) if request["item"] else "",
                word("status", request["status"]),
            )
        ),
        notes=_notes(request, asked, told, attempts, acting),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("holder", _("leader")),
        Column("since", _("since"), "date"),
        Column("until", _("until"), "date"),
        Column("waited", _("days waited"), "integer"),
        Column("outcome", _("outcome"), "word"),
        Column("verdict", _("verdict"), "word"),
        Column("answer", _("answer"), wide=True),
    )


def _notes(request: Row, asked: Row, told: Sequence[str], attempts: Sequence[Row], acting: str | None) -> list[str]:
    """What was tried and recommended, why a step was left out, and who was told and acts."""
    exception = word("exception", request["exception"]) if request["exception"] else ""
    return [
        _("Tried: {text}").format(text=asked["tried"]) if asked["tried"] else "",
        _("Recommended: {text}").format(text=asked["recommend"]) if asked["recommend"] else "",
        _("Exception: {kind}: {reason}").format(kind=exception, reason=asked["exception_reason"]) if exception else "",
        *(_("Could not be reached on {day}: {text} ({name})").format(**one) for one in attempts),
        _("Told: {names}.").format(names=listed(told)) if told else "",
        _("{name} acts for {holder} today.").format(name=acting, holder=request["holder"]) if acting else "",
    ]
