"""That a paper, or an answer, was given out on a day, or what was asked for was decided, as English cells tell it: Sent to all trustees 6/24."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from officecli.files.ledger.words.english.behind_an_end import is_still_to_come
from officecli.files.ledger.words.english.passed_on import ONES_OWN, WHO_LOOKS_IT_OVER
from officecli.files.ledger.words.english.stated_freely import stated_in_english
from officecli.files.ledger.words.english.under_way import is_under_way
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_ANSWER = r"(?:(?:written|final|staff|our|official) )?(?:response|reply|answer)s?"
_ANSWERS = pattern(rf"{_ANSWER}(?: ?(?:/|&|and|or) ?status| status)?|status ?(?:/|&|and|or) ?{_ANSWER}")
"""A heading under which it is told how and when what was asked for was answered."""
_HOW = (
    r"(?: (?:(?:by|via) (?:e ?mail|mail|post|fax|portal|phone|letter|courier|hand|certified mail)|at (?:the )?[a-z' ]{2,30}?"
    r"|to (?:the |all (?:of )?(?:the )?|full )*(?:request[eo]r|applicant|complainant|customer|citizen|resident|reporter|parent|famil(?:y|ie)"
    r"|member|council(?: ?member)?|board(?: member)?|trustee|commission(?:er)?)s?))"
)
"""To whom asked, and not to others, who have to see it first: Sent to the attorney."""
_GIVEN = pattern(
    rf"(?:sent|given|e ?mailed|mailed|posted|delivered|issued|answered|replied|responded|returned"
    rf"|provided)(?: (?:out|back|in full|verbally|orally))?{_HOW}?(?: on)? (?P<day>{DAY_WORD})"
)
_CAME_BACK = pattern(r"(?:returned|answered|replied|responded|provided|given)\b")
"""Of a paper it says that somebody else was done with it: the draft came back from who saw it."""
_ASKS = pattern(r"(?:ask|write to|contact|[ei]nquire|follow up|chase|obtain|seek|solicit|invite|get|request (?!for\b))")
"""A matter that is to ask: the answer is another's."""
_PAPER = pattern(
    r"(?:(?:send|mail|draft|write|prepare|compose|finish|finali[sz]e|issue|get out) )?(?:(?:the|an?|our|all) )?"
    r"(?!(?:review|read|answer|check|respond|reply|follow|track|get|obtain|ask|collect|request|receive|await|consider|discuss|amend|approve|sign"
    r"|file|find)\b)"
    r"(?:[\w'-]+ ){0,3}?(?:letters?|memos?|memorandum|notices?|invitations?|newsletters?|press releases?|thank you (?:notes?|cards?)|bulletins?"
    r"|postcards?|mailers?|reminders?|certificates?|invoices?)"
    r"(?: (?:to|for|on|about|re|regarding|of|with)\b.*)?"
)
"""A matter that is a paper to be given out, and nothing before or after it."""


_DID_ONCE = pattern(
    rf"(?:(?!(?:draft|interim|preliminary|first|no|not|partial)\b)[a-z]{{3,}} )?(?:sent|e ?mailed|mailed|delivered|submitted|filed|issued"
    rf"|approved|accepted|adopted|verified|installed|paid|posted|published|presented|corrected|repaired|fixed|replaced|signed|executed|awarded"
    rf"|hired)"
    rf"(?: (?:to|by|at|with|in)\b[a-z' .]{{2,40}}?)?(?: on)? {DAY_WORD}"
)
"""One deed on one day: of the matter, or of a step."""


def is_one_deed(text: str) -> bool:
    """Whether all that a cell tells is one deed with its day, which may be the matter's end: Sent to Council 6/25."""
    return _DID_ONCE.fullmatch(plain_text(text)) is not None


def is_given_out(text: str) -> bool:
    """Whether a cell says no more than that something was given out on a day."""
    return _GIVEN.fullmatch(plain_text(text)) is not None


@lru_cache(maxsize=256)
def is_of_answers(heading: str) -> bool:
    """Whether under a heading it is told how and when what was asked for was answered."""
    return _ANSWERS.fullmatch(heading.strip().casefold()) is not None


def answered(text: str, heading: str, title: str) -> Stated | None:
    """That what was asked for was answered, where the answer stands with its day: Response, Sent 6/15."""
    return _given(text) if is_of_answers(heading) and not _ASKS.match(plain_text(title)) else None


