"""What an English heading means by its whole shape, which is asked before the parts it is put together of: a table, read from above."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_matters import MATTERS
from officecli.files.ledger.columns.by_heading.english_people import PEOPLE
from officecli.files.ledger.columns.by_heading.english_vocabulary import BEGINNING, BODY, EITHER, MADE, OWED
from officecli.files.ledger.columns.by_heading.meant import GUESSED, PERHAPS
from officecli.files.ledger.words.english.orders import VERBS
from officecli.typed.dates.names import COUNTED_DAYS

SHAPES: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    *PEOPLE,
    *MATTERS,
    (rf"^(?:\w+ )?{OWED}s? due(?: (?:on|by|date))?$|^(?:date|day) (?:\w+ )?{OWED}s? (?:is |are )?due$", (("due", PERHAPS),)),  # beside By when
    (
        (
            r"^(?:current |present )?state of (?:the |this )?(?:play|works?|job|repairs?|progress|completion|action|task|matter|item|project|order)$"
            r"|^(?:follow ?up|implementation|audit|management|recommendation|compliance|closing|year end|latest known) position$"
        ),
        (("status", PERHAPS), ("progress", PERHAPS - 1)),
    ),
    (r"^(?:needed|required|wanted|expected|promised) (?:on|for|at)(?: date)?$", (("due", 50),)),
    (
        (
            rf"^{COUNTED_DAYS} (?:allowed|given|permitted|granted|to (?:{VERBS}))$"
            r"|^(?:statutory|allowed|permitted|agreed) (?:\w+ )?days$"
            r"|^time (?:limit|allowed|given|permitted)\b|^(?:response|reply|handling|processing|completion|turn ?around|service) (?:limit|\w+ days|days)$"
            r"|^turn ?around(?: time)?$"
        ),
        (("due", GUESSED),),
    ),  # so many of them from the issue day
    (r"^(?:date |when )?delegated(?: on| at)$|^date delegated$", (("issued", 50),)),
    (r"^(?:needed|required|wanted) for (?:the )?\w+(?: \w+)?$", (("due", GUESSED),)),
    (r"^when (?:will|shall|should|do) (?:you|we|they|it|this) (?:be )?(?:review|evaluat|monitor|check|revisit|measur)\w*\b", ()),
    (r"^(?:completion|implementation|delivery|target|planned|expected) (?:month|quarter|week)$", (("due", 50),)),
    (r"^(?:(?:date|day|when) )?carried out(?: (?:on|date))?$", (("closed", 46), ("issued", 45), ("status", 44))),
    (r"\b(?:\d{1,2}|five|ten) day (?:letter|notice|response|reply|ack\w*)(?: sent| date)?$", ()),
    (r"^(?:date )?(?:closed|completed|resolved|disposed) (?:and )?(?:how|result|outcome|disposition)$", (("closed", 46),)),
    (r"^(?:target|desired|anticipated|tentative) start(?: date)?$", (("issued", 50), ("due", 28))),  # of a hire by when, where it was opened before
    (r"^(?:\d{1,3}|thirty|forty five|sixty|ninety) ?days? (?:date|mark|limit|due date|target date)$", (("due", 50),)),
    (r"^(?:third|3 ?rd|final) reading(?: date)?$", (("due", 40),)),
    (r"^(?:second|2 ?nd) reading(?: date)?$", (("due", 38),)),  # what is read twice is to be passed by then
    (r"^(?:first|1 ?st) reading(?: date)?$", ()),
    (
        r"^(?:p ?o|purchase orders?|rf[pq]|notices?|invoices?|quotes?|work orders?) (?:issued|sent|placed|posted|out)(?: (?:on|date))?$|^p ?o date$",
        (),
    ),
    (
        r"^(?:target|deadline|completion|delivery|implementation|action|proposed|expected|anticipated) (?:timing|time ?(?:line|frame|scale|limit))s?$",
        (("due", 48),),
    ),
    (
        r"^(?:finish|end|complete) (?!by\b|on\b|users?\b|use\b|to\b|of\b|results?\b|products?\b|types?\b|goals?\b)\w+(?: \w+)?$",
        (("due", GUESSED),),
    ),  # of a stage: Start build, Finish build
    (r"^(?:start|begin|commence)(?:s|ing)? (?:by|on|before)$", (("issued", 30),)),
    (r"\b(?:dates?|period|duration|time ?(?:line|frame|table|scale)|schedule|computed|calculated|counted|running) from$", (("issued", 30),)),
    (r"^(?:\w+ )*(?:period|duration|time ?(?:line|frame|table|scale)|schedule) to$", (("due", 45),)),
    (r"\brpn\b|\brisk priority number\b", ()),
    (
        r"^check (?:when|if|once|off)(?: (?:done|completed?|finished))?$|^(?:checked|ticked|crossed|struck|marked) off$",
        (("status", 50), ("closed", 49)),
    ),
    (
        r"^(?:date |day |when )?(?:it )?(?:was )?(?:(?:checked|ticked|crossed|struck|marked) off on|brought to (?:a |an )?(?:close|end)(?: on)?)$",
        (("closed", 50),),
    ),
    (r"^(?:raised|agreed|decided|discussed|minuted) at$", (("issued", 50), ("source", 45))),  # a day, or the meeting
    (r"^(?:response|reply|answer|report|delivery|completion|decision) expected(?: by| on)?$", (("due", 50),)),
    (r"^(?:decision|verdict|ruling|determination) (?:sent|mailed|issued|communicated)$", (("closed", 50), ("due", 20))),
    (r"(?:%|\bpercent(?:age)?|\bpct) (?:spent|expended|of budget|budget|used|utili[sz]ed|billed|paid|change|variance|increase)\b", ()),
    (r"(?:%|\bpercent(?:age)?|\bpct) of (?:the |our )?(?:total|contract|grant|award|cost|funds?|funding|fee|price|salary|staff|time)\b", ()),
    (
        (
            r"\b(?:match|sampl(?:e|ing)|share|cost share|weight(?:ing)?|discount"
            r"|retainage|overhead|federal|state|local) (?:%|percent(?:age)?|pct)(?! (?:done|complete))"
        ),
        (),
    ),
    (r"(?<!evidence )\blinks?$", ()),
    (r"^date rec(?:v|d|vd)?(?: d)?$|^(?:rcvd|recd|recv d|rec d)$|^date rcvd$", (("issued", 50),)),
    (r"^before (?:the )?\w+(?: \w+)?$|^(?!warranty |guarantee |quote |offer )\w+ expir(?:es|y)$", (("due", GUESSED),)),
    (
        (
            r"^to be (?:in (?:place|force|use|effect)|ready|live|open)(?: (?:by|on))?$|\b(?:to|must|should) be (?!whom\b)\w+(?: \w+)? (?:by|before)$"
            r"|^(?:in (?:place|force|use|effect|service|operation)|back|live|open|up and running) by$"
        ),
        (("due", 52),),
    ),
    (r"^to be (?:done|actioned|completed?|addressed|followed up)$", (("due", 52), ("title", 40))),
    (
        (
            rf"^(?:original|initial|first) (?:(?:(?:date|day) (?:of )?{BEGINNING}(?: date| day| on)?"
            rf"|{BEGINNING} (?:date|day|on))|(?=\w+ed$|found$|detection$){BEGINNING})$"
        ),
        (("issued", 45),),
    ),  # Initial complaint is what was complained of
    (r"^(?:date |day |when )?notified(?: on| date)?$", (("issued", GUESSED),)),
    (rf"^(?:\w+ )?hours {MADE}$", ()),  # how many
    (rf"^(?:time|hour|date ?(?:and |& |/ ?)?time) (?:it )?(?:was )?{MADE}$|^{MADE} (?:date ?(?:and |& |/ ?)?time|time)$", (("issued", 45),)),
    (r"^(?:(?:now |back )?in compliance|(?:is |now )?compliant)$", (("status", 50), ("closed", 49))),
    (r"^(?:change|maintenance|outage|service|implementation|work|deployment|release|upgrade) (?:window|slot)$|^window$", (("due", 30),)),
    (r"^(?:re ?)?(?:inspect(?:ion)?|check|test|visit) (?:pass(?:ed)?|ok|cleared)(?: on| date)?$", (("closed", 46), ("status", 40))),
    (
        r"^(?:expected|anticipated|projected|estimated|est|target(?:ed)?|promised) (?:resolution|fix|remedy|answer|response|reply|decision|repair)$",
        (("due", 30), ("result", 29)),
    ),
    (r"^who (?:first )?(?:asked|called|complained|reported|requested|raised|noticed|found|logged|submitted|approved|checked|verified)\b", ()),
    (r"^what day of\b", ()),
    (r"^(?:stages|steps|milestones) and (?:their )?(?:days|dates)$", ()),  # which of them are passed, and not that the whole is over
    (rf"^what (?:date|day)\b.*\b{MADE}\b(?!.* by$)", (("issued", 45),)),
    (r"^(?:by )?what (?:date|day)\b", (("due", 50),)),
    (rf"^when (?:was|were|did)\b.*\b{MADE}$", (("issued", 50),)),
    (
        (
            rf"^(?:(?:last|latest|final|closing|target) )?(?:date|day) (?:to (?:{VERBS})|for (?:the )?(?:completion|finish(?:ing)?|delivery|response|reply"
            r"|return|submission|compliance|implementation|action))$"
            r"|^when (?:do|does|is|are) (?:you|we|they|it|this|that|these) (?:need|want|have|due|needed|wanted|required|expected)\b"
            r"|^(?:\w+ )?(?:wants?|needs?) (?:it|this|them)(?: (?:done|back|ready))? (?:by|before)$"
        ),
        (("due", 52),),
    ),
    (r"^(?:to be |keep |kept )?informed$|^(?:copy|copied|copies) to$", ()),  # who is told, and does nothing
    (r"^(?:board|list|board list|swim ?lane) (?:column|name)$|^(?:board )?lane(?: name)?$", (("status", PERHAPS), ("kind", PERHAPS - 1))),
    (r"^when (?:will|must|should|by|due|needed|required)\b", (("due", 50),)),
    (r"^to be (?:actioned|done|handled|dealt with|followed up|implemented|carried out) by$", (("due", 45), ("lead", 44))),
    (
        (
            r"^(?:cure|get well|good) (?:by|date)$|^promised for$|\bto be (?:closed|resolved|cleared|implemented|corrected|rectified)(?: by| on)?$"
            r"|^resolution target$|^statutory (?:date|day)$"
        ),
        (("due", 50),),
    ),
    (r"^(?:response|reply|return|compliance) date$", (("due", 45), ("closed", 44))),
    (r"^(?:renewal|final|funding|hiring|award|appeal|hearing|lease|permit) (?:decision|determination|ruling)$", (("closed", 41), ("result", 40))),
    (r"^decisions? made$", (("closed", 46), ("issued", 45), ("title", 44))),
    (r"^(?:decision|determination) (?:date|made|issued|rendered|mailed)$|^action date$|^date action$", (("closed", 46), ("issued", 45))),
    (
        (
            r"^(?:date )?(?:deemed|declared|found|determined|(?:application|submission|submittal|packet|file)(?: deemed)?) (?:complete|sufficient|accepted)"
            r"(?: (?:on|date))?$"
        ),
        (),
    ),  # what somebody handed in, and not what is done about it
    (r"^date (?:of )?(?:\w+ )?action(?: taken)?$", (("closed", 46), ("issued", 45))),
    (r"^(?:met|held|conducted) on$|^date (?:met|held|conducted)$", (("closed", 40),)),
    (
        r"^(?:review|meeting|evaluation|appraisal|training|inspection|interview|visit) (?:held|done|completed?|conducted)$",
        (("closed", 40), ("status", 39)),
    ),
    (
        (
            r"^(?:in|report|letter|incident|board|council|committee|sitting|hearing|minute|finding|complaint|memo|notice) date$|^dated$"
            r"|^date of (?:the )?(?:report|letter|incident|finding|complaint|minutes?|sitting|hearing|memo|notice|event|board|council|referral"
            r"|assignment|violation|citation|deficiency|survey|occurrence|application|intake|directive|motion|discovery|tasking|concern|grievance"
            r"|enquiry|inquiry|query|claim|call|service request|work order)(?: meeting)?$"
        ),
        (("issued", 40),),
    ),
    (r"^progress status$|^b?rag(?: status| rating)?$|^met(?: or| not met)?$", (("status", 50),)),
    (r"^(?:date |day |when |time )?(?:called|phoned|written|turned|brought) (?:in|up)(?: on)?$", (("issued", 30),)),
    (r"^votes? (?:count|tally)$|^(?:moved|seconded|moved seconded|ayes|nays|yeas|abstentions)(?: by)?$", ()),
    (r"^sign(?:ed)? up$|^rsvp(?: ?d)?$|^invited$", ()),  # who takes part, and no end
    (r"^(?:final )?(?:disposition|outcome) date$|^date of (?:final )?(?:disposition|outcome)$", (("closed", 50),)),
    (
        r"^(?:current|present) (?:step|milestone)$",
        (("status", PERHAPS), ("progress", PERHAPS - 1)),
    ),  # how far it is, beside what it is
    (r"^(?:(?:property|land|parcel|building|home|business) ?)?owners?(?: of record)$|^(?:property|land|parcel|building|home|business) ?owners?$", ()),
    (r"^(?:(?:council|board|committee|assembly|trustee|elected) )?(?:member|trustee|alderman)(?: name)?$", ()),  # who asks for it
    (
        r"^(?:date )?(?:returned|restored|released|submitted|delivered|reported|mailed) to (?!whom)\w+(?: \w+)?$",
        (("closed", GUESSED), ("issued", GUESSED)),
    ),
    (r"^(?:requested|needed|wanted|required|respond|response) by date$", (("due", 52),)),
    (rf"^{BODY} (?:assigned|responsible|concerned|lead|in charge)$", (("unit", 52),)),
    (r"^(?:scheduled|planned|booked|slated|set|proposed|due) (?:for|to)$", (("due", 50),)),
    (r"^(?:first|given|fore) ?name (?:last ?name|surname|family name)$", (("lead", 30),)),
    (r"^(?:next )?action by$", (("lead", 50), ("due", 47))),  # by whom in most minutes, and by when in some
    (r"^ack(?:nowledge)? (?:by|before|within)$", (("due", 30),)),  # before the whole reply
    (r"^(?!\w+ed\b)(?!(?:sent|given|led|written|seen|held|made|taken|run|built|brought|found|left|told|heard|caught|hung)\b)\w+ by$", (("due", 45),)),
    (
        rf"^(?:{VERBS})(?: (?!(?:made|raised|given|taken|done|placed|received) )\w+){{0,2}} (?:by|before|within|until)$",
        (("due", 45),),
    ),  # Make safe by
    (r"^hiring (?:manager|official|authority)$", (("lead", 20),)),  # of a post to be filled, beside whoever fills it
    (r"^signed by (?:the )?\w+$", (("signed", 30),)),
    (rf"^(?:{VERBS}) (?:by|before) (?!who)\w+(?: \w+)?$", (("due", GUESSED),)),  # Correct by payday, where days stand there
    (r"^(?:\w+ ){1,2}(?:decision|answer|reply|response|action|vote|approval|award) by$", (("due", 44),)),  # Renewal decision by
    (
        r"^(?:\w+ ){1,2}(?:text|copy|letter|paper|proof|version|list|form|file|drawing|invoice|quote|plan|budget|figure|result|sample|part|design)s? by$",
        (("due", GUESSED),),
    ),  # Final text by
    (r"^(?:execution|completion|implementation|performance|fulfil+ment|compliance) (?:mark|tick|flag|check ?box)$", (("status", 50),)),
    (
        r"^(?:date |when )?(?:sorted on|(?:sorted|cleared|went|gone) out|(?:dealt|complied) with|seen to|put right|taken care of|wrapped up)(?: on| date)?$",
        (("closed", 46), ("status", 44)),
    ),
    (r"^(?:got|have)(?: it| them)?$|^(?:received|returned|handed in|turned in|sent|filed|signed) yet$", (("status", 50),)),
    (
        rf"^(?:date )?(?:reported|handed|sent|given|turned|paid|shipped|mailed|taken|brought|reverted|{EITHER}) (?:out|back|off|in|over|away)$",
        (("closed", 46), ("issued", 45), ("status", 44)),
    ),
    (r"^(?:financ(?:e|ial)|technical|legal|data|specialist|expert|clinical|statistical|hr|it) inputs?$|^inputs? (?:from|by)$", (("support", 40),)),
    (r"\b(?:chase|tickler|bring ?forward|b ?f|diary|call ?back|remind(?:er)?) (?:date|on|by|day)\b", (("due", 30),)),
)
