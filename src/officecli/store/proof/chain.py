"""The trail's chain: what is hashed, and how. Plain functions; reads use them too."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from officecli import clock

_ENCODED = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(entry: Any) -> str:
    """The one text of an entry, or of a part of one: JSON with sorted keys and no spaces, in UTF-8. These bytes are what is hashed."""
    return _ENCODED(entry)


class Hand(NamedTuple):
    """The names an entry is signed with, and the account, machine and program it was written by, as the table has them."""

    actor: str
    behalf: str | None
    login: str
    uid: int | None
    whose: str | None
    host: str
    tool: str

    @property
    def by_login(self) -> str | None:
        """The login at the keys, where it was neither the actor's own nor a registrar's; entries of before say nothing of it."""
        return self.login if self.whose in ("other", "nobody") else None


OWN = ("seq", "subject_id", "item_id", "before", "after", "hash")
SHARED = ("command", "at", "day", "actor_id", "behalf_id", "role", "verb", "subject", "reason", "hand_id", "by_login", "recorded")
COLUMNS = (*OWN, *SHARED)
"""An entry is a tuple of these: what is its own, and what it shares with those that the same command made of other rows of the table."""


_NOTHING = "null"


class Form:
    """The canonical text of entries that share what they share, which is said once.

    `text` of the rest is, letter for letter, `canonical` of all of it.
    """

    def __init__(self, shared: tuple[Any, ...], hand: Hand) -> None:
        command, at, day, actor_id, behalf_id, role, verb, subject, reason, _hand_id, _by_login, recorded = shared
        behalf = f'{{"id":{_NOTHING if behalf_id is None else behalf_id},"name":{_NOTHING if hand.behalf is None else quoted(hand.behalf)}}}'
        afterwards = "" if recorded is None else f'"recorded":{quoted(recorded)},'
        whose = "" if hand.whose is None else f',"whose":{quoted(hand.whose)}'
        user = f'{{"name":{quoted(hand.login)},"uid":{_NOTHING if hand.uid is None else hand.uid}{whose}}}'
        self._first = f'{{"actor":{{"id":{actor_id},"name":{quoted(hand.actor)}}},"after":'
        self._second = f',"at":{quoted(at)},"before":'
        for_whom = _NOTHING if behalf_id is hand.behalf is None else behalf
        self._third = f',"behalf":{for_whom},"command":{command},"day":{quoted(day)},"host":{quoted(hand.host)},"id":'
        self._fourth = f',"reason":{quoted(reason)},{afterwards}"role":{quoted(role)},"seq":'
        self._last = f',"subject":{quoted(subject)},"tool":{quoted(hand.tool)},"user":{user},"verb":{quoted(verb)}}}'

    def text(self, seq: int, subject_id: int, item_id: int | None, before: str | None, after: str | None, prev: str) -> str:
        """The text of one entry; `before` and `after` are canonical themselves, `prev` is the hash of the one before it, in which nothing is to be escaped."""
        return (
            f"{self._first}{after or _NOTHING}{self._second}{before or _NOTHING}{self._third}{subject_id}"
            f',"item":{_NOTHING if item_id is None else item_id},"prev":"{prev}"{self._fourth}{seq}{self._last}'
        )


TOLERANCE = timedelta(minutes=1)
"""By so much the clocks of machines that are looked after differ."""


def ran_back(before: str, at: str) -> bool:
    """Whether from one stored moment (UTC text) to the next time ran backwards, by more than clocks differ."""
    try:
        return at < before and clock.moment(before) - clock.moment(at) > TOLERANCE
    except ValueError:  # somebody wrote there by hand
        return True


def digest(text: str) -> str:
    """An entry's hash; its text holds the hash before it, which is what makes a chain."""
    return hashlib.sha256(text.encode()).hexdigest()
