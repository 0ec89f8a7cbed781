"""What an item counts as where its tags are empty: the one place that derives them.

The fragments read columns of `v_item`, or of a like source, as `i`.
"""

from __future__ import annotations

TAGS = ("origin", "lead_time", "depth", "focus")

ORIGIN = "COALESCE(i.origin, CASE WHEN i.kind = 'own' OR i.originator_id = i.lead_id THEN 'own' ELSE 'assigned' END)"
"""One's own: what is so called, or what its lead has given to themselves."""

LEAD_TIME = """COALESCE(i.lead_time, CASE
    WHEN i.original_due_no - (SELECT c.working_no FROM calendar_day c WHERE c.date = i.issued) >= :balance_ahead_days THEN 'ahead'
    WHEN i.original_due_no IS NOT NULL THEN 'current' END)"""
"""Ahead of need: so many working days from issue to the original deadline; nothing where there is none. Takes :balance_ahead_days."""

RATIOS = {
    "own": (f"{ORIGIN} = 'own'", ORIGIN),
    "major": ("i.importance = 'major'", "i.importance"),
    "ahead": (f"{LEAD_TIME} = 'ahead'", LEAD_TIME),
    "in_depth": ("i.depth = 'in-depth'", "i.depth"),
}
"""The four there should be more of 四多: whether an item is one, and what it is judged by, empty where it is not tagged."""

COUNTED = "i.status <> 'cancelled'"
"""Which items are counted."""

SUMS = ", ".join(
    f"CAST(SUM(CASE WHEN {so} THEN 1 ELSE 0 END) AS INTEGER) AS {ratio}, CAST(COUNT({tag}) AS INTEGER) AS {ratio}_of"
    for ratio, (so, tag) in RATIOS.items()
)
"""For each ratio the items that are so (`own`), and those it is judged by (`own_of`)."""
