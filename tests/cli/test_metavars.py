"""What is to be typed stands in help in the reader's language, and typed so it is understood."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from typer._click.core import Context

from officecli import i18n
from officecli.cli import main
from officecli.cli.command_classes import HELP_NAMES
from officecli.cli.metavars import LITERALS, WORDS, closed_values, shown, value_meant, value_shown, vocabulary
from officecli.cli.program import program

NAMES_OF_THEIR_OWN = {"TOML", "TYPED"}


def parameters(command: Any, context: Any) -> Iterator[tuple[str, Any]]:
    """Every parameter of a command and of those under it, with the path of its command."""
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        below = command.get_command(context, name)
        if below is not None:
            yield from parameters(below, Context(below, parent=context, info_name=name, help_option_names=HELP_NAMES["help_option_names"]))
    yield from ((context.command_path, parameter) for parameter in command.params)


@pytest.fixture(scope="module")
def every() -> list[tuple[str, Any]]:
    whole = program()
    return list(parameters(whole, Context(whole, info_name="officecli", help_option_names=HELP_NAMES["help_option_names"])))


def test_every_word_that_stands_for_something_is_in_the_readers_language(every: list[tuple[str, Any]]) -> None:
    typed = [(path, parameter) for path, parameter in every if not getattr(parameter, "is_flag", False) and not closed_values(parameter)]
    plain = {(path, word) for path, one in typed for word in re.findall("[A-Z]+", one.metavar or shown(one, path))}
    unknown = {(path, word) for path, word in plain if word not in {*WORDS, *LITERALS, *NAMES_OF_THEIR_OWN}}
    assert not unknown, f"give these a word in cli/metavars.py: {sorted(unknown)}"
    assert {*WORDS, *LITERALS} - {word for _path, word in plain} == {"CALLED", "MATTER", "ADD", "REMOVE"}, "a word that nothing is called by"
    i18n.use("zh")
    left = {(path, word) for path, one in typed for word in re.findall("[A-Z]+", shown(one, path)) if word not in NAMES_OF_THEIR_OWN}
    assert not left, f"not translated: {sorted(left)}"


def test_a_value_that_help_shows_is_understood(every: list[tuple[str, Any]]) -> None:
    for language in i18n.LANGUAGES:
        i18n.use(language)
        for path, one in every:
            for value in closed_values(one):
                assert value_meant(one, value_shown(one, value)) == value, (path, one.name, value)
    in_words = {value_shown(one, value) for _path, one in every if vocabulary(one) or one.name == "feedback_every" for value in closed_values(one)}
    assert in_words >= {"表头", "键名", "日月年", "每周", "每10天", "特急", "加急", "平件", "超前", "规范目标", "不予办理", "从严", "科室", "难点"}
    assert not [word for word in in_words if word.isascii()]


def test_words_go_for_codes_on_the_command_line(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T01:00")

    def typed(*words: str, code: int = 0) -> str:
        capsys.readouterr()
        assert main.run([*words, "--db", sqlite_office, "--as", "李娜"]) == code, capsys.readouterr()
        said = capsys.readouterr()
        return said.out or said.err

    made = json.loads(
        typed("add", "主题报告", "--lead", "陈静", "--due", "+9wd", "--urgency", "特急", "--kind", "常规", "--lead-time", "超前", "-f", "json")
    )
    assert (made["urgency"], made["kind"], made["lead_time"]) == ("most-urgent", "routine", "ahead")
    assert "主题报告" in typed("list", "--urgency", "特急", "--person", "陈静", "--role", "牵头人")
    assert "--urgency 特急|加急|平件" in typed("add", "--help", "--lang", "zh")
    assert "--urgency most-urgent|urgent|ordinary" in typed("add", "--help")
    assert "--urgency" in typed("list", "--urgency", "火急", code=2)
    assert "officecli note [选项] 编号… [文字]" in typed("note", "--help", "--lang", "zh")
    assert "事项" in typed("split", "1", "--lang", "zh", code=2)
    assert json.loads(typed("edit", "1", "--feedback-every", "每10天", "--as", "李娜", "-f", "json"))["feedback_every"] == "10d"
    assert "--feedback-every 每周|每月|每10天|每月25日前" in typed("add", "--help", "--lang", "zh")
    assert typed("list", "--header", "键名", "-f", "csv").startswith("number,")
    assert typed("list", "--header", "表头", "-f", "csv", "--lang", "zh").startswith("编号,")
    assert "日月年" in typed("import", "--help", "--lang", "zh")
    assert "日月年 dmy" in typed("import", "x.csv", "--dates", "年年", "--lang", "zh", code=2)
    assert "上次" in typed("check", "--help", "--lang", "zh")
    assert "two days" in typed("check", "--since", "fri", "--new", code=2)
    assert "two days" not in typed("check", "--since", "上次", "--new", code=0)
    assert "全部" in typed("help", "--help", "--lang", "zh")
    assert typed("help", "全部", "--lang", "zh") == typed("help", "all", "--lang", "zh")
    typed("support", "1", "增加", "王强:数据")
    assert "A401" in typed("part", "1", "王强", "已完成", code=1)
    typed("support", "1", "移除", "王强")
