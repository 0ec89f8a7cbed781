"""What kind of answer a text is by its first words: agreed, not agreed, 同意, 不予批准; any other tells what is to be done."""

from __future__ import annotations

import re

from officecli.model.words import word
from officecli.patterns import pattern

_SAID = pattern(
    r"""(?:(?P<refused>[暂均]?不(?:予)?(?:同意(?!见)|批准|赞成) | (?:不(?:可|行|妥|宜|准)|否)(?=\W|$)
          | not\ (?:agreed|approved)\b | (?:refused|declined|rejected)(?=$BEHIND) | no(?!\.?\s*\d)(?=\s*(?:[^\w\s]|$)))
        |(?P<approved>(?:原则上?|均|完全)?(?:同意(?!见|书|后|前|时|[与不]?否|不同意|吗|的话)|批准(?!文|书|后|前|时)|照准|准予)
          | (?:可以?|可行|准|好|照办)(?=\W|$)
          | (?:agreed|i\ agree|approved|granted|yes|ok|okay|go\ ahead)(?=$BEHIND)))""".replace(
        "$BEHIND", r"\s*(?:[^\w\s]|$)|\s+(?:to|as|for|with|if|but|on|subject|from|in|until|provided|by|this|so)\b"
    ),
    re.IGNORECASE | re.VERBOSE,
)
_ASKS = pattern(r"[^。.!！;；,，\n]*[?？]")
"""All of it is a question, to whomever: 同意？"""


def verdict_of(text: str) -> str:
    """The code of the answer that a text is by what it begins with; `instructed` where that neither grants nor refuses."""
    said = text.strip()
    found = None if _ASKS.fullmatch(said) else _SAID.match(said)
    return next((code for code in ("refused", "approved") if found and found[code]), "instructed")


def answer_in_words(verdict: str | None, text: str) -> list[str]:
    """An answer as people are told it: which it is, and its words; these alone where they begin with the word for it."""
    which = word("verdict", verdict) if verdict else ""
    says_it = text.casefold().startswith(which.casefold())
    return list(filter(None, ("" if says_it else which, text)))
