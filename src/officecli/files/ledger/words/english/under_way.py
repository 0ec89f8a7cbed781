"""What an English statement says of a matter that goes on: by how it begins, and by the steps that come before an end."""

from __future__ import annotations

from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.english.passed_on import ONES_OWN, WHO_LOOKS_IT_OVER
from officecli.files.ledger.words.may_end import MAY_END
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.patterns import pattern

UNDER_WAY = r"ongoing|under ?way|in progress|started"
ON_COURSE = r"on (?:track|schedule|target|time)"
"""Of a matter, that it goes on, and that it goes well."""
OPEN_WORDS = pattern(
    rf"(?:not(?! (?:pursuing|approved|accepted|granted|allowed|agreed|supported|funded|adopted|passed|renewed|awarded|recommended|upheld"
    rf"|sustained|substantiated|founded|proven)\b)|un(?!founded|substantiated|sustained|proven|i(?![dmns])|cle\b)\w+|incomplete|partial(?:ly)?"
    rf"|partly|nearly|almost|mostly|{UNDER_WAY}|{ON_COURSE}|to be|being|pending|awaiting|waiting|delay(?:ed)?|late|behind|at risk"
    r"|off track|ahead|blocked|stuck|begun|working|in work|in process|in development|wip|active|open|continu\w+|draft\w*|red|yellow|amber|green"
    r"|overdue|past due|extended|ext(?:ension|n)?\.?(?= (?:approved|granted|requested|asked|to|until|sought))"
    r"|reopened|re opened|appealed(?: to| by)?(?! and)|escalated|stalled|needs?|doing|locating|processing|investigating|scheduled|urgent|high"
    r"|critical|monitor\w*|review\w*|needs attention|slipp\w+|some)\b"
)
_OF_ITSELF = pattern(
    rf"(?:the |this )?(?:item|action|task|matter|issue|work|project|job|request)s? (?:is |are |has |have |been |was "
    rf"|still )*(?=(?:not|to be|{UNDER_WAY}|open|pending|outstanding|overdue|awaiting)\b)"
)
"""How a cell names the matter whose state it says: Item not due yet."""
_CLOSED_TO_WATCH = (
    r"closed(?: out)?\W+(?:pending|awaiting|with|subject to) (?:the |an? )?(?:[\w-]+ )?(?:effectiveness"
    r"|efficacy)\b(?!.*\b(?:not|no|fail\w*|ineffective|unsatisfactory)\b)"
)
"""What was closed, and is looked at once more to see whether it helped."""
_FOR_OTHERS_TO_SAY = pattern(
    rf"(?:(?:the |all )?(?:work|task|item|action|job|repair|fix|response|correction)s? (?:is |are |was |were |has been )*)?"
    rf"(?:done|completed?|finished|implemented|abated|corrected|repaired|remedied|fixed|submitted|handed in|responded|answered)(?:,? (?:on )?{DAY_WORD})?"
    r"\W+(?:(?:but|and|now|still|is|are) )*(?:awaiting|waiting (?:for|on)|pending|subject to|ready for|to be|for) (?:the |an? )?"
    r"(?:(?:final|formal|management|supervisory|audit|auditor'?s?|qa|independent|external|outside|client|customer|owner'?s?|chair'?s?) )?(?:re-?)?"
    r"(?:review(?:ed)?|verif(?:ication|ied)|approv(?:al|ed)|sign(?:ed)?[- ]?off|inspect(?:ion|ed)|acceptance|accepted|confirm(?:ation|ed)"
    r"|validat(?:ion|ed)|closure|close[- ]?out)(?: by .{2,40})?"
)
"""What is done by whoever does it, and waits for others to say so: Completed, awaiting review."""
_TO_BE_SEEN = pattern(
    rf"(?!{_CLOSED_TO_WATCH})(?:{ENDED}|implemented|abated|corrected|repaired|remedied|fixed)\b.*\b(?:except|but|pending|awaiting|needs|requires"
    rf"|partial|phase|draft|not (?:yet )?(?:verified|tested|signed|approved|paid|filed|inspected|accepted)|\d+ ?%)"
)
_TO_END = pattern(
    rf"(?!{_CLOSED_TO_WATCH})(?:we |staff )?(?:request(?:s|ed|ing)? (?:for )?(?:closure|closing|to (?:be )?close[d]?)"
    rf"|(?:recommend|propos)(?:s|es|e|ed|ing)?(?: for| to(?: be)?)? (?:clos(?:ure|ing|e)|completion|removal)"
    rf"|ready (?:to|for|to be) (?:clos(?:e|ure|ed|ing)|sign(?: off)?)|close(?:d)? (?:pending|once|when|after|upon|if)\b.*"
    rf"|clos(?:ing|e out) (?:soon|shortly|next|this|in|by)\b.*"
    r"|(?:will|to|should|shall|may|can|expect(?:ed)? to|expected|likely|est\.?|estimated|anticipated|hope to|aim to|due to"
    r"|set to)(?: be)? (?:close|complete|finish|resolve|implement|deliver|submit|end|conclude)[sd]?(?:ed)?\b.*"
    r"|(?:will|should|shall|may|can|likely|est\.?|expected)(?: to)?(?: be)? done\b.*)"
)
"""Of an end it says that it is to come."""
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
_WITH_THEM = pattern(
    rf"(?:sent|routed|forwarded|submitted|given|returned|referred|handed)(?: (?:back|over|up))? to (?:the |our )?(?:\w+ )?(?:{WHO_LOOKS_IT_OVER}|{ONES_OWN})"
)
"""A paper that is with those who look it over: Sent to Legal."""
GOING = pattern(r"(?!no|any|every|some)[a-z]{3,}ing\b")
"""A word of what goes on: drafting, hiring two clerks; nothing is none."""


def is_for_others_to_say(plain: str) -> bool:
    """Whether a statement says that the work is done, and that others are to look it over."""
    return _FOR_OTHERS_TO_SAY.fullmatch(plain) is not None


def is_to_end(plain: str) -> bool:
    """Whether a statement says of an end that it is to come."""
    return _TO_END.fullmatch(plain) is not None


def is_under_way(plain: str) -> bool:
    """Whether a statement says that its matter goes on, and no more."""
    if _WITH_THEM.fullmatch(DAY.sub("", plain).strip()) or _FIRST_STEP.fullmatch(" ".join(DAY.sub("", plain).split())):
        return True
    if _TO_BE_SEEN.match(plain) or OPEN_WORDS.match(_OF_ITSELF.sub("", plain)) or _FIRST_STEP.fullmatch(plain):
        return True
    return GOING.match(plain) is not None and not MAY_END.search(plain)


def names_a_deed(text: str) -> bool:
    """Whether several words name what is done (Hiring two clerks): what says how far a matter is, is as often the matter itself."""
    plain = plain_text(text)
    return " " in plain and bool(GOING.match(plain)) and not OPEN_WORDS.match(plain)
