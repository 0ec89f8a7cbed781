"""C501: a request not addressed to the direct superior."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import REQUEST, WAITING
from officecli.settings import UNANSWERED

RULE = Rule(
    code="C501",
    name=N_("skip-level"),
    severity="refuse",
    subject="request",
    # Only the first turn is the asker's choice. Who was right then is kept with it, so that a new superior does not make it wrong.
    sql=f"""
SELECT q.id AS subject_id, q.item_id, '' AS key, q.day AS since, q.number, a.name AS asker, h.name AS holder, p.name AS superior
FROM request q
JOIN request_stage s ON s.id = (SELECT MIN(f.id) FROM request_stage f WHERE f.request_id = q.id)
JOIN person a ON a.id = q.person_id
JOIN person h ON h.id = s.holder_id
JOIN person p ON p.id = s.proper_id
WHERE q.id BETWEEN :lo AND :hi AND q.status IN {WAITING} AND q.exception IS NULL AND s.holder_id <> s.proper_id
ORDER BY q.id""",
    watches={"request": REQUEST},
    message=N_("{number} goes to {holder}; {asker}'s direct superior is {superior}."),
    fix=N_(
        "Address it to {superior} (leave out --to), or record why not, with --reason TEXT and --exception: emergency, unreachable (an attempt is noted), "
        "named (a higher leader asked for it: --from ORDER), unanswered (for some days), complaint (about the superior)."
    ),
    thresholds={"unanswered_days": UNANSWERED},
    principle=N_("Requests climb step by step: to the direct superior, or to whoever stands in."),
    finds=N_(
        "A waiting request that was not put before the direct superior first. Recorded exceptions pass: an emergency, a superior who cannot be "
        "reached, a higher leader who asked for it, one long unanswered, a complaint about the superior; whoever is passed over is told, except of "
        "a complaint. The record bears them out: unanswered is a request "
        "that has waited for 3 working days (a setting), unreachable one with an attempt noted, and each moves that very request up; named cites the order."
    ),
    why=N_("Whoever is passed over answers for what they do not know, and the leader above decides what is not theirs to decide."),
    instead=N_("Ask the direct superior, who answers or hands it one step up with request escalate."),
    refused=N_('officecli request raise 31 "asked for three offers; recommend the second" --to Director'),
    accepted=N_('officecli request raise 31 "asked for three offers; recommend the second"'),
)
