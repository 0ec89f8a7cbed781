"""R102: work handed out ad hoc to two people of the same rank: on one item, or as parts of one matter in one unit."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, HANDED_OUT, SUPPORT, SUPPORT_ON_ITEM, support_beside
from officecli.rules.since import altered, led, opened, ranked, since
from officecli.store.items import OPEN_STATUSES

EARLIER_SUPPORTER = """
    SELECT e.person_id FROM support e
    JOIN person ep ON ep.id = e.person_id JOIN post eo ON eo.id = ep.post_id JOIN rank er ON er.id = eo.rank_id
    WHERE e.item_id = s.item_id AND e.id < s.id AND e.until IS NULL AND er.level = p.level
    ORDER BY e.id LIMIT 1"""

POSTS_OF_RANK = "SELECT o.id FROM post o WHERE o.rank_id BETWEEN :lo AND :hi"

CONCERNED = {
    "person": "SELECT w.id FROM person w WHERE w.id BETWEEN :lo AND :hi",
    "post": "SELECT w.id FROM person w WHERE w.post_id BETWEEN :lo AND :hi",
    "rank": f"SELECT w.id FROM person w WHERE w.post_id IN ({POSTS_OF_RANK})",
}
"""By table, the people whose rank a touched row may change."""

SAME_PART = f"""
    SELECT o.lead_id FROM item o JOIN v_person b ON b.id = o.lead_id
    WHERE o.parent_id = i.parent_id AND o.id <> i.id AND o.title_key = i.title_key AND o.status IN {OPEN_STATUSES}
      AND o.lead_id <> i.lead_id AND b.level = p.level AND b.unit_id = p.unit_id
      AND CASE WHEN o.id < i.id THEN i.point = '' OR o.point <> '' ELSE i.point = '' AND o.point <> '' END
    ORDER BY o.id LIMIT 1"""
"""The lead of another sub-item that is not told apart from `i` by its title: somebody of the same rank in the unit of its lead `p`.

Of two it is found on the later one; on the earlier only where it alone lacks its part. So a pair is told once."""

PARTS = "SELECT o.id FROM item i JOIN item o ON o.id = i.id OR o.parent_id = i.parent_id"


def _parts_of(people: str) -> str:
    """The sub-items that somebody among these people leads, and those beside them."""
    return f"{PARTS} WHERE i.parent_id IS NOT NULL AND i.lead_id IN ({people})"


SINCE = since(
    "MAX(s.since) FROM support s WHERE s.item_id = i.id AND s.until IS NULL AND (s.id = x.id OR s.person_id = peer.id)",
    "MIN(o.registered) FROM item o WHERE x.id = i.id AND o.parent_id = i.parent_id AND o.lead_id = peer.id",
    altered("i.id", "support", "x.id", "part"),
    altered("i.id", "item", "i.id", "kind", "originator_id", "point", "title_key", "parent_id"),
    opened("i"),
    led("i"),
    *ranked("own"),
    *ranked("peer"),
)
"""The day since which the supporter and the other, or the leads of two parts, share the work at one rank."""

RULE = Rule(
    code="R102",
    name=N_("same-rank-ad-hoc"),
    severity="refuse",
    core=True,
    subject="support",
    sql=f"""
SELECT x.id AS subject_id, x.item_id, x.which AS key, x.which, x.number, x.name AS supporter, x.rank_name AS rank, x.part,
       CASE WHEN x.which IN ('unstated', 'same-part') THEN 'refuse' ELSE 'warn' END AS severity, peer.name AS other, peer.rank_name AS other_rank,
       {SINCE}
