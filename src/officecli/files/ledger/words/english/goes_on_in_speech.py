"""How people say in English in several words that a matter goes on: two accepted so far; they signed, we haven't; everyone but the night shift."""

from __future__ import annotations

from officecli.files.ledger.words.plain import DAY_WORD, plain_text
from officecli.patterns import pattern
from officecli.typed.dates.names import WEEKDAY_NAME

_LONGEST = 160
"""Letters of a cell that says it in passing; a longer one is a report."""
_CLAUSES = pattern(
    r"\s*[,;!()]+\s*|(?<!\bdept)(?<!\bappt)(?<!\bsec)(?<!\bexp)(?<!\best)(?<!\bch)(?<!\bst)\.\s+(?!\d)|\s-+\s"
    r"|(?<!\ball)(?<!one)(?<!body)(?<!thing)\sbut\s(?=(?:we|they|he|she|i|the|not)\b)"
)
_PART = r"(?:sections?|secs?|ch(?:apters?|s)?|parts?|pts?|phases?|steps?|items?|pages?|pp?|floors?|volumes?|vols?)"
_LAST_GOES_ON = pattern(
    r"(?:[a-z' ]{0,40} )?not yet|(?:(?:we|they|he|she|i|the \w+|[a-z]+) )?(?:have|has|had|did|do|does|is|are|was)(?: not|n't)(?: (?:been|signed"
    r"|done|answered|replied|started|come|seen it))?(?: yet)?"
    r"|(?:[a-z0-9' ]{0,40} )?(?:has|have)n't (?:been|come|signed|answered|replied|called|started)(?: (?:back|in|out|here))?(?: yet)?"
    rf"|(?:will |to |i'll |we'll )?(?:try|trying|call|calling) (?:them |him |her |it )?(?:again|back)(?: (?:on )?(?:(?:{WEEKDAY_NAME})|next \w+"
    rf"|tomorrow|later|{DAY_WORD}))?"
    r"|(?:i|we|he|she|they|it|who|[a-z]+) (?:will|shall|is going to|are going to) (?!not\b|no longer\b)[a-z]+\b.*|(?:i|we|he|she|they"
    r"|it)'ll (?!not\b)[a-z]+\b.*"
    rf"|(?:[a-z ]{{2,30}} )?(?:now )?(?:due|exp\.?|expected|eta)(?: (?:in|on|by|back))*,? (?:{DAY_WORD}|(?:{WEEKDAY_NAME})|next \w+)"
    rf"|(?:on |a |an )*(?:[a-z]+ ){{1,4}}item (?:for|on) (?:the )?{DAY_WORD}|{_PART}\.? ?\d{{1,3}}(?: ?[-&] ?\d{{1,3}})? (?:is "
    rf"|are )?(?:still )?(?:with|at|to|in|out|under) (?:\w+ ){{0,2}}\w+"
    rf"|(?:[a-z]+ )?{_PART} \d{{1,3}} (?:next|to go|to do|started)"
)
"""What is said last: that something has not come about, or is to come."""
_GOES_ON = pattern(
    r"(?:.*\b)?(?:so far|thus far|up to now|(?<!up )to date)|(?:everyone|everybody|everything|all|all of (?:them|it))(?: is| are)? (?:but"
    r"|except(?: for)?|save"
    r"|minus|bar) .+"
    r"|(?:we're |we are |it's |now )*down to (?!zero|none|0\b)(?:the last )?(?:\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|a (?:few"
    r"|couple|handful))\b.*"
    r"|(?:is |it's |now )*(?:no longer (?:on hold|held|suspended|paused|parked)|off hold|taken off hold)|(?:the )?hold (?:is |was |has been "
    r"|now )*(?:lifted|released|off)"
    r"|(?:is |it's |now )*back (?:on|to) (?:my|his|her|our|the|[a-z]+'s) (?:desk|list|plate|agenda|table|calendar|radar)"
)
"""What is said anywhere: so far; all but one; no longer on hold."""
_OVER = pattern(r"\b(?:done|completed?|finished|closed|resolved|cancell?ed|dropped|withdrawn|not needed|no longer needed|called off|never ?mind)\b")


def goes_on_in_speech(text: str) -> bool:
    """Whether a cell tells plainly in several words that its matter goes on, and not last that it is over."""
    if len(text) > _LONGEST or not text.isascii() or " " not in text or "?" in text:
        return False
    clauses = [one for part in _CLAUSES.split(plain_text(text)) if (one := part.strip(" .:'\""))]
    if not clauses:
        return False
    last = clauses[-1]
    if _LAST_GOES_ON.fullmatch(last):
        return True
    return any(map(_GOES_ON.fullmatch, clauses)) and (_GOES_ON.fullmatch(last) is not None or not _OVER.search(last))
