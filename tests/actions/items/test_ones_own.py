"""What somebody gives themselves is signed for at once, and took no time; what others give waits to be signed for."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from officecli.reports.items import accountability, digest
from officecli.reports.shape.filters import Filters
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite

OWN = " is your own: it is signed for at once, and in hand."


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """The small office on Monday, 6 July 2026."""
    at("2026-07-06T02:00")
    return Office(office_url, at)


def signing(office: Office) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in office.rows("SELECT status, signed, sign_minutes FROM item ORDER BY id")]


def test_it_is_in_hand_from_the_start(office: Office) -> None:
    assert OWN in office.done("张伟", "add 核对台账 --lead me --due 7-20")
    assert OWN not in office.done("张伟", "add 整理名册 --lead 王强 --due 7-20")
    assert OWN not in office.done("张伟", "add 下月安排 --lead me --due 7-20 --issued 7-13")
    assert signing(office) == [("in-hand", "2026-07-06", None), ("issued", None, None), ("issued", None, None)]
    answered = json.loads(office.done("张伟", "add 改进台账 --lead me --due 7-20 --kind own --format json"))
    assert (answered["status"], answered["done"][-1]["act"]) == ("in-hand", "in-hand-at-once")
    assert "signed for already" in office.done("张伟", "ack 1")


def test_it_counts_nowhere_as_slow_to_sign(office: Office, at: Callable[[str], None]) -> None:
    for line in ("add 核对台账 --lead me --due 8-20", "add 整理名册 --lead 王强 --due 8-20"):
        office.done("张伟", line)
    at("2026-07-15T02:00")
    with reading(place(office.url)) as read:
        found = digest.report(read, Filters())
        figures = {row["person"]: row["sign_hours"] for row in accountability.report(read, Filters()).rows}
    assert found is not None
    assert [row["number"] for row in found.rows if row["section"] == "unsigned-late"] == ["2026-002"]
    assert figures["张伟"] is None
    said = office.type("周海", "check --format csv")
    assert [line for line in said.splitlines() if "D302" in line and "2026-001" in line] == []
    assert [line for line in said.splitlines() if "D302" in line and "2026-002" in line] != []


def test_who_takes_an_item_over_has_signed_too_and_others_sign_anew(office: Office) -> None:
    office.done("张伟", "add 整理名册 --lead 王强 --due 7-20")
    assert OWN in office.done("张伟", "assign 1 --lead me --reason 亲自办")
    assert signing(office) == [("in-hand", "2026-07-06", None)]
    assert OWN not in office.done("张伟", "assign 1 --lead 刘洋 --reason 分工")
    assert signing(office) == [("issued", None, None)]
    office.done("张伟", "undo")
    office.done("张伟", "undo")
    assert signing(office) == [("issued", None, None)]


def test_a_registrar_who_registers_for_another_has_not_signed(office: Office) -> None:
    office.done("孙丽", "add 整理名册 --lead 王强 --by 张伟 --from 7月3日碰头会 --due 7-20")
    assert signing(office) == [("issued", None, None)]


def test_it_can_be_undone_whole(office: Office) -> None:
    office.done("张伟", "add 核对台账 --lead me --due 7-20")
    office.done("张伟", "undo")
    assert signing(office) == []
