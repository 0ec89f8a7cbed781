"""Words people try that are no commands: what they are told, that a slip of the pen is told the same, never the opposite, and that nothing is run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import typer

from officecli import i18n
from officecli.cli import catalogue
from officecli.cli.command_classes import HELP_NAMES
from officecli.cli.main import run
from officecli.cli.meant.commands_meant import OPPOSITES, hint
from officecli.cli.meant.lines_told import WHEN
from officecli.cli.meant.words_tried import FIELDS, FURTHER, OF_GROUPS, TRIED, commands_by_word, fields_by_word
from officecli.cli.program import program

ITS_LEAD_OR_GIVER = 'If you lead it: officecli submit 31 "12 articles placed"\nIf you gave it: officecli close 31'


@pytest.fixture(autouse=True)
def in_the_program() -> Iterator[None]:
    """As where somebody types such a word: the program is at work on the line."""
    with typer.Context(program(), info_name="officecli", help_option_names=HELP_NAMES["help_option_names"]):
        yield


@pytest.mark.parametrize(("typed", "told"), [
    ("done 31", ITS_LEAD_OR_GIVER), ("dne 31", ITS_LEAD_OR_GIVER), ("DONE 31", ITS_LEAD_OR_GIVER), ("完成 31", ITS_LEAD_OR_GIVER),
    ("rm 31 32 out of date", 'officecli cancel 31 32 "out of date"\n'), ("delete", 'officecli cancel 31 "it came twice"\n'),
    ("delte", 'officecli cancel 31 "it came twice"\n'), ("删除", 'officecli cancel 31 "it came twice"\n'),
    ("delete all", 'officecli cancel 31 "it came twice"\n'), ("rm everything", 'officecli cancel 31 "it came twice"\n'),
    ("modify", 'officecli edit 31 --due "fri"'), ("search lifts", "officecli list lifts\n"), ("find", "officecli list"), ("serach", "officecli list"),
    ("start", "officecli ack 31\n"), ("remind", "officecli prod 31"), ("催办", "officecli prod 31"), ("log", "officecli history\n"),
    ("status", "officecli show 31\n"),
    ("cancle", "Did you mean: officecli cancel"),
    ("xyzzy", "To see what has this name: officecli show xyzzy\nTo find items: officecli list xyzzy\nThe commands: officecli help"),
    ("chairs", "To see what has this name: officecli show chairs"), ("people", "officecli person list"), ("mine", "officecli list is:mine"),
    ("absent priya", "officecli away priya\n"), ("请假", "officecli away\n"), ("督办单", "officecli paper notice"),
    ("unsuspend", "officecli resume 31\n"), ("unclose", "officecli reopen 31"), ("unack", "officecli undo\n"), ("ungrant", "officecli decline 31"),
    ("disapprove 31", "If an extension was asked for: officecli decline 31\nIf its result was submitted: officecli return 31"),
    ("uncancel 31", "officecli undo\n"), ("notsuspend 31", "officecli resume 31\n"), ("31 32", "officecli show 31 32\n"),
    ("labels", "To put a label on an item (-LABEL takes it off): officecli edit 31 +budget"),
    ("标签 31", "To put a label on an item (-LABEL takes it off): officecli edit 31 +budget"),
    ("due 31 fri", "officecli edit 31 -d fri\n"), ("时限 31 周五", "officecli edit 31 -d 周五\n"),
    ("lead 31 priya", "officecli assign 31 -t priya\n"), ("priority 31 urgent", "officecli edit 31 --urgency urgent\n"),
    ("31 done", ITS_LEAD_OR_GIVER), ("31 close", "officecli close 31\n"),
    ("done all", 'If you lead it: officecli submit is:mine "12 articles placed"\nIf you gave it: officecli close "status:submitted by:me"'),
    ("weekly", "officecli upcoming\n"), ("考核", "officecli scorecard\n"), ("on-duty", "officecli roster today"),
    ("complain about-shifts", "officecli request raise --exception complaint about-shifts"), ("投诉", "officecli request raise"),
    ("prepare meeting", "officecli meeting sheet"), ("minutes", "officecli meeting minutes"),
    ("取消延期", "officecli undo\n"), ("撤销 31", "If it is not to be done at all: officecli cancel 31"), ("问责", "officecli accountability\n"),
    ("不批准", "If an extension was asked for: officecli decline"), ("xport", "Did you mean: officecli export"),
])  # fmt: skip
def test_what_somebody_tries_is_told_what_it_is_called_here(typed: str, told: str) -> None:
    word, *further = typed.split()
    assert hint(word, further).startswith(told)


@pytest.mark.parametrize(("typed", "told"), [
    ("list --lead Ana", "list --person Ana\n"), ("add Lifts --assignee Ana", "add Lifts --lead Ana\n"), ("copy 31 --person Ana", "copy 31 --to Ana\n"),
    ("list --department Records", "list --unit Records\n"), ("list --by label", "list --group label\n"),
    ("extend 31 --until fri", "extend 31 --to fri\n"), ("extend 31 -d fri", "extend 31 --to fri\n"), ("list -s closed", "list --status closed\n"),
    ("extend 31 --colour red", "See: officecli extend --help"),
    ("person leave Ana --on fri", "It holds from the day on which it is recorded"), ("person move Ana --from fri", "It holds from the day on which it is"),
    ("request raise Plotter --due fri", "See: officecli request raise --help"), ("assign 31 --until fri", "See: officecli assign --help"),
    ("extend 31 --person Ana", "See: officecli extend --help"),
    ("add Lifts --assignee=Ana --deadline fri --tags roof", "add Lifts --lead Ana --due fri --label roof\n"),
    ("add Lifts --source council --owner Ana --colour red", "add Lifts --from council --lead Ana --colour red\n"),
    ("-v", "--version"), ("away --person Ana --until fri", "away Ana fri\n"), ("edit 31 --person Ana", "officecli assign 31 --to Ana"),
    ("away Ana --from mon --until fri", "away Ana --from mon fri\n"), ("list --assigned-by Ana", "See: officecli list --help"),
    ("bulletin --period june", "bulletin june\n"), ("calendar --month=june", "calendar june\n"), ("plan --person Ana", "plan Ana\n"),
    ("note --message hi --id 31", "note 31 hi\n"), ("cancel --why twice --item 31", "cancel 31 --reason twice\n"), ("rule --code R102", "rule R102\n"),
    ("list --query roof --lead Ana", "list roof --person Ana\n"), ("import --file a.csv", "import a.csv\n"), ("digest --date fri", "digest --as-of fri\n"),
    ("step --item 31", "step 31\n"), ("split --title Lifts --id 31", "split 31 Lifts\n"), ("ledger --quarter Q2", "ledger --since Q2 --until Q2\n"), ("trend --period 2026", "See: officecli trend --help"),
    ("add Lifts -m council", "officecli note 31"), ("add Lifts --description council", "officecli note 31"),
    ("add Lifts --urgent --lead Ana", "add Lifts --urgency urgent --lead Ana\n"), ("list --特急", "list urgency:most-urgent\n"),
    ("overdue --csv", "overdue --format csv\n"), ("add Lifts --urgent=Ana", "add Lifts --urgency Ana\n"),
    ("list --rating 4 --progress 50", "list rating:4 progress:50\n"), ("note 31 draft --nxt comments", "note 31 draft --next comments\n"),
])  # fmt: skip
def test_an_option_is_known_by_other_names_to_whom_mistypes_it(capsys: pytest.CaptureFixture[str], typed: str, told: str) -> None:
    assert run(typed.split()) == 2
    assert told in capsys.readouterr().err


def test_every_hint_is_a_command_and_no_command_is_hinted_at_by_itself() -> None:
    names = set(catalogue.names())
    words = [word for tried in (*TRIED.values(), *FURTHER.values(), *FIELDS.values()) for word in tried.split()]
    assert {command.split()[0] for command in FURTHER} <= names
    assert not set(OF_GROUPS) & {word for tried in OF_GROUPS.values() for word in tried.split()} - {"add", "remove", "retire"}
    assert {name for commands in TRIED for name in commands.split()} <= names
    assert {*OPPOSITES, *OPPOSITES.values(), *WHEN} <= names
    assert len(words) == len(set(words))
    assert not names & set(words)


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", '  → officecli cancel 1 "it came twice"\n    Cancel items'), ("zh", '  → officecli cancel 1 "重复交办"\n')],
)
def test_it_is_a_hint_in_either_language_and_nothing_is_run(
    sqlite_office: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], lang: str, told: str
) -> None:
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office)
    monkeypatch.setenv("OFFICECLI_LANG", lang)
    assert run(["rm", "1"]) == 2
    said = capfd.readouterr()
    assert told in said.err
    assert said.out == ""
    i18n.use("en")


def test_every_command_is_found_by_a_chinese_word() -> None:
    """But for those of no use to whoever types one: who asks for help is told of it by any word."""
    meant = {name for word, names in commands_by_word().items() if not word.isascii() for name in names}
    meant |= {field for word, field in fields_by_word().items() if not word.isascii()}
    assert {*catalogue.names()} - {name.split()[0] for name in meant} == set()
