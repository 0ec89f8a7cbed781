"""Wherever a command names a file to be written: it is never the store's, and whoever the umask says may read it; and `-` is the standard input or output."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import filelock
import pytest

from officecli.cli.main import run
from officecli.errors import BadInput
from officecli.store.place import place
from officecli.store.proof.backup import back_up
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage.places import EXAMPLES

WRITES = [
    "list", "ledger --format html", "digest", "scorecard", "rule", "may 李娜", "history", "person list", "post show 督查室/督查科员", "waiver list", "handbook",
    "handbook --format docx", "export", "export --format json", "setup --export", "procedure template meetings", "procedure export",
    "check", "check --format lines", "generate", "generate --dry-run",
]  # fmt: skip


@pytest.fixture
def sqlite_office(sqlite_base: Path, tmp_path: Path) -> str:
    """The base office beside what is to be written."""
    return f"sqlite:///{shutil.copy(sqlite_base, tmp_path / 'office.db')}"


@pytest.fixture
def type_(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Types a command line as the registrar in the folder of the store; returns exit code, output and errors."""
    at("2026-07-06T02:00")
    monkeypatch.chdir(tmp_path)

    def typed(line: str) -> tuple[int, str, str]:
        try:
            code: Any = run([*shlex.split(line), "--db", sqlite_office, "--as", "孙丽"])
        except SystemExit as ended:
            code = ended.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.mark.parametrize("ending", ["pdf", "odt", "tsv", "exe", "zip"])
def test_a_file_named_as_of_a_format_there_is_not_is_not_written(type_: Any, tmp_path: Path, ending: str) -> None:
    code, _printed, said = type_(f"list -o a.{ending}")
    assert (code, f"There is no format “{ending}”" in said, (tmp_path / f"a.{ending}").exists()) == (2, True, False)


@pytest.mark.parametrize(("asked", "name"), [("csv", "a.xlsx"), ("docx", "a.HTML"), ("xlsx", "a.xls"), ("table", "a.pdf")])
def test_a_file_whose_name_says_another_format_than_was_asked_for_is_not_written(type_: Any, tmp_path: Path, asked: str, name: str) -> None:
    code, _printed, said = type_(f"list --format {asked} -o {name}")
    assert (code, f"{name} would hold {asked}" in said, (tmp_path / name).exists()) == (2, True, False)


@pytest.mark.parametrize(
    "line",
    ["list -f csv -o a.txt", "list -f html -o a.htm", "list -f json -o a.2026-07", "list -f md -o a.MD", "list -f csv -o a", "list -f json -o a.csv"],
)
def test_a_format_that_the_name_does_not_deny_is_taken(type_: Any, line: str) -> None:
    assert type_(line)[0] == 0


@pytest.mark.parametrize(("ending", "begins"), [("htm", "<!doctype html"), ("markdown", "# "), ("txt", "Open items"), ("2026-07", "Open items")])
def test_an_ending_that_says_the_same_is_that_format(type_: Any, tmp_path: Path, ending: str, begins: str) -> None:
    code, _printed, said = type_(f"list -o a.{ending}")
    assert code == 0, said
    assert (tmp_path / f"a.{ending}").read_text("utf-8").lower().startswith(begins.lower())


@pytest.mark.parametrize("line", WRITES)
def test_no_report_is_written_over_the_store(type_: Any, sqlite_office: str, tmp_path: Path, line: str) -> None:
    (tmp_path / "link").symlink_to("office.db")
    before = (tmp_path / "office.db").read_bytes()
    for name in ("office.db-wal", "link"):
        code, _out, err = type_(f"{line} -o {name} --force")
        assert (code, "nothing is written over that" in err) == (74, True), err
    assert type_(f"{line} -o office.db --force")[0] in (2, 74)  # there is no such format besides
    assert (tmp_path / "office.db").read_bytes() == before
    with reading(place(sqlite_office)) as read:
        assert verify(read).faults == ()


