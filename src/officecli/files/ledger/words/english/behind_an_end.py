"""What stands behind an end in an English statement: that more is to come, or only how the matter was made known and put away."""

from __future__ import annotations

from officecli.files.ledger.words.english.passed_on import WHO_LOOKS_IT_OVER
from officecli.files.ledger.words.plain import DAY, DAY_WORD, without_dots
from officecli.patterns import pattern
from officecli.typed.dates.english.words import WEEKDAY
from officecli.typed.dates.names import MONTH_NAME

NOT_ALL = pattern(
    rf"(?:by|for) (?:the )?(?:{DAY_WORD}|\d|(?:{MONTH_NAME}|{WEEKDAY})\.?(?= \d|$)|end\b|eo[dwmy]\b|cob\b|close of|next\b|tomorrow"
    rf"|(?:fall|spring|summer|winter|autumn)(?: 20\d\d)?$|fy|q[1-4]\b)"
    r"|for (?:the )?(?:now|this|most|half|some|(?:last|past|current|reporting) \w+|month|quarter|week|year)\b"
    r"|.*\bfor (?:bid|review|comments?|signature|approval)\b|with (?:the |a )?(?:first|second|initial|preliminary|most|half|some)\b"
    r"|in (?:principle|draft|theory|part)\b|as far as\b|(?:until|till)\b"
)
"""Beside a word of the end: by when it is to come, or that it is one for now or of a part: completed by 7/30, done for June."""
_BUT = pattern(
    r"\b(?:await\w*|waiting|pending|need(?:s|ed)?|requires?|due(?! to\b)"
    r"|to (?:be|follow|issue|revise|proceed|replace|repair|fix|return|complete|finish)|tomorrow|next (?:day|week|month|quarter|year)"
    r"|re-?(?:inspect|check|visit|test|schedul|fil|submit|appl|issu|do|consider)\w*|revis(?:e|ions?)"
    r"|monitor(?:ing)?|watch|verify|confirm|un(?:confirmed|verified)|not (?:[a-z]+ ){1,3}yet|yet to \w+"
    r"|not (?:yet|complete\w*|done|visited|verified|fixed|paid|all)|but"
    r"|temporar\w+|(?:for|until|till) (?:now|then)|until|till|at this time|in (?:part|draft)|partial\w*"
    r"|on order|scheduled|remains?|outstanding|(?:second|2nd|final) reading|goes to|(?:case|still) open|new (?:one|application|request)|mistake"
    r"|error|agenda)\b"
)
"""Beside what was found, mended, voted or taken back: something is still to come, or it was no end."""
_BUT_NOT = pattern(r"\b(?:no|none|nothing|not needed)\b(?: [\w-]+){0,3}")
_TO_BE_DONE_AGAIN = pattern(
    r"(?:not (?:accepted|approved|passed|satisfactory)|rejected|returned|failed|declined|denied"
    r"|disapproved)\W+(?:(?:and|to be|to|for|please|must|needs? to)\W+)*"
    r"(?:re ?do|rework|re ?submit(?!ted)\w*|revise|revisions?|correct(?:ions?)?|repair|fix|re ?inspect(?!ed)\w*"
    r"|try again)\b(?!.*\bnot (?:needed|required)\b).*"
)
_MADE_KNOWN = pattern(
    r"(?P<deed>reported|signed(?: off)?|filed|archived|verified|tested|checked|confirmed|sent|circulated|distributed|published|issued|posted"
    r"|presented|communicated|shared|uploaded|documented|recorded|noted|minuted|delivered|installed|handed (?:over|in|back)|paid|invoiced"
    r"|accepted|approved)"
    r"(?P<beside>(?: (?:to|with|by|in|on|at|from|via|back)\b[^?]*)?)"
)
"""What is done with a matter that has ended: (completed and) reported to the board."""
_CLAUSES = pattern(r"[,;] |\. (?=\S)| and (?=(?:signed for|handed over|circulated|filed|distributed|archived)\b)")
_PUT_AWAY = pattern(
    r"(?:(?:the |a |an )?(?:(?!(?:not?|none|nothing|never|half|some|partly|part|be)\b)[a-z]+ ){1,4}?)?"
    r"(?:on file|attached|received|in (?:the )?(?:file|folder|binder|drive)|signed for|handed over|circulated"
    r"|filed|distributed|archived|uploaded)(?: (?:to|with|in|on|at|by) (?:the )?[a-z]+)?"
    r"|no (?:further )?(?:issues|problems|objections|complaints|faults|questions)(?: \w+)?"
    r"|(?:the )?(?:applicant|complainant|residents?|owner|caller|customer|parties|everyone|all)(?: concerned)?"
    r" (?:told|informed|notified|happy|satisfied|advised)"
    r"|all (?:ok|good|well|fine|in order)|with thanks"
    r"|(?:(?:as |at |under |in )?(?:book|bk|volume|vol|pages?|pp?g?s?|folio|reel|image|document|doc|instrument|instr?|entry|docket|receipt|rcpt|reference"
    r"|ref|confirmation|conf|tracking|certificate|cert|permit|no|number|#)\b\.?[ :]?(?:(?:no\b|number\b|#)\.? ?)?#?[a-z]{0,4}-?\d[\w/-]*(?:[ ,]+|$))+"
)
"""What is told behind a deed once it is done, and takes nothing from it: certificate on file, minutes circulated, no issues; Bk 412 Pg 88, under which
it was recorded.
"""
_MORE_OF_IT = pattern(
    r"\b(?:for|only|in part|at \d+|\d+ of|open|exceptions?|errors?|failures?|defects?|issues|punch ?list|comments|findings|changes|corrections"
    rf"|deficienc\w+|recurring)\b|\b(?:to|with) (?:the |our )?{WHO_LOOKS_IT_OVER}\b"
)
"""Beside it: something is left of the matter, or others have it now."""


def is_still_to_come(text: str) -> bool:
    """Whether what stands beside an end says that something is still to come, or that it was none."""
    return _BUT.search(_BUT_NOT.sub("", text)) is not None


def made_known(plain: str) -> bool:
    """Whether all that was done with a matter since it ended is that it was made known or put away, and nothing is to come."""
    found = _MADE_KNOWN.fullmatch(DAY.sub("", plain).strip(" ,;:-"))
    if found is None or _MORE_OF_IT.search(found["beside"]):
        return False
    return not NOT_ALL.match(plain.removeprefix(found["deed"]).strip()) and not is_still_to_come(found["beside"])


def without_what_followed(plain: str) -> str:
    """The deed a statement begins with, and the day, where all behind it says only how it was put away or taken: served 8 june, certificate on file."""
    deed, *rest = _CLAUSES.split(without_dots(plain))
    if not rest or not all(_PUT_AWAY.fullmatch(DAY.sub("", one).strip()) for one in rest):
        return plain
    days = DAY.findall(plain)
    return f"{deed} {days[0]}" if len(days) == 1 and not DAY.search(deed) else deed


def is_put_away(clause: str) -> bool:
    """Whether a clause, without its day, says only how what was done was put away or taken."""
    return _PUT_AWAY.fullmatch(clause) is not None


def is_to_be_done_again(plain: str) -> bool:
    """Whether what was done did not do, and is to be done once more, however it was refused: Rejected - redo."""
    return _TO_BE_DONE_AGAIN.fullmatch(plain) is not None
