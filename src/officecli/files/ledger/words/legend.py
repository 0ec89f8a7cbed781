"""What a ledger's own legend says its letters mean: G = on track, B = complete."""

from __future__ import annotations

import re
from collections.abc import Iterable

from officecli.files.ledger.words.states import read_state

_PAIR = re.compile(
    r"(?<![\w.])(?P<code>[A-Za-z]{1,3}|[A-Za-z]{3,8}(?= ?=))\s*(?:=|\s[-–—]\s|:\s)\s*(?P<meaning>[^=;,|/\n]+?)(?=\s*[;,|/\n]|\s+[A-Za-z]{1,8}\s*(?:=|\s[-–—]\s|:\s)|$)"
)
_SEVERAL = 2
"""Letters of which a text must say the meaning to be a legend."""

_LONGEST = 300


def legend(texts: Iterable[str]) -> dict[str, str]:
    """Letter or colour in small letters → the code of the state that a legend among the texts gives it."""
    found: dict[str, str] = {}
    for text in texts:
        pairs = [(pair["code"].casefold(), read_state(pair["meaning"].strip(" ."))) for pair in _PAIR.finditer(text[:_LONGEST])]
        if len(pairs) >= _SEVERAL and all(stated for _code, stated in pairs):
            found |= {code: stated.code for code, stated in pairs if stated}
    return found
