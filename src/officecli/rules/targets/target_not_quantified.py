"""T202: an output or efficiency target without number and unit, or a norm target without checklist."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import changed, made, since

RULE = Rule(
    code="T202",
    name=N_("target-not-quantified"),
    severity="refuse",
    waivable=False,
    subject="target",
    sql=f"""
SELECT t.id AS subject_id, t.item_id AS item_id, '' AS key, COALESCE(t.metric, i.number) AS target,
       {since(made("t.id"), changed("target", "t.id", "amount", "unit"))},
       CASE WHEN t.target_class = 'norm' AND t.amount IS NOT NULL AND t.unit <> '' THEN 'checklist' ELSE 'number' END AS which
FROM target t
LEFT JOIN item i ON i.id = t.item_id
WHERE t.id BETWEEN :lo AND :hi
  AND (t.amount IS NULL OR t.unit IS NULL OR t.amount = '' OR t.unit = ''
       OR (t.target_class = 'norm' AND NOT EXISTS (SELECT 1 FROM checklist_point p WHERE p.target_id = t.id)))
ORDER BY t.id""",
    watches={
        "target": "SELECT id FROM target WHERE id BETWEEN :lo AND :hi",
        "checklist_point": "SELECT target_id AS id FROM checklist_point WHERE id BETWEEN :lo AND :hi",
    },
    message={
        "number": N_("The target “{target}” has no number with its unit."),
        "checklist": N_("The norm target “{target}” has no checklist."),
    },
    fix={
        "number": N_("Say how much of what: --goal “12 articles”, --goal 98%"),
        "checklist": N_("Say what the standard is, point by point: --point TEXT --point TEXT …"),
    },
    principle=N_("Targets are quantified: whoever reads one can tell whether it was met."),
    finds=N_("An output or efficiency-quality target without number and unit, a norm target without checklist, an amount of an item without unit."),
    why=N_("“Do it better” cannot be met, missed or counted; a quarrel at the end of the year is all that comes of it."),
    instead=N_("Give a number and its unit, or a checklist anyone can tick off."),
    refused=N_('officecli target add "Reception" --post Protocol/Head --class norm'),
    accepted=N_('officecli target add "Reception" --post Protocol/Head --class norm --point "Plan sent 3 days before" --point "No guest waits"'),
)
