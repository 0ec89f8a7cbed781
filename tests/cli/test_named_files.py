"""Wherever a command names a file to be written: it is never the store's, and whoever the umask says may read it."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.cli.main import run
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading

WRITES = [
    "list", "ledger --format html", "digest", "scorecard", "rule", "may 李娜", "history", "person list", "post show 督查室/督查科员", "waiver list", "handbook",
    "handbook --format docx", "export", "export --format json", "setup --export", "procedure template meetings", "procedure export",
    "check", "check --format lines", "generate", "generate --dry-run",
]  # fmt: skip


@pytest.fixture
def type_(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Types a command line as 李娜 in the folder of the store; returns exit code, output and errors."""
    at("2026-07-06T02:00")
    monkeypatch.chdir(tmp_path)

    def typed(line: str) -> tuple[int, str, str]:
        try:
            code: Any = run([*shlex.split(line), "--db", sqlite_office, "--as", "李娜"])
        except SystemExit as ended:
            code = ended.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.mark.parametrize("line", WRITES)
def test_no_report_is_written_over_the_store(type_: Any, sqlite_office: str, tmp_path: Path, line: str) -> None:
    (tmp_path / "link").symlink_to("office.db")
    before = (tmp_path / "office.db").read_bytes()
    for name in ("office.db", "office.db-wal", "link"):
        code, _out, err = type_(f"{line} -o {name} --force")
        assert (code, "nothing is written over that" in err) == (74, True), err
    assert (tmp_path / "office.db").read_bytes() == before
    with reading(place(sqlite_office)) as read:
        assert verify(read).faults == ()


def test_a_file_that_will_not_do_is_said_before_an_import_records(type_: Any, tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").write_text("事项,牵头人,时限\n件一,陈静,2026-07-20\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("old", encoding="utf-8")
    for name in ("bad.csv", "office.db --force"):
        assert type_(f"import ledger.csv -o {name}")[0] == 74
    assert "件一" not in type_("list")[1]


@pytest.mark.parametrize(("line", "mode"), [("list", 0o644), ("setup --export", 0o644), ("check", 0o644), ("export", 0o600)])
def test_a_report_can_be_shared_and_a_full_export_cannot(type_: Any, tmp_path: Path, line: str, mode: int) -> None:
    before = os.umask(0o022)
    try:
        assert type_(f"{line} -o shared.csv")[0] in (0, 1)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "shared.csv").stat().st_mode) == mode


@pytest.mark.parametrize("name", ["office.db", "office.db-wal", "OFFICE.DB-SHM", "office.db.lock"])
def test_no_copy_is_made_over_the_stores_files(type_: Any, tmp_path: Path, name: str) -> None:
    before = (tmp_path / "office.db").read_bytes()
    code, _out, err = type_(f"db backup {name}")
    assert code in (2, 74)
    assert "nothing" in err
    assert (tmp_path / "office.db").read_bytes() == before


def test_a_store_that_is_called_as_an_unfinished_copy_is_left_alone(type_: Any, tmp_path: Path, sqlite_base: Path) -> None:
    store = tmp_path / "copy.db.unfinished"
    store.write_bytes(sqlite_base.read_bytes())
    assert run(["db", "backup", str(tmp_path / "copy.db"), "--db", str(store)]) == 0
    assert store.read_bytes() == sqlite_base.read_bytes()
