"""A store of an earlier version is brought up: the same tables as a new store, the same rows, the same trail; or nothing is changed."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from sqlalchemy import insert, inspect

from officecli.cli import main
from officecli.errors import BadInput, StorageTrouble
from officecli.model.items import Item
from officecli.model.record import CalendarDay
from officecli.store.calendar.days import COLUMNS, each_day
from officecli.store.place import Place, place
from officecli.store.proof.backup import back_up
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Reader, reading
from officecli.store.read.version import stored_version
from officecli.store.schema import giving_back, guards, upgrade
from officecli.store.schema.declared import DECLARED
from officecli.store.schema.version import SCHEMA_VERSION
from officecli.store.write.change import changing
from officecli.store.write.through_sqlmodel.engine import writable
from officecli.store.write.writing import writing
from stage import postgresql
from stage.made_once import made_at_any_time
from stage.tampering import text_of

HERE = Path(__file__).parent
VERSIONS = tuple(range(1, SCHEMA_VERSION))
CHANGED = {1: "2026-002", 2: "2026-004", 3: "2026-003", 4: "2026-003", 5: "2026-006", 6: "2026-002", 7: "2026-004"}
"""An item still open in the kept store of each version."""


def kept(version: int) -> Path:
    """The folder of the store that was kept of a version."""
    return HERE / f"version_{version}"


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    """An earlier version, one after the other."""
    number: int = request.param
    return number


@pytest.fixture
def old(store_url: str, version: int) -> Place:
    """A store as that version made it."""
    where = place(store_url)
    made_at_any_time(where, lambda: make(where, version), "version", version)
    return where


def make(where: Place, version: int) -> None:
    """Make a store as that version did, with the rows that were kept of it."""
    if where.engine == "sqlite":
        where.path.touch()
    engine = writable(where)
    with engine.begin() as connection:
        for statement in (kept(version) / f"{where.engine}.sql").read_text().split(";\n--\n"):
            connection.exec_driver_sql(statement)
        for line in (kept(version) / "rows.sql").read_text().splitlines():
            if line.startswith("INSERT"):
                connection.exec_driver_sql(line if where.engine == "sqlite" else line.replace("%", "%%"))
        read = Reader(connection.connection.driver_connection, where.engine)
        connection.execute(insert(DECLARED[CalendarDay]), [dict(zip(COLUMNS, day, strict=True)) for day in each_day(read, date(2056, 12, 31))])
    engine.dispose()


def shape(where: Place) -> dict[str, Any]:
    """Every table's columns, keys, checks and indexes, whatever order and names the database gave them."""
    engine = writable(where)
    with engine.connect() as connection:
        seen = inspect(connection)
        found = {
            table: {
                "columns": {column["name"]: (str(column["type"]), column["nullable"]) for column in seen.get_columns(table)},
                "key": seen.get_pk_constraint(table)["constrained_columns"],
                "refers": sorted((key["constrained_columns"], key["referred_table"]) for key in seen.get_foreign_keys(table)),
                "checks": sorted((check["name"], str(check["sqltext"])) for check in seen.get_check_constraints(table)),
                "unique": sorted(unique["column_names"] for unique in seen.get_unique_constraints(table)),
                "indexes": sorted(
                    (index["name"], index["column_names"], bool(index["unique"]))
                    for index in seen.get_indexes(table)
                    if not index.get("duplicates_constraint")
                ),
            }
            for table in seen.get_table_names()
        }
    engine.dispose()
    return found


def for_want_of_a_migration(upgraded: dict[str, Any], new: dict[str, Any]) -> str:
    """The sentence for tables that an upgrade leaves otherwise than the model has them."""
    differ = sorted(table for table in {*upgraded, *new} if upgraded.get(table) != new.get(table))
    return (
        f"an older store would not get what model/ says of {', '.join(differ)}; write the step in store/schema/migrations/, and raise SCHEMA_VERSION"
    )


def header(where: Place) -> tuple[bytes, int]:
    """What other tools read in the file itself: whose it is, and the version of its tables."""
    found = where.path.read_bytes()[:100]
    return found[68:72], int.from_bytes(found[60:64], "big")


