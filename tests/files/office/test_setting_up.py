"""Setting an office up from a file: whole or nothing, and only what differs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from officecli.actions.acting import acting
from officecli.actions.office.norms import Norms, set_norms
from officecli.actions.office.staff import Particulars, set_person
from officecli.cli.answers import sentences
from officecli.errors import BadInput
from officecli.files.office.setting_up import set_up_from
from officecli.store.calendar.days import working_days
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write.change import Change
from stage.office_file import OFFICE, head, run, written


def test_an_empty_office_is_filled_and_the_second_run_does_nothing(office: str) -> None:
    said = run(office, OFFICE)
    assert said[0] == "8 added, 4 changed:"
    assert "  new people (2): Ana; Ben" in said
    assert "  2026-12-24: the office is closed" in said
    before = head(office)
    assert run(office, OFFICE, as_name="Ana") == ["Nothing to do: the office is as the file says."]
    assert head(office) == before


def test_what_is_stored_is_what_the_file_says(office: str) -> None:
    run(office, OFFICE)
    with reading(place(office)) as read:
        ben = read.row("SELECT post, unit, level, reports_to_id FROM v_person WHERE name = 'Ben'")
        assert ben == {"post": "Filing", "unit": "Records", "level": 3, "reports_to_id": read.value("SELECT post_id FROM person WHERE name = 'Ana'")}
        assert read.value("SELECT functions FROM unit") == "administering,serving"
        assert read.rows("SELECT part FROM duty_support") == [{"part": "retrieve"}]
        assert read.settings["lights.yellow_days"] == 2
        assert not working_days(read).is_working(date(2026, 12, 24))
        assert {row["role"] for row in read.rows("SELECT role FROM trail WHERE verb = 'setup'")} == {"registrar"}
        assert verify(read).faults == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("level = 3", "level = 4", "Clerk: level 4 (was 3)"),
        ('nature = "service"', 'nature = "writing"', "Records: nature writing (was service)"),
        ('["serving", "administering"]', '["serving"]', "Records: functions serving (was administering, serving)"),
        ('reports_to = "Head"\n', "", "Records/Filing now reports to – (was Records/Head)"),
        ("seats = 2", "seats = 3", "Records/Filing: seats 3 (was 2)"),
        ("extension_days = 10", 'extension_days = 10\nstand_in = "Filing"', "Records/Head: stand-in Records/Filing (was none)"),
        ("extension_days = 10", "", "Records/Head may extend by – days (was 10)"),
        ('function = "serving"\n', "", "Keep the records: function – (was serving)"),
        ('post = "Head"\nfunction = "serving"\nsupport = ["Filing:retrieve"]', 'post = "Filing"\nfunction = "serving"',
            "Keep the records is now a duty of Records/Filing (was Records/Head)"),
        ('function = "serving"\n', 'function = "serving"\nnature = "writing"\n', "Keep the records: nature writing (was none)"),
        ("Filing:retrieve", "Filing:find", "Keep the records: support by Records/Filing:find (was Records/Filing:retrieve)"),
        ('name = "Ben"\npost = "Filing"', 'name = "ben"\npost = "Filing"', "Ben is now written ben"),
        ('login = "ana"', 'login = "av"', "Ana: login av (was ana)"),
        ('login = "ana"', 'login = ""', "Ana: login – (was ana)"),
        ("joined = 2020-01-02", "joined = 2021-01-02", "Ana: joined 2021-01-02 (was 2020-01-02)"),
        ("closed = [2026-12-24]", "working = [2026-12-26]", "2026-12-26: the office works"),
        ("closed = [2026-12-24]", 'closed = [2026-12-24, "2026-12-28"]', "2026-12-28: the office is closed"),
        ("closed = [2026-12-24]", "", "2026-12-24: no longer closed"),
        ("09:00-17:00", "08:00-16:00", "office hours: 08:00-16:00 (was 09:00-17:00)"),
        ('yellow_days" = 2', 'yellow_days" = 5', "setting lights.yellow_days: 5 (was 2)"),
        ("seats = 2", 'seats = 2\nmay = ["file", " look  up\\nfetch"]', "Records/Filing: what it may do is now: file; look up; fetch"),
        ("seats = 2", 'seats = 2\ndegree = "within the day"', "Records/Filing: to what degree it works is now: within the day"),
        ("[calendar]", '[[emergency]]\nname = "Flood"\n[calendar]', "new kinds of emergency (1): Flood"),
        ('timezone = "UTC"', 'timezone = "UTC"\nfunctions = ["服务", "administering", "Archive"]',
            "functions of the office: serving, administering, Archive (was those of every office)"),
        ('name = "City clerk"', 'name = "Clerk of the city"', "the office is now called Clerk of the city (was City clerk)"),
    ],
)  # fmt: skip
def test_each_difference_is_said_and_applied_alone(filled_office: str, old: str, new: str, said: str) -> None:
    changed = OFFICE.replace(old, new)
    assert changed != OFFICE
    assert f"  {said}" in run(filled_office, changed)
    assert run(filled_office, changed) == ["Nothing to do: the office is as the file says."]
    written(filled_office)


def test_a_new_superior_may_stand_after_its_people_in_the_file(filled_office: str) -> None:
    text = OFFICE.replace("extension_days = 10\n", 'reports_to = "Director"\n[[post]]\ntitle = "Director"\nunit = "Records"\nrank = "Chief"\n')
    said = run(filled_office, text)
    assert said[0] == "1 added, 1 changed:"
    assert "  Records/Head now reports to Records/Director (was none)" in said


def test_somebody_who_changes_post_keeps_the_old_one_in_the_record(filled_office: str, at: Callable[[str], None]) -> None:
    at("2026-11-24T12:00")
    moved = OFFICE.replace('name = "Ana"\npost = "Head"', 'name = "Ana"\npost = "Filing"')
    assert "  Ana moves to Records/Filing (from Records/Head)" in run(filled_office, moved)
    with reading(place(filled_office)) as read:
        rows = read.rows("SELECT p.title, h.until FROM past_post h JOIN post p ON p.id = h.post_id")
    assert rows == [{"title": "Head", "until": "2026-11-24"}]


def test_two_people_may_change_seats_and_logins_in_one_run(office: str) -> None:
    text = OFFICE.replace("seats = 2", "seats = 1").replace('name = "Ben"\npost = "Filing"', 'name = "Ben"\npost = "Filing"\nlogin = "ben"')
    run(office, text)
    swapped = text.replace('"Head"\nlogin = "ana"', '"Filing"\nlogin = "ben"').replace('"Filing"\nlogin = "ben"\n\n', '"Head"\nlogin = "ana"\n\n')
    run(office, swapped)
    with reading(place(office)) as read:
        rows = read.rows("SELECT name, post, login FROM v_person WHERE account = 0 ORDER BY name")
    assert [tuple(row.values()) for row in rows] == [("Ana", "Filing", "ben"), ("Ben", "Head", "ana")]
    written(office)


def test_what_a_command_set_stays_where_the_file_is_silent(filled_office: str) -> None:
    with acting(place(filled_office), "person-set") as act:
        set_person(act, "Ben", Particulars(login="ben", email="ben@office.example", joined="2026-01-05"))
    assert run(filled_office, OFFICE) == ["Nothing to do: the office is as the file says."]
    assert 'email = "ben@office.example"' in written(filled_office)


def test_norms_that_a_command_wrote_stay_until_the_file_says_otherwise(filled_office: str) -> None:
    with acting(place(filled_office), "post-norms") as act:
        set_norms(act, "Filing", Norms(may=("file", "fetch"), how=("by the schedule",)))
    assert run(filled_office, OFFICE) == ["Nothing to do: the office is as the file says."]
    assert 'may = ["file", "fetch"]\nhow = "by the schedule"\n' in written(filled_office)
    run(filled_office, OFFICE.replace("seats = 2", 'seats = 2\nmay = ""\nhow = []'))
    assert "may =" not in written(filled_office)


def test_a_dry_run_says_the_same_and_changes_nothing(small_office: str, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(OFFICE, encoding="utf-8")
    before = head(small_office)
    rehearsed = list(sentences(set_up_from(place(small_office), path, dry_run=True).done))
    assert rehearsed[-1] == "Dry run: nothing was changed."
    assert head(small_office) == before
    assert "Records" not in written(small_office)
    assert list(sentences(set_up_from(place(small_office), path).done)) == rehearsed[:-1]


def test_a_failure_half_way_leaves_nothing(office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = head(office), written(office)
    add = Change.add
    for n in (5, 9):
        calls = iter(range(1, 1000))

        def failing(change: Change, *args: object, n: int = n, **fields: object) -> object:
            if next(calls) == n:  # noqa: B023 - used up within this turn
                raise RuntimeError("out of luck")
            return add(change, *args, **fields)  # type: ignore[arg-type]

        monkeypatch.setattr(Change, "add", failing)
        with pytest.raises(RuntimeError, match="out of luck"):
            run(office, OFFICE)
        monkeypatch.setattr(Change, "add", add)
        assert (head(office), written(office)) == before
    run(office, OFFICE)


@pytest.mark.on_sqlite
def test_another_region_brings_its_days_off_in_place_of_the_old_ones(office: str) -> None:
    run(office, OFFICE)
    run(office, OFFICE.replace('region = "none"', 'region = "CN"'))
    with reading(place(office)) as read:
        assert not working_days(read).is_working(date(2026, 10, 1))
        assert {row["source"].split()[0] for row in read.rows("SELECT source FROM calendar_year")} == {"chinesecalendar"}
        assert verify(read).faults == ()
    run(office, OFFICE)
    with reading(place(office)) as read:
        assert working_days(read).is_working(date(2026, 10, 1))
        assert not working_days(read).is_working(date(2026, 12, 24))
        assert read.rows("SELECT id FROM calendar_year") == []
        assert verify(read).faults == ()


def test_a_file_without_a_calendar_leaves_the_days_alone(filled_office: str) -> None:
    silent = OFFICE[: OFFICE.index("[calendar]")] + OFFICE[OFFICE.index("[settings]") :]
    assert run(filled_office, silent) == ["Nothing to do: the office is as the file says."]
    run(filled_office, OFFICE.replace("closed = [2026-12-24]", ""))
    with reading(place(filled_office)) as read:
        assert working_days(read).is_working(date(2026, 12, 24))


def test_an_office_of_two_hundred(small_office: str) -> None:
    units = [f'[[unit]]\nname = "U{n}"\nnature = "service"\n[[post]]\ntitle = "Head"\nunit = "U{n}"\nrank = "R"\n' for n in range(20)]
    posts = [f'[[post]]\ntitle = "Clerk"\nunit = "U{n}"\nrank = "R"\nseats = 10\nreports_to = "U{n}/Head"\n' for n in range(20)]
    people = [f'[[person]]\nname = "张{n}"\npost = "U{n % 20}/Clerk"\nlogin = "u{n}"\n' for n in range(200)]
    text = '[[rank]]\nname = "R"\nlevel = 1\n' + "".join(units + posts + people)
    assert run(small_office, text)[0] == "261 added:"
    assert run(small_office, text) == ["Nothing to do: the office is as the file says."]


def test_an_empty_file_is_refused(small_office: str) -> None:
    with pytest.raises(BadInput, match="names nothing"):
        run(small_office, "")
