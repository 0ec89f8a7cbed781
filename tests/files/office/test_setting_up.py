"""Setting an office up from a file: whole or nothing, only what differs, and written back as it was read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officecli import clock
from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.office.founding import Founding, found
from officecli.actions.office.norms import Norms, set_norms
from officecli.actions.office.staff import Particulars, add_person, leave, set_person
from officecli.cli.answers import sentences
from officecli.errors import BadInput, Refused
from officecli.files.office.export import export
from officecli.files.office.reading import read_text
from officecli.files.office.setting_up import set_up, set_up_from
from officecli.model.names import name_key
from officecli.model.targets import Target
from officecli.store.calendar.days import working_days
from officecli.store.machine import account_name
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write.change import Change
from officecli.typed.text import is_nothing
from stage import postgresql
from stage.places import EXAMPLES

OFFICE = """\
[office]
name = "City clerk"
region = "none"
language = "en"
timezone = "UTC"

[[rank]]
name = "Chief"
level = 6
[[rank]]
name = "Clerk"
level = 3

[[unit]]
name = "Records"
nature = "service"
functions = ["serving", "administering"]

[[post]]
title = "Filing"
unit = "Records"
rank = "Clerk"
reports_to = "Head"
seats = 2
[[post]]
title = "Head"
unit = "Records"
rank = "Chief"
extension_days = 10

[[duty]]
title = "Keep the records"
post = "Head"
function = "serving"
support = ["Filing:retrieve"]

[[person]]
name = "Ana"
post = "Head"
login = "ana"
registrar = true
joined = 2020-01-02
[[person]]
name = "Ben"
post = "Filing"

[calendar]
closed = [2026-12-24]
hours = "09:00-17:00"

