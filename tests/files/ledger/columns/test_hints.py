"""What is said of a ledger whose matter or lead no heading names, and of what --map says of it."""

from __future__ import annotations

import pytest

from officecli import i18n
from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.mapping import column_key, column_said, parse_mapping
from officecli.model.item_fields import COLUMNS
from stage.found_headings import found


def test_all_that_is_missing_is_proposed_at_once_ready_to_be_pasted() -> None:
    rows = (["S.No", "Doing", "Ownar"], ["1", "Deeds of the north ward", "Zoe of no office"], ["2", "Maps of the harbour", "Max of another"])
    with pytest.raises(BadInput) as refused:
        found(*rows)
    assert refused.value.fix == 'Say which it is: --map "Doing=title" --map "Ownar=lead"'
    assert found(*rows, Doing="title", Ownar="lead").columns == {"title": 1, "lead": 2}


@pytest.mark.parametrize(
    ("headings", "cells", "fix"),
    [
        ("待办内容 参与人 创建人", "印发手册 张三 李四", '--map "参与人=lead"'),
        (
            "待办内容 当前处理人 要求完成时间",
            "印发手册 张三 2026-07-31",
            '--map "当前处理人=lead" takes them for who leads; or say who leads them all with --lead NAME.',
        ),
        ("Task Owenr Due", "Print Zoe 2026-07-31", '--map "Owenr=lead"'),
        ("Task Sensitivity Private", "Print Normal False", "No column seems to name who leads: say who leads them all with --lead NAME."),
    ],
)
def test_who_only_helps_may_lead_whoever_wrote_it_down_does_not_and_where_nobody_is_named_that_is_said(headings: str, cells: str, fix: str) -> None:
    with pytest.raises(BadInput) as refused:
        found(headings.split(), cells.split())
    assert refused.value.fix.endswith(fix)


def test_of_columns_of_people_that_which_names_more_of_them_is_offered() -> None:
    with pytest.raises(BadInput) as refused:
        found(["Task", "Zyx", "Vut"], ["Print", "Ana Ray", "Bob Lee"], ["File", "", "李四"], ["Sort", "", "Zoe"], ["Fold", "", "Max"])
    assert refused.value.fix == 'Say which it is: --map "Vut=lead"'


def test_a_ledger_without_headings_is_told_to_have_some() -> None:
    with pytest.raises(BadInput, match="no row of headings") as refused:
        found(["Roof", "Bob Lee", "2026-07-01", "2026-12-04"], ["Hall", "Ana Ray", "2026-07-01", "2026-12-05"])
    assert "Roof, Bob Lee, 2026-07-01" in refused.value.why


def test_what_map_lacks_is_shown_with_the_heading_that_was_typed() -> None:
    with pytest.raises(BadInput) as refused:
        parse_mapping(["Who does it"])
    assert '--map "Who does it=title"' in refused.value.fix


def test_a_chinese_reader_is_told_the_columns_by_words_that_map_takes() -> None:
    i18n.use("zh")
    try:
        assert {column_key(column_said(key)) for key in COLUMNS} == set(COLUMNS)
        assert not [said for key in (*COLUMNS, "ignore", "label") if (said := column_said(key)).isascii()]
        with pytest.raises(BadInput) as refused:
            parse_mapping(["甲=乙"])
        assert refused.value.fix.startswith("可用的列：序号、编号、来源、事项、")
    finally:
        i18n.use("en")
