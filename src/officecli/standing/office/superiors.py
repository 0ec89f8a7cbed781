"""Who stands above whom, by the posts they hold."""

from __future__ import annotations

from officecli.store.read.reader import Reader, Row


def superiors(read: Reader, person_id: int) -> list[Row]:
    """Everyone above a person, the direct superior (`depth` 1) first; a vacant post is passed over. Columns id, name, depth.

    A reporting circle ends where it comes back: nobody stands above themselves.
    """
    return read.rows(
        """WITH RECURSIVE up(post_id, depth) AS (
             SELECT po.reports_to_id, 1 FROM person pe JOIN post po ON po.id = pe.post_id WHERE pe.id = :person
             UNION ALL
             SELECT po.reports_to_id, up.depth + 1 FROM post po JOIN up ON po.id = up.post_id WHERE up.depth < 100
           )
           SELECT pe.id, pe.name, MIN(up.depth) AS depth FROM up JOIN person pe ON pe.post_id = up.post_id
           WHERE pe.left_on IS NULL AND pe.id <> :person GROUP BY pe.id, pe.name ORDER BY depth, pe.id""",
        person=person_id,
    )


def on_highest_posts(read: Reader) -> list[Row]:
    """Who holds the post, or one of the posts of the highest rank, that reports to none and has others report to it; columns id, name, level."""
    rows = read.rows(
        """SELECT pe.id, pe.name, r.level FROM person pe JOIN post po ON po.id = pe.post_id JOIN rank r ON r.id = po.rank_id
           WHERE pe.left_on IS NULL AND po.reports_to_id IS NULL AND po.retired = 0
             AND EXISTS (SELECT 1 FROM post b WHERE b.reports_to_id = po.id AND b.retired = 0)
           ORDER BY r.level DESC, pe.id"""
    )
    return [row for row in rows if row["level"] == rows[0]["level"]]


def over_other_units(read: Reader) -> list[Row]:
    """Who holds a post that posts of other units report to; column id."""
    return read.rows(
        """SELECT pe.id FROM person pe JOIN post po ON po.id = pe.post_id WHERE pe.left_on IS NULL
           AND EXISTS (SELECT 1 FROM post b WHERE b.reports_to_id = po.id AND b.retired = 0 AND b.unit_id <> po.unit_id) ORDER BY pe.id"""
    )


def people_below(read: Reader, person_id: int) -> list[Row]:
    """Everyone under a person in the chain of command (columns id, name, depth), the direct ones first."""
    return read.rows(
        """WITH RECURSIVE down(post_id, depth) AS (
             SELECT po.id, 1 FROM person pe JOIN post po ON po.reports_to_id = pe.post_id WHERE pe.id = :person
             UNION ALL
             SELECT po.id, down.depth + 1 FROM post po JOIN down ON po.reports_to_id = down.post_id WHERE down.depth < 100
           )
           SELECT pe.id, pe.name, MIN(down.depth) AS depth FROM down JOIN person pe ON pe.post_id = down.post_id
           WHERE pe.left_on IS NULL AND pe.id <> :person GROUP BY pe.id, pe.name ORDER BY depth, pe.id""",
        person=person_id,
    )


def is_above(read: Reader, upper: int, lower: int) -> bool:
    """Whether `upper` stands above `lower` in the chain of command."""
    return any(row["id"] == upper for row in superiors(read, lower))


def head_and_leader(read: Reader, person_id: int) -> tuple[Row | None, Row | None]:
    """The head of a person's section, and the responsible leader over it; one who heads a section has the next two above. None where nobody is."""
    above = list({one["depth"]: one for one in reversed(superiors(read, person_id))}.values())[::-1]  # one on each step
    unit = "SELECT unit_id FROM v_person WHERE id = :id"
    own = read.value(unit, id=person_id)
    inside = next((place for place, one in enumerate(above) if read.value(unit, id=one["id"]) != own), 0)
    head = max(inside - 1, 0)
    return (above[head] if above else None), (above[head + 1] if head + 1 < len(above) else None)


def posts_above(read: Reader, post_id: int) -> list[int]:
    """The ids of the posts a post reports to, directly and through others, the nearest first."""
    rows = read.rows(
        """WITH RECURSIVE up(id, depth) AS (
             SELECT reports_to_id, 1 FROM post WHERE id = :post
             UNION ALL
             SELECT po.reports_to_id, up.depth + 1 FROM post po JOIN up ON po.id = up.id WHERE up.depth < 100
           )
           SELECT id FROM up WHERE id IS NOT NULL ORDER BY depth""",
        post=post_id,
    )
    return [int(row["id"]) for row in rows]
