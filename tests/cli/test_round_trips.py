"""Whatever an office holds goes out as a ledger and comes in again the same."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from officecli import clock, i18n
from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.rows.days.feedback_words import read_period
from officecli.files.ledger.words.coded import read_word
from officecli.files.ledger.words.states import read_state
from officecli.model import codes
from officecli.model.items import Item
from officecli.model.words import word
from officecli.reports.items.whole_ledger import KEYS, whole_ledger
from officecli.store.write.change import Change
from stage import by_row
from stage.random_days import History
from stage.round_trips import Type, items, type_, whole, whole_rows

__all__ = ["type_"]


def said_of_closings(url: str) -> dict[tuple[str, str], Any]:
    """What an import makes of a closing without a result on record: a result from its progress, handed in on the day it was closed."""
    cells = whole(url)
    closed = [number for (number, key), value in cells.items() if (key, value) == ("status", "closed") and (number, "submitted") not in cells]
    found: dict[tuple[str, str], Any] = {}
    for number in closed:
        found |= {(number, "result"): cells.get((number, "progress"), "as imported"), (number, "submitted"): cells[number, "closed"]}
    return found


def no_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random work is written without the rules: keep it to what they let pass."""
    support, hand_over, new_item = by_row.support, by_row.hand_over, by_row.new_item

    def to_no_supporter(change: Change, item: Item, to: int) -> None:
        if not change.read.row("SELECT 1 AS one FROM support WHERE item_id = :item AND person_id = :to", item=item.id, to=to):
            hand_over(change, item, to)

    def issued_at_once(*where: Any, issued: date, **fields: Any) -> Item:
        return new_item(*where, **fields)

    monkeypatch.setattr(by_row, "support", lambda change, item, person, part: support(change, item, person, part or "审核"))
    monkeypatch.setattr(by_row, "hand_over", to_no_supporter)
    monkeypatch.setattr(by_row, "new_item", issued_at_once)


@pytest.mark.parametrize("seed", range(2))
def test_any_office_s_work_comes_in_again_the_same(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, seed: int
) -> None:
    no_refusals(monkeypatch)
    at("2026-01-05T01:00")
    first, second = (f"sqlite:///{tmp_path / name}" for name in ("first.db", "second.db"))
    history = History(by_row.office(first), random.Random(seed))
    by_row.office(second)
    history.live(40, date(2026, 1, 5), lambda _history: {})
    clock.pretend(datetime(2026, 6, 30, 1, tzinfo=UTC))
    monkeypatch.setenv("OFFICECLI_DB", first)
    assert type_("export", "-o", "all.csv")[0] == 0
    before = json.loads(type_("ledger", "--format", "json")[1])["rows"]
    monkeypatch.setenv("OFFICECLI_DB", second)
    code, out, _err = type_("import", "all.csv")
    assert code == 0, out
    assert whole(second) == whole(first) | said_of_closings(first)
    assert json.loads(type_("ledger", "--format", "json")[1])["rows"] == before
    assert len(before) > 10

    # Held against the office it came from, in either language, headed by keys too, and in either file, every row says what is on record.
    monkeypatch.setenv("OFFICECLI_DB", first)
    for name, header in (("own.csv", "keys"), ("own.xlsx", "labels")):
        assert type_("export", "--lang", i18n.LANGUAGES[seed % 2], "--header", header, "-o", name)[0] == 0
        code, out, _err = type_("import", name, "--update", "--format", "json")
        summary = json.loads(out)["summary"]
        assert (code, summary["already_here"], summary["written"]) == (0, summary["rows"], False), out
        assert summary["rows"] == len(items(first))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_state_of_an_item_comes_back_as_it_is_on_record(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, language: str
) -> None:
    at("2026-11-02T01:00")
    office = by_row.office(f"sqlite:///{tmp_path / 'office.db'}")
    steps = [
        [], [by_row.sign], [by_row.sign, by_row.submit], [by_row.sign, by_row.suspend], [by_row.cancel], [by_row.close],
        [by_row.sign, by_row.suspend, by_row.resume],
        [by_row.close, by_row.reopen],
    ]  # fmt: skip
    with office.changing() as change:
        for number, acts in enumerate(steps):
            item = by_row.new_item(change, office.people, f"事{number}", "李明", date(2026, 12, 1))
            by_row.note(change, item, "正在\n推进", progress=60, problem="缺数据")
            for act in acts:
                act(change, item)
        by_row.new_item(change, office.people, "待办", "李明", date(2026, 12, 1), issued=date(2026, 11, 30))
    monkeypatch.setenv("OFFICECLI_DB", str(office.place))
    for name in ("own.csv", "own.xlsx"):
        assert type_("export", "--lang", language, "-o", name)[0] == 0
        summary = json.loads(type_("import", name, "--update", "--lang", language, "--format", "json")[1])["summary"]
        assert (summary["already_here"], summary["written"]) == (len(steps) + 1, False), summary


