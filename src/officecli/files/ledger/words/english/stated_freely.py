"""What an English cell under a heading of states says in words that no list
holds: by the deed of the matter itself, by what it waits for, by how it goes on.
"""

from __future__ import annotations

import re

from officecli.files.ledger.words.english.behind_an_end import NOT_ALL, without_what_followed
from officecli.files.ledger.words.english.deeds import done_to_its_thing, is_deed_of
from officecli.files.ledger.words.english.under_way import ON_COURSE, UNDER_WAY
from officecli.files.ledger.words.may_end import MAY_END, MAY_HALT
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import has_han, pattern
from officecli.typed.dates.english.words import WEEKDAY
from officecli.typed.dates.names import MONTH_NAME

_BEGUN = (
    r"(?:re ?)?(?:assigned|scheduled|started|opened|planned|drafted|requested|ordered|advertised|circulated|engaged|selected|referred|forwarded"
    r"|discussed|interviewed|surveyed|escalated|extended|identified"
    r"|researched|triaged|queued|committed|reminded|chased|contacted|called|emailed|e mailed|notified|asked|raised|initiated|begun|sought"
    r"|applied(?: for)?|invited|budgeted|funded|instructed|commissioned|tasked|appointed|formed|booked|prepared|quoted|priced|targeted|expected)"
)
"""What was done at the beginning of a matter, or on its way: it goes on from there."""

_MAY_BE_ALL = frozenset({"commissioned", "appointed", "notified"})
"""Of those, what was all that was asked where the matter asks for it: Commission the generator, commissioned 6/19."""
_BEGUN_WITH = pattern(rf"{_BEGUN} (?P<what>[a-z' -]{{3,40}})")
_DEED = pattern(
    r"(?P<deed>[a-z]+(?:ed|en|wn|pt|ld|nt|id|it|ut|ade|ought|aught))\b(?: (?:on|at|in|to|by|from|out|up|off|back|and|per|once|twice|again"
    r"|several times|(?!partial|temporar|provisional|near|most|main|initial)\w+ly)\b.*)?"
)
IN_TURN = pattern(
    r"(?:(?:the |this )?(?:items?|matter|task|action|request|case|issue) )?(?P<first>done"
    r"|[a-z]{2,}(?:ed|en|wn|nt|ld|pt|id|it|ade)),? (?:[a-z]{3,}(?:ed|en|wn|nt),? )?(?:and|&|then|and then) (?P<last>[a-z].+)"
)
"""Deeds in their order, of which the last says how far it is: Reviewed and adopted 6/16."""
_TO_A_TIME = pattern(rf"(?:back )?(?:to|into) (?:the )?(?:{DAY_WORD}|(?:{MONTH_NAME}|{WEEKDAY})\b|next\b|fy|q[1-4]\b|20\d\d)")

_WAITS = pattern(
    rf"(?:\w+ ){{0,2}}(?:on (?:back ?)?order|on (?:the )?(?:\S+ )?(?:agenda|docket|calendar)\b.*|{ON_COURSE}|on loan|back ?ordered"
    rf"|in (?:transit|hand|queue|the works|the mail)|en route|under (?!way)\w+(?: \w+)?)"
    r"|with (?:the )?[a-z' .]{2,30}|(?:\w+ )?out (?:for|to) [a-z ]{3,30}|at (?:the )?[a-z ]{2,20}"
    r"|(?:going|returning|coming|back|goes|to go|due) (?:back )?(?:to|at|before|on|in)\b.*"
    r"|(?:(?:about|over|around|roughly|almost|nearly|more than|just over|less than) )?(?:half|partly|part|mostly|a (?:third|quarter)|two thirds"
    r"|three quarters)(?: way)? \w+"
    r"|(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:the )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve)\b.*|(?:phase|stage|part|step) \S+(?: of \S+)? \w+(?:,.*)?"
    r"|(?:the )?(?:first|initial|rough|preliminary|interim|working)\b.*|slow(?:ly)?(?: \w+)?|quiet"
    r"|(?:no|nothing) \w+(?: \w+)? (?:yet|so far|to date)|not .+ (?:yet|so far)|queued?|installing|moving(?: \w+)?"
    r"|yet to (?:be )?\w+.*|(?:sent|out|gone|up) for (?:sign ?off|signatures?|approval|review|comments?)(?: .*)?|no (?:change|news|progress|movement)(?: .*)?"
)
"""What is in other hands, on its way, or half of it."""

_ALL_OF_THEM = pattern(r"(\d{1,4}) (?:out )?of (?:the )?\1\b")
_ALL = pattern(
    r"^(?:all|both|everything|everyone)(?: of (?:it|them))?(?: (?:is|are|was|were|has been|have been|now))? (?=\w+(?:ed|en|wn|nt|pt|ld|de|ght)\b)"
)
"""All sent: the deed, and that it was the whole."""
_BEING_DONE = pattern(
    r"(?:(?:out )?(?:for|in|at|to|under) )?(?:the )?(?:\w+ )?(?!(?:resolution|publication|satisfaction|occupation|rejection|retraction"
    r"|revocation|destruction|prohibition|disposition|objection)\b)"
    r"[a-z]{3,}(?:ation|ction|ition|otion|ment|ysis|aisal)(?: (?:stage|phase|period))?"
)
"""What is being done, named as a stage of the work: Evaluation, out for consultation."""

