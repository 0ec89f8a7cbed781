"""Random acts on an item, held against a plain model of it: the store agrees after each, `verify` is clean, refusals leave no trace.

To add a verb, write a function like those below: it draws what the act needs, says whether the plain item allows it
(None: it depends on more than is modelled) and what comes of it, and returns the real act.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from officecli import clock
from officecli.actions.acting import Acting, acting
from officecli.actions.items import (
    asked,
    editing,
    extension,
    feedback,
    halting,
    handing_on,
    prodding,
    review,
    signing,
    submitting,
    supporting,
    waiting,
)
from officecli.actions.items.register import Order, register
from officecli.actions.record.undo import redo, undo
from officecli.actions.several import do_each
from officecli.errors import BadInput, OfficeError
from officecli.store.proof.verify import verify
from officecli.store.write import opening
from stage import by_row, postgresql
from stage.tampering import tables

PEOPLE = [name for posts in by_row.STAFF.values() for *_post, names in posts for name in names]
IN_HANDS = ("issued", "in-hand")
OPEN = (*IN_HANDS, "submitted", "suspended")


@dataclass
class Plain:
    """What a clerk would keep of an item on a card."""

    number: str
    lead: str
    due: date
    status: str = "issued"
    signed: bool = False
    supports: dict[str, tuple[str, bool]] = field(default_factory=dict)
    asked: date | None = None
    suspended_on: date = date.min

    def sign(self) -> None:
        if self.status == "issued":
            self.status, self.signed = "in-hand", True


@dataclass
class Step:
    """One act: what is done for real, whether the plain item allows it, and what comes of it there."""

    do: Callable[[Acting], object]
    allowed: bool | None
    effect: Callable[[], object] = lambda: None


@dataclass
class Draw:
    """What chance gives an act to work with."""

    chance: random.Random
    today: date

    def person(self) -> str:
        return self.chance.choice(PEOPLE)

    def day(self) -> date:
        return self.today + timedelta(days=self.chance.randint(0, 40))


def sign(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: signing.sign(act, item.number), item.status == "issued", item.sign)


def note(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: feedback.note(act, item.number, asked.Feedback("进行中", "60%")), item.status in OPEN, item.sign)


def part(item: Plain, draw: Draw) -> Step:
    name = draw.person()
    there = item.supports.get(name)

    def done() -> None:
        item.supports[name] = (item.supports[name][0], True)

    return Step(lambda act: supporting.part_done(act, item.number, name), item.status in OPEN and there is not None and not there[1], done)


def wait(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: waiting.wait_for(act, item.number, "财政局", "缺数据"), item.status in IN_HANDS)


def submit(item: Plain, draw: Draw) -> Step:
    def submitted() -> None:
        item.sign()
        item.status = "submitted"

    return Step(lambda act: submitting.submit(act, item.number, "已完成"), item.status in IN_HANDS, submitted)


def return_(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: review.return_(act, item.number, "数据不全"), item.status == "submitted", lambda: setattr(item, "status", "in-hand"))


def close(item: Plain, draw: Draw) -> Step:
    result = "" if item.status == "submitted" else "已完成"
    return Step(
        lambda act: review.close(act, item.number, result), item.status in (*IN_HANDS, "submitted"), lambda: setattr(item, "status", "closed")
    )


def extend(item: Plain, draw: Draw) -> Step:
    to = item.due + timedelta(days=draw.chance.randint(-3, 15))
    allowed = item.status in IN_HANDS and to > item.due and item.asked is None
    return Step(lambda act: extension.extend(act, item.number, to.isoformat(), "等数据"), allowed, lambda: setattr(item, "asked", to))


def grant(item: Plain, draw: Draw) -> Step:
    allowed = item.asked is not None and item.asked > item.due and item.status in (*IN_HANDS, "suspended")

    def granted() -> None:
        assert item.asked is not None
        item.due, item.asked = item.asked, None

    return Step(lambda act: extension.grant(act, item.number), allowed, granted)


def decline(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: extension.decline(act, item.number), item.asked is not None and item.status in OPEN, lambda: setattr(item, "asked", None))


def assign(item: Plain, draw: Draw) -> Step:
    to = draw.person()

    def assigned() -> None:
        item.lead, item.signed = to, False
        item.supports.pop(to, None)
        item.status = "issued" if item.status == "in-hand" else item.status

    allowed = item.status in (*IN_HANDS, "suspended") and to != item.lead
    return Step(lambda act: handing_on.assign(act, item.number, to, "轮岗"), allowed, assigned)


def support_add(item: Plain, draw: Draw) -> Step:
    name, said = draw.person(), draw.chance.choice(["核稿", "数据"])

    def added() -> None:
        item.supports[name] = (said, item.supports.get(name, ("", False))[1])

    allowed = item.status in OPEN and name != item.lead and item.supports.get(name, ("",))[0] != said
    return Step(lambda act: supporting.support_add(act, item.number, f"{name}:{said}"), allowed, added)


def support_remove(item: Plain, draw: Draw) -> Step:
    name = draw.person()
    return Step(
        lambda act: supporting.support_remove(act, item.number, name), item.status in OPEN and name in item.supports, lambda: item.supports.pop(name)
    )


def edit(item: Plain, draw: Draw) -> Step:
    due = draw.day()
    wanted = asked.Edit(due=due.isoformat(), reason="上级要求")
    return Step(lambda act: editing.edit(act, item.number, wanted), item.status in OPEN and due != item.due, lambda: setattr(item, "due", due))


def prod(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: prodding.prod(act, item.number, "请抓紧"), None if item.status in IN_HANDS else False)


def suspend(item: Plain, draw: Draw) -> Step:
    def suspended() -> None:
        item.status, item.suspended_on = "suspended", draw.today

    return Step(lambda act: halting.suspend(act, item.number, "等上级文件"), item.status in IN_HANDS, suspended)


def resume(item: Plain, draw: Draw) -> Step:
    def resumed() -> None:
        item.status = "in-hand" if item.signed else "issued"
        stood = sum((item.suspended_on + timedelta(days=n)).weekday() < 5 for n in range(1, (draw.today - item.suspended_on).days + 1))
        while stood:
            item.due += timedelta(days=1)
            stood -= item.due.weekday() < 5

    return Step(lambda act: halting.resume(act, item.number), item.status == "suspended", resumed)


def cancel(item: Plain, draw: Draw) -> Step:
    return Step(lambda act: halting.cancel(act, item.number, "撤销"), item.status in OPEN, lambda: setattr(item, "status", "cancelled"))


VERBS = [sign, note, part, wait, submit, return_, extend, grant, decline, assign, support_add, support_add, support_remove, edit]
VERBS += [prod, suspend, resume, extend, grant, decline]
RARE = [close, cancel]  # nothing comes after them
BIG = ("calendar_day",)  # no act touches it, and verify looks at it after each sequence


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def staged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[by_row.Staged]:
    """One office for all sequences; each has items of its own."""
    with ExitStack() as stack:
        stack.callback(clock.pretend, None)
        clock.pretend(datetime(2026, 6, 1, 1, tzinfo=UTC))
        if request.param == "sqlite":
            url = str(tmp_path_factory.mktemp("store") / "office.db")
            stack.enter_context(pytest.MonkeyPatch.context()).setitem(opening.PRAGMAS, "synchronous", "0")  # no power is cut here
        else:
            url = stack.enter_context(postgresql.database(request.getfixturevalue("postgresql_server")))
        yield by_row.office(url, region="none")


@pytest.mark.parametrize("ruled", [False, True], ids=["any-role", "under-the-rules"])
def test_random_acts_agree_with_a_plain_model(staged: by_row.Staged, ruled: bool) -> None:
    done = run_through(staged, range({"sqlite": 20, "postgresql": 4}[staged.place.engine] // (4 if ruled else 1)), ruled=ruled)
    if staged.place.engine == "sqlite" and not ruled:
        assert done >= {verb.__name__ for verb in VERBS}
    assert len(done) > 2


def test_random_acts_through_sqlmodel_agree_with_it_too(staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICECLI_WRITER", "sqlmodel")
    assert len(run_through(staged, range(100, {"sqlite": 102, "postgresql": 101}[staged.place.engine]), ruled=False)) > 2


def run_through(staged: by_row.Staged, seeds: range, *, ruled: bool) -> set[str]:
    """A sequence for each seed; the acts that were accepted."""
    done: set[str] = set()
    for seed in seeds:
        chance, second_thoughts, in_parts = random.Random(seed), random.Random(seed), random.Random(seed)
        day = datetime(2026, 6, 1, 1, tzinfo=UTC)
        clock.pretend(day)
        item = given(staged, Draw(chance, day.date()))
        for _step in range(15):
            day += timedelta(days=chance.choice([0, 0, 1, 3]))
            clock.pretend(day)
            verb, step = drawn(item, Draw(chance, day.date()))
            who = chance.choice(["王建国", item.lead, chance.choice(PEOPLE)])
            was = deepcopy(item)
            if tried(staged, verb, who, step, ruled=ruled, spoilt_before=in_parts.random() < 0.3):
                step.effect()
                if verb == "assign" and item.lead == who:
                    item.sign()  # what one gives oneself is signed for at once
                done.add(verb)
                if second_thoughts.random() < 0.3 and tried(staged, "undo", who, Step(undo, allowed=True), ruled=ruled):
                    assert on_record(staged, item.number) == kept(was), f"seed {seed}: {verb} by {who} taken back"
                    if not tried(staged, "redo", who, Step(redo, allowed=None), ruled=ruled) or (
                        second_thoughts.random() < 0.3 and tried(staged, "undo", who, Step(undo, allowed=True), ruled=ruled)
                    ):
                        item = was
            assert on_record(staged, item.number) == kept(item), f"seed {seed}: {verb} by {who}"
        with staged.reading() as read:
            assert verify(read).faults == (), f"seed {seed}"
    return done


def drawn(item: Plain, draw: Draw) -> tuple[str, Step]:
    """An act, more often one that is allowed than chance alone would have it: sequences get further so."""
    for _attempt in range(draw.chance.choice([1, 8])):
        verb = draw.chance.choice(VERBS if draw.chance.random() < 0.95 else RARE)
        step = verb(item, draw)
        if step.allowed:
            break
    return verb.__name__, step


def given(staged: by_row.Staged, draw: Draw) -> Plain:
    lead, due = draw.person(), draw.day()
    with acting(staged.place, "add", "王建国", rules=()) as act:
        made = register(act, Order(f"事项{draw.chance.random()}", lead, due.isoformat()))
        number = made.number
    made_for = Plain(number, lead, due)
    if lead == "王建国":
        made_for.sign()
    return made_for


def tried(staged: by_row.Staged, verb: str, who: str, step: Step, *, ruled: bool, spoilt_before: bool = False) -> bool:
    """Do it for real; whether it was accepted, which must be as the plain item says, unless a rule is in the way.

    It is `spoilt_before` where it is one of two things, the first of which is taken back when all of it was done.
    """

    def one(act: Acting, which: str) -> None:
        step.do(act)
        if which == "spoilt":
            raise BadInput("It came to nothing.")

    before = tables(staged.place, without=BIG)
    refusal, repeated = "", False
    try:
        with acting(staged.place, verb, who, rules=None if ruled else ()) as act:
            if spoilt_before:
                do_each(act, ["spoilt", "real"], one)
            else:
                step.do(act)
        repeated = bool(act.repeated)
        refusal = "".join(why.error.what for why in act.not_done[1:])
    except OfficeError as error:
        refusal = error.what
    if not refusal and repeated:  # it was done already and means the same
        assert tables(staged.place, without=BIG) == before
        return False
    if refusal:
        assert tables(staged.place, without=BIG) == before
        assert ruled or step.allowed is not True, f"{verb} was refused: {refusal}"
    else:
        assert step.allowed is not False, f"{verb} was accepted"
    return not refusal


def on_record(staged: by_row.Staged, number: str) -> dict[str, Any]:
    with staged.reading() as read:
        found = read.rows("SELECT id, status, lead, due FROM v_item WHERE number = :number", number=number)[0]
        supports = read.rows(
            "SELECT p.name, s.part, s.done FROM support s JOIN person p ON p.id = s.person_id WHERE s.item_id = :id AND s.until IS NULL",
            id=found.pop("id"),
        )
    return {**found, "supports": {row["name"]: (row["part"], row["done"] is not None) for row in supports}}


def kept(item: Plain) -> dict[str, Any]:
    return {"status": item.status, "lead": item.lead, "due": item.due.isoformat(), "supports": item.supports}
