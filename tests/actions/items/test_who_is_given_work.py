"""Work goes to people of the staff, by their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.handing_on import assign
from officecli.actions.items.register import Order, register
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
