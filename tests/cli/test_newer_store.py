"""A store that a newer officecli made is refused by whatever asks for it, and left as it was; only a copy is made as of any."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from officecli.cli import main
from officecli.store.place import place
from stage.tampering import by_hand

ASKED = (
    "list", "show 1", "today -f json", "check", "digest", "digest --everyone --mail", "verify", "history", "dashboard -o {folder}/d.html",
    "export -o {folder}/e.csv",
    "import {folder}/l.csv", "import {folder}/l.csv --dry-run", "add 件二 --lead 陈静 --due fri", "note 1 过半", "undo", "generate", "config list",
    "config set near_days 5",
    "db upgrade", "setup --export",
)  # fmt: skip


def test_every_command_refuses_a_newer_store_and_leaves_it_alone(sqlite_office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = place(sqlite_office)
    with by_hand(where, keep=True) as hand:
        hand.execute("UPDATE schema_version SET version = version + 1")
    (tmp_path / "l.csv").write_text("事项,责任人,时限\n件二,陈静,2026-12-04\n", "utf-8")
    before = where.path.read_bytes()
    for line in ASKED:
        code = main.run([*shlex.split(line.format(folder=tmp_path)), "--as", "李娜", "--db", sqlite_office, "--lang", "en"])
        said = capsys.readouterr()
        assert (line, code, "was made by a newer officecli" in said.err, said.out) == (line, 74, True, "")
    assert main.run(["completion", "words", "--", "2", "officecli", "show", "", "--db", sqlite_office]) in (0, 74)
    assert main.run(["db", "backup", str(tmp_path / "b.db"), "--db", sqlite_office]) == 0
    assert where.path.read_bytes() == before
    assert not {"d.html", "e.csv"} & {one.name for one in tmp_path.iterdir()}
