"""JSON says the same in both languages: only what it names as sentences, titles and headings are in the reader's own."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from officecli.cli import catalogue, main

DONE_BEFORE = """
--as 李娜 add 主题报告 --lead 陈静 --due fri --hours 90 --feedback-every 1w
--as 李娜 add 防汛值班抽查 --lead 陈静 --due +8wd --kind emergency
--as 陈静 ack 1
--as 陈静 request raise --item 1 --tried 已问 --recommend 照办
--as 孙丽 decision add 先办水利 --by 周海 --meeting 晨会
--as 孙丽 person absent 陈静 --from 2026-07-14 --to 2026-07-17
--as 孙丽 config set sign.urgent_hours 8
--as 孙丽 procedure add 周报 --post 督查科员 --every "every Monday" --step 起草
--as 孙丽 target add 按时办结率 --post 督查科员 --class efficiency-quality --goal 95% --threshold 90% --weight 40
--as 陈静 difficulty add 子女入学 --owner 李娜 --due +5wd
--as 孙丽 roster set 2026-07-16 李娜
"""

ASKED = """
show 1
history 1
show 1 2
check
step 1
config list
config profile
rule
rule R102
undo --list
target list
target show 按时办结率
procedure list
procedure show 周报
unit list
unit show 督查室
post list
post show 督查科员
person list
person show 陈静
person absences
duty list
rank list
roster list
may 陈静
may 陈静 close
may 陈静 close 1
handbook
meeting sheet
paper decision
generate --dry-run
verify
suggest-lead 起草报告 --due +2wd --hours 60
accountability --explain 陈静
scorecard 陈静
note 1 过半 --progress 60 --dry-run
target add 差错率 --post 督查科员 --class efficiency-quality --goal 2% --at-most --dry-run
close 1 9 --dry-run
"""
"""Beside every report."""

SAID = {"title", "label", "what", "why", "fix"}
"""Sentences everywhere: titles and headings, and what an error says. A procedure says in its summary when it comes round (`every`)."""


@pytest.fixture
def asked(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> Callable[[str, str], Any]:
    """Types a command line in a language and reads its answer as JSON, in an office where something of each kind is on record."""
    at("2026-07-06T01:00")
    for line in DONE_BEFORE.strip().splitlines():
        assert main.run([*shlex.split(line), "--db", sqlite_office]) == 0, (line, capsys.readouterr())
    at("2026-07-14T01:00")
    main.run(["check", "--quiet", "--db", sqlite_office])  # it remembers what it found

    def ask(line: str, language: str) -> Any:
        capsys.readouterr()
        main.run([*shlex.split(line), "--format", "json", "--db", sqlite_office, "--lang", language, *([] if "--as" in line else ["--as", "孙丽"])])
        said = capsys.readouterr()
        assert said.out, (line, said.err)
        return json.loads(said.out)

    return ask


def differing(one: Any, other: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where two answers differ, as the keys that lead there."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differing(one[key], other[key], (*at, key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for mine, its in zip(one, other, strict=True):
            yield from differing(mine, its, at)
    elif one != other:
        yield at


def prose(line: str, english: Any, chinese: Any) -> list[str]:
    """The keys under which the languages differ and that are not named as sentences."""
    first = english[0] if isinstance(english, list) else english
    named = SAID | set(first.get("sentences", ()))
    return [f"{line}: {'.'.join(path)}" for path in differing(english, chinese) if path[-1] not in named and path != ("summary", "every")]


def test_json_is_the_same_in_both_languages_but_for_what_it_names_as_sentences(asked: Callable[[str, str], Any]) -> None:
    lines = [*(name for name in catalogue.reports() if name != "suggest-lead"), *ASKED.strip().splitlines()]
    answers = {line: [asked(line, language) for language in ("en", "zh")] for line in lines}
    assert [told for line, (english, chinese) in answers.items() for told in prose(line, english, chinese)] == []
    assert {line for line, (english, _) in answers.items() if (english[0] if isinstance(english, list) else english)["schema"] != 1} == set()
