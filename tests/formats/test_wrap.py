from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.formats.out.safe import width
from officecli.formats.terminal.wrap import wrap, wrapped

TEXT = st.text(st.sampled_from("ab c督查室，。《》（）(). 👍"))


@given(TEXT, st.integers(2, 30))
def test_every_line_fits_and_nothing_but_spaces_is_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert lines
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("办理并答复。随后回访", 10, ["办理并答", "复。随后", "回访"]),
        ("公交站点优化（每周）", 18, ["公交站点优化", "（每周）"]),
        ("Office budget (third quarter) again", 22, ["Office budget", "(third quarter) again"]),
        ("值班（一二三四五六七八九十）", 12, ["值班（一二三", "四五六七八", "九十）"]),
        ("会议事项督 办", 10, ["会议事项督", "办"]),
        (" 。《", 3, [" 。", "《"]),
        ("请办理《条例》修订", 8, ["请办理", "《条例》", "修订"]),
        ("使用OA系统办理", 10, ["使用OA系统", "办理"]),
        ("Donaudampfschiff", 6, ["Donaud", "ampfsc", "hiff"]),
        ("提交(附件)", 5, ["提交", "(附", "件)"]),
        ("👩‍💻👍🏽👍🏽", 3, ["👩‍💻", "👍🏽", "👍🏽"]),
        ("会议——纪要……完", 7, ["会议——", "纪要……", "完"]),
        ("", 5, [""]),
        ("工作日（−逾期）", 10, ["工作日", "（−逾期）"]),
        ("Say so: officecli plan Ana; or wait.", 20, ["Say so:", "officecli plan Ana;", "or wait."]),
        ('说明：officecli note 3 "初稿 已出"。再看', 28, ["说明：officecli note 3", '"初稿 已出"。再看']),
        ('说明：officecli note 3 "初稿 已出"。再看', 30, ["说明：", 'officecli note 3 "初稿 已出"。', "再看"]),
        ('give --support "Nia Coleman:part" too', 22, ["give --support", '"Nia Coleman:part" too']),
        ('a board of 5" and a nail of 3', 14, ['a board of 5"', "and a nail of", "3"]),
        ("工作日（-逾期）", 9, ["工作日", "（-逾期）"]),
        ("以外单位（officecli setup FILE）写", 24, ["以外单位", "（officecli setup FILE）", "写"]),
    ],
)
def test_lines_break_where_a_reader_would(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


def test_a_paragraph_hangs_under_its_mark() -> None:
    assert wrapped("one two three", 9, first="→ ", indent="  ") == "→ one two\n  three"
