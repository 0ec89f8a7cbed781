"""The decision log: each number once, in a row, as its heading says; and every link leads to one."""

from __future__ import annotations

import re

from stage.places import ROOT

LOG = ROOT / "docs" / "decisions"


def test_each_number_stands_once_and_its_heading_says_it() -> None:
    files = sorted(LOG.glob("*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    assert [file.name for file in files if not file.read_text(encoding="utf-8").startswith(f"# {int(file.name[:4])}. ")] == []


def test_every_link_to_a_decision_leads_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    named = {name for page in pages for name in re.findall(r"\b(\d{4}-[a-z0-9-]+\.md)", page.read_text(encoding="utf-8"))}
    assert named - {file.name for file in LOG.glob("*.md")} == set()
