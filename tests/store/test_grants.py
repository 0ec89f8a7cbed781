"""On PostgreSQL a missing grant is named with the GRANT to give, and nobody holds up the writers who may not write."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import psycopg
import pytest

from officecli.actions.office.founding import Founding, found
from officecli.errors import StorageTrouble
from officecli.model.office.organisation import Rank
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.store.schema.left_out import left_out
from officecli.store.write.change import changing

FOUNDING = Founding("Office", "none", "en", "UTC", "Ana")


@pytest.fixture
def store(postgresql_url: str) -> Place:
    where = place(postgresql_url)
    found(where, FOUNDING)
    return where


@pytest.fixture
def kim(postgresql_url: str) -> Iterator[Place]:
    """The same place, for a role that may connect and nothing else."""
    role = f"kim{uuid.uuid4().hex[:8]}"
    with psycopg.connect(postgresql_url, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {role} LOGIN")
        owner.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        yield place(postgresql_url.replace("//office@", f"//{role}@"))
        owner.execute(f"DROP OWNED BY {role}")
        owner.execute(f"DROP ROLE {role}")


def write(where: Place, name: str = "clerk") -> None:
    with changing(where) as change:
        change.add(Rank, "setup", name=name, level=1)


def given(where: Place, grants: str) -> None:
    """What the owner does who is told so."""
    with psycopg.connect(where.url, autocommit=True) as owner:
        for statement in grants.split(":", 1)[1].split(";"):
            if statement.strip():
                owner.execute(statement)


def test_each_missing_grant_is_named_with_what_gives_it(store: Place, kim: Place) -> None:
    with pytest.raises(StorageTrouble, match="may not enter the schema public") as raised, reading(kim):
        pass
    assert f"GRANT USAGE ON SCHEMA public TO {kim.url.split('//')[1].split('@')[0]};" in raised.value.fix
    given(store, "x: " + raised.value.fix.split(": ")[1].split(";")[0])
    with pytest.raises(StorageTrouble, match="permission denied") as raised, reading(kim):
        pass
    given(store, raised.value.fix)
    with reading(kim) as read:
        assert read.value("SELECT COUNT(*) FROM item") == 0
    with pytest.raises(StorageTrouble, match="permission denied") as raised:
        write(kim)
    given(store, raised.value.fix)
    write(kim)
    with reading(store) as read:
        assert left_out(read) == []
    role = kim.url.split("//")[1].split("@")[0]
    for taken, grant in (("SELECT ON v_item", "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES"), ("INSERT ON mail_log", f"TO {role};")):
        with psycopg.connect(store.url, autocommit=True) as owner:
            owner.execute(f"REVOKE {taken} FROM {role}")
        with reading(store) as read:
            (told,) = left_out(read)
        assert grant in told
        given(store, "x:" + told)
        with reading(store) as read:
            assert left_out(read) == []


def test_a_role_that_may_make_nothing_is_told_what_lets_it(postgresql_url: str, kim: Place) -> None:
    with pytest.raises(StorageTrouble) as raised:
        found(kim, FOUNDING)
    assert "CREATE" in raised.value.fix
    given(place(postgresql_url), raised.value.fix)
    found(kim, FOUNDING)
    write(kim)


def test_a_role_that_may_not_connect_is_told_what_lets_it(store: Place, kim: Place) -> None:
    with psycopg.connect(store.url, autocommit=True) as owner:
        (database,) = owner.execute("SELECT current_database()").fetchone() or ("",)
        owner.execute(f"REVOKE CONNECT ON DATABASE {database} FROM PUBLIC")
    with pytest.raises(StorageTrouble, match="may not connect") as raised, reading(kim):
        pass
    assert f"GRANT CONNECT ON DATABASE {database} TO kim" in raised.value.fix
    given(store, raised.value.fix)
    with pytest.raises(StorageTrouble, match="may not enter"), reading(kim):
        pass


def test_who_may_not_write_does_not_hold_up_who_may(store: Place, kim: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.store.write.opening.PATIENCE", 1)
    with psycopg.connect(store.url, autocommit=True) as owner:
        role = kim.url.split("//")[1].split("@")[0]
        owner.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        owner.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    with psycopg.connect(kim.url) as reader:
        reader.execute("SELECT pg_advisory_lock(7633243)")
        reader.execute("SELECT * FROM schema_version")
        reader.execute("LOCK TABLE schema_version IN ACCESS SHARE MODE")
        write(store)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("LOCK TABLE schema_version IN ROW EXCLUSIVE MODE")


def test_writers_wait_for_one_another(store: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.store.write.opening.PATIENCE", 1)
    with pytest.raises(StorageTrouble, match="held by another"), changing(store):
        write(store)
