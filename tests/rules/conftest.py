"""The rules' cases run on copies of one small office, made once for each engine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import base_office
import postgres
from officecli import clock

FOUNDED = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base office in a SQLite file."""
    file = tmp_path_factory.mktemp("base") / "office.db"
    _make(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_base(postgresql_server: str) -> Iterator[str]:
    """The name of a PostgreSQL database that holds the base office."""
    with postgres.database(postgresql_server) as url:
        _make(url)
        yield url.partition("?")[0].rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def office_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a copy of the base office, on each engine in turn."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_base"), tmp_path / "office.db")
        yield f"sqlite:///{tmp_path / 'office.db'}"
    else:
        base = request.getfixturevalue("postgresql_base")
        with postgres.database(request.getfixturevalue("postgresql_server"), template=base) as url:
            yield url


@pytest.fixture
def sqlite_office(sqlite_base: Path, tmp_path: Path) -> str:
    """The URL of a copy of the base office in a SQLite file."""
    shutil.copy(sqlite_base, tmp_path / "office.db")
    return f"sqlite:///{tmp_path / 'office.db'}"


def _make(url: str) -> None:
    clock.pretend(FOUNDED)
    try:
        base_office.make(url)
    finally:
        clock.pretend(None)