def test_silent_characters_are_dropped_alike_and_joiners_kept_whatever_way_a_text_comes_in(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type
) -> None:
    at("2026-11-02T01:00")
    url = f"sqlite:///{tmp_path / 'office.db'}"
    by_row.office(url)
    monkeypatch.setenv("OFFICECLI_DB", url)
    typed, kept = "\ufeff甲\u200b乙\u2060\u200e 👩\u200d💻\xad", "甲乙 👩\u200d💻"
    assert type_("add", typed, "--lead", "赵丽", "--due", "2026-12-01", "--as", "赵丽")[0] == 0
    (tmp_path / "one.csv").write_text(f"编号,事项,责任人,交办日期,时限\n9,{typed},赵丽,2026-11-02,2026-12-02\n", encoding="utf-8")
    assert type_("import", "one.csv")[0] == 0
    assert [row["title"] for row in whole_rows(url)] == [kept, kept]
    for name in ("all.csv", "all.xlsx"):
        assert type_("export", "-o", name)[0] == 0
        summary = json.loads(type_("import", name, "--dry-run", "--format", "json")[1])["summary"]
        assert (summary["already_here"], summary["differing"]) == (2, 0)
    assert kept in (tmp_path / "all.csv").read_text(encoding="utf-8")
    assert type_("add", "甲\u202e乙", "--lead", "赵丽", "--due", "2026-12-01", "--as", "赵丽")[0] == 2


ODD = "=+-@'\"\t,;、，；\n()（）:：/|&ab 中文🙂%‰ｆ！"


@pytest.mark.parametrize("seed", range(2))
def test_any_text_comes_in_again_the_same(tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, seed: int) -> None:
    chance = random.Random(seed)

    def text(*, line: bool = False) -> str:
        drawn = "".join(chance.choice(ODD) for _ in range(chance.randrange(1, 12))) + "完"
        return " ".join(drawn.split()) if line else "\n".join(" ".join(part.split()) for part in drawn.split("\n")).strip()

    at("2026-11-23T01:00")
    first, second = (by_row.office(f"sqlite:///{tmp_path / name}") for name in ("first.db", "second.db"))
    with first.changing() as change:
        for number in range(60):
            item = by_row.new_item(
                change, first.people, text(line=True) + str(number), "李明", date(2026, 12, 1),
                source=text(line=True), goal=text(), responsible=text(line=True), ordered_by=text(line=True), hours=chance.choice((None, 2.5, 3)),
            )  # fmt: skip
            by_row.note(change, item, text(), problem=text(), next_step=text(), evidence=text(), progress=chance.choice((None, 0, 1, 60, 100)))
            by_row.target(change, item, chance.choice(("12", "12.50", "100")), chance.choice(("%", "articles", "篇", "% 准确率")))
    monkeypatch.setenv("OFFICECLI_DB", str(first.place))
    assert type_("export", "-o", "all.csv")[0] == 0
    monkeypatch.setenv("OFFICECLI_DB", str(second.place))
    code, out, _err = type_("import", "all.csv")
    assert code == 0, out
    assert whole(str(second.place)) == whole(str(first.place))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_words_of_an_export_are_understood(language: str, tmp_path: Path, at: Callable[[str], None]) -> None:
    at("2026-11-23T01:00")
    i18n.use(language)
    with by_row.office(f"sqlite:///{tmp_path / 'office.db'}").reading() as read:
        columns = whole_ledger(read).columns
    as_key = {"originator": "by", "supports": "support"}
    assert {column.label: [(one.key, one.plain) for one in meanings(column.label)[:1]] for column in columns} == {
        column.label: [(as_key.get(key, key), True)] for key, column in zip(KEYS, columns, strict=True)
    }
    for vocabulary, known in {"urgency": codes.URGENCIES, "importance": codes.IMPORTANCES, "kind": codes.KINDS}.items():
        assert tuple(read_word(vocabulary, word(vocabulary, code)) for code in known) == known
    assert [one and one.code for one in map(read_state, (word("status", code) for code in codes.STATUSES))] == list(codes.STATUSES)
    said = read_state(word("status", "registered"))
    assert said
    assert said.code == "issued"
    assert [read_period(word("feedback_every", code)) for code in ("weekly", "monthly", "1d", "10d")] == ["weekly", "monthly", "1d", "10d"]
