"""What an English note says of a deadline that was moved: Ext granted to 31 JUL 26, 30-day extension, Moved up to 7/10, Extended, new date TBD."""

from __future__ import annotations

import re

from officecli.files.ledger.rows.days.move import BY, NOWHERE, SOONER, TO, Move
from officecli.files.ledger.words.plain import DAY_WORD
from officecli.patterns import pattern
from officecli.typed.dates.english.words import NUMBERS
from officecli.typed.dates.names import MONTH_NAME, WEEKDAY_NAME

_DUE = r"(?:due(?: date)?|deadline|suspense|susp|target(?: date)?|completion date|response date)"
_UNTIL = r"(?:to|until|till?|thru|through|is|now|of|:)"
_END = (
    rf"(?:(?:the )?end of (?:the |this |next )?(?:month|quarter|year|q[1-4]|{MONTH_NAME})\.?(?:,? 20\d\d)?"
    r"|(?:month|quarter|year)[ -]end|eo[mqy]|q[1-4](?: 20\d\d)?)"
)
_ENDS = r"(?=$| ?[,;.)(]| -| (?:per|by|due|with|because|so|as|at (?:the )?request|for lack|approved|agreed|granted)\b)"
"""Behind a day: nothing more that would belong to it, as in Moved to 7/22 agenda."""
_MONTH = rf"(?:mid[- ]?)?(?:{MONTH_NAME})\.?(?:,? 20\d\d)?{_ENDS}"
DAY_TOLD = rf"(?:(?:(?:{WEEKDAY_NAME})\b\.?,? )?{DAY_WORD}(?![\d%/])|{_END}(?![a-z\d])|{_MONTH})"
_COUNTS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_MORE = r"(?:another|additional|extra|further|more)"
_LONG = (
    rf"(?:(?:an? )?{_MORE}(?= )|{_COUNTS}|\d{{1,3}})[ -](?:(?:{_COUNTS}|\d{{1,3}})[ -])?(?:{_MORE} )?"
    r"(?:(?:working|business|calendar|work)[ -])?(?:day|week|wk|month)s?\b"
)
_LEAVE = r"(?:granted|approved|given|agreed|allowed|authorized)"
_EXT = r"ext(?:ended|ension|ensions|n)?\.?"
_BE = r"(?:(?:was|has been|is|now|re ?set to be) )*"
_MOVED = pattern(
    rf"\b(?P<how>(?:{_EXT}|extended deadline)(?: (?:was |has been )?(?:{_LEAVE}|received))?(?: again)?(?: by [a-z. ]{{2,20}}?)?"
    rf"|carr(?:y|ied) (?:over|forward|fwd)|(?:continued|rolled|held over)(?: over)?"
    rf"|(?:granted|given|allowed)(?: us| them)?(?= (?:until|till) )|(?:now|re ?set to be) due(?: (?:by|on))?"
    rf"|(?:new|revised|extended|amended) {_DUE}|{_DUE} (?:was |has been |is |now )*(?:extended|moved|pushed|changed|revised|reset"
    rf"|slipped)(?: out| back)?(?: from {DAY_TOLD})?)(?: (?:on )?{DAY_TOLD}(?= (?:to|until|till|thru|through) {DAY_TOLD}))?"
    rf"\s*{_UNTIL}?:? ?(?P<day>{DAY_TOLD})"
)
_PUT = pattern(
    rf"(?:^|[,;.:(] ?|\bthen )(?:(?:it|this|that|item|task|date|matter) )?{_BE}(?P<how>(?:moved|pushed|re ?scheduled|bumped|reset|changed|shifted"
    rf"|revised)(?: (?:back|out|over|again))*)(?: from {DAY_TOLD})? (?:to|until|till|for) (?P<day>{DAY_TOLD}){_ENDS}"
)
"""Nothing else stands before the word of moving: Pushed back to 7/22; in Sampling moved to 7/22 it is the sampling."""
_NEW = pattern(
    rf"(?:^|[,;.] ?)(?P<how>(?:the )?(?:new|revised|amended|updated)(?: due)? date)(?: is| of|:)? ?(?P<day>{DAY_TOLD}){_ENDS}"
    rf"|^(?P<how2>(?:as )?per [^,;]{{2,40}}[,:;] (?:now |new )?due)(?: date)?(?: is| by| on|:)? ?(?P<day2>{DAY_TOLD})$"
    rf"|^(?P<how3>(?:now )?due)(?: by| on|:)? ?(?P<day3>{DAY_TOLD}),? (?:as )?per [^,;]{{2,40}}$"
)
"""A new day, and no word of moving: New date 7/24; Per the chief's memo, due 7/24."""
_AND_TO = pattern(rf"(?P<how>(?:again |later |finally |now )*(?:to |until |till )?)(?P<day>{DAY_TOLD}){_ENDS}")
"""Behind an extension: and then to another day."""
_LONGER = pattern(
    rf"(?P<long>{_LONG})(?:'s?)? (?P<noun>ext(?:ension|n)?\.?)(?: (?:was |is )?{_LEAVE})+"
    rf"|(?P<noun2>ext(?:ension|n)?\.?) (?:of|for) (?P<long2>{_LONG}) (?:was |is )?{_LEAVE}"
    rf"|ext(?:ended|ension (?:was )?(?:granted|approved|given|agreed))(?: by| of| for| another)? (?P<long3>{_LONG})(?! (?:request|ask|ago|per|each|every))"
    rf"|(?:^|[,;] ?)(?:we (?:were|are|have been) |was )?(?:granted|given|allowed)(?: us)? (?=[a-z\d ]{{0,9}}\b{_MORE}\b|{_LONG} {_MORE})(?P<long4>{_LONG})"
)
"""How much longer it may take: two weeks' extension granted."""
_LONGER_ALONE = pattern(
    rf"(?:an? |the )?(?P<long>{_LONG})(?:'s?)? ext(?:ension|n)?\.?(?: (?:per|by|from) [a-z. ]{{2,30}})?"
    rf"|(?:(?:1st|2nd|3rd|first|second|third|new) )?ext(?:ension|n)?\.?(?:[:,]| of| for)? (?P<long2>{_LONG})(?: (?:per|by|from) [a-z. ]{{2,30}})?"
)
"""A clause that tells of an extension and nothing else, so that it was given: 30-day extension."""
_GRANTED = pattern(
    rf"\bext(?:ended|ension|ensions|n)?\b(?!\.? ?#?\d{{2,5}}(?![\d/-])).*(?<!\bbe )(?<!\bnot )(?<!\byet )(?<!\bif )(?<!\bwhen )(?<!\bunless )"
    rf"\b(?:granted|approved|given|agreed|allowed) {_UNTIL}:? ?(?P<day>{DAY_TOLD})"
)
"""An extension that was asked for before, and granted after, and not one that may be: Extension requested 6/15; granted to 7/31."""
_SOONER = pattern(
    rf"(?:^|[,;.:(] ?|\b{_DUE} |\bthen )(?:(?:it|this|that|item|task|date|matter) )?{_BE}(?P<how>(?:moved|pulled|pushed|bumped|brought) (?:up|in|ahead|forward)"
    rf"|advanced|accelerated)(?: from {DAY_TOLD})? to (?P<day>{DAY_TOLD}){_ENDS}"
)
_SOMEWHEN = pattern(
    rf"(?P<how>{_EXT}(?: (?:was |has been )?{_LEAVE})?) (?:to|until|till|thru|through)"
    rf" (?P<words>(?:(?:the|after|before|next|following|this|coming) )+[a-z][a-z -]{{2,30}}?|(?:{WEEKDAY_NAME}))(?=$|[,;.(])"
)
"""Until when it was extended, in words that are no day of the calendar: Extended to next Friday, Ext until after the election."""
_NOWHERE = pattern(
    rf"(?:{_DUE} )?{_BE}(?:extended|{_EXT} {_BE}{_LEAVE})(?: by [a-z. ]{{2,20}}?)?"
    rf"(?:[ ,;:(–-]+(?:but |with |to |until )?(?:a |the )?(?:(?:new|revised) )?(?:(?:{_DUE}|date|day) )?(?:is |to be |still )*"
    r"(?:tb[adc]|to be (?:determined|announced|confirmed|set|decided|advised)|determined|to follow|not (?:yet )?(?:set|known|decided|determined|fixed)|unknown"
    r"|undetermined|open)\)?| until further notice| indefinitely)"
    rf"|(?:the )?(?:new|revised) (?:due )?(?:date|deadline)(?: is|:)?(?: to be| still)* (?:tb[adc]|determined|announced|set|decided|to follow"
    r"|not (?:yet )?(?:set|known|decided))"
)
"""Extended, and nobody knows to which day: Extended, new date TBD."""
_WEAK = r"(?:want|need|expect\w*|possibl[ey]|potential|maybe|perhaps|likely|hop(?:e|ing)|may(?! \d)|might|could|should|would|will|can|no)"
_STRONG = (
    r"(?:request|ask|seek|propos|recommend)\w*|sought|pending|denied|declined|refused|rejected|not|await\w*|unless|if(?= )"
    r"|(?:want|need|hop)(?:s|ed|ing)?|cannot|\w+n't"
)
_NOT_BEFORE = pattern(rf"\b(?:{_WEAK}|{_STRONG}|to be)\b")
_NOT_AFTER = pattern(
    r"\b(?:(?<!at )(?<!at the )(?:request|ask|seek|propos|recommend)\w*|sought|pending|denied|declined|refused|rejected|not|await\w*|unless|if)\b"
)
_NOT_LATER = pattern(
    r"\b(?:request(?:ed|ing)|asked|pending|denied|declined|refused|rejected|not (?:yet )?(?:granted|approved|agreed|confirmed|given|allowed)"
    r"|await\w* (?:approval|answer|reply|decision|response)|no (?:answer|reply|response|decision|word)|if (?:granted|approved|agreed|needed))\b"
)
_ALWAYS = pattern(r"\b(?:if|unless|whether)\b")
_NOUN = pattern(r"(?:ext(?:ension|ensions|n)?\.?|carr(?:y|ied) .*)")
"""What was asked for is called so as well as what was given: ext to 7/31 requested."""
_OF_SOMETHING_ELSE = pattern(
    r"\b(?:access|permission|leave|waiver|variance|exemption|funding|offers?|invitations?|invites?|closures?|detours?|trip|stay|loan|(?<!\bfor )comments?"
    r"|declaration|suspension|probation|subscription|membership"
    r"|warranty|contract|agreement|lease|permit|license|insurance|coverage|policy|hours|comment period|moratorium|meeting|mtg|hearing"
    r"|event|phone|tel|call|x)[ ,:]*(?:was |is |has been |been |now )*$"
)
"""Before it: not the deadline, but a meeting or a contract was put off or goes on."""
_HELD = pattern(
    r"\b(?:hearing|meeting|mtg|event|call|interviews?|inspection|visit|training|session|workshop|appointment|deliver\w*|ship(?:ment|ped)"
    r"|ceremony|election|conference)\b"
)
"""In a note that does not say what was put to another day: as likely that."""


