"""That what a title asks for was done, as an English note says it in passing: bought the chairs, of Buy chairs;
mailed 7/2, everybody has theirs, of Send out the badges; the position is filled, of Hire a clerk; passed, of Test the pump.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.english.deeds import asked_of, is_deed_of, is_its_own_end, same_thing
from officecli.files.ledger.words.english.done_in_speech import BESIDE_A_DEED, asks_for_several, deed_in_speech
from officecli.files.ledger.words.english.given_out import is_filing
from officecli.files.ledger.words.english.passed_on import ONES_OWN, WHO_LOOKS_IT_OVER
from officecli.files.ledger.words.english.stated_freely import is_begun
from officecli.files.ledger.words.english.what_came_of_it import is_evidence, is_left, tells_of_its_end
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern
from officecli.typed.dates.english.words import NUMBERS
from officecli.typed.dates.names import MONTH_NAME, WEEKDAY_NAME

_LONGEST = 120
"""Letters of a note that says it in passing; a longer one is a report."""
_MAY_TELL = pattern(
    rf"(?:ed|en|wn|nt|ght|ld|id|de|ut|t|'d)\b|\b(?:{ENDED}|pd|ran|drew|took|gave|wrote|spoke|met|got|have|has|gone|out|up|on|in|yes|here"
    rf"|passe[sd]|conf\w*)\b"
)
"""What a note has to hold, to be looked at further."""
_SHORT = {"pd": "paid", "rec'd": "received", "recd": "received", "rcvd": "received", "dlvd": "delivered", "compl": "completed", "w/": "with "}
_NO_BEFORE = pattern(r"\b(?:no|number)\.? ?#? ?(?=\d)")
_CUT_SHORT = pattern(rf"(?<![a-z])(?:{'|'.join(map(re.escape, _SHORT))})(?![a-z])")
_DOT_BEHIND = pattern(r"\b(cert|conf|eff|dept|rec|incl|no|ck|mrs?|ms|dr|st|inc|ave)\.(?= )")
_DAY_IN_BRACKETS = pattern(rf"\((?:on )?({DAY_WORD})\)")
_CLAUSES = pattern(r"\s*[,;!()]+\s*|\.\s+|\s[-–—+&]+\s|\s(?:and|then|and then)\s")
_YES = pattern(r"(?:yep|yes|yup|ok(?:ay)?|done deal|finally)")
_TERM = pattern(
    rf"\b(?P<deed>renewed|extended|booked|rented|leased|reserved|insured|subscribed|paid)(?: (?:it|them|all))?,? (?:thr(?:u|ough)|until|till|to|for)"
    rf" (?:(?:{MONTH_NAME})\.?,? ?(?:20\d\d|'\d\d)|(?:fy ?)?20\d\d|(?:\d{{1,2}}|one|two|three|another) (?:more )?(?:yrs?|years?|months?)|{DAY_WORD})"
)
"""For how long it was done, which is no time at which it will be: Renewed through June 2027."""
_TO_COME = pattern(rf"\b(?:for|is|are|was|starts|begins|opens|to) (?:{DAY_WORD})")
"""A day that is not that of the deed: (retreat is 8/12)."""
_NUMBER = pattern(rf"\d+|\b(?:{'|'.join(word for word, many in NUMBERS.items() if many > 1)})\b")
_ALL = frozenset({"all", "both", "every", "everything", "everybody", "everyone"})
_OTHERWISE_WITH = frozenset(
    "put set take get call turn give make hold let look run keep bring cut break send pay write draw lay hand back sign mark close".split()
)
_OTHERWISE = frozenset("up out off in on over down back".split())
"""Small words with which such a deed is another."""
_TO_WHOM = pattern(r" to (?:the |our |all |all the |all of the )?(?P<whom>[a-z' ]{2,30})$")
_OTHERS = frozenset(
    "state county city feds council board commission funder grantor bank irs court clerk everyone everybody all them requester owner owners".split()
)
_WITH_OTHERS = pattern(rf"\b(?:to|with|for|at|by) (?:the |our |my )?(?:\w+ )?(?:{WHO_LOOKS_IT_OVER}|{ONES_OWN})\b")
_LAST_OF_IT = pattern(
    r"(?:the )?(?:very )?last (?:item|one|box|piece|form|of (?:it|them))(?: \([^()]{1,20}\))? (?:was |is |has been |now |finally )*"
    rf"(?:(?:ticked|checked|crossed|signed) off|done|received|completed|closed|finished|turned in|handed in|filed)(?:,? (?:on )?{DAY_WORD})?"
)
"""With the last of it all of it is done: last item ticked off 7/2."""
_AT_LAST = pattern(
    r"(?:it )?(?:was|had been) (?:on hold|held up|delayed|late|stuck|stalled|overdue|paused|waiting(?: (?:on|for) [a-z' ]{2,30}?)?)"
    rf",? (?:but )?(?:(?:it )?(?:is|has been)|it's|now|all|finally|everything(?:'s| is)?| )*(?:{ENDED})(?: now)?(?:,? (?:on )?{DAY_WORD})?"
)
"""How it rested before, and that it is over: was held up but all done now."""
_OF_ALL_OF_IT = ("all of it",)
"""In place of the clauses of a note that says so whatever its title."""
_END = pattern(rf"(?:all |everything |it's |now )*(?:{ENDED})(?: now)?")
_CAUSED = pattern(r"(?:get|have) (?P<what>.{3,60}?) (?P<deed>(?!need|speed)[a-z]{3,}ed|done|paid|sent|written|built|cut|made|sold|hung)")
"""A title that asks that somebody do it: Get the lease signed."""
_CASE = r"(?:finding|case|ticket|complaint|claim|appeal|violation|work order|inquiry|request|grievance|audit|permit)"
_CASE_CLOSED = pattern(rf"(?:the |our |this )?(?P<what>{_CASE}) (?:is |was |now |has been )*(?:closed|resolved|settled|dismissed|cleared)(?: out)?")
"""The case that a title is about is over: finding closed, of Respond to the audit finding."""
_WHO_DID = pattern(r"(?:[A-Z][a-z]+ )(?=(?:got|took|spoke|talked|wrote|gave|drew|has|did)\b)")
"""Somebody's name before what can only be their own deed: Karen got them on the phone."""


