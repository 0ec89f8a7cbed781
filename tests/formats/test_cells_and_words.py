from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from officecli import formats
from officecli.formats.terminal.frame import _UNSAID
from officecli.formats.value import cell
from officecli.model.words import _ALSO, VOCABULARIES, word
from officecli.reports.items import item_rows
from officecli.reports.shape import filters
from officecli.reports.shape.report import Column, Kind
from officecli.rules import find_rule
from officecli.rules.wording import label
from officecli.typed.items import states


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("text", "", "–"),
        ("text", None, "–"),
        ("integer", 0, "0"),
        ("integer", -3, "−3"),
        ("number", 2.5, "2.5"),
        ("number", 100, "100"),
        ("number", 1 / 3, "0.33"),
        ("amount", "-8.50", "−8.50"),
        ("percent", 0.0, "0.0%"),
        ("percent", 87.46, "87.5%"),
        ("bar", 72.0, " 72.0% ███████"),
        ("bar", 0.0, "  0.0%"),
        ("bar", 212.5, "212.5% ███████████████+"),
        ("date", "2026-11-23", "2026-11-23"),
        ("moment", "2026-11-23T08:30:15Z", "2026-11-23 16:30"),
        ("light", "red", "▲ red"),
        ("light", "grey", "○ grey"),
        ("names", [], "–"),
        ("names", [{"name": "Ana", "part": "agenda", "done": True}, {"name": "Bo"}], "Ana (agenda) ✓; Bo"),
    ],
)
def test_a_value_as_a_reader_sees_it(kind: Kind, value: Any, shown: str) -> None:
    assert cell(Column("x", "x", kind), value, "Asia/Shanghai") == shown


def test_one_switch_alone_says_what_a_kind_looks_like() -> None:
    room = Path(formats.__file__).parent
    switches = [path.name for path in sorted(room.rglob("*.py")) if re.search(r"match \w+\.kind", path.read_text("utf-8"))]
    assert switches == ["value.py"]


@pytest.mark.usefixtures("chinese")
def test_chinese_joins_names_its_own_way() -> None:
    names = [{"name": "张三", "part": "起草", "done": True}, {"name": "李四", "part": ""}]
    assert cell(Column("x", "x", "names"), names, "UTC") == "张三（起草）✓、李四"


@pytest.mark.usefixtures("chinese")
def test_a_rule_is_shown_and_called_by_its_name_in_the_readers_language() -> None:
    found = find_rule("同级并办")
    assert found is find_rule("r102") is find_rule("same-rank-ad-hoc")
    assert found is not None
    assert (found.name, label(found)) == ("same-rank-ad-hoc", "R102 同级并办")
    assert cell(Column("name", "x", "term"), found.name, "UTC") == "同级并办"


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


def has_word(vocabulary: str, code: str) -> bool:
    return code in VOCABULARIES[_ALSO.get(vocabulary, vocabulary)]


def test_every_stored_code_has_a_word() -> None:
    from officecli.store.schema.declared import every_table

    known = [check for table in every_table() for check in table.constraints if str(check.name).endswith("_known")]
    codes = [
        (f"{check.table.name}_{column}" if f"{check.table.name}_{column}" in VOCABULARIES else column, code)
        for check in known
        for column, listed in [str(check.sqltext).split(" IN ")]  # type: ignore[attr-defined]
        for code in re.findall("'(.+?)'", listed)
    ]
    assert len(codes) > 30
    assert [pair for pair in codes if not has_word(*pair)] == []


def test_every_code_of_a_filter_has_a_word() -> None:
    typed = [("status", code) for code in states.STATES] + [("role", code) for code in filters.ROLES]
    typed += [("by", code) for code in ("person", "unit")] + [("light", code) for code in ("green", "yellow", "red", "blue", "grey")]
    assert [pair for pair in typed if not has_word(*pair)] == []


def test_every_filter_a_title_may_name_has_a_word() -> None:
    named = {field.name for field in fields(filters.Filters)} - _UNSAID
    assert named <= set(VOCABULARIES["filter"])


def test_every_column_of_words_has_a_vocabulary() -> None:
    words = [column.key for column in item_rows.COLUMNS.values() if column.kind == "word"]
    assert words
    assert all(_ALSO.get(key, key) in VOCABULARIES for key in words)