def move_in_english(plain: str, follows: bool) -> Move | None:
    """What one matter of a note says; `follows` where the one before it told of a move."""
    if _NOWHERE.fullmatch(plain):
        return Move(NOWHERE, plain)
    if granted := _GRANTED.search(plain):
        return None if _of_something_else(granted) else Move(TO, granted["day"])
    if follows and (again := _AND_TO.match(plain)) and not _is_only_asked(again):
        return Move(TO, again["day"])
    if (longer := _LONGER.search(plain)) and not _is_only_asked(longer, noun=longer["noun"] or longer["noun2"]):
        return None if _of_something_else(longer) else Move(BY, _so_long(longer))
    for form, kind in ((_SOONER, SOONER), (_MOVED, TO), (_PUT, TO), (_NEW, TO)):
        for found in form.finditer(plain):
            if not _is_only_asked(found) and not _of_something_else(found) and not (form is _PUT and _HELD.search(plain)):
                return Move(kind, next(value for name, value in found.groupdict().items() if name.startswith("day") and value))
    for clause in plain.split(","):
        if (
            (alone := _LONGER_ALONE.fullmatch(clause.strip()))
            and not _NOT_LATER.search(plain)
            and not _NOT_BEFORE.search(plain[: plain.index(clause)])
        ):
            return Move(BY, _so_long(alone))
    somewhen = _SOMEWHEN.match(plain)
    return Move(TO, somewhen["words"]) if somewhen and not _is_only_asked(somewhen) else None


