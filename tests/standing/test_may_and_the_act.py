"""What `may` answers is what the act itself meets: for every act, in situations that rules and acts refuse, each staged once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.model.acts import possible
from officecli.standing.permission import ON_ITEMS, ON_REQUESTS, Permission, may_do, may_do_to_request
from officecli.store.place import place
from officecli.store.read.reader import Reader, Row, reading
from officecli.typed.office.people import find_person
from stage.procedures import STEPS, procedure
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

PEOPLE = ("周海", "吴芳", "张伟", "李娜", "陈静", "孙丽")
"""Who stands above all, who gave it, who has nothing to do with it, who leads it, who stands below the lead, and a registrar."""
LINES = {
    "sign": ["ack 1"], "note": ["note 1 进展顺利"], "submit": ["submit 1 --result 成稿"], "extend": ["extend 1 --to +1wd --reason 缺数据"],
    "wait": ["wait 1 --to 王强 --reason 等数据", "wait 1 --over"], "part": ["part 1 陈静 done"], "step": ["step 1 1", "step 1 2"],
    "assign": [f"assign 1 --to {name} --reason 调整" for name in (*PEOPLE, "王强", "周海")],
    "split": ["split 1 核对 --lead 陈静 --due 2026-07-24", "split 1 核对 --lead 王强 --due 2026-07-24"],
    "support": [*(f"support 1 {name}:复核" for name in ("陈静", "王强", "李娜")), "support 1 陈静 --end"],
    "edit": ["edit 1 --title 改名"], "tag": ["edit 1 +会务"],
    "set-goal": ["edit 1 --goal 全部完成"], "set-deadline": ["edit 1 --due 2026-07-24 --reason 调整"],
    "correct": ["edit 1 --due 2026-07-23 --correct 写错", "assign 1 --to 王强 --correct 写错"],
    "return": ["return 1 --reason 不全"], "close": ["close 1", "close 1 --result 完成"], "reopen": ["reopen 1 --reason 有误"], "rate": ["rate 1 4"],
    "suspend": ["suspend 1 --reason 等上级"], "resume": ["resume 1"], "cancel": ["cancel 1 --reason 不办"], "grant": ["grant 1"],
    "decline": ["decline 1 --reason 不行"], "prod": ["prod 1 抓紧"], "tell": ["tell 1 周海"], "copy": ["copy 1 --to 王强"],
    "answer": ["request answer 1 同意"], "escalate": ["request escalate 1 请示"], "attempt": ["request attempt 1 电话未接"], "withdraw": ["request withdraw 1"],
}  # fmt: skip
"""Act → lines of it that would be right if it is allowed at all: it is done by the first that is taken."""
WITHOUT_A_LINE = {"meet"}
"""What a meeting decides is typed as the acts it consists of."""


def given(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due 2026-07-10")


def begun(office: Office) -> None:
    given(office)
    office.done("李娜", "ack 1")


def submitted(office: Office) -> None:
    begun(office)
    office.done("李娜", "submit 1 --result 初稿")


def suspended(office: Office) -> None:
    begun(office)
    office.done("吴芳", "suspend 1 --reason 停")


def with_an_open_part(office: Office) -> None:
    begun(office)
    office.done("李娜", "support 1 陈静:核对")
    office.done("李娜", "split 1 核对 --lead 陈静")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 王强")


def a_part_of_what_is_closed(office: Office) -> None:
    office.done("吴芳", "add 总结 --lead 李娜 --due 2026-07-10")
    office.done("李娜", "split 1 月度信息 --lead 李娜 --due 2026-07-09")
    office.done("李娜", "submit 2 --result 成稿")
    office.done("吴芳", "close 2")
    office.done("李娜", "submit 1 --result 成稿")
    office.done("吴芳", "close 1")


def asked_to_extend_and_prodded(office: Office) -> None:
    begun(office)
    office.done("李娜", "extend 1 --to +2wd --reason 缺数据")
    office.done("吴芳", "prod 1")


def overdue(office: Office) -> None:
    begun(office)
    office.at("2026-07-14T02:00")


def extended_as_often_as_is_allowed(office: Office) -> None:
    begun(office)
    for _time in range(3):
        office.done("李娜", "extend 1 --to +1wd --reason 缺数据")
        office.done("吴芳", "grant 1")


def extended_as_long_as_is_allowed(office: Office) -> None:
    office.done("孙丽", "config set rules.D305.max_total 2")
    begun(office)
    office.done("李娜", "extend 1 --to +2wd --reason 缺数据")
    office.done("吴芳", "grant 1")


def of_a_clerk_with_nobody_below(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due 2026-07-10")


def of_one_with_nobody_above(office: Office) -> None:
    office.done("周海", "add 月度信息 --lead 周海 --due 2026-07-10")


def ones_own_that_is_closed(office: Office) -> None:
    office.done("李娜", "add 月度信息 --lead 李娜 --due 2026-07-10")
    office.done("李娜", "submit 1 --result 成稿")
    office.done("吴芳", "close 1")


def set_long_ago_and_handed_on_today(office: Office) -> None:
    given(office)
    office.at("2026-07-21T02:00")
    office.done("吴芳", "assign 1 --to 陈静 --reason 调整")


def by_a_procedure_and_not_signed_for(office: Office) -> None:
    procedure(office.url, "月度信息", recurrence=None, steps=STEPS, post="督查室主任")
    office.done("吴芳", "procedure run 月度信息 --due 2026-07-10")


ITEMS = [
    given, begun, submitted, suspended, with_an_open_part, a_part_of_what_is_closed, asked_to_extend_and_prodded, overdue,
    extended_as_often_as_is_allowed, extended_as_long_as_is_allowed, of_a_clerk_with_nobody_below, of_one_with_nobody_above, ones_own_that_is_closed,
    set_long_ago_and_handed_on_today, by_a_procedure_and_not_signed_for,
]  # fmt: skip


def asked(office: Office) -> None:
    office.done("陈静", "request raise 订阅刊物 --tried a --recommend b")


def handed_up_to_the_top(office: Office) -> None:
    asked(office)
    office.done("李娜", "request escalate 1")
    office.done("吴芳", "request escalate 1")


def answered(office: Office) -> None:
    asked(office)
    office.done("李娜", "request answer 1 同意")


def a_complaint(office: Office) -> None:
    office.done("陈静", "request raise 反映问题 --to 吴芳 --exception complaint --reason 不公平对待 --tried a --recommend b")


REQUESTS = [asked, handed_up_to_the_top, answered, a_complaint]


def tried(office: Office, who: str, act: str, number: str) -> tuple[bool, str]:
    """Whether one of the lines of an act is taken from somebody, and what was said of them; what was so already is not done again."""
    said = []
    for line in LINES[act]:
        said.append(office.type(who, f"{line.replace(' 1', f' {number}', 1)} --dry-run"))
        if office.code == 0 and " already" not in said[-1]:
            return True, said[-1]
    return False, "".join(said)


def differing(office: Office, ask: Callable[[Reader, Row, str, str], Permission], acts: tuple[str, ...], *, number: str = "1") -> list[str]:
    """Where the answer and the act do not agree, each in a line. What the item's status allows nobody is tried by its registrar alone."""
    found: list[str] = []
    status = office.rows(f"SELECT status FROM item WHERE serial = {number}")
    for act in (one for one in acts if one not in WITHOUT_A_LINE):
        for who in PEOPLE if not status or possible(act, status[0]["status"]) or act in ON_REQUESTS else PEOPLE[-1:]:
            with reading(place(office.url)) as read:
                answer = ask(read, find_person(read, who), act, number)
            done, said = tried(office, who, act, number)
            if done != answer.allowed:
                found.append(f"{who} {act}: {answer} — {said}")
    return found


