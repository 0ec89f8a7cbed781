"""A calendar holds each deadline as a task and as a day, and other programs read the same days from it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from officecli.errors import BadInput
from officecli.formats import as_ics
from officecli.formats.out.output import deliver
from officecli.formats.out.page import Page
from officecli.formats.out.whole_file import Named
from officecli.reports.shape.report import VERSION, Column, Report

COLUMNS = (
    *(Column("number", "编号"), Column("title", "事项"), Column("due", "时限", "date"), Column("lead", "牵头"), Column("unit", "科室")),
    *(Column("urgency", "紧急", "word"), Column("status", "状态", "word"), Column("closed", "销号", "date"), Column("goal", "目标")),
)
ROWS: tuple[dict[str, Any], ...] = (
    {
        "number": "2026-1",
        "title": "甲\r\nBEGIN:VEVENT, \\ ;",
        "due": "2026-12-01",
        "lead": "张三",
        "unit": "督查室",
        "urgency": "urgent",
        "status": "in-hand",
        VERSION: 3,
    },
    {
        "number": "2026-2",
        "title": "Second",
        "due": "2026-12-31",
        "lead": "Ana",
        "unit": None,
        "urgency": "most-urgent",
        "status": "issued",
        "goal": "all",
    },
    {"number": "2026-3", "title": "Done", "due": "2026-11-20", "lead": "Ana", "unit": None, "status": "closed", "closed": "2026-11-19"},
    {"number": "2026-4", "title": "Off", "due": "2026-11-20", "lead": "Ana", "unit": None, "status": "cancelled"},
    {"number": "2026-5", "title": "No day", "due": None, "lead": "Ana", "unit": None, "status": "issued"},
    {"number": "2026-1", "title": "Once more", "due": "2026-12-01", "lead": "张三", "unit": "督查室", "status": "in-hand"},
)
REPORT = Report("list", "Items", "2026-11-23", COLUMNS, ROWS, head="412:abcd", origin="0123456789ab", timezone="Asia/Shanghai", office="County")


def written(report: Report = REPORT) -> str:
    stream = io.StringIO(newline="")
    as_ics.write(report, stream, Page())
    return stream.getvalue()


def parts(kind: str, text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk(kind))


def test_each_deadline_is_a_task_and_a_day_with_reminders_until_it_is_closed() -> None:
    todos, days = parts("VTODO", written()), parts("VEVENT", written())
    assert [(str(one["SUMMARY"]), one.decoded("DUE"), str(one["STATUS"]), one.get("PRIORITY")) for one in todos] == [
        ("2026-1 甲 ⏎ BEGIN:VEVENT, \\ ;", date(2026, 12, 1), "IN-PROCESS", 3),
        ("2026-2 Second", date(2026, 12, 31), "NEEDS-ACTION", 1),
        ("2026-3 Done", date(2026, 11, 20), "COMPLETED", None),
        ("2026-4 Off", date(2026, 11, 20), "CANCELLED", None),
    ]
    assert [(one.decoded("DTSTART"), one.decoded("DTEND") - one.decoded("DTSTART"), str(one["STATUS"])) for one in days] == [
        (todo.decoded("DUE"), timedelta(days=1), "CANCELLED" if todo["STATUS"] == "CANCELLED" else "CONFIRMED") for todo in todos
    ]
    assert todos[2].decoded("COMPLETED") == datetime(2026, 11, 19, 4, tzinfo=UTC)
    alarms = [[alarm.decoded("TRIGGER") for alarm in one.walk("VALARM")] for one in (*todos, *days)]
    assert alarms == [[as_ics.ON_THE_DAY]] * 2 + [[]] * 2 + [[*as_ics.REMINDED]] * 2 + [[]] * 2
    assert (str(todos[1]["DESCRIPTION"]), todos[0]["CATEGORIES"].to_ical().decode()) == (
        "牵头: Ana\n紧急: most urgent\n状态: issued\n目标: all",
        "督查室",
    )


def test_an_item_is_known_again_in_every_report_and_language_and_the_later_version_wins(chinese: None) -> None:
    changed = ({**ROWS[0], VERSION: 4}, *ROWS[1:])
    again = replace(REPORT, name="overdue", title="逾期", columns=COLUMNS[:3], head="413:ef", as_of="2026-11-24", office="Renamed", rows=changed)
    before, after = parts("VTODO", written()) + parts("VEVENT", written()), parts("VTODO", written(again)) + parts("VEVENT", written(again))
    assert [one["UID"] for one in after] == [one["UID"] for one in before]
    assert len({one["UID"] for one in before}) == 8
    assert [one["SEQUENCE"] for one in before] == [3, 0, 0, 0] * 2
    assert [one["SEQUENCE"] for one in after] == [4, 0, 0, 0] * 2, "what others did in the trail changes no item"
    assert before[0].decoded("DTSTAMP") == datetime(2026, 11, 23, tzinfo=UTC)
    assert written() == written()
    assert parts("VTODO", written(replace(REPORT, origin="ba9876543210")))[0]["UID"] != before[0]["UID"]


def test_what_is_personal_is_private_to_whoever_shares_the_calendar() -> None:
    own = replace(REPORT, rows=({**ROWS[1], "kind": "personal"}, ROWS[0]))
    assert [str(one.get("CLASS", "")) for one in parts("VTODO", written(own)) + parts("VEVENT", written(own))] == ["PRIVATE", "", "PRIVATE", ""]


def test_a_report_without_deadlines_of_items_says_what_a_calendar_holds(tmp_path: Path, sample: Callable[..., Report]) -> None:
    load = Report("load", "Load", "2026-11-23", (Column("name", "name"), Column("due", "due", "count")), ({"name": "Ana", "due": 2},))
    with pytest.raises(BadInput, match="“Load” has none") as refused:
        deliver(load, "ics", to=Named(tmp_path / "load.ics", store=None))
    assert ("--format ics" in refused.value.fix, [path.name for path in tmp_path.glob("*.ics")]) == (True, [])
    assert len(parts("VTODO", written(replace(load, also=(REPORT,))))) == 4
    assert parts("VTODO", written(replace(REPORT, rows=()))) == []


@pytest.mark.skipif(sys.platform == "win32", reason="khal and todoman are for Unix")
def test_khal_and_todoman_read_the_same_days(tmp_path: Path) -> None:
    text = written()
    (tmp_path / "all.ics").write_text(text, encoding="utf-8", newline="")
    tasks = tmp_path / "tasks" / "list"
    tasks.mkdir(parents=True)
    for number, todo in enumerate(parts("VTODO", text)):
        alone = icalendar.Calendar()
        alone.add_component(todo)
        (tasks / f"{number}.ics").write_bytes(alone.to_ical())
    dates = "\n".join(f"{name} = %Y-%m-%d" for name in ("dateformat", "longdateformat"))
    times = "\n".join(f"{name} = %Y-%m-%d %H:%M" for name in ("datetimeformat", "longdatetimeformat"))
    zones = "local_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai"
    (tmp_path / "khal.conf").write_text(f"[calendars]\n[[x]]\npath = {tmp_path}\n[locale]\ntimeformat = %H:%M\n{dates}\n{times}\n{zones}\n")
    (tmp_path / "todo.py").write_text(f"path = {str(tmp_path / 'tasks' / '*')!r}\ncache_path = {str(tmp_path / 'cache')!r}\n")

    def said(program: str, *words: str) -> str:
        home = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": "/usr/bin:/bin"}
        line = [str(Path(sys.executable).with_name(program)), *words]
        return subprocess.run(line, env=home, capture_output=True, text=True, check=True, encoding="utf-8").stdout

    events = said("khal", "-c", str(tmp_path / "khal.conf"), "printics", "-f", "{start-date} {end-date}", str(tmp_path / "all.ics")).splitlines()[1:]
    listed = json.loads(said("todo", "--config", str(tmp_path / "todo.py"), "--porcelain", "list", "--status", "ANY"))
    due = ["2026-11-20", "2026-11-20", "2026-12-01", "2026-12-31"]
    assert sorted(events) == [f"{day} {day}" for day in due]
    assert sorted((datetime.fromtimestamp(one["due"], UTC) + timedelta(hours=8)).date().isoformat() for one in listed) == due