_EACH_MORE = pattern(rf"\b{_MORE} ?")


def _so_long(found: re.Match[str]) -> str:
    """How long, without the word that it is more: two more weeks."""
    told = next(value for name, value in found.groupdict().items() if name.startswith("long") and value)
    words = _EACH_MORE.sub("", told.replace("wk", "week")).strip(" -")
    words = re.sub(r"^an? (?=\d|(?!day|week|month|working|business|calendar)[a-z]+ )", "", words)
    return words if re.match(rf"(?:\d|(?:{_COUNTS})\b)", words) else f"a {words}"


def _is_only_asked(found: re.Match[str], *, noun: str | None = None) -> bool:
    """Whether words around it say that it was not granted, or that nobody knows yet.

    What is said of an extension may be said of one that is asked for; of what was extended less so: Extended to 7/31, crew may finish early.
    """
    plain = found.string
    of_noun = noun or ("how" in found.groupdict() and _NOUN.fullmatch(found["how"] or ""))
    before, after = plain[: found.start()], plain[found.end() :]
    clause, _comma, later = after.partition(",")
    own = before.rpartition(",")[2]
    return bool(
        _ALWAYS.search(before)
        or _NOT_BEFORE.search(before if of_noun else own)
        or _NOT_AFTER.search(clause)
        or after.lstrip(" )").startswith("?")
        or (of_noun and _NOT_BEFORE.search(clause))
        or _NOT_LATER.search(later)
    )


def _of_something_else(found: re.Match[str]) -> bool:
    """Whether what stands right before it says that something other than the deadline was moved."""
    return _OF_SOMETHING_ELSE.search(found.string[: found.start()]) is not None
