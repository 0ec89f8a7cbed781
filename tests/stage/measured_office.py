"""The small office in November, in which targets are set and results recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.targets.recording import Result, record
from officecli.actions.targets.setting import add_target
from officecli.errors import OfficeError, Refused
from officecli.reports.targets.attainment import attained
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.typed.periods import read_period
from officecli.typed.targets.finding import find_target
from officecli.typed.targets.terms import NewTarget

DIRECTOR, HEAD, CLERK, REGISTRAR = "周海", "张伟", "王强", "孙丽"
POST = "秘书科科员"
PIECES = NewTarget("信息采用", post=POST, class_="output", goal="12 articles", weight="60")
SHARE = NewTarget("按时率", post=POST, class_="efficiency-quality", goal="98%", threshold="90", weight="40")
LIST = NewTarget("接待", post=POST, class_="norm", points=("plan", "guide", "bill"))


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Place:
    at("2026-11-23T01:00")
    return place(sqlite_office)


def done(office: Place, who: str, *acts: Callable[[Acting], Any]) -> Any:
    """Carry out acts in one command; what the last one returned."""
    with acting(office, "target-add", who) as act:
        return [one(act) for one in acts][-1]


def add(**other: Any) -> Callable[[Acting], int]:
    base = {"metric": "甲", "post": POST, "class_": "output", "goal": "12 articles"}
    return lambda act: add_target(act, NewTarget(**{**base, **other}))


def recorded(typed: str, result: Result, period: str = "") -> Callable[[Acting], int]:
    return lambda act: record(act, typed, result, period)


def refused(office: Place, *acts: Callable[[Acting], Any], who: str = DIRECTOR) -> OfficeError:
    """The error acts end with; each has a way out."""
    with pytest.raises(OfficeError) as error:
        done(office, who, *acts)
    assert error.value.fix or all(fix for _label, _what, fix in getattr(error.value, "reasons", ()))
    return error.value


def not_entitled(office: Place, act: Callable[[Acting], Any], who: str) -> str:
    """What somebody is told who may not do an act, and that a registrar is named."""
    error = refused(office, act, who=who)
    assert isinstance(error, Refused)
    ((label, what, fix),) = error.reasons
    assert (label, REGISTRAR in fix, who in what) == ("A401 not-entitled", True, True)
    return what


def value(office: Place, typed: str, period: str) -> str | None:
    with reading(office) as read:
        when = read_period(period, read.today)
        family = find_target(read, typed)
        (found,) = attained(read, family, when).values()
        return None if found.value is None else str(found.value)
