"""Text that a program wrote for programs, a web form or a list of a language: what a reader sees of it."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from officecli.patterns import pattern

MARKS = "div|p|span|ul|ol|br|b|strong|i|em|u|a|font|h[1-6]"
"""The tags of a text, wherever it was written: the alternatives of a pattern."""
BREAK = pattern(r"</(?:div|p|li|tr|h[1-6])>|<br ?/?>", re.IGNORECASE)
"""What ends a line of it."""
_BEGINS = pattern(rf"<(?:{MARKS}|html|body)\b[^<>]*>", re.IGNORECASE)
_TAG = pattern(r"</?[a-z][a-z0-9]*\b[^<>]*>", re.IGNORECASE)


@lru_cache(maxsize=256)
def without_markup(text: str) -> str:
    """The words of a cell that begins with a tag (`<div><p>Order badges</p></div>`), a line for each paragraph; any other text as it is."""
    if not _BEGINS.match(text):
        return text
    lines = html.unescape(_TAG.sub("", BREAK.sub("\n", text))).split("\n")
    return "\n".join(line for part in lines if (line := " ".join(part.split())))


_LISTED = pattern(r"""[\[{]\s*(?P<mark>["'])(?P<names>.*)(?P=mark)\s*[\]}]""", re.DOTALL)


@lru_cache(maxsize=256)
def without_list(text: str) -> str:
    """The texts of a cell that is a list (`["Ana", "Bob"]`, `{"Ana","Bob"}`), joined by `;`; any other text as it is."""
    found = _LISTED.fullmatch(text)
    return "; ".join(re.split(rf"{found['mark']}\s*,\s*{found['mark']}", found["names"])) if found else text
