"""B805: own initiative, major, ahead-of-need or in-depth work under its floor."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import BALANCE_FLOOR, BALANCE_ITEMS
from officecli.store.items import beside
from officecli.store.tags import COUNTED, RATIOS, SUMS

KINDS = " UNION ALL ".join(f"SELECT '{ratio}' AS ratio" for ratio in RATIOS)
PART = " ".join(f"WHEN '{ratio}' THEN b.{ratio}" for ratio in RATIOS)
WHOLE = " ".join(f"WHEN '{ratio}' THEN b.{ratio}_of" for ratio in RATIOS)

THIS_YEAR = f"{COUNTED} AND i.registered BETWEEN SUBSTR(CAST(:as_of AS TEXT), 1, 4) || '-01-01' AND :as_of"
TOLD = ", ".join(f"SUM(d.{ratio}{of}) OVER (ORDER BY d.day) AS {ratio}{of}" for ratio in RATIOS for of in ("", "_of"))
SINCE = f"""(SELECT MIN(f.day) FROM (
  SELECT r.day, MAX(CASE WHEN r.whole < :balance_min_items
    OR 100 * r.part >= CAST(:balance_floor_percent AS INTEGER) * r.whole THEN r.day END) OVER () AS right_last
  FROM (
    SELECT b.day, CASE :key {PART} END AS part, CASE :key {WHOLE} END AS whole
    FROM (SELECT d.day, {TOLD} FROM (SELECT i.registered AS day, {SUMS} FROM v_item i WHERE {THIS_YEAR} AND i.unit_id = :subject GROUP BY i.registered) d) b
  ) r
) f WHERE f.day > COALESCE(f.right_last, ''))"""
"""The day of this year from which on there were always enough to judge by, and too few of the kind."""

RULE = Rule(
    code="B805",
    name=N_("four-few-below-floor"),
    severity="audit",
    waivable=False,
    subject="unit",
    # This year's items, as the report has them where no other time is asked for.
    sql=f"""
SELECT f.unit_id AS subject_id, CAST(NULL AS INTEGER) AS item_id, f.ratio AS key, f.ratio AS which, f.ratio, f.unit, f.part, f.whole, f.floor
FROM (
  SELECT b.unit_id, b.unit, k.ratio, CASE k.ratio {PART} END AS part, CASE k.ratio {WHOLE} END AS whole, CAST(:balance_floor_percent AS INTEGER) AS floor
  FROM (
    SELECT i.unit_id, i.unit, {SUMS} FROM v_item i
    WHERE {THIS_YEAR} AND {beside("i.unit_id")} BETWEEN :lo AND :hi
    GROUP BY i.unit_id, i.unit
  ) b CROSS JOIN ({KINDS}) k
) f
WHERE f.whole >= :balance_min_items AND 100 * f.part < f.floor * f.whole
ORDER BY f.unit_id, f.ratio""",
    words={"ratio": "ratio"},
    since=SINCE,
    message=N_("{unit}: {part} of {whole} items of this year that can be judged count as {ratio}; the floor is {floor}%."),
    fix={
        "own": N_(
            'See where: officecli balance --unit "{unit}" --by person; what is tagged wrongly is set right by its number: '
            "officecli edit NUMBER --origin own"
        ),
        "major": N_(
            'See where: officecli balance --unit "{unit}" --by person; what is tagged wrongly is set right by its number: '
            "officecli edit NUMBER --importance major"
        ),
        "ahead": N_(
            'See where: officecli balance --unit "{unit}" --by person; what is tagged wrongly is set right by its number: '
            "officecli edit NUMBER --lead-time ahead"
        ),
        "in_depth": N_(
            'See where: officecli balance --unit "{unit}" --by person; what is tagged wrongly is set right by its number: '
            "officecli edit NUMBER --depth in-depth"
        ),
    },
    thresholds={"floor_percent": BALANCE_FLOOR, "min_items": BALANCE_ITEMS},
    principle=N_("Four many, four few: more of what matters, of what comes in time, of one's own initiative, and in depth."),
    finds=N_(
        "A section of whose items registered this year less than a fifth (a setting) is own initiative, major, ahead of need, or in-depth. "
        "Untagged items are left out, and under 5 it is too few to say."
    ),
    why=N_("A section that only does small things as it is told, when they are due, serves, and does not advise."),
    instead=N_("Plan ahead what will be needed; propose it oneself; take hard points and hot issues, and go into them."),
    accepted=N_('officecli add "Workshop survey" --lead me --due "in 8 weeks" --importance major --depth in-depth'),
)