FROM (
  SELECT s.id, s.item_id, s.part, i.number, p.id AS person_id, p.name, p.rank_name,
         CASE WHEN s.part <> '' THEN 'stated' WHEN i.kind = 'emergency' AND t.at > :an_hour_ago THEN 'hour' ELSE 'unstated' END AS which,
         CASE WHEN l.level = p.level THEN l.id ELSE ({EARLIER_SUPPORTER}) END AS peer_id
  FROM support s
  JOIN trail t ON t.seq = s.id
  JOIN item i ON i.id = s.item_id
  JOIN v_person p ON p.id = s.person_id
  JOIN v_person l ON l.id = i.lead_id
  WHERE s.id BETWEEN :lo AND :hi AND s.until IS NULL AND {HANDED_OUT} AND i.status IN {OPEN_STATUSES}
  UNION ALL
  SELECT i.id, i.id, i.point, i.number, p.id, p.name, p.rank_name, CASE WHEN i.point = '' THEN 'same-part' ELSE 'part' END, ({SAME_PART})
  FROM item i
  JOIN v_person p ON p.id = i.lead_id
  WHERE i.id BETWEEN :lo AND :hi AND i.parent_id IS NOT NULL AND {HANDED_OUT} AND i.status IN {OPEN_STATUSES}
) x
JOIN v_person peer ON peer.id = x.peer_id
JOIN v_person own ON own.id = x.person_id
JOIN item i ON i.id = x.item_id
ORDER BY x.id""",
    among=f"""{EVERY_OPEN_ITEM} AND n.parent_id IS NOT NULL
UNION ALL SELECT b.id FROM item n CROSS JOIN support b WHERE b.item_id = n.id AND n.status IN {OPEN_STATUSES} AND b.until IS NULL""",
    watches={
        "item": f"{SUPPORT_ON_ITEM} UNION ALL {PARTS} WHERE i.id BETWEEN :lo AND :hi AND i.parent_id IS NOT NULL",
        "support": SUPPORT,
        **{table: f"{support_beside(people)} UNION ALL {_parts_of(people)}" for table, people in CONCERNED.items()},
    },
    message={
        "unstated": N_("{other} ({other_rank}) and {supporter} ({rank}) are of the same rank on {number}, and {supporter}'s part is not stated."),
        "hour": N_(
            "{other} ({other_rank}) and {supporter} ({rank}) are of the same rank on {number}; on an emergency the part of {supporter} is to be "
            "stated within the hour."
        ),
        "same-part": N_("{other} ({other_rank}) and {supporter} ({rank}) of one unit both have {number}, and it is not stated which part is whose."),
        "part": N_(
            "{other} ({other_rank}) and {supporter} ({rank}) of one unit share one matter; {number} is the part: {part}. Only where unavoidable."
        ),
        "stated": N_(
            "{other} ({other_rank}) and {supporter} ({rank}) are of the same rank on {number}. {supporter}'s part: {part}. Only where unavoidable."
        ),
    },
    fix={
        "unstated": N_('Give it to one of them, or say what {supporter} does: --support "{supporter}:part"'),
        "hour": N_('Get on with it, and say within the hour what {supporter} does: officecli support {number} "{supporter}:part"'),
        "same-part": N_('Give it to one of them, or say which part is whose: --each "{other}:part" --each "{supporter}:part"'),
        "part": N_("Next time give it to one of them, or to the head of the unit."),
        "stated": N_("Next time give it to one of them, or to somebody of another rank."),
    },
    principle=N_("Ad hoc work is never handed to two people of the same rank at once; if several must share it, say who leads and who supports."),
    finds=N_(
        "A supporter of an item handed out ad hoc (ad hoc, an emergency, one's initiative given to others) of the same rank level as its lead or an "
        "earlier supporter, or two such people of one unit with the same part of a matter: refused without a stated part, else a warning."
    ),
    why=N_("Each waits for the other, neither can direct the other, and afterwards nobody answers for what was left undone."),
    instead=N_("Name one lead; if a second person of that rank is unavoidable, state that person's part."),
    refused=N_('officecli add "Tidy the archive" --lead Ana --support Ben --due fri'),
    accepted=N_('officecli add "Tidy the archive" --lead Ana --support "Ben:boxes 40 to 80" --due fri'),
)
