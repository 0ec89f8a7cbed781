"""How people say in English in passing that a matter rests or was given up: stopped for the summer, it sits for now; forget it, deal's off."""

from __future__ import annotations

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.english.deeds import is_its_own_end
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_LONGEST = 160
"""Letters of a note that says it in passing; a longer one is a report."""
_MAY_HALT = pattern(
    r"\b(?:stop|halt|paus|frozen|freez|froze|shelv|park|put off|drop|never ?mind|off\b|pull|waits|sit|idle|stand|mothball|limbo|burner|abeyance"
    r"|ice|forget|scratch|scrap|kill|nix"
    r"|ax|called off|withdr|pulled"
    r"|deal|bail|cxl|canx|cnx|not (?:doing|going|having|happening|holding)|isn't happening|aren't doing|off the table|no longer)"
)
_CLAUSES = pattern(r"\s*[,;!()]+\s*|\.\s+|\s-+\s|\s(?:and|so|but)\s(?=(?:this|it|we|the|now|i|that|they|on|will|is|are)\b)")
_SO = pattern(r"^(?:so|and|but|then) ")
_MATTER = (
    r"(?:(?:this(?: one| item| project)?|that one|it|(?:all |the )?(?:work|project|construction|item|matter|job|task|effort|whole thing"
    r"|thing))(?:'s| is| was| has been| just)?|we(?: have|'ve)?)"
)
_HOW_LONG = (
    r"(?:temporarily|indefinitely|for (?:now|the (?:\w+ )?(?:time being|moment|summer|winter|season|holidays?|year|semester|duration)|a (?:while"
    r"|bit))"
    r"|(?:until|till|'til|pending|while)\b.*|on the shelf|in (?:limbo|a drawer)|there)"
)
_RESTS = pattern(
    rf"(?:{_MATTER} )?(?:now |just |all )*(?:stopped|halted|paused|suspended|frozen|shelved|parked|put off|mothballed|idled?|stopped work"
    rf"|put work|stood down)"
    rf"(?: (?:work|everything|it|on it))?(?: {DAY_WORD})? {_HOW_LONG}(?: {DAY_WORD})?"
    rf"|{_MATTER} (?:now |just )*(?:sits?|sitting|waits|idle|stays put|parked|at a standstill|in limbo|on ice|on the shelf)(?: {_HOW_LONG})?"
    rf"|(?:work|project|construction) (?:was |is |has been )?(?:halted|paused|stopped)(?: (?:temporarily"
    rf"|for now))?(?:,? (?:on )?{DAY_WORD})?(?: by (?:the )?[a-z ]{{2,20}})?"
)
"""That it is left alone for a while. What stopped without its matter may be a leak as well, so that its name or for how long has to be told."""
_RESTS_ALONE = pattern(
    r"(?:(?:put |placed |is |now )*(?:on|in) )?(?:the )?back ?burner(?:ed)?(?: for now| until\b.*)?|(?:held |is |now )*in abeyance(?: (?:until"
    r"|pending)\b.*)?"
    r"|(?:it |all )?(?:is |now )*(?:frozen|shelved|mothballed|put off|on ice)(?: (?:until|till|pending|for now|for lack of|by)\b.*)?"
    r"|in limbo(?: (?:until|pending)\b.*)?"
)
"""All that a clause says."""
_ASKED_TO_STOP = pattern(
    r"\b(?:stop|halt|freez|froz|shelv|idl|paus|suspend|leak|drip|flood|nois|smell|odou?r|alarm|flow|runoff)|\b(?:burners?|stoves?|ice|pipes?)\b"
    r"|^park\b"
)
"""A title beside which a thing may stop, or be frozen, and the matter be done, or be wanted all the more."""
_ASKED_TO_END = pattern(r"(?:cancel|terminate|withdraw|end|drop|call off|pull|kill|scrap|stop|rescind|void)\b")
"""A title of which that is the deed."""
_TAKEN_UP = pattern(
    rf"\b(?:resumed|restarted|reopened|reinstated|revived|lifted|released|back on|back at it|under ?way|now (?:going|moving"
    rf"|in progress|done))\b"
    rf"|\b(?:done|completed?|finished|closed)\b|\b(?:resumed|restarted) {DAY_WORD}"
)
"""Behind a rest: it was taken up again, or is over."""
_WHO_SAYS = r"(?:(?:the )?(?:[a-z]+\.? ){1,2}(?:says|said|told us(?: to)?|wants us to|decided|:) )?"
_GIVEN_UP = pattern(
    rf"{_WHO_SAYS}(?:just )?(?:to )?(?:forget (?:about )?(?:it|this(?: one)?)|scratch (?:this|that|it)(?: one)?|drop (?:it|this)|kill (?:it|this)"
    rf"|never ?mind)"
    rf"|{_WHO_SAYS}(?:we )?(?:are |'re |we're |is |it's |it )?(?:not|no longer|isn't|aren't|won't be) (?:doing|going (?:through|ahead) with"
    rf"|pursuing) (?:this|it|that)(?: (?:one|after all|any ?more))?"
    rf"|(?:the )?(?:whole )?(?:deal|trip|event|sale|project|thing)(?:'s| is| was)? (?:all )?off(?: the table)?|(?:it's|it is) (?:all )?off"
    r"|(?:we |they )?(?:pulled|pulling) the plug(?: on (?:it|this))?"
    rf"|(?:called off|nixed|axed)(?: by (?:the )?[a-z' ]{{2,24}}?)?(?: on)?(?: {DAY_WORD})?"
    r"|cxl(?:'?d|led|ed)?|cn?x(?:'?d)?|canx(?:'?d)?|canc'?d"
)
"""That nobody goes on with it: forget it; the deal's off; called off."""
_NO_LONGER_THERE = pattern(
    rf"(?:scrapped|killed)(?: (?:by|at|in) (?:the )?[a-z' ]{{2,24}}?)?(?: on)?(?: {DAY_WORD})?|[a-z]+ (?:canx|cnx|cxl|cxl'd"
    rf"|scrubbed)(?: (?:on )?{DAY_WORD})?"
)
_TO_BE_RID_OF = pattern(
    r"\b(?:dispos|scrap|recycl|junk|surplus|salvage|weed|pest|rats?\b|mice|roach|wasp|ants?\b|mosquito|grass|algae|process|sessions?\b|vehicle"
    r"|truck|van\b|pcs?\b|comput|copier"
    r"|mower|equip|remove|get rid|clear)"
)
"""A title of what is to be scrapped, or killed."""
_TOOK_IT_BACK = pattern(
    r"(?:the )?(?:request[eo]r|applicant|sponsor|customer|client|resident|citizen|caller|petitioner|complainant|dept|department|originator"
    r"|submitter)s?"
    rf" (?:has |have )?(?:withdrew|withdrawn|pulled|cancell?ed|dropped)(?: back)? (?:it|this|(?:the|their|his|her) (?:request|ask|application"
    rf"|complaint))(?: (?:on )?{DAY_WORD})?"
)
"""Whoever asked for it wants it no more."""
_NOT_THIS_YEAR = pattern(
    r"(?:it's |it is |we're |we are )?(?:not (?:happening|being held|having (?:it|one)|holding (?:it|one)|doing (?:it|one))|no (?:picnic|party"
    r"|event|banquet|trip)|skipping(?: it)?)"
    r" (?:this|for the) (?:yr|year|season|summer|fall|spring|winter|time)"
)
_EVENT_OF_A_YEAR = pattern(
    r"\b(?:picnic|party|banquet|lunch(?:eon)?|dinner|fair|festival|parade|show|retreat|gala|concert|potluck|outing|trip|barbe[cq]ue|cookout"
    r"|tournament)\b"
)
"""What comes with its time of the year, and is given up for this one."""
_NOT_FOR_GOOD = pattern(
    r"\b(?:yet|until|till|for now|instead|in ?house|ourselves|by hand|unless|re ?book\w*|re ?schedul\w*|re ?submit\w*|re ?bid\w*|re ?order\w*"
    r"|new (?:date|day|one|request|vendor)|moved to"
    r"|next|later|this (?:week|month|quarter)|maybe|if|trying|looking|back on|asked? (?:for|again)|find\w*)\b"
)
"""Beside what is given up: it is to come in another way, or later."""


