"""An item whole, and the trail in words."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from inline_snapshot import snapshot

from officecli import i18n
from officecli.cli.main import run
from officecli.errors import NotFound
from officecli.formats.out.page import Page
from officecli.formats.out.safe import width
from officecli.formats.terminal import item_card
from officecli.reports.items.item_card import JSON_KEYS, card
from officecli.reports.record.trail_report import history
from stage.by_row import Staged


def item_id(office: Staged, serial: int) -> int:
    with office.reading() as read:
        return int(read.value("SELECT id FROM item WHERE serial = :n", n=serial))


def drawn(office: Staged, serial: int, cells: int, day: date | None = None) -> str:
    with office.reading(day) as read:
        shown = card(read, item_id(office, serial))
    stream = io.StringIO()
    item_card.write(shown, stream, Page(width=cells, terminal=True) if cells else Page())
    return stream.getvalue()


def test_a_card_says_everything(busy_office: Staged) -> None:
    assert drawn(busy_office, 1, 80) == snapshot("""\
2026-001  全县经济工作会议主题报告
▲ red · in hand · 6 working days late · ad hoc

  lead        张三 (综合科)
  support     欧阳修文 (提供数据); 钱进
  deadline    Fri 13 Nov 2026, 6 working days ago
  issued on   2026-11-02 · signed for on 2026-11-02
  goal        二稿通过
  targets     12篇
  source      县长批示〔2026〕12号
  originator  王建国
  reviewer    王建国

Feedback
  2026-11-09  60% 初稿完成 · problems: 缺数据 · next step: 周五前补齐

Prods
  2026-11-16  王建国 prodded 张三 · blue notice · 请抓紧

History (the last 5 of 7)
  2026-11-16 09:00  王建国 prodded · blue notice, 请抓紧
  2026-11-09 09:02  王建国 fed back · 60%, 初稿完成, problems 缺数据, next step
                    周五前补齐
  2026-11-02 09:07  王建国 signed for it
  2026-11-02 09:06  王建国 registered it · 12篇
  2026-11-02 09:05  王建国 changed the support · support 钱进

All that was done with it: officecli history 2026-001
""")


def test_a_card_says_what_became_of_submissions_and_extensions(busy_office: Staged) -> None:
    assert drawn(busy_office, 4, 80) == snapshot("""\
2026-004  议定事项分解
● green · in hand · major · ad hoc

  lead               Ana Silva (督查室)
  deadline           Fri 4 Dec 2026, in 9 working days
  original deadline  2026-11-27
  issued on          2026-11-02 · signed for on 2026-11-09
  originator         王建国
  reviewer           王建国

Extensions
  2026-11-16  Ana Silva · asked for 2026-12-11, 5 working days · 等数据 →
              waiting for an answer
  2026-11-09  Ana Silva · asked for 2026-12-04, 5 working days · 等数据 →
              granted to 2026-12-04 on 2026-11-09 by 王建国

History
  2026-11-16 09:12  王建国 asked to extend · 2026-12-11 · 等数据
  2026-11-09 09:04  王建国 asked to extend · 2026-12-04; granted to 2026-12-04;
                    deadline 2026-11-27 → 2026-12-04 · 等数据
  2026-11-09 09:03  王建国 signed for it
  2026-11-02 09:03  王建国 registered it · 议定事项分解, lead Ana Silva,
                    deadline 2026-11-27

All that was done with it: officecli history 2026-004
""")
    assert drawn(busy_office, 3, 0) == snapshot("""\
2026-003  接待方案
✓ blue · closed · was 1 working day late · ad hoc

  lead        周涛 (机要科)
  deadline    2026-11-06
  issued on   2026-11-02 · signed for on 2026-11-02
  closed on   2026-11-09
  originator  王建国

Submissions
  2026-11-09  周涛 · 已完成 → accepted 2026-11-09 by 王建国 · rated 4 of 5

History
  2026-11-09 09:01  王建国 closed it · rating 4 · 数据不全
  2026-11-09 09:00  王建国 submitted the result · 已完成
  2026-11-02 09:08  王建国 signed for it
  2026-11-02 09:02  王建国 registered it · 接待方案, lead 周涛, deadline 2026-11-06

