"""Any rows, in any order, language, encoding and separator: read the same, or told to be wrong."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.reading import read_ledger
from officecli.files.ledger.sheets.merging import is_ditto
from officecli.files.ledger.words.states import read_state
from officecli.typed.dates import Almanac
from officecli.typed.office.name_cell import NameCell
from officecli.typed.text import is_nothing

TODAY = date(2026, 11, 23)
Read = Callable[..., Ledger]
HEADINGS = ["事项", "责任人", "配合", "交办日期", "办结时限", "销号日期"]


COLUMN_NAMES = {
    "number": ("编号", "Number"),
    "source": ("事项来源", "Source"),
    "title": ("事项内容", "Matter"),
    "goal": ("目标(办结标准)", "Goal"),
    "lead": ("牵头科室/责任人", "Lead"),
    "support": ("配合(分工)", "Support (part)"),
    "urgency": ("紧急程度", "Urgency"),
    "issued": ("交办日期", "Issued"),
    "original_due": ("原定时限", "Original deadline"),
    "due": ("现时限", "Deadline"),
    "progress": ("进展情况", "Progress"),
    "closed": ("销号日期", "Closed"),
}
# Common letters, so that a sheet in GBK is told from one in a Western encoding by what offices really write.
texts = st.text(alphabet="督办台账学位答复第三季度按时abcXYZ09,;，；\"'、|（）-= \n", max_size=30)
lines = texts.map(lambda text: " ".join(text.split())).filter(lambda text: not is_ditto(text))
titles = lines.map(lambda text: f"关于{text}的事项")
names = st.sampled_from(["张三", "李四", "王五", "赵六", "Ana Ruiz"])
parts = st.sampled_from(["", "资料", "会务、接待", "minutes"])
units = st.sampled_from(["", "综合科", "督查室"])
days = st.dates(date(2026, 1, 1), date(2026, 6, 1))


@st.composite
def items(draw: st.DrawFn) -> dict[str, str]:
    supports = draw(st.lists(st.tuples(units, names, parts), max_size=3))
    issued, later = draw(days), draw(st.dates(date(2026, 6, 1), date(2026, 11, 1)))
    unit = draw(units)
    return {
        "number": draw(st.sampled_from(["2026-001", "31", ""])),
        "source": draw(lines.filter(lambda text: text.strip("'-=、|/ ") != "")),
        "title": draw(titles),
        "goal": draw(lines.filter(lambda text: text == "" or not is_nothing(text))),  # a ruled line is no goal
        "lead": f"{unit}/{draw(names)}" if unit else draw(names),
        "support": "、".join(as_written(NameCell(*support)) for support in supports),
        "urgency": draw(st.sampled_from(["特急", "urgent", "平件", ""])),
        "issued": issued.isoformat(),
        "original_due": f"{later.year}.{later.month}.{later.day}",
        "due": f"{later.year}年{later.month}月{later.day}日",
        "progress": draw(lines.filter(lambda text: read_state(text) is None)),  # letters of lights under Progress are states
        "closed": draw(st.sampled_from(["", later.isoformat()])),
    }


def as_written(name: NameCell) -> str:
    return (f"{name.unit}/" if name.unit else "") + name.name + (f"({name.part})" if name.part else "")


def in_file(rows: list[dict[str, str]], order: list[str], language: int, encoding: str, delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([COLUMN_NAMES[key][language] for key in order])
    for row in rows:
        writer.writerow(["'" + row[key] if row[key].lstrip("'").startswith(("=", "-")) else row[key] for key in order])
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("order", [["closed", "title", "original_due", "progress", "support", "number", "due", "issued", "urgency", "source", "lead", "goal"],
    ["support", "title", "closed", "urgency", "number", "goal", "due", "original_due", "issued", "progress", "lead", "source"]])  # fmt: skip
def test_matters_and_sources_that_are_like_labels_make_no_form_of_a_table(tmp_path: Path, almanac: Almanac, order: list[str]) -> None:
    said = {**dict.fromkeys(order, ""), "lead": "张三", "urgency": "特急", "issued": "2026-01-01", "original_due": "2026.6.1", "due": "2026年6月1日"}
    rows = [{**said, "source": "办", "title": title} for title in ("关于供水的事项", "关于供水的事项", "关于供电的事项")]
    (tmp_path / "one.csv").write_bytes(in_file(rows, order, 0, "utf-8", ","))
    assert [row.title for row in read_ledger(tmp_path / "one.csv", almanac=almanac, today=TODAY).rows] == [row["title"] for row in rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(items(), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
    st.sampled_from([0, 1]),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"]),
    st.sampled_from([",", ";", "\t"]),
)
def test_the_same_ledger_in_any_order_language_encoding_and_separator_reads_the_same(
    tmp_path: Path, almanac: Almanac, rows: list[dict[str, str]], shuffler: random.Random, language: int, encoding: str, delimiter: str
) -> None:
    plain, other = tmp_path / "plain.csv", tmp_path / "other.csv"
    order = list(COLUMN_NAMES)
    plain.write_bytes(in_file(rows, order, 0, "utf-8", ","))
    shuffler.shuffle(order)
    other.write_bytes(in_file(rows, order, language, encoding, delimiter))
    first, second = (read_ledger(path, almanac=almanac, today=TODAY) for path in (plain, other))
    assert first.rows == second.rows
    assert first.problems == second.problems == []
    for row, item in zip(rows, first.rows, strict=True):
        assert (item.title, item.goal, item.source, item.number) == (row["title"], row["goal"], row["source"], row["number"])
        assert (item.lead.unit + "/" + item.lead.name).strip("/") == row["lead"]
        assert "、".join(as_written(name) for name in item.supports) == row["support"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.text(max_size=30), st.sampled_from(["7月5日", "张三/李四", "60%", "合计", "一、", "长期", "46208"])), max_size=8),
        max_size=6,
    )
)
def test_any_text_gives_values_or_problems(tmp_path: Path, almanac: Almanac, rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["事项", "责任人", "配合", "办结时限", "销号日期", "紧急程度", "进展情况", "工时"], *rows])
    path = tmp_path / "any.csv"
    path.write_bytes(out.getvalue().encode("utf-8", "ignore"))
    ledger = read_ledger(path, almanac=almanac, today=TODAY)
    good, bad, skipped = [row.row for row in ledger.rows], {problem.row for problem in ledger.problems}, [one.row for one in ledger.skipped]
    assert sorted([*good, *bad, *skipped]) == sorted(ledger.read)
    for row in ledger.rows:
        assert row.title
        assert row.lead.name
        assert row.original_due == row.due


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_ledger_or_bad_input(tmp_path: Path, almanac: Almanac, data: bytes) -> None:
    path = tmp_path / "any.csv"
    for start in (b"", "事项,责任人\n".encode()):
        path.write_bytes(start + data)
        try:
            read_ledger(path, almanac=almanac, today=TODAY)
        except BadInput as refused:
            assert refused.fix  # noqa: PT017


@pytest.mark.parametrize("text", ["(" * 30_000, " " * 30_000 + "\u00a0xx", "前" * 30_000 + "x", "和" * 30_000, "1 " * 15_000, "、" * 30_000])
def test_cells_of_any_length_are_read_in_one_go(read_table: Read, text: str) -> None:
    assert read_table([*HEADINGS, "进展", "量化目标"], ["调研", *([text] * 7)]).problems
