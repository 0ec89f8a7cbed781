"""What an English heading means by its whole shape, which is asked before the parts it is put together of: a table, read from above."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_people import PEOPLE
from officecli.files.ledger.columns.by_heading.english_vocabulary import BEGINNING, BODY, DEED, EITHER, MADE, OWED, SAID_TO_DO
from officecli.files.ledger.columns.by_heading.meant import GUESSED, PERHAPS
from officecli.files.ledger.words.english.orders import VERBS
from officecli.typed.dates.names import MONTH_NAME

SHAPES: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    *PEOPLE,
    (rf"^(?:\w+ )?{OWED}s? due(?: (?:on|by|date))?$|^(?:date|day) (?:\w+ )?{OWED}s? (?:is |are )?due$", (("due", PERHAPS),)),  # beside By when
    (
        (
            rf"^(?:current |present |latest )?(?:position|situation)(?: (?:as )?(?:of|at|on|in))? "
            rf"(?:today|date|the|end|(?:\d{{1,2}} )?(?:{MONTH_NAME})|20\d\d|q \d)\b"
        ),
        (("progress", 50),),
    ),
    (
        r"^(?:current |present )?state of (?:the |this )?(?:play|works?|job|repairs?|progress|completion|action|task|matter|item|project|order)$",
        (("status", PERHAPS), ("progress", PERHAPS - 1)),
    ),
    (r"^(?:needed|required|wanted|expected|promised) (?:on|for|at)(?: date)?$", (("due", 50),)),
    (r"^(?:date |when )?delegated(?: on| at)$|^date delegated$", (("issued", 50),)),
    (r"^(?:needed|required|wanted) for (?:the )?\w+(?: \w+)?$", (("due", GUESSED),)),
    (r"^when (?:will|shall|should|do) (?:you|we|they|it|this) (?:be )?(?:review|evaluat|monitor|check|revisit|measur)\w*\b", ()),
    (r"^(?:completion|implementation|delivery|target|planned|expected) (?:month|quarter|week)$", (("due", 50),)),
    (r"^(?:(?:date|day|when) )?carried out(?: (?:on|date))?$", (("closed", 46), ("issued", 45), ("status", 44))),
    (r"\b(?:\d{1,2}|five|ten) day (?:letter|notice|response|reply|ack\w*)(?: sent| date)?$", ()),
    (r"^(?:date )?(?:closed|completed|resolved|disposed) (?:and )?(?:how|result|outcome|disposition)$", (("closed", 46),)),
    (r"^(?:target|desired|anticipated|tentative) start(?: date)?$", (("issued", 50), ("due", 28))),  # of a hire by when, where it was opened before
    (r"^(?:\d{1,3}|thirty|forty five|sixty|ninety) ?days? (?:date|mark|limit|due date|target date)$", (("due", 50),)),
    (r"^(?:evidence|proof|document|documentation) items?$", (("title", 30), ("evidence", 29))),
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
    (r"\brpn\b|\brisk priority number\b", ()),
    (
        r"^check (?:when|if|once|off)(?: (?:done|completed?|finished))?$|^(?:checked|ticked|crossed|struck|marked) off$",
        (("status", 50), ("closed", 49)),
    ),
    (
        r"^(?:final|review|committee|board|council|court|commission|senate|cabinet) action(?: taken)?$",
        (("result", 46), ("title", 24)),
    ),
    (r"^(?:raised|agreed|decided|discussed|minuted) at$", (("issued", 50), ("source", 45))),  # a day, or the meeting
    (r"^(?:done|completed|accomplished|work|results?) to date$", (("progress", 50),)),
    (r"^(?:response|reply|answer|report|delivery|completion|decision) expected(?: by| on)?$", (("due", 50),)),
    (r"^(?:decision|verdict|ruling|determination) (?:sent|mailed|issued|communicated)$", (("closed", 50), ("due", 20))),
    (r"^votes?(?: result)?$", (("result", 40),)),
    (
        r"^(?:referral|visit|call|contact|request|complaint) reason$|^reason for (?:the )?(?:referral|visit|call|contact|request|appointment)$",
        (("title", 28),),
    ),
    (r"^(?:audit|meeting|report|inspection|review) (?:name|title)$", (("source", 45),)),
    (r"^work (?:center|centre|unit|area|location|site|phone)s?$", (("kind", 30),)),
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
    (r"^date rec(?:v|d|vd)?(?: d)?$|^(?:rcvd|recd|recv d|rec d)$|^date rcvd$", (("issued", 50),)),
    (r"^before (?:the )?\w+(?: \w+)?$|^(?!warranty |guarantee |quote |offer )\w+ expir(?:es|y)$", (("due", GUESSED),)),
    (
        (
            r"^to be (?:in (?:place|force|use|effect)|ready|live|open)(?: (?:by|on))?$|\b(?:to|must|should) be (?!whom\b)\w+(?: \w+)? by$"
            r"|^(?:in (?:place|force|use|effect|service|operation)|back|live|open|up and running) by$"
        ),
        (("due", 52),),
    ),
    (r"^to be (?:done|actioned|completed?|addressed|followed up)$", (("due", 52), ("title", 40))),
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
    (
        r"^(?:expected|anticipated|projected|estimated|est|target(?:ed)?|promised) (?:resolution|fix|remedy|answer|response|reply|decision|repair)$",
        (("due", 30), ("result", 29)),
    ),
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
    (r"^who (?:first )?(?:asked|called|complained|reported|requested|raised|noticed|found|logged|submitted|approved|checked|verified)\b", ()),
    (r"^(?:task|action|work|job|dut(?:y|ie))s? assigned$", (("title", 50),)),
    (r"^what day of\b", ()),
    (rf"^what (?:date|day)\b.*\b{MADE}\b(?!.* by$)", (("issued", 45),)),
    (r"^what (?:date|day)\b", (("due", 50),)),
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
    (
        r"^(?:current|latest|present) position$|^where (?:are|is|do|have)\b.*|^achievements?(?: to date| so far)?$|^narrative(?: update)?$",
        (("progress", 50),),
    ),
    (r"^(?:date |day |when |time )?(?:called|phoned|written|turned|brought) (?:in|up)(?: on)?$", (("issued", 30),)),
    (r"^votes? (?:count|tally)$|^(?:moved|seconded|moved seconded|ayes|nays|yeas|abstentions)(?: by)?$", ()),
    (r"^sign(?:ed)? up$|^rsvp(?: ?d)?$|^invited$", ()),  # who takes part, and no end
    (r"^(?:final )?disposition date$|^date of (?:final )?disposition$", (("closed", 50),)),
    (
        r"^(?:current|present) (?:step|milestone)$",
        (("status", PERHAPS), ("progress", PERHAPS - 1)),
    ),  # how far it is, beside what it is
    (r"^undertakings? given$", (("title", 46),)),
    (r"^(?:(?:property|land|parcel|building|home|business) ?)?owners?(?: of record)$|^(?:property|land|parcel|building|home|business) ?owners?$", ()),
    (r"^(?:(?:council|board|committee|assembly|trustee|elected) )?(?:member|trustee|alderman)(?: name)?$", ()),  # who asks for it
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
    (
        r"^(?:date )?(?:returned|restored|released|submitted|delivered|reported|mailed) to (?!whom)\w+(?: \w+)?$",
        (("closed", GUESSED), ("issued", GUESSED)),
    ),
    (r"^(?:requested|needed|wanted|required|respond|response) by date$", (("due", 52),)),
    (rf"^{BODY} (?:assigned|responsible|concerned|lead|in charge)$", (("unit", 52),)),
    (r"^what(?:'s)?\b(?!.*\b(?:date|day|when)\b)", (("title", 45),)),
    (r"^(?:scheduled|planned|booked|slated|set|proposed|due) (?:for|to)$", (("due", 50),)),
    (r"^(?:first|given|fore) ?name (?:last ?name|surname|family name)$", (("lead", 30),)),
    (r"^(?:next )?action by$", (("lead", 50), ("due", 47))),  # by whom in most minutes, and by when in some
    (r"^(?!\w+ed\b)(?!(?:sent|given|led|written|seen|held|made|taken|run|built|brought|found|left|told|heard|caught|hung)\b)\w+ by$", (("due", 45),)),
    (
        rf"^(?:{VERBS})(?: (?!(?:made|raised|given|taken|done|placed|received) )\w+){{0,2}} (?:by|before|within|until)$",
        (("due", 45),),
    ),  # Make safe by
    (r"^hiring (?:manager|official|authority)$", (("lead", 20),)),  # of a post to be filled, beside whoever fills it
    (r"^signed by (?:the )?\w+$", (("signed", 30),)),
    (rf"^(?:{VERBS}) (?:by|before) (?!who)\w+(?: \w+)?$", (("due", GUESSED),)),  # Correct by payday, where days stand there
    (r"^(?:\w+ ){1,2}(?:decision|answer|reply|response|action|vote|approval|award) by$", (("due", 44),)),  # Renewal decision by
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
    (r"\b(?:chase|tickler|bring ?forward|b ?f|diary|call ?back|remind(?:er)?) (?:date|on|by|day)\b", (("due", 30),)),
)
