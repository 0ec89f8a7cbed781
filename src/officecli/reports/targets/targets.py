"""The targets: what is asked of whom, and what was attained of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from officecli.errors import NotFound
from officecli.i18n import _, in_brackets, listed
from officecli.model.time.periods import Period, ended_between, period_of
from officecli.model.words import word
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import find_person_ever, units_under
from officecli.reports.shape.lists import joined
from officecli.reports.shape.report import Column, Report
from officecli.reports.targets.attainment import Attained, Source, attained
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.office.posts import every_post, find_post
from officecli.typed.periods import read_period
from officecli.typed.targets.amounts import number_text
from officecli.typed.targets.finding import find_target
from officecli.typed.targets.wording import goal_text, terms_text


@dataclass(frozen=True, slots=True)
class Asked:
    """Which targets are asked for, as it was typed; "" where nothing was."""

    post: str = ""
    unit: str = ""
    person: str = ""
    period: str = ""


def every(read: Reader, asked: Asked) -> Report:
    """The targets that hold now, or in a period, each with its result there; raises NotFound or BadInput for what cannot be understood."""
    owners = _Owners(read)
    wanted = read_period(asked.period, read.as_of) if asked.period else None
    periods = [wanted] if wanted else [period_of(kind, read.as_of) for kind in ("month", "quarter", "year")]
    posts = _posts_asked(read, asked)
    rows: list[dict[str, Any]] = []
    terms_read = every_terms(read)
    for period in periods:
        holding = [terms for terms in terms_read if terms.holds_in(period) and (posts is None or owners.post_of(terms) in posts)]
        results = attained(read, holding, period)
        rows += [_row(terms, owners, period, results[terms.id]) for terms in holding]
    rows.sort(key=lambda row: row.pop("place"))
    return build(
        read,
        "target-list",
        _("Targets in {period}").format(period=listed(period.label for period in periods)),
        _list_columns(),
        rows,
        summary={"targets": len(rows), "without_result": sum(1 for row in rows if row["value"] is None)},
        notes=(_("One target, period by period: officecli target show NUMBER"),) if rows else (),
        empty=_("No target holds there. Set one with: officecli target add"),
    )


def one(read: Reader, typed: str) -> Report:
    """One target: its terms, its checklist, and its result in each period with what that was made of; raises NotFound or BadInput."""
    family = find_target(read, typed)
    latest = family[-1]
    owners = _Owners(read)
    last = period_of(latest.period, read.as_of).end
    rows = [row for period in reversed(ended_between(latest.period, family[0].since, last)) for row in _in_period(read, family, period)]
    below = {terms.family_id: terms for terms in every_terms(read) if terms.parent_id == latest.family_id}
    return build(
        read,
        "target-show",
        _("Target {number}: {metric}").format(number=latest.number, metric=latest.metric),
        _show_columns(),
        rows,
        summary={
            "number": latest.number, "metric": latest.metric, "class": latest.target_class, "owner": owners.said(latest),
            "period": latest.period, "direction": latest.direction, "goal": number_text(latest.goal), "unit": latest.unit,
            "threshold": _text(latest.threshold), "bonus": _text(latest.bonus), "weight": _text(latest.weight), "computed": latest.computed,
            "under": f"G{latest.parent_id}" if latest.parent_id else None, "points": list(latest.points),
            "since": Period(latest.period, family[0].since).label, "until": latest.until.isoformat() if latest.until else None,
        },
        headline=joined((owners.said(latest) or "", word("target_class", latest.target_class), word("period", latest.period))),
        notes=[
            _("It was retired; it ends before {day}.").format(day=latest.until.isoformat()) if latest.until else "",
            *(f"{number}. {point}" for number, point in enumerate(latest.points, 1)),
            _("It is rolled up to {target}.").format(target=f"G{latest.parent_id}") if latest.parent_id else "",
            _("It is rolled up from {targets}.").format(targets=listed(_("{number} “{metric}”").format(number=terms.number, metric=terms.metric) for terms in below.values())) if below else "",
        ],
        empty=_("It has not begun."),
    )  # fmt: skip


class _Owners:
    """What targets belong to, as people call it."""

    def __init__(self, read: Reader) -> None:
        posts = sorted(every_post(read), key=lambda post: (post["unit_id"], -post["level"], post["id"]))
        self._posts = {post["id"]: post["label"] for post in posts}
        self._places = {post["id"]: place for place, post in enumerate(posts)}
        self._duties = {row["id"]: row["title"] for row in read.rows("SELECT id, title FROM duty")}
        self._items = {
            row["id"]: row
            for row in read.rows(
                """SELECT i.id, i.number, i.title, p.post_id FROM item i JOIN person p ON p.id = i.lead_id
                   WHERE i.id IN (SELECT item_id FROM target WHERE target_class IS NOT NULL)"""
            )
        }

    def post_of(self, terms: TargetTerms) -> int | None:
        """The post that answers for a target; that of the lead for an item's."""
        return terms.owner_post_id if terms.item_id is None else self._items[terms.item_id]["post_id"]

    def place(self, terms: TargetTerms) -> int:
        """Where a target stands in a list: by unit, the highest post first; those of nobody's post last."""
        return self._places.get(self.post_of(terms) or 0, len(self._places))

    def post(self, terms: TargetTerms) -> str | None:
        """That post as people call it."""
        return self._posts.get(self.post_of(terms) or 0)

    def part(self, terms: TargetTerms) -> str | None:
        """The duty or the item it is a target of."""
        if terms.duty_id is not None:
            return str(self._duties[terms.duty_id])
        return None if terms.item_id is None else str(self._items[terms.item_id]["number"])

    def said(self, terms: TargetTerms) -> str:
        """Post and duty, or the item."""
        return joined((self.post(terms) or "", self.part(terms) or ""))