_FILED = pattern(rf"filed(?: (?:with|at) (?:the )?[a-z' .]{{2,30}}?)?(?: (?:electronically|online))?,?(?: on)? (?P<day>{DAY_WORD})")
_FILING = pattern(
    r"(?!(?:review|read|check|respond|reply|follow|track|get|obtain|ask|collect|request|receive|await|consider|discuss|amend|approve|find"
    r"|present)\b).*\b(?:reports?|returns?|applications?|filings?|forms?|disclosures?|statements?|certifications?|plans?|renewals?"
    r"|claims?)\b(?: .*)?"
)
"""A matter that is a paper for an authority, with whose filing it is over."""


def is_filing(title: str) -> bool:
    """Whether a title is a paper for an authority, with whose filing it is over."""
    return _FILING.fullmatch(plain_text(title)) is not None


def paper_sent(text: str, title: str) -> Stated | None:
    """That the paper which is the matter was sent: Letter to the county, sent 6/25; Tax return, filed 6/25."""
    if (filed := _FILED.fullmatch(plain_text(text))) and _FILING.fullmatch(plain_text(title)) and not _TO_OWN.search(plain_text(text)):
        return Stated("closed", filed["day"], firm=False)
    return _given(text) if _PAPER.fullmatch(plain_text(title)) and not _CAME_BACK.match(plain_text(text)) else None


_OF_A_REVIEW = pattern(
    r"(?:(?:plan|policy|legal|board|council|committee|site|final|annual) )?(?:review|adoption|submittal|variance|appeal) (?:status"
    r"|result|outcome)"
    r"|(?:plan|policy|final) approval (?:status|result|outcome)"
)
"""A heading of states of what is done once it is approved; after an approval by itself, of a purchase or a project, the work begins."""
_MADE_OF_IT = pattern(
    r"(?:(?:final|board|council|commission|committee|cabinet) )?(?:actions?(?: taken)?|decisions?|determination|ruling|disposition)"
    r"|(?:permit|application) (?:status|result|outcome)"
)
_APPLIES = pattern(r"(?:co-?)?(?:applicant|petitioner|appellant|permittee|proponent)s?\b.*", re.IGNORECASE)
"""Who asked for it, so that what is told of the action is what became of it."""
_DECIDED = pattern(
    rf"(?:re-?)?(?:approved|adopted|granted|denied|enacted"
    rf"|ratified)(?: (?:as (?:submitted|noted|amended|presented|revised|recommended)|with (?:\w+ )?(?:conditions?|stipulations?)"
    rf"|administratively|unanimously|by (?:the )?(?:board|council|commission|committee|director"
    rf"|staff)))?,?(?: on)?(?: ?[-–:]? ?(?P<day>{DAY_WORD}))?"
)


_OUTCOME = pattern(r"(?:final )?(?:results?|outcomes?|dispositions?)")
_COMPLETED = pattern(
    r"date (?:and|&) completed (?:actions?|works?|corrections?|repairs?|tasks?)(?: taken)?"
    r"|completed (?:action|work|correction|repair|task)s?(?: taken)? (?:with|and|&) (?:the )?dates?"
)
"""A heading under which stands what completed the matter, with its day; Completed actions alone are those so far."""
_SO_FAR = pattern(
    r"\b(?:none|nothing|no|not|since|as of|first|second|phase|stage|step|half|partly|interim|only|most|some|kick[- ]?off|(?:re)?order(?:ed)?|requested"
    r"|quot(?:es?|ed)|bids?|met|meeting|planned|will|assigned|drafted)\b|%"
)
"""Of what was done so far, or has not been: None as of 6/10, Ordered parts 6/10."""
_CAME_OF_IT = pattern(
    r"(?:passed|success(?:ful)?|met|won|granted|adopted|denied|enacted|certified|cleared|satisfied|upheld|dismissed|settled|sold|elected|filled"
    rf"|executed|recorded|ratified|renewed|released|reimbursed)(?: on)?,? ?[-–:]? ?(?P<day>{DAY_WORD})"
)
"""What became of a matter, and on which day: Passed 7/2, under Result."""


def decided(text: str, heading: str, headings: Iterable[str]) -> Stated | None:
    """That what was asked for was decided, and so is over, where the state is that of a review
    or an outcome with its day, or the action taken stands beside the applicant: Approved 6/18.
    """
    if _OUTCOME.fullmatch(plain_text(heading)) and (came := _CAME_OF_IT.fullmatch(plain_text(text))):
        return Stated("closed", came["day"], firm=False)
    if _COMPLETED.fullmatch(plain_text(heading)) and (day := _completed_on(plain_text(text))):
        return Stated("closed", day, firm=False)
    found = _DECIDED.fullmatch(plain_text(text))
    if found is None:
        return None
    told = plain_text(heading)
    of_it = _OF_A_REVIEW.fullmatch(told) or (_MADE_OF_IT.fullmatch(told) and any(_APPLIES.fullmatch(one.strip()) for one in headings))
    return Stated("closed", found["day"] or "", firm=False) if of_it else None


