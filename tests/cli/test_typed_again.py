"""What is not one's own to do: the command that whoever may do it types."""

from __future__ import annotations

import re

import pytest

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

TOLD = re.compile(r"officecli (?!help)(?!.*--help)")


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ('duty add "钥匙柜" --post 秘书科/秘书科科员 --as 陈静', "officecli duty add 钥匙柜 --post 秘书科/秘书科科员"),
        ("config set table.rows 30 --lang en", "officecli config set table.rows 30"),
        ("unit set 秘书科 --alias 'sec office'", 'officecli unit set 秘书科 --alias "sec office"'),
        ("away 王强 fri", "officecli away 王强 fri"),
        ("add 座椅 -l 李娜 -d fri -k routine", "officecli add 座椅 -l 李娜 -d fri -k routine"),
        ("roster set fri 王强", "officecli roster set fri 王强"),
        ("target add 件数 --post 秘书科/秘书科科员 --class output --goal '12 件' --weight 40",
            'officecli target add 件数 --post 秘书科/秘书科科员 --class output --goal "12 件" --weight 40'),
    ],
)  # fmt: skip
def test_a_refusal_gives_the_whole_command_to_whoever_may(office: Office, line: str, whole: str) -> None:
    said = office.type("陈静", line)
    assert (office.code, f"Whoever may do it types: {whole}\n" in said, "A401 not-entitled" in said) == (1, True, True), said
    office.done("孙丽", whole.removeprefix("officecli "))


def test_no_command_where_others_would_be_refused_too_and_where_the_rule_says_it(office: Office) -> None:
    office.done("张伟", "add 电梯 -l 王强 -d fri")
    assert "Whoever may" not in office.type("陈静", "person leave 王强"), "王强 leads, whoever types it"
    said = office.type("陈静", "ack 1")
    assert "A401" in said
    assert "Whoever may" not in said


def test_of_several_it_is_said_once_and_told_to_programs(office: Office) -> None:
    for metric in ("满意率", "合格率"):
        office.done("张伟", f"target add {metric} --person 王强 --class efficiency-quality --goal 90% --weight 20")
        office.done("王强", f"target record {metric} 95 抽查记录")
    said = office.type("陈静", "target confirm V-001 V-002")
    assert (office.code, said.count("Whoever may do it types: officecli target confirm V-001 V-002")) == (1, 1), said


@pytest.mark.parametrize(
    ("line", "advised"),
    [
        ("extend 1 +2wd", 'Did you mean: officecli extend 1 -t +2wd "two replies are missing" --as 李娜'),
        ("submit 1", "--as 李娜"),
        ("overdue --all", "Did you mean: officecli overdue --limit 0 --as 李娜"),
        ("list --all", "Every item, closed ones too: officecli ledger --as 李娜\n"),
        ("add 月报 --every 月", 'officecli procedure add "Monthly return"'),
        ("waiver add R102 1", "Say why: officecli waiver add R102 2026-001 --reason "),
    ],
)
def test_what_is_advised_is_what_was_meant_under_the_name_that_was_typed(office: Office, line: str, advised: str) -> None:
    office.done("李娜", "add 电梯 -l me -d fri")
    assert advised in office.type("张伟", f"{line} --as 李娜")
    assert " --as " not in office.type("李娜", line)


LINES = """
list --overdue; list --all; list all; list overdue; list out.xlsx; list 超期 --limit 3; history 无此事; close all; cancel all; closed 1; clsoe 1; extend 1 +2wd; extend 1; submit 1
complete 1; wait 1; priority 1 high; show 99; show 无此事; person lst; may 陈静 1; roster 陈静 fri; away fri 陈静; decision 车棚; undo x; overdue --all; add; add 月报 --every 月; add 座椅 -d 10 Sep
check 督查室; next month; digest for 陈静; 待办 督查室; list 'due:<fri lead:无此人'; note 1 @无此视图; assign 1 --to 无此人; view show 无此视图; target set T-099 --weight 3
"""


def test_every_line_that_is_told_keeps_every_global_option_that_was_typed(office: Office) -> None:
    office.done("李娜", "add 电梯 -l me -d fri")
    given = (f"--db {office.url}", "--as 李娜", "--plain")
    for line in LINES.replace("\n", ";").strip(";").split(";"):
        told = [one for one in office.type("张伟", f"{' '.join(given)} {line}").splitlines() if TOLD.search(one)]
        assert told, line
        assert all(option in one for one in told for option in given), (line, told)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://ana:secret@localhost:1/office", " --db postgresql://ana@localhost:1/office"),
        ("postgresql://h/office?password=secret&port=1", ' --db "postgresql://h/office?port=1"'),
        ("postgresql://h/office?password=secret", " --db postgresql://h/office"),
        ("postgresql://ana:sec/secret@h/office", ""),  # nobody can tell where it ends
        ("postgres:/ana:sec@secret@h", ""),
    ],
)
def test_a_store_is_told_without_its_password(office: Office, address: str, told: str) -> None:
    said = office.type("张伟", f"--db {address} lsit --plain")
    assert TOLD.search(said), said
    assert "secret" not in said
    assert told in said
    assert bool(told) == (" --db" in said)
