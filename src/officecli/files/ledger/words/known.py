"""The words of states that are known one by one: the codes' own, and those of offices and their systems."""

from __future__ import annotations

from officecli.files.ledger.words.han.states import FIRM
from officecli.files.ledger.words.plain import plain_text
from officecli.files.ledger.words.state_words import SAID
from officecli.files.ledger.words.stated import Stated
from officecli.model import codes

_ALSO = {**codes.READ_AS.also, **codes.STATUSES.also}
_STATES = ("open", "issued", "in-hand", "submitted", "suspended", "cancelled", "closed")

_SAID: dict[str, str] = {plain_text(word): code for code, words in SAID.items() for word in words.split("|")}
CODES: dict[str, str] = {plain_text(word): code for code in _STATES for word in (code, *_ALSO[code].split("|")) if plain_text(word)}
_FIRM_WORDS = frozenset(
    {
        "closed",
        "clsd",
        "closed out",
        "cancelled",
        "canceled",
        "withdrawn",
        "dropped",
        "deferred",
        "postponed",
        "suspended",
        "paused",
        "on hold",
        "obe",
    }
)
_OF_THE_MATTER = frozenset(
    {
        "rescinded",
        "overcome by events",
        "overtaken by events",
        "no longer required",
        "no longer applicable",
        "no longer relevant",
        "not pursued",
        "moot",
        "canx",
        "cnx",
        "cnxd",
    }
)
"""Words of that list which in a note, too, say of the matter itself that it is given up; revoked or removed may be what was asked for."""


def known_word(word: str) -> Stated | None:
    """What a word says that is on a list, be it of those that are said in a column of states only."""
    if code := CODES.get(word):
        return Stated(code, firm=code != "closed" or bool(FIRM.fullmatch(word)) or word in _FIRM_WORDS)
    firm = word in _OF_THE_MATTER
    return Stated(_SAID[word], firm=firm, noted=firm) if word in _SAID else None
