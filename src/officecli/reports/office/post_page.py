"""One post's page of the handbook: what it is, what it answers for, how it works, what it is measured by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from officecli.i18n import _, clauses, listed, ngettext
from officecli.model.codes import PERIODS
from officecli.model.exact import HUNDRED
from officecli.model.words import word
from officecli.reports.office.posts import posts
from officecli.reports.shape.document import Chapter, Table
from officecli.reports.shape.report import Column
from officecli.store.procedures import ProcedureOnRecord, every_procedure
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.recurrence import say_every
from officecli.typed.targets.amounts import number_text, with_unit
from officecli.typed.targets.wording import goal_text

NORMS = ("may", "may_not", "how", "degree")

_DUTIES = """SELECT d.id, d.post_id, d.title, d.function, COALESCE(d.nature, u.nature) AS nature, d.kind
FROM duty d JOIN post po ON po.id = d.post_id JOIN unit u ON u.id = po.unit_id WHERE d.retired = 0 ORDER BY d.id"""
_SUPPORT = "SELECT s.duty_id, s.post_id, s.part FROM duty_support s JOIN duty d ON d.id = s.duty_id WHERE d.retired = 0 ORDER BY s.id"


class PostPages:
    """What the pages of all posts are made of, read at once; `posts` are by unit, the highest first."""

    def __init__(self, read: Reader) -> None:
        self._today = read.today
        self.posts = posts(read)
        self._labels = {post["id"]: post["label"] for post in self.posts}
        self._norms = {row["id"]: row for row in read.rows("SELECT id, stand_in_id, may, may_not, how, degree FROM post")}
        duties = read.rows(_DUTIES)
        self._duties = _by(duties, "post_id")
        self._duty = {duty["id"]: duty for duty in duties}
        support = read.rows(_SUPPORT)
        self._supported_by, self._supports = _by(support, "duty_id"), _by(support, "post_id")
        self._targets: dict[int | None, list[TargetTerms]] = defaultdict(list)
        for terms in every_terms(read):
            if not terms.ended_by(self._today) and (terms.duty_id is None or terms.duty_id in self._duty):
                self._targets[terms.owner_post_id].append(terms)
        self._procedures: dict[int, list[ProcedureOnRecord]] = defaultdict(list)
        for procedure in every_procedure(read):
            if not procedure.retired:
                self._procedures[procedure.schedule["post_id"]].append(procedure)

    def page(self, post_id: int, *, level: int, begins_page: bool = False) -> Chapter:
        """The page of a post in use."""
        post = next(post for post in self.posts if post["id"] == post_id)
        values, lacks = self._place(post)
        for norm in NORMS:
            values[norm] = self._norms[post_id][norm]
            if not values[norm]:
                lacks[norm] = _("no norm written")
        tables = (self._duty_table(post_id), self._support_table(post_id), self._target_table(post), self._procedure_table(post_id))
        return Chapter(post["label"], level, _facts(), values, lacks, tuple(table for table in tables if table.rows or table.lacks), begins_page)

    def _place(self, post: Row) -> tuple[dict[str, Any], dict[str, str]]:
        """Where the post stands and who holds it; and what is missing there."""
        stand_in = self._labels.get(self._norms[post["id"]]["stand_in_id"])
        days = post["extension_days"]
        values = {
            "unit": post["unit"],
            "rank": _("{rank}, level {level}").format(rank=post["rank"], level=post["level"]),
            "reports_to": post["above"] or _("nobody"),
            "reported_by": listed(other["label"] for other in self.posts if other["reports_to_id"] == post["id"]),
            "stand_in": stand_in,
            "seats": post["seats"],
            "held_by": post["held_by"],
            "vacant": post["vacant"],
            "extension": None if days is None else ngettext("{n} working day", "{n} working days", days).format(n=days),
        }
        lacks = {}
        if not post["held_by"]:
            lacks["held_by"] = _("vacant") if stand_in else _("vacant, no stand-in")
        elif post["vacant"]:
            lacks["vacant"] = str(post["vacant"])
        return values, lacks

    def _duty_table(self, post_id: int) -> Table:
        rows = tuple(
            {
                **duty,
                "supports": [
                    {"name": self._labels.get(one["post_id"], "–"), "part": one["part"], "done": False} for one in self._supported_by[duty["id"]]
                ],
            }
            for duty in self._duties[post_id]
        )
        columns = (
            Column("title", _("duty"), wide=True),
            Column("function", _("function"), "word"),
            Column("nature", _("nature"), "word", weight=2),
            Column("kind", _("kind of work"), weight=2, sparse=True),
            Column("supports", _("support"), "names", wide=True, sparse=True),
        )
        return Table("duties", _("Duties"), columns, rows, lacks=() if rows else (_("It has no duty."),))

    def _support_table(self, post_id: int) -> Table:
        supported = [(self._duty[one["duty_id"]], one["part"]) for one in self._supports[post_id]]
        rows = tuple({"title": duty["title"], "post": self._labels.get(duty["post_id"]), "part": part or None} for duty, part in supported)
        columns = (Column("title", _("duty"), wide=True), Column("post", _("post")), Column("part", _("part"), wide=True))
        silent = [duty["title"] for duty, part in supported if not part]
        return Table(
            "supports",
            _("Duties it supports"),
            columns,
            rows,
            lacks=(_("No part is said for: {duties}.").format(duties=listed(silent)),) if silent else (),
        )

    def _target_table(self, post: Row) -> Table:
        targets = sorted(self._targets[post["id"]], key=lambda terms: (PERIODS.index(terms.period), terms.family_id, terms.id))
        measured = {terms.duty_id for terms in targets}
        without = [duty["title"] for duty in self._duties[post["id"]] if duty["id"] not in measured]
        sums = {kind: self._weight(terms for terms in targets if terms.period == kind) for kind in PERIODS}
        said = _("weights by {period}: {total}")
        return Table(
            "targets",
            _("Targets"),
            _target_columns(),
            tuple(self._target(terms) for terms in targets),
            notes=(
                clauses(said.format(period=word("period", kind), total=number_text(total)) for kind, total in sums.items() if total == HUNDRED),
                *(_checklist(terms) for terms in targets if terms.points),
            ),
            lacks=(
                *([] if targets else [_("It has no target.")]),
                *(
                    _("The weights by {period} add up to {total}, not 100.").format(period=word("period", kind), total=number_text(total))
                    for kind, total in sums.items()
                    if total not in (None, HUNDRED)
                ),
                *([_("No target for: {duties}.").format(duties=listed(without))] if targets and without else []),
            ),
        )

    def _weight(self, targets: Iterable[TargetTerms]) -> Decimal | None:
        """What the weights in force today add up to; None where no target is."""
        weights = [terms.weight or Decimal(0) for terms in targets if terms.since <= self._today]
        return sum(weights, Decimal(0)) if weights else None

    def _target(self, terms: TargetTerms) -> dict[str, Any]:
        return {
            "number": terms.number,
            "metric": terms.metric,
            "part": self._duty[terms.duty_id]["title"] if terms.duty_id else None,
            "target_class": terms.target_class,
            "goal": goal_text(terms),
            "threshold": with_unit(terms.threshold, terms.unit) if terms.threshold is not None else None,
            "bonus": number_text(terms.bonus) if terms.bonus is not None else None,
            "weight": number_text(terms.weight) if terms.weight is not None else None,
            "period": terms.period,
            "computed": terms.computed,
            "since": terms.since.isoformat() if terms.since > self._today else None,
            "until": terms.until.isoformat() if terms.until else None,
        }

    def _procedure_table(self, post_id: int) -> Table:
        rows = tuple(
            {
                "name": one.name,
                "procedure_kind": one.schedule["kind"],
                "every": say_every(one.schedule["recurrence"], one.schedule["days_off"]),
                "steps": len(one.steps),
            }
            for one in self._procedures[post_id]
        )
        columns = (
            Column("name", _("procedure"), wide=True),
            Column("procedure_kind", _("kind"), "word", weight=2),
            Column("every", _("comes round"), wide=True),
            Column("steps", _("steps"), "integer"),
        )
        return Table("procedures", _("Procedures it leads"), columns, rows)


def _facts() -> tuple[Column, ...]:
    return (
        Column("unit", _("unit")),
        Column("rank", _("rank")),
        Column("reports_to", _("reports to")),
        Column("reported_by", _("report to it"), sparse=True),
        Column("stand_in", _("stand-in")),
        Column("seats", _("seats"), "integer"),
        Column("held_by", _("held by"), "names"),
        Column("vacant", _("vacant"), "count", sparse=True),
        Column("extension", _("may extend by"), sparse=True),
        *(Column(norm, word("norm", norm), wide=True) for norm in NORMS),
    )


def _target_columns() -> tuple[Column, ...]:
    return (
        Column("number", _("number")),
        Column("metric", _("metric")),
        Column("part", _("duty"), sparse=True),
        Column("target_class", _("class"), "word"),
        Column("goal", _("goal")),
        Column("threshold", _("threshold"), sparse=True),
        Column("bonus", _("bonus at most"), "amount", sparse=True),
        Column("weight", _("weight"), "amount"),
        Column("period", _("period"), "word"),
        Column("computed", _("from the ledger"), "word", sparse=True),
        Column("since", _("from"), "date", sparse=True),
        Column("until", _("until"), "date", sparse=True),
    )


def _checklist(terms: TargetTerms) -> str:
    points = clauses(f"{number}. {point}" for number, point in enumerate(terms.points, 1))
    return _("{label}: {text}").format(label=f"{terms.number} {terms.metric}", text=points)


def _by(rows: Iterable[Row], key: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found
