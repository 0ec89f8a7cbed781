"""When two names or two matters are the same to a reader: width, case and spacing do not count."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """A person's name without spaces, width and case: `张 三` and `张三` are one person."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def title_key(title: str) -> str:
    """A matter without punctuation, spaces, width and case; empty for a title of signs only."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", title).casefold()))
