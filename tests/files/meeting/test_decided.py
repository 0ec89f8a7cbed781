"""What stands under the decision of a meeting's sheet, and what may stand behind it."""

from __future__ import annotations

import pytest

from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.coded import read_word
from officecli.files.meeting.decided import taken_apart
from officecli.files.meeting.written import WrittenRow


@pytest.mark.parametrize(
    ("code", "words"),
    {"close": "办结 销号 close closed", "return": "退回 return", "extend": "延期 Extend", "suspend": "中止 suspend", "keep": "继续 keep"}.items(),
)
def test_a_decision_is_written_in_either_language(code: str, words: str) -> None:
    assert {read_word("decided", word) for word in words.split()} == {code}


@pytest.mark.parametrize(
    ("decided", "taken"),
    [
        ("延期至8月15日", ("extend", "8月15日", "")),
        ("同意延期到月底", ("extend", "月底", "")),
        ("Extend to 15 Aug", ("extend", "15 Aug", "")),
        ("postponed until Friday", ("postponed until Friday", "", "")),
        ("延期5个工作日", ("extend", "延期5个工作日", "")),
        ("Extended by two weeks", ("extend", "Extended by two weeks", "")),
        ("改派李娜", ("assign", "", "李娜")),
        ("改由秘书科/李娜牵头", ("assign", "", "秘书科/李娜")),
        ("reassign to Ben Ortiz", ("assign", "", "Ben Ortiz")),
        ("改派牵头", ("改派牵头", "", "")),
        ("assigned", ("assigned", "", "")),
        ("再议", ("再议", "", "")),
    ],
)
def test_a_day_or_a_person_may_stand_behind_the_decision(decided: str, taken: tuple[str, str, str]) -> None:
    def row(**cells: str) -> WrittenRow:
        return WrittenRow(2, None, {"decided": decided, **cells}, SheetRow(2, []))

    found = taken_apart(row())
    assert tuple(found.text(key) for key in ("decided", "new_due", "new_lead")) == taken
    both = row(new_due="9月1日", new_lead="王强")
    assert taken_apart(both) is both, "two days, or two people, are not settled here"
