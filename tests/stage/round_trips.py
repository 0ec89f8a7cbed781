"""Ledgers that go out and come in again: command lines typed in a folder, and every cell of a store's items to compare."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.cli.main import run
from officecli.reports.items.whole_ledger import whole_ledger
from officecli.reports.shape.report import VERSION
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading

Type = Callable[..., tuple[int, str, str]]


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Type:
    """Types one command line in a folder of its own; returns exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def typed(*words: str) -> tuple[int, str, str]:
        try:
            code: Any = run(list(words))
        except SystemExit as ended:
            code = ended.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


def whole(url: str) -> dict[tuple[str, str], Any]:
    """Every cell of a store's items that says something, by number and column, but how often they were changed; the store must verify."""
    with reading(place(url)) as read:
        assert verify(read).faults == ()
        return {(row["number"], key): row[key] for row in whole_ledger(read).rows for key in row if key != VERSION and row[key] not in (None, "", [])}


def items(url: str) -> set[str]:
    """The numbers of a store's items."""
    return {number for number, _key in whole(url)}


def whole_rows(url: str) -> list[dict[str, Any]]:
    """The rows of an export."""
    with reading(place(url)) as read:
        return list(whole_ledger(read).rows)
