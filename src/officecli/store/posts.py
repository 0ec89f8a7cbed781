"""How a post is called, in SQL, for whatever names one."""

from __future__ import annotations

CLEAR_POST = """
CASE WHEN EXISTS (SELECT 1 FROM post same WHERE same.title = po.title AND same.id <> po.id AND same.retired = 0)
THEN pu.name || '/' || po.title ELSE po.title END"""
"""How a post `po` of the unit `pu` is called: by its title, and with its unit where another in use has that title."""
