"""Whom a complaint about a superior is shown to: the one place that decides it. To everybody else its number may show, and nothing more."""

from __future__ import annotations

from officecli.errors import BadInput, Refused
from officecli.i18n import _
from officecli.standing.actor import who_acts, whose_login
from officecli.standing.chain.requests import turn_on, waiting
from officecli.store.read.entries import as_made
from officecli.store.read.reader import Reader, Row

_COMPLAINTS = "SELECT id, number, person_id FROM request WHERE exception = 'complaint' ORDER BY id"


def kept_from(read: Reader, *people: int | None) -> dict[int, str]:
    """The complaints, number by id, that one of these people is not shown; all of them where it is not known who somebody is."""
    return {row["id"]: row["number"] for row in read.rows(_COMPLAINTS) if not set(people) <= _confidants(read, row)}


def kept_from_reader(read: Reader) -> dict[int, str]:
    """The complaints, number by id, that whoever runs this is not shown: under a login of their own, nobody reads as somebody else."""
    if not read.row("SELECT 1 AS one FROM request WHERE exception = 'complaint'"):
        return {}
    own = whose_login(read)
    try:
        reader = int(who_acts(read, read.as_name)["id"])
    except BadInput:  # nobody's login, and no name
        reader = None
    return kept_from(read, reader, *([own["id"]] if own else []))


def in_confidence(number: str) -> str:
    """What is said of a complaint to whoever is not shown it."""
    return _("{number} is kept in confidence: it is for who asked and who is to answer it, under their own login.").format(number=number)


def require_confidant(read: Reader, request_id: int) -> None:
    """Raise Refused where the request is a complaint that whoever runs this is not shown."""
    number = kept_from_reader(read).get(request_id)
    if number:
        raise Refused(
            in_confidence(number),
            fix=_("See the others with: officecli request list"),
        )


_OF_REQUESTS = ("request", "request_stage", "request_copy", "request_attempt")


def is_of_a_complaint_taken_back(read: Reader, entry: Row) -> bool:
    """Whether an entry of the trail is of a complaint that was taken back since: nobody is shown it, for whom it lay before is known no more."""
    if entry["subject"] not in _OF_REQUESTS:
        return False
    request_id = entry["id"] if entry["subject"] == "request" else as_made(read, entry["id"]).get("request_id", 0)
    gone = read.value("SELECT 1 AS one FROM request WHERE id = :id", id=request_id) is None
    return gone and as_made(read, request_id).get("exception") == "complaint"


def _confidants(read: Reader, complaint: Row) -> set[int]:
    """Who asked, whoever it was put before, and who deals with it today."""
    held = read.rows("SELECT holder_id FROM request_stage WHERE request_id = :id", id=complaint["id"])
    found = {complaint["person_id"], *(row["holder_id"] for row in held)}
    open_turn = waiting(read, complaint["id"])
    turn = turn_on(read, open_turn) if open_turn else None
    return found | ({turn.person["id"]} if turn else set())
