"""Lists of tasks of other tools: told from tables by what they hold, and refused
with advice where they cannot be read. How they are read stands in the corpus.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.sheets.kinds import kind_of
from officecli.files.ledger.sheets.tasks import task_table
from officecli.files.ledger.sheets.tasks.task_files import read_tasks

TASKS = '[{"title": "Renew the stalls", "done": false, "identifier": "#7"}]'
TODO = "(A) Call the county due:2026-07-17\nx 2026-06-24 Label the box\n"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.json", TASKS, "tasks"),
        ("a", "\ufeff " + TASKS, "tasks"),
        ("a.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "tasks"),
        ("a.txt", TODO, "tasks"),
        ("todo.txt", "Buy stamps\n", "tasks"),
        ("todo.txt", "事项\t责任人\n调研\t李明\n", "text"),
        ("a.txt", "事项,责任人,时限\n调研 +1,李明,2026-12-01\n", "text"),
        ("a.txt", "Matter;Lead;Due\nSurvey;Ana;2026-12-01\n", "text"),
        ("a.csv", "[Matter],Lead\nSurvey,Ana\n", "text"),
    ],
)
def test_a_list_of_tasks_is_told_from_a_table(tmp_path: Path, name: str, text: str, kind: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert kind_of(path) == kind


def test_a_list_is_read_out_of_its_archive(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data.json", TASKS)
        archive.writestr("files/1.png", b"x" * 100)
    assert kind_of(path) == "tasks"
    assert [row.cells[:2] for row in read_tasks(path).tables[0].rows] == [["number", "title"], ["Vikunja-7", "Renew the stalls"]]


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        ("DUE;TZID=China Standard Time:20261205T060000", "2026-12-05T06:00:00+08:00"),
        ("DUE;TZID=/mozilla.org/20050126_1/Europe/Berlin:20261205T060000", "2026-12-05T06:00:00+01:00"),
        ("DUE;TZID=Ours:20261205T060000", "2026-12-05T06:00:00+05:30"),
        ("DUE;TZID=Nobody's:20261205T060000", "20261205T060000"),
        ("DTSTART;VALUE=DATE:20261201\nDURATION:P1W", "2026-12-08"),
        ("DTSTART:20261201T090000\nDURATION:PT36H", "2026-12-02T21:00:00"),
    ],
)
def test_a_deadline_of_a_calendar_is_read_in_its_zone_and_as_start_and_length(tmp_path: Path, lines: str, due: str) -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\n"
    summary = "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9 li=\nst\n"
    path = tmp_path / "a.ics"
    path.write_text(f"BEGIN:VCALENDAR\n{zone}BEGIN:VTODO\n{summary}{lines}\nRRULE:FREQ=WEEKLY\nEND:VTODO\nEND:VCALENDAR\n", "utf-8")
    heads, cells = [row.cells for row in read_tasks(path).tables[0].rows]
    assert [cells[heads.index(key)] for key in ("title", "due", "remarks")] == ["Café list", due, "RRULE: FREQ=WEEKLY"]


@pytest.mark.parametrize(
    "text",
    [
        '{"title":"Fix it","owner":"Ana"}\n{"title":"Sell it","owner":"Bob"}\n',
        '{"issues":[{"title":"Fix it","owner":{"login":"ana","name":"Ana"}},{"title":"Sell it","owner":[{"name":"Bob"}]}]}',
        '[{"id":7,"fields":{"title":"Fix it","owner":"Ana"}},{"fields":{"title":"Sell it","owner":"Bob"}}]',
    ],
)
def test_objects_of_any_other_program_are_rows(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    heads, *rows = [row.cells for row in read_tasks(path).tables[0].rows]
    places = [heads.index("title"), heads.index("owner")]
    assert [[row[place] for place in places] for row in rows] == [["Fix it", "Ana"], ["Sell it", "Bob"]]


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.json", '[{"title": "cut off', "no JSON that can be read"),
        ("a.json", "[" * 100_000, "no JSON that can be read"),
        ("a.json", json.dumps([{"name": "x"}, 3, None]), "of no tool that is known"),
        ("a.json", "[]", "nothing in this JSON"),
        ("a.json", json.dumps({"cards": ["x", None]}), "no task"),
        ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n", "no task"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, text: str, what: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match=what):
        read_tasks(path)


def test_a_list_too_large_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", b" " * (21 * 1024 * 1024))
    with pytest.raises(BadInput, match="more than 20 MB"):
        read_tasks(path)


def test_as_many_tasks_as_are_allowed_are_read_and_one_more_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task_table, "MOST", 2)
    path = tmp_path / "todo.txt"
    path.write_text("Buy stamps\nCall the county\n", "utf-8")
    assert len(read_tasks(path).tables[0].rows) == 3
    path.write_text("Buy stamps\nCall the county\nLabel the box\n", "utf-8")
    with pytest.raises(BadInput, match="more than 2 tasks"):
        read_tasks(path)


def test_a_report_of_our_own_is_read_back_as_its_table(tmp_path: Path) -> None:
    row = {
        "number": "2026-001",
        "title": "Roof",
        "supports": [{"name": "Ana", "part": "figures"}, {"name": "Bob", "part": ""}],
        "percent": 40,
        "due": None,
    }
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"schema": 1, "report": "export", "columns": [{"key": key} for key in row], "rows": [row]}), "utf-8")
    assert [one.cells for one in read_tasks(path).tables[0].rows] == [list(row), ["2026-001", "Roof", "Ana (figures); Bob", 40, None]]
