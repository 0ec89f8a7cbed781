"""Which number, who, how far and what: the parts of English headings that those of days go before; a table, read from above."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_vocabulary import ANSWERS, BODY, EITHER, MADE, MATTER, MEANS, OVER, REMEDY, UNDERWAY
from officecli.files.ledger.columns.by_heading.meant import GUESSED
from officecli.files.ledger.words.english.orders import VERBS

FIELDS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    (
        rf"\b{MATTER} ?(?:id|no|num|number|#|ref|code|key)(?!\w)|^(?:id|ref|reference|key|code)(?: (?:no|number|#))?$|^{MATTER} (?:no|#)$",
        (("number", 55),),
    ),
    (r"\bcontrol (?:no|number|#)", (("number", 50),)),
    (r"\b(?:id|no|number|reference|ref)$|#$", (("number", GUESSED),)),
    (r"(?:\bpercent(?:age)?\b|%|\bpct\b).*|\b(?:progress|completion) (?:rate|%)$", (("percent", 50),)),
    (r"\bnext (?:step|steps|action|actions)\b|\bway forward\b", (("next_step", 50),)),
    (
        (
            r"\b(?:status|progress) (?:update|updates|notes?|comments?|report|details?|remarks?)\b|\bprogress\b"
            r"|\b(?:latest|recent|weekly) (?:update|news)\b|^(?!(?:last|next|date|software|system|version|records?|web ?site|web|page|polic(?:y|ies)"
            r"|procedures?|manual|handbook|data|database|drawings?|maps?|training|hardware|firmware|security|documents?|files?|form|contract|address"
            r"|budget|code|plan|register) )(?:\w+ |(?:\d+ ){2,3}|\w+ \d+ )?updates?$|\bactions? taken\b|^actions? to date$"
            r"|\bupdates? (?:for|since|from|at|to)\b|\bwork done\b|^how far(?: (?:along|on))?(?: (?:are we|is it|have we got|it is|we are))?$"
            r"|^where (?:we|it|this|that|things|matters)(?:'s| re| are| is| stands?)?(?: at)?(?: now| today)?$"
            r"|^how (?:it|we|this|things) (?:is|are) (?:going|doing)$|^(?:accomplishments?|activity to date|current situation)$"
        ),
        (("progress", 50),),
    ),
    (r"\b(?:obstacle|blocker|barrier|challenge|impediment|constraint|difficult)\w*\b|^(?:problems?|issues)$", (("problem", 50),)),
    (
        r"\b(?:lead|responsible|assigned|assignment|owning|owner|primary|principal|accountable|action|tasked)\b.*\b" + BODY + r"\b"
        r"|^(?:executing|implementing|performing|undertaking|handling|delivering|competent|answering|responding|replying|actioning|addressing|resolving"
        r"|correcting|remedying|remediating|repairing|fixing|completing|complying|drafting|preparing|managing|maintaining|servicing) "
        + BODY
        + r"s?$|^"
        + BODY
        + rf"s? (?:{ANSWERS})$",
        (("unit", 52),),
    ),
    (
        (
            r"\b(?:follow(?:ing|ed)? ?up|meet|met|meeting|check(?:ed)?|spoken?|speak|talk(?:ed)?|confirm(?:ed)?|agreed?|clear(?:ed)?|file[ds]?|lodged?|placed?"
            r"|booked|ordered|left|signed|registered|verified|negotiat\w+|deal(?:ing|t)?) with(?: whom)?$"
        ),
        (),
    ),  # whom it is settled with, who does none of it
    (
        (
            r"\b(?:contribut|participat|support|partner|enabl)\w* (?:\w+ )?(?:factor|cause|rate|evidence|document|documentation|information|material|reference"
            r"|level|gap|need)s?\b|^contributed by$"
        ),
        (),
    ),
    (
        r"\b(?:second|2 ?nd|co|joint|other|additional|accompanying|attending|also|back ?up)\b.*\b(?:officer|owner|lead|person|people|staff|handler"
        r"|attorney|contact"
        r"|assignee|assigned|responsible|crew|technician|tech|worker|helper|labou?r|hand|mechanic|operator|inspector|engineer|employee)s?\b"
        r"|^(?:also|others) needed$"
        r"|\b(?:support|helping|helper|assist|(?<!business )partner|collaborat|cooperat|contribut|participa|consult(?!ants?\b|anc)|supplement)\w*\b"
        r"|\bmutual aid\b|^who else\b|\b(?:backed(?: up)?|helped|joined|aided) by\b"
        r"|^coord(?:ination)?(?: with)?$|^with\b|\b(?:with(?: whom)?$"
        r"|(?:dept|department|division|team|unit|office|section|agencie|people|staff|other)s? with"
        r"|back ?up(?! (?:job|task|file|system|plan|cop(?:y|ies)|set|type|server)s?\b)|secondary|involved|others|ocr|attendees)\b"
        r"|\b(?:co|vice|second|2 ?nd|third|3 ?rd|alternate) (?:leads?|chairs?|chair(?:person|man|woman)|owners?|captains?|coordinators?|managers?"
        r"|organi[sz]ers?|pis?|investigators?|directors?|authors?|sponsors?|champions?|assignees?|facilitators?)\b"
        r"|\b(?:working|task|focus|advisory|project|support) (?:group|force|team|committee)\b"
        r"|\b(?:team|committee|group)? ?members?\b(?! (?:told|informed|notified|advised|contacted|updated|answered|seen)\b)"
        r"|\b(?:other|additional|partner\w*|affected|involved|coord(?:inating|ination)?|associated?) " + BODY + r"s?\b"
        r"|\benabling (?:services?|functions?|" + BODY + r"s?)\b",
        (("support", 50),),
    ),
    (
        r"\b(?:delegate|deputy|buddy|alternate|alternates|understudy|paralegal|stand ?in)\b|^(?:\w+ )?assistants?(?: names?)?$",
        (("support", 40), ("lead", 20)),
    ),
    (
        (
            r"\bmeasures? of\b|\b(?:success|performance|outcome|key|output|assessment|evaluation|effectiveness|progress) (?:measures?|indicators?"
            r"|metrics?)\b|\bindicators? of\b|\bmetrics?\b|\bkpis?\b"
            r"|\bhow (?:(?:will|do|can|shall) )?(?:we|you|it|this|success|progress)(?: (?:ll|will|is|can|shall))? (?:be )?(?:know|known|measured?|judged?"
            r"|assess(?:ed)?|tell|told)\b"
        ),
        (("goal", 45),),
    ),
    (
        r"^(?:\w+ )?(?:evidence|proof|documentation|document)s? (?:needed|required|wanted)$",
        (("title", GUESSED),),
    ),  # to be brought, where nothing else is to be done
    (rf"^(?:\w+ )?{MEANS}s? (?:needed|required|wanted)$", ()),
    (r"^(?:\w+ ){1,2}(?:needed|required|requested|wanted|sought|to be done)$", (("title", 47), ("due", 20))),
    (
        r"\b(?:(?:executive|exec)(?! (?:order|summary|session|action|branch))|sponsor|commissioner|councilor|council lead|responsible leader)\b",
        (("responsible", 40),),
    ),
    (
        (
            r"\b(?:owners?|assignees?|assign|assigned|leads?|chair(?:person|man|woman)?|chairs|convenor|convener|facilitator|officers?|responsible"
            r"|responsibility|accountable|handler|champion|opr|dri|pic|staff|actionee|delegated|who|coordinator|fore(?:man|woman|person)|poc)\b"
            r"|\bpoint of contact\b|\bin charge\b|\w leading$|\baction (?:by|to)$|\b(?:tasked|done|handled) (?:by|to)\b"
            r"|\b(?:referred|routed|forwarded|allocated|given|sent|distributed|marked|directed|entrusted|actioned|passed|handed|issued) to\b"
        ),
        (("lead", 50),),
    ),
    (
        (
            r"^(?:nominated |named |primary |main |key |our |office |dealing )?(?:person|people|manager|resources?|employee|leader|contact"
            r"|(?:prepared|drafted|implemented) by|by whom|whom|analyst|technician|inspector|investigator|custodian|caseworker|case worker"
            r"|assigned attorney|implementer|preparer|planner|engineer|recruiter|sro|oic|hand)(?: names?)?$"
            r"|^(?!(?:approving|vendor|customer|client|city|county|general|line) )\w+ (?:manager|administrator|worker|engineer|lead|leader|agent"
            r"|specialist|planner|tech|technician|liaison|rep|representative)$|^whose\b|^(?:pm|resolver|drafter)$"
            r"|^(?:\w+ )?business partner$"
        ),
        (("lead", 30),),
    ),
    (r"^(?:task|item|action|issue|record) mode$", ()),
    (r"^(?:direct |immediate )?supervisors?(?: name)?$", (("lead", 30),)),
    (r"^(?:(?:lead|software|web|app) )?(?:developer|programmer)s?(?: names?)?$", (("lead", 20),)),  # before the Tester
    (r"^(?:section|chapter|paper|policy|report|main|module|content|draft|article|unit|document|procedure) authors?$", (("lead", 30),)),
    (r"^authors?(?: names?)?$", (("lead", GUESSED),)),  # who writes it, where nobody else does it
    (
        (
            r"^(?:\w+ ){1,2}(?:checker|reviewer|examiner)s?$|^(?:\w+ ){0,2}(?:examiner|processor|adjuster|appraiser|assessor|auditor|buyer|writer"
            r"|lawyer|solicitor|barrister|attorney|fee earner|conveyancer|editor|tester|operator|instructor|counsel(?:l?or)|surveyor"
            r"|trainer|estimator|scheduler|dispatcher|presenter|interviewer|navigator)s?$"
        ),
        (("lead", GUESSED),),
    ),  # Plan Checker: who does it by what their work is, where people stand there
    (r"^(?:\w+ ){0,2}advis[eo]rs?$", (("lead", GUESSED), ("support", GUESSED - 1))),
    (
        r"^(?:(?:nature|description) of (?:the )?)?(?:concern|complaint|enquiry|inquiry|query|grievance)s?$",
        (("title", 28),),
    ),  # beside the Name of whoever has it
    (r"^name$", (("title", 26), ("lead", 25))),
    (r"(?<!\bto )\b(?:complete|completed|done|closed)$", (("status", 50), ("closed", 49))),
    (
        (
            r"\bstatus\b|\bstate$|^(?:current )?state of (?:play|affairs|progress)$|^(?:open closed|o c|check|done y n|complete y n|completed y n)$"
            r"|^(?:rag|r y g|ryg|g y r|stop ?light|traffic light)(?: status| rating)?$"
        ),
        (("status", 50),),
    ),
    (
        r"^(?:health|column|section column|list|list name|bucket|bucket name|swimlane|(?:(?:current|project|case|work) )?(?:stage|phase))$",
        (("status", 30), ("kind", 29)),
    ),
    (r"\bdisposition\b(?! (?:step|action|task)s?$)", (("status", 30), ("remarks", 29))),
    (r"\b(?:notes?|comments?|remarks?|memo|additional)\b", (("remarks", 50),)),
    (r"\bpriority\b|\burgen", (("urgency", 45),)),
    (
        (
            r"\bimportance\b|\bseverity\b|(?<!address )(?<!reduce )(?<!mitigate )\bimpact\b(?! (?:action|study|review|report|plan|task|owner|lead)s?\b)"
            r"|\b(?:risk|hazard) (?:rating|level|rank|ranking|category|class|grade)\b"
        ),
        (("importance", 40),),
    ),
    (
        (
            r"\b(?:type|category|class|classification|kind|theme|area|workstream|stream|pillar|phase|tag|tags|label|labels|program|programme)\b"
            r"(?! (?:dates?|day|time)$)"
        ),
        (("kind", 35),),
    ),
    (rf"^{BODY}s?(?: name)?$", (("unit", 25),)),
    (r"^(?:meeting|mtg|minutes|(?:agreed|raised|decided|discussed|minuted) (?:at|in))$", (("source", 45), ("issued", 44))),  # by what stands there
    (
        r"\b(?:source|origin|authority|basis|minutes|forum)\b|\bmeeting (?:name|title|type)\b|\braised (?:at|in)\b",
        (("source", 45),),
    ),
    (r"\b(?:expected|desired|intended) (?:result|outcome|output)s?\b", (("goal", 45),)),
    (r"\b(?:goal|objective|deliverable|outcome expected|success|acceptance|criteria|standard)s?\b", (("goal", 40), ("title", 24))),
    (r"\b(?:result|results|outcome|outcomes|resolution)\b", (("result", 40),)),
    (r"\b(?:attachment|evidence|proof|documentation)s?\b", (("evidence", 40),)),
    (
        (
            r"\b(?:task|title|subject|assignment|tasking|tasker|directive|to ?do|matter|commitment|tactic"
            r"|(?:council|board|committee|staff|mayoral|commission) direction)s?\b"
        ),
        (("title", 50),),
    ),
    (r"^(?:matters|business|items|actions) arising$|^re$", (("title", 40),)),
    (r"\bagenda\b|\bdiscussions?\b", (("title", 24), ("source", 23))),
    (
        (
            rf"\b{REMEDY}\b|^(?:follow ?ups?|next actions?|(?:corrective |agreed |management |required |recommended |proposed |suggested |remedial "
            rf"|improvement |follow ?up )?actions?(?: (?:items?|required|needed|agreed|proposed|recommended|to be taken|steps?))?"
            rf"|(?:audit(?:or'?s?)? )?recommendations?)$"
        ),
        (("title", 48),),
    ),
    (
        (
            r"\b(?:(?:action|request|recommendation|motion|decision|issue|item|follow up|defect|snag|observation)s?|requested|activit(?:y|ies)"
            r"|deficienc(?:y|ies)|weakness(?:es)?)\b"
        ),
        (("title", 46),),
    ),
    (r"\b(?:summar(?:y|ies)|(?:description|topic|question|finding|measure|requirement|detail)s?|what|work|records)\b", (("title", 40),)),
    (
        (
            r"\b(?:project|initiative|milestone|event|product|service|strategy|strategies|concern|complaint|suggestion|compliment|grievance|fault|symptom|incident|breakdown|query"
            r"|enquiry|referral|inquiry|improvement|job|chore|card|story|user story|objective|report|problem statement|non ?conformit(?:y|ie)"
            r"|non ?conformance|policy|policie|document|procedure|undertaking|pledge|violation|hazard|gap|output|obligation|condition|course"
            r"|assurance|scope|particular|feature|submittal|duty|duties|order|instruction|breach|breache|discrepanc(?:y|ie)|exception"
            r"|deviation|allegation)s?\b(?: name)?$"
            r"|^grounds? (?:of|for) (?:the )?(?:appeal|protest|objection|challenge|complaint|review|claim)s?$"
        ),
        (("title", 20),),
    ),
    (r"^(?:\w+ ){1,2}(?:ends?|finish(?:es)?)$|^(?:(?!who|what|when)\w+ ){0,2}closes(?: (?:on|at))?$", (("due", 40),)),
    (r"^(?:\w+ ){1,2}(?:start|begin)$|^(?:(?!who|what|when)\w+ ){0,2}opens(?: (?:on|at))?$", (("issued", 30),)),
    (rf"\b{MADE}$", (("issued", 20),)),
    (r"^(?:received|rec d|recd) (?:by|at|in) \w+$", (("closed", GUESSED), ("issued", GUESSED))),  # Received by the State, of a report
    (rf"(?<!not )(?<!be )\b{EITHER}\b(?!.* by\b)", (("closed", GUESSED), ("issued", GUESSED))),  # Sent to State, New version approved
    (rf"(?<!not )(?<!be )\b{OVER}\b(?!.* by\b)", (("closed", GUESSED),)),
    (r"^(?:scheduled|planned|slated|booked)$", (("due", GUESSED),)),  # of a change, where days stand there and no other heading is the deadline's
    (rf"\b{UNDERWAY}\b", ()),
    (
        r"^(?:date |day |when |is )?(?:cancell?ed|withdrawn|void(?:ed)?|deleted|abandoned|rescinded|revoked)(?: (?:on|at|date|flag))?$",
        (("cancelled", 20),),
    ),
    (
        (
            r"^(?!(?:last|latest|previous|prior|first) )(?:\w+ )?(?:date |day |when )?\w{3,}(?:ed|en|wn) (?:on|date|at)$"
            r"|^(?:date |day |when )?(?!need|speed|feed|indeed|hundred|anticipated|projected|estimated|planned|expected|proposed|scheduled|targeted"
            r"|promised)\w{3,}(?:ed|en|wn)(?: (?:out|up|off|back))?$"
            r"|^(?:date |day |when )?(?:re ?)?(?:let|sold|hung|laid|dug|shut|swept)(?: (?:on|date))?$"
        ),
        (("closed", GUESSED), ("issued", GUESSED)),
    ),
    (r"^(?:last|previous|prior) (?!name)\w+(?: date)?$", ()),
    (r"(?<!next )\bsteps?$", (("title", 30),)),
    (r"^baseline$", (("original_due", GUESSED),)),
    (
        (
            r"\b(?:target(?:ed)?|planned|plan|expected|estimated|est|anticipated|projected|proposed|scheduled|forecast|required|needed|promised"
            r"|agreed)\b(?! from$)"
        ),
        (("due", GUESSED),),
    ),
    (
        (
            rf"^(?!(?:date|day|time|when|how|why|last|next|days|hours|able|failure|reason|need|due|start|name|person|people|whom|{BODY}s?)\b)"
            rf"(?:\w+ ){{1,2}}to (?:{VERBS})$"
        ),
        (("title", 20),),
    ),  # Change to test, Rooms to paint
)
