from __future__ import annotations

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.words.coded import meant, read_word


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("urgency", "特急", "most-urgent"),
        ("urgency", "加急件", "urgent"),
        ("urgency", "【急】", "urgent"),
        ("urgency", "High", "urgent"),
        ("urgency", "平件", "ordinary"),
        ("urgency", "一般", "ordinary"),
        ("urgency", "—", None),
        ("importance", "重点", "major"),
        ("importance", "一般", "normal"),
        ("kind", "临时交办", "adhoc"),
        ("kind", "Ad  hoc", "adhoc"),
        ("kind", "日常", "routine"),
        ("kind", "突发", "emergency"),
    ],
)
def test_words_of_real_ledgers(column: str, text: str, code: str | None) -> None:
    assert read_word(column, text) == code


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput) as refused:
        read_word("urgency", "马上")
    assert "most urgent/特急" in refused.value.fix


@pytest.mark.parametrize(
    ("typed", "asked"), [("Contine", "Did you mean keep on?"), ("同意销耗", "Did you mean close?"), ("不同意销号", ""), ("move to Nov 2", "")]
)
def test_the_word_it_is_a_slip_of_is_offered_and_never_its_opposite(typed: str, asked: str) -> None:
    assert meant("decided", typed) == asked
