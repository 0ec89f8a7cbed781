from __future__ import annotations

from typing import Any

import pytest

from officecli.formats.cell import cell
from officecli.model.words import VOCABULARIES, word
from officecli.reports.report import Column, Kind


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("text", "", "–"),
        ("text", None, "–"),
        ("integer", 0, "0"),
        ("integer", -3, "-3"),
        ("number", 2.5, "2.5"),
        ("number", 100, "100"),
        ("number", 1 / 3, "0.33"),
        ("percent", 0.0, "0.0%"),
        ("percent", 87.46, "87.5%"),
        ("date", "2026-11-23", "2026-11-23"),
        ("moment", "2026-11-23T08:30:15Z", "2026-11-23 16:30"),
        ("light", "red", "● red"),
        ("light", "grey", "○ grey"),
        ("names", [], "–"),
        ("names", [{"name": "Ana", "part": "agenda", "done": True}, {"name": "Bo"}], "Ana (agenda) ✓; Bo"),
    ],
)
def test_a_value_as_a_reader_sees_it(kind: Kind, value: Any, shown: str) -> None:
    assert cell(Column("x", "x", kind), value, "Asia/Shanghai") == shown


@pytest.mark.usefixtures("chinese")
def test_chinese_joins_names_its_own_way() -> None:
    names = [{"name": "张三", "part": "起草", "done": True}, {"name": "李四", "part": ""}]
    assert cell(Column("x", "x", "names"), names, "UTC") == "张三（起草）✓、李四"


@pytest.mark.parametrize(
    ("vocabulary", "code", "shown"),
    [
        ("urgency", "most-urgent", "most urgent"),
        ("kind", "own", "own initiative"),
        ("status", "in-hand", "in hand"),
        ("feedback", "10d", "every 10 days"),
        ("feedback_every", "1d", "every 1 day"),
        ("urgency", "10d", "10d"),
        ("registrar", True, "yes"),
        ("done", 0, "no"),
        ("unknown", "code", "code"),
    ],
)
def test_codes_become_words(vocabulary: str, code: object, shown: str) -> None:
    assert word(vocabulary, code) == shown


@pytest.mark.usefixtures("chinese")
def test_words_are_in_the_readers_language() -> None:
    assert (word("urgency", "urgent"), word("feedback", "10d")) == ("加急", "每10日")


def test_every_stored_code_has_a_word() -> None:
    from officecli.model import codes

    for vocabulary, stored in {
        "kind": codes.KINDS,
        "urgency": codes.URGENCIES,
        "importance": codes.IMPORTANCES,
        "nature": codes.NATURES,
        "function": codes.FUNCTIONS,
        "status": codes.STATUSES,
    }.items():
        assert set(stored) <= set(VOCABULARIES[vocabulary]), vocabulary
