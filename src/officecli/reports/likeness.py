"""How much two titles have in common: words in the Latin alphabet, pairs of characters in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

_RUNS = re.compile(r"[㐀-鿿]+|[^\W\d_㐀-鿿]{3,}")


def words_of(title: str) -> frozenset[str]:
    """The words of a title by which it can be known again; numbers, dates and words of one or two letters tell nothing."""
    found: set[str] = set()
    for run in _RUNS.findall(unicodedata.normalize("NFKC", title).casefold()):
        found |= {run} if run < "㐀" or len(run) == 1 else {one + other for one, other in pairwise(run)}
    return frozenset(found)


class Likeness:
    """Compares a title with many others; a word that stands in many of them counts for little."""

    def __init__(self, title: str, others: Iterable[str]) -> None:
        self._words = words_of(title)
        self._often = Counter(word for other in others for word in words_of(other))

    def shared(self, other: str) -> list[str]:
        """The words the title has in common with `other`."""
        return sorted(self._words & words_of(other))

    def weight(self, other: str) -> Fraction:
        """How much they have in common: each shared word counts by how rare it is."""
        return sum((Fraction(1, max(1, self._often[word])) for word in self.shared(other)), Fraction())
