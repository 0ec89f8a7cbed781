"""Words of a state that a system writes with some of their letters: COMP, INPRG, CNCL."""

from __future__ import annotations

from functools import lru_cache

_WHOLE_WORDS = {
    "closed": ("completed", "complete", "closed", "resolved", "finished"),
    "cancelled": ("cancelled", "canceled", "withdrawn"),
    "suspended": ("on hold", "deferred", "suspended", "postponed"),
    "open": ("in progress", "pending", "scheduled", "assigned", "not started", "waiting", "ongoing"),
}
_WORDS = frozenset({"with", "post", "close", "resolve", "finish"})
"""Words that begin one of these, and are their own: With legal, Post to the site, Close it out."""
_SHORTEST = 4
"""Letters of a word that is cut short: COMP, INPRG, CNCL; of three only what every system writes (CAN)."""


@lru_cache(maxsize=256)
def cut_short(word: str) -> str | None:
    """The state of a word that a system writes with some of its letters: its beginning, or its first and others in their order; None where it is not plain."""
    if word in _WORDS or not word.isascii() or not word.isalpha() or not (len(word) >= _SHORTEST or word == "can"):
        return None
    codes = {
        code
        for code, whole in _WHOLE_WORDS.items()
        for one in whole
        if one.replace(" ", "").startswith(word) or (_skips_vowels(word, one.replace(" ", "")))
    }
    return codes.pop() if len(codes) == 1 else None


def _skips_vowels(word: str, whole: str) -> bool:
    """Whether a word is another without most of its vowels: cncl, inprg, rslvd."""
    letters = iter(whole)
    return whole[0] == word[0] and not {*word[1:]} & {*"aeiou"} and all(letter in letters for letter in word)