def said_briefly(text: str, title: str) -> Stated | None:
    """The end of a note whose clauses say that what the title asks for was done, and besides no more than what came of it."""
    clauses = _clauses_of(text)
    if clauses == _OF_ALL_OF_IT:
        return Stated("closed", _day_of((_in_full(text),)), firm=False)
    if not clauses:
        return None
    told = [one for one in clauses if not _YES.fullmatch(one) and DAY.sub("", one).strip(" ,:-")]
    asked = _asked(plain_text(title))
    if not asked or asks_for_several(asked):
        return None
    did = [one for one in told if _is_done(one, asked)]
    if not did and len(told) > 1 and _is_own_end(told, asked):
        did = told[:1]
    if not did and len(told) > 1 and _END.fullmatch(DAY.sub("", told[0]).strip(" ,:-").removesuffix(" on")):
        did = told[:1]  # Complete 6/30 - no findings
    if not did or not all(one in did or tells_of_its_end(one, asked) for one in told):
        return None
    return Stated("closed", _day_of(clauses), firm=False)


@lru_cache(maxsize=1024)
def _clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of a note; none where it is long, or something in it is left or to come, so that it says of no deed that it was all."""
    if len(text) > _LONGEST or not text.isascii() or "?" in text or "%" in text:
        return ()
    plain = _DAY_IN_BRACKETS.sub(r" \1", _in_full(text))
    if not _MAY_TELL.search(plain) or came_back(plain):
        return ()
    if _LAST_OF_IT.fullmatch(plain) or _AT_LAST.fullmatch(plain):
        return _OF_ALL_OF_IT
    clauses = tuple(one for part in _CLAUSES.split(_TERM.sub(r"\g<deed>", plain)) if (one := part.strip(" .:'\"")))
    return () if any(map(is_left, clauses)) else clauses


@lru_cache(maxsize=1024)
def _in_full(text: str) -> str:
    """A note in small letters, without the name of who did it, and its words in full: pd, rec'd."""
    plain = plain_text(_WHO_DID.sub("", text, count=1) if _WHO_DID.match(text) else text)
    return " ".join(_NO_BEFORE.sub("#", _DOT_BEHIND.sub(r"\1", _CUT_SHORT.sub(lambda found: _SHORT[found[0]], plain))).split())


