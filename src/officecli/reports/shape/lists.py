"""What the reports of the office share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from officecli.errors import NotFound
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one


def named(rows: Sequence[Row], typed: str, unknown: str, see: str) -> Row:
    """The row of this `name`, written out or for short; raises NotFound with the nearest, Several where it may mean more than one.

    `unknown` is the sentence for none, with {name}; `see` the command that lists them.
    """
    typed = as_settled(typed)
    known = {name_key(str(row["name"])): row for row in rows}
    found = known.get(name_key(typed)) or only_one(typed, rows, lambda row: str(row["name"]))
    if found:
        return found
    names = {key: str(row["name"]) for key, row in known.items()}
    fix = perhaps_meant(name_key(typed), names, _("See them with: {command}").format(command=see))
    raise NotFound(unknown.format(name=typed[:60]), fix=fix)


def people_on(read: Reader) -> dict[int, list[Row]]:
    """Who sits on each post, by the post's id."""
    found: dict[int, list[Row]] = {}
    for row in read.rows("SELECT post_id, name FROM person WHERE post_id IS NOT NULL AND left_on IS NULL ORDER BY id"):
        found.setdefault(row["post_id"], []).append({"name": row["name"], "part": "", "done": False})
    return found


def joined(parts: Iterable[str]) -> str:
    """Parts of one line, those that say something."""
    return " · ".join(part for part in parts if part)


def unit_order(row: str = "") -> str:
    """How people are ordered, of a row of the query (`v.`) or of its only one: by
    unit; who has none comes last, since the engines disagree on where NULL stands.
    """
    return f"CASE WHEN {row}unit_id IS NULL THEN 1 ELSE 0 END, {row}unit_id"
