"""No question reads a table from end to end that need not: every rule, and what reports and verbs ask, without statistics and with them, on both engines.

A list of fifty reads fifty, and a note is written as quickly, however many items there are.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from officecli.cli import catalogue, main
from officecli.model.rule import TELLING
from officecli.rules import every_rule
from officecli.store import judge
from officecli.store.read.reader import Reader
from stage import postgresql, questions
from stage.by_row import Staged
from stage.questions import Asked

SEEN = (
    "list", "list --person 张三", "list --unit 综合科", "show 1", "today", "today --person 张三", "overdue", "upcoming", "calendar", "quadrants",
    "digest", "digest --for 综合科",
    "digest --for 张三", "digest --for 王建国", "history --limit 5", "history 1", "history --actor 张三 --limit 5", "load", "plan 张三", "forecast", "requests",
    "refusals", "waivers", "coverage", "handbook", "may 张三", "person list", "person show 张三", "unit list", "post list", "duty list", "body list",
    "list is:overdue lead:张三", "list +民生 due:<2026-12-01", "list 单位:综合科 late:>3", "list '(电梯 or is:overdue) is:open'",
    "overdue rating:none progress:<50 -民生",
    "roster list", "next --as 张三", "procedure list", "difficulty list", "undo --list --as 王建国",
)  # fmt: skip
"""What people look at every day."""

WHOLE = {
    "accountability": "everybody's whole past, where no time is named",
    "backflow": "the same",
    "balance": "the same",
    "bulletin": "all that was open at the end of a month, or closed in it",
    "conformance": "the same",
    "follow-through": "the same",
    "ledger": "every item",
    "ranking": "the first and last of everything that counts in a period",
    "scorecard": "the same",
    "suggest-lead": "who did such work before",
    "trend": "month by month from the first day on",
}
"""The reports that are about the whole, and of what."""

DONE = (
    "add 夏季防汛检查 --lead 张三 --support 欧阳修文:核实 --due 2026-12-18 --as 李明",
    "add 电话记录 --lead me --due 2026-12-18 --as 张三",
    "ack 12 --as 张三",
    "note 12 进行中 --progress 40 --as 张三",
    "edit 12 --depth in-depth --as 张三",
    "extend 12 --to 2026-12-22 --reason 数据未齐 --as 张三",
    "grant 12 --as 李明",
    "prod 12 --as 李明",
    "copy 12 --to 钱进 --as 李明",
    "tell 12 王建国 --as 李明",
    "wait 12 --for 省厅 --reason 待数据 --as 张三",
    "split 12 照片整理 --lead 欧阳修文 --due 2026-12-11 --as 李明",
    "assign 14 --lead 张三 --reason 调整 --as 王建国",
    "support 14 add 欧阳修文:校对 --as 王建国",
    "part 14 欧阳修文 done --as 张三",
    "request raise --item 12 --tried 询价 --recommend 采购 --as 张三",
    "request answer 1 同意 --verdict approved --as 李明",
    "submit 13 --result 已记 --as 张三",
    "suspend 12 --reason 待文件 --as 李明",
    "resume 12 --as 李明",
    "cancel 14 --reason 并入 --as 王建国",
    "submit 12 --result 已检查 --as 张三",
    "return 12 --reason 缺照片 --as 李明",
    "undo --as 李明",
    "redo --as 李明",
    "submit 12 --result 已补 --as 张三",
    "close 12 --as 李明",
    "rate 12 4 --as 李明",
    "reopen 12 --reason 有误 --as 李明",
    "person set 张三 --email zhang@example.org --as 王建国",
    "undo --as 王建国",
)
"""What people do every day, one after the other."""

EVER = ("A404", "C506", "F602", "F603")
"""The rules that a check asks of all that was ever registered or handed in; of
those not named, and that say among whom they look, it asks no more than it needs.
"""

MOST_STEPS = 5_500
"""Of SQLite's program for a question: it writes a column of a view wherever it is named, and a thousand steps take up to 2 ms, on whatever few rows."""

