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


def is_called(title: str, said: str) -> bool:
    """Whether an English text means the post of a title: by its words in another order (the Chief of Police), or by the office that stands last in it."""
    words = _words_of(said)
    if len(words) > 1:
        return _words_of(title) == words
    office = _OFFICE.fullmatch(said.strip())
    return office is not None and title.casefold().split()[-1:] == [office["office"].casefold()]


@lru_cache(maxsize=1024)
def _words_of(title: str) -> frozenset[str]:
    """The words of a title, in whatever order they stand: of two or more it is known by them."""
    return frozenset(CUT_SHORT.get(word, word) for word in re.findall(r"[a-z]+", title.casefold())) - {"of", "the", "and", "for"}
