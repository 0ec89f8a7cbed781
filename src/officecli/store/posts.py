"""How a post is called, in SQL, for whatever names one."""

from __future__ import annotations

CLEAR_POST = """
CASE WHEN EXISTS (SELECT 1 FROM post same WHERE same.title = po.title AND same.id <> po.id AND same.retired = 0)
THEN pu.name || '/' || po.title ELSE po.title END"""
"""How a post `po` of the unit `pu` is called: by its title, and with its unit where another in use has that title."""

HEAD_POST = """(
    SELECT MIN(ho.id) FROM post ho JOIN rank hr ON hr.id = ho.rank_id
    WHERE ho.unit_id = {unit} AND ho.retired = 0 AND ho.seats = 1 AND EXISTS (SELECT 1 FROM person hp WHERE hp.post_id = ho.id AND hp.left_on IS NULL)
      AND hr.level = (SELECT MAX(tr.level) FROM post tp JOIN rank tr ON tr.id = tp.rank_id WHERE tp.unit_id = {unit} AND tp.retired = 0)
  )"""
"""The post that heads a unit, as `unit list` has it: the held one of the highest level, if it has one seat; NULL for none."""