def test_no_page_is_written_over_a_store_that_is_called_like_one(type_: Any, sqlite_office: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    store = Path(shutil.copy(tmp_path / "office.db", tmp_path / "site" / "index.html"))
    before = store.read_bytes()
    code, _out, err = type_("dashboard --dir site --force")
    assert (code, "report is written over that" in err) == (74, True), err
    assert store.read_bytes() == before


def test_a_file_that_will_not_do_is_said_before_an_import_records(type_: Any, tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").write_text("事项,牵头人,时限\n件一,陈静,2026-07-20\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("old", encoding="utf-8")
    for name in ("bad.csv", "office.db-wal --force"):
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


def test_a_copy_needs_a_name(sqlite_office: str, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    for name in ("circle", "a\0b"):
        with pytest.raises(BadInput, match="no name for a file"):
            back_up(place(sqlite_office), tmp_path / name)


def test_a_store_that_is_called_as_an_unfinished_copy_is_left_alone(type_: Any, tmp_path: Path, sqlite_base: Path) -> None:
    store = tmp_path / "copy.db.unfinished"
    store.write_bytes(sqlite_base.read_bytes())
    assert run(["db", "backup", str(tmp_path / "copy.db"), "--db", str(store)]) == 0
    assert store.read_bytes() == sqlite_base.read_bytes()


Pour = Callable[[bytes], None]


@pytest.fixture
def pour(monkeypatch: pytest.MonkeyPatch) -> Pour:
    """Puts bytes in the standard input."""

    def poured(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return poured


@pytest.mark.parametrize("line", WRITES)
def test_a_dash_is_the_standard_output(type_: Any, tmp_path: Path, line: str) -> None:
    if "docx" in line or line.startswith("generate"):  # one is no text for a capture, the other makes its items once
        line = "overdue"
    assert type_(f"{line} -o -") == type_(line)
    assert not (tmp_path / "-").exists()


def test_a_dash_is_the_standard_input(type_: Any, pour: Pour, tmp_path: Path) -> None:
    procedures = type_("procedure template meetings --post 督查室/督查科员")[1]
    for line, content in {
        "setup -": '[[unit]]\nname = "信访室"\nnature = "writing"\n',
        "procedure add -": procedures,
        "target add --file -": '[[target]]\nmetric = "信息"\npost = "督查室/督查科员"\nclass = "output"\ngoal = "12篇"\n',
        "import -": "事项,牵头人,时限\n件一,陈静,2026-07-20\n",
    }.items():
        pour(content.encode())
        code, out, err = type_(line)
        assert (code, err.count("Error")) == (0, 0), (line, out, err)
    assert "信访室" in type_("unit list")[1]
    assert "meetings" in type_("procedure list")[1]
    assert "信息" in type_("target list")[1]
    assert "件一" in type_("list")[1]
    assert not (tmp_path / "-").exists()


def test_a_workbook_comes_by_the_standard_input_too(type_: Any, pour: Pour) -> None:
    pour((EXAMPLES / "county-office" / "ledger.xlsx").read_bytes())
    code, out, err = type_("import - --dry-run --format json")
    assert (code, '"rows"' in out) == (1, True), err


def test_what_is_wrong_in_the_standard_input_is_said_of_it(type_: Any, pour: Pour, monkeypatch: pytest.MonkeyPatch) -> None:
    pour(b"[[unit]\n")
    assert type_("setup -")[2].startswith("Error: standard input, line 1: this is not valid TOML.")
    pour(b"")
    assert type_("import -")[2].startswith("Error: standard input is empty.")
    monkeypatch.setattr(sys, "stdin", None)
    assert type_("setup -")[2].startswith("Error: The standard input is closed.")


def test_the_standard_input_is_read_before_the_store_is_locked(type_: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    class Asks(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            with filelock.FileLock(tmp_path / "office.db.lock", timeout=0):
                seen.append(True)
            return super().read(size)

    for line in ("setup -", "procedure add -", "target add --file -", "import -"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Asks(b"[[unit]]")))
        seen.clear()
        type_(line)
        assert seen, line


def test_a_copy_does_not_go_to_the_standard_output(type_: Any, tmp_path: Path) -> None:
    code, _out, err = type_("db backup -")
    assert (code, "goes to a file" in err, (tmp_path / "-").exists()) == (2, True, False)
