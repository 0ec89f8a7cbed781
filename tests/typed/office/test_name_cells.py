from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_cells import split_joined, split_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("张三", [NameCell("", "张三")]),
        ("张三、李四(资料),王五:会务", [NameCell("", "张三"), NameCell("", "李四", "资料"), NameCell("", "王五", "会务")]),
        ("张三；李四\n王五", [NameCell("", "张三"), NameCell("", "李四"), NameCell("", "王五")]),
        ("综合科/张三", [NameCell("综合科", "张三")]),
        ("综合科／张三（统稿）、信息科/李四", [NameCell("综合科", "张三", "统稿"), NameCell("信息科", "李四")]),
        ("张三/李四", [NameCell("", "张三"), NameCell("", "李四")]),
        ("综合科/信息科", [NameCell("", "综合科"), NameCell("", "信息科")]),
        ("Records/Ana Ruiz: minutes; Bob Lee", [NameCell("Records", "Ana Ruiz", "minutes"), NameCell("", "Bob Lee")]),
        ("Ana Ruiz (minutes, agenda), Bob Lee", [NameCell("", "Ana Ruiz", "minutes, agenda"), NameCell("", "Bob Lee")]),
        ("李四(资料、会务)、王五", [NameCell("", "李四", "资料、会务"), NameCell("", "王五")]),
        ("张 三", [NameCell("", "张三")]),
        ("张三 李四", [NameCell("", "张三"), NameCell("", "李四")]),
        ("综合科 张三", [NameCell("综合科", "张三")]),
        ("Ana Ruiz and Bob Lee", [NameCell("", "Ana Ruiz and Bob Lee")]),
        ("、张三、", [NameCell("", "张三")]),
        ("Ana Ruiz (support: Bob Lee)", [NameCell("", "Ana Ruiz"), NameCell("", "Bob Lee", role="support")]),
        ("c/o Ana Ruiz", [NameCell("", "Ana Ruiz")]),
        ("Ana Ruiz*", [NameCell("", "Ana Ruiz")]),
        ("Ana Ruiz et al.", [NameCell("", "Ana Ruiz"), NameCell("", "et al.")]),
        ("张三（数据、图）✓、李四√", [NameCell("", "张三", "数据、图", done=True), NameCell("", "李四", done=True)]),
        ("Ana Ruiz (minutes) ✓; Bob Lee", [NameCell("", "Ana Ruiz", "minutes", done=True), NameCell("", "Bob Lee")]),
        ("张三（问卷、\n数据）", [NameCell("", "张三", "问卷、数据")]),
        ("", []),
        ("无", []),
        ("—", []),
        ("/", []),
    ],
)
def test_names_of_a_cell(cell: str, names: list[NameCell]) -> None:
    assert split_names(cell) == names


@pytest.mark.parametrize("text", ["各科室", "各单位", "相关科室", "全体人员", "各有关单位", "all units", "All sections", "everyone"])
def test_everybody_is_nobody_in_particular(text: str) -> None:
    assert [cell.collective for cell in split_names(text)] == [True]


@pytest.mark.parametrize("text", ["张三", "综合科", "Alla Pugh", "各尔木"])
def test_a_name_is_somebody(text: str) -> None:
    assert [cell.collective for cell in split_names(text)] == [False]


def test_joined_names_are_parted_only_on_request() -> None:
    assert split_joined(NameCell("", "Ana Ruiz and Bob Lee", "minutes")) == [NameCell("", "Ana Ruiz", "minutes"), NameCell("", "Bob Lee", "minutes")]
    assert split_joined(NameCell("", "张三和李四")) == [NameCell("", "张三"), NameCell("", "李四")]
    assert split_joined(NameCell("", "李和平")) == [NameCell("", "李和平")]
    assert split_joined(NameCell("", "Sandy Anders")) == [NameCell("", "Sandy Anders")]


@given(st.text(alphabet="张三李四科室/／、,;:：()（）[]【】 \n和andAB|", max_size=40))
def test_any_text_gives_names_that_are_not_blank(text: str) -> None:
    for cell in split_names(text):
        assert cell.name.strip()
        assert all(part.name for part in split_joined(cell))
