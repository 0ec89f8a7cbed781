"""Numbers of their own: printed and typed alike, moved by no undo, and the ones of before still understood."""

from __future__ import annotations

import re

import pytest

from officecli.errors import BadInput
from officecli.store.own_numbers import own_number_of, own_numbers
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.typed.own_numbers import OwnNumber, as_own_number, find_own
from stage.small_office import Office


@pytest.mark.parametrize(
    ("table", "typed", "meant"),
    [
        ("target", "t-012", OwnNumber(12, None)), ("target", "Ｔ12", OwnNumber(12, None)), ("target", "G210", OwnNumber(None, 210)),
        ("target", "#12", OwnNumber(12, 12)),
        ("target_result", "V-031", OwnNumber(31, None)), ("target_result", "V638", OwnNumber(638, 638)), ("target_result", "638", OwnNumber(638, 638)),
        ("waiver", "w4", OwnNumber(4, None)), ("waiver", "145", OwnNumber(145, 145)), ("waiver", "V4", None), ("waiver", "", None), ("waiver", "٣", None),
        ("difficulty", "H-003", OwnNumber(3, None)), ("difficulty", "difficulty-60", OwnNumber(None, 60)), ("difficulty", "困难3", None),
        ("handover_note", "note-2", OwnNumber(2, None)), ("handover_note", "2", OwnNumber(2, None)), ("notice", "M-007", OwnNumber(7, None)),
        ("notice", "notice-45", OwnNumber(None, 45)), ("notice", "45", None), ("notice", "M-" + "9" * 90, None),
    ],
)  # fmt: skip
def test_what_is_typed(table: str, typed: str, meant: OwnNumber | None) -> None:
    assert as_own_number(typed, table) == meant


def test_an_undo_moves_no_number_and_a_number_of_before_is_asked_about_only_where_it_may_be_either(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("孩子入学", "住房", "通勤"):
        assert office.done("王强", f"difficulty add {text} --owner 李娜 --due +5wd").startswith("Difficulty H-00")
        if text == "住房":
            office.done("王强", "undo")
    with reading(place(office.url)) as read:
        rows = [row["id"] for row in read.rows("SELECT id FROM difficulty ORDER BY id")]
        numbers = own_numbers(read, "difficulty")
        assert [numbers[one] for one in rows] == [own_number_of(read, "difficulty", one) for one in rows] == ["H-001", "H-003"]
        assert [find_own(read, "difficulty", typed) for typed in ("H-003", "h3", "3", str(rows[1]), f"difficulty-{rows[1]}")] == [rows[1]] * 5
        assert find_own(read, "difficulty", "H-004") is find_own(read, "difficulty", "4") is None
        monkeypatch.setattr("officecli.typed.own_numbers.own_numbers", lambda *_: {2: "H-001", 9: "H-002"})
        with pytest.raises(BadInput, match="“2” may be H-002, or H-001") as asked:
            find_own(read, "difficulty", "2")
        assert asked.value.fix == "Write H-002 or H-001."
    office.done("王强", "redo")
    assert re.findall(r"H-\d+", office.done("王强", "difficulty list")) == ["H-001", "H-002", "H-003"]
    assert office.done("王强", "difficulty list --format csv").splitlines()[1].startswith("H-001,")
