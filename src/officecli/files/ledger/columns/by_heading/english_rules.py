"""The parts that English headings are put together of, and what those that hold them mean: a table, read from above."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_fields import FIELDS
from officecli.files.ledger.columns.by_heading.english_shapes import SHAPES
from officecli.files.ledger.columns.by_heading.english_vocabulary import ASKED, EITHER, END, INTERIM, MADE, MATTER, OF_OTHERS, OVER
from officecli.files.ledger.columns.by_heading.meant import GUESSED

# In this order; the first found in the heading decides. A heading that fits one without a column means none, and is kept as a remark.
RULES: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    *SHAPES,
    (r"^(?:date )?out$", (("closed", 50), ("issued", 49))),  # of what is lent the beginning
    (r"^(?:date )?in$", (("issued", 50), ("closed", 20))),
    (rf"^(?:date (?:of )?)?{EITHER}$|^(?:date (?:it )?(?:was )?{EITHER}|{EITHER} (?:on|at|date))$", (("closed", 46), ("issued", 45))),
    (
        (
            r"\b(?:report|reply|response|answer|deliverable|letter|determination|certificate|permit) (?:received|sent|filed|given|issued|made"
            r"|provided|released|returned|mailed|e ?mailed|signed|out)\b"
            r"|\bresults? (?:released|sent|issued|published|mailed|communicated|reported|submitted|entered|posted)\b"
            r"|\bdate (?:response|reply|answer|report) (?:sent|received|given)\b"
        ),
        (("closed", 50), ("due", 20)),
    ),
    (
        r"^(?:s|sl|sr|serial|line|row)? ?(?:no|num|number|#|nr)$|^(?:s|sl|sr) ?n$|^(?:row|line|seq|sequence)(?: (?:no|number|#))?$",
        (("sequence", 80),),
    ),
    (
        (
            r"\b(?:phone|telephone|tel|mobile|fax|email|mail|url|website|(?<!to )address|cost|budget|amount|funding|location|age|ack|notified"
            r"|(?:notice|reminder|invoice|survey|link|copy|agenda|packet|interim|acknowledge?ment) sent|signature)\b"
            rf"(?! {ASKED}$)|\bdays? (?:open|old)\b"
            r"|^version\b(?: (?:no|number))?$"
        ),
        (),
    ),
    (r"^parent (?:id|no|num|number|key|ref|#|item(?: id| no)?|task id|issue key)$", (("parent", 50),)),
    (
        (
            r"\bparent\b(?! (?:concern|complaint|comment|e?nquir(?:y|ies)|quer(?:y|ies)|question)s?$)"
            r"|\bsub ?tasks?$|\bblock(?:ed|ing)\b|\bdepend\w*\b(?! (?:managers?|lead(?:er)?s?|coordinators?)\b)|\bpredecessors?\b"
            r"|\bfollowers?\b|\bwatch(?:ers?|ing)\b|\blast submitted\b"
        ),
        (),
    ),
    (
        (
            r"\b(?:requesting|asking|complaining|proposing)\b|^(?:approver|verifier|checker|approving \w+)s?(?: name)?$|\breviewed by\b"
            r"|^data subject$"
            r"|^(?:outgoing|departing|retiring|leaving|former|previous) (?:member|employee|officer|holder|trustee|tenant|person)s?(?: name)?$"
            r"|^(?:caller|from|sender|patron|speaker|resident|client|tenant|patient|student|submitter|petitioner|claimant)s?(?: name)?$"
            r"|(?<!sent to )(?<!given to )(?<!returned to )(?<!delivered to )(?<!released to )"
            r"\b(?:requester|requestor|requesters|complainant|applicant|citizen|customer|client)\b"
            rf"(?! (?:(?:owners?|preparers?|agents?|advis[eo]rs?|due|deadline)\b|{ASKED}$))"
            r"|\b(?:requested|raised|created|reported|submitted|entered|updated|modified|approved|verified|closed|logged) by\b"
            r"|(?<!be )\bcompleted by\b|\bduration\b"
        ),
        (),
    ),
    (
        (
            r"\b(?:last|latest)? ?(?:updated|modified|edited|reviewed|contacted)\b"
            r"|^(?:last|latest|previous|prior|most recent)(?: \w+)? (?:\w+ed(?: (?:out|on|up|off))?|done|met|seen|date|review|visit|contact|inspection"
            r"|meeting|approval"
            r"|audit)$|\b(?:review|update|follow up|status|modified|next meeting) date\b|\bdate of (?:last )?(?:update|review)\b"
        ),
        (),
    ),
    (
        (
            r"^(?!.*\b(?:due|deadline|date of (?:\w+ )?response)\b).*\b(?:reason|cause|lessons learn\w+|lesson learn\w+|lessons"
            r"|response)s?\b(?! (?:due|sent|date|by|needed|required|deadline|target|limit|lead|leader|owner|status|state)).*\b(?:delay|late|missed)?"
        ),
        (),
    ),
    (
        (
            r"\b(?:original|baseline|(?:initial|first)(?! (?:quarter|qtr|half|month|week|year|draft|response|reply|report|comments?|contact"
            r"|assessment|review|visit|payment|instal?lment)\b))\b.*\b(?:due|deadline|target|date|end|finish|completion|suspense)\b"
        ),
        (("original_due", 55),),
    ),
    (
        (
            r"(?<!last )(?<!previously )(?!carried out\b)\b(?:carried|carry|rolled|roll|moved|deferred|postponed|slipped|pushed|shifted|bumped)"
            r" (?:fwd|forward|over|back|out)?(?: ?(?:to|until))?$"
            r"|\bput (?:back|off|over|out|forward to)(?: ?(?:to|until))?$"
            r"|\b(?:ext|rev)\b.*\b(?:due|deadline|target|finish|completion|suspense)\b"
            r"|\b(?:revised|extended|extension|new|adjusted|amended|updated|current|rescheduled)\b.*\b(?:due|deadline|target|date|end|finish"
            r"|completion|suspense|ecd|eta|to)\b"
            r"|^ext(?:ension|ended|d)? (?:to|until|till|thru|through|granted(?: to)?|due|date|approved(?: to)?)$|^(?:extension|ext|extended|revised)$"
        ),
        (("later", 55),),
    ),
    (
        (
            r"\b(?:(?:promised|expected|required|needed|wanted|need|deliver|due|done|completed|finished) by|by (?:when|what date))$"
            r"|\b(?:to|must|should) be (?:done|completed?|finished|closed|submitted|delivered)(?: (?:by|before|on))?$"
            r"|\b(?:date|day|when|deadline) (?:it (?:is|was) )?to be \w+$|\bdate (?:needed|required|promised|wanted)\b"
            r"|\b(?:goal|promise|tentative|renewal|forecast|need|drop dead|go live|launch) (?:date|by)\b"
            r"|\b(?:completion|closure|finish|delivery) (?:target|goal)$|^go live$|^(?:current|latest|present|revised) forecast$"
            r"|^report(?:ing)? back(?: date| by)?$|^(?:ddl|dateline|forecast|response due|reply due)$|\bcut ?off(?: date)?$"
            r"|^sla (?:date|target|deadline|end|expir(?:y|es|ation)|by|until)$"
            r"|^(?:final |copy |artwork |files? )?(?:to|with) (?:the )?(?:print(?:er)?s?|press)(?: (?:by|on|date))?$"
        ),
        (("due", 52),),
    ),
    (r"^sla$", (("due", GUESSED),)),  # or a grade of service
    (r"\bmilestone (?:date|by|due)$", (("due", 45),)),  # a completion beside it is the last
    (r"\b(?:notice|notify|notification|renew|renewal|cancel|cancellation|opt out) (?:by|due|deadline)(?: date)?$", (("due", 52),)),
    (r"^(?:date )?expir(?:es|y|ation|ing)(?: (?:date|on))?$|\bexpir\w+ (?:date|by)\b", (("due", 44),)),  # a day by which to renew goes before it
    (
        rf"\b(?:target|planned|expected|estimated|est|scheduled|anticipated|projected|proposed|forecast|promised|tentative)\b.*\b{END} (?:date|on|by|day)\b",
        (("due", 52),),
    ),
    (r"^(?!actual )(?:\w+ )?(?:implementation|completion|complete|abatement|remediation|mitigation) date$", (("due", 45), ("closed", 44))),
    (
        (
            r"\b(?:close ?out|sent|answered|response sent) date\b|\bdate (?:of )?(?:completion|close ?out|closing|sent)\b"
            r"|\bdate of (?:\w+ )?(?:reply|response|answer)\b|^(?:response sent|reply sent)$"
        ),
        (("closed", 50), ("due", 20)),
    ),
    (rf"^(?:date|day|when) (?:\w+ ){{1,3}}{OVER}$", (("closed", 55), ("due", 20))),
    (
        rf"\b(?:actual|act)\b.*\b(?:date|end|finish|completion|complete|close)\b|\b(?:date|day|when) (?:of )?{END}\b|\b{END} (?:date|on|at|day)\b",
        (("closed", 55), ("due", 20)),
    ),
    (
        rf"^(?:is |{MATTER}s? )?(?:{OVER}|signed off|close ?out)$",
        (("closed", 40), ("status", 39)),
    ),
    (r"^(?:final )?sign ?off(?: date| on)?$", (("closed", GUESSED), ("issued", GUESSED))),
    (rf"^{INTERIM} (?:report |reply |response |version )?(?:{MADE}|{EITHER}|{OVER}|issued)(?: (?:on|at))?$", ()),
    (
        rf"^{INTERIM} (?:report |reply |response |version )?(?:due|deadline|target|date|suspense)(?: date| by| to (?:\w+ ){{0,2}}\w+)?$",
        (("due", 30),),
    ),
    (r"^(?:last|previous|prior) (?:due|deadline)s?$", ()),
    (r"^eta$", (("due", 44),)),  # of the goods, beside File by
    (
        (
            r"\b(?:due(?! (?:diligence|process)\b)|deadline|suspense|nlt|eta|ecd|cob|(?:no|not) later than)\b|\b(?:by|complete by|needed|finish by"
            r"|done by) (?:when|date)\b|^by when$"
            r"|\bcomplete by\b"
            r"|\b(?:needed|required|respond|reply|wanted) by\b"
        ),
        (("due", 55),),
    ),
    (
        (
            r"\b(?:target|planned|plan|expected|estimated|est|scheduled|required|needed|anticipated|projected|proposed|forecast|commit(?:ted|ment)?"
            r"|promised|agreed)\b.*\b(?:date|completion|finish|end|closure|complete|delivery)\b(?<!start date)"
        ),
        (("due", 50),),
    ),
    (r"^(?:(?:substantial|final|project|construction|practical) )?(?:completion|implementation)$", (("closed", 45), ("due", 44), ("status", 43))),
    (
        (
            rf"\b(?:date|day|dtg|when) (?:of )?(?:{MADE}|meeting|request|receipt|issue|entry|direction|order|audit|inspection|visit)\b"
            rf"|\b(?:{MADE}|start|request|tasking|meeting|mtg|open|entry|intake|receipt|kickoff|begin|audit|inspection|made) (?:date|time|on|at"
            rf"|day)\b|^(?:start|begin|began|{MADE})$"
        ),
        (("issued", 50),),
    ),
    (
        (
            r"\b(?:end|finish|completion|response|return|delivery|closing) (?:date|time)\b"
            r"|^(?:end|finish|time ?(?:line|frame|limit|scale)s?|timing|target)$|\b(?:sprint|phase|cycle|period|window|stage) end$"
        ),
        (("due", 45),),
    ),
    (r"^date$", (("issued", 20),)),
    (rf"\b{OF_OTHERS} (?:id|no|number|#)$|^(?:asset|equipment|property|inventory|barcode) tag$", ()),
    *FIELDS,
)
