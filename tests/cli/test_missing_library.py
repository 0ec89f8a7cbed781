"""After an update of the source alone a library may be missing: that is said, with what to do, and is no fault inside the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from officecli.cli import main


def without(monkeypatch: pytest.MonkeyPatch, library: str, *loaded: str) -> None:
    """Have the library not installed; what has `loaded` it is loaded anew."""
    monkeypatch.setitem(sys.modules, library, None)
    for module in loaded:
        monkeypatch.delitem(sys.modules, module, raising=False)


@pytest.mark.parametrize(("lang", "said", "fix"), [("en", "lacks python_calamine", "make demo"), ("zh", "所需的 python_calamine 库", "make demo")])
def test_a_library_that_is_not_installed(
    sqlite_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str, said: str, fix: str
) -> None:
    room = "officecli.files.ledger.sheets.workbooks"
    without(monkeypatch, "python_calamine", f"{room}.workbook", f"{room}.calamine_values")
    (tmp_path / "ledger.xlsx").write_bytes(b"PK\x03\x04")
    code = main.run(["import", str(tmp_path / "ledger.xlsx"), "--db", sqlite_office, "--lang", lang])
    printed = capsys.readouterr()
    assert (code, printed.out) == (70, "")
    assert said in printed.err
    assert fix in printed.err
    assert "Traceback" not in printed.err


def test_a_module_of_our_own_that_is_missing_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_words: object) -> int:
        raise ModuleNotFoundError("No module named 'officecli.gone'", name="officecli.gone")

    monkeypatch.setattr(main, "_dispatch", broken)
    assert main.run(["list"]) == 70
    assert "Something went wrong inside officecli" in capsys.readouterr().err
