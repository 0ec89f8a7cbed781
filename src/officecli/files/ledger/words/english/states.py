"""What an English statement says of how far a matter is: by how it begins, and what stands behind."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.english.behind_an_end import NOT_ALL, is_still_to_come
from officecli.files.ledger.words.english.under_way import is_for_others_to_say, is_to_end, is_under_way
from officecli.files.ledger.words.known import known_word
from officecli.files.ledger.words.plain import DAY, DAY_WORD
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

_STARTS = pattern(
    rf"(?:verified |confirmed )?(?P<word>{ENDED}|implemented|cancell?ed|withdrawn|dropped|deferred|postponed|suspended|paused|on hold|frozen|stayed|obe|tabled"
    rf"|released|denied|granted|fulfilled|provided|adopted|passed(?! (?:on )?to\b)|ratified|enacted|settled"
    rf"|(?:abated|corrected|repaired|remedied|cured|fixed)(?= (?:by|on[- ]?site|on the spot|in the field|at (?:the )?time of)\b))"
    r"\s+(?P<beside>(?:by|on|at|to|per|until|till|pending|due|in|with|w/|for|as|because|since|from|via|after)\b[^?]*)"
)
_IN_SOME_MONTH = pattern(
    rf"(?:{ENDED}|implemented|adopted|installed|delivered|issued|published|filed|fixed|corrected)(?: (?:in|during|as of))?(?: early| late"
    rf"| mid)? (?:(?:(?:{MONTH_NAME})\.?|q[1-4]|spring|summer|fall|winter)(?:,? (?:20\d\d|fy ?'?\d\d))|(?:0?[1-9]|1[0-2])[/.-]20\d\d)"
)
"""An end in a month or a quarter, with its year: the day is not told."""
_IN_VAIN = (
    r"skipped|incomplete|cancell?ed|duplicate|rejected|declined|abandoned|void(?:ed)?|invalid|withdrawn|won'?t (?:do|fix)|unresolved|unfounded"
    r"|not (?:implemented|done|accepted|pursued|proceeded with)"
)
_CLOSED_SO = pattern(
    rf"(?:closed|completed?|resolved|finished)(?: as)? ?[(\[]?(?:(?:an? )?(?P<vain>(?:{_IN_VAIN})(?: of (?:item |no\.? ?|ref )?#?[\w.-]+)?)"
    rf"|(?:successful(?:ly)?|satisfactor(?:y|ily)|complete[d]?|resolved|done|late|early|(?:well )?ahead of (?:schedule|time|plan)"
    rf"|(?:on|under|within) budget|on time|as planned|in full"
    r"|verified|accepted|approved|effective|permanently|no (?:further )?action (?:needed|required|taken)))[)\]]?"
)
"""How something was closed, as tools for tickets say it: Closed Complete, Closed Skipped."""
_LETTER = pattern(r"[a-z]")
_WHEN = rf"(?:fy|cy|q[1-4]\b|20\d\d\b(?!-\d)|(?:{MONTH_NAME})\b)"
"""To another time it is put off, and to no other matter: moved to 2027."""
_DROPPED = pattern(
    r"(?:not|no longer) (?:applicable(?! yet)|needed|required|necessary|pursu(?:ed|ing)|being pursued|proceeding|relevant|valid|viable|feasible"
    r"|practical|possible|warranted|justified|moving forward|going (?:forward|ahead)"
    r"|going to (?:happen|proceed|be done))\b(?! (?:yet|now|before|until|this|to)\b).{0,20}|(?:it is )?not happening(?: (?:at|after) all)?"
    r"|(?:not|non-?) ?renewed(?! yet\b).{0,20}|(?:let|allowed to|to be allowed to|letting it) (?:lapse|expire)"
    r"|(?:not|no longer) (?:applying|bidding|renewing|participating|attending)\b(?! (?:yet|until|before)\b).{0,20}"
    r"|(?:declined|elected not|chose not|opted not|decided not|decided against|voted not)(?: to)? (?:apply|bid|renew|pursue|proceed|participate"
    r"|attend|applying|bidding|renewing|pursuing|go (?:ahead|forward))\b.{0,20}|did not (?:apply|bid|renew|pursue|participate)\b.{0,20}"
    r"|(?:will not|won'?t|cannot|can'?t) (?:proceed|be (?:done|pursued|implemented|completed)|go ahead|pursue|do|fix|happen)\b.{0,20}"
    rf"|(?:(?:dup|duplicates?|dupe|merged|combined|consolidated|folded|absorbed|rolled up|subsumed"
    rf"|incorporated)(?! ?(?:into|in|to|under|with)? ?{_WHEN}) ?(?:of|with|w/|into|in|by|as|under|to)? ?"
    rf"|(?:same as|moved) ?(?:into|to|under)? ?(?=#|item|no\b|ref|action|task|wo\b|case|ticket))(?:item|no\.?|#|ref\.?|action|task|wo|case"
    rf"|ticket)? ?(?:no\.? ?)?#? ?[a-z]{{0,6}}[- ]?\d[\w.-]*"
    r"|(?:the |this )?(?:item|matter|motion|proposal|request) (?:was |is |has been )*(?:dropped|(?:removed|struck) from (?:the )?(?:agenda|docket"
    r"|list|plan|consideration))"
    r"|(?:removed|deleted|struck|dropped|taken off) (?:from|off) (?:the )?(?:list|plan|log|register|agenda|work ?plan|programme?|scope)\b.{0,20}"
)
_NOT_THIS_TIME = pattern(
    r"not (?:required|needed|necessary|applicable|called for) (?:in |for |during )?(?:this|the current) (?:(?:fiscal|calendar|school|tax|reporting) )?"
    r"(?:year|quarter|period|season|term|session|cycle|round|time(?: around)?)"
)
"""What comes back with its time, and has nothing to be done for in this one: the matter of this one is given up."""
_NOT_FOR_GOOD = pattern(r"\b(?:yet|until|till|before|for now|this (?:round|cycle|year|week|month|time))\b")
"""Beside what is not done: it may be done later."""
_TAKEN_BACK = pattern(
    rf"(?:the )?(?:application|applicant|request(?:er|or)?|complaint|complainant|petition(?:er)?|appeal|appellant|claim(?:ant)?|motion|permit"
    rf"|project|item|matter|directive|tasking|tasker|task|requirement)s? (?:was |were |has |have |been |is |now )*(?P<word>withdrawn|withdrew|cancell?ed"
    r"|abandoned"
    rf"|rescinded)(?P<beside>(?: (?:by|on|at|per|as|because|due to)\b.*| {DAY_WORD})?)"
    rf"|(?:the )?(?!(?:not|never|nobody|who|may|will|to|vendor|contractor|supplier|bidder|consultant|we)\b)(?:[a-z]+ ){{1,2}}(?P<word2>withdrew"
    rf"|cancell?ed|dropped|rescinded) (?:the |their |his |her |its |this )?(?:request|application|work order|ticket"
    rf"|project)(?P<beside2>(?: (?:on|by|as|because|due to)\b.*| {DAY_WORD})?)"
)
"""What is asked for was taken back, or whoever asked took it back."""
_OF_THE_MATTER = pattern(r"(?:the )?(?:application|applicant|request|project|item|matter|directive|tasking|tasker|task|requirement)")
"""What a note means by the matter itself; an appeal or a complaint in it may be one against the matter."""
_RESTS = pattern(
    r"(?:put |placed |kept |left |parked )?(?:on (?:hold|pause|ice|the back ?burner|the shelf)|in (?:the )?parking lot|in abeyance)\b.*|held in abeyance\b.*"
    r"|holding"
    r"|hold(?:ing)? (?:for |pending |awaiting |until )?(?:parts?|funds?|funding|vendors?|approval|weather|materials?|permits?|legal|staff|budget"
    r"|customer|info|information|access|board|council)|(?:placed on |put on |under )?(?:a )?(?:legal|litigation|audit|budget|tax|administrative|admin"
    r"|records|payment|hiring|funding|client|customer|vendor|investigat\w+) holds?(?: (?:placed|in place|in effect|applies))?|(?:the )?parking lot"
    r"|\w+ (?:indefinitely|until further notice)"
    r"|(?:the |this )?(?:review|work|project|task|item|matter|action|process|pilot|procurement|recruitment|study|drafting) (?:is |was |now )*paused\b.*"
)
_ALL_DONE = pattern(
    rf"(?:the |this |whole |entire )?(?:items?|issue|matter|case|actions?|tasks?|request|ticket|job|project|work order|all|everything(?:'s)?"
    rf"|it(?:'s)?|we(?: are|'re)) ?(?:is |was |now |are |has been |have been |all )*(?:{ENDED}|closed out)"
    r"|(?:final |closing )(?:re-?)?inspections? passed|passed (?:the |its )?(?:(?:final|closing) )?(?:re-?)?inspection"
    r"|(?:no action|action not|action (?:is|was) not) (?:is |was )?(?:needed|required|necessary)"
    r"|(?:not (?:stocked|carried|affected)|(?:we )?(?:do not|don't) (?:stock|carry|have|own)(?: (?:it|this|any|one|these|them))?)(?: here)?"
    r"|(?:no|none of our) (?:affected )?(?:units?|stock|products?|devices?|lots?|items?) (?:were |was )?(?:found|affected|on hand|in stock|held)"
    r"|no further (?:action|work|steps?)(?: (?:is |was )?(?:needed|required|planned|necessary|taken|proposed))?|nfa"
    r"|100 ?% (?:complete|completed|done)|(?:granted|released|upheld|disclosed) in part"
    r"|(?:part(?:ly|ially)?) (?:granted|released|disclosed|upheld)"
)
"""What says of the whole matter that it is over."""
_HANDED_OVER = pattern(
    r"(?:submitted|sent|delivered|uploaded|e-?mailed|mailed|filed) (?:to|with) (?:the )?(?:\w+ )?(?:funder|grantor|donor|sponsor|request[eo]r"
    r"|complainant)(?: (?:on|via|by) ?(?:e-?mail|mail|portal)?)?"
)
"""Whoever it is for has it."""
_AT_ONCE = pattern(
    r"(?:abated|corrected|repaired|remedied|fixed|mended|resolved|cleaned|cleared"
    r"|replaced)(?: (?:on (?:the )?(?:spot|site)|at (?:the )?time of (?:the )?(?:inspection|visit)"
    r"|during (?:the )?(?:inspection|visit|walk[- ]?through|rounds?|survey)|immediately|(?:the )?same day|at once|right away))"
)
"""What was found was mended where and when it was."""
_GIVEN_OUT = r" (?:were |was |have been )?(?:provided|released|produced|disclosed|sent|(?:e[- ]?)?mailed|delivered|furnished|made available)"
_TO_WHO_ASKED = (
    r"(?: (?:to (?:the )?(?:request[eo]r|applicant|complainant|customer|citizen|resident|reporter)"
    r"|(?:via|by) (?:e[- ]?mail|mail|post|fax|portal|disc|cd|hand|courier)|in full|with redactions|electronically)\b.*)"
)
_OF_RECORDS = pattern(
    rf"(?:(?:all |the |responsive |requested )*records?|(?:all |the )*(?:responsive|requested) (?:documents?|copies|information"
    rf"|files?)){_GIVEN_OUT}{_TO_WHO_ASKED}?|(?:all |the )*(?:documents?|copies|information|files?){_GIVEN_OUT}{_TO_WHO_ASKED}"
    r"|no (?:such |responsive )?(?:records?|documents?)(?: (?:found|exist|responsive|held|located|to (?:release|disclose)))*(?: letter sent)?"
    r"|released? (?:with|w/|in) (?:redactions?|full|part)|(?:redacted|partial|full) release|referred to (?:another|other) agency"
)
"""What became of a request for records: it is answered. Documents sent to anybody else are a step of some other matter."""
_FOUND = pattern(
    r"(?:not |un|part(?:ly|ially)? )?(?:founded|substantiated|sustained|upheld|proven)"
    r"|(?:complaint |case |claim |grievance |charges? )?(?:not |un)?(?:founded|substantiated|sustained|upheld|proven|dismissed)|exonerated"
    r"|no (?:cause|violations?|findings?|breach|basis)(?: (?:was |were )?(?:found|observed|noted|present|exists?|seen))?"
    r"|(?:granted|approved) with (?:\w+ )?conditions?|voluntary compliance(?: (?:obtained|achieved))?"
)
"""What was found of a complaint or a charge, or decided of what was applied for: with that it is over."""
_BY_SOMEBODY = pattern(r"(?!cleared|executed|signed|checked|replied|responded|met\b)(?P<word>[a-z]{3,20}) (?P<by>by\b[^?]*)")
"""Who brought it to its end (Verified by the state 6/22); not who had a look at it on the way: Cleared by legal."""
_ACCEPTED_BY = pattern(
    r"accepted by (?:the )?(?:\w+ )?(?:funder|grantor|sponsor|donor|foundation|trust|client|customer|buyer|agency|state|council|board|commission"
    r"|committee|court|county|city|federal|owner|engineer|auditor)s?\b(?!'| (?:as|into|for|with)\b)(?P<beside>[^?]*)"
)
"""Whoever it is for took what was handed in; accepted by one of the office it is only begun."""
_HALTED_SO = pattern(r"(?P<word>[a-z' ]{3,30}?) (?P<beside>(?:by|this|until|till|pending|due to|because|since|as|for|per|at|in favou?r)\b.*)")


_HELD_TRUE = pattern(r"(?:(?:complaint|case|claim|grievance|charge)s? )?(?:founded|substantiated|sustained|upheld|proven)")
_NO_LAST_WORD = pattern(
    rf"(?:abated|corrected|repaired|remedied|cured|fixed|settled|granted)\b.*"
    rf"|(?:adopted|passed|carried|approved|ratified|enacted)\b.*\d ?[-–] ?\d.*|{_BY_SOMEBODY.pattern}"
)


def is_unsettled(said: str, behind: Sequence[str]) -> bool:
    """Whether what was found of a complaint, mended, voted or taken back is followed by
    what may still be to come: Abated by owner, reinspect 7/15; Founded, notice sent.
    """
    found = " ".join(DAY.sub("", said).split()).strip(" ,;:")
    if _HELD_TRUE.fullmatch(found):
        return any(DAY.sub("", one).strip() for one in behind)
    forms = (_NO_LAST_WORD, _TAKEN_BACK, _AT_ONCE, _HANDED_OVER)
    return bool(_FOUND.fullmatch(found) or any(form.fullmatch(one) for form in forms for one in (said, found))) and any(map(is_still_to_come, behind))


ITSELF_ENDED = pattern(
    rf"(?:the |this )?(?:item|issue|matter|case|action|task|request|ticket|work order) (?:is |was |has been "
    rf"|now )*(?P<end>(?:{ENDED}|implemented)\b(?! (?:with|to|as|for)\b).*)"
)
"""An end that names whose it is: Item closed at the 6/23 meeting."""
_GIVEN_IN_PART = pattern(
    r"(?:closed|completed?|fulfilled|resolved)\W+(?:partial(?:ly)?|partly) (?:grant\w*|den\w+|releas\w+|disclos\w+|approv\w+|fulfil\w+|redact\w+"
    r"|upheld|substantiated|sustained|founded|provided)\b.*"
)
"""How a request was answered at its end, which is the end all the same: Closed - Partial grant."""


def said_in_latin(plain: str) -> Stated | None:
    """What one statement in English says by how it begins; None where it is none of these."""
    if not _LETTER.search(plain):
        return None
    if _GIVEN_IN_PART.fullmatch(plain):
        return Stated("closed", firm=False, noted=False)
    if _NOT_THIS_TIME.fullmatch(plain) or (_DROPPED.fullmatch(plain) and not _NOT_FOR_GOOD.search(plain)):
        return Stated("cancelled", plain)
    if found := _TAKEN_BACK.fullmatch(plain):
        beside = (found["beside"] or found["beside2"] or "").strip()
        if not NOT_ALL.match(beside) and not is_still_to_come(beside):
            return Stated("cancelled", beside, noted=found["word2"] is not None or _OF_THE_MATTER.match(plain) is not None)
    if _RESTS.fullmatch(plain):
        return Stated("suspended", plain)
    if is_for_others_to_say(plain):
        return Stated("submitted", plain if DAY.search(plain) else "", firm=False, noted=False)
    if is_to_end(plain):
        return Stated("open")
    if any(form.fullmatch(DAY.sub("", plain).strip(" ,;:-")) for form in (_ALL_DONE, _AT_ONCE, _HANDED_OVER)):
        return Stated("closed", plain if DAY.search(plain) else "", firm=False, noted=False)
    if _FOUND.fullmatch(DAY.sub("", plain).strip(" ,;:")):
        return Stated("closed", plain if DAY.search(plain) else "", firm=False, noted=False)
    if _OF_RECORDS.fullmatch(DAY.sub("", plain).strip(" ,;:")):
        return Stated("closed", firm=False, noted=False)
    return Stated("open") if is_under_way(plain) else None


def said_with_reason(plain: str) -> Stated | None:
    """What one statement in English says that tells how, why or by whom it was closed or halted; None for any other."""
    if not _LETTER.search(plain):
        return None
    if of_itself := ITSELF_ENDED.fullmatch(plain):
        return said_with_reason(of_itself["end"])
    if found := _CLOSED_SO.fullmatch(DAY.sub("", plain).strip()):
        return Stated("cancelled" if found["vain"] else "closed", plain if DAY.search(plain) else "", firm=False)
    if _IN_SOME_MONTH.fullmatch(plain):
        return Stated("closed", firm=False)
    if (found := _HALTED_SO.fullmatch(plain)) and (word := known_word(found["word"])) and word.code in ("cancelled", "suspended"):
        if word.code == "cancelled" and found["beside"].startswith(("until ", "till ")):
            return None  # Won't fix until 2027
        return Stated(word.code, found["beside"], word.firm, word.noted)
    if (found := _BY_SOMEBODY.fullmatch(plain)) and (word := known_word(found["word"])) and word.code == "closed" and not NOT_ALL.match(found["by"]):
        if is_still_to_come(found["by"]):
            return None  # Verified by phone, awaiting letter
        return word._replace(beside=found["by"])
    if found := _ACCEPTED_BY.fullmatch(plain):
        beside = found["beside"].strip()
        return None if NOT_ALL.match(beside) or is_still_to_come(beside) else Stated("closed", beside, firm=False, noted=False)
    if found := _STARTS.fullmatch(plain):
        word = known_word(found["word"])
        code = word.code if word else "closed"
        if code == "closed" and (NOT_ALL.match(found["beside"]) or (_NO_LAST_WORD.match(plain) and is_still_to_come(found["beside"]))):
            return None
        return Stated(code, found["beside"], firm=code != "closed" or not found["beside"].startswith("with "))  # Done with the survey: of a part
    return None