BOUNDED = re.compile(
    r"FROM trail ORDER BY seq DESC LIMIT 1\b"  # the head of the trail
    r"|FROM item ORDER BY year DESC, serial DESC LIMIT 1000$"  # the numbers that one may have meant
    r"|WHERE h\.seq = h\.command\) c\s+WHERE n > 0 ORDER BY command DESC LIMIT :most"  # the last acts of all
    r"|^SELECT name_key, MIN\(name\) AS name FROM label GROUP BY name_key"  # what labels there are, where one was asked for that no item has
    r"|^SELECT COUNT\(\*\) FROM trail WHERE seq = command$"  # and how many there are, counted on the smallest index there is
)
"""Questions that go along an index from one end, and stop; and the one that may go on to the other."""


NOT_HERE = re.compile(
    r"sqlite_schema"
    r"|FROM waiver w\s+JOIN"  # of few waivers: it joins no more than eight tables in another order, and names every item first
)
"""What PostgreSQL is not asked, or answers in a way of its own."""


@pytest.fixture
def asked(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What all of these ask, and what the rules may ask at any write; heard once."""
    if _KEPT:
        return _KEPT
    with questions.heard(monkeypatch) as heard:
        for line in (*SEEN, *DONE):
            known = set(heard)
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                code = main.run([*shlex.split(line), "--db", str(busy_office.place.path)])
            assert code == 0, (line, said.getvalue())
            assert line in SEEN or not [sql for sql in heard.keys() - known if TELLING in sql], f"since when is worked out for nobody by {line}"
    with busy_office.reading() as read:
        heard.update(_of_rules(read))
    _KEPT.update({sql: values for sql, values in heard.items() if not BOUNDED.search(sql)})
    return _KEPT


_KEPT: Asked = {}


def _of_rules(read: Reader) -> Iterator[tuple[str, dict[str, object]]]:
    for rule in every_rule():
        values = {**judge.values(read, rule), "lo": 1, "hi": 1}
        yield from ((reach, values) for reach in rule.watches.values())
        if rule.among and rule.code not in EVER:
            yield rule.checking, values
        if rule.severity in ("refuse", "warn"):
            yield rule.judging, values
            yield rule.sql, values


def test_on_sqlite_nothing_is_gone_through_whole_with_statistics_or_without(busy_office: Staged, asked: Asked) -> None:
    with closing(sqlite3.connect(busy_office.place.path)) as connection:
        assert _whole(connection, asked) == {}
        questions.grown(connection)
        assert _whole(connection, asked) == {}
        assert questions.gone_through_by_sqlite(connection, "SELECT title FROM item WHERE remarks IS NULL", {}) == {"item"}
        everyday = {
            sql: values for sql, values in asked.items() if ":lo AND :hi" not in sql
        }  # where somebody changes post, their items may be looked at
        assert [sql for sql, values in everyday.items() if questions.of_one_lead(connection, sql, values)] == [], (
            "it looks at all that somebody ever led"
        )
        assert questions.of_one_lead(connection, "SELECT title FROM item WHERE lead_id = 1", {})


def test_a_check_of_everything_asks_nobody_for_all_they_ever_led_or_supported(busy_office: Staged) -> None:
    with busy_office.reading() as read, closing(sqlite3.connect(busy_office.place.path)) as connection:
        questions.grown(connection)
        asked = {rule.code: (rule.checking, judge.values(read, rule) | {"lo": 0, "hi": 2**62}) for rule in every_rule()}
        assert [code for code, (sql, values) in asked.items() if questions.from_people_on(connection, sql, values)] == []
    assert [rule.code for rule in every_rule() if rule.code in EVER and not rule.among] == []


def test_a_check_takes_no_query_apart_that_has_nothing_to_look_at(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    rare = {rule.checking for rule in every_rule() if rule.rare}
    with busy_office.reading() as read, questions.heard(monkeypatch) as heard:
        found = [finding for rule in every_rule() for finding in judge.findings(read, rule)]
        told = {finding.rule.checking for finding in found if finding.rule.rare}
    assert rare
    assert rare & set(heard) <= told
    assert found


def test_no_question_of_every_day_takes_longer_to_take_apart_than_to_answer(
    busy_office: Staged, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    with questions.heard(monkeypatch) as of_a_past_day, contextlib.redirect_stdout(io.StringIO()):
        for words in (["list"], ["digest", "--for", "张三"], ["show", "1"]):
            assert main.run([*words, "--as-of", "2026-11-18", "--db", str(busy_office.place.path)]) == 0
    with closing(sqlite3.connect(busy_office.place.path)) as connection:
        steps = {sql: len(list(connection.execute(f"EXPLAIN {sql}", values))) for sql, values in (asked | of_a_past_day).items()}
    assert {sql: many for sql, many in steps.items() if many > MOST_STEPS} == {}
    assert any("first_late" in sql for sql in steps)  # of what stood still


@pytest.mark.parametrize(
    "line", ["ledger is:late --format csv --as-of 2026-07-01", "overdue --format csv --as-of 2026-07-01", "accountability --as-of 2026-07-01"]
)
def test_the_longest_questions_leave_room_in_the_parser_of_sqlite(busy_office: Staged, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    with questions.heard(monkeypatch) as heard, contextlib.redirect_stdout(io.StringIO()):
        assert main.run([*line.split(), "--db", str(busy_office.place.path)]) == 0
    with closing(sqlite3.connect(busy_office.place.path)) as connection:
        assert [sql for sql, values in heard.items() if not questions.is_readable(connection, sql, values)] == []
        deep = f"SELECT {'(' * 90}SELECT 1{')' * 90}"
        assert not questions.is_readable(connection, deep, {})


def test_the_scorecard_asks_no_item_for_its_prods(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    with questions.heard(monkeypatch) as heard, contextlib.redirect_stdout(io.StringIO()):
        assert main.run(["scorecard", "--db", str(busy_office.place.path)]) == 0
    with closing(sqlite3.connect(busy_office.place.path)) as connection:
        questions.grown(connection)
        found = [questions.gone_through_by_sqlite(connection, sql, values) for sql, values in heard.items() if "FROM prod q" in sql]
    assert found == [{"prod"}]


def test_the_digest_of_a_person_does_not_go_through_what_others_have_in_hands(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    with questions.heard(monkeypatch) as heard, contextlib.redirect_stdout(io.StringIO()):
        assert main.run(["digest", "--for", "张三", "--db", str(busy_office.place.path)]) == 0
    own = {sql: values for sql, values in heard.items() if re.search(r"\blead_id = :who", sql)}
    with closing(sqlite3.connect(busy_office.place.path)) as connection:
        for _statistics in (False, True):
            assert [sql for sql, values in own.items() if questions.of_all_in_hands(connection, sql, values)] == []
            questions.grown(connection)
        everybodys = "SELECT id FROM item i WHERE status IN ('issued', 'in-hand') AND due < '2026-12-01' AND +lead_id = 1"
        assert questions.of_all_in_hands(connection, everybodys, {})
    assert len(own) >= len(("overdue", "due-today", "due-soon", "unsigned", "unsigned-late", "returned", "prodded", "waiting"))


def test_on_postgresql_there_is_an_index_for_each(postgresql_copy: postgresql.Copy, asked: Asked) -> None:
    with questions.large(postgresql_copy.fresh()) as read:
        of_both = {sql: values for sql, values in asked.items() if not NOT_HERE.search(sql)}
        whole = {sql: tables for sql, values in of_both.items() if (tables := questions.gone_through_by_postgresql(read, sql, values))}
        assert whole == {}
        assert questions.gone_through_by_postgresql(read, "SELECT title FROM item WHERE remarks IS NULL", {}) == {"item"}


def _whole(connection: sqlite3.Connection, asked: Asked) -> dict[str, set[str]]:
    return {sql: tables for sql, values in asked.items() if (tables := questions.gone_through_by_sqlite(connection, sql, values))}


def test_every_report_is_either_watched_or_about_the_whole() -> None:
    watched = {line.split()[0] for line in SEEN}
    assert set(catalogue.reports()) - watched - set(WHOLE) == set()
    assert set(WHOLE) <= set(catalogue.reports())
