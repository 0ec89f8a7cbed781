"""The ladder: which ranks there are, and who stands on the same level."""

from __future__ import annotations

from officecli.i18n import _, listed, ngettext
from officecli.model.names import name_key
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import named
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader, Row

_RANKS = """SELECT r.id, r.name, r.level,
  CAST((SELECT COUNT(*) FROM post po WHERE po.rank_id = r.id AND po.retired = 0) AS INTEGER) AS posts,
  CAST((SELECT COUNT(*) FROM v_person pe WHERE pe.rank_name = r.name AND pe.left_on IS NULL) AS INTEGER) AS people
FROM rank r WHERE r.retired = 0 ORDER BY r.level DESC, r.id"""


def every(read: Reader) -> Report:
    """All ranks, the highest first."""
    ranks = _with_equals(read.rows(_RANKS))
    columns = (
        Column("level", _("level"), "integer"),
        Column("name", _("rank")),
        Column("same_level", _("same level"), weight=2, beside=("equals",)),
        Column("posts", _("posts"), "integer", weight=2),
        Column("people", _("people"), "integer"),
    )
    return build(read, "rank-list", _("Ranks"), columns, ranks, summary={"ranks": len(ranks)}, empty=_("No ranks yet: officecli setup FILE"))


def one(read: Reader, name: str) -> Report:
    """One rank: who holds it, and who else is of the same rank; raises NotFound."""
    ranks = _with_equals(read.rows(_RANKS))
    rank = named(ranks, name, _("There is no rank “{name}”."), "officecli rank list")
    people = read.rows(
        "SELECT name, post, unit, rank_name FROM v_person WHERE level = :level AND left_on IS NULL ORDER BY CASE WHEN rank_name = :name THEN 0 ELSE 1 END, id",
        level=rank["level"],
        name=rank["name"],
    )
    columns = (Column("name", _("name")), Column("post", _("post")), Column("unit", _("unit")), Column("rank_name", _("rank")))
    return build(
        read,
        "rank-show",
        _("Rank {name}").format(name=rank["name"]),
        columns,
        people,
        summary={"name": rank["name"], "level": rank["level"], "same_level": rank["equals"], "people": len(people)},
        headline=_("Level {level}; {people} of this level.").format(
            level=rank["level"], people=ngettext("{n} person is", "{n} people are", len(people)).format(n=len(people))
        ),
        notes=[_("The same rank: {names}.").format(names=rank["same_level"]) if rank["same_level"] else ""],
        empty=_("Nobody holds it."),
    )


def _with_equals(ranks: list[Row]) -> list[Row]:
    for rank in ranks:
        rank["equals"] = [other["name"] for other in ranks if other["level"] == rank["level"] and name_key(other["name"]) != name_key(rank["name"])]
        rank["same_level"] = listed(rank["equals"])
    return ranks
