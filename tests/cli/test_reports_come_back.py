"""Every format in which a report of items goes out comes in again: who takes a table home, mends it and brings it back loses nothing that stood in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli import i18n
from officecli.cli.main import run
from officecli.model.items import Item
from officecli.store.write.change import Change
from stage import by_row

FORMATS = ("csv", "xlsx", "json", "md", "html", "docx", "ics")


def _with_its_result(change: Change, item: Item) -> None:
    by_row.submit(change, item)
    by_row.review(change, item, "accepted")


def _filled(url: str) -> None:
    office = by_row.office(url)
    ending = {"甲 | 乙": _with_its_result, "*第二* 件": by_row.cancel, "三_件_": by_row.suspend, "四": by_row.submit, "#五": by_row.sign}
    with office.changing() as change:
        for title, end in ending.items():
            rest = {"source": "会议<1>", "goal": "一篇，两处", "responsible": "王建国", "ordered_by": "市长", "remarks": "急件 | 王科长"}
            item = by_row.new_item(change, office.people, title, "李明", date(2026, 12, 1), urgency="urgent", **rest)
            change.set(item, "edit", due=date(2026, 12, 4))
            done, _going = (by_row.support(change, item, office.people[name], part) for name, part in (("张三", "问卷、数据"), ("钱进", "")))
            change.set(done, "part", done=change.day)
            if title != "四":
                by_row.note(change, item, "已过半\n“初稿”在审", progress=60, next_step="定稿")
            end(change, item)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_ledger_comes_back_from_every_format(
    language: str, tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-11-23T01:00")
    monkeypatch.chdir(tmp_path)

    def typed(url: str, *words: str) -> str:
        monkeypatch.setenv("OFFICECLI_DB", url)
        assert run([*words, "--lang", language]) == 0, capsys.readouterr().out
        return capsys.readouterr().out

    def items(url: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(typed(url, "ledger", "--format", "json"))["rows"]
        return rows

    first = f"sqlite:///{tmp_path / 'first.db'}"
    _filled(first)
    before = items(first)
    for name in FORMATS:
        second = f"sqlite:///{tmp_path / name}.db"
        by_row.office(second)
        typed(first, "ledger", "-o", f"ledger.{name}")
        typed(second, "import", f"ledger.{name}")
        came = items(second)
        assert came == before, name
    assert [row["status"] for row in before] == ["closed", "cancelled", "suspended", "submitted", "in-hand"]


def test_what_was_ticked_off_or_moved_in_a_calendar_comes_back(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-11-23T01:00")
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path / 'office.db'}"
    office = by_row.office(url)
    with office.changing() as change:
        for title in ("季度报告", "周报", "月报"):
            by_row.note(change, by_row.new_item(change, office.people, title, "李明", date(2026, 12, 1)), "在写")
    monkeypatch.setenv("OFFICECLI_DB", url)
    assert run(["ledger", "-o", "tasks.ics"]) == 0
    first, second, third = (tmp_path / "tasks.ics").read_text(encoding="utf-8").split("BEGIN:VTODO")[1:]
    first = first.replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20261123T020000Z").replace(
        "2026-001 季度报告", "2026-001 季度报告及附表"
    )
    second = second.replace("DUE;VALUE=DATE:20261201", "DUE;VALUE=DATE:20261218").replace(
        "DESCRIPTION:", "DESCRIPTION:问过财务科\\n下周再问李明\\n", 1
    )
    (tmp_path / "tasks.ics").write_text(f"BEGIN:VCALENDAR\r\nBEGIN:VTODO{first}BEGIN:VTODO{second}BEGIN:VTODO{third}", encoding="utf-8")
    capsys.readouterr()
    code = run(["import", "tasks.ics", "--update", "--format", "json"])
    out = capsys.readouterr().out
    assert code == 0, out
    told = {(row["number"], row["field"]): (row["old"], row["new"]) for row in json.loads(out)["differences"]}
    assert told == {
        ("2026-001", "title"): ("季度报告", "季度报告及附表"),
        ("2026-001", "status"): ("issued", "closed"),
        ("2026-001", "closed"): (None, "2026-11-23"),
        ("2026-002", "due"): ("2026-12-01", "2026-12-18"),
        ("2026-002", "remarks"): (None, "问过财务科\n下周再问李明"),
    }
