"""In an office that has nothing yet every report that has nothing to show says what to do first, with what to type."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.cli import catalogue, main

WITH_MORE = ("suggest-lead", "scorecard", "paper")
"""What is not asked without more words."""


def test_of_an_empty_office_each_report_says_what_to_type_first(
    tmp_path: Path, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-07-06T02:00")
    store = str(tmp_path / "office.db")
    assert main.run(["init", "--me", "Ana", "--db", store, "--lang", "en"]) == 0
    silent = []
    for name in (one for one in catalogue.reports() if one not in WITH_MORE):
        capsys.readouterr()
        assert main.run([name, "--db", store, "--lang", "en"]) == 0, name
        said = capsys.readouterr().out
        main.run([name, "--db", store, "--lang", "en", "--format", "json"])
        if not json.loads(capsys.readouterr().out).get("rows", True) and "officecli " not in said:
            silent.append((name, said))
    assert not silent
    assert main.run(["add", "Survey of lifts", "--due", "fri", "--db", store]) == 0
    capsys.readouterr()
    main.run(["overdue", "--db", store, "--lang", "en"])
    assert "No item is on record yet" not in capsys.readouterr().out


def test_what_is_not_about_items_says_what_to_do_about_itself(tmp_path: Path, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T02:00")
    store = str(tmp_path / "office.db")
    assert main.run(["init", "--me", "Ana", "--db", store, "--lang", "en"]) == 0
    for line, says in (
        ("away", "officecli away me fri"),
        ("difficulty list", "officecli difficulty add"),
        ("roster list", "officecli roster fri me"),
        ("refusals", "officecli rule"),
        ("waivers", "officecli waiver add"),
        ("request list", "officecli request raise"),
        ("coverage", "officecli setup FILE"),
    ):
        capsys.readouterr()
        assert main.run([*line.split(), "--db", store, "--lang", "en"]) == 0, line
        said = capsys.readouterr().out
        assert (says in said, "No item is on record" in said) == (True, False), said


def test_where_nobody_is_yet_no_item_is_advised_that_nobody_could_lead(
    tmp_path: Path, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-07-06T02:00")
    store = str(tmp_path / "office.db")
    assert main.run(["init", "--db", store, "--lang", "en"]) == 0
    assert f"officecli setup --export -o office.toml --db {store}" in capsys.readouterr().out.replace("\n  ", " ")
    assert main.run(["overdue", "--db", store, "--lang", "en"]) == 0
    assert "Nobody is here yet. The office stands in a file: officecli setup --export" in capsys.readouterr().out
