"""Whole mornings at a terminal come out as their transcripts say. To renew them: RENEW=1 make test, and read the difference."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

from sessions.replay import at_work, replayed

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.session"))


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
def test_a_session_comes_out_as_written(file: Path, tmp_path: Path) -> None:
    written = file.read_text(encoding="utf-8")
    now = replayed(written, at_work(tmp_path, chinese=".zh" in file.suffixes))
    if os.environ.get("RENEW"):
        file.write_text(now, encoding="utf-8")
        return
    difference = "\n".join(unified_diff(written.splitlines(), now.splitlines(), "as written", "as it comes out now", lineterm="", n=2))
    if difference:
        pytest.fail(difference, pytrace=False)
