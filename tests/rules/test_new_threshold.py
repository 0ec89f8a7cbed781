"""A threshold is its rule's file and a translation, nothing else: shown in a copy of the program that has one rule more."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import officecli
from stage.places import ROOT

RULE = '''"""N999: more people than desks."""

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import Setting

RULE = Rule(
    code="N999",
    name=N_("no-desk"),
    severity="audit",
    subject="person",
    sql="""
SELECT p.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, p.name AS person, p.unit FROM v_person p
WHERE p.id BETWEEN :lo AND :hi AND p.account = 0 AND (SELECT COUNT(*) FROM v_person o WHERE o.account = 0 AND o.id <= p.id) > :desk_most""",
    message=N_("{person} has no desk."),
    fix=N_("Buy one."),
    thresholds={"most": Setting(name="desk.most", default=50, unit="count", least=2, most=60, meaning=N_("people for whom there are desks"))},
    principle=N_("Everybody has a desk."),
    finds=N_("Somebody without a desk."),
    why=N_("Nobody works well standing."),
    instead=N_("Buy desks."),
)
'''
CHINESE = '\nmsgid "people for whom there are desks"\nmsgstr "办公桌可供人数"\n'


@pytest.fixture
def typed(sqlite_office: str, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Types a command into the copy; answers with its exit code and what it printed."""
    copy = tmp_path / "src" / "officecli"
    shutil.copytree(Path(officecli.__file__).parent, copy)
    (copy / "rules" / "norms" / "no_desk.py").write_text(RULE, encoding="utf-8")
    with (copy / "locale/zh/LC_MESSAGES/officecli.po").open("a", encoding="utf-8") as translations:
        translations.write(CHINESE)
    runpy.run_path(str(ROOT / "hatch_build.py"))["compile_catalogs"](tmp_path)
    env = os.environ | {"PYTHONPATH": str(copy.parent), "OFFICECLI_DB": sqlite_office, "OFFICECLI_NOW": "2026-07-06T01:00", "PYTHONUTF8": "1"}

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run([sys.executable, "-m", "officecli", *arguments], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def test_a_threshold_declared_in_its_rule_is_listed_bounded_completed_and_judged_by(typed: Callable[..., tuple[int, str]]) -> None:
    def found() -> int:
        return len(json.loads(typed("check", "--rule", "N999", "--format", "json")[1])["rows"])

    def row(language: str) -> dict[str, object]:
        rows = json.loads(typed("--lang", language, "config", "list", "--format", "json")[1])["rows"]
        return next(row for row in rows if row["name"] == "desk.most")

    assert row("en") == {
        "name": "desk.most", "value": 50, "default": 50, "own": False, "also": "rules.N999.most", "meaning": "people for whom there are desks"
    }  # fmt: skip
    assert found() == 0
    assert "from 2 to 60" in typed("config", "show", "rules.no-desk.most")[1]
    code, said = typed("--as", "孙丽", "config", "set", "rules.N999.most", "61")
    assert (code, "desk.most must be a whole number from 2 to 60" in said) == (2, True)
    assert typed("--as", "孙丽", "config", "set", "rules.N999.most", "3")[1].startswith("desk.most: 3 (was 50)")
    assert found() > 1
    assert (row("zh")["value"], row("zh")["meaning"]) == (3, "办公桌可供人数")
