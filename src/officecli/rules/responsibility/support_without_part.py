"""R104: a supporter with no stated part."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, HANDED_OUT, SUPPORT, SUPPORT_ON_ITEM
from officecli.rules.since import altered, opened, since
from officecli.store.items import OPEN_STATUSES

RULE = Rule(
    code="R104",
    name=N_("support-without-part"),
    severity="refuse",
    subject="support",
    sql=f"""
SELECT s.id AS subject_id, s.item_id, i.kind AS key, i.number, p.name AS supporter, i.kind,
       {since("s.since", altered("i.id", "support", "s.id", "part"), altered("i.id", "item", "i.id", "kind", "originator_id"), opened("i"))},
       CASE WHEN i.kind = 'emergency' AND t.at > :an_hour_ago THEN 'hour' ELSE 'part' END AS which,
       CASE WHEN i.kind = 'emergency' AND t.at > :an_hour_ago THEN 'warn' WHEN {HANDED_OUT} THEN 'refuse' ELSE 'warn' END AS severity
FROM support s
JOIN trail t ON t.seq = s.id
JOIN item i ON i.id = s.item_id
JOIN person p ON p.id = s.person_id
WHERE s.id BETWEEN :lo AND :hi AND s.until IS NULL AND s.part = '' AND i.status IN {OPEN_STATUSES}
ORDER BY s.id""",
    among=f"SELECT b.id FROM support b WHERE b.item_id IN ({EVERY_OPEN_ITEM}) AND b.until IS NULL AND b.part = ''",
    watches={"item": SUPPORT_ON_ITEM, "support": SUPPORT},
    words={"kind": "kind"},
    message={
        "part": N_("{supporter} supports {number} ({kind}) without a stated part."),
        "hour": N_("{supporter} supports {number} ({kind}) without a stated part; on an emergency it is to be stated within the hour."),
    },
    fix={
        "part": N_('Say what {supporter} does: --support "{supporter}:part", or officecli support {number} "{supporter}:part"'),
        "hour": N_('Get on with it, and say within the hour what {supporter} does: officecli support {number} "{supporter}:part"'),
    },
    unmade=N_('Say what {supporter} does: --support "{supporter}:part"'),
    principle=N_("Whoever supports knows with what: who leads, who supports, and which part is whose."),
    finds=N_(
        "A supporter with no stated part: refused on what is handed out ad hoc, a warning on other items. On an emergency the part may be stated "
        "within one hour."
    ),
    why=N_("A supporter without a part is a name on a list; the lead ends up doing it alone, or nobody does."),
    instead=N_("State the part in a few words, or leave the supporter out."),
    refused=N_('officecli add "Reception plan" --lead Ana --support Cai --due fri'),
    accepted=N_('officecli add "Reception plan" --lead Ana --support "Cai:rooms and cars" --due fri'),
)
