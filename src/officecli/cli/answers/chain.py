"""What became of requests and decisions, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.i18n import _
from officecli.typed.chain.verdicts import answer_in_words

if TYPE_CHECKING:
    from officecli.actions.chain.answering import AnswersClashed, RequestAnswered, RequestEscalated, RequestWithdrawn
    from officecli.actions.chain.asking import RequestRaised
    from officecli.actions.chain.attempts import AttemptNoted
    from officecli.actions.chain.decisions import DecisionRecorded, NothingFollows, ReportedBack
    from officecli.actions.chain.leader import LeaderMeant, LeaderOutside


def request_raised(done: RequestRaised) -> Iterator[str]:
    yield _("{number} goes to {holder}: {title}.").format(number=done.number, holder=done.holder, title=done.title)
    if done.in_one:
        yield _("Tried: {tried}. Recommended: {recommend}.").format(tried=done.tried.rstrip(".。"), recommend=done.recommend.rstrip(".。") or "–")
    for name in done.told:
        yield _("{name} is told of it.").format(name=name)


def attempt_noted(done: AttemptNoted) -> Iterator[str]:
    yield _("{number}: noted that {holder} could not be reached.").format(number=done.number, holder=done.holder)


def request_answered(done: RequestAnswered) -> Iterator[str]:
    said = " · ".join(answer_in_words(done.verdict, done.answer)).rstrip(".。")
    yield _("{number} answered: {verdict}.").format(number=done.number, verdict=said)


def request_escalated(done: RequestEscalated) -> Iterator[str]:
    yield _("{number} goes up to {holder}.").format(number=done.number, holder=done.holder)


def request_withdrawn(done: RequestWithdrawn) -> Iterator[str]:
    yield _("{number} withdrawn.").format(number=done.number)


def answers_clashed(done: AnswersClashed) -> Iterator[str]:
    yield _("{number} was answered the other way by {holder}: neither answer holds, and {superior} decides both.").format(
        number=done.other, holder=done.holder, superior=done.superior
    )


def leader_outside(done: LeaderOutside) -> Iterator[str]:
    if done.number:
        yield _("{number}: “{words}” is nobody of this office, and stands as it was typed; {reviewer} reviews the result.").format(
            number=done.number, words=done.words, reviewer=done.reviewer
        )
    else:
        yield _("“{words}” is nobody of this office, and stands as it was typed.").format(words=done.words)


def leader_meant(done: LeaderMeant) -> Iterator[str]:
    yield _("“{typed}” is read as {name}.").format(typed=done.typed, name=done.name)


def decision_recorded(done: DecisionRecorded) -> Iterator[str]:
    yield _("{number} recorded: {title}; decided by {leader} on {day}.").format(
        number=done.number, title=done.title, leader=done.leader, day=done.day
    )


def nothing_follows(done: NothingFollows) -> Iterator[str]:
    yield _("{number}: nothing needs to follow; {title}.").format(number=done.number, title=done.title)


def reported_back(done: ReportedBack) -> Iterator[str]:
    yield _("{number} reported back to {leader}: {title}.").format(number=done.number, leader=done.leader, title=done.title)
