"""What a newcomer is shown: the first commands and the topics, each example of which is one; and what `officecli` alone means to whom."""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer

from officecli import i18n
from officecli.cli import asking, main
from officecli.cli.commands.office import demo
from officecli.cli.help import ladder as help_ladder
from officecli.cli.help.topics import TOPICS, topic_named
from officecli.cli.help.words import LEADS, leads
from officecli.cli.program import load
from officecli.errors import BadInput
from officecli.formats.out.safe import width
from officecli.typed.office.zones import check_timezone
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def examples(page: str) -> Iterator[list[str]]:
    """Each command line of a page, without what is said of it."""
    for line in re.sub(r" \\\n +", " ", page).splitlines():
        if line.startswith("  officecli "):
            yield shlex.split(re.split(r" {2,}", line.strip())[0])[1:] or ["digest"]  # which `officecli` alone stands for


def unknown(words: list[str]) -> list[str]:
    """The options of a command line that its command does not have; the command itself where there is none."""
    command: Any = load(words[0])
    if command is None:
        return words[:1]
    if hasattr(command, "commands"):
        command = command.get_command(typer.Context(command), words[1])
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return [word for word in words[1:] if word.startswith("-") and word.partition("=")[0] not in known and not word.startswith(("-working", "-逾期"))]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_example_is_a_command(language: str) -> None:
    i18n.use(language)
    pages = [help_ladder.first_steps(), *(help_ladder.topic_page(topic) for topic in TOPICS)]
    lines = [line for page in pages for line in examples(page)]
    assert len(lines) > 25
    assert [line for line in lines if unknown(line)] == []
    assert all(width(line) <= 80 for page in pages for line in page.splitlines())
    assert all(topic_named(help_ladder.typed_name(topic)) is topic for topic in TOPICS)
    assert language == "en" or not re.search("[a-z]{4}", help_ladder.topic_names())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["help"], "You lead a piece of work:"),
        (["help", "all"], "Steering:"),
        (["help", "dates"], "What could be two days is refused"),
        (["help", "日期"], "What could be two days is refused"),
        (["help", "add"], "Usage: officecli add "),
        (["help", "target"], "Usage: officecli target "),
    ],
)
def test_help_tells(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(words) == 0
    assert said in capsys.readouterr().out


WORDS = """item 事项 register 立项登记 issue 交办 sign+for 签收 handle 办理 feedback 反馈 prod 催办 submit 报结 return 退回重办 close 办结 strike+off 销号 archive 归档 look+back 回头看
bulletin 通报 notice 督办单 ledger 台账 decision 议定事项 instruction 批示 source 来源 lead 牵头 support 配合 part 分工 responsible+leader 责任领导 originator 交办人 registrar 督查员
unit 科室 post 岗位 rank 职级 duty 职责 stand-in B角 duty+officer 值班员 deadline 办结时限 original+deadline 原定时限 extension 延期 overdue 逾期 light 亮灯 urgency 紧急程度 特急
working+day 工作日 request 请示 report 报告 step+by+step 逐级 skip-level 越级 skip+level many-headed 多头 backflow 倒流 recommendation 倾向性意见 authority 权限 norm 规范 procedure 规程
step 步骤 target 目标 weight 权重 result 实绩 outside+body 外单位 responsible+body 责任单位 follows+up 跟办 sub-item 子项 copy 抄送 告知 label 标签 my+day 我的一天 quadrant 四象限
load 工作负荷 waiver 豁免 trail 留痕 difficulty 困难 absence 请假 R102 r102 excel 打印 mail 邮件 颜色 tab 编号 撤回 request+raise target+add"""
"""What people ask help about."""


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_word_of_the_field_leads_somewhere_that_is_there(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for word in WORDS.split():
        assert main.run(["help", *word.split("+"), "--lang", language]) == 0, word
        lines = list(examples(capsys.readouterr().out))
        assert all(main.run([*line, "--lang", language]) == 0 for line in lines if line[0] in ("help", "rule")), word
        capsys.readouterr()
    i18n.use("en")


def test_every_word_leads_to_one_place_only() -> None:
    words = [word for those in LEADS.values() for word in those.split()]
    assert len(words) == len(set(words))
    assert all(leads(word) for word in words)


def test_help_of_nothing_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["help", "acx"]) == 3
    assert capsys.readouterr().err.splitlines() == ["Error: There is no command and no topic “acx”.", "  → Did you mean: officecli help ack"]


def test_at_a_terminal_a_deadline_is_asked_for_until_there_is_one(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "may_ask", lambda: True)
    for line, typed in (("add", "核对台账\n\n长期\nfri\n"), ("add 来信办理 --lead 陈静", "\nfri\n")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        said = office.done("吴芳", line)
        assert "no deadline" not in said
        assert "An item has a deadline." in said
    assert office.rows("SELECT title, due FROM item ORDER BY id") == [
        {"title": "核对台账", "due": "2026-07-10"}, {"title": "来信办理", "due": "2026-07-10"},
    ]  # fmt: skip
    office.done("吴芳", "add 借书证 --kind personal")


def test_officecli_alone_is_the_day_of_whoever_asks(office: Office) -> None:
    office.done("吴芳", "add 核对台账 --lead 陈静 --support 王强:核稿 --due 7-6")
    office.done("吴芳", "add 来信办理 --lead 李娜 --due 8-31")
    assert "Digest for 陈静" in (own := office.done("陈静", ""))
    assert "ack 2026-001" in own
    assert "来信办理" not in own
    assert "part 2026-001" in office.done("王强", "")
    assert "Digest for 县政府办公室" in (whole := office.done("周海", ""))
    assert "核对台账" in whole
    assert "What waits for you yourself, with what to type: officecli digest --for 周海" in whole
    assert "What waits for you yourself" not in own + office.done("周海", "digest")
    assert "Nothing is overdue, due soon, unsigned or waiting." in office.done("赵敏", "")


def test_what_the_foot_of_ones_day_names_can_be_typed_with_officecli_alone(office: Office) -> None:
    office.done("吴芳", "add 核对台账 --lead 陈静 --due 7-6")
    assert "Digest for 陈静" in office.done("陈静", "--limit 0 --wide")
    assert office.done("陈静", "--columns number --format=csv").splitlines()[1:] == ["2026-001"]


def test_next_says_whose_it_is_by_their_name(office: Office) -> None:
    office.done("陈静", "difficulty add 孩子上学 --owner 李娜 --due 7-20")
    said = office.done("李娜", "next --for ln")
    assert "Next for 李娜" in said
    assert "Nothing waits." in said
    assert "Difficulties of the staff: 1 unanswered" in said
    assert "Next for 县政府办公室" in office.done("周海", "next --for office")


def test_what_to_type_can_be_typed(office: Office) -> None:
    """Whatever stands in the column is done as it stands, its "…" being words of one's own."""
    office.done("吴芳", "add 核对台账 --lead 陈静 --due 7-7")
    for status in ("in-hand", "submitted"):
        office.done("陈静", next_of(office, "陈静").replace("…", "已核对"))
        assert office.rows("SELECT status FROM item") == [{"status": status}]
    office.done("吴芳", next_of(office, "吴芳"))
    assert office.rows("SELECT status FROM item") == [{"status": "closed"}]
    assert "Nothing waits." in office.done("吴芳", "next")
    office.done("陈静", "request raise 订阅刊物 --tried 比价 --recommend 订两种")
    office.done("李娜", next_of(office, "李娜").replace("…", "同意 --verdict approved"))
    assert office.rows("SELECT status FROM request") == [{"status": "answered"}]
    office.done("陈静", next_of(office, "陈静"))
    assert "Nothing waits." in office.done("陈静", "next")


def next_of(office: Office, who: str) -> str:
    import json

    (row,) = json.loads(office.done(who, "next --format json"))["rows"]
    return str(row["to_type"])


def test_a_form_just_written_is_read_back_though_its_founder_has_no_post_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, form = ["--db", str(tmp_path / "office.db")], tmp_path / "office.toml"
    assert main.run(["init", "--me", "Ana Lee", *store]) == 0
    for line in (["person", "add"], ["person", "add", "Ben Cole", "--post", "Head"]):
        assert main.run([*line, *store]) != 0
        assert "no posts yet" in (said := capsys.readouterr().err)
        assert "officecli setup --export" in said
    assert main.run(["setup", "--export", "-o", str(form), *store]) == 0
    assert '# post = "…"' in form.read_text(encoding="utf-8")
    assert main.run(["setup", str(form), *store]) == 0
    post = '[[rank]]\nname = "Head"\nlevel = 5\n[[unit]]\nname = "Office"\nnature = "service"\n[[post]]\ntitle = "Head"\nunit = "Office"\nrank = "Head"\n'
    form.write_text(form.read_text(encoding="utf-8") + post, encoding="utf-8")
    assert main.run(["setup", str(form), *store]) == 2
    assert "This [person] has no “post”. Add the line: post = …" in capsys.readouterr().err
    form.write_text(re.sub(r'(joined = [0-9-]+\n)# (post = )"…"', r'\1\2"Head"', form.read_text(encoding="utf-8")), encoding="utf-8")
    assert main.run(["setup", str(form), *store]) == 0
    assert "Ana Lee" in capsys.readouterr().out


def test_the_demonstration_asks_nothing_of_whoever_watches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.StringIO()
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    with demo._living_in(tmp_path, {}, datetime(2026, 7, 6, tzinfo=UTC)):
        assert not sys.stdin.isatty()
    assert sys.stdin is typed


@pytest.mark.on_sqlite
def test_the_time_zone_of_a_machine_that_has_none_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A server is in UTC, where the day of an American office begins in the evening before."""
    for number, (zone, words, told) in enumerate(
        [("Etc/UTC", [], True), ("America/Denver", [], False), ("UTC", ["--timezone", "UTC"], False), ("UTC", ["--region", "CN"], False)]
    ):
        monkeypatch.setenv("TZ", zone)
        assert main.run(["init", "--me", "Ana Lee", *words, "--db", str(tmp_path / f"{number}.db")]) == 0
        assert (f"Its time zone is {zone}, this machine's." in capsys.readouterr().out) == told


@pytest.mark.parametrize(
    ("zone", "meant"), [("asia/shanghai", "Asia/Shanghai"), ("New York", "America/New_York"), ("Kolkatta", "Asia/Kolkata"), ("UTC+8", "")]
)
def test_a_time_zone_is_offered_by_its_place(zone: str, meant: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_timezone(zone)
    assert refused.value.fix.startswith(f"Did you mean {meant}?" if meant else "Give an IANA name")
