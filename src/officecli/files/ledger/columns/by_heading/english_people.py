"""Who does it, who helps and who stands aside, by the whole shape of an English heading; the first part of the table of shapes."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_vocabulary import BODY, DEED
from officecli.files.ledger.columns.by_heading.meant import GUESSED

_WHO = (
    r"(?:(?:action|responsible|assigned|lead|project|task|supporting|partner) )?(?:staff|officer|owner|lead|handler|coordinator|facilitator|champion|assignee"
    r"|person|poc|pic|opr|ocr|chair(?:man|person|woman)?|foreman|responsible|support(?:ing)?|partner|member|helper|crew)s?(?:'s)?"
)
"""Who does it or helps, before what is theirs."""

PEOPLE: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    (rf"^{_WHO} (?:note|comment|remark|narrative|memo)s?$", (("remarks", 50),)),
    (rf"^{_WHO} status$", (("status", 50),)),
    (rf"^(?:previous|former|prior|past|old|outgoing|ex|last) {_WHO}$|^(?:delegated|allocated|instructed|directed|dispatched) by$", ()),
    (rf"^{_WHO} (?:recommendation|proposal|action)s?$", (("title", 34),)),
    (rf"^{_WHO} (?:hour|hr|time|cost|count|analysis|report|input|feedback|opinion|view)s?$", ()),
    (
        (
            rf"^(?!(?:property|land|parcel|building|home|business|co|joint|second|secondary|alternate|vice|deputy|backup|fallback|rollback|backout"
            rf"|back out|contingency"
            rf"|other|additional) )(?:\w+ )+(?:owner|drafter)(?: name)?$"
            rf"|\bin charge$|^account (?:exec|executive)$|^(?!.*\b{BODY}\b)(?:\w+ )+responsible$"
        ),
        (("lead", 50),),
    ),  # Lesson Owner, Board Member Responsible: whatever stands before it
    (
        (
            rf"^(?:co|jointly|also) (?:responsible|lead|leading|owning) {BODY}s?$|^(?:office of )?collateral (?:responsibility|{BODY}|office)$"
            rf"|^(?:who )?(?:will|to|shall|may) (?:help|assist|support)$"
            rf"|^(?:{BODY}|people|person|staff|officer|member)s? to (?:cooperate|assist|help|support|collaborate|participate|coordinate)$"
            r"|^(?:crew|team|people|volunteers|helpers|hands) on (?:the )?\w+$"
        ),
        (("support", 50),),
    ),
    (
        (
            r"^(?:person|officer|official|member|staff|one|who|whoever|party) (?:is |has )?to (?:action|act|do|deal|handle|lead|implement|execute|complete"
            r"|follow up|report|respond|reply|answer|carry out)(?: it| this)?$"
            r"|^(?:responsible|lead|assigned|accountable|designated|nominated|tasked) (?:\w+ )?members?$"
            r"|^members? of staff$|^our (?:\w+ )?(?:member|person)s?$"
        ),
        (("lead", 50),),
    ),
    (
        (
            r"^(?:visiting|inspecting|auditing|reviewing|observing|verifying|monitoring|supervising|certifying|witnessing|authori[sz]ing|sanctioning)"
            r" (?:officer|official|person|manager|party|member|engineer|partner)s?$"
        ),
        (("lead", GUESSED - 1),),
    ),  # who looks at it, or is over it: beside nobody else who does it
    (r"^(?:responsible|lead|assigned) partners?$", (("lead", 20), ("support", 19))),  # a body of several, or whoever is over a clerk
    (r"^(?:back ?out|roll ?back|fall ?back|contingency) (?:owner|lead|person|contact|coordinator)s?$", ()),
    (r"^(?:(?!sea |school |ship )\w+ )?captains?$", (("lead", GUESSED + 1), ("responsible", GUESSED))),  # of a shift, of a crew
    (r"^principal investigators?$|^pi$", (("lead", 60),)),
    (
        (
            rf"^(?:(?:responsive )?(?:record|file|document|paper)s? (?:held|kept|owned|stored|supplied|provided|pulled|gathered) (?:by|in|with|at)"
            rf"|(?:record|file|document)s? (?:custodian|holder|keeper|owner)s?(?: {BODY}s?)?|{BODY}s? (?:to )?search(?:ing|ed)?)$"
        ),
        (("support", 50), ("lead", 20)),
    ),  # who has what somebody asked to see
    (rf"^(?:{DEED}|dut(?:y|ie)|item)s? for$", (("lead", 50),)),
    (rf"^(?:{DEED}|dut(?:y|ie)|item|message|call)s? from$", ()),  # who gave it to them
    (r"^(?:help|input|support|assistance|contribution|advice|evidence|data|figure)s? (?:\w+ ){1,3}from$", (("support", 50),)),  # Input to lead from
    (
        (
            r"^(?:engagement|supervising|managing|senior|signing|billing|review|relationship|client) partners?$"
            r"|^(?:one (?:to|on) one|1 1|1 to 1|supervision|appraisal|interview|session|appointment|call|conversation|conference|catch ?up|chat|visit"
            r"|consultation) with(?: whom)?$"
        ),
        (),
    ),  # who is over whoever does it, or whom they speak with
    (r"^who(?:'s)? (?:\w+ )*by$|^staff members?$|^to (?:whom|who)$", (("lead", 50),)),
    (r"^reporters?$|^journalists?$", (("lead", GUESSED + 1),)),  # of a story; elsewhere who brought it up
    (r"^(?:copy |section |news )?editors?$", (("lead", GUESSED), ("support", GUESSED - 1))),
    (r"^(?:action|task|issue|item|risk) (?:holder|manager|lead|contact|party|person|agent)$", (("lead", 50),)),
    (
        r"^b ?i ?c$|^ball in(?: the)? court$|^in whose court$|^(?:action|ball|now|currently|sits?|rests|lies) (?:now )?with$|^on whom$",
        (("lead", 50),),
    ),
    (r"^point (?:person|people|man|woman)$|^(?:do|fix|work)er$|^tech$", (("lead", 50),)),
    (r"^(?:team|group|committee) lead$", (("lead", 25),)),  # of those who do it, who may stand beside them
    (r"^(?:extra|more|additional) (?:hand|help|people|staff)s?$", (("support", 50),)),
    (r"^who (?:can|will|could|else|is|else can) (?:help|assist|support|pitch in|lend a hand|step in)(?:s|ing)?$", (("support", 50),)),
    (
        r"^(?:(?:work|field|road|line|yard|street|maintenance|grounds|paint|repair|utility|shop|day|night) )?crews?$",
        (("lead", GUESSED + 1), ("support", GUESSED)),
    ),  # beside the Lead of it
    (r"^(?:crew|shift|gang|squad) (?:chief|boss|head|foreman)s?$", (("lead", 30),)),
)
