"""Difficulties of the staff: confided, seen to by somebody until a day, and answered."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.office.staff import Difficulty
from officecli.standing.office.confidants import find_difficulty, readers, to_answer
from officecli.standing.office.over_people import over_person
from officecli.standing.office.superiors import superiors
from officecli.standing.standing import NONE
from officecli.store.own_numbers import own_number_of
from officecli.typed.dates import almanac, read_date
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.text import tidy

_SEEN_TO = """SELECT d.id AS difficulty, p.id, p.name FROM difficulty d JOIN person p ON p.id = d.person_id
WHERE d.owner_id = :owner AND d.answered IS NULL AND p.left_on IS NULL ORDER BY d.id"""


@dataclass(frozen=True)
class Confided:
    """A difficulty as it was typed: whose, who sees to it, and until when."""

    text: str
    whose: str
    owner: str
    due: str


@dataclass(frozen=True)
class DifficultyRecorded(Answer):
    """The owner sees to it until a day; nobody but the readers is shown it. `number` is its own, H-003, `difficulty` the row's id."""

    number: str
    difficulty: int
    owner: str
    due: DaySeen
    readers: tuple[str, ...]


@dataclass(frozen=True)
class DifficultyAnswered(Answer):
    """What came of the difficulty is on record."""

    number: str
    difficulty: int


@dataclass(frozen=True)
class DifficultyPassedOn(Answer):
    """Somebody else sees to the difficulty."""

    number: str
    difficulty: int
    name: str


def confide(act: Acting, given: Confided) -> None:
    """Record a difficulty of oneself, or of somebody below one. Raises BadInput, and Refused for anybody else's."""
    person = act.worker(given.whose or "me")
    owner = act.worker(given.owner)
    if owner["id"] == person["id"]:
        raise BadInput(_("{name} cannot be the one to see to it.").format(name=owner["name"]), fix=_("Name somebody else with --owner."))
    if not given.text.strip():
        raise BadInput(_("It is not said what the difficulty is."), fix=_("Say it in a few words."))
    due = read_date(given.due, base=act.today, by=almanac(act.read))
    if due < act.today:
        raise BadInput(_("{day} is past.").format(day=due.isoformat()), fix=_("Give the day by which it is to be answered."))
    act.sign(over_person(act.read, act.actor, person))
    made = act.change.add(Difficulty, "difficulty-add", person_id=person["id"], text=tidy(given.text), owner_id=owner["id"], day=act.today, due=due)
    names = [act.read.value("SELECT name FROM person WHERE id = :id", id=one) for one in readers(act.read, person["id"], owner["id"])]
    act.done.append(
        DifficultyRecorded(own_number_of(act.read, "difficulty", made.id), made.id, owner["name"], seen_today(act.read, due), tuple(names))
    )


def answer(act: Acting, typed: str, text: str) -> None:
    """Say what came of a difficulty; whoever may not answer it is not told either that it was answered."""
    row = find_difficulty(act.read, typed)
    standing = to_answer(act.read, act.actor, row)
    act.sign(standing)
    if row["answered"] and standing != NONE:
        raise BadInput(_("It was answered on {day}.").format(day=row["answered"]), fix=_("What has come up since is recorded as a new one."))
    if not text.strip():
        raise BadInput(_("The answer is empty."), fix=_("Say what was done."))
    act.change.set(act.change.get(Difficulty, row["id"]), "difficulty-answer", answered=act.change.day, answer=tidy(text))
    act.done.append(DifficultyAnswered(own_number_of(act.read, "difficulty", row["id"]), row["id"]))


def pass_on(act: Acting, owner_id: int, verb: str = "") -> None:
    """What somebody who has left saw to, the direct superior sees to, and where there is none, whoever it is about: nobody else is ever shown it."""
    for row in act.read.rows(_SEEN_TO, owner=owner_id):
        heir = next(iter(superiors(act.read, row["id"])), row)
        act.change.set(act.change.get(Difficulty, row["difficulty"]), verb or act.verb, owner_id=heir["id"])
        act.done.append(DifficultyPassedOn(own_number_of(act.read, "difficulty", row["difficulty"]), row["difficulty"], heir["name"]))