def rows(where: Place, version: int) -> dict[str, list[dict[str, Any]]]:
    """What is in every table of that version; each entry of the trail with its text, which none has of its own since version 8."""
    with_rows = {line.split()[2] for line in (kept(version) / "rows.sql").read_text().splitlines() if line.startswith("INSERT")} - {"schema_version"}
    engine = writable(where)
    with engine.connect() as connection:
        found = {table: [dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1").mappings()] for table in with_rows}
        if "body" not in found["trail"][0]:
            for entry in found["trail"]:
                entry["body"] = text_of(connection.connection.driver_connection, entry["seq"])
    engine.dispose()
    return found


def test_all_of_it_becomes_this_version_and_work_goes_on(old: Place, version: int, at: Callable[[str], None], request: pytest.FixtureRequest) -> None:
    """The tables are those of a new store, every row and the trail stay, and the store as it was is kept beside it, readable by its owner alone.

    Until then it is left alone, and the way out is named.
    """
    at("2026-07-02T02:00")
    check_left_alone(old, version)
    before = rows(old, version)
    done = upgrade.upgrade(old)
    assert (done.found, done.now) == (version, SCHEMA_VERSION)
    check_tables_are_those_of_a_new_store(old, request)
    after = rows(old, version)
    for table, was_there in before.items():
        assert [{name: row[name] for name in was} for row, was in zip(after[table], was_there, strict=True)] == was_there
    check_kept_as_it_was(done.backup, old, version)
    with changing(old) as change:
        item = change.read.value("SELECT id FROM item WHERE number = :number", number=CHANGED[version])
        change.set(change.get(Item, item), "tag", depth="in-depth")
    with reading(old) as read:
        assert verify(read).faults == ()
        if read.engine == "sqlite":
            assert read.value("SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'trail'") > 0
    assert upgrade.upgrade(old).found == SCHEMA_VERSION


@pytest.mark.parametrize(("store_url", "version"), [("sqlite", 7)], indirect=True)
def test_what_an_upgrade_leaves_empty_is_given_back_or_said(
    old: Place, tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-07-02T02:00")
    with closing(sqlite3.connect(old.path)) as connection:  # as much of it as of an office's of years
        connection.execute("CREATE TABLE mine AS SELECT randomblob(100000) AS blob FROM trail")
        connection.execute("DROP TABLE mine")
        copies = [shutil.copy(old.path, tmp_path / name) for name in ("copy.db", "another.db")]
    full = old.path.stat().st_size
    assert upgrade.upgrade(old).loose == ""
    assert old.path.stat().st_size < full / 5
    monkeypatch.setattr(giving_back, "_temporary", lambda: Path("/dev"))  # another disk
    for copy, folder in zip(copies, (tmp_path, Path("/dev")), strict=True):
        monkeypatch.setattr("shutil.disk_usage", lambda path, without=folder: SimpleNamespace(free=1 if path == without else 1 << 40))
        assert main.run(["db", "upgrade", "--db", str(copy)]) == 0
        said = f"Its file is larger than it need be, and could not be laid anew: {folder}: The disk is full. Once it can: sqlite3 {copy} VACUUM"
        assert said in capsys.readouterr().out


def check_left_alone(old: Place, version: int) -> None:
    for use in (reading, changing):
        with pytest.raises(StorageTrouble, match="older officecli") as raised, use(old):
            pass
        assert "officecli db upgrade" in raised.value.fix
    assert stored_version(old) == version


def check_tables_are_those_of_a_new_store(old: Place, request: pytest.FixtureRequest) -> None:
    if old.engine == "sqlite":
        new = Place("sqlite", path=request.getfixturevalue("sqlite_base"))
        assert shape(old) == shape(new), for_want_of_a_migration(shape(old), shape(new))
        assert header(old) == header(new) == (b"OFCL", SCHEMA_VERSION)
    else:
        with postgresql.database(request.getfixturevalue("postgresql_server"), template=request.getfixturevalue("postgresql_base")) as url:
            assert shape(old) == shape(place(url)), for_want_of_a_migration(shape(old), shape(place(url)))


def check_kept_as_it_was(backup: Path | None, old: Place, version: int) -> None:
    if old.engine == "postgresql":
        assert backup is None
        return
    assert backup is not None
    assert stored_version(Place("sqlite", path=backup)) == version
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert sorted(path.name for path in old.path.parent.glob(".officecli*")) == []


@pytest.mark.parametrize("version", VERSIONS[:1], indirect=True)  # the longest way
def test_a_step_that_fails_leaves_everything_as_it_was(old: Place, version: int, monkeypatch: pytest.MonkeyPatch, at: Callable[[str], None]) -> None:
    at("2026-07-02T02:00")
    before, tables = rows(old, version), shape(old)
    monkeypatch.setattr(upgrade, "STEPS", {**upgrade.STEPS, SCHEMA_VERSION: (*upgrade.STEPS[SCHEMA_VERSION], "SELECT nothing FROM nowhere")})
    for _again in range(2):  # within one second: each copy has a name of its own
        with pytest.raises(StorageTrouble):
            upgrade.upgrade(old)
    assert (rows(old, version), shape(old), stored_version(old)) == (before, tables, version)
    if old.engine == "sqlite":
        assert len([*old.path.parent.glob("*.version-*")]) == 2


NOT_MADE_AGAIN = (
    "UPDATE trail SET role = 'x' WHERE seq = 9",
    "UPDATE trail SET body = replace(body, '\"host\":', '\"hosts\":') WHERE seq = 9",
    'UPDATE trail SET body = replace(body, \'"host":"bgs-02"\', \'"host":2\') WHERE seq = 9',
    'UPDATE trail SET body = replace(body, \'"reason":""\', \'"reason":null\') WHERE seq = 9',
    "UPDATE trail SET body = replace(body, '\"uid\":', '\"uid\":99999999999') WHERE seq = 9",
    "UPDATE trail SET body = body || ' ' WHERE seq = 9",
    "UPDATE trail SET body = 'x' WHERE seq = 9",
    "UPDATE trail SET hash = 'x' WHERE seq = 8",
    "DELETE FROM trail WHERE seq = 8",
)


def upgraded_after(old: Place, version: int, change: str) -> None:
    with writing(old) as writer, writer.allowed():
        for statement in (*guards.drops(old.engine), change):
            writer.run(statement)
        upgrade._raise_version(writer, old.engine, version)


@pytest.mark.parametrize("version", [7], indirect=True)
def test_a_trail_that_its_columns_would_not_make_again_is_left_as_it_is(old: Place, version: int) -> None:
    before, tables = rows(old, version), shape(old)
    for change in NOT_MADE_AGAIN:
        with pytest.raises(StorageTrouble, match="entry 9 of its trail") as raised:
            upgraded_after(old, version, change)
        assert "verify" in raised.value.fix
    assert (rows(old, version), shape(old), stored_version(old)) == (before, tables, version)


@pytest.mark.parametrize(("store_url", "version"), [("postgresql", 7)], indirect=True)
def test_whoever_waited_for_another_who_brings_it_up_finds_it_done(old: Place, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    at("2026-07-02T02:00")
    upgrade.upgrade(old)
    monkeypatch.setattr(upgrade, "stored_version", lambda _place: 7)
    assert upgrade.upgrade(old).found == SCHEMA_VERSION


def test_a_store_of_this_version_made_before_its_header_said_so_gets_the_header_and_nothing_else(sqlite_office: str) -> None:
    where = place(sqlite_office)
    engine = writable(where)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 0")
        connection.exec_driver_sql("PRAGMA user_version = 0")
    engine.dispose()
    before = shape(where)
    assert header(where) == (b"\0\0\0\0", 0)
    assert upgrade.upgrade(where) == upgrade.Upgraded(SCHEMA_VERSION, SCHEMA_VERSION, None)
    assert (header(where), shape(where)) == ((b"OFCL", SCHEMA_VERSION), before)
    with reading(where) as read:
        assert verify(read).faults == ()


def test_a_backup_never_writes_over_a_file_and_says_what_to_do_for_postgresql(office_url: str, tmp_path: Path) -> None:
    where = place(office_url)
    target = tmp_path / "copy.db"
    if where.engine == "postgresql":
        with pytest.raises(BadInput) as raised:
            back_up(where, target)
        assert "pg_dump" in raised.value.fix
        return
    back_up(where, target)
    with reading(where) as read, reading(Place("sqlite", path=target)) as copy:
        assert copy.head() == read.head()
    with pytest.raises(BadInput, match="there already"):
        back_up(where, target)


def test_a_copy_that_is_not_the_store_is_thrown_away(sqlite_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.store.proof.backup.HEAD", "SELECT 1, random()")
    with pytest.raises(StorageTrouble, match="thrown away"):
        back_up(place(sqlite_office), tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


LATE_FIGURES = {1: (), 2: ("方晓, 2026-06: in time 1 of 1 before, 0 of 1 now (2026-001)",), 3: (), 4: (), 5: (), 6: (), 7: ()}
"""Whose figures of a month that is over change by what was late staying late: those of who let a deadline pass, and was given another."""


@pytest.mark.parametrize(  # on PostgreSQL where figures change, and from the last one
    ("store_url", "version"), [*(("sqlite", one) for one in VERSIONS), ("postgresql", 2), ("postgresql", VERSIONS[-1])], indirect=True
)
def test_the_commands_say_what_came_of_it(
    old: Place, version: int, tmp_path: Path, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-07-02T02:00")
    address = f"sqlite:///{old.path}" if old.engine == "sqlite" else old.url
    assert main.run(["list", "--db", address]) == 74
    assert "officecli db upgrade" in capsys.readouterr().err
    if old.engine == "postgresql":
        with psycopg.connect(old.url, autocommit=True) as owner:
            owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC")
    assert main.run(["db", "upgrade", "--db", address]) == 0
    said = capsys.readouterr().out
    assert ("  GRANT USAGE ON SCHEMA public TO public; GRANT SELECT ON ALL TABLES IN SCHEMA public TO public;" in said) == (
        old.engine == "postgresql"
    )
    assert f"version {SCHEMA_VERSION}" in said
    assert tuple(line.strip() for line in said.splitlines() if " before, " in line) == LATE_FIGURES[version]
    assert (f"version-{version}" in said) == (old.engine == "sqlite")
    assert main.run(["db", "upgrade", "--db", address]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert main.run(["db", "backup", str(tmp_path / "copy.db"), "--db", address]) == (0 if old.engine == "sqlite" else 2)
