"""What the pages of all posts are made of, read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from officecli.light import dataclass
from officecli.reports.office.posts import posts
from officecli.store.procedures import ProcedureOnRecord, every_procedure
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, every_terms

_DUTIES = """SELECT d.id, d.post_id, d.title, d.function, COALESCE(d.nature, u.nature) AS nature, d.kind
FROM duty d JOIN post po ON po.id = d.post_id JOIN unit u ON u.id = po.unit_id WHERE d.retired = 0 ORDER BY d.id"""
_SUPPORT = "SELECT s.duty_id, s.post_id, s.part FROM duty_support s JOIN duty d ON d.id = s.duty_id WHERE d.retired = 0 ORDER BY s.id"


@dataclass(frozen=True)
class Book:
    """The `posts` in use, by unit, the highest first; by a post's id its name, norms, duties, support given, targets and procedures.

    A `duty` and who support it are by the duty's id. Targets are those in force on the day, or to come, with those of the people on the post (`people`, by id).
    """

    today: date
    posts: list[Row]
    labels: Mapping[int, str]
    norms: Mapping[int, Row]
    duties: Mapping[int, list[Row]]
    duty: Mapping[int, Row]
    supported_by: Mapping[int, list[Row]]
    supports: Mapping[int, list[Row]]
    targets: Mapping[int | None, list[TargetTerms]]
    people: Mapping[int, Row]
    procedures: Mapping[int, list[ProcedureOnRecord]]


def read_book(read: Reader) -> Book:
    """All that the pages are made of; a post without duties, targets or procedures has an empty list of them."""
    every = posts(read)
    duties, support = read.rows(_DUTIES), read.rows(_SUPPORT)
    duty = {one["id"]: one for one in duties}
    people = {row["id"]: row for row in read.rows("SELECT id, name, post_id FROM person WHERE left_on IS NULL AND account = 0 ORDER BY id")}
    targets: dict[int | None, list[TargetTerms]] = defaultdict(list)
    for terms in every_terms(read):
        if not terms.ended_by(read.today) and (terms.duty_id is None or terms.duty_id in duty):
            targets[people.get(terms.person_id, {}).get("post_id") if terms.person_id else terms.owner_post_id].append(terms)
    procedures: dict[int, list[ProcedureOnRecord]] = defaultdict(list)
    for procedure in every_procedure(read):
        if not procedure.retired:
            procedures[procedure.schedule["post_id"]].append(procedure)
    return Book(
        today=read.today,
        posts=every,
        labels={post["id"]: post["label"] for post in every},
        norms={row["id"]: row for row in read.rows("SELECT id, stand_in_id, may, may_not, how, degree FROM post")},
        duties=_by(duties, "post_id"),
        duty=duty,
        supported_by=_by(support, "duty_id"),
        supports=_by(support, "post_id"),
        targets=targets,
        people=people,
        procedures=procedures,
    )


def _by(rows: Iterable[Row], key: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found
