"""By which words of everyday speech an English note says that what a title asks for was done: out the door, of Mail the report."""

from __future__ import annotations

import re

from officecli.files.ledger.words.english.orders import VERBS
from officecli.patterns import pattern

_CALENDAR = r"on (?:everybody's|everyone's|all|the|our|their|both)(?: of)?(?: (?:the|our|their))? calendars?(?: for)?"
_HAVE = r"(?:got|have)(?= \w)|received|in hand|picked up|all(?: \w+)? in$"
_GONE_OUT = r"(?:is |are |all )*out the door|(?:all )?(?:went|gone) out|handed out"
_HANDED_IN = r"(?:handed|turned|sent) in|dropped off|delivered(?: to)?|hand delivered(?: to)?|uploaded"
_PLACE = r"(?: (?:in|on|to|at|via) (?:[\w'+]+ ){0,4}[\w'+]+)?$"
_MADE_PUBLIC = rf"(?:ran|appeared|posted|published|listed|went live|(?:is |now )*(?:live|up(?= on\b)))(?: (?:today|yesterday))?{_PLACE}"
_NEW_ONE = r"new (?:ones?|\w+)(?:'s| is| are|'re)? (?:now )?(?:up|in|on|installed|in place|hung|mounted|working|running)$"
_TO_THEM = r"(?:e ?mailed|called|phoned|texted|told|informed|notified|written to|let \w+ know)"
_SPOKE = r"(?:talked|spoke|spoken) (?:to|with)|met with|interviewed|got (?:\w+ ){1,2}on the phone|reached|got (?:a )?hold of"
_ANSWER = (
    r"(?:(?:our|the|my|final|formal|written) ){0,2}(?:letter|reply|response|answer|e ?mail)s? (?:was |has been )?"
    r"(?:sent|mailed|e ?mailed|went out|out the door|delivered|handed over)|(?:answered|replied|responded|wrote back|written back|called back)"
)
_PASSED = r"(?:it |they |all |all of them |everything )*(?:passed|passes)(?: (?:the )?(?:test|inspection))?"
_SAYS: dict[str, str] = {
    "send|mail|email|ship|distribute|dispatch|issue": rf"{_GONE_OUT}|everybody has (?:theirs|one)",
    "publish|post|advertise|announce|run|list": _MADE_PUBLIC,
    "buy|purchase|procure|order|get|obtain|collect|secure|gather": rf"{_HAVE}|(?:has |have |all )*(?:arrived|came|come in|came in"
    r"|here)(?: in)?(?: (?:in|at) (?:\w+ ){{0,2}}\w+)?$",
    "remove|delete|clear|disable|take": r"(?:took|taken|pulled) (?:out|off|down)|all gone|deleted",
    "take|bring|haul|return|deliver|drop|submit|turn|hand|file|give": rf"{_HANDED_IN}|hauled (?:off|away)|took (?:it|them) (?:over|back|there)"
    "|(?:gave|given|brought) back",
    "notify|tell|inform|alert|warn|remind": _TO_THEM,
    "interview|call|phone|contact|talk|speak|meet|see": _SPOKE,
    "reply|respond|answer|write": _ANSWER,
    "respond|reply|answer|appeal": r"(?:\w+ )?accepted (?:our|the|my) (?:response|reply|answer|appeal)",
    "hire|fill|recruit": r"(?:position|post|job|vacancy|slot|opening)(?: (?:is|was|has been))?(?: now)? filled|filled|hired",
    "book|reserve": r"booked|reserved|(?:conf(?:irmation)?|res(?:ervation)?)(?: no| number)?\.?[ #:]+[\w-]*\d[\w-]*|have (?:the|a) reservation",
    "schedule|set|arrange|plan": _CALENDAR,
    "replace|hang|install|mount|put|change|swap": rf"{_NEW_ONE}|swapped(?: out)?|changed(?: out)?",
    "ask|request": r"got it|they said yes|(?:was )?granted",
    "test|inspect|check|certify": _PASSED,
    "inventory|count": r"counted|inventoried",
    "pay": r"(?:check|cheque|ck|payment) (?:cut|mailed|sent|went out)|paid(?:,? (?:(?:by|with) )?(?:ck|check|cheque|card|eft|ach|wire)(?: (?:no"
    r"|number))?[ #]*\d*)?",
    "sign|execute": r"(?:fully |all )*(?:executed|signed)(?: cop(?:y|ies))?(?: by (?:both|all)(?: (?:parties|sides))?)?(?: (?:is |are )?(?:in"
    "|on) (?:the )?file)?",
    "sweep|clean|mow|paint|repaint|patch|plow|trim|prune|wash|stripe|restripe|rake|shovel|salt|weed|flush|empty|dig|plant|move|haul": (
        r"(?:(?:the |our )?(?:crews?|guys|they|we|he|she|i|boys|volunteers|contractor) )?(?:is |are |all )*(?:finished(?: up)?|done)"
    ),
    "write|draft|type|draw": r"(?:written|wrote|typed|drawn|drew)(?: it| them)?(?: up)?",
}
"""Verbs of titles, and how notes say that it was done besides by the past of the verb."""
_IN_SPEECH = {verb: [pattern(rf"(?:{says})(?!\w)") for verbs, says in _SAYS.items() if verb in verbs.split("|")] for verb in {
    one for verbs in _SAYS for one in verbs.split("|")
}}  # fmt: skip
_LEAVE = pattern(
    r"(?:get|obtain|secure|seek|request) (?:[a-z']+ ){0,4}?(?:approval|permission|sign off|authori[sz]ation|clearance|consent|ok|okay|waiver)\b"
)
_LEAVE_GIVEN = pattern(r"(?:approved|granted|given|ok'?d|okayed|signed(?: off)?(?: on)?|cleared|got it)(?!\w)")
"""A title that asks for somebody's leave, and that it was given: approved, of Get approval for the trip."""
_MINUTES = pattern(r"(?:(?:draft|write|type|finish|finali[sz]e|do|prepare|approve|file)(?: up)? )?(?:the )?(?:[a-z]+ )?minutes\b")
_MINUTES_DONE = pattern(r"(?:approved|adopted)(?!\w)")
BESIDE_A_DEED = frozenset(
    "i we he she they it them him her us this that the a an our my his their its of is are was were has have had been be 's now just already "
    "finally today yesterday myself ourselves themselves crew crews staff guys full everybody everyone "
    "successfully on in at new up out off over down back".split()
)
"""Words beside a deed that name nothing else than who did it, or that it was done."""
_FOR_ONE_TIME = pattern(r"\b(?:each|every|weekly|monthly|daily|quarterly|biweekly|ongoing|as needed|regularly)\b")
_SECOND_ORDER = pattern(rf"(?:,|;|/|&|\+|\band|\bthen)\s*(?:then )?(?:{VERBS})\b|\b(?:and|,) then\b|, then\b")


def asks_for_several(title: str) -> bool:
    """Whether a title asks for several deeds, or for one again and again: Buy chairs and number them; Mail the list every month."""
    return _SECOND_ORDER.search(title) is not None or _FOR_ONE_TIME.search(title) is not None


def deed_in_speech(said: str, title: str) -> tuple[int, int] | None:
    """Where a clause says that the title's deed was done, in words of speech; None where it does not."""
    verb = re.match(r"[a-z]+", title)
    forms = [*_IN_SPEECH.get(verb[0] if verb else "", ())]
    if _LEAVE.match(title):
        forms = [_LEAVE_GIVEN]
    if _MINUTES.match(title):
        forms.append(_MINUTES_DONE)
    found = next((found for form in forms if (found := form.search(said))), None)
    return (found.start(), found.end()) if found else None
