"""Random histories of an office with bad habits: the check and the writes say the same, since they ask the same queries.

With every rule at warn, a check finds exactly what the writes warned of and nothing has since mended;
and a write is refused at refuse exactly when it warns at warn, by the same rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from officecli import clock
from officecli.actions.acting import Acting, acting
from officecli.actions.chain import answering
from officecli.actions.chain.asking import Ask
from officecli.actions.chain.raising import raise_request
from officecli.actions.items import asked, editing, extension, feedback, halting, handing_on, prodding, review, signing, submitting, supporting
from officecli.actions.items.register import Order, register
from officecli.actions.office.staff import leave, move_person
from officecli.actions.record.waivers import add_waiver
from officecli.errors import BadInput, NotFound, Refused
from officecli.rules import every_rule
from officecli.store import judge
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.store.write import opening
from rules.case import softened

SEQUENCES, STEPS = 6, 20
PEOPLE = ("周海", "吴芳", "张伟", "李娜", "王强", "刘洋", "赵敏", "陈静", "孙丽")
POSTS = ("秘书科/秘书科科员", "督查室/督查科员", "督查室/督查室主任")

WATCHING = tuple(rule for rule in every_rule() if rule.watches)
SOFT = softened(WATCHING)
HARD = tuple(replace(rule, severity="refuse", sql=rule.sql.replace("'warn'", "'refuse'")) for rule in WATCHING)

Findings = set[tuple[str, ...]]
"""What findings are about: a pair is warned of once, and a check finds it on both its items."""


class _RehearsedError(Exception):
    """Takes back what was only tried."""


@dataclass
class Draw:
    """What chance gives an act to work with."""

    chance: Random
    day: datetime

    def person(self) -> str:
        return self.chance.choice(PEOPLE)

    def number(self) -> str:
        return str(self.chance.randint(1, 4))

    def date(self) -> str:
        return (self.day + timedelta(days=self.chance.randint(0, 25))).date().isoformat()

    def supporter(self) -> str:
        return self.person() + self.chance.choice(("", ":核稿"))


Doing = Callable[[Acting], object]


def give(draw: Draw) -> Doing:
    order = Order(
        draw.chance.choice(("防汛检查", "经济讲话稿", "来信办理")),
        draw.person(),
        draw.date(),
        support=[draw.supporter() for _ in range(draw.chance.choice((0, 1, 2)))],
        kind=draw.chance.choice(("adhoc", "adhoc", "routine", "own")),
        source=draw.chance.choice(("", "第3次会议")),
        by=draw.chance.choice(("", "", "周海")),
        began=draw.chance.choice(("", "", (draw.day - timedelta(days=9)).date().isoformat())),
    )
    return lambda act: register(act, order)


def ask(draw: Draw) -> Doing:
    said = draw.chance.choice(("", "问过"))
    asked = Ask(items=[draw.number()], tried=said, recommend=draw.chance.choice(("", "延期")), to=draw.chance.choice(("", draw.person())))
    return lambda act: raise_request(act, asked)


def answer(draw: Draw) -> Doing:
    number, does = f"Q2026-00{draw.number()}", draw.chance.choice((answering.escalate, answering.withdraw, None))
    return lambda act: does(act, number) if does else answering.answer(act, number, "同意")


def on_item(does: Callable[[Acting, str, Draw], object]) -> Callable[[Draw], Doing]:
    def drawn(draw: Draw) -> Doing:
        number, state = draw.number(), draw.chance.getrandbits(32)
        return lambda act: does(act, number, replace(draw, chance=Random(state)))

    return drawn


ACTS: dict[str, Callable[[Draw], Doing]] = {
    "add": give,
    "sign": on_item(lambda act, number, _draw: signing.sign(act, number)),
    "note": on_item(lambda act, number, _draw: feedback.note(act, number, asked.Feedback("进行中", "60%"))),
    "submit": on_item(lambda act, number, _draw: submitting.submit(act, number, "已完成")),
    "return": on_item(lambda act, number, draw: review.return_(act, number, draw.chance.choice(("", "数据不全")))),
    "close": on_item(lambda act, number, draw: review.close(act, number, draw.chance.choice(("", "已完成")))),
    "extend": on_item(lambda act, number, draw: extension.extend(act, number, draw.date(), "等数据")),
    "grant": on_item(lambda act, number, _draw: extension.grant(act, number)),
    "assign": on_item(lambda act, number, draw: handing_on.assign(act, number, draw.person(), "轮岗")),
    "support": on_item(lambda act, number, draw: supporting.support_add(act, number, draw.supporter())),
    "unsupport": on_item(lambda act, number, draw: supporting.support_remove(act, number, draw.person())),
    "edit": on_item(lambda act, number, draw: editing.edit(act, number, asked.Edit(due=draw.date(), reason="上级要求"))),
    "tell": on_item(lambda act, number, draw: prodding.tell(act, number, draw.person())),
    "cancel": on_item(lambda act, number, _draw: halting.cancel(act, number, "撤销")),
    "waive": on_item(lambda act, number, draw: add_waiver(act, draw.chance.choice(("R102", "R104", "C507")), number, "人手不够")),
    "raise": ask,
    "answer": answer,
    "person-move": lambda draw: lambda act: move_person(act, draw.person(), draw.chance.choice(POSTS)),
    "person-leave": lambda draw: lambda act: leave(act, draw.person(), draw.person()),
}
OFTEN = ("add", "add", "support", "assign", "extend", "grant", "raise", "edit")


@pytest.fixture(autouse=True)
def _no_power_is_cut(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(opening.PRAGMAS, "synchronous", "0")
    yield
    clock.pretend(None)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_the_check_and_the_writes_say_the_same(sqlite_office: str, seed: int) -> None:
    office, chance = place(sqlite_office), Random(seed)
    day = datetime(2026, 7, 6, 1, tzinfo=UTC)
    clock.pretend(day)
    standing, warned_at_all = found(office), set[str]()
    for step in range(STEPS):
        day += timedelta(days=chance.choice((0, 0, 1, 4)))
        clock.pretend(day)
        before = found(office)
        assert before <= standing, "a rule that watches the writes finds something that no write made"
        verb = "add" if step < 3 else chance.choice((*ACTS, *OFTEN))
        who = chance.choice(("周海", "吴芳", chance.choice(PEOPLE)))
        state = chance.getrandbits(32)

        def doing(verb: str = verb, state: int = state, day: datetime = day) -> Doing:
            return ACTS[verb](Draw(Random(state), day))

        warned = written(office, verb, who, doing)
        standing = found(office)
        assert standing - before == warned, f"{verb} by {who}"
        warned_at_all |= {code for code, *_about in warned}
    assert len(warned_at_all) >= 2, "a history in which little is wrong proves little"


def written(office: Place, verb: str, who: str, doing: Callable[[], Doing]) -> Findings:
    """Do it, refused first where it would be; returns what was warned of in the end."""
    warnings = rehearsed(office, verb, who, doing())
    if warnings is None:
        with pytest.raises((Refused, BadInput, NotFound)), acting(office, verb, who, rules=HARD) as act:
            doing()(act)
        return set()
    refused: set[str] = set()
    try:
        with acting(office, verb, who, rules=HARD) as act:
            doing()(act)
    except Refused as refusal:
        refused = {label.partition(" ")[0] for label, _what, _fix in refusal.reasons}
    assert refused == {code for code, *_about in warnings}
    if refused:
        with acting(office, verb, who, rules=SOFT) as act:
            doing()(act)
    return {finding.about for finding in act.warnings}


def rehearsed(office: Place, verb: str, who: str, do: Doing) -> Findings | None:
    """What it would be refused for at refuse; None where it cannot be done at all."""
    try:
        with acting(office, verb, who, rules=SOFT) as act:
            do(act)
            act.conclude(SOFT)
            raise _RehearsedError
    except _RehearsedError:
        return {finding.about for finding in act.warnings if not finding.waived}
    except (Refused, BadInput, NotFound):
        return None


def found(office: Place) -> Findings:
    """What a check finds of the rules that watch the writes."""
    with reading(office) as read:
        every = {rule.code: judge.findings(read, rule) for rule in SOFT}
        for rule in SOFT:
            if rule.among:  # begun where an index says, or at all there is
                assert every[rule.code] == judge.findings(read, rule, judge.EVERYTHING)
        return {finding.about for findings in every.values() for finding in findings}