@lru_cache(maxsize=1024)
def _asked(title: str) -> str:
    """A title as the order it is: sign the lease, of Get the lease signed."""
    caused = _CAUSED.fullmatch(title)
    return f"{caused['deed'].removesuffix('ed')} {caused['what']}" if caused else title


def _is_done(clause: str, title: str) -> bool:
    """Whether a clause says that what the title asks for was done to what it names, or to all of it."""
    said = _without_whom(DAY.sub("", clause).strip(" ,:-"), title)
    case = _CASE_CLOSED.fullmatch(said)
    if case:
        return case["what"] in title
    if _WITH_OTHERS.search(said):
        return False
    found = deed_in_speech(said, title)
    words = f"{said[: found[0]]} {said[found[1] :]}".split() if found else said.split()
    if found is None:
        deed = next((one for one in words if _is_own(one, title)), None)
        if deed is None:
            return False
        words.remove(deed)
    if words and words[0] in _OTHERWISE and words[0] not in title.split() and title.split(maxsplit=1)[0] in _OTHERWISE_WITH:
        return False  # put off, of Put up the signs
    return _is_to_all_of_it([one for one in words if one not in BESIDE_A_DEED and not re.fullmatch(WEEKDAY_NAME, one)], title)


def _without_whom(said: str, title: str) -> str:
    """A clause without those to whom it was given, where the title names them, or they are of another house: delivered to the county."""
    found = _TO_WHOM.search(said)
    words = found["whom"].split() if found else []
    return said[: found.start()] if found and all(one in _OTHERS or one in title.split() for one in words) else said


def _is_own(word: str, title: str) -> bool:
    """Whether a word is the past of the title's verb, which is not done on the way to something else, or the filing of a paper."""
    return (is_deed_of(word, title) and not is_begun(word)) or (word == "filed" and is_filing(title))


def _is_to_all_of_it(words: list[str], title: str) -> bool:
    """Whether the words beside a deed name what it was to be done to, in its name or its number, and nothing else."""
    asked = asked_of(title)
    numbers = [NUMBERS.get(one) or int(one) for one in words if _NUMBER.fullmatch(one)]
    named = [one for one in words if one not in _ALL and not _NUMBER.fullmatch(one)]
    wholes = {NUMBERS.get(one) or int(one) for one in _NUMBER.findall(title)}
    if any(number not in wholes for number in numbers) and (wholes or not _ALL.intersection(words)):
        return False
    if not named:
        return True
    return bool(asked) and same_thing(named[-1], asked[-1]) and all(any(same_thing(one, word) for word in asked) for one in named)


def _is_own_end(told: list[str], title: str) -> bool:
    """Whether a title asks for an end, and a note says that it came, and what the other side gave for it: cancelled 6/24, vendor confirmed."""
    first, *rest = told
    return is_its_own_end(first, title) and is_its_own_end(title, first) and any(map(is_evidence, rest))


def _day_of(clauses: Sequence[str]) -> str:
    """The one day on which it was done; "" where several are told, or none."""
    days = [day for one in clauses for day in DAY.findall(_TO_COME.sub("", one))]
    return days[0] if len(days) == 1 else ""
