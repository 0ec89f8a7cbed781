"""Resolves whose order or decision something is: somebody here by any form of the name, or words for somebody outside; what it took is said."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.store.read.reader import Row
from officecli.typed.meant import as_settled
from officecli.typed.office.people import MYSELF, find_leader
from officecli.typed.text import tidy


@dataclass(frozen=True)
class LeaderOutside(Answer):
    """Whoever ordered or decided it is nobody here, and stands on record in these words; `reviewer` judges the result of the item, where it is one."""

    words: str
    number: str = ""
    reviewer: str = ""


@dataclass(frozen=True)
class LeaderMeant(Answer):
    """Somebody here is meant by what was typed for whoever ordered or decided it."""

    typed: str
    name: str


def leader_named(act: Acting, by: str) -> tuple[Row | None, str]:
    """Who is meant by a name, as whoever leads is named, or by a post's unique title, and under which name; None for somebody outside the office.

    Raises NotFound for a slip of the pen, Several or BadInput where it is not clear who is meant.
    """
    text = tidy(as_settled(by))
    if text.casefold() in MYSELF:
        if act.actor["account"]:
            raise BadInput(
                _("You are not on the staff, so nothing is done on your order."),
                fix=_("Name who ordered it; or leave out --by, and the direct superior of the lead reviews it."),
            )
        return act.actor, act.actor["name"]
    if not name_key(text):
        return None, text
    held = act.read.rows("SELECT * FROM v_person WHERE left_on IS NULL AND account = 0 AND post IS NOT NULL ORDER BY id")
    holders = [person for person in held if name_key(person["post"]) == name_key(text)]
    if len(holders) == 1:
        return holders[0], text
    if len(holders) > 1:
        raise BadInput(
            _("“{title}” is the post of several people: {names}.").format(title=text, names=listed(row["name"] for row in holders[:6])),
            fix=_("Name the person."),
        )
    person = find_leader(act.read, text)
    return (person, person["name"]) if person else (None, text)


def say_leader(act: Acting, typed: str, leader: Row | None, name: str, *, number: str = "", reviewer: str = "") -> None:
    """Say whose order or decision it is where that is nobody here, or somebody by another name than was typed; of an item who reviews it."""
    said: Answer | None = None
    if leader is None:
        said = LeaderOutside(name, number, reviewer)
    elif name_key(typed) not in {"", name_key(name), *MYSELF}:
        said = LeaderMeant(tidy(typed), name)
    if said and said not in act.remarks:  # an order may be given to several
        act.remarks.append(said)
