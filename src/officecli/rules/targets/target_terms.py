"""What the rules about targets share."""

from __future__ import annotations

IN_FORCE = "t.target_class IS NOT NULL AND t.since <= :as_of AND (t.until IS NULL OR t.until > :as_of)"
"""A target `t` that holds today; its first day is that of a period, so it holds in the whole of the period that runs."""

NOT_OVER = "t.target_class IS NOT NULL AND (t.until IS NULL OR t.until > :as_of)"
"""A target `t` that holds, or will."""

OF_POST = "(t.post_id = po.id OR t.duty_id IN (SELECT w.id FROM duty w WHERE w.post_id = po.id))"
"""A target `t` that the post `po` answers for: its own, or one of its duties. That of a retired duty scores until it is ended itself."""

FAMILY = "COALESCE(t.continues_id, t.id)"
"""By which people know a target `t`: its first terms."""

HOLDER = """COALESCE((SELECT w.name FROM person w WHERE w.id = t.person_id),
  (SELECT MIN(h.name) FROM person h WHERE h.post_id = po.id AND h.left_on IS NULL HAVING COUNT(*) = 1))"""
"""Whose a target `t` is, or who holds its post `po`, where it is one person."""

POST = "COALESCE(t.post_id, d.post_id, (SELECT w.post_id FROM person w WHERE w.id = t.person_id))"
"""The post of a target `t`, or of its duty `d`; of a person's the one they hold."""

_SINCE_TARGETS = "c.date >= (SELECT MIN(x.since) FROM target x) AND c.date <= :as_of"

BEGINS = f"""
  SELECT 'month' AS kind, c.date, c.working_no - c.is_working AS worked FROM calendar_day c WHERE {_SINCE_TARGETS} AND SUBSTR(c.date, 9, 2) = '01'
  UNION ALL
  SELECT 'quarter', c.date, c.working_no - c.is_working FROM calendar_day c
  WHERE {_SINCE_TARGETS} AND SUBSTR(c.date, 6, 5) IN ('01-01', '04-01', '07-01', '10-01')
  UNION ALL
  SELECT 'year', c.date, c.working_no - c.is_working FROM calendar_day c WHERE {_SINCE_TARGETS} AND SUBSTR(c.date, 6, 5) = '01-01'"""
"""The first day of every period from the first target on up to :as_of, with the working days there were before it."""
