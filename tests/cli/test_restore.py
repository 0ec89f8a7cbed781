"""`db restore` as it is typed: who may, what is said of what was lost and where the store is kept, and that every sentence about a backup names it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.store.place import place
from officecli.store.proof.backup import back_up
from stage import lent_files
from stage.places import ROOT
from stage.small_office import Office

pytestmark = pytest.mark.disk


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Office:
    """The base office, whose store nobody has open but who is at work in it."""
    monkeypatch.setattr(lent_files, "_process", -1)
    at("2026-07-06T02:00")
    return Office(sqlite_office, at)


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """A copy of the store, in which 整理档案 is not done yet: it was handed out since."""
    copy = back_up(place(office.url), tmp_path / "b.db")
    office.done("孙丽", "add 整理档案 --lead 陈静 --due fri")
    return copy


def answer(office: Office, line: str) -> dict[str, Any]:
    return dict(json.loads(office.done("孙丽", f"{line} --format json"))["done"][0])


def test_a_registrar_goes_back_to_a_backup_and_is_told_what_is_lost(office: Office, backup: Path) -> None:
    assert "整理档案" in office.done("孙丽", "list")
    tried = answer(office, f"db restore {backup} --dry-run")
    assert "This was a dry run" in office.done("孙丽", f"db restore {backup} --dry-run")
    assert "整理档案" in office.done("孙丽", "list")
    said = office.done("孙丽", f"db restore {backup}").splitlines()
    kept = re.search(r"kept in (\S+);", said[2])
    assert kept is not None
    assert said == [
        f"The store is as the copy has it: {tried['entries']} entries, head {tried['head'][: len('59:') + 32]}.",
        f"{tried['lost']} entries recorded since are not in it.",
        f"The store as it was is kept in {kept[1]}; remove that when all is well.",
        f"What is not in it is told by: officecli history --db {kept[1]}",
    ]
    assert (tried["act"], tried["kept"]) == ("store-restored", None)
    assert "整理档案" not in office.done("孙丽", "list")
    assert "整理档案" in office.done("孙丽", f"list --db {kept[1]}")


def test_it_is_told_in_chinese(office: Office, backup: Path) -> None:
    said = office.done("孙丽", f"db restore {backup} --lang zh")
    assert "未包含在内" in said
    assert "officecli history --db" in said


def test_a_clerk_is_told_whom_to_ask(office: Office, backup: Path) -> None:
    for gone in (False, True):
        if gone:
            shutil.move(place(office.url).path, backup.with_name("lost.db"))
        said = office.type("陈静", f"db restore {backup}")
        assert office.code == 1
        assert "is for a registrar; 陈静 is none" in said
        assert "Ask a registrar: 孙丽" in said


def test_an_office_whose_file_was_deleted_is_there_again(office: Office, backup: Path) -> None:
    place(office.url).path.unlink()
    assert answer(office, f"db restore {backup}")["kept"] is None
    office.done("孙丽", "add 整理档案 --lead 陈静 --due fri")
    assert "The trail is whole" in office.done("孙丽", "verify")


def test_whoever_is_told_of_a_backup_is_told_how_to_go_back_to_it() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src" / "officecli").rglob("*.py")}
    said = [(path, text) for path, source in sources.items() for text in re.findall(r'[^"\n]*[Bb]ack to a backup[^"\n]*', source)]
    assert len(said) > 5
    assert [(path, text) for path, text in said if "officecli db restore FILE" not in text] == []
    assert [path for path, source in sources.items() if re.search("[Rr]estore a backup", source)] == []
