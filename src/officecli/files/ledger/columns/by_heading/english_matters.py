"""What is to be done, what is told of it and where it comes from, by the whole shape of an English heading; the second part of the table of shapes."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_vocabulary import BODY, DEED, SAID_TO_DO
from officecli.files.ledger.columns.by_heading.meant import GUESSED
from officecli.typed.dates.names import MONTH_NAME

MATTERS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    (
        (
            rf"^(?:current |present |latest )?(?:position|situation)(?: (?:as )?(?:of|at|on|in))? "
            rf"(?:today|date|the|end|(?:\d{{1,2}} )?(?:{MONTH_NAME})|20\d\d|q \d)\b"
        ),
        (("progress", 50),),
    ),
    (r"^(?:evidence|proof|document|documentation) items?$", (("title", 30), ("evidence", 29))),
    (
        (
            r"^(?:interim|immediate|temporary|temp|short term|emergency"
            r"|stop ?gap)(?: (?:control|corrective|containment|protective|protection|safety))? (?:action|measure|control|fix|step|remed(?:y|ie)"
            r"|repair)(?:s|es)?(?: taken)?$"
        ),
        (("title", 19), ("progress", 18)),
    ),  # what holds until the hazard beside it is mended
    (
        r"^(?:process|operation|production|manufacturing|assembly|workflow) steps?(?: (?:no|number|#|name|description|function))?$",
        (("title", 24), ("kind", 23)),
    ),  # where in the process it is
    (
        r"^(?:final|review|committee|board|council|court|commission|senate|cabinet) action(?: taken)?$",
        (("result", 46), ("title", 24)),
    ),
    (r"^(?:done|completed|accomplished|work|results?) to date$", (("progress", 50),)),
    (r"^votes?(?: result)?$", (("result", 40),)),
    (
        r"^(?:incoming|inbound|received) (?:letter|correspondence|mail(?: item)?|document|communication|paper|memo|request)s?(?: (?:subject|title|about|re))?$",
        (("title", 32), ("source", 20)),
    ),  # what came in, beside the instruction on it
    (
        r"^(?:referral|visit|call|contact|request|complaint) reason$|^reason for (?:the )?(?:referral|visit|call|contact|request|appointment)$",
        (("title", 28),),
    ),
    (r"^(?:audit|meeting|report|inspection|review) (?:name|title)$", (("source", 45),)),
    (r"^work (?:center|centre|unit|area|location|site|phone)s?$", (("kind", 30),)),
    (r"^(?:e|j|d|t|s)cn$|^eco$", (("number", GUESSED),)),
    (r"^actions completed(?: to date)?$", (("progress", 50),)),
    (r"^(?:last|latest|most recent) updates?$", (("progress", 50),)),
    (r"^(?:(?:house|senate|assembly|state) )?bills?$", (("title", GUESSED), ("source", GUESSED))),  # of a legislature, beside what it asks for
    (r"^(?:ticket|work order|wo|requisition|req)$", (("title", 20),)),  # or its number, as what stands there says
    (r"^how (?:completed|closed|resolved|disposed|answered|settled|cleared)$", (("result", 46),)),
    (r"^(?:help|support|assistance|resources?|funds?|funding|budget|staff|staffing) (?:needed|required|requested|wanted)$", (("problem", 40),)),
    (
        r"^(?:(?:plans?|planned|priorit(?:y|ies)|goals?|tasks?|work|activities) (?:for )?)?next (?:week|month|period|reporting period)$",
        (("next_step", 50), ("title", 20)),
    ),
    (r"^(?:(?:done|completed|work|activities|accomplishments?|accomplished) )?this (?:week|period|reporting period)$", (("progress", 40),)),
    (r"^(?!date|day|deadline|time)(?:\w+ ){1,3}to be (?!by\b|on\b)\w+(?:ed|en|ne|nt|de|id)$", (("title", 48),)),  # Paper to be filed
    (
        (
            r"^(?:\w+ )?priorit(?:y|ies) (?:for|this|of|next)\b.*"
            r"|^(?:high |top |low )?priority (?:actions?|tasks?|items?|projects?|goals?|initiatives?|strateg(?:y|ies)|needs?|repairs?|works?)$"
        ),
        (("title", 46),),
    ),
    (
        (
            r"^(?:high |top |low )?priority (?:violation|finding|issue|concern|deficienc(?:y|ie)|recommendation|hazard|risk|problem|defect"
            r"|vulnerabilit(?:y|ie)|gap)s?$"
        ),
        (("title", 40),),
    ),  # what is to be mended, after what is to be done about it
    (r"^(?:(?:court|legal|regulatory|required|annual|statutory|tax) )?(?:filing|pleading)s?$|^(?:docket|court) (?:entry|event)$", (("title", 20),)),
    (
        (
            r"^(?:works?|what|actions?|tasks?|steps?|things?|jobs?|measures?) (?:(?:is|are) )?(?:still )?to be \w+$"
            r"|^(?:action|step|measure)s? to (?:take|do)$"
        ),
        (("title", 48),),
    ),
    (
        rf"^(?:{DEED}|work|thing)s? (?:needed |required )?to (?!date\b|by\b|be\b|whom?\b)\w+(?: (?!(?:by|before|on)$)\w+)*$",
        (("title", 48),),
    ),  # Actions to close the gap
    (r"^(?:proposed|suggested|recommended|agreed) (?:solution|fix|resolution|remedy|improvement)s?$", (("title", 30),)),
    (
        (
            r"^(?:required|mandatory|assigned|outstanding|overdue) (?:training|course|class|certification|document|form|paper|report|task|work"
            r"|repair|correction|reading|submission|submittal|item)s?$"
        ),
        (("title", 46),),
    ),
    (r"^trainings?(?: (?:name|title|topic|course|module))?$", (("title", 20),)),
    (r"^what\b.*\b(?:already|existing|currently|in place)\b", ()),
    (r"^what (?:has|have|was|were|we|is|are)(?: \w+)? (?:been )?(?:done|doing)(?: so far| to date| about it)?$", (("progress", 50),)),
    (r"^what\b.*\b(?:actions?|steps?|measures?|done|doing|do|will|agreed|change|next)\b", (("title", 48),)),
    (r"^what went (?:wrong|badly|poorly|less well)$", (("problem", 40), ("title", 24))),
    (r"^what (?:happened|went|was|were|is the|are the|did)\b", (("title", 40),)),
    (
        (
            rf"^(?:\w+ )?{SAID_TO_DO} (?:(?:given )?to|of) (?:the )?(?:\w+ )?"
            rf"(?:staff|manager|administrator|management|administration|clerk|director|chief|{BODY}s?)$"
        ),
        (("title", 34),),
    ),
    (
        rf"^(?:commissioner|councilor)s?(?:'s)? {SAID_TO_DO}$|^(?:(?!travel|driving)\w+(?:'s)? )?directions?(?: given)?$",
        (("title", 34),),
    ),
    (r"^(?:task|action|work|job|dut(?:y|ie))s? assigned$", (("title", 50),)),
    (
        r"^(?:current|latest|present) position$|^where (?:are|is|do|have)\b.*|^achievements?(?: to date| so far)?$|^narrative(?: update)?$",
        (("progress", 50),),
    ),
    (r"^undertakings? given$", (("title", 46),)),
    (
        (
            r"^(?:issue|item|matter|concern|question|action|point|topic|subject)s? (?:raised|discussed|identified|noted|reported|observed|found"
            r"|considered|agreed)(?! (?:by|on)\b)\b.*"
        ),
        (("title", 45),),
    ),
    (
        (
            r"^(?:fault|hazard|defect|risk|problem|deficienc(?:y|ie)|discrepanc(?:y|ie)|condition|need|gap|complaint|incident|finding|violation"
            r"|damage|observation|breach(?:e)?|allegation|weakness(?:e)?|error)s? (?:raised|identified|noted|reported|observed|found|cited|detected"
            r"|documented|alleged)"
            r"(?! (?:by|on)\b)\b.*"
        ),
        (("title", 44),),
    ),  # after what is to be done about it
    (r"^what(?:'s)?\b(?!.*\b(?:date|day|when)\b)", (("title", 45),)),
)
