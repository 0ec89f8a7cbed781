"""What an English statement says of how far a matter is: by how it begins, and what stands behind."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.known import CODES, known_word
from officecli.files.ledger.words.may_end import MAY_END
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern
from officecli.typed.dates.english.words import WEEKDAY
from officecli.typed.dates.names import MONTH_NAME

UNDER_WAY = r"ongoing|under ?way|in progress|started"
ON_COURSE = r"on (?:track|schedule|target|time)"
"""Of a matter, that it goes on, and that it goes well."""
OPEN_WORDS = pattern(
    rf"(?:not(?! (?:pursuing|approved|accepted|granted|allowed|agreed|supported|funded|adopted|passed|renewed|awarded|recommended|upheld|sustained|substantiated|founded|proven)\b)|un(?!founded|substantiated|sustained|proven|i(?![dmns])|cle\b)\w+|incomplete|partial(?:ly)?|partly|nearly|almost|mostly|{UNDER_WAY}|{ON_COURSE}|to be|being|pending|awaiting|waiting|delay(?:ed)?|late|behind|at risk"
    r"|off track|ahead|blocked|stuck|begun|working|in work|in process|in development|wip|active|open|continu\w+|draft\w*|red|yellow|amber|green"
    r"|overdue|past due|extended|ext(?:ension|n)?\.?(?= (?:approved|granted|requested|asked|to|until|sought))"
    r"|reopened|re opened|appealed(?: to| by)?(?! and)|escalated|stalled|needs?|doing|locating|processing|investigating|scheduled|urgent|high"
    r"|critical|monitor\w*|review\w*|needs attention|slipp\w+|some)\b"
)
_OF_ITSELF = pattern(
    rf"(?:the |this )?(?:item|action|task|matter|issue|work|project|job|request)s? (?:is |are |has |have |been |was |still )*(?=(?:not|{UNDER_WAY}|open|pending|outstanding|overdue|awaiting)\b)"
)
"""How a cell names the matter whose state it says: Item not due yet."""
_CLOSED_TO_WATCH = r"closed(?: out)?\W+(?:pending|awaiting|with|subject to) (?:the |an? )?(?:[\w-]+ )?(?:effectiveness|efficacy)\b(?!.*\b(?:not|no|fail\w*|ineffective|unsatisfactory)\b)"
"""What was closed, and is looked at once more to see whether it helped."""
_TO_BE_SEEN = pattern(
    rf"(?!{_CLOSED_TO_WATCH})(?:{ENDED}|implemented|abated|corrected|repaired|remedied|fixed)\b.*\b(?:except|but|pending|awaiting|needs|requires|partial|phase|draft|not (?:yet )?(?:verified|tested|signed|approved|paid|filed|inspected|accepted)|\d+ ?%)"
)
_STARTS = pattern(
    rf"(?:verified |confirmed )?(?P<word>{ENDED}|implemented|cancell?ed|withdrawn|dropped|deferred|postponed|suspended|paused|on hold|obe|tabled|released|denied|granted|fulfilled|provided|adopted|passed(?! (?:on )?to\b)|ratified|enacted|settled|(?:abated|corrected|repaired|remedied|cured|fixed)(?= (?:by|on[- ]?site|on the spot|in the field|at (?:the )?time of)\b))"
    r"\s+(?P<beside>(?:by|on|at|to|per|until|till|pending|due|in|with|w/|for|as|because|since|from|via|after)\b[^?]*)"
)
NOT_ALL = pattern(
    rf"(?:by|for) (?:the )?(?:{DAY_WORD}|\d|(?:{MONTH_NAME}|{WEEKDAY})\.?(?= \d|$)|end\b|eo[dwmy]\b|cob\b|close of|next\b|tomorrow|(?:fall|spring|summer|winter|autumn)(?: 20\d\d)?$|fy|q[1-4]\b)"
    r"|for (?:the )?(?:now|this|most|half|some|(?:last|past|current|reporting) \w+|month|quarter|week|year)\b"
    r"|.*\bfor (?:bid|review|comments?|signature|approval)\b|with (?:the |a )?(?:first|second|initial|preliminary|most|half|some)\b"
    r"|in (?:principle|draft|theory|part)\b|as far as\b|(?:until|till)\b"
)
"""Beside a word of the end: by when it is to come, or that it is one for now or of a part: completed by 7/30, done for June."""
_IN_SOME_MONTH = pattern(
    rf"(?:{ENDED}|implemented|adopted|installed|delivered|issued|published|filed|fixed|corrected)(?: (?:in|during|as of))?(?: early| late| mid)? (?:(?:(?:{MONTH_NAME})\.?|q[1-4]|spring|summer|fall|winter)(?:,? (?:20\d\d|fy ?'?\d\d))|(?:0?[1-9]|1[0-2])[/.-]20\d\d)"
)
"""An end in a month or a quarter, with its year: the day is not told."""
_IN_VAIN = r"skipped|incomplete|cancell?ed|duplicate|rejected|declined|abandoned|void(?:ed)?|invalid|withdrawn|won'?t (?:do|fix)|unresolved|unfounded|not (?:implemented|done|accepted|pursued|proceeded with)"
_CLOSED_SO = pattern(
    rf"(?:closed|completed?|resolved|finished)(?: as)? ?[(\[]?(?:(?:an? )?(?P<vain>(?:{_IN_VAIN})(?: of (?:item |no\.? ?|ref )?#?[\w.-]+)?)|(?:successful(?:ly)?|satisfactor(?:y|ily)|complete[d]?|resolved|done|late|early|(?:well )?ahead of (?:schedule|time|plan)|(?:on|under|within) budget|on time|as planned|in full"
    r"|verified|accepted|approved|effective|permanently|no (?:further )?action (?:needed|required|taken)))[)\]]?"
)
"""How something was closed, as tools for tickets say it: Closed Complete, Closed Skipped."""
_LETTER = pattern(r"[a-z]")
GOING = pattern(r"(?!no|any|every|some)[a-z]{3,}ing\b")
"""A word of what goes on: drafting, hiring two clerks; nothing is none."""
_WHEN = rf"(?:fy|cy|q[1-4]\b|20\d\d\b(?!-\d)|(?:{MONTH_NAME})\b)"
"""To another time it is put off, and to no other matter: moved to 2027."""
_DROPPED = pattern(
    r"(?:not|no longer) (?:applicable(?! yet)|needed|required|necessary|pursu(?:ed|ing)|being pursued|proceeding|relevant|valid|viable|feasible"
    r"|practical|possible|warranted|justified|moving forward|going (?:forward|ahead)"
    r"|going to (?:happen|proceed|be done))\b(?! (?:yet|now|before|until|this)\b).{0,20}"
    r"|(?:not|no longer) (?:applying|bidding|renewing|participating|attending)\b(?! (?:yet|until|before)\b).{0,20}"
    r"|(?:declined|elected not|chose not|opted not|decided not|decided against|voted not)(?: to)? (?:apply|bid|renew|pursue|proceed|participate"
    r"|attend|applying|bidding|renewing|pursuing|go (?:ahead|forward))\b.{0,20}|did not (?:apply|bid|renew|pursue|participate)\b.{0,20}"
    r"|(?:will not|won'?t|cannot|can'?t) (?:proceed|be (?:done|pursued|implemented|completed)|go ahead|pursue|do|fix|happen)\b.{0,20}"
    rf"|(?:(?:dup|duplicates?|dupe|merged|combined|consolidated|folded|absorbed|rolled up|subsumed|incorporated)(?! ?(?:into|in|to|under|with)? ?{_WHEN}) ?(?:of|with|w/|into|in|by|as|under|to)? ?|(?:same as|moved) ?(?:into|to|under)? ?(?=#|item|no\b|ref|action|task|wo\b|case|ticket))(?:item|no\.?|#|ref\.?|action|task|wo|case|ticket)? ?(?:no\.? ?)?#? ?[a-z]{{0,6}}[- ]?\d[\w.-]*"
    r"|(?:removed|deleted|struck|dropped|taken off) (?:from|off) (?:the )?(?:list|plan|log|register|agenda|work ?plan|programme?|scope)\b.{0,20}"
)
_NOT_FOR_GOOD = pattern(r"\b(?:yet|until|till|before|for now|this (?:round|cycle|year|week|month|time))\b")
"""Beside what is not done: it may be done later."""
_TAKEN_BACK = pattern(
    rf"(?:the )?(?:application|applicant|request(?:er|or)?|complaint|complainant|petition(?:er)?|appeal|appellant|claim(?:ant)?|motion|permit|project|item|matter)s?"
    rf" (?:was |were |has |have |been |is |now )*(?P<word>withdrawn|withdrew|cancell?ed|abandoned|rescinded)(?P<beside>(?: (?:by|on|at|per|as|because|due to)\b.*| {DAY_WORD})?)"
    rf"|(?:the )?(?!(?:not|never|nobody|who|may|will|to|vendor|contractor|supplier|bidder|consultant|we)\b)(?:[a-z]+ ){{1,2}}(?P<word2>withdrew|cancell?ed|dropped|rescinded) (?:the |their |his |her |its |this )?(?:request|application|work order|ticket|project)(?P<beside2>(?: (?:on|by|as|because|due to)\b.*| {DAY_WORD})?)"
)
"""What is asked for was taken back, or whoever asked took it back."""
_OF_THE_MATTER = pattern(r"(?:the )?(?:application|applicant|request|project|item|matter)")
"""What a note means by the matter itself; an appeal or a complaint in it may be one against the matter."""
_RESTS = pattern(
    r"(?:put |placed |kept |left |parked )?(?:on (?:hold|ice|the back ?burner|the shelf)|in (?:the )?parking lot|in abeyance)\b.*|holding"
    r"|hold(?:ing)? (?:for |pending |awaiting |until )?(?:parts?|funds?|funding|vendors?|approval|weather|materials?|permits?|legal|staff|budget"
    r"|customer|info|information|access|board|council)|(?:the )?parking lot|\w+ (?:indefinitely|until further notice)"
)
_ALL_DONE = pattern(
    rf"(?:the |this |whole |entire )?(?:items?|issue|matter|case|actions?|tasks?|request|ticket|job|project|work order|all|everything(?:'s)?|it(?:'s)?|we(?: are|'re)) ?(?:is |was |now |are |has been |have been |all )*(?:{ENDED}|closed out)"
    r"|(?:final |closing )(?:re-?)?inspections? passed|passed (?:the |its )?(?:(?:final|closing) )?(?:re-?)?inspection"
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
_TO_END = pattern(
    rf"(?!{_CLOSED_TO_WATCH})(?:we |staff )?(?:request(?:s|ed|ing)? (?:for )?(?:closure|closing|to (?:be )?close[d]?)|(?:recommend|propos)(?:s|es|e|ed|ing)?(?: for| to(?: be)?)? (?:clos(?:ure|ing|e)|completion|removal)|ready (?:to|for|to be) (?:clos(?:e|ure|ed|ing)|sign(?: off)?)|close(?:d)? (?:pending|once|when|after|upon|if)\b.*|clos(?:ing|e out) (?:soon|shortly|next|this|in|by)\b.*"
    r"|(?:will|to|should|shall|may|can|expect(?:ed)? to|expected|likely|est\.?|estimated|anticipated|hope to|aim to|due to"
    r"|set to)(?: be)? (?:close|complete|finish|resolve|implement|deliver|submit|end|conclude)[sd]?(?:ed)?\b.*"
    r"|(?:will|should|shall|may|can|likely|est\.?|expected)(?: to)?(?: be)? done\b.*)"
)
"""Of an end it says that it is to come."""
_GIVEN_OUT = r" (?:were |was |have been )?(?:provided|released|produced|disclosed|sent|(?:e[- ]?)?mailed|delivered|furnished|made available)"
_TO_WHO_ASKED = r"(?: (?:to (?:the )?(?:request[eo]r|applicant|complainant|customer|citizen|resident|reporter)|(?:via|by) (?:e[- ]?mail|mail|post|fax|portal|disc|cd|hand|courier)|in full|with redactions|electronically)\b.*)"
_OF_RECORDS = pattern(
    rf"(?:(?:all |the |responsive |requested )*records?|(?:all |the )*(?:responsive|requested) (?:documents?|copies|information|files?)){_GIVEN_OUT}{_TO_WHO_ASKED}?"
    rf"|(?:all |the )*(?:documents?|copies|information|files?){_GIVEN_OUT}{_TO_WHO_ASKED}"
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
_FIRST_STEP = pattern(
    r"(?:(?:kick[- ]?off|walk-?through|site visit|first reading|bid openings?|pre[- ]?bid(?: meeting)?"
    r"|pre[- ]?construction(?: meeting)?)\b(?: (?:held|done))?"
    r"|(?:meeting|mtg|call|review|inspection|hearing|visit|interview|walk-?round) (?:set|scheduled|booked|planned|arranged|organi[sz]ed"
    r"|agreed))(?: (?:set|scheduled|is|was|on|for|w/|with|at))*(?: [a-z. ]{2,24})??(?: (?:on )?(?:next \w+|" + DAY_WORD + r"))?"
    r"|(?:offer|counter ?offer) (?:made|extended|out|pending|accepted|sent)"
    r"|(?:\d+ )?(?:interviews?|screening|reference checks?"
    r"|applications?)(?: (?:set|scheduled|under way|underway|in progress|open|received|(?:on|week of) .*|"
    + DAY_WORD
    + r".*))?|(?:first|1st|second|2nd) reading (?:passed|held|done|set|scheduled)(?: (?:on )?"
    + DAY_WORD
    + r")?"
    r"|followed up(?: (?:with|w/|on|by)? ?.{0,30})?|(?:first|1st|initial|rough|second|2nd|third|3rd|final|revised|new) draft (?:to|with|at|by"
    r"|done|complete[d]?|sent|out|circulated|in)\b.*"
    r"|(?:carried (?:forward|over)|rolled(?: over)?) (?:to|from|into)\b.*|(?:booked|set|slated|planned|arranged|lined up) for .+"
    r"|(?:sent|submitted|returned|forwarded|routed|passed|given"
    r"|referred)(?: (?:back )?to .{2,40}?)? for (?:(?:internal|legal|final|staff|management|peer|further|their|his|her) )?(?:approval|review"
    r"|comments?|signature|correction|corrections|revision|pricing|quotes?|edits?|clarification)\b.*"
    r"|(?:the )?(?:quot(?:e|ation)s?|p\.?o\.?|purchase order|requisition|req|draft|rfp|rfq|itb|tenders?|bids?|estimates?|proposals?|outline"
    r"|synopsis|brief|layout|proofs?|reminders?|samples?|parts|materials?|(?:purchase |work )?orders?|follow[- ]?ups?|e-?mails?|vendor"
    r"|contractor|supplier|scope|specs?)"
    r" (?:sent|received|issued|ordered|drafted|requested|contacted|engaged|circulated|in hand|out|raised|placed|obtained|prepared|selected"
    r"|agreed|being checked|checked)"
    rf"(?: (?:on )?{DAY_WORD})?"
)
"""What comes before the work in hand: it goes on from there."""
_BY_SOMEBODY = pattern(r"(?!cleared|executed|signed|checked|replied|responded|met\b)(?P<word>[a-z]{3,20}) (?P<by>by\b[^?]*)")
"""Who brought it to its end (Verified by the state 6/22); not who had a look at it on the way: Cleared by legal."""
_ACCEPTED_BY = pattern(
    r"accepted by (?:the )?(?:\w+ )?(?:funder|grantor|sponsor|donor|foundation|trust|client|customer|buyer|agency|state|council|board|commission"
    r"|committee|court|county|city|federal|owner|engineer|auditor)s?\b(?!'| (?:as|into|for|with)\b)(?P<beside>[^?]*)"
)
"""Whoever it is for took what was handed in; accepted by one of the office it is only begun."""
_HALTED_SO = pattern(r"(?P<word>[a-z' ]{3,30}?) (?P<beside>(?:by|this|until|till|pending|due to|because|since|as|for|per|at|in favou?r)\b.*)")


_BUT = pattern(
    r"\b(?:await\w*|waiting|pending|need(?:s|ed)?|requires?|due(?! to\b)"
    r"|to (?:be|follow|issue|revise|proceed|replace|repair|fix|return|complete|finish)|tomorrow|next (?:day|week|month|quarter|year)"
    r"|re-?(?:inspect|check|visit|test|schedul|fil|submit|appl|issu|do|consider)\w*|revis(?:e|ions?)"
    r"|monitor(?:ing)?|watch|verify|confirm|un(?:confirmed|verified)|not (?:yet|complete\w*|done|visited|verified|fixed|paid|all)|but"
    r"|temporar\w+|(?:for|until|till) (?:now|then)|until|till|at this time|in (?:part|draft)|partial\w*"
    r"|on order|scheduled|remains?|outstanding|(?:second|2nd|final) reading|goes to|(?:case|still) open|new (?:one|application|request)|mistake"
    r"|error|agenda)\b"
)
"""Beside what was found, mended, voted or taken back: something is still to come, or it was no end."""
_BUT_NOT = pattern(r"\b(?:no|none|nothing|not needed)\b(?: [\w-]+){0,3}")
_HELD_TRUE = pattern(r"(?:(?:complaint|case|claim|grievance|charge)s? )?(?:founded|substantiated|sustained|upheld|proven)")
_NO_LAST_WORD = pattern(
    rf"(?:abated|corrected|repaired|remedied|cured|fixed|settled|granted)\b.*|(?:adopted|passed|carried|approved|ratified|enacted)\b.*\d ?[-–] ?\d.*|{_BY_SOMEBODY.pattern}"
)


def is_unsettled(said: str, behind: Sequence[str]) -> bool:
    """Whether what was found of a complaint, mended, voted or taken back is followed by what may still be to come: Abated by owner, reinspect 7/15; Founded, notice sent."""
    found = " ".join(DAY.sub("", said).split()).strip(" ,;:")
    if _HELD_TRUE.fullmatch(found):
        return any(DAY.sub("", one).strip() for one in behind)
    forms = (_NO_LAST_WORD, _TAKEN_BACK, _AT_ONCE, _HANDED_OVER)
    return bool(_FOUND.fullmatch(found) or any(form.fullmatch(one) for form in forms for one in (said, found))) and any(
        map(_is_still_to_come, behind)
    )


def _is_still_to_come(text: str) -> bool:
    return _BUT.search(_BUT_NOT.sub("", text)) is not None


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
_MORE_OF_IT = pattern(
    r"\b(?:for|only|in part|at \d+|\d+ of|open|exceptions?|errors?|failures?|defects?|issues|punch ?list|comments|findings|changes|corrections"
    r"|deficienc\w+|recurring)\b|\b(?:to|with) (?:the )?(?:legal|counsel|attorney|review|approval|print\w*|editor|signature|reviewers?)\b"
)
"""Beside it: something is left of the matter, or others have it now."""
_GIVEN_IN_PART = pattern(
    r"(?:closed|completed?|fulfilled|resolved)\W+(?:partial(?:ly)?|partly) (?:grant\w*|den\w+|releas\w+|disclos\w+|approv\w+|fulfil\w+|redact\w+"
    r"|upheld|substantiated|sustained|founded|provided)\b.*"
)
"""How a request was answered at its end, which is the end all the same: Closed - Partial grant."""


def made_known(plain: str) -> bool:
    """Whether all that was done with a matter since it ended is that it was made known or put away, and nothing is to come."""
    found = _MADE_KNOWN.fullmatch(DAY.sub("", plain).strip(" ,;:-"))
    if found is None or _MORE_OF_IT.search(found["beside"]):
        return False
    return not NOT_ALL.match(plain.removeprefix(found["deed"]).strip()) and not _is_still_to_come(found["beside"])


def is_to_be_done_again(plain: str) -> bool:
    """Whether what was done did not do, and is to be done once more, however it was refused: Rejected - redo."""
    return _TO_BE_DONE_AGAIN.fullmatch(plain) is not None


def said_in_latin(plain: str) -> Stated | None:
    """What one statement in English says by how it begins; None where it is none of these."""
    if not _LETTER.search(plain):
        return None
    if _GIVEN_IN_PART.fullmatch(plain):
        return Stated("closed", firm=False, noted=False)
    if _DROPPED.fullmatch(plain) and not _NOT_FOR_GOOD.search(plain):
        return Stated("cancelled", plain)
    if found := _TAKEN_BACK.fullmatch(plain):
        beside = (found["beside"] or found["beside2"] or "").strip()
        if not NOT_ALL.match(beside) and not _is_still_to_come(beside):
            return Stated("cancelled", beside, noted=found["word2"] is not None or _OF_THE_MATTER.match(plain) is not None)
    if _RESTS.fullmatch(plain):
        return Stated("suspended", plain)
    if _TO_END.fullmatch(plain):
        return Stated("open")
    if any(form.fullmatch(DAY.sub("", plain).strip(" ,;:-")) for form in (_ALL_DONE, _AT_ONCE, _HANDED_OVER)):
        return Stated("closed", plain if DAY.search(plain) else "", firm=False, noted=False)
    if _FOUND.fullmatch(DAY.sub("", plain).strip(" ,;:")):
        return Stated("closed", plain if DAY.search(plain) else "", firm=False, noted=False)
    if _OF_RECORDS.fullmatch(DAY.sub("", plain).strip(" ,;:")):
        return Stated("closed", firm=False, noted=False)
    if (
        _TO_BE_SEEN.match(plain)
        or OPEN_WORDS.match(_OF_ITSELF.sub("", plain))
        or _FIRST_STEP.fullmatch(plain)
        or (GOING.match(plain) and not MAY_END.search(plain))
    ):
        return Stated("open")
    return None


def said_with_reason(plain: str) -> Stated | None:
    """What one statement in English says that tells how, why or by whom it was closed or halted; None for any other."""
    if not _LETTER.search(plain):
        return None
    if found := _CLOSED_SO.fullmatch(DAY.sub("", plain).strip()):
        return Stated("cancelled" if found["vain"] else "closed", plain if DAY.search(plain) else "", firm=False)
    if _IN_SOME_MONTH.fullmatch(plain):
        return Stated("closed", firm=False)
    if (found := _HALTED_SO.fullmatch(plain)) and (word := known_word(found["word"])) and word.code in ("cancelled", "suspended"):
        if word.code == "cancelled" and found["beside"].startswith(("until ", "till ")):
            return None  # Won't fix until 2027
        return Stated(word.code, found["beside"], word.firm, word.noted)
    if (found := _BY_SOMEBODY.fullmatch(plain)) and (word := known_word(found["word"])) and word.code == "closed" and not NOT_ALL.match(found["by"]):
        if _is_still_to_come(found["by"]):
            return None  # Verified by phone, awaiting letter
        return word._replace(beside=found["by"])
    if found := _ACCEPTED_BY.fullmatch(plain):
        beside = found["beside"].strip()
        return None if NOT_ALL.match(beside) or _is_still_to_come(beside) else Stated("closed", beside, firm=False, noted=False)
    if found := _STARTS.fullmatch(plain):
        code = CODES.get(found["word"], "closed")
        if code == "closed" and (NOT_ALL.match(found["beside"]) or (_NO_LAST_WORD.match(plain) and _is_still_to_come(found["beside"]))):
            return None
        return Stated(code, found["beside"], firm=code != "closed" or not found["beside"].startswith("with "))  # Done with the survey: of a part
    return None


def names_a_deed(text: str) -> bool:
    """Whether several words name what is done (Hiring two clerks): what says how far a matter is, is as often the matter itself."""
    plain = plain_text(text)
    return " " in plain and bool(GOING.match(plain)) and not OPEN_WORDS.match(plain)
