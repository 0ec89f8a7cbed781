"""Since when something has been so: what the rules that find a state of the office share, in SQL.

A finding stands since the last of the days on which its conditions came about. Rows that have days of their own tell theirs; of any other row the
trail says when it was made, and when a column of it was last changed. Each function answers with an expression, a day as ISO text or NULL.
"""

from __future__ import annotations

from officecli.model.rule import TELLING, TOLD


def latest(*days: str) -> str:
    """The last of these days; each is an expression, or the rest of a select of one column. NULL counts as none."""
    return "(SELECT MAX(z.day) FROM (" + " UNION ALL ".join(["SELECT CAST(NULL AS TEXT) AS day", *(f"SELECT {day}" for day in days)]) + ") z)"


def since(*days: str) -> str:
    """The column `since` of a rule's query: the last of these days."""
    return f"{TELLING}{latest(*days)}{TOLD} AS since"


def made(row: str) -> str:
    """The day the row of this id was made."""
    return f"(SELECT b.day FROM trail b WHERE b.seq = {row})"


def changed(table: str, row: str, *columns: str) -> str:
    """The last day on which one of these columns of a row of the office (none of an item) was changed; else the day it was made."""
    return f"(SELECT MAX(b.day) FROM trail b WHERE {_entry(table, columns)} AND b.subject_id = {row})"


def since_made(table: str, row: str, *columns: str) -> str:
    """As `changed`, and NULL where none was since the row was made."""
    return f"(SELECT MAX(b.day) FROM trail b WHERE {_entry(table, columns)} AND b.subject_id = {row} AND b.seq <> {row})"


def any_changed(table: str, columns: tuple[str, ...], rows: str) -> str:
    """The same of the last among rows: `rows` is a condition on their ids `b.subject_id`, or on what their entries say."""
    return f"(SELECT MAX(b.day) FROM trail b WHERE {_entry(table, columns)} AND ({rows}))"


def _entry(table: str, columns: tuple[str, ...]) -> str:
    return f"b.item_id IS NULL AND b.subject = '{table}' AND (b.seq = b.subject_id OR {_says(columns)})"


def _says(columns: tuple[str, ...]) -> str:
    return " OR ".join(_like(f"""'%"{column}":%'""") for column in columns)


def _like(pattern: str, entry: str = "b") -> str:
    """The condition, in no brackets of its own, that an entry says something of this form of its row, before or after."""
    return f"{entry}.before LIKE {pattern} OR {entry}.after LIKE {pattern}"


def once(column: str, value: str, *, entry: str = "b") -> str:
    """The condition that an entry says of a column that it is, or was, this number."""
    return "(" + " OR ".join(_like(f"""'%"{column}":' || CAST({value} AS TEXT) || '{end}%'""", entry) for end in (",", "}")) + ")"


def altered(item: str, table: str, row: str, *columns: str) -> str:
    """The last day on which one of these columns of a row of an item, or of the item itself, was changed; NULL where none was since it was made."""
    return (
        f"(SELECT MAX(b.day) FROM trail b WHERE b.item_id = {item} AND b.subject = '{table}' AND b.subject_id = {row} "
        f"AND b.seq <> b.subject_id AND ({_says(columns)}))"
    )


def opened(item: str) -> str:
    """The day an item `i` was registered, or opened again."""
    return f"COALESCE((SELECT MAX(k.until) FROM past_closing k WHERE k.item_id = {item}.id), {item}.registered)"


def led(item: str) -> str:
    """The day an item came to its lead."""
    return f"COALESCE((SELECT MAX(k.until) FROM past_lead k WHERE k.item_id = {item}.id), {item}.registered)"


def holding(*, person: str = "", post: str = "") -> str:
    """A subselect of who held which post, since which day, until (and without) which: all, or those of a person, or of a post.

    Whose it is stands in both halves: SQLite moves no condition that looks out of a subselect into one that is put together.
    """
    present, past = (
        " AND ".join(f"{table}.{column} = {which}" for column, which in ((own, person), ("post_id", post or f"{table}.post_id")) if which)
        for table, own in (("x", "id"), ("w", "person_id"))
    )
    return f"""(
  SELECT x.id AS person_id, x.post_id, COALESCE((SELECT MAX(k.until) FROM past_post k WHERE k.person_id = x.id), {made("x.id")}) AS since,
         COALESCE(x.left_on, '9999-12-31') AS until
  FROM person x WHERE {present}
  UNION ALL
  SELECT w.person_id, w.post_id, COALESCE((SELECT MAX(k.until) FROM past_post k
    WHERE k.person_id = w.person_id AND (k.until < w.until OR (k.until = w.until AND k.id < w.id))), {made("w.person_id")}), w.until
  FROM past_post w WHERE {past})"""


def held(post: str) -> str:
    """The day since which a post has always been held; whoever takes it over the day it is left leaves no gap."""
    return f"""(SELECT MAX(h.since) FROM {holding(post=post)} h WHERE NOT EXISTS (
      SELECT 1 FROM {holding(post=post)} o WHERE o.since < h.since AND o.until >= h.since))"""


def vacant(post: str) -> str:
    """The day since which a post is vacant: the last holder's last, or the day it was made."""
    return f"COALESCE((SELECT MAX(h.until) FROM {holding(post=post)} h), {made(post)})"


def came(person: str) -> str:
    """The day a person came to their present post."""
    return f"COALESCE((SELECT MAX(k.until) FROM past_post k WHERE k.person_id = {person}), {made(person)})"


def ranked(person: str) -> tuple[str, ...]:
    """The days, the last of which is that since which somebody of v_person is of their level, whichever posts they held since."""
    own = f"{person}.id"
    level = f"(SELECT r.level FROM post q JOIN rank r ON r.id = q.rank_id WHERE q.id = {{}}.post_id) = {person}.level"
    return (
        f"""MAX(h.since) FROM {holding(person=own)} h WHERE {level.format("h")} AND NOT EXISTS (
      SELECT 1 FROM {holding(person=own)} o WHERE o.until = h.since AND o.since < h.since AND {level.format("o")})""",
        since_made("post", f"{person}.post_id", "rank_id"),
        since_made("rank", f"(SELECT q.rank_id FROM post q WHERE q.id = {person}.post_id)", "level"),
    )


def always(condition: str) -> str:
    """The first day from which on a condition held on every day to :as_of, where it holds: asked of each day `that` of the calendar, back to where it ends."""
    return f"""(WITH RECURSIVE back(day) AS (
      SELECT k.date FROM calendar_day k WHERE k.date = :as_of
      UNION ALL
      SELECT that.date FROM back JOIN calendar_day that ON that.date = (SELECT MAX(k.date) FROM calendar_day k WHERE k.date < back.day) WHERE {condition}
    ) SELECT MIN(back.day) FROM back)"""