_UNDER_WAY = pattern(
    rf"\b(?:{UNDER_WAY}|starts?|begins?|continues?|to follow|arriv(?:es?|ing|al)|ships?|shipping|expected|eta|next|remains?|remaining|outstanding|still)\b"
)
"""Behind what is done already: the rest goes on."""


_LOOKED_AT = pattern(
    r"\b(?:awaited|under (?:review|consideration|examination|negotiation|study|discussion|assessment|evaluation|investigation|scrutiny|preparation))$"
)
"""Behind what has come about: somebody looks at it now, or it waits (Received, under review)."""
_TOLD_TO = pattern(
    r"(?:(?:first|second|final|courtesy|warning|1st|2nd|\d+[- ]day) )?(?:notices?(?: of violation)?|nov|warnings?|citations?"
    r"|letters?)(?: letters?)? (?:sent|issued|mailed|posted|served|given"
    r"|delivered)(?: to (?:the )?(?:\w+ )?(?:owner|occupant|tenant|resident|operator|contractor|landlord|permittee|business|property owner))?"
)
"""Somebody was told to do it, and may have it done by now or not: of a matter that is no letter."""
_IS_PAPER = pattern(r"\b(?:notices?|letters?|warnings?|citations?|memos?|mail\w*|send|write|reply|respond|tell|notify|inform|answer|invite|issue)\b")

_PUT_OFF = pattern(
    rf"(?:re ?(?:organi[sz]ed|scheduled|arranged|planned|phased|programmed|profiled|set)"
    rf"|(?:pushed|moved|slipped|put)(?: (?:back|out|forward|off))?) (?:to|until|for|into) (?:early |late |mid |the end of )?(?:{DAY_WORD}"
    rf"|(?:{MONTH_NAME}|{WEEKDAY})\b|q[1-4]\b|next\b|20\d\d\b|fy).*"
)
"""It goes on, and is to be done later: reorganised to Aug."""
_GOES_ON = pattern(
    rf"(?:the )?(?:\w+ ){{1,3}}(?:is |are )?(?:still )?(?:{UNDER_WAY})(?: (?:now|by|at|with|in)\b.*)?"
    rf"|(?:(?:now|est|new) )?(?:due|eta|ecd|target(?:ed)?|expected|est|estimated|anticipated)(?: date)?(?: (?:by|on|for))?"
)
"""Implementation in progress, whatever it is that goes on; due, with its day."""
_STILL_OPEN = pattern(
    r"(?!not\b|no\b|none\b|nothing\b|nobody\b|zero\b)(?:the )?(?:[a-z]+ ){1,3}(?:pending|awaited|outstanding"
    r"|to (?:come|follow))(?: (?:with|from|at|by)\b.*)?"
)
"""Grant pending: what the matter waits for."""
_NOT_COME = pattern(
    r"(?!.*\b(?:since|again|any ?more|no longer)\b)(?:[a-z]+ ){0,4}"
    r"(?:ha(?:s|ve)(?: not|n'?t)(?: yet| been| even| actually)*+ (?!(?:re(?:curr|occurr|turn|appear)|need|requir|approv|accept|grant|allow|agree"
    r"|support|fund|adopt|pass|renew|award|pursu|chang|fail|worsen|cancel|withdr|object|affect)\w*)[a-z]{2,}"
    r"|could(?: not|n'?t)(?: yet)? (?:find|reach|get|contact|locate|agree|attend|make)"
    r"|did(?: not|n'?t)(?: yet| even| actually| quite)* (?:complete|finish|start|begin|do|manage|get (?:done|to|round|around|it|this|that))"
    r"|(?:is|are|was|were|did|does|do|could|can)(?: not|n'?t)\b[a-z ]{0,30}\byet)\b(?P<rest>.*)"
)
"""A sentence of what has not come about (has not happened, did not get to it): the matter is still to be done; not that a fault has not come back."""
_NOT = pattern(r"n't\b")
_CAME_LATER = pattern(rf"\b(?:done|completed?|closed|finished|resolved|fixed|now|cancell?ed|dropped|withdrawn|not needed)\b|{DAY_WORD}")
_SAYS_NOTHING = pattern(
    rf"(?:see|refer to|ref|cf|per|all|every|everything|nothing)\b.*|(?:(?:{MONTH_NAME})\.?|q[1-4]|spring|summer|fall|winter),? '?(?:20)?\d\d"
)
"""Where it stands, or when: it goes on as little as it is over."""

_OPEN = Stated("open", firm=False, noted=False)
"""It goes on, by what its words are made of."""


