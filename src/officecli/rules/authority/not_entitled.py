"""A401: an act by someone who may not do it."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts import ACTS, judged_by
from officecli.model.rule import Rule
from officecli.rules.acts import FIRST_OF_ACT, done_in, entries, turn_entries, turns
from officecli.rules.reach import next_superior

JUDGED = judged_by("A401")
ON_ITEMS = {act: roles for act, roles in JUDGED.items() if ACTS[act].to in ("item", "record") and act not in ("import", "generate")}
ON_REQUESTS = {act: roles for act, roles in JUDGED.items() if ACTS[act].to == "request" and not ACTS[act].makes}
ON_DECISIONS = {act: roles for act, roles in JUDGED.items() if ACTS[act].to == "decision"}
WHICH = " ".join(f"WHEN t.verb = '{act}' THEN '{ACTS[act].whose}'" for act in ON_ITEMS)
ON_DECISION = "SELECT seq AS id FROM trail WHERE seq BETWEEN :lo AND :hi AND subject = 'decision'"


RULE = Rule(
    code="A401",
    name=N_("not-entitled"),
    severity="refuse",
    subject="trail",
    # A waiver by someone who may not waive belongs to no item here, so that it cannot waive itself.
    sql=f"""
SELECT t.seq AS subject_id, CASE WHEN t.verb IN ('waive', 'unwaive') THEN NULL ELSE t.item_id END AS item_id, '' AS key,
       i.number, t.verb AS act, a.name AS actor, l.name AS lead, o.name AS originator,
       CASE WHEN t.role = 'lead-beside' THEN 'beside' WHEN t.verb IN ('waive', 'unwaive') AND s.id IS NULL THEN 'unwaivable' {WHICH} END AS which,
       s.name AS superior
FROM trail t
JOIN item i ON i.id = t.item_id
JOIN person a ON a.id = t.actor_id
JOIN person l ON l.id = i.lead_id
JOIN person o ON o.id = i.originator_id
LEFT JOIN person s ON s.id = {next_superior("l")}
WHERE t.seq BETWEEN :lo AND :hi
  AND {done_in(ON_ITEMS, outside=True)}
  AND {FIRST_OF_ACT}
UNION ALL
SELECT t.seq, q.item_id, '', q.number, t.verb, a.name, COALESCE(n.name, h.name), p.name, CASE WHEN t.verb = 'withdraw' THEN 'asking' ELSE 'holding' END, ''
FROM trail t
JOIN request_stage s ON s.id = t.subject_id
JOIN request q ON q.id = s.request_id
JOIN person a ON a.id = t.actor_id
JOIN person h ON h.id = s.holder_id
JOIN person p ON p.id = q.person_id
LEFT JOIN person n ON h.left_on IS NOT NULL AND n.id = {next_superior("p")}
WHERE t.seq BETWEEN :lo AND :hi AND {turns(ON_REQUESTS)}
  AND {done_in(ON_REQUESTS, outside=True)}
UNION ALL
SELECT t.seq, CAST(NULL AS INTEGER), '', d.number, t.verb, a.name, r.name, d.decided_by, t.verb, ''
FROM trail t
JOIN decision d ON d.id = t.subject_id
JOIN person a ON a.id = t.actor_id
JOIN person r ON r.id = d.person_id
WHERE t.seq BETWEEN :lo AND :hi AND t.subject = 'decision' AND {done_in(ON_DECISIONS, outside=True)}
ORDER BY subject_id""",
    watches={"trail": f"{entries(ON_ITEMS)} UNION ALL {turn_entries(ON_REQUESTS)} UNION ALL {ON_DECISION}"},
    words={"act": "act"},
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
        "tagging": N_("“{act}” on {number} is for its lead, {lead}, and for {originator}, who gave it, and those above; not for {actor}."),
        "waiving": N_(
            "“{act}” on {number} is for the superiors of {lead}, first of all {superior}, or for a registrar who names one of them; not for {actor}."
        ),
        "unwaivable": N_("“{act}” on {number} is for the superiors of {lead}, of whom there is none at hand; not for {actor}."),
        "holding": N_("“{act}” on {number} is for {lead}, who holds it, or who stands in for {lead}; not for {actor}."),
        "decide": N_("{actor} may not record {number}, a decision of {originator}: {originator}, those below, and a registrar may."),
        "decide-items": N_(
            "{actor} may not split {number} into items: {originator}, who decided it, those above and below, and {lead}, who recorded it, may."
        ),
        "decide-none": N_(
            "{actor} may not say that nothing follows from {number}: {originator}, who decided it, and the superiors of {originator} may."
        ),
        "report-back": N_("{actor} may not report {number} back: {lead}, who recorded it, and the leads of its items may."),
        "asking": N_("“{act}” on {number} is for {originator}, who asked it, not for {actor}."),
    },
    fix={
        "giving": N_("Ask a superior of {lead} or a registrar to register it, or lead it yourself: --lead me"),
        "lead": N_("Ask {lead}, or a registrar, who records it on behalf of {lead}."),
        "part": N_("Ask the supporter or {lead}."),
        "step": N_("Ask whoever holds the step's post, or {lead}; see who with: officecli step {number}"),
        "handing": N_("Ask {originator}, or a superior of the lead."),
        "beside": N_("Ask a superior of both to assign it; whoever gave it and does not lead it may do so too."),
        "originator": N_("Ask {originator}, or a registrar, who records it on behalf of {originator}."),
        "granting": N_("Ask {originator}, or a superior of {lead}."),
        "concerned": N_("Tell {lead} or {originator} in person."),
        "tagging": N_("Ask {lead} or {originator}, or a registrar."),
        "waiving": N_(
            'Ask {superior}, who allows it alone, without --waived-by; or a registrar, who records that {superior} does: --waived-by "{superior}"'
        ),
        "unwaivable": N_("Keep to the rule."),
        "holding": N_("Ask {lead}; whoever holds it may hand it one step up: officecli request escalate {number}"),
        "decide": N_("Ask a registrar to record it."),
        "decide-items": N_("Ask {lead}, or a registrar."),
        "decide-none": N_("Ask {originator}, or a registrar, who records it on behalf of {originator}."),
        "report-back": N_("Ask {lead}, or a registrar."),
        "asking": N_("Ask {originator}, or answer it."),
    },
    principle=N_("Each acts within their own authority: step by step, and in their own name."),
    finds=N_("An act on an item, a request or a decision in a role that is not entitled to it, judged by the role recorded with the act."),
    why=N_("Where anybody may do anything, nobody answers for what was done."),
    instead=N_("Ask the person entitled; a registrar may record it on that person's behalf, and both names are kept."),
    refused=N_("officecli ack 31 --as Ben   # Ana leads it"),
    accepted=N_("officecli ack 31 --as Ana"),
)
