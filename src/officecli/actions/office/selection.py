"""How somebody was selected for the office 考察考试: recorded with what proves it."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.chain.leader import leader_named, say_leader
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.office.staff import Selection
from officecli.standing.office.rights import in_charge_of_person
from officecli.typed.codes import check_code
from officecli.typed.items.deadlines import read_past_day
from officecli.typed.text import tidy


@dataclass(frozen=True)
class Selected:
    """A selection as it was typed: what came of it, who decided, when."""

    manner: str
    result: str
    by: str = ""
    on: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class SelectionRecorded(Answer):
    """How somebody was selected is on record."""

    name: str
    manner: str
    day: date


def select(act: Acting, name: str, given: Selected) -> None:
    """Record how a person was selected; a registrar or a superior does. Raises BadInput for what cannot be understood."""
    person = act.worker(name)
    manner = check_code(given.manner, codes.MANNERS, "--manner")
    if not given.result.strip():
        raise BadInput(_("The result is empty."), fix=_("Say what came of it: --result TEXT"))
    day = read_past_day(given.on, read=act.read) if given.on else act.today
    leader, decided_by = leader_named(act, given.by) if given.by.strip() else (None, "")
    act.sign(in_charge_of_person(act.read, act.actor, person))
    act.change.add(
        Selection,
        "selection",
        person_id=person["id"],
        day=day,
        manner=manner,
        result=tidy(given.result),
        decided_by=decided_by,
        evidence=tidy(given.evidence),
    )
    act.done.append(SelectionRecorded(person["name"], manner, day))
    if decided_by:
        say_leader(act, given.by, leader, decided_by)
