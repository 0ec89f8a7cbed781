"""R102: an ad hoc item given to two people of the same rank."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import SUPPORT, SUPPORT_ON_ITEM, support_beside
from officecli.store.items import OPEN_STATUSES

EARLIER_SUPPORTER = """
    SELECT e.person_id FROM support e
    JOIN person ep ON ep.id = e.person_id JOIN post eo ON eo.id = ep.post_id JOIN rank er ON er.id = eo.rank_id
    WHERE e.item_id = s.item_id AND e.id < s.id AND e.until IS NULL AND er.level = p.level
    ORDER BY e.id LIMIT 1"""

POSTS_OF_RANK = "SELECT o.id FROM post o WHERE o.rank_id BETWEEN :lo AND :hi"

RULE = Rule(
    code="R102",
    name=N_("same-rank-ad-hoc"),
    severity="refuse",
    subject="support",
    sql=f"""
SELECT x.id AS subject_id, x.item_id, x.which AS key, x.which, x.number, x.name AS supporter, x.rank_name AS rank, x.part,
       CASE WHEN x.which = 'unstated' THEN 'refuse' ELSE 'warn' END AS severity, peer.name AS other, peer.rank_name AS other_rank
FROM (
  SELECT s.id, s.item_id, s.part, CASE WHEN s.part = '' THEN 'unstated' ELSE 'stated' END AS which, i.number, p.name, p.rank_name,
         CASE WHEN l.level = p.level THEN l.id ELSE ({EARLIER_SUPPORTER}) END AS peer_id
  FROM support s
  JOIN item i ON i.id = s.item_id
  JOIN v_person p ON p.id = s.person_id
  JOIN v_person l ON l.id = i.lead_id
  WHERE s.id BETWEEN :lo AND :hi AND s.until IS NULL AND i.kind = 'adhoc' AND i.status IN {OPEN_STATUSES}
) x
JOIN v_person peer ON peer.id = x.peer_id
ORDER BY x.id""",
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
    refused=N_('officecli add "Tidy the archive" --lead Ana --support Ben --due fri'),
    accepted=N_('officecli add "Tidy the archive" --lead Ana --support "Ben:boxes 40 to 80" --due fri'),
)