All that was done with it: officecli history 2026-003
""")


def test_a_card_of_a_past_day_knows_nothing_later(busy_office: Staged) -> None:
    then = drawn(busy_office, 4, 80, date(2026, 11, 8))
    assert "2026-12" not in then
    assert "signed for" not in then
    with pytest.raises(NotFound, match="no 2026-004 yet on 2026-11-01"):
        drawn(busy_office, 4, 80, date(2026, 11, 1))


@pytest.mark.parametrize("cells", [20, 40, 60, 80, 120, 200])
def test_a_card_fits_any_window(busy_office: Staged, cells: int) -> None:
    for language in ("en", "zh"):
        i18n.use(language)
        for serial in range(1, 12):
            assert max(width(line) for line in drawn(busy_office, serial, cells).splitlines()) <= cells


def told(office: Staged, **own: Any) -> list[tuple[str, ...]]:
    with office.reading() as read:
        item = read.row("SELECT id, number, title FROM item WHERE serial = :n", n=own.pop("serial")) if "serial" in own else None
        found = history(read, item=item, actor=None, limit=own.get("limit", 0), told="in words")
    return [(row["who"], row["act"], row["changes"], row["reason"]) for row in found.rows]


def test_the_trail_in_words(busy_office: Staged) -> None:
    assert told(busy_office, serial=1) == snapshot(
        [
            ("王建国", "registered it", "全县经济工作会议主题报告, lead 张三, deadline 2026-11-13", ""),
            ("王建国", "changed the support", "support 欧阳修文 (提供数据)", ""),
            ("王建国", "changed the support", "support 钱进", ""),
            ("王建国", "registered it", "12篇", ""),
            ("王建国", "signed for it", "", ""),
            ("王建国", "fed back", "60%, 初稿完成, problems 缺数据, next step 周五前补齐", ""),
            ("王建国", "prodded", "blue notice, 请抓紧", ""),
        ]
    )
    assert told(busy_office, serial=4) == snapshot(
        [
            ("王建国", "registered it", "议定事项分解, lead Ana Silva, deadline 2026-11-27", ""),
            ("王建国", "signed for it", "", ""),
            ("王建国", "asked to extend", "2026-12-04; granted to 2026-12-04; deadline 2026-11-27 → 2026-12-04", "等数据"),
            ("王建国", "asked to extend", "2026-12-11", "等数据"),
        ]
    )
    assert told(busy_office, serial=5) == snapshot(
        [
            ("王建国", "registered it", "办公用房清理, lead 孙强, deadline 2026-11-23", ""),
            ("王建国", "signed for it", "", ""),
            ("王建国", "handed it on", "lead 孙强 → 张三", ""),
        ]
    )
    assert told(busy_office, serial=2) == snapshot(
        [
            ("王建国", "registered it", "关于老旧小区电梯的来信, lead 钱进, deadline 2026-11-20", ""),
            ("王建国", "submitted the result", "已完成", ""),
            ("王建国", "returned it", "", "数据不全"),
        ]
    )


def test_a_command_of_many_rows_is_told_by_their_number(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        founding = history(read, item=None, actor=None, limit=0, told="in words").rows[0]
    assert "×" in founding["changes"]


def test_moments_are_the_office_s_own(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = history(read, item=None, actor=None, limit=1, told="briefly")
    assert (found.timezone, found.rows[0]["at"]) == ("Asia/Shanghai", "2026-11-23T01:01:00Z")


def test_show_takes_several_numbers_and_speaks_json(busy_office: Staged, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("OFFICECLI_DB", str(busy_office.place))
    assert run(["show", "1", "2026-002", "--format", "json"]) == 0
    both = json.loads(capsys.readouterr().out)
    assert [one["number"] for one in both] == ["2026-001", "2026-002"]
    assert run(["show", "1", "--format", "json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert tuple(one) == ("schema", *JSON_KEYS)
    assert one["targets"] == [{"amount": 12, "unit": "篇"}]
    assert run(["show", "1", "3"]) == 0
    assert capsys.readouterr().out.count("officecli history 2026-00") == 2
    assert run(["show", "99"]) == 3
    assert run(["show", "1", "--as-of", "2026-10-01"]) == 3


def test_history_filters_by_who_and_which(busy_office: Staged, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("OFFICECLI_DB", str(busy_office.place))
    assert run(["history", "7", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["act"] for row in rows] == ["add", "submit"]
    assert rows[1]["changes"][1]["after"]["status"] == "submitted"
    assert run(["history", "--actor", "周涛", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == []
    assert run(["history", "--limit", "2", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_reports_are_listed_and_shown_by_name(busy_office: Staged, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("OFFICECLI_DB", str(busy_office.place))
    assert run(["report"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in ("accountability", "digest", "ledger", "overdue", "today", "upcoming"))
    assert run(["report", "overdue"]) == 0
    by_report = capsys.readouterr().out
    assert run(["overdue"]) == 0
    assert capsys.readouterr().out == by_report
    assert run(["report", "overdu"]) == 3
    assert "officecli report overdue" in capsys.readouterr().err
    assert run(["digest", "--for", "主任室", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
