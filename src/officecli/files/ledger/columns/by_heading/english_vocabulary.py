"""Words of which English headings are put together, those of one kind in one place."""

from __future__ import annotations

BODY = (
    r"(?:department|dept|depts|departments|division|team|unit|section|office|agency|agencies|ministry|ministries|secretariat|bureau|branch|directorate"
    r"|committee|group|org|organization|organisation)"
)
ANSWERS = (
    r"(?:answering|responding|replying|acting|actioning|leading|doing(?: it)?|handling(?: it)?|implementing|completing"
    r"|(?:who |which )?(?:is |are |has |have )?to (?:answer|respond|reply|act|action|lead|do(?: it)?|handle(?: it)?|deal with(?: it)?|implement"
    r"|execute|carry out|complete|correct|remedy|resolve|fix|address|comply|follow up)(?: it| this)?)"
)
"""What is said behind a body that is to do it: Department to answer; whom others are to notify or to pay does nothing."""
INTERIM = (
    r"(?:draft|interim|preliminary|initial|comments?|acknowledge?ment|ack|holding reply|outline|first draft|internal|halfway|midterm|mid term"
    r"|first (?:response|reply|report))"
)
"""What is due before the matter is."""
MADE = (
    r"(?:raised|created|creation|opened|assigned|issued|received|referred|routed|forwarded|added|logged|entered|given|requested|identified"
    r"|reported|initiated|started|tasked|registered|recorded|adopted|passed"
    r"|agreed|minuted|directed|ordered|instructed|lodged|noted|asked|sought|found|detected|discovered|observed|notified|posted|allocated"
    r"|allotted|advised|inspected|audited|commenced|diarised|marked|tabled|recd|rec d|rcvd)"
)
BEGINNING = (
    r"(?:detect(?:ion|ed)|discover(?:y|ed)|identif(?:ication|ied)|receipt|received|notice|notified|notification|complaint|report(?:ed)?|referral"
    r"|referred|request(?:ed)?|filing|inspect(?:ion|ed)|audit(?:ed)?|occurrence|incident|assign(?:ment|ed)|issue|issued|finding|found"
    r"|observ(?:ation|ed)|submission|application|opened|raised|logged)"
)
"""With what a matter begins, named as a day's heading names it: Original Detection Date."""
OVER = (
    r"(?:closed|completed|complete|resolved|finished|done|fulfilled|implemented|released|closure|disposed|answered|corrected|fixed|rectified"
    r"|remedied|remediated|settled|discharged"
    r"|solved|decided|determined|complied|replied|responded|actioned|cleared|achieved|attained|accomplished|concluded|finali[sz]ed|satisfied"
    r"|dispatched|despatched|signed|ended|actual)(?: (?:out|off|up))?"
)
END = rf"(?:{OVER}|closing|resolution|disposal|disposition|compliance|correction|decision|determination)"
EITHER = r"(?:submitted|sent|returned|filed|delivered|approved|accepted|paid)"
"""Either what the matter began with, or what ended it: by how many rows have it."""
UNDERWAY = (
    r"(?:escalated|extended|chased|reminded|prompted|deferred|delayed|postponed|rescheduled|revised|reviewed|contacted|called|acknowledged"
    r"|visited|suspended|paused|drafted|scheduled|planned"
    r"|budgeted|funded|billed|invoiced|discussed|presented|consulted|amended|viewed|seen|spoken|interviewed|quoted|due"
    r"|flagged|docketed|cited|noticed|sampled|surveyed|measured|photographed|scanned|advertised|shortlisted|scored|triaged|changed|transferred"
    r"|reopened|restarted|resumed|disputed|contested|appealed|rejected|failed|missed|damaged|broken|expired"
    r"|re(?:assigned|submitted|routed|directed|inspected|tested|filed|applied)|unassigned|tested|started up)"
)
"""What happens to a matter that goes on."""
MEANS = (
    r"(?:evidence|proof|documentation|document|resource|material|equipment|fund|funding|budget|staff|staffing|approval|signature|supply|supplie"
    r"|attachment|tool|input)"
)
"""What is needed for a matter, and is none."""
MATTER = (
    r"(?:action|task|item|issue|request|req|case|matter|work|project|ticket|file|record|ref|reference|tracking|log|resolution|motion|decision|ai"
    r"|wo|minute|capa|ncr|finding|complaint|incident|permit"
    r"|application|recommendation|rec|risk|foi|query|enquiry|inquiry|question|referral|violation|citation|defect|snag|rfi|grievance|observation)"
)
OWED = r"(?:balance|deposit|down ?payment|payment|instal?lment|fee|premium|rent|retainer|invoice|tax|bill|money|amount)"
"""What is paid for a matter, on a day that need not be its deadline."""
SAID_TO_DO = r"(?:direction|directive|instruction|referral|request|question|inquir(?:y|ie))s?"
"""What those who decide tell others to do."""
ASKED = (
    r"(?:asks?|questions?|quer(?:y|ies)|e?nquir(?:y|ies)|inquir(?:y|ies)|requests?|instructions?|complaints?|comments?|concerns?|deliverables?|reports?|orders?|actions?|tasks?"
    r"|recommendations?|suggestions?|ideas?|compliments?|grievances?)"
)
"""What somebody wants done or answered, whoever it is (Client instruction) and whatever it is about (Budget question)."""
OF_OTHERS = (
    r"(?:phone|telephone|tel|fax|cell|mobile|account|acct|bank|routing|employee|emp|staff|badge|member|student|patient|client|customer|tenant"
    r"|vendor|supplier|contractor|owner|user|tax|parcel|lot|block|unit|room"
    r"|apt|apartment|suite|floor|building|bldg|site|street|house|seat|table|page|section|paragraph|clause|article|chapter|line|row|model|serial"
    r"|part|sku|vin|plate|vehicle|truck|bus|route|asset|equipment|meter|drawing|sheet"
    r"|spec|batch|check|cheque|invoice|inv|p ?o|purchase order|receipt|voucher|confirmation|transaction|cost cent(?:er|re)|budget|fund|gl|week"
    r"|wk|year|version|revision|rev|agenda(?: item)?|meeting|step|phase|priority|rank"
    r"|field|plot|people|persons|attendees|participants|copies|hours|days|total|tag|box|school|district|ward|precinct)"
)
"""What has a number of its own that is not the row's."""
DEED = r"(?:action|step|task|measure|activit(?:y|ie)|job)"
"""What is done, one of several."""
REMEDY = (
    r"(?:counter ?measures?|(?:\w+ )?action plans?|plans? of (?:correction|action)"
    r"|(?:corrective|preventive|preventative|containment|remedial|mitigating)(?: (?:and|or) (?:corrective|preventive|preventative))? (?:action"
    r"|measure)s?"
    r"|remed(?:y|iation(?: plan)?)|treatment plan|abatement plan|mitigations?)"
)
"""What is done about a fault, which stands beside it."""