def halted_in_speech(text: str, title: str) -> Stated | None:
    """The rest or the giving up of a matter that a note tells of in words of speech; None where it was taken up again, or where the title asks"
    " for that.
    """
    if len(text) > _LONGEST or not text.isascii() or "?" in text:
        return None
    plain = plain_text(text)
    if not _MAY_HALT.search(plain) or came_back(plain):
        return None
    clauses = [one for part in _CLAUSES.split(plain) if (one := _SO.sub("", part.strip(" .:'\"")))]
    asked = plain_text(title)
    if any(map(_TAKEN_UP.search, clauses)) or is_its_own_end(plain, asked):
        return None
    if not _ASKED_TO_STOP.search(asked) and (any(map(_RESTS.fullmatch, clauses)) or (clauses and _RESTS_ALONE.fullmatch(clauses[0]))):
        return Stated("suspended")
    if _ASKED_TO_END.match(asked) or any(map(_NOT_FOR_GOOD.search, clauses)):
        return None
    given_up = next((one for one in clauses if _is_given_up(one, asked)), None)
    if given_up is None:
        return None
    days = DAY.findall(plain)
    return Stated("cancelled", days[0] if len(days) == 1 else "")


def _is_given_up(clause: str, title: str) -> bool:
    """Whether a clause says that nobody goes on with what is titled so."""
    if _NOT_THIS_YEAR.fullmatch(clause):
        return _EVENT_OF_A_YEAR.search(title) is not None
    if _NO_LONGER_THERE.fullmatch(clause):
        return _TO_BE_RID_OF.search(title) is None
    return (_GIVEN_UP.fullmatch(clause) or _TOOK_IT_BACK.fullmatch(clause)) is not None
