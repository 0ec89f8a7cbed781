"""Which title of a post is meant by words that are not its own: Police Chief, the Clerk."""

from __future__ import annotations

import re
from functools import lru_cache

from officecli.patterns import pattern
from officecli.typed.office.addressed import CUT_SHORT

_OFFICE = pattern(
    r"(?:the )?(?P<office>clerk|treasurer|secretary|chair(?:man|woman|person)?|registrar|warden|bursar|chaplain|steward|auditor|librarian)",
    re.IGNORECASE,
)
"""What a body has one of, and calls so without saying whose: the Clerk is the Parish Clerk."""
_ONE_WORD = pattern(r"(?P<the>the )?(?P<word>[a-z]+)\.?", re.IGNORECASE)
"""A title of one word, cut short or with its article: Lt., the Lieutenant."""


def is_called(title: str, said: str) -> bool:
    """Whether an English text means the post of a title: by its words in another order (the Chief of Police), or by the office that stands last in it."""
    words = _words_of(said)
    if len(words) > 1:
        return _words_of(title) == words
    if (word := _ONE_WORD.fullmatch(said.strip())) and (word["the"] or word["word"].casefold() in CUT_SHORT) and words == _words_of(title):
        return True
    office = _OFFICE.fullmatch(said.strip())
    return office is not None and title.casefold().split()[-1:] == [office["office"].casefold()]


def is_called_with_unit(title: str, unit: str, said: str) -> bool:
    """Whether an English text means the post of a title in a section, by the words of both: Records Supervisor, Supervisor of Records."""
    words = _words_of(said) - _KINDS
    return bool(_words_of(unit) - _words_of(title)) and words == (_words_of(title) | _words_of(unit)) - _KINDS


def is_called_by_initials(title: str, unit: str, said: str) -> bool:
    """Whether an English text means the post of a title in a section that one of the two names by its initials: PW Director, Human Resources Director."""
    initials = initials_of(unit).upper()
    if not initials:
        return False
    spelled = [re.sub(rf"\b{re.escape(initials)}\b", unit, text) for text in (title, said)]
    return spelled != [title, said] and len(words := _words_of(spelled[1])) > 1 and words == _words_of(spelled[0])


def initials_of(unit: str) -> str:
    """The letters by which a section of several words is called, in small ones: pw of Public Works; "" of one word."""
    initials = "".join(word[0] for word in re.findall(r"\w+", unit.casefold()) if word not in _SMALL)
    return initials if len(initials) >= _FEWEST_INITIALS else ""


def heads_unit(said: str) -> str:
    """The section whose head an English text means, Head of Records, Records lead; "" for any other text."""
    found = _HEAD.fullmatch(said.strip())
    return (found["of"] or found["before"]) if found else ""


_SMALL = frozenset({"of", "the", "and", "for"})
_FEWEST_INITIALS = 2
_KINDS = frozenset("department dept division div office section team unit branch bureau".split())
"""What sections are called besides their name."""
_HEAD = pattern(r"(?:the )?(?:head|lead|person in charge|officer in charge) of (?:the )?(?P<of>.+)|(?P<before>.+) (?:head|lead)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _words_of(title: str) -> frozenset[str]:
    """The words of a title, in whatever order they stand: of two or more it is known by them."""
    return frozenset(CUT_SHORT.get(word, word) for word in re.findall(r"[a-z]+", title.casefold())) - _SMALL
