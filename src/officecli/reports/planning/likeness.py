"""How much two titles have in common: words in the Latin alphabet, pairs of characters in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

_SAY_NOTHING = frozenset({
    "about", "all", "and", "are", "for", "from", "has", "have", "its", "new", "not", "off",
    "our", "out", "over", "that", "the", "their", "this", "under", "was", "with", "your",
})  # fmt: skip
_RUNS = re.compile(r"[㐀-鿿]+|[^\W\d_㐀-鿿]{3,}")


def words_of(title: str) -> frozenset[str]:
    """The words of a title by which it can be known again; numbers, dates and words of one or two letters tell nothing."""
    found: set[str] = set()
    for run in _runs(title):
        found |= {run} if _whole(run) else {one + other for one, other in pairwise(run)}
    return frozenset(found)


class Likeness:
    """Compares a title with many others; a word that stands in many of them counts for little."""

    def __init__(self, title: str, others: Iterable[str]) -> None:
        self._title = title
        self._words = words_of(title)
        self._often = Counter(word for other in others for word in words_of(other))

    def shared(self, other: str) -> list[str]:
        """What the title has in common with `other`, in its order; pairs of characters that overlap as one word: 领导批示, not 领导, 导批, 批示."""
        same = self._words & words_of(other)
        found: dict[str, None] = {}
        for run in _runs(self._title):
            if _whole(run):
                found |= dict.fromkeys({run} & same)
                continue
            word = ""
            for one, next_ in pairwise(run):
                if one + next_ in same:
                    word = (word or one) + next_
                elif word:
                    found[word], word = None, ""
            if word:
                found[word] = None
        return list(found)

    def weight(self, other: str) -> Fraction:
        """How much they have in common: each shared word, or pair of characters, counts by how rare it is."""
        return sum((Fraction(1, max(1, self._often[word])) for word in self._words & words_of(other)), Fraction())


def _runs(title: str) -> list[str]:
    return [run for run in _RUNS.findall(unicodedata.normalize("NFKC", title).casefold()) if run not in _SAY_NOTHING]


def _whole(run: str) -> bool:
    """Whether a run of characters is a word by itself: one in the Latin alphabet, or a single Chinese one."""
    return run < "㐀" or len(run) == 1
