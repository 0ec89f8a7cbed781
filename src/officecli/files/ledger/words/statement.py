"""What one statement of a cell says of how far its matter is, by the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from officecli.files.ledger.words.ended import HAN_WHOLE
from officecli.files.ledger.words.english.behind_an_end import made_known
from officecli.files.ledger.words.english.cut_short import cut_short
from officecli.files.ledger.words.english.stated_freely import IN_TURN, is_a_deed, is_begun
from officecli.files.ledger.words.english.states import ITSELF_ENDED, said_in_latin, said_with_reason
from officecli.files.ledger.words.han.states import CLOSED, FIRM, said_in_han
from officecli.files.ledger.words.known import known_word
from officecli.files.ledger.words.plain import DAY, DAY_WORD, HAN_MONTH
from officecli.files.ledger.words.stated import Stated
from officecli.model.codes import OVER
from officecli.patterns import pattern

_AFTER_DAY = pattern(rf"(?:on |at |已?于|在)?(?P<day>{DAY_WORD})\s*(?:已|，|,|:|：|-)?\s*(?P<word>.+)")
_BEFORE_DAY = pattern(
    rf"(?P<word>.+?)\s*+(?:(?:on|at|as of|于|在|,|，|:|：|-)\s*+)?[(（]?(?P<day>{DAY_WORD})[)）]?(?: (?!tb|est|ext|due|not|but|new|old|rev|per|for|via|am|pm"
    rf"|no|na|nb|pt|ph|if|or|so|to|at|by|on|in|and|yet|wip|was|may|can|tba)[a-z]{{2,3}})?"
)
"""A word with its day, and the initials of who wrote it."""
_IN_A_MONTH = pattern(rf"[于在]?(?:{HAN_MONTH})(?P<word>[已均全].+)|(?:已于|在)(?:{HAN_MONTH})(?P<word2>[\u3400-\u9fff]+)")
"""A word behind the month of its year: 2026年6月已完成, 已于2026年6月办结."""
_VOTED = pattern(
    r"(?P<word>adopted|passed|carried|approved|ratified|enacted|denied|failed|defeated|tabled"
    r"|rejected)(?: (?:on|by))?(?: an?)?(?: (?:vote|count) of)?,? \(?(?:1[0-9]|\d)\s?[-–]\s?(?:1[0-9]|\d)(?:\s?[-–]\s?\d)?\)?(?: vote)?"
)
"""What was decided, by so many votes to so many."""
_BOTH = pattern(r"/| ?& ?| and ")
_TAKEN_OFF = pattern(
    r"(?:removed|taken|struck|dropped|deleted)(?: off)?(?: (?:from|off) (?:the |this |our )?(?:\w+ )?(?:list|log|agenda|report|tracker|register"
    r"|plan|sheet))?"
    r"|archived?(?: (?:in|to|on|at|with|by) .{2,20})?|moved (?:in)?to (?:the |our )?(?:archives?"
    r"|(?:closed|completed|done|finished) (?:list|log|tab|sheet|items?|tasks?|actions?))"
)
"""What is done with the paper once the matter is over."""
_DAY_THEN_WHY = pattern(
    rf"(?P<word>[a-z' ]+?),? (?:on )?(?P<day>{DAY_WORD})[ ,]+(?P<why>(?:by|at|per|because|due to|via|after|upon|as|following|since|until|till)\b.+)"
)
"""A word with its day, and who or what brought it about: Cancelled 6/15 at the tenant's request."""
_DAY_OF_END = pattern(rf"(?P<end>{HAN_WHOLE})(?:时间|日期)")
"""Before the day of the end, what it is the day of: 办结时间：6月16日."""
_NO_DEED = pattern(r"(?:expected|planned|scheduled|anticipated|estimated|projected|targeted|required|needed|intended|proposed|forecasted)\b")
"""Before deeds that are to come."""
_STEP = pattern(r"paid|checked|verified|sent|confirmed|shipped|met\b|replied|responded")
"""Done to what only began, it is a step of the work: Ordered and paid."""
_TO_A_THING = pattern(r"(?:replaced|removed|deleted|merged|terminated|discontinued|revoked|voided|scrapped)\b")
"""Of a matter it says that it is given up, and of a lamp that the work is done: Inspected and replaced, Removed 6/24 by the contractor."""
_OF_SOME = pattern(
    r"\b(?:re ?open\w*|temporar\w+|interim|to verify|to be|(?:site|phase|part|section|area|stage) (?:\d|[a-z]\b)|recurr\w*|first|one|half)\b"
)
"""Behind the day of an end: it is one of a part, or of no lasting."""
_NO = frozenset({"x", "n", "no", "否"})
_SHARE = pattern(r"(?:已?完成|(?P<first>complete[d]?|done|finished)\W{1,3})?(\d{1,3}(?:\.\d+)?) ?%(?: ?(?P<word>complete[d]?|done|finished))?")
_ALL = 100


