"""The language of filters: what a person types to say which items are meant, read into a tree of what it says; nothing here asks the store for items."""

from __future__ import annotations

_SIGNS = frozenset(":：<>=＜＞＝≤≥()（）\"“”「」＂'@＠|｜&＆!！或且非不")
_BEFORE_A_WORD = ("-", "－", "+", "＋")
_JOINING = ("or", "and", "not")
"""What makes a text more than words to be found: most are not, and need no grammar. No patterns: they take longer to compile than the answer to find."""


def more_than_words(text: str) -> bool:
    """Whether a text must be read by the grammar: anything else is a text to be found as it stands."""
    return not _SIGNS.isdisjoint(text) or any(
        word.casefold() in _JOINING or (len(word) > 1 and word.startswith(_BEFORE_A_WORD)) for word in text.split()
    )
