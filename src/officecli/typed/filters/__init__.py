"""The language of filters: what a person types to say which items are meant, read into a tree of what it says; nothing here asks the store for items."""

from __future__ import annotations

import re

_SIGNS = r"(?i)[:：<>=＜＞＝≤≥()（）\"“”「」＂'@＠|｜&＆!！]|(?:^|\s)(?:[-－+＋]\S|(?:or|and|not)(?:\s|$))|[或且非不]"
"""What makes a text more than words to be found: most are not, and need no grammar."""


def more_than_words(text: str) -> bool:
    """Whether a text must be read by the grammar: anything else is a text to be found as it stands."""
    return re.search(_SIGNS, text) is not None
