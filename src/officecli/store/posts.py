"""How a post is called, in SQL, for whatever names one."""

from __future__ import annotations

from officecli.store.read.reader import Reader

CLEAR_POST = """
CASE WHEN EXISTS (SELECT 1 FROM post same WHERE same.title = po.title AND same.id <> po.id AND same.retired = 0)
THEN pu.name || '/' || po.title ELSE po.title END"""
"""How a post `po` of the unit `pu` is called: by its title, and with its unit where another in use has that title."""


def _held_in(unit: str, row: str) -> str:
    """What follows FROM: everybody in a unit, with their post and its rank, called by this letter and its double."""
    return f"""person {row} JOIN post {row}p ON {row}p.id = {row}.post_id JOIN rank {row}r ON {row}r.id = {row}p.rank_id
    WHERE {row}p.unit_id = {unit} AND {row}p.retired = 0 AND {row}.left_on IS NULL AND {row}.account = 0"""


def _below(row: str) -> str:
    return f"(SELECT COUNT(*) FROM post b WHERE b.reports_to_id = {row}p.id AND b.retired = 0)"


def head(unit: str) -> str:
    """The person who heads a unit, an expression: the highest in rank of those who are in it, among equals the one whom most posts report to; else NULL."""
    above = f"(gdr.level > hdr.level OR (gdr.level = hdr.level AND {_below('gd')} > {_below('hd')}))"
    return f"""(SELECT CASE WHEN COUNT(*) = 1 THEN MIN(hd.id) END FROM {_held_in(unit, "hd")}
    AND NOT EXISTS (SELECT 1 FROM {_held_in(unit, "gd")} AND {above}))"""


def headed(read: Reader) -> dict[int, tuple[str, ...]]:
    """Who heads which units; one under another of theirs is in that one's digest."""
    rows = read.rows(f"SELECT u.id, u.name, u.parent_id, {head('u.id')} AS head_id FROM unit u WHERE u.retired = 0 ORDER BY u.id")
    by_id = {row["id"]: row for row in rows}
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        above = by_id.get(row["parent_id"])
        while above and above["head_id"] != row["head_id"]:
            above = by_id.get(above["parent_id"])
        if row["head_id"] is not None and above is None:
            found[row["head_id"]] = (*found.get(row["head_id"], ()), row["name"])
    return found
