"""The schedule runs where nobody is logged in: nothing but what stands in it, whatever the store is called and whatever the clocks do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from officecli.files.schedule.jobs import Plan, jobs, remarks
from officecli.files.schedule.systemd import units
from officecli.store.place import Place, place
from stage.mail_server import mail_server
from stage.small_office import Office

REGISTRAR, CLERK = "孙丽", "陈静"
MISSING = "Missing here: systemd-analyze, which looks at the units"


@pytest.fixture
def office(sqlite_office: str, tmp_path: Path, at: Callable[[str], None]) -> Office:
    """An office in a folder whose name holds all that a shell, cron and systemd have a use for."""
    at("2026-07-06T02:00")
    folder = tmp_path / "办公 室 100% it's $HOME"
    folder.mkdir()
    shutil.copy(place(sqlite_office).path, folder / "office.db")
    return Office(str(folder / "office.db"), at)


def printed(office: Office, how: str) -> str:
    return office.done(REGISTRAR, f"schedule print {how}")


def parsed(text: str) -> tuple[list[str], dict[str, str]]:
    """The variables of a crontab, and its commands by the word that tells them apart, as cron reads them."""
    variables, commands = [], {}
    for line in text.splitlines():
        if match := re.fullmatch(r"([A-Z_]+)=(.*)", line):
            value = match[2][1:-1] if match[2].startswith('"') else match[2]
            variables.append(f"{match[1]}={value}")
        elif re.match(r"[\d,]+ \d+ \* \* \* ", line):
            command = line.split(" ", 5)[5].replace(r"\%", "%")
            commands[next(word for word in ("generate", "check", "digest", "backup", "verify") if f" {word} " in f"{command} ")] = command
    return variables, commands


def test_each_line_of_the_crontab_runs_with_nothing_but_what_stands_in_it(office: Office, tmp_path: Path) -> None:
    office.done("李娜", f"add 信访件督办 --lead {CLERK} --due 2026-07-07")
    office.done(REGISTRAR, f"person set {CLERK} --email chen@office.example")
    with mail_server(tmp_path) as server:
        for name, value in server.settings().items():
            office.done(REGISTRAR, f"config set {name} {value}")
        variables, commands = parsed(printed(office, "--cron"))
        assert "CRON_TZ=Asia/Shanghai" in variables
        assert "CONTENT_TYPE=text/plain; charset=UTF-8" in variables
        assert list(commands) == ["generate", "check", "digest", "backup", "verify"]
        said = {}
        for name, command in commands.items():  # no HOME, no TERM, no language: less than cron gives
            done = subprocess.run(
                ["env", "-i", "OFFICECLI_NOW=2026-07-06T02:00", *variables, "/bin/sh", "-c", command],
                cwd="/",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            assert done.returncode in ((0, 1) if name == "check" else (0,)), (name, done.stderr)
            assert done.stderr == ""
            said[name] = done.stdout
        assert (said["generate"], said["digest"], said["backup"]) == ("", "", "")
        assert "留痕" in said["verify"]
        assert [to for _from, (to,), _content in server.handler.got] == ["chen@office.example"]
    assert len(list((Path(office.url).parent / "backups").glob("office-*.db"))) == 1


def test_without_a_mail_server_no_mail_is_in_it_and_that_is_said(office: Office) -> None:
    for how in ("--cron", "--systemd"):
        said = printed(office, how)
        assert "--mail" not in said
        assert "mail.host" in said
        assert "no registrar" not in said
    assert f"{CLERK} is no registrar" in office.done(CLERK, "schedule print --cron")


def test_the_units_are_written_and_say_what_cron_says(office: Office, tmp_path: Path) -> None:
    for name, value in {"mail.host": "mail.office.example", "mail.from": "a@office.example"}.items():
        office.done(REGISTRAR, f"config set {name} {value}")
    folder = tmp_path / "units"
    office.done(REGISTRAR, f"schedule print --systemd -o {folder}")
    _variables, commands = parsed(printed(office, "--cron"))
    found = sorted(path.name for path in folder.iterdir())
    assert len(found) == 10
    service = (folder / "officecli-backup.service").read_text(encoding="utf-8")
    started = re.search(r'^ExecStart=/bin/sh -c "(.*)"$', service, re.MULTILINE)
    assert started is not None
    assert re.sub(r'\\(["\\])|%(%)|\$(\$)', lambda one: one[1] or one[2] or one[3], started[1]) == commands["backup"]
    assert "there already" in office.type(REGISTRAR, f"schedule print --systemd -o {folder}")
    assert "is a file, and systemd takes several" in office.type(REGISTRAR, f"schedule print --systemd -o {folder / found[0]}")
    assert office.code == 2
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip(MISSING)
    for name in found:
        if name.endswith(".timer"):
            when = re.search("OnCalendar=(.*)", (folder / name).read_text(encoding="utf-8"))
            assert when is not None
            subprocess.run([analyze, "calendar", when[1]], check=True, capture_output=True)
    done = subprocess.run([analyze, "verify", *(str(folder / name) for name in found)], check=False, capture_output=True, text=True)
    ours = [line for line in done.stderr.splitlines() if "officecli-" in line]
    assert (ours, done.returncode) == ([], 0), done.stderr


def test_no_job_falls_into_an_hour_that_the_clocks_leave_out_or_repeat() -> None:
    plan = Plan(("officecli",), {}, "UTC", Place("sqlite", path=Path("/office.db")), Path("/backups"), mails=True)
    times = [(job.hour, minute) for job in jobs(plan) for minute in job.minutes]
    assert len(times) == 7
    changes = 0
    for name in sorted(available_timezones()):
        zone, day = ZoneInfo(name), date(2026, 1, 1)
        before = datetime(day.year, 1, 1, 12, tzinfo=zone).utcoffset()
        while day.year < 2027:
            day += timedelta(days=1)
            after = datetime(day.year, day.month, day.day, 12, tzinfo=zone).utcoffset()
            if after != before:
                changes += 1
                for changed in (day - timedelta(days=1), day):
                    for hour, minute in times:
                        local = datetime(changed.year, changed.month, changed.day, hour, minute, tzinfo=zone)
                        assert local.astimezone(UTC).astimezone(zone) == local, (name, local)  # it is there
                        assert local.replace(fold=1).utcoffset() == local.utcoffset(), (name, local)  # and there once
            before = after
    assert changes > 200


@pytest.mark.parametrize("given", ["", "--cron --systemd"])
def test_it_is_for_one_of_the_two(office: Office, given: str) -> None:
    assert "--cron or --systemd" in office.type(REGISTRAR, f"schedule print {given}")
    assert office.code == 2


def test_no_password_is_written_down() -> None:
    for url in ("postgresql://me:secret@db.example/office?sslmode=require", "postgresql://db.example/office?user=me&password=secret"):
        written = place(url).without_password
        plan = Plan((sys.executable, "-m", "officecli"), {"OFFICECLI_DB": written}, "UTC", place(url), Path("/b"), mails=False)
        text = "".join(units(plan).values())
        assert ("secret" in text, "***" in text, "db.example/office" in text) == (False, False, True)
        assert "pg_dump" in text
        assert "~/.pgpass" in "".join(remarks(plan))
