"""The page on speed says when and of what each chapter was measured, and which promises are known not to be kept; no other is broken."""

from __future__ import annotations

import re
import sys

import pytest

from stage.places import ROOT

PAGE = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
TELLS = re.compile(r"^Measured on \d{4}-\d{2}-\d{2}, of commit [0-9a-f]{8}(?: with changes)?\.\n\n\|")


def test_each_chapter_says_when_and_of_which_commit_it_was_measured() -> None:
    chapters = re.split(r"^## .+\n\n", PAGE, flags=re.MULTILINE)[1:-1]
    assert len(chapters) == 7
    assert [chapter.splitlines()[0] for chapter in chapters if not TELLS.match(chapter)] == []


def test_every_promise_that_is_not_kept_is_known_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    from benchmarks.known import KNOWN, why_not_kept
    from benchmarks.promises import Promise, page

    rows = [row.strip("|").split(" | ") for row in PAGE.splitlines() if "**no**" in row]
    assert rows
    assert [row for row in rows if not why_not_kept(row[0].strip(), row[1])] == []
    assert [why for why in KNOWN.values() if f": {why}.\n" not in PAGE] == []
    broken = Promise("`add`", "nothing", "2.00 ×", "2 ms", "1 ms", "≤ 1 ×", kept=False)
    assert broken.line().endswith("| **no** |")
    once_more = page({"Writing": [broken]}, PAGE)
    assert broken.line() in once_more
    others = [re.sub(r"## Writing\n(.*\n)*?(?=\n## )", "", text).partition("\n## ")[2] for text in (PAGE, once_more)]
    assert others[0] == others[1]
