"""A founded, empty office, and one that was set up from a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from officecli import clock
from officecli.actions.office.founding import Founding, found
from officecli.store.place import place
from stage import desk, postgresql
from stage.office_file import OFFICE, run


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> str:
    """A founded, empty office at noon on a Monday, on each engine."""
    return str(request.getfixturevalue("small_office" if request.param == "sqlite" else "postgresql_office"))


@pytest.fixture(scope="session")
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
def small_office(empty: Path, at: Callable[[str], None]) -> str:
    """The same on SQLite alone, where what is asked is not the engine's business."""
    at("2026-11-23T12:00")
    return desk.put(empty)


@pytest.fixture(scope="session")
def filled(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after OFFICE was applied."""
    file = Path(shutil.copy(empty, tmp_path_factory.mktemp("filled")))
    clock.pretend(datetime(2026, 11, 23, 12, tzinfo=UTC))
    run(str(file), OFFICE)
    clock.pretend(None)
    return file


@pytest.fixture
def filled_office(filled: Path, at: Callable[[str], None]) -> str:
    """OFFICE as it was applied, on SQLite."""
    at("2026-11-23T12:00")
    return desk.put(filled)


@pytest.fixture(scope="session")
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
