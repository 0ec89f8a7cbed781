"""Who does it, who helps and who stands aside, by the whole shape of an English heading; the first part of the table of shapes."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_vocabulary import BODY
from officecli.files.ledger.columns.by_heading.meant import GUESSED

PEOPLE: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
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
            rf"^(?:who )?(?:will|to|shall|may) (?:help|assist|support)$"
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
            r"|^our (?:\w+ )?(?:member|person)s?$"
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
    (r"^(?:back ?out|roll ?back|fall ?back|contingency) (?:owner|lead|person|contact|coordinator)s?$", ()),
)
