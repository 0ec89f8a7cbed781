"""The ten shapes on the first part of docs/your-ledger.md, in both languages, are read as the page says. RENEW=1 writes what is read anew.

A block of the page is a table as in `test_corpus`, and below it a line for each row and what it becomes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from files.ledger import test_corpus
from files.ledger.test_corpus import written
from officecli.files.ledger.drafts.readings import Reading
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.store.place import Place
from stage.places import ROOT

founded, office = test_corpus.founded, test_corpus.office

BLOCK = re.compile(r"(?<=```text\n).*?(?=\n```)", re.DOTALL)
ENGLISH = {
    "lead": "lead ",
    "with": "with ",
    "due": "due ",
    "none": "none",
    "in-hand": "in hand",
    "closed": "closed",
    "suspended": "suspended",
    "cancelled": "cancelled",
}
ENGLISH |= {"submitted": "handed in", "row": "row ", "bad": " is bad: ", "skipped": " is skipped: "}
CHINESE = {
    "lead": "牵头",
    "with": "配合",
    "due": "时限",
    "none": "无",
    "in-hand": "办理中",
    "closed": "已办结",
    "suspended": "已中止",
    "cancelled": "已撤销",
}
CHINESE |= {"submitted": "已报结", "row": "第", "bad": "行有误：", "skipped": "行跳过："}


@pytest.mark.parametrize(("folder", "words"), [("docs", ENGLISH), ("docs/zh", CHINESE)], ids=["en", "zh"])
def test_each_of_ten_shapes_is_read_as_the_page_says(folder: str, words: dict[str, str], office: Place, tmp_path: Path) -> None:
    page = ROOT / folder / "your-ledger.md"
    text = page.read_text("utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) == 10
    now = text
    for number, block in enumerate(blocks, 1):
        table = block.partition("\n\n→")[0]
        ledger = written(tmp_path / (f"{number}.xlsx" if " | " in table else f"{number}.md"), table, "utf-8")
        came = import_ledger(office, ledger, "封晓", how=How(dry_run=True, skip_bad=True))
        now = now.replace(block, "\n".join([table, "", *told(came, words)]), 1)
    if os.environ.get("RENEW"):
        page.write_text(now, "utf-8")
    else:
        assert text.splitlines() == now.splitlines()


def told(came: Imported, words: dict[str, str]) -> Iterator[str]:
    """Each row of a ledger, as the page says it."""
    yield from (f"→ {_good(one, words)}" for one in sorted(came.readings, key=lambda one: one.row))
    yield from (f"→ {words['row']}{one.row}{words['bad']}{one.value}" for one in came.problems)
    yield from (f"→ {words['row']}{one.row}{words['skipped']}{one.text[:40].rstrip()}" for one in came.skipped)


def _good(one: Reading, words: dict[str, str]) -> str:
    """What a row becomes; a question mark stands behind what was inferred."""
    mark = {key: "?" if key in one.inferred else "" for key in ("lead", "due", "status")}
    return " · ".join(
        [
            one.title,
            f"{words['lead']}{one.lead}{mark['lead']}",
            *([f"{words['with']}{', '.join(support['name'] for support in one.supports)}"] if one.supports else []),
            f"{words['due']}{one.due or words['none']}{mark['due']}",
            words[one.status] + mark["status"] + (f" {one.ended}" if one.ended else ""),
        ]
    )
