"""The twenty-five everyday tasks of docs/everyday.md, in both languages: typed as
they stand there, answered as they say, and short. RENEW=1 renews the answers.
"""

from __future__ import annotations

import os
import re
import shlex
from difflib import unified_diff
from pathlib import Path

import pytest

from officecli.cli import main
from sessions.replay import at_work, replayed, steps
from stage.places import ROOT

PAGE = ROOT / "docs" / "everyday.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=\n```)", re.DOTALL)
TASK = re.compile(r"^### (\d+)\. .*?```console\n(.*?)\n```", re.MULTILINE | re.DOTALL)
WORDS, QUOTED = 3, 1


def halves() -> tuple[str, str]:
    """The page's part in English with its heading, and its part in Chinese."""
    english, heading, chinese = PAGE.read_text(encoding="utf-8").partition("\n## 中文\n")
    return english, heading + chinese


def commands(text: str) -> list[str]:
    return [step.said.removeprefix("$ ") for step in steps(text) if step.said.startswith("$ ")]


@pytest.mark.parametrize("chinese", [False, True], ids=["en", "zh"])
def test_each_of_twenty_five_tasks_is_done_as_written(chinese: bool, tmp_path: Path) -> None:
    half = halves()[chinese]
    blocks = BLOCK.findall(half)
    terminal = at_work(tmp_path, chinese=chinese)
    terminal.environment["OFFICECLI_AS"] = ""
    shown = [replayed(block, terminal).rstrip("\n") for block in (blocks[-1], *blocks[:-1])]  # the days before stand last on the page
    now = half
    for block, answer in zip((blocks[-1], *blocks[:-1]), shown, strict=True):
        now = now.replace(block, answer, 1)
    if os.environ.get("RENEW"):
        other = halves()
        PAGE.write_text(other[0] + now if chinese else now + other[1], encoding="utf-8")
        return
    assert not [step for block in shown for step in steps(block) if re.search(r"^\[exit \d+\]$", step.shown, re.MULTILINE)], "all of it is done"
    difference = "\n".join(unified_diff(half.splitlines(), now.splitlines(), "as written", "as it comes out now", lineterm="", n=2))
    if difference:
        pytest.fail(difference, pytrace=False)


@pytest.mark.parametrize("chinese", [False, True], ids=["en", "zh"])
def test_none_takes_more_than_three_words_and_a_text(chinese: bool, capsys: pytest.CaptureFixture[str]) -> None:
    main.run(["help", *(["--lang", "zh"] if chinese else [])])
    page = capsys.readouterr().out
    tasks = TASK.findall(halves()[chinese])
    assert [int(number) for number, _block in tasks] == list(range(1, 26))
    for _number, block in tasks:
        for command in commands(block):
            words = re.findall(r'"[^"]*"|\S+', command)[1:]
            quoted = [word for word in words if word.startswith('"')]
            counted = [word for word in words if word not in quoted and not re.fullmatch("-[a-z]", word)]
            assert len(counted) <= WORDS, command
            assert len(quoted) <= QUOTED, command
            assert shlex.split(command)[1:] == [word.strip('"') for word in words], command
            assert not counted or re.search(rf"(?<![a-z]){counted[0]}(?![a-z])", page), f"`officecli help` does not name {counted[0]}"
