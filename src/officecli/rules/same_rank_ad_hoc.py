"""R102: an ad hoc item given to two people of the same rank."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import OPEN_STATUSES, SUPPORT, SUPPORT_ON_ITEM, support_beside

POSTS_OF_RANK = "SELECT o.id FROM post o WHERE o.rank_id BETWEEN :lo AND :hi"

RULE = Rule(
    code="R102",
    name="same-rank-ad-hoc",
    severity="refuse",
    subject="support",
    sql=f"""
SELECT s.id AS subject_id, s.item_id, CASE WHEN s.part = '' THEN 'unstated' ELSE 'stated' END AS key, i.number, p.name AS supporter, p.rank_name AS rank, s.part,
       CASE WHEN s.part = '' THEN 'refuse' ELSE 'warn' END AS severity,
       CASE WHEN s.part = '' THEN 'unstated' ELSE 'stated' END AS which,
       COALESCE(CASE WHEN l.level = p.level THEN l.name END, e.name) AS other,
       COALESCE(CASE WHEN l.level = p.level THEN l.rank_name END, e.rank_name) AS other_rank
FROM support s
JOIN item i ON i.id = s.item_id
JOIN v_person p ON p.id = s.person_id
JOIN v_person l ON l.id = i.lead_id
LEFT JOIN support earlier ON earlier.id = (
  SELECT MIN(b.id) FROM support b JOIN v_person bp ON bp.id = b.person_id
  WHERE b.item_id = s.item_id AND b.id < s.id AND b.until IS NULL AND bp.level = p.level
)
LEFT JOIN v_person e ON e.id = earlier.person_id
WHERE s.id BETWEEN :lo AND :hi AND s.until IS NULL AND i.kind = 'adhoc' AND i.status IN {OPEN_STATUSES}
  AND (l.level = p.level OR e.id IS NOT NULL)
ORDER BY s.id""",
    watches={
        "item": SUPPORT_ON_ITEM,
        "support": SUPPORT,
        "person": support_beside("SELECT w.id FROM person w WHERE w.id BETWEEN :lo AND :hi"),
        "post": support_beside("SELECT w.id FROM person w WHERE w.post_id BETWEEN :lo AND :hi"),
        "rank": support_beside(f"SELECT w.id FROM person w WHERE w.post_id IN ({POSTS_OF_RANK})"),
    },
    message={
        "unstated": N_("{other} ({other_rank}) and {supporter} ({rank}) are of the same rank on {number}, and {supporter}'s part is not stated."),
        "stated": N_(
            "{other} ({other_rank}) and {supporter} ({rank}) are of the same rank on {number}. {supporter}'s part: {part}. Only where unavoidable."
        ),
    },
    fix={
        "unstated": N_('Give it to one of them, or say what {supporter} does: --support "{supporter}:part"'),
        "stated": N_("Next time give it to one of them, or to somebody of another rank."),
    },
    principle=N_("Ad hoc work is never handed to two people of the same rank at once; if several must share it, say who leads and who supports."),
    finds=N_(
        "A supporter of an ad hoc item of the same rank level as its lead or an earlier supporter: refused without a stated part, else a warning."
    ),
    why=N_("Each waits for the other, neither can direct the other, and afterwards nobody answers for what was left undone."),
    instead=N_("Name one lead; if a second person of that rank is unavoidable, state that person's part."),
    refused='officecli add "Tidy the archive" --lead Ana --support Ben --due fri',
    accepted='officecli add "Tidy the archive" --lead Ana --support "Ben:boxes 40 to 80" --due fri',
)