def stated_in_english(text: str, title: str) -> Stated | None:
    """The state that an English cell of a column of states says by what its words are made of, beside the matter's own `title`; None where it is not plain.

    The deed of the matter itself ends it (Repair the gate: repaired 6/9); any other deed that is not known to be a beginning is asked about.
    """
    plain = without_what_followed(plain_text(text))
    if has_han(plain) or not plain or "?" in text:
        return None
    said = DAY.sub("", plain).strip(" ,;:-()/")
    if (deed := done_to_its_thing(said, title)) and not _is_of_part(plain.partition(deed)[2]):
        return Stated("closed", plain, firm=False, noted=False)  # Fix the fence: fence fixed 6/22
    if _ALL_OF_THEM.match(said):
        return None  # 3 of 3 crews trained
    if _PUT_OFF.fullmatch(plain):
        return _OPEN
    if _TOLD_TO.fullmatch(said) and not _IS_PAPER.search(plain_text(title)):
        return _OPEN  # Mow the lot: Notice sent
    parts = [part for part in re.split(r"[;,]| - ", said) if part.strip()]
    if len(parts) > 1 and (_UNDER_WAY.search(parts[-1]) or (_LOOKED_AT.search(parts[-1]) and not MAY_HALT.search(said))):
        return _OPEN
    if len(parts) > 1 and not MAY_HALT.search(said) and all(map(_is_on_the_way, parts[:-1])):
        last = stated_in_english(parts[-1].strip(), "")  # Bids opened, award pending: the last says how it is now
        if last and last.code == "open":
            return last
    if _BEING_DONE.fullmatch(said) and not MAY_END.search(said) and not MAY_HALT.search(said):
        return _OPEN
    if in_turn := IN_TURN.fullmatch(said):
        day = DAY.search(plain)
        return stated_in_english(f"{in_turn['last']} {day[0] if day else ''}", title)
    return _by_its_deed(plain, said, title)


def _by_its_deed(plain: str, said: str, title: str) -> Stated | None:
    """What a statement of one part says by the deed that it names; `said` is the statement without its day."""
    if found := _DEED.fullmatch(_ALL.sub("", said)):
        deed = found["deed"]
        own = is_deed_of(deed, title)
        if re.fullmatch(_BEGUN, deed) and not (own and deed in _MAY_BE_ALL):
            return _OPEN
        return Stated("closed", plain, firm=False, noted=False) if own and not _is_of_part(plain.partition(deed)[2]) else None
    if _is_begun(said) or _waits(plain, said):
        return _OPEN
    if _SAYS_NOTHING.fullmatch(said):
        return None
    over = MAY_END.search(said) or MAY_HALT.search(said) or _NOT.search(said)
    in_words = " " in said and not over and not re.match(r"\w+(?:ed|en|wn)\b", said)
    return _OPEN if in_words else None


def _is_begun(said: str) -> bool:
    """Whether a statement says that something was only begun: Ordered new locks, the locks ordered from Acme."""
    begun = _BEGUN_WITH.fullmatch(said)
    if begun is not None and not MAY_END.search(begun["what"]):
        return True
    return re.fullmatch(rf"(?:the )?(?:\w+ ){{1,3}}{_BEGUN}(?: (?:to|from|by|with|for|on|in)\b.*)?", said) is not None


def _waits(plain: str, said: str) -> bool:
    """Whether a statement says that something is waited for, has not come about, or goes on."""
    if _WAITS.fullmatch(said) and not re.search(r"\b(?:hold|ice|back burner|abeyance|cancel\w*|withdr\w+)\b", said):
        return True
    not_come = _NOT_COME.fullmatch(plain)
    if not_come is not None and not _CAME_LATER.search(not_come["rest"]):
        return True
    return _GOES_ON.fullmatch(said) is not None or (_STILL_OPEN.fullmatch(said) is not None and not MAY_HALT.search(said))


def _is_on_the_way(part: str) -> bool:
    """Whether a part of a statement is told in several words, none of which may be of the end."""
    return " " in part.strip() and not MAY_END.search(part)


def is_a_deed(segment: str) -> bool:
    """Whether an English statement, a day in it aside, says by its first word that something was done which is no beginning: signed 6/30."""
    said = DAY.sub("", segment).strip(" ,;:-()/")
    return _DEED.fullmatch(said) is not None and not re.match(rf"{_BEGUN}\b|not\b|open\b|partial", said)


def is_begun(words: str) -> bool:
    """Whether an English statement is of a deed with which a matter begins: ordered, scheduled with the vendor."""
    return re.match(rf"{_BEGUN}\b", words) is not None


def echoes_deed(text: str, title: str) -> bool:
    """Whether a cell says of the matter's own first word that it is done: Replace the ballasts, Replaced 6/9."""
    said = DAY.sub("", plain_text(text)).strip(" ,;:-()/")
    return " " not in said and is_deed_of(said, title)


def _is_of_part(behind: str) -> bool:
    """Whether what stands behind a deed says that it is still to come, or was none of the whole: mended by 7/10, mended 6/9 for now, moved to July."""
    rest = behind.strip()
    return any(form.match(one) for form in (NOT_ALL, _TO_A_TIME) for one in (rest, DAY.sub("", rest).strip()))
