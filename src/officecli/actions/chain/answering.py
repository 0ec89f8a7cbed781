"""Answer a request, hand it one step up, or withdraw it; answers that clash go to the common superior."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.notices import notify
from officecli.errors import BadInput, NotFound, Refused
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.chain.requests import Request, RequestStage
from officecli.rules.refusing import refused_by
from officecli.standing.chain.confidential import in_confidence, kept_from
from officecli.standing.chain.requests import above_holder, decided_here, on_request, waiting
from officecli.standing.office.superiors import superiors
from officecli.store.read.reader import Reader, Row
from officecli.typed.chain.request_numbers import find_request
from officecli.typed.chain.verdicts import verdict_of
from officecli.typed.codes import check_code
from officecli.typed.text import tidy

OPPOSITE = {"approved": "refused", "refused": "approved"}

SAME_MATTER = """(o.item_id = q.item_id OR (o.matter_key = q.matter_key AND q.matter_key <> '' AND o.year = q.year))
  AND 'complaint' NOT IN (COALESCE(o.exception, ''), COALESCE(q.exception, ''))"""
"""Two requests `o` and `q` of one matter: about one item, or with one title in one year. A complaint is a matter of its own."""


@dataclass(frozen=True)
class RequestAnswered(Answer):
    """The holder of the request has answered it."""

    number: str
    verdict: str
    answer: str


@dataclass(frozen=True)
class RequestEscalated(Answer):
    """The request waits for the next superior."""

    number: str
    holder: str


@dataclass(frozen=True)
class RequestWithdrawn(Answer):
    """The request needs no answer any more."""

    number: str


@dataclass(frozen=True)
class AnswersClashed(Answer):
    """The request `other` was answered the other way by `holder`; neither answer holds, and `superior` decides both."""

    number: str
    other: str
    holder: str
    superior: str


def answer(act: Acting, number: str, text: str, verdict: str = "") -> None:
    """The holder's answer ends the turn; without a `verdict` its first words say which it is. An answer opposite
    to another leader's on the same matter freezes both.
    """
    verdict = check_code(verdict, codes.REQUEST_VERDICTS, "--verdict") if verdict else verdict_of(text)
    if not text.strip():
        raise BadInput(_("The answer is empty."), fix=_("Say what is to be done."))
    found = enter(act, number, "answer")
    if found is None:
        return
    with_it = _with_it(act, found)
    for one in with_it:
        end_turn(act, one, "answer", "answered", status="answered", verdict=verdict, answer=tidy(text))
        act.done.append(RequestAnswered(one["number"], verdict, tidy(text)))
    if found["status"] == "frozen" or not _freeze_clash(act, found, verdict):
        for one in with_it:
            _tell_answer(act, one)


def _tell_answer(act: Acting, found: Row) -> None:
    """The asker is told of the answer, and so is the lead of the item, though not of what is kept in confidence."""
    told = (found["person_id"], None if found["exception"] == "complaint" else found["lead_id"])
    for person_id in dict.fromkeys(one for one in told if one):
        notify(act, "answer", person_id, "answer", request_id=found["id"])


def escalating(numbers: Sequence[str], reason: str = "") -> Callable[[Acting, str], None]:
    """What hands up each of these requests, and with it those of them that are of the same matter: no leader is to have it while another has it too."""
    before: dict[int, int] = {}

    def do(act: Acting, number: str) -> None:
        together = _of_one_matter(act.read, number, numbers)
        for request_id in together:
            before.setdefault(request_id, act.change.get(Request, request_id).version)
        for request_id, name in together.items():
            if act.change.get(Request, request_id).version == before[request_id]:
                escalate(act, name, reason)

    return do


def _of_one_matter(read: Reader, number: str, numbers: Sequence[str]) -> dict[int, str]:
    """The request, and those of the others that are of its matter: how each was typed, by its id."""
    meant = find_request(read, number)
    others: dict[int, str] = {}
    for other in numbers:
        with suppress(BadInput, NotFound):  # that is said where its own turn comes
            others[find_request(read, other)] = other
    rows = read.rows(f"SELECT o.id FROM request o JOIN request q ON q.id = :id WHERE o.id <> q.id AND {SAME_MATTER} ORDER BY o.id", id=meant)
    return {meant: number} | {row["id"]: others[row["id"]] for row in rows if row["id"] in others}


def escalate(act: Acting, number: str, reason: str = "") -> None:
    """Whoever holds the request hands it to the next superior: one step, as with raising."""
    found = enter(act, number, "escalate")
    if found is None:
        return
    act.change.reason = tidy(reason)
    above = above_holder(act.read, found, act.actor["id"], act.change.signature.role)
    if not above:
        act.forbid(
            act.change.get(Request, found["id"]),
            decided_here(found["holder"]),
            _("Answer it: officecli request answer {number} TEXT").format(number=found["number"]),
        )
        return
    for one in _with_it(act, found):
        end_turn(act, one, "escalate", "escalated", status=one["status"], verdict=None, answer=tidy(reason))
        give_turn(act, one, above[0]["id"], "escalate")
        act.done.append(RequestEscalated(one["number"], above[0]["name"]))


def withdraw(act: Acting, number: str) -> None:
    """The asker needs no answer any more."""
    found = enter(act, number, "withdraw")
    if found is None:
        return
    end_turn(act, found, "withdraw", "withdrawn", status="withdrawn", verdict=None, answer="")
    act.done.append(RequestWithdrawn(found["number"]))


def enter(act: Acting, number: str, verb: str) -> Row | None:
    """The request that waits, with the actor in their role; None, and a reason to refuse, where it waits no more."""
    request_id = find_request(act.read, number)
    if kept := kept_from(act.read, act.actor["id"]).get(request_id):
        raise refused_by("A401", in_confidence(kept))
    found = waiting(act.read, request_id)
    if found is None:
        request = act.change.get(Request, request_id)
        last = act.read.row(
            "SELECT s.until, h.name FROM request_stage s JOIN person h ON h.id = s.holder_id WHERE s.request_id = :id ORDER BY s.id DESC LIMIT 1",
            id=request_id,
        )
        assert last is not None
        if request.status == "answered":
            what = _("{name} answered it on {day}.").format(name=last["name"], day=last["until"])
        else:
            what = _("It was withdrawn on {day}.").format(day=last["until"])
        act.forbid(request, what, _("See it with: officecli request show {number}").format(number=request.number))
        return None
    standing = on_request(act.read, act.actor, found, verb)
    act.sign(standing)
    return found


def _with_it(act: Acting, found: Row) -> list[Row]:
    """The request, and where answers have clashed those frozen with it: the common superior settles them together."""
    if found["status"] != "frozen":
        return [found]
    others = act.read.rows(
        f"""SELECT o.id FROM request q JOIN request o ON o.id <> q.id AND o.status = 'frozen' AND {SAME_MATTER} WHERE q.id = :id ORDER BY o.id""",
        id=found["id"],
    )
    rows = [waiting(act.read, other["id"]) for other in others]
    return [found, *(row for row in rows if row and row["holder_id"] == found["holder_id"])]


def _freeze_clash(act: Acting, found: Row, verdict: str) -> bool:
    """Where another leader has answered the same matter the other way, neither answer holds: both go to the superior of both. Whether it was so."""
    other = act.read.row(
        f"""SELECT o.id, o.number, s.id AS stage_id, s.holder_id, h.name AS holder
           FROM request q
           JOIN request o ON o.id <> q.id AND o.status = 'answered' AND {SAME_MATTER}
           JOIN request_stage s ON s.id = (SELECT MAX(x.id) FROM request_stage x WHERE x.request_id = o.id)
           JOIN person h ON h.id = s.holder_id
           WHERE q.id = :id AND s.holder_id <> :holder AND s.verdict = :opposite ORDER BY s.id DESC""",
        id=found["id"],
        holder=found["holder_id"],
        opposite=OPPOSITE.get(verdict, ""),
    )
    if other is None:
        return False
    above = common_superior(act.read, found["holder_id"], other["holder_id"])
    if above is None:
        raise Refused(
            _("{holder} has answered {number} the other way, and nobody stands above both.").format(holder=other["holder"], number=other["number"]),
            fix=_("Agree with {holder} on one answer first.").format(holder=other["holder"]),
        )
    for one in (found, other):
        act.change.set(act.change.get(RequestStage, one["stage_id"]), "freeze", outcome="frozen")
        act.change.set(act.change.get(Request, one["id"]), "freeze", status="frozen")
        give_turn(act, one, above["id"], "freeze")
    act.done.append(AnswersClashed(found["number"], other["number"], other["holder"], above["name"]))
    return True


def common_superior(read: Reader, one: int, other: int) -> Row | None:
    """The lowest person above both; whoever of the two stands above the other is it. None where nobody is."""
    chains = [read.rows("SELECT id, name FROM person WHERE id = :id", id=person) + superiors(read, person) for person in (one, other)]
    known = {row["id"] for row in chains[1]}
    return next((row for row in chains[0] if row["id"] in known), None)


def end_turn(act: Acting, found: Row, verb: str, outcome: str, *, status: str, verdict: str | None, answer: str, **fields: object) -> None:
    """End the open turn of a request (a row of `waiting`), and set its status and these other fields of it."""
    stage = act.change.get(RequestStage, found["stage_id"])
    act.change.set(stage, verb, until=act.today, outcome=outcome, verdict=verdict, answer=answer)
    request = act.change.get(Request, found["id"])
    act.change.set(request, verb, status=status, version=request.version + 1, **fields)


def give_turn(act: Acting, found: Row, holder_id: int, verb: str) -> None:
    """Put a request before somebody, from today on."""
    act.change.add(RequestStage, verb, request_id=found["id"], holder_id=holder_id, proper_id=holder_id, since=act.today)
