"""Moves a request up that its superior left unanswered, or could not be reached for: that very request, by its asker, where the record bears it out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.chain.answering import SAME_MATTER, RequestEscalated, end_turn, give_turn
from officecli.actions.chain.asking import Ask, RequestRaised, tell_passed_over
from officecli.errors import BadInput
from officecli.i18n import _, ngettext
from officecli.model.chain.requests import Request
from officecli.model.items import Item
from officecli.model.names import title_key
from officecli.rules.refusing import refused_by
from officecli.standing.chain.requests import waiting
from officecli.standing.office.over_people import as_superior
from officecli.standing.office.stand_ins import next_above
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Row
from officecli.typed.text import tidy

MOVES_UP = ("unanswered", "unreachable")

_MINE = """
SELECT o.id FROM request o
WHERE o.person_id = :asker AND o.status IN ('pending', 'frozen') AND COALESCE(o.exception, '') <> 'complaint'
  AND (o.item_id = CAST(:item AS INTEGER) OR (o.matter_key = :key AND o.matter_key <> ''))
ORDER BY o.id DESC"""


def move_up(act: Acting, asker: Row, items: Sequence[Item], title: str, ask: Ask, exception: str) -> Request:
    """Put what the asker asks already before a higher leader. Refused by C501 where the record does not bear the exception out."""
    if not ask.reason.strip():
        raise BadInput(_("An exception needs its reason."), fix=_("Say why with --reason."))
    found = _waiting(act, asker, items, title)
    if exception == "unanswered":
        _check_waited(act, found)
    else:
        _check_attempted(act, found)
    holder = _next(act, asker, found, ask.to)
    told = ("tried", ask.tried), ("recommend", ask.recommend)
    more = {name: tidy(text) for name, text in told if text.strip()}
    end_turn(
        act, found, "raise", "escalated", status=found["status"], verdict=None, answer="",
        exception=exception, exception_reason=tidy(ask.reason), **more,
    )  # fmt: skip
    give_turn(act, found, holder["id"], "raise")
    for other in _beside(act, found):
        end_turn(act, other, "raise", "escalated", status=other["status"], verdict=None, answer="")
        give_turn(act, other, holder["id"], "raise")
        act.done.append(RequestEscalated(other["number"], holder["name"]))
    request = act.change.get(Request, found["id"])
    names = tell_passed_over(act, asker, holder, request.id)
    act.done.append(RequestRaised(request.number, request.title, holder["name"], names, request.tried, request.recommend, bool(ask.both)))
    return request


def _waiting(act: Acting, asker: Row, items: Sequence[Item], title: str) -> Row:
    """What the asker asks already on the matter, a row of `waiting`."""
    item = items[0].id if items else None
    for row in act.read.rows(_MINE, asker=asker["id"], item=item, key=title_key(title)[:500]):
        found = waiting(act.read, row["id"])
        if found:
            return found
    raise refused_by(
        "C501",
        _("Nothing that {name} asks on this matter waits for anybody, so nobody has left it unanswered or could not be reached.").format(
            name=asker["name"]
        ),
        _("Ask the direct superior first: leave out --to and --exception."),
    )


def _beside(act: Acting, found: Row) -> list[Row]:
    """What others ask of the same leader on the same matter, rows of `waiting`: a matter moves up whole, so that it lies before one leader."""
    others = act.read.rows(
        f"""SELECT o.id FROM request q JOIN request o ON o.id <> q.id AND {SAME_MATTER}
            JOIN request_stage s ON s.request_id = o.id AND s.until IS NULL AND s.holder_id = :holder WHERE q.id = :id ORDER BY o.id""",
        id=found["id"],
        holder=found["holder_id"],
    )
    return [row for other in others if (row := waiting(act.read, other["id"]))]


def _check_waited(act: Acting, found: Row) -> None:
    waited = working_days(act.read).between(date.fromisoformat(found["since"]), act.today)
    limit = act.read.settings["requests.unanswered_days"]
    if waited < limit:
        raise refused_by(
            "C501",
            _("{number} has waited for {holder} for {days}.").format(
                number=found["number"], holder=found["holder"], days=ngettext("{n} working day", "{n} working days", waited).format(n=waited)
            ),
            _("It may pass over {holder} after {days}: wait till then, or ask {holder} again.").format(
                holder=found["holder"], days=ngettext("{n} working day", "{n} working days", limit).format(n=limit)
            ),
        )


def _check_attempted(act: Acting, found: Row) -> None:
    asked = "SELECT 1 AS one FROM request_attempt WHERE request_id = :id AND id > :stage"
    if not act.read.row(asked, id=found["id"], stage=found["stage_id"]):
        raise refused_by(
            "C501",
            _("No attempt to reach {holder} about {number} is noted.").format(holder=found["holder"], number=found["number"]),
            _('Note what was tried: officecli request attempt {number} "…"; who is recorded as absent is passed over anyway.').format(
                number=found["number"]
            ),
        )


def _next(act: Acting, asker: Row, found: Row, to: str) -> Row:
    """Who gets it: whom `to` names, somebody above the one it lies before; else the next superior."""
    if not to:
        above = next_above(act.read, found["holder_id"], not_by=[asker["id"]])
        if not above:
            raise BadInput(
                _("Nobody stands above {holder}: it is decided here.").format(holder=found["holder"]),
                fix=_("Wait for {holder}, or ask again.").format(holder=found["holder"]),
            )
        return above[0]
    holder = act.person(to)
    if (
        as_superior(act.read, holder["id"], found["holder_id"], "superior") is None
        or as_superior(act.read, holder["id"], asker["id"], "superior") is None
    ):
        raise BadInput(
            _("{to} does not stand above {holder}, before whom {number} lies.").format(
                to=holder["name"], holder=found["holder"], number=found["number"]
            ),
            fix=_("Name a superior of {holder}, or leave out --to: then it goes to the next one up.").format(holder=found["holder"]),
        )
    return holder
