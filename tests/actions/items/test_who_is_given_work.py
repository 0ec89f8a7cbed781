"""Work goes to people of the staff, by their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli import i18n
from officecli.actions.acting import acting
from officecli.actions.items.handing_on import assign
from officecli.actions.items.lead_away import LeadAway
from officecli.actions.items.prodding import prod
from officecli.actions.items.register import Order, register
from officecli.actions.office.absences import Leave, absent
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from stage import faultless_office

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(store_url: str, at: Callable[[str], None]) -> Place:
    at("2026-07-06T01:00")
    faultless_office.make(store_url)
    return place(store_url)


def test_a_founder_who_is_only_an_account_is_given_no_work(office: Place) -> None:
    for order in (Order("调研", "me"), Order("调研", "赵敏", support=["me:数据"])):
        with pytest.raises(BadInput, match="You are not on the staff") as refused, acting(office, "add") as act:
            register(act, order)
        assert "officecli person add NAME --login" in refused.value.fix


def test_nobody_hands_work_to_an_account(office: Place) -> None:
    with acting(office, "add", "周海") as act:
        register(act, Order("调研", "吴芳", "fri"))
    with reading(office) as read:
        account = read.value("SELECT name FROM person WHERE account = 1")
    with pytest.raises(BadInput, match="is an account"), acting(office, "assign", "周海") as act:
        assign(act, "2026-001", account, "换人")


def test_a_unit_named_in_place_of_a_person_tells_its_head(office: Place) -> None:
    with pytest.raises(NotFound) as refused, acting(office, "add", "周海") as act:
        register(act, Order("调研", "秘书科"))
    assert refused.value.fix == "秘书科 is a unit; its head is 张伟."


@pytest.mark.parametrize(
    ("leave", "due", "said"),
    [
        (None, "fri", []),
        (Leave(until="7月10日"), "8月3日", ["张伟至2026年7月10日（周五）不在岗，其间无人代办。"]),
        (Leave(until="7月10日", stand_in="王强"), "8月3日", ["张伟至2026年7月10日（周五）不在岗，其间由王强代办。"]),
        (Leave(since="7月20日", until="7月24日"), "7月22日", ["张伟自2026年7月20日（周一）至2026年7月24日（周五）不在岗，2026-001恰在此期间到期。"]),
        (Leave(since="7月20日", until="7月24日"), "7月27日", []),
    ],
)
def test_whoever_gives_work_to_somebody_away_is_told(office: Place, leave: Leave | None, due: str, said: list[str]) -> None:
    i18n.use("zh")
    if leave:
        with acting(office, "away", "周海") as act:
            absent(act, "张伟", leave)
    told = []
    with acting(office, "add", "周海") as act:
        register(act, Order("调研", "张伟", due))
    told.append(act.done)
    with acting(office, "prod", "周海") as act:
        prod(act, "2026-001")
    told.append(act.done)
    with acting(office, "assign", "周海") as act:
        assign(act, "2026-001", "李娜", "分工调整")
    with acting(office, "assign", "周海") as act:
        assign(act, "2026-001", "张伟", "改回")
    told.append(act.done)
    assert [[*sentences(one for one in done if isinstance(one, LeadAway))] for done in told] == [said] * 3
    with acting(office, "add", "张伟") as act:
        register(act, Order("自己的事", "me", due))
    assert not any(isinstance(one, LeadAway) for one in act.done)
