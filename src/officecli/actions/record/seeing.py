"""Somebody has seen what they were told of: by saying so, or by acting on the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.codes import MATTERS
from officecli.model.notices import FindingSeen, Notice
from officecli.patterns import pattern
from officecli.standing.notices import Known, unseen
from officecli.store.own_numbers import LETTERS
from officecli.store.read.reader import Reader
from officecli.typed.chain.decision_numbers import find_decision_id
from officecli.typed.chain.request_numbers import find_request
from officecli.typed.items.numbers import find_item
from officecli.typed.own_numbers import as_own_number, find_own
from officecli.typed.targets.finding import find_target
from officecli.typed.text import number_typed


@dataclass(frozen=True)
class Seen(Answer):
    """These matters have been seen, of which somebody was told."""

    numbers: tuple[str, ...]


@dataclass(frozen=True)
class NothingUnseen(Answer):
    """Of what was named (of anything, where `typed` is empty) there was nothing to be seen, or not any more."""

    typed: str


def see(act: Acting, typed: Sequence[str], *, everything: bool = False, fitting: bool = False) -> None:
    """Settle what the actor was told of these matters, or of all. Raises BadInput for neither or both, NotFound for a number there is none of.

    Of what is only `fitting` a filter nothing is said where there was nothing to be seen.
    """
    if bool(typed) == everything:
        raise BadInput(
            _("It is either some of them or all.") if typed else _("It is not said what you have seen."),
            fix=_("Name their numbers, as the digest lists them; or all: officecli seen --all"),
        )
    act.change.act("self")
    there = unseen(act.read, act.actor["id"])
    meant = {"": there}
    matters = {text: _meant(act.read, text) for text in typed}
    if not everything:
        meant = {text: [one for one in there if matter == (one.about, one.matter_id)] for text, matter in matters.items()}
    wanted = list(dict.fromkeys(one for found in meant.values() for one in found))
    for one in wanted:
        _settle(act, one)
    if wanted:
        act.done.append(Seen(tuple(dict.fromkeys(one.number for one in wanted))))
    if fitting:
        act.done += [] if wanted else [NothingUnseen("")]
        return
    act.done += [NothingUnseen(_named(act.read, text, *matters[text]) if text else "") for text, found in meant.items() if not found]


def _meant(read: Reader, typed: str) -> tuple[str, int]:
    """The matter that somebody means by a number: `2026-031` or `31`, `Q2026-003`, `D2026-001`, or `T-012`, `N-002` as it stands in the digest."""
    text = number_typed(typed)
    if not text[:1].isdigit():
        for about, table in {**MATTERS, "id": "notice"}.items():
            if table in LETTERS and as_own_number(text, table):
                return about, find_target(read, text)[0].family_id if table == "target" else find_own(read, table, text) or 0
    if _OF_THE_CHAIN.match(text):
        return ("request_id", find_request(read, text)) if text[0] in "Qq" else ("decision_id", find_decision_id(read, text))
    return "item_id", find_item(read, typed)


_OF_THE_CHAIN = pattern("[QD]-?[0-9]", re.IGNORECASE)
"""How the number of a request or a decision begins; a matter may begin with the letter alone."""


def _named(read: Reader, typed: str, about: str, matter_id: int) -> str:
    """What was typed; where that was words of an item, its number, so that nothing is said of everything with these words."""
    if about != "item_id" or any(map(str.isdigit, typed)):
        return typed
    return str(read.value("SELECT number FROM item WHERE id = :id", id=matter_id))


def _settle(act: Acting, one: Known) -> None:
    for notice in one.notices:
        act.change.set(act.change.get(Notice, notice), "seen", seen=act.today)
    if one.rule:
        act.change.add(FindingSeen, "seen", rule=one.rule, subject=one.subject, person_id=act.actor["id"], day=act.today)
