"""Acts on an item, and its waivers."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.acts import FIRST_OF_ACT
from officecli.rules.authority.entitlement.part import Part
from officecli.rules.reach import next_superior

ON_ITEMS = Part(
    joins=f"""JOIN item i ON i.id = t.item_id
JOIN person l ON l.id = i.lead_id
JOIN person o ON o.id = i.originator_id
LEFT JOIN person s ON s.id = {next_superior("l")}""",
    condition=FIRST_OF_ACT,
    which="WHEN t.role = 'lead-beside' THEN 'beside' WHEN t.verb IN ('waive', 'unwaive') AND s.id IS NULL THEN 'unwaivable'"
    " WHEN t.verb = 'waive' AND i.lead_id = t.actor_id THEN 'own-waiving'",
    # A waiver by someone who may not waive belongs to no item here, so that it cannot waive itself.
    item="CASE WHEN t.verb IN ('waive', 'unwaive') THEN NULL ELSE t.item_id END",
    columns={"number": "i.number", "lead": "l.name", "originator": "o.name", "superior": "s.name"},
    message={
        "giving": N_("{actor} is not above {lead} and may not give {lead} work ({number})."),
        "lead": N_("“{act}” on {number} is for its lead, {lead}, not for {actor}."),
        "part": N_("“{act}” on {number} is for the supporter concerned and the lead, {lead}, not for {actor}."),
        "step": N_("“{act}” on {number} is for whoever holds the step's post and the lead, {lead}, not for {actor}."),
        "handing": N_(
            "“{act}” on {number} is for {originator}, who gave it, the lead's superiors, and the lead towards people below; not for {actor}."
        ),
        "beside": N_("{actor} may not hand {number} to somebody who is not below {actor}."),
        "originator": N_("“{act}” on {number} is for {originator}, who gave it, and the superiors of {originator}; not for {actor}."),
        "granting": N_("“{act}” on {number} is for {originator}, who gave it, and the superiors of {lead}; not for {actor}."),
        "concerned": N_("“{act}” on {number} is for those concerned with it; {actor} is not."),
        "splitting": N_("“{act}” on {number} is for its lead, {lead}, for {originator}, who gave it, and for those above; not for {actor}."),
        "tagging": N_("“{act}” on {number} is for its lead, {lead}, and for {originator}, who gave it, and those above; not for {actor}."),
        "waiving": N_(
            "“{act}” on {number} is for the superiors of {lead}, first of all {superior}, or for a registrar who names one of them; not for {actor}."
        ),
        "own-waiving": N_(
            "“{act}” on {number} is for the superiors of {lead}, first of all {superior}, or for a registrar who does not lead it; {lead} does."
        ),
        "unwaivable": N_("“{act}” on {number} is for the superiors of {lead}, of whom there is none at hand; not for {actor}."),
    },
    fix={
        "giving": N_("Ask a superior of {lead} or a registrar to register it, or lead it yourself: --lead me"),
        "lead": N_("Ask {lead}, or a registrar, who records it on behalf of {lead}: officecli {typed}"),
        "part": N_("Ask the supporter or {lead}: officecli {typed}"),
        "step": N_("Ask whoever holds the step's post, or {lead}; see who with: officecli step {number}"),
        "handing": N_("Ask {originator}, or a superior of the lead: officecli {typed}"),
        "beside": N_("Ask a superior of both to assign it; whoever gave it and does not lead it may do so too: officecli {typed}"),
        "originator": N_("Ask {originator}, or a registrar, who records it on behalf of {originator}: officecli {typed}"),
        "granting": N_("Ask {originator}, or a superior of {lead}: officecli {typed}"),
        "concerned": N_("Tell {lead} or {originator} in person."),
        "splitting": N_("Ask {lead} or {originator}, or a registrar: officecli {typed}"),
        "tagging": N_("Ask {lead} or {originator}, or a registrar: officecli {typed}"),
        "waiving": N_(
            'Ask {superior}, who allows it alone, without --waived-by; or a registrar, who records that {superior} does: --waived-by "{superior}"'
        ),
        "own-waiving": N_(
            "Ask {superior}, who allows it alone, without --waived-by; or a registrar who does not lead it, who records that: "
            '--waived-by "{superior}"; or name another lead with --lead.'
        ),
        "unwaivable": N_("Keep to the rule."),
    },
)
