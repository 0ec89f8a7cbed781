"""Record what was achieved of a target, and correct what was recorded."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.model.exact import HUNDRED, quotient
from officecli.model.names import name_key
from officecli.model.targets import TargetResult
from officecli.model.time.periods import Period, period_of
from officecli.model.words import word
from officecli.standing.targets import to_correct, to_record, waits_for_confirmation
from officecli.store.own_numbers import own_number_of
from officecli.store.read.reader import Row
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.periods import read_period
from officecli.typed.targets.amounts import number_text, read_in, read_number
from officecli.typed.targets.finding import find_result, find_target, terms_of
from officecli.typed.text import tidy

RECORD, CORRECT = "target-record", "target-correct"


@dataclass(frozen=True)
class Result:
    """What was achieved, as it was typed; "" where nothing was."""

    value: str = ""
    pieces: str = ""
    grade: str = ""
    met: str = ""
    missed: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class ResultRecorded(Answer):
    """A result is on record under its number, V-031, for a period of the target, T-012; where it `waits`, it counts once a superior has confirmed it."""

    result: str
    target: str
    metric: str
    period: str
    value: Decimal
    unit: str
    waits: bool = False


@dataclass(frozen=True)
class ResultCorrected(Answer):
    """Another result holds in place of this one; where `still_counts`, once a superior has confirmed it."""

    result: str
    was: Decimal
    now: Decimal
    unit: str
    still_counts: bool = False


def record(act: Acting, typed: str, result: Result, period: str = "") -> int:
    """Record a result for the period that runs, or for another that has begun; returns its id.

    Raises BadInput for what cannot be.
    """
    family = find_target(act.read, typed)
    when = read_period(period, act.today) if period else period_of(family[0].period, act.change.day)
    terms = terms_of(family, when)
    if when.start > act.change.day:
        raise BadInput(
            _("{period} has not begun.").format(period=when.said),
            fix=_("Record results of the period that runs, {period}, or of one before.").format(period=period_of(when.kind, act.today).said),
        )
    _check_typed_by_hand(act, terms, when)
    fields = _achieved(terms, result)
    evidence = tidy(result.evidence)
    if not evidence:
        raise BadInput(
            _("What proves the result is missing."),
            fix=_('Say where it can be seen: officecli target {target} … "bulletin 11"').format(target=terms.number),
        )
    _refuse_again(act, terms, when, evidence)
    act.sign(to_record(act.read, act.actor, terms))
    return _keep(act, RECORD, terms, when, fields, evidence=evidence)


def correct(act: Acting, typed: str, result: Result, reason: str) -> int:
    """Put a new result in place of one that is wrong, which stays on record; returns the new one's id. Raises BadInput without a reason."""
    old = find_result(act.read, typed, "correct")
    terms = next(one for one in every_terms(act.read) if one.id == old["target_id"])
    when = Period(terms.period, date.fromisoformat(old["period_start"]))
    act.change.reason = tidy(reason)
    if not act.change.reason:
        raise BadInput(_("A correction needs a reason."), fix=_("Say what was wrong: --reason TEXT"))
    fields = _achieved(terms, result, old["pieces"])
    act.sign(to_correct(act.read, act.actor, terms, old["person_id"]))
    still_counts = waits_for_confirmation(act.read, terms, act.answering_id) and not (old["to_confirm"] and old["confirmed"] is None)
    act.done.append(ResultCorrected(old["number"], Decimal(old["value"]), Decimal(fields["value"]), terms.unit, still_counts))
    evidence = tidy(result.evidence) or old["evidence"]
    return _keep(act, CORRECT, terms, when, fields, evidence=evidence, corrects_id=old["id"], reason=act.change.reason)


def _keep(act: Acting, verb: str, terms: TargetTerms, when: Period, fields: Row, **more: Any) -> int:
    """Put a result on record, and say so; returns its id."""
    waits = waits_for_confirmation(act.read, terms, act.answering_id)
    row = act.change.add(
        TargetResult,
        verb,
        target_id=terms.id,
        period_start=when.start,
        day=act.change.day,
        person_id=act.answering_id,
        to_confirm=waits,
        **fields,
        **more,
    )
    number = own_number_of(act.read, "target_result", row.id)
    act.done.append(ResultRecorded(number, terms.number, terms.metric, when.label, Decimal(fields["value"]), terms.unit, waits))
    return row.id


def _refuse_again(act: Acting, terms: TargetTerms, period: Period, evidence: str) -> None:
    """Raise BadInput for a second result of a period: pieces add up where their evidence is new; any other result is corrected, not typed over."""
    there = [
        one
        for one in act.read.rows(
            """SELECT r.id, r.value, r.evidence FROM target_result r WHERE r.target_id = :target AND r.period_start = :start
               AND NOT EXISTS (SELECT 1 FROM target_result c WHERE c.corrects_id = r.id) ORDER BY r.id DESC""",
            target=terms.id,
            start=period.start.isoformat(),
        )
        if terms.target_class != "output" or name_key(one["evidence"]) == name_key(evidence)
    ]
    if there:
        said = {
            "target": terms.number,
            "period": period.said,
            "result": own_number_of(act.read, "target_result", there[0]["id"]),
            "value": there[0]["value"],
        }
        raise BadInput(
            _("{result} counts this evidence for {target} in {period} already.").format(**said)
            if terms.target_class == "output"
            else _("{target} has the result {result} in {period} already: {value}.").format(**said),
            fix=_("If it is wrong, correct it: officecli target correct {result} … --reason TEXT").format(**said)
            if terms.target_class == "output" or terms.direction != "at-most"
            else _(
                "If it is wrong, or stands at another figure now, correct it: officecli target correct {result} … --reason TEXT; what is to be seen to "
                "fall is measured by the month, by a target added with --period month."
            ).format(**said),
        )