@pytest.mark.parametrize("stage", ITEMS, ids=lambda stage: stage.__name__)
def test_of_an_item(office: Office, stage: Callable[[Office], None]) -> None:
    stage(office)
    assert differing(office, may_do, ON_ITEMS, number="2" if stage is a_part_of_what_is_closed else "1") == []


@pytest.mark.parametrize("stage", REQUESTS, ids=lambda stage: stage.__name__)
def test_of_a_request(office: Office, stage: Callable[[Office], None]) -> None:
    stage(office)
    assert differing(office, may_do_to_request, ON_REQUESTS) == []


def test_every_act_is_tried() -> None:
    assert {*LINES} | WITHOUT_A_LINE == {*ON_ITEMS, *ON_REQUESTS}, "Say in LINES what is typed for the act, so that `may` is held to it."


@pytest.mark.parametrize(
    ("code", "act", "stage", "number"),
    [
        ("D304", "extend", overdue, "1"),
        ("D305", "extend", extended_as_often_as_is_allowed, "1"),
        ("D305", "extend", extended_as_long_as_is_allowed, "1"),
        ("F606", "close", with_an_open_part, "1"),
        ("F606", "reopen", a_part_of_what_is_closed, "2"),
    ],
)
def test_a_refusal_that_a_rule_foresees_names_it(office: Office, code: str, act: str, stage: Callable[[Office], None], number: str) -> None:
    stage(office)
    with reading(place(office.url)) as read:
        answer = may_do(read, find_person(read, "孙丽"), act, number)
    assert (answer.allowed, answer.rule, bool(answer.why)) == (False, code, True)
    assert code in tried(office, "孙丽", act, number)[1]


def test_who_complained_is_not_told_by_what_they_may_do(office: Office) -> None:
    a_complaint(office)
    for who in ("张伟", "孙丽", "李娜"):
        said = office.type(who, "may 陈静 withdraw 1")
        assert office.code == 1
        assert "kept in confidence" in said
        assert "asker" not in said
    assert "Yes: 陈静 may do this now." in office.done("陈静", "may 陈静 withdraw 1")
