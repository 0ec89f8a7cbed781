"""A command as it is typed into a shell."""

from __future__ import annotations

from officecli.patterns import pattern

_NEEDS_NONE = pattern(r"[\w@%+:,./-]+")
_TAKEN_APART = frozenset('"$`\\!')
"""What a shell reads between double quotation marks, too."""


def as_word(text: str) -> str:
    """A text as one word of a command: as it is where no shell takes it apart, else in quotation marks."""
    if _NEEDS_NONE.fullmatch(text):
        return text
    if _TAKEN_APART.isdisjoint(text):
        return f'"{text}"'
    return "'" + text.replace("'", "'\"'\"'") + "'"
