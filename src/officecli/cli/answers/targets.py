"""What became of targets and their results, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.i18n import _, ngettext
from officecli.model.time.periods import period_said
from officecli.typed.targets.amounts import with_unit
from officecli.typed.targets.wording import terms_text

if TYPE_CHECKING:
    from officecli.actions.targets.confirming import ResultConfirmed
    from officecli.actions.targets.recording import ResultCorrected, ResultRecorded
    from officecli.actions.targets.setting import TargetRetired, TargetSet
    from officecli.files.targets import TargetsSet


def target_set(done: TargetSet) -> Iterator[str]:
    yield _("{target} “{metric}”: {terms}; from {period}.").format(
        target=done.target, metric=done.terms.metric, terms=terms_text(done.terms), period=period_said(done.period)
    )
    if done.parent:
        yield _("It is rolled up to {target}.").format(target=done.parent)


def targets_set(done: TargetsSet) -> Iterator[str]:
    yield ngettext("{n} target set.", "{n} targets set.", done.count).format(n=done.count)


def target_retired(done: TargetRetired) -> Iterator[str]:
    yield _("{target} “{metric}” no longer holds from {period} on.").format(target=done.target, metric=done.metric, period=period_said(done.period))


def result_recorded(done: ResultRecorded) -> Iterator[str]:
    yield _("{result} recorded for {target} “{metric}” in {period}: {amount}.").format(
        result=done.result, target=done.target, metric=done.metric, period=period_said(done.period), amount=with_unit(done.value, done.unit)
    )

    if done.waits:
        yield _("It counts once a superior has confirmed it: officecli target confirm {result}").format(result=done.result)


def result_confirmed(done: ResultConfirmed) -> Iterator[str]:
    text = (
        _("{result} of {target} “{metric}” is confirmed, and counts: {amount}.")
        if done.changed
        else _("{result} of {target} “{metric}” was confirmed before: {amount}.")
    )
    yield text.format(result=done.result, target=done.target, metric=done.metric, amount=with_unit(done.value, done.unit))


def result_corrected(done: ResultCorrected) -> Iterator[str]:
    said = {"result": done.result, "was": with_unit(done.was, done.unit), "now": with_unit(done.now, done.unit)}
    yield _("{result} is corrected: {was} → {now}.").format(**said)
    if done.still_counts:
        yield _("Until that is confirmed {was} counts.").format(**said)