[settings]
"lights.yellow_days" = 2
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> str:
    """A founded, empty office at noon on a Monday, on each engine."""
    return str(request.getfixturevalue("small_office" if request.param == "sqlite" else "postgresql_office"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded, empty office, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "office.db"
    found_in_the_morning(str(file))
    return file


def found_in_the_morning(url: str) -> None:
    """Found the office on the morning of that Monday: nothing is recorded before the founding."""
    clock.pretend(datetime(2026, 11, 23, 8, tzinfo=UTC))
    found(place(url), Founding("Office", region="none", timezone="UTC"))
    clock.pretend(None)


@pytest.fixture
def small_office(empty: Path, tmp_path: Path, at: Callable[[str], None]) -> str:
    """The same on SQLite alone, where what is asked is not the engine's business."""
    at("2026-11-23T12:00")
    shutil.copy(empty, tmp_path / "office.db")
    return f"sqlite:///{tmp_path / 'office.db'}"


@pytest.fixture(scope="module")
def filled(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after OFFICE was applied."""
    file = Path(shutil.copy(empty, tmp_path_factory.mktemp("filled")))
    clock.pretend(datetime(2026, 11, 23, 12, tzinfo=UTC))
    run(str(file), OFFICE)
    clock.pretend(None)
    return file


@pytest.fixture
def filled_office(filled: Path, tmp_path: Path, at: Callable[[str], None]) -> str:
    """OFFICE as it was applied, on SQLite."""
    at("2026-11-23T12:00")
    shutil.copy(filled, tmp_path / "office.db")
    return f"sqlite:///{tmp_path / 'office.db'}"


@pytest.fixture(scope="module")
def postgresql_empty(postgresql_server: str) -> Iterator[postgresql.Copy]:
    """The same in PostgreSQL, for one test after the other."""
    with postgresql.database(postgresql_server) as url:
        found_in_the_morning(url)
        copy = postgresql.Copy(postgresql_server, postgresql.name_of(url))
        yield copy
        copy.drop()


@pytest.fixture
def postgresql_office(postgresql_empty: postgresql.Copy, at: Callable[[str], None]) -> str:
    at("2026-11-23T12:00")
    return postgresql_empty.fresh()


def run(url: str, text: str, *, as_name: str = "", prune: bool = False) -> list[str]:
    with acting(place(url), "setup", as_name) as act:
        set_up(act, read_text(dedent(text), "office.toml"), prune=prune)
    return list(sentences(act.done))


def written(url: str) -> str:
    with reading(place(url)) as read:
        assert verify(read).faults == ()
        return export(read)


def head(url: str) -> str:
    with reading(place(url)) as read:
        return read.head_text()


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
        ('post = "Head"\nfunction = "serving"\nsupport = ["Filing:retrieve"]', 'post = "Filing"\nfunction = "serving"', "Keep the records is now a duty of Records/Filing (was Records/Head)"),
        ('function = "serving"\n', 'function = "serving"\nnature = "writing"\n', "Keep the records: nature writing (was none)"),
        ("Filing:retrieve", "Filing:find", "Keep the records: support by Records/Filing:find (was Records/Filing:retrieve)"),
        ('name = "Ben"\npost = "Filing"', 'name = "ben"\npost = "Filing"', "Ben is now written ben"),
        ('login = "ana"', 'login = "av"', "Ana: login av (was ana)"),
        ('login = "ana"', 'login = ""', "Ana: login – (was ana)"),
        ("joined = 2020-01-02", "joined = 2021-01-02", "Ana: joined 2021-01-02 (was 2020-01-02)"),
        ("closed = [2026-12-24]", "working = [2026-12-26]", "2026-12-26: the office works"),
        ("closed = [2026-12-24]", "", "2026-12-24: no longer closed"),
        ("09:00-17:00", "08:00-16:00", "office hours: 08:00-16:00 (was 09:00-17:00)"),
        ('yellow_days" = 2', 'yellow_days" = 5', "setting lights.yellow_days: 5 (was 2)"),
        ("seats = 2", 'seats = 2\nmay = ["file", " look  up\\nfetch"]', "Records/Filing: what it may do is now: file; look up; fetch"),
        ("seats = 2", 'seats = 2\ndegree = "within the day"', "Records/Filing: to what degree it works is now: within the day"),
        ("[calendar]", '[[emergency]]\nname = "Flood"\n[calendar]', "new kinds of emergency (1): Flood"),
        ('timezone = "UTC"', 'timezone = "UTC"\nfunctions = ["服务", "administering", "Archive"]', "functions of the office: serving, administering, Archive (was those of every office)"),
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


OWN = OFFICE.replace('timezone = "UTC"', 'timezone = "UTC"\nfunctions = ["serving", "administering", "Archive"]').replace(
    'function = "serving"', 'function = "archive"'
)


def test_the_offices_own_functions_come_stay_and_go(office: str) -> None:
    run(office, OWN)
    assert run(office, OWN) == ["Nothing to do: the office is as the file says."]
    text = written(office)
    assert 'functions = ["serving", "administering", "Archive"]' in text
    assert 'function = "Archive"' in text
    assert run(office, text) == ["Nothing to do: the office is as the file says."]
    silent = OWN.replace('functions = ["serving", "administering", "Archive"]\n', "").replace('function = "archive"', 'function = "serving"')
    assert run(office, silent)[-1] == "  functions of the office: serving, administering, Archive"
    with pytest.raises(BadInput) as caught:
        run(office, silent.replace('function = "serving"', 'function = "advising"'))
    assert caught.value.why.startswith("line 34: “advising” is none of the office's functions: serving, administering, Archive.")
    fewer = OWN.replace(', "Archive"]', "]").replace('function = "archive"', 'function = "serving"')
    assert "  functions of the office: serving, administering (was serving, administering, Archive)" in run(office, fewer)
    assert "  functions of the office: serving, administering" in run(office, silent, prune=True)
    assert "functions = [" not in written(office).partition("[[unit]]")[0]
    assert run(office, OWN)[0] == "2 changed:"
    written(office)


def test_a_kind_of_work_is_one_however_the_file_spells_it(small_office: str) -> None:
    two = OFFICE + '[[unit]]\nname = "Press"\nnature = "writing"\n[[post]]\ntitle = "Editor"\nunit = "Press"\nrank = "Clerk"\n'
    owned = two.replace('function = "serving"\n', 'kind = "Press work"\n')
    other = '[[duty]]\ntitle = "Edit"\npost = "Editor"\nkind = "PRESS work"\n'
    with pytest.raises(Refused) as caught:
        run(small_office, owned + other)
    assert caught.value.reasons[0][1].startswith("“Press work” is owned twice")
    run(small_office, two + other)
    with pytest.raises(Refused) as caught:
        run(small_office, owned)
    assert caught.value.reasons[0][1].startswith("“PRESS work” is owned twice")


def test_a_function_of_ones_own_is_not_taken_for_the_beginning_of_another(small_office: str) -> None:
    run(small_office, OWN.replace("rchive", "dmin"))
    assert 'functions = ["serving", "administering", "Admin"]' in written(small_office)


def test_kinds_of_emergency_are_retired_and_come_back(small_office: str) -> None:
    ready = OFFICE + '[[emergency]]\nname = "Flood"\n[[emergency]]\nname = "Fire"\n'
    run(small_office, ready)
    assert run(small_office, ready) == ["Nothing to do: the office is as the file says."]
    less = OFFICE + '[[emergency]]\nname = "flood"\n'
    assert "  Flood is now written flood" in run(small_office, less, prune=True)
    assert "Fire" not in written(small_office)
    assert "  Fire is back" in run(small_office, ready)
    assert written(small_office).count("[[emergency]]") == 2


SMALLER = OFFICE.replace('[[person]]\nname = "Ben"\npost = "Filing"\n', "").replace('[settings]\n"lights.yellow_days" = 2\n', "")
SMALLER = SMALLER[: SMALLER.index("[[post]]")] + SMALLER[SMALLER.index('[[post]]\ntitle = "Head"') :].replace('support = ["Filing:retrieve"]\n', "")


def test_what_is_no_longer_named_stays_and_is_listed(filled_office: str) -> None:
    said = run(filled_office, SMALLER)
    assert said[-4:] == [
        "No longer in the file, and left as it is (--prune retires it):",
        "  posts: Records/Filing",
        "  people: Ben",
        "  settings: lights.yellow_days",
    ]
    assert 'title = "Filing"' in written(filled_office)


def test_prune_retires_and_a_later_file_brings_back(office: str) -> None:
    run(office, OFFICE)
    assert run(office, SMALLER, prune=True)[0] == "1 changed, 3 retired:"
    assert "Filing" not in written(office)
    assert run(office, SMALLER, prune=True) == ["Nothing to do: the office is as the file says."]
    with pytest.raises(BadInput) as caught:
        run(office, OFFICE)
    assert caught.value.why.startswith("line 44: Ben left on 2026-11-23.")
    assert "  Records/Filing is back" in run(office, OFFICE.replace('"Ben"', '"Ben 2"'))
    written(office)


def test_a_duty_that_is_measured_does_not_move_and_what_hangs_on_it_is_said(filled_office: str) -> None:
    with acting(place(filled_office), "target-add", rules=()) as act:
        duty = act.read.value("SELECT id FROM duty")
        act.change.add(
            Target, "target-add", duty_id=duty, target_class="output", metric="Boxes", amount="12", unit="box", period="year", since=act.today
        )
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE.replace('post = "Head"\nfunction = "serving"\nsupport = ["Filing:retrieve"]', 'post = "Filing"'))
    assert "“Keep the records” has the target" in (caught.value.why or "")
    less = OFFICE[: OFFICE.index("[[duty]]")] + OFFICE[OFFICE.index("[[person]]") :]
    assert "    Keep the records: 1 target still hangs on it: Boxes." in run(filled_office, less, prune=True)


def test_prune_is_refused_while_somebody_who_goes_has_work(filled_office: str) -> None:
    with acting(place(filled_office), "add") as act:
        register(act, Order("Index the vault", "Ben", due="+5wd"))
        register(act, Order("Move the boxes", "Ana", due="+5wd", support=["Ben:carry"]))
    before = head(filled_office)
    with pytest.raises(Refused) as caught:
        run(filled_office, SMALLER, prune=True)
    assert [reason[:2] for reason in caught.value.reasons] == [
        ("2026-001", "Ben leads it: Index the vault"),
        ("2026-002", "Ben supports it: Move the boxes (carry)"),
    ]
    assert head(filled_office) == before


def test_a_seat_that_somebody_outside_the_file_holds(filled_office: str) -> None:
    with acting(place(filled_office), "person-add") as act:
        add_person(act, "Cy", "Filing", Particulars())
    assert "  people: Cy" in run(filled_office, OFFICE)
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE + '[[person]]\nname = "Dan"\npost = "Filing"\n')
    assert (
        caught.value.why
        == "line 55: Records/Filing has 2 seats, and Cy, not in the file, is on it. Write them into the file with another post, or run with --prune."
    )
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE.replace("seats = 2", "seats = 1"))
    assert caught.value.why.startswith("line 45: Records/Filing has 1 seat, and Cy")


def test_a_login_that_somebody_outside_the_file_has(filled_office: str) -> None:
    with acting(place(filled_office), "person-add") as act:
        add_person(act, "Cy", "Filing", Particulars(login="cy"))
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE.replace('login = "ana"', 'login = "cy"'))
    assert caught.value.why.startswith("line 40: The login “cy” is Cy's")


def test_only_a_registrar_sets_up(filled_office: str) -> None:
    before = head(filled_office)
    with pytest.raises(Refused) as caught:
        run(filled_office, OFFICE.replace("level = 3", "level = 4"), as_name="Ben")
    assert caught.value.reasons == (("A401 not-entitled", "“set the office up” is for a registrar; Ben is none.", "Ask a registrar: Ana."),)
    assert head(filled_office) == before


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


def test_the_founder_gives_way_to_the_person_with_that_login(small_office: str) -> None:
    mine = OFFICE.replace('login = "ana"', f'login = "{account_name()}"')
    run(small_office, mine)
    run(small_office, mine.replace("level = 3", "level = 4"))
    with reading(place(small_office)) as read:
        assert read.value("SELECT p.name FROM trail t JOIN person p ON p.id = t.actor_id ORDER BY t.seq DESC LIMIT 1") == "Ana"


def test_nobody_may_lock_the_office(small_office: str) -> None:
    locking = OFFICE.replace('login = "ana"', f'login = "{account_name()}"').replace("registrar = true\n", "")
    before = head(small_office)
    with pytest.raises(Refused) as caught:
        run(small_office, locking)
    assert "Ana" in caught.value.why
    assert head(small_office) == before


@pytest.mark.parametrize(("who", "prune"), [("Ana", False), ("Mara", True)])
def test_whoever_runs_it_keeps_a_name(store_url: str, at: Callable[[str], None], who: str, prune: bool) -> None:
    at("2026-11-23T12:00")
    found(place(store_url), Founding("Office", region="none", timezone="UTC", me=who))
    before = head(store_url)
    with pytest.raises(Refused, match="nobody would have your login") as caught:
        run(store_url, OFFICE, prune=prune)
    assert f'login = "{account_name()}" for {who}' in caught.value.fix
    assert head(store_url) == before
    if not prune:
        run(store_url, OFFICE.replace('login = "ana"', f'login = "{account_name()}"'))


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


@pytest.mark.parametrize("name", ["county-office", "city-clerk"])
def test_the_examples_come_back_as_they_were_read(small_office: str, name: str, tmp_path: Path) -> None:
    example = EXAMPLES / name / "office.toml"
    set_up_from(place(small_office), example)
    text = written(small_office)
    assert run(small_office, text) == ["Nothing to do: the office is as the file says."]
    assert list(sentences(set_up_from(place(small_office), example).done)) == ["Nothing to do: the office is as the file says."]
    assert written(small_office) == text


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


def test_leaving_frees_the_login_for_somebody_else(filled_office: str) -> None:
    with acting(place(filled_office), "person-set") as act:
        set_person(act, "Ben", Particulars(login="ben"))
    with acting(place(filled_office), "person-leave") as act:
        leave(act, "Ben")
    with acting(place(filled_office), "person-add") as act:
        add_person(act, "Cy", "Filing", Particulars(login="ben"))
    assert 'login = "ben"' in written(filled_office)


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "S", "P", "Zs"), exclude_characters="/:／："), min_size=1, max_size=12).filter(
    lambda name: name_key(name) not in ("", "me") and not is_nothing(name) and not {"/", ":", ";", "、"} & set(name_key(name))
)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def offices(draw: st.DrawFn) -> str:
    """Offices of any shape: units and posts in trees, some seats empty, names of any script."""
    names = iter(draw(st.lists(NAMES, min_size=12, max_size=12, unique_by=name_key)))
    units = [next(names) for _ in range(draw(st.integers(1, 3)))]
    lines = ['[[rank]]\nname = "R"\nlevel = 5\n']
    functions = draw(st.lists(NAMES.filter(lambda name: "," not in name), max_size=3, unique_by=name_key))
    if functions:
        lines.append(f"[office]\nfunctions = [{', '.join(map(quoted, functions))}]\n")
    lines += [f"[[emergency]]\nname = {quoted(name)}\n" for name in draw(st.lists(NAMES, max_size=2, unique_by=name_key))]
    for n, unit in enumerate(units):
        above = f"parent = {quoted(units[draw(st.integers(0, n - 1))])}\n" if n and draw(st.booleans()) else ""
        lines.append(f'[[unit]]\nname = {quoted(unit)}\nnature = "writing"\n{above}')
    titles = [next(names) for _ in range(3)]
    posts = draw(st.lists(st.tuples(st.sampled_from(units), st.sampled_from(titles)), unique=True, min_size=1, max_size=5))
    for n, (unit, title) in enumerate(posts):
        above = f"reports_to = {quoted('/'.join(posts[draw(st.integers(0, n - 1))]))}\n" if n and draw(st.booleans()) else ""
        stand_in = draw(st.sampled_from([post for post in posts if post != (unit, title)])) if len(posts) > 1 and draw(st.booleans()) else ()
        acting = f"stand_in = {quoted('/'.join(stand_in))}\n" if stand_in else ""
        extension = f"extension_days = {draw(st.integers(0, 30))}\n" if draw(st.booleans()) else ""
        norms = "".join(
            f"{norm} = [{', '.join(map(quoted, draw(st.lists(NAMES, max_size=3))))}]\n" for norm in ("may", "degree") if draw(st.booleans())
        )
        lines.append(f'[[post]]\ntitle = {quoted(title)}\nunit = {quoted(unit)}\nrank = "R"\n{above}{acting}{extension}{norms}')
        if draw(st.booleans()):
            nature = 'nature = "writing"\n' if draw(st.booleans()) else ""
            named: str | None = draw(st.none() | st.sampled_from(functions)) if functions else None
            function = f"function = {quoted(named)}\n" if named else ""
            lines.append(f"[[duty]]\ntitle = {quoted(draw(NAMES))}\npost = {quoted(f'{unit}/{title}')}\n{nature}{function}")
        if draw(st.booleans()):
            flag = "registrar = true\n" if draw(st.booleans()) else ""
            lines.append(f"[[person]]\nname = {quoted(next(names))}\npost = {quoted(f'{unit}/{title}')}\n{flag}")
    days = draw(st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), unique=True, max_size=9))
    lines.append(f"[calendar]\nclosed = {[day.isoformat() for day in days]}\n".replace("'", ""))
    return "".join(draw(st.permutations(lines)))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=offices())
def test_any_office_comes_back_as_it_was_read(text: str, empty: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    url = str(shutil.copy(empty, tmp_path_factory.mktemp("any")))
    run(url, text)
    assert run(url, written(url)) == ["Nothing to do: the office is as the file says."]
    assert run(url, text) == ["Nothing to do: the office is as the file says."]


ALSO_CALLED = (
    OFFICE.replace('nature = "service"', 'nature = "service"\naliases = ["档案室", "RM"]')
    .replace('name = "Ben"', 'name = "Ben"\naliases = ["Benny"]')
    .replace("[calendar]", '[[body]]\nname = "County"\naliases = ["CTY"]\n\n[calendar]')
)


def test_what_people_units_and_bodies_are_also_called_goes_round_and_is_left_where_the_file_does_not_say(office: str) -> None:
    run(office, ALSO_CALLED)
    said = written(office)
    for line in ('aliases = ["档案室", "RM"]', 'aliases = ["Benny"]', 'aliases = ["CTY"]'):
        assert line in said
    before = head(office)
    for text in (said, ALSO_CALLED, OFFICE + '[[body]]\nname = "County"\n'):
        assert run(office, text, as_name="Ana") == ["Nothing to do: the office is as the file says."]
    assert head(office) == before
    changed = said.replace('["档案室", "RM"]', '["RM", "Registry"]').replace('["Benny"]', '["档案室"]')
    assert "  Records is also called RM, Registry (was 档案室, RM)" in run(office, changed, as_name="Ana")
    assert written(office) == changed
    assert "  Ben is also called – (was 档案室)" in run(office, changed.replace('aliases = ["档案室"]', "aliases = []"), as_name="Ana")


@pytest.mark.parametrize("name", ["Ana", "Records", "County", "RM", "ben", "me"])
def test_another_name_that_means_something_already_is_refused_where_it_stands(filled_office: str, name: str) -> None:
    run(filled_office, ALSO_CALLED, as_name="Ana")
    before = head(filled_office)
    text = OFFICE.replace('name = "Ben"', f'name = "Ben"\naliases = ["{name}"]')
    with pytest.raises(BadInput) as raised:
        run(filled_office, text, as_name="Ana")
    assert raised.value.why.startswith("line 45:")
    text = OFFICE.replace('name = "Ben"', f'name = "{name}"')
    if name in {"RM", "me"}:  # nor does somebody new bear a name by which something is called
        with pytest.raises(BadInput):
            run(filled_office, text, as_name="Ana")
    assert head(filled_office) == before