def _check_typed_by_hand(act: Acting, terms: TargetTerms, period: Period) -> None:
    """Raise BadInput where nobody types the result."""
    said = {"target": terms.number, "metric": terms.metric}
    see = _("See it with: officecli target show {target}").format(target=terms.number)
    if terms.computed:
        raise BadInput(
            _("{target} “{metric}” is worked out from the ledger ({measure}), so nobody types it.").format(
                **said, measure=word("computed", terms.computed)
            ),
            fix=see,
        )
    every = [one for one in every_terms(act.read) if one.periods_in(period)]
    below = _below(terms, every)
    if below:
        typed = _typed_below(terms, every)
        raise BadInput(
            _("{target} “{metric}” is rolled up from {children}, so nobody types it.").format(
                **said, children=listed(dict.fromkeys(one.number for one in below))
            ),
            fix=_("Record the results there: officecli target record {child} …").format(child=typed.number) if typed else see,
        )


def _below(terms: TargetTerms, every: list[TargetTerms]) -> list[TargetTerms]:
    return [one for one in every if one.parent_id == terms.family_id]


def _typed_below(terms: TargetTerms, every: list[TargetTerms]) -> TargetTerms | None:
    """The first target, however far below these, whose results are typed: neither rolled up in its turn nor worked out from the ledger."""
    below = _below(terms, every)
    here = next((one for one in below if not one.computed and not _below(one, every)), None)
    return here or next((typed for one in below if (typed := _typed_below(one, every))), None)


def _achieved(terms: TargetTerms, result: Result, was: str | None = None) -> dict[str, Any]:
    """The value, and what it is made of, as they are kept; `was` is how many pieces were behind the one it corrects."""
    if terms.target_class == "norm":
        return _by_checklist(terms, result)
    if result.met or result.missed:
        raise BadInput(
            _("{target} “{metric}” has no checklist.").format(target=terms.number, metric=terms.metric), fix=_("Give the result as a number.")
        )
    if terms.target_class == "output":
        return _by_pieces(terms, result)
    if result.grade:
        raise BadInput(
            _("{target} “{metric}” does not count pieces by their grade.").format(target=terms.number, metric=terms.metric),
            fix=_("Give the result itself, in {unit}; with --pieces how many pieces are behind it.").format(unit=terms.unit),
        )
    if not result.value:
        raise BadInput(_("The result is missing."), fix=_("Give it in {unit}, after the target's number.").format(unit=terms.unit))
    return {"value": number_text(read_in(result.value, terms.unit, _("result"))), "pieces": _behind(result.pieces, was)}


def _behind(typed: str, was: str | None) -> str | None:
    """How many pieces are behind a rate: as it is typed, else as before."""
    if not typed:
        return was
    pieces = read_number(typed, _("number of pieces"))
    if not pieces:
        raise BadInput(_("There is no rate of 0 pieces."), fix=_("Say how many pieces are behind the result, or leave out --pieces."))
    return number_text(pieces)


def _by_pieces(terms: TargetTerms, result: Result) -> dict[str, Any]:
    if bool(result.value) == bool(result.pieces):
        raise BadInput(
            _("How many pieces there are is missing.") if not result.value else _("The pieces are given twice."),
            fix=_("Write: officecli target record {target} --pieces 3 --grade 1.5 (the grade is what each piece counts for; 1 if not said)").format(
                target=terms.number
            ),
        )
    pieces = read_in(result.value or result.pieces, terms.unit, _("number of pieces"))
    grade = read_number(result.grade, _("grade")) if result.grade else Decimal(1)
    if grade > HUNDRED:
        raise BadInput(
            _("A grade is what one piece counts for, and {grade} is too much.").format(grade=number_text(grade)),
            fix=_("Give a number from 0 to 100."),
        )
    return {"value": number_text(pieces * grade), "pieces": number_text(pieces), "grade": number_text(grade)}


def _by_checklist(terms: TargetTerms, result: Result) -> dict[str, Any]:
    count = len(terms.points)
    if result.value or result.pieces or result.grade or bool(result.met) == bool(result.missed):
        raise BadInput(
            _("{target} “{metric}” has a checklist of {count} points: say which were met.").format(
                target=terms.number, metric=terms.metric, count=count
            ),
            fix=_("Write --met 1,2 or --met all, or what was not: --missed 3. See the points: officecli target show {target}").format(
                target=terms.number
            ),
        )
    said = _points(result.met or result.missed, count)
    met = said if result.met else [number for number in range(1, count + 1) if number not in said]
    return {"value": number_text(quotient(HUNDRED * len(met), Decimal(count))), "points": ",".join(str(number) for number in met)}


def _points(typed: str, count: int) -> list[int]:
    """The numbers of points, in order."""
    plain = unicodedata.normalize("NFKC", typed).strip().casefold()
    if plain in ("all", "全部"):
        return list(range(1, count + 1))
    if plain in ("none", "无"):
        return []
    numbers = [part for part in re.split(r"[,;、\s]+", plain) if part]
    if not numbers or not all(re.fullmatch(r"\d{1,4}", number) and 1 <= int(number) <= count for number in numbers):
        raise BadInput(
            _("“{typed}” does not name points of the checklist, which are numbered 1 to {count}.").format(typed=typed[:40], count=count),
            fix=_("Write numbers with commas: 1,2,4; or all, or none."),
        )
    return sorted({int(number) for number in numbers})
