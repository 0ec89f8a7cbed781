"""T204: a target whose class does not fit the nature of the work."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import came, changed, latest, made, since
from officecli.rules.targets.target_terms import FAMILY, HOLDER, NOT_OVER, POST

OF_THE_UNIT = f"CASE f.which WHEN 'unit' THEN {latest(changed('unit', 'f.unit_id', 'nature'), changed('post', 'f.post_id', 'unit_id'))} END"
"""The day since which the unit of a post has the nature it has, where that is what counts."""

OF_THE_PERSON = f"CASE WHEN f.person_id IS NOT NULL THEN {came('f.person_id')} END"
"""The day its person came to the post."""

RULE = Rule(
    code="T204",
    name=N_("target-class-mismatch"),
    severity="warn",
    waivable=False,
    subject="target",
    sql=f"""
SELECT f.subject_id, CAST(NULL AS INTEGER) AS item_id, f.nature AS key, f.number, f.metric, f.target_class, f.nature, f.fitting, f.which, f.owner,
       f.unit, f.person, {since(made("f.family_id"), changed("duty", "f.duty_id", "nature"), OF_THE_UNIT, OF_THE_PERSON)}
FROM (
  SELECT t.id AS subject_id, COALESCE(t.continues_id, t.id) AS family_id, d.id AS duty_id, po.id AS post_id, u.id AS unit_id,
         t.person_id, {FAMILY} AS number, u.name AS unit, {HOLDER} AS person, t.metric, t.target_class, COALESCE(d.nature, u.nature) AS nature,
         CASE COALESCE(d.nature, u.nature) WHEN 'service' THEN 'norm' WHEN 'writing' THEN 'output' ELSE 'efficiency-quality' END AS fitting,
         CASE WHEN d.nature IS NULL THEN 'unit' ELSE 'duty' END AS which, COALESCE(CASE WHEN d.nature IS NULL THEN u.name END, d.title) AS owner
  FROM target t
  LEFT JOIN duty d ON d.id = t.duty_id
  JOIN post po ON po.id = {POST}
  JOIN unit u ON u.id = po.unit_id
  WHERE t.id BETWEEN :lo AND :hi AND {NOT_OVER}
) f
WHERE f.target_class <> f.fitting
ORDER BY f.subject_id""",
    watches={
        "target": "SELECT id FROM target WHERE id BETWEEN :lo AND :hi",
        "duty": "SELECT id FROM target WHERE duty_id BETWEEN :lo AND :hi",
        "unit": f"""SELECT t.id FROM target t LEFT JOIN duty d ON d.id = t.duty_id JOIN post po ON po.id = {POST}
                    WHERE po.unit_id BETWEEN :lo AND :hi""",
    },
    words={"target_class": "target_class", "nature": "nature", "fitting": "target_class"},
    numbers={"number": "target"},
    message={
        "unit": N_(
            "{number} “{metric}” is of the class {target_class}, but the work of {owner} is of the nature {nature}, which asks for {fitting}."
        ),
        "duty": N_("{number} “{metric}” is of the class {target_class}, but the duty “{owner}” is of the nature {nature}, which asks for {fitting}."),
    },
    fix={
        "unit": N_("Set a target of that class instead, or give the duty it measures a nature of its own: officecli duty set DUTY --nature NATURE"),
        "duty": N_("Set a target of that class instead, or put the nature of the duty right: officecli duty set DUTY --nature NATURE"),
    },
    principle=N_(
        "The class of a target follows the nature of the work: service by checklist, writing by pieces and their grade, efficiency by share and time."
    ),
    finds=N_("A target of a post, duty or person whose class is not the one that goes with the nature of the duty, or else of the section."),
    why=N_("Counting pieces makes receptions many and bad; a checklist makes every report alike."),
    instead=N_("Service: norm. Writing: output. Efficiency: efficiency-quality."),
    refused=N_('officecli target add "Receptions" --post Protocol/Head --class output --goal "12 receptions"'),
    accepted=N_('officecli target add "Receptions" --post Protocol/Head --class norm --point "Plan sent 3 days before"'),
)
