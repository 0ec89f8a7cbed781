"""R103: the same matter given to two people of the same rank, as two items."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, ITEM
from officecli.rules.since import altered, latest, led, opened, ranked, since
from officecli.store.items import OPEN_STATUSES

SAME_TITLE = "o.title_key = i.title_key AND i.title_key <> ''"
SAME_MATTER = f"{SAME_TITLE} AND o.source_key = i.source_key AND i.source_key <> ''"
NO_SOURCE = f"{SAME_TITLE} AND (i.source_key = '' OR o.source_key = '') AND i.kind <> 'routine' AND o.kind <> 'routine'"
SAME_POINT = "o.decision_id = i.decision_id AND o.point = i.point AND i.point <> ''"
NOT_TWO_POINTS = "(i.decision_id IS NULL OR o.decision_id IS NULL OR i.decision_id <> o.decision_id OR i.point = '' OR o.point = '')"


def _pairs(which: str, same: str) -> str:
    return f"""
  SELECT i.id, o.id AS other_id, '{which}' AS which, i.number, o.number AS other, i.lead_id, o.lead_id AS other_lead_id, i.source, i.point
  FROM item i JOIN item o ON {same} AND o.id <> i.id
  WHERE i.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES} AND o.status IN {OPEN_STATUSES}
    AND i.lead_id <> o.lead_id AND COALESCE(i.parent_id, -1) NOT IN (o.id, COALESCE(o.parent_id, 0)) AND COALESCE(o.parent_id, -1) <> i.id"""


def _open_with(item: str, lead: str) -> tuple[str, ...]:
    """The days, the last of which is that since which the item is open as what it is, with this lead of that rank."""
    matter = altered(f"{item}.id", "item", f"{item}.id", "title_key", "source_key", "decision_id", "point", "kind", "parent_id")
    return opened(item), led(item), *ranked(lead), matter


PAIRS = "\n  UNION ALL".join(
    (
        _pairs("matter", f"{SAME_MATTER} AND {NOT_TWO_POINTS}"),
        _pairs("point", SAME_POINT),
        _pairs("title", f"{NO_SOURCE} AND {NOT_TWO_POINTS}"),
    )
)
SINCE = since(f"{latest(*_open_with('i', 'l'), *_open_with('o', 'm'))} FROM item i JOIN item o ON o.id = k.other_id WHERE i.id = k.id")


def _and_twins(items: str) -> str:
    """Those items, and every open item of the same matter or point."""
    return f"""
SELECT i.id FROM item i WHERE i.id IN ({items})
UNION SELECT o.id FROM item i JOIN item o ON {SAME_TITLE} AND o.status IN {OPEN_STATUSES} WHERE i.id IN ({items})
UNION SELECT o.id FROM item i JOIN item o ON {SAME_POINT} AND o.status IN {OPEN_STATUSES} WHERE i.id IN ({items})"""


def _led_by(people: str) -> str:
    return _and_twins(f"SELECT k.id FROM item k WHERE k.lead_id IN ({people}) AND k.status IN {OPEN_STATUSES}")


RULE = Rule(
    code="R103",
    name=N_("given-out-twice"),
    severity="refuse",
    subject="item",
    mutual=True,
    # Both items of each pair are found. A waiver names one of them and was given when both were there: it covers the pair.
    sql=f"""
SELECT k.id AS subject_id, k.id AS item_id, k.other_id AS key, k.which, k.number, k.other, l.name AS lead, m.name AS other_lead,
       l.rank_name AS rank, k.source, k.point, CASE WHEN k.which = 'title' THEN 'warn' ELSE 'refuse' END AS severity,
       CASE WHEN k.id < k.other_id THEN k.number ELSE k.other END AS first, CASE WHEN k.id < k.other_id THEN m.name ELSE l.name END AS second, {SINCE}
FROM ({PAIRS}) k
JOIN v_person l ON l.id = k.lead_id
JOIN v_person m ON m.id = k.other_lead_id
WHERE l.level = m.level
  AND NOT EXISTS (
    SELECT 1 FROM waiver w
    WHERE w.item_id = k.other_id AND w.rule = 'R103' AND w.id > k.id AND w.id > k.other_id AND (w.expires IS NULL OR w.expires >= :as_of)
  )""",
    among=EVERY_OPEN_ITEM,
    watches={
        "item": _and_twins(ITEM),
        "person": _led_by("SELECT w.id FROM person w WHERE w.id BETWEEN :lo AND :hi"),
        "post": _led_by("SELECT w.id FROM person w WHERE w.post_id BETWEEN :lo AND :hi"),
        "rank": _led_by("SELECT w.id FROM person w JOIN post o ON o.id = w.post_id WHERE o.rank_id BETWEEN :lo AND :hi"),
    },
    message={
        "matter": N_(
            "{number} ({lead}) and {other} ({other_lead}) are the same matter from {source}, given to two people of the same rank ({rank})."
        ),
        "title": N_(
            "{number} ({lead}) and {other} ({other_lead}) have one title, are open under two people of the same rank ({rank}), and no source tells them apart."
        ),
        "point": N_(
            "{number} ({lead}) and {other} ({other_lead}) are the same point of one decision ({point}), given to two people of the same rank ({rank})."
        ),
    },
    fix={
        "matter": N_(
            'Keep one item with one lead; whoever else is needed supports it with a part: officecli support {first} "{second}:the second half"'
        ),
        "title": N_(
            'If it is one matter, keep one item with one lead; if it is two, say what each comes from: officecli edit {number} --from "minutes 12"'
        ),
        "point": N_("Keep one item for the point, or say which part of it each item is: --point TEXT"),
    },
    principle=N_("One matter, one item, one lead; the same work is not handed to two people of the same rank."),
    finds=N_(
        "Two open items of the same matter and source, or of the same point of a decision, led by two people of the same rank level; a warning where "
        "they have only the title in common, one has no source, and neither is routine. Sub-items of one matter are told apart by R102."
    ),
    why=N_("Both do it, or neither does; and two answers to one question make the office a laughing-stock."),
    instead=N_(
        "Register it once; name one lead, and let the other support with a stated part. What each unit owes separately is given with --each-unit."
    ),
    refused=N_('officecli add "Tidy the archive" --lead Ben --due fri --from "minutes 12"   # Ana leads the same'),
    accepted=N_('officecli support 31 ben "boxes 40 to 80"'),
)
