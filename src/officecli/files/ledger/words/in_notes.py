"""What a note tells of the end or of a pause of its matter."""

from __future__ import annotations

import re
from functools import lru_cache

from officecli.files.ledger.words.ended import ENDED, HAN_WHOLE
from officecli.files.ledger.words.han_states import CLOSED, said_in_han
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import PLACE, read_state, segments_of

_SAID_FIRST = re.compile(
    rf"(?:{ENDED})(?: [-–—]+ |[.;,–—] ?)(?!.*(?:\b(?:await|pend|needs\b|requires\b|next|but|except|phase|part|draft|remain|left|still|to (?:do|be|follow|come)|only|stage|step|first|half|some|most|no[tw]?\b"
    r"|will|would|continu|ongoing|item|initial)|[%?])).+"
)
"""A word of the end that stands before its dash or full stop, and nothing behind that takes it back."""
_BROUGHT_TO_END = re.compile(
    rf"(?P<day>{DAY_WORD})[^,.;，。；]{{0,8}}(?:完毕|到位|完成|验收|{HAN_WHOLE}|交付)|\b(?:done|finished|completed|closed|finali[sz]ed|verified|accepted|installed|delivered) (?:on )?(?P<day2>{DAY_WORD})"
)
_RECEIVED = re.compile(r"已(?:验收|验证|核验)|已?验收入库|(?:已|全部)?(?:完成付款|付款完[毕成]|付清|结清|(?:交付|投入)使用)")
"""What a cell alone, or several of them, say of what was bought or built."""
_WHOLE = re.compile(r"(?:已?完成)?100 ?%")


@lru_cache(maxsize=1024)
def told_in(text: str) -> Stated | None:
    """The end or the pause that a note tells of (√ 6.28, Done June 24, 已办结, Withdrawn by …); None where it says no more than how the work goes."""
    found = None if PLACE.match(text) else read_state(text)  # 1. Quotes in: a point of several
    if found is None or not found.noted or found.code not in ("closed", "cancelled", "suspended"):
        return None
    if found.code == "closed" and _SAID_FIRST.match(plain_text(text)):
        return found  # Done – opened June 26
    beside = DAY.sub("", found.beside).strip(" .,，on于在")
    return found if found.firm or not beside or CLOSED.fullmatch(beside) else None  # 已整改到位，6月26日通过验收


@lru_cache(maxsize=1024)
def ended_alone(text: str) -> Stated | None:
    """The end of the whole that a cell tells of which says nothing else, but for a day or that all of it is done: 已答复(6.28); 100%，已验收."""
    segments = segments_of(text)
    ended = [one for one in segments if not DAY.fullmatch(one) and not _WHOLE.fullmatch(one)]
    if not ended or not all(_RECEIVED.fullmatch(one) or ((said := said_in_han(one)) and said.code == "closed") for one in ended):
        return None
    day = next((one for one in segments if DAY.fullmatch(one)), "")
    return Stated("closed", day, firm=False)


@lru_cache(maxsize=1024)
def ended_on(text: str) -> str:
    """The one day of which a note says that something was brought to its end on it (6月3日更换完毕), in its words; of a matter known to be over. "" where there is none."""
    plain = plain_text(text)
    found = _BROUGHT_TO_END.search(plain) if len(DAY.findall(plain)) == 1 else None
    return (found["day"] or found["day2"]) if found else ""