def _completed_on(plain: str) -> str:
    """The one day of which a cell tells, where it tells of nothing that was only a step, or is still to come."""
    days = DAY.findall(plain)
    only_so_far = _SO_FAR.search(plain) or is_still_to_come(plain) or is_under_way(plain)
    return days[0] if len(days) == 1 and not only_so_far else ""


_WHAT_IS_DUE = pattern(
    r"(?:date )?(?P<what>(?!draft|first|interim|preliminary|initial|next|internal|revised|original)[a-z ]{4,30}?) (?:is )?due(?: date| by| back"
    r"| to .{2,30})?"
)


_TO_OWN = pattern(rf"\b(?:to|with) (?:the |our |my )?(?:{WHO_LOOKS_IT_OVER}|{ONES_OWN})\b|\b(?:draft|only|in part|partial\w*|review)\b")
"""Those of the office itself: with them it is on its way."""
_NO_END = r"(?:need|promise|expect|require|request|plann?|schedul|want|propose|anticipate|estimate|assign|initiate|open|start|launch)e?d?\b"
"""What is said of a day by others, or is only how the matter begins: Needed by, Start by."""
_DEED_DUE = pattern(
    rf"(?:final )?(?!{_NO_END})(?P<deed>[a-z]{{3,}}) (?:by|before)|(?:[a-z]+ )*to (?:be )?(?!{_NO_END})(?P<deed2>[a-z]{{3,}})(?: by| date)?"
)


def given_as_due(text: str, heading: str) -> Stated | None:
    """That what the deadline's heading says is due was given or done: Report filed 6/11, under a state beside Report Due; Posted 6/11, beside Post by."""
    if (deed := _DEED_DUE.fullmatch(plain_text(heading))) and not _TO_OWN.search(plain_text(text)):
        named = deed["deed"] or deed["deed2"]
        if done := _DONE.fullmatch(plain_text(text)):
            return Stated("closed", done["day"] or "", firm=False) if _is_past_of(done["deed"], named) else None
        said = stated_in_english(text, named)
        return said if said and said.code == "closed" else None
    due = _WHAT_IS_DUE.fullmatch(plain_text(heading))
    plain = plain_text(text)
    what = f"{due['what']} " if due else ""
    if not what or not plain.startswith(what):
        return None
    given = _GIVEN_OR_MADE.fullmatch(plain.removeprefix(what))
    return Stated("closed", given["day"] or "", firm=False) if given else None


_STATE_OF = pattern(r"(?: current)? (?:status|state|progress)|s$")
_HANDED_IN = pattern(
    rf"(?:submitted|filed|sent(?: in)?|delivered|uploaded|lodged|(?:turned|handed) in)(?:,?(?: on)? (?P<day>{DAY_WORD}))?"
    r"(?:,? \(?(?:\d{1,2} (?:\w+ )?days? )?(?:late|early|on time|in time|past due|overdue)\)?)?"
)


def handed_in_as_due(text: str, due: str, *named: str) -> Stated | None:
    """That a paper was handed in, where the deadline's heading says that it is due, and another says that the rows, or their
    states, are such papers: Submitted 6/12, under Paper status, beside Papers due.
    """
    what = _WHAT_IS_DUE.fullmatch(plain_text(due))
    if what is None or (given := _HANDED_IN.fullmatch(plain_text(text))) is None:
        return None
    is_such = _STATE_OF.sub("", what["what"]) in (_STATE_OF.sub("", plain_text(heading)) for heading in named)
    return Stated("closed", given["day"] or "", firm=False) if is_such else None


def _is_past_of(done: str, deed: str) -> bool:
    """Whether a word says that a deed was done: filled, of fill or of filled."""
    return done == deed or done in (f"{deed}ed", f"{deed}d", f"{deed}{deed[-1:]}ed")


_DONE = pattern(rf"(?P<deed>[a-z]{{3,}}ed)(?:(?: on)?,? (?P<day>{DAY_WORD}))?")
_GIVEN_OR_MADE = pattern(
    rf"(?:was |has been )?(?:filed|sent|submitted|delivered|issued|given|made|paid|provided|accepted|adopted|e ?mailed"
    rf"|mailed){_HOW}?(?:(?: on)? (?P<day>{DAY_WORD}))?"
)


def _given(text: str) -> Stated | None:
    given = _GIVEN.fullmatch(plain_text(text))
    return Stated("closed", given["day"], firm=False) if given else None
