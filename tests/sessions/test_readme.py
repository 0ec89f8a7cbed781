"""The first minute and the refusal of README.md and README.zh.md come out as they stand there. RENEW=1 renews them."""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

from sessions.replay import at_work, replayed
from stage.places import ROOT

BLOCK = re.compile(r"(?<=```console\n).*?(?=\n```)", re.DOTALL)
BEFORE = {
    False: ("# at 2026-07-06T08:30-07:00", "# in examples/city-clerk\n\n# types\n\n$ officecli init --region US-CA\n\n$ officecli setup office.toml"),
    True: ("# at 2026-07-06T08:30+08:00", "# in examples/county-office\n\n# types\n\n$ officecli init --region CN\n\n$ officecli setup office.toml"),
}
"""The clock of both blocks, and what makes the example's office, in which the refusal is met."""


@pytest.mark.parametrize("chinese", [False, True], ids=["en", "zh"])
def test_what_a_newcomer_types_is_answered_as_written(chinese: bool, tmp_path: Path) -> None:
    page = ROOT / ("README.zh.md" if chinese else "README.md")
    written = page.read_text(encoding="utf-8")
    first_minute, refusal = BLOCK.findall(written)[:2]
    clock, example = BEFORE[chinese]
    now = written
    for folder, before, block in (("alone", clock, first_minute), ("office", f"{clock}\n\n{example}", refusal)):
        (tmp_path / folder).mkdir()
        terminal = at_work(tmp_path / folder, chinese=chinese)
        terminal.environment["TZ"] = "Asia/Shanghai" if chinese else "America/Los_Angeles"  # as a machine on somebody's desk, not a server
        replayed(before, terminal)
        now = now.replace(block, replayed(block, terminal).rstrip("\n"), 1)
    if os.environ.get("RENEW"):
        page.write_text(now, encoding="utf-8")
        return
    difference = "\n".join(unified_diff(written.splitlines(), now.splitlines(), "as written", "as it comes out now", lineterm="", n=2))
    if difference:
        pytest.fail(difference, pytrace=False)