@lru_cache(maxsize=1024)
def read_statement(plain: str) -> Stated | None:
    """One statement, by the whole of it: a known word, a word with a day, a Chinese phrase that begins so."""
    if known := known_word(plain):
        return known
    if short := cut_short(plain):
        return Stated(short, firm=False, noted=False)
    day = DAY.search(plain)
    without = f"{plain[: day.start()]}{plain[day.end() :]}".strip(" ,:-") if day and day.end() == len(plain) else plain
    if (words := _BOTH.split(without)) and len(words) > 1 and (both := _each_known(words)):
        return both._replace(beside=day[0]) if day else both  # Closed/Verified; executed and filed 6/12
    if share := _SHARE.fullmatch(plain):
        if float(share[2]) >= _ALL and (share["first"] or share["word"]):
            return Stated("closed", firm=False, noted=False)
        return Stated("open", firm=False) if float(share[2]) < _ALL else None  # whether all of it ends the matter is not said
    if (found := _IN_A_MONTH.fullmatch(plain)) and (known := _alone(found["word"] or f"已{found['word2']}")):
        return known
    if in_turn := IN_TURN.fullmatch(plain):
        return _last_in_turn(in_turn["first"], in_turn["last"], plain)
    if stated := said_in_han(plain) or said_in_latin(plain):
        return stated
    if voted := _VOTED.fullmatch(plain):
        return _alone(voted["word"])  # Adopted 4-1 is no first of April
    for form in (_BEFORE_DAY, _AFTER_DAY) if DAY.search(plain) else ():  # which most have not, and each would be looked for from every letter
        if (found := form.fullmatch(plain)) and (known := _alone(found["word"])):
            if found["word"] in _NO and known.code == "open":
                return None  # x 6/24: whoever writes a day beside a cross may mean that it is done
            return Stated(known.code, found["day"], known.firm, known.noted)
    if (found := _DAY_THEN_WHY.fullmatch(plain)) and (known := _alone(found["word"])):
        if _TO_A_THING.match(found["word"]):
            return None
        why = read_statement(f"{found['word']} {found['why']}")
        return (
            known._replace(beside=f"{found['day']} {found['why']}") if why and why.code == known.code and not _OF_SOME.search(found["why"]) else None
        )
    return said_with_reason(plain)


def _last_in_turn(first: str, last: str, plain: str) -> Stated | None:
    """What deeds done in turn say together: what the last does, where it is known; of one that may be an end, nothing."""
    day = DAY.search(last)
    deed = DAY.sub("", last).strip(" ,;:-()").removesuffix(" on")
    begun, said = known_word(first), _alone(deed)
    if begun and begun.code == "closed" and (_TAKEN_OFF.fullmatch(deed) or made_known(last)):
        return said_in_latin(plain) or begun._replace(beside=day[0] if day else "")  # Completed and installed in phase 1
    if begun and said and begun.code != said.code and begun.code in OVER:
        return None  # Closed and reopened
    if _TO_A_THING.match(deed):
        return None
    if _NO_DEED.match(first) or (is_begun(first) and _STEP.match(last)):
        return said_in_latin(plain)  # Expected completed and paid 7/30; Ordered and paid
    if said and said.code in OVER:
        return Stated(said.code, day[0] if day else "", firm=False, noted=False)
    return None if said is None and is_a_deed(last) else said_in_latin(plain)


def _each_known(words: Sequence[str]) -> Stated | None:
    """The state that every one of several words says by itself."""
    found = [known_word(word.strip()) for word in words]
    return found[0] if len({one.code if one else "" for one in found}) == 1 else None


def _alone(word: str) -> Stated | None:
    word = word.strip(" ,，:：-")
    word = of_itself["end"] if (of_itself := ITSELF_ENDED.fullmatch(word) or _DAY_OF_END.fullmatch(word)) else word
    if known := known_word(word):
        return known
    if CLOSED.fullmatch(word):
        return Stated("closed", firm=bool(FIRM.match(word)))
    if (words := _BOTH.split(word)) and len(words) > 1 and (both := _each_known(words)):
        return both  # Fixed and verified 6/24
    return Stated(short, firm=False, noted=False) if (short := cut_short(word)) else None
