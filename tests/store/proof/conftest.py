"""The office that the tests of proofs tamper with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from officecli import clock
from stage import by_row, postgresql
from stage.full_office import full_office


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[by_row.Staged]:
    """An office with at least one row in every trailed table; the tests tamper with it and roll back."""
    clock.pretend(datetime(2026, 6, 1, 1, tzinfo=UTC))
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = str(tmp_path_factory.mktemp("store") / "office.db")
        else:
            url = stack.enter_context(postgresql.database(request.getfixturevalue("postgresql_server")))
        yield full_office(url)
    clock.pretend(None)