def _posts_asked(read: Reader, asked: Asked) -> set[int] | None:
    """The posts whose targets are asked for; None for all."""
    chosen: set[int] | None = None
    if asked.post:
        chosen = {int(find_post(read, asked.post)["id"])}
    if asked.unit:
        units = units_under(read, asked.unit)
        inside = {int(post["id"]) for post in every_post(read) if post["unit_id"] in units}
        chosen = inside if chosen is None else chosen & inside
    if asked.person:
        person = find_person_ever(read, asked.person)
        if person["post_id"] is None:
            raise NotFound(_("{name} has no post, and so no targets.").format(name=person["name"]), fix=_("See them all: officecli target list"))
        chosen = {int(person["post_id"])} if chosen is None else chosen & {int(person["post_id"])}
    return chosen


def _row(terms: TargetTerms, owners: _Owners, period: Period, result: Attained) -> dict[str, Any]:
    return {
        "place": owners.place(terms),
        "number": terms.number,
        "post": owners.post(terms),
        "metric": terms.metric,
        "part": owners.part(terms),
        "target_class": terms.target_class,
        "goal": goal_text(terms),
        "weight": _text(terms.weight),
        "period": period.label,
        "value": _text(result.value),
        "known": result.how,
    }


def _in_period(read: Reader, family: Sequence[TargetTerms], period: Period) -> list[dict[str, Any]]:
    """The result of a target in one period, and under it what that was made of; nothing where the target did not hold."""
    terms = next((one for one in family if one.holds_in(period)), None)
    if terms is None:
        return []
    result = attained(read, [terms], period)[terms.id]
    whole = {
        "source": None,
        "text": terms_text(terms),
        "amount": _text(result.value),
        "of": None,
        "day": None,
        "by": None,
        "known": result.how,
    }
    return [{"period": period.label, **row} for row in (whole, *(_from(source, terms.computed) for source in result.sources))]


def _from(source: Source, measure: str | None) -> dict[str, Any]:
    said = _("minutes") if measure == "sign-hours" else source.brings
    text = source.text + (in_brackets(said) if said else "")
    return {
        "source": source.said,
        "text": text,
        "amount": _text(source.amount),
        "of": _text(source.of),
        "day": source.day,
        "by": source.by or None,
        "known": None,
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else number_text(number)


def _list_columns() -> tuple[Column, ...]:
    return (
        Column("number", _("number")),
        Column("post", _("post")),
        Column("metric", _("metric"), wide=True),
        Column("part", _("of"), weight=3, sparse=True),
        Column("target_class", _("class"), "word", weight=3),
        Column("goal", _("goal")),
        Column("weight", _("weight"), "amount", weight=2),
        Column("period", _("period"), weight=2),
        Column("value", _("attained"), "amount"),
        Column("known", _("how known"), "word", weight=3),
    )


def _show_columns() -> tuple[Column, ...]:
    return (
        Column("period", _("period")),
        Column("source", _("made of")),
        Column("text", _("what"), wide=True),
        Column("amount", _("amount"), "amount"),
        Column("of", _("of how much"), "amount", weight=3, sparse=True),
        Column("day", _("day"), "date", weight=2),
        Column("by", _("recorded by"), weight=2, sparse=True),
        Column("known", _("how known"), "word", weight=3, sparse=True),
    )
