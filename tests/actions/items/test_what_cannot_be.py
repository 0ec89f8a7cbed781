"""Acts that were possible once, and are refused by what came since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """The small office on Monday, 6 July 2026."""
    at("2026-07-06T02:00")
    return Office(office_url, at)


@pytest.mark.parametrize(("before", "line", "said"), [
    (("吴芳: add 台账 --lead 陈静 --due 7-20", "陈静: ack 1", "at 2026-07-08"), "吴芳: edit 1 --correct 录错 --issued 2026-07-07",
     "2026-001 was signed for on 2026-07-06, before it would have been handed out."),
    (("吴芳: add 台账 --lead 陈静 --due fri", "陈静: ack 1", "陈静: extend 1 --to 2026-07-15 缺数据"), "吴芳: grant 1 --to 2026-07-09",
     "2026-07-09 is not later than the deadline 2026-07-10."),
])  # fmt: skip
def test_what_came_since_is_said(office: Office, before: tuple[str, ...], line: str, said: str) -> None:
    for one in before:
        who, _colon, typed = one.partition(": ")
        if typed:
            office.done(who, typed)
        else:
            office.at(f"{one.removeprefix('at ')}T02:00")
    who, _colon, typed = line.partition(": ")
    assert said in office.type(who, typed)
    assert office.code == 2
