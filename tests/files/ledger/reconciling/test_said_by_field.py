"""A field that was changed here stays guarded until a ledger says that field: what another row, another column or another month says does not give it away."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli import i18n
from officecli.actions.acting import acting
from officecli.actions.items.asked import Edit, Feedback
from officecli.actions.items.editing import edit
from officecli.actions.items.feedback import note
from officecli.actions.items.halting import cancel
from officecli.actions.items.handing_on import assign
from officecli.actions.items.reopening import reopen
from officecli.actions.items.review import return_
from officecli.actions.items.signing import sign
from officecli.actions.items.submitting import submit
from officecli.actions.items.supporting import support_remove
from officecli.actions.record.undo import undo
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.model.items import Item, Note
from officecli.reports.items.item_rows import BY_NUMBER, fetch
from officecli.reports.record.trail_lines import trail_lines
from officecli.reports.shape.chosen import Chosen
from officecli.store.proof.verify import verify
from stage import by_row

HEADINGS = {
    "zh": {"number": "编号", "title": "事项", "lead": "责任人", "issued": "交办日期", "due": "现时限", "goal": "目标", "progress": "进展情况",
        "problem": "存在问题",
           "status": "状态", "closed": "销号日期", "support": "配合", "source": "来源", "percent": "完成率", "result": "办理结果"},
    "en": {"number": "Number", "title": "Matter", "lead": "Owner", "issued": "Issued", "due": "Due", "goal": "Goal", "progress": "Progress",
        "problem": "Problems",
           "status": "Status", "closed": "Closed", "support": "Support", "source": "Source", "percent": "% complete", "result": "Result"},
}  # fmt: skip
NUMBER = "2026-001"


class Desk:
    """An office whose ledger of one matter comes again and again; what is done between says what a row then is."""

    def __init__(self, office: by_row.Staged, path: Path, language: str) -> None:
        self.office, self.path, self.headings, self.last = office, path, HEADINGS[language], ""

    def ledger(self, **cells: str) -> str:
        """What the row of a ledger is found to be, with the fields that stand in the way."""
        return said(self.came(cells))

    def came(self, cells: dict[str, str], *, dry_run: bool = False) -> Imported:
        """Bring a ledger in with the four first columns and these."""
        cells = {"number": NUMBER, "title": "调研", "lead": "李明", "issued": "2026-11-02", **cells}
        with self.path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[self.headings[key] for key in cells], list(cells.values())])
        came = import_ledger(self.office.place, self.path, how=How(dry_run=dry_run, update=True))
        assert came.problems == []
        self.last = ""
        return came

    def here(self, who: str, verb: str, do: Callable[[Any], Any]) -> None:
        with acting(self.office.place, verb, who) as act:
            do(act)
        self.last = who

    def edit(self, **fields: str) -> None:
        asked = Edit(due=fields.pop("due", None), fields=fields)
        self.here("王建国", "edit", lambda act: edit(act, NUMBER, asked))

    def note(self, *told: str) -> None:
        self.here("李明", "note", lambda act: note(act, NUMBER, Feedback(*told)))

    def mark(self) -> None:
        with self.office.changing() as change:
            change.mark(change.get(Item, self.item()["id"]), "import")

    def confirm(self) -> None:
        """What was told counts by its own day from now on, as when somebody closes."""
        with self.office.changing() as change:
            change.set(change.get(Note, change.read.value("SELECT MAX(id) FROM note")), "close", day=date(2026, 11, 20))

    def undo(self) -> None:
        self.here(self.last, "undo", undo)

    def item(self) -> dict[str, Any]:
        with self.office.reading() as read:
            assert verify(read).faults == ()
            (row,) = fetch(read, Chosen(), order_by=BY_NUMBER, limit=0)[0]
            return row


def said(came: Imported) -> str:
    for one in came.conflict:
        return "conflict " + " ".join(sorted(changed.field for changed in one.changed))
    for one in came.differing:
        return "differs " + " ".join(sorted(different.field for different in one.differences))
    if came.stands:
        return "stands " + " ".join(sorted(one.field for one in came.stands[0].differences))
    return "same" if came.here else "new"


def _goal(desk: Desk) -> None:
    desk.edit(goal="两篇")


def _due(desk: Desk) -> None:
    desk.edit(due="2026-12-25")


def _words(desk: Desk) -> None:
    desk.note("过半")


def _problem(desk: Desk) -> None:
    desk.note("过半", "", "缺数据")


Step = Callable[[Desk], None] | dict[str, str] | str
IN_HAND, CLOSED = {"status": "进行中"}, {"status": "已办结", "closed": "2026-11-20"}
G1, G2, G3 = {"goal": "一篇"}, {"goal": "两篇"}, {"goal": "三篇"}
DUE, LATER, OTHER = {"due": "2026-12-11"}, {"due": "2026-12-25"}, {"due": "2026-12-31"}
SCENARIOS: dict[str, list[Step]] = {
    "changed, then said otherwise": [G1, _goal, G3, "conflict goal"],
    "changed, then not mentioned by a ledger that changes another field": [G1 | DUE, _goal, LATER, "differs due", G3, "conflict goal"],
    "and not by a blank cell either": [G1 | DUE, _goal, {"goal": ""} | LATER, "differs due", G3, "conflict goal"],
    "changed, then not mentioned by one that says nothing new": [G1 | DUE, _goal, DUE, "same", DUE, "same", G3, "conflict goal"],
    "changed, then said alike beside a change of another": [G1 | DUE, _goal, G2 | LATER, "differs due", G3, "differs goal"],
    "changed, then said alike alone": [G1, _goal, G2, "same", G3, "differs goal"],
    "said alike, changed again": [G1, _goal, G2, "same", lambda desk: desk.edit(goal="四篇"), G3, "conflict goal"],
    "a mark of before marks named fields": [G1, _goal, Desk.mark, G3, "differs goal"],
    "two changed, one said alike": [G1 | DUE, _goal, _due, G2, "same", G3 | OTHER, "conflict due", G3, "differs goal", OTHER, "conflict due"],
    "made and changed here before any ledger had it": ["made here", _goal, LATER, "differs due", G3, "differs goal", _goal, OTHER, "differs due", G1,
        "conflict goal"],
    "changed and taken back": [G1, _goal, Desk.undo, G3, "differs goal"],
    "said alike, and the import taken back": [G1 | DUE, _goal, G2 | LATER, "differs due", Desk.undo, G3, "conflict goal"],
    "said alike alone, and that taken back": [G1, _goal, G2, "same", Desk.undo, G3, "conflict goal"],
    "emptied here, in a ledger without the column, then said": [G1 | DUE, lambda desk: desk.edit(goal=""), LATER, "differs due", G3, "conflict goal"],
    "emptied here, and blank in the ledger": [G1 | DUE, lambda desk: desk.edit(goal=""), {"goal": ""} | LATER, "differs due", G3, "differs goal"],
    "a deadline of its own": [DUE, _due, {"due": ""} | G1, "differs goal", OTHER, "conflict due"],
    "feedback of which a ledger says a part": [
        {"progress": "已启动"}, _problem, {"progress": "过半"}, "same", {"progress": "将完"}, "differs progress",
        {"progress": "将完", "problem": "人手不够"}, "conflict problem",
    ],
    "feedback in a column that was never other": [
        {"progress": "已启动"}, lambda desk: desk.note("过半"), {"progress": "过半", "problem": ""}, "same",
        {"progress": "过半", "problem": "缺数据"}, "differs problem",
    ],
    "told in words, of which a ledger has a percentage in their place": [
        {"progress": "40%"}, _words, {"progress": "50%"}, "conflict progress", lambda desk: desk.note("", "50"), {"progress": "50%"}, "same",
        {"progress": "60%"}, "differs percent",
    ],
    "told in words and as a percentage, which the ledger says as it is": [
        {"progress": "40%"}, lambda desk: desk.note("过半", "60"), {"progress": "60%"}, "same", {"progress": "70%"}, "differs percent",
    ],
    "told in words of an older percentage, which the ledger repeats": [{"progress": "40%"}, _words, {"progress": "40%"}, "same", {"progress": "50%"},
        "conflict progress"],
    "opened again here, in hand in the ledger too, then closed there": [
        CLOSED, lambda desk: desk.here("王建国", "reopen", lambda act: reopen(act, NUMBER, "返工")), CLOSED, "stands closed status", IN_HAND, "same",
        {"status": "已办结", "closed": "2026-11-21"}, "differs closed status",
    ],
    "returned here, in hand in the ledger too, then closed there with another result": [
        IN_HAND, lambda desk: desk.here("李明", "submit", lambda act: submit(act, NUMBER, "初稿")),
        lambda desk: desk.here("王建国", "return", lambda act: return_(act, NUMBER, "漏项")), IN_HAND, "same", CLOSED | {"result": "定稿"},
        "differs closed result status",
    ],
    "told in words, and said alike before the percentage": [{"progress": "40%"}, _words, {"progress": "过半"}, "same", {"progress": "50%"}, "differs percent"],
    "told in words, beside a column of percentages": [{"percent": "40%"}, _words, {"percent": "50%"}, "differs percent", {"progress": "将完"},
        "conflict progress"],
    "told, said alike, and confirmed for its day": [{"progress": "已启动"}, _words, {"progress": "过半"}, "same", Desk.confirm, {"progress": "将完"},
        "differs progress"],
    "signed for, which is no change of its state": [
        {"status": "待签收"}, lambda desk: desk.here("李明", "sign", lambda act: sign(act, NUMBER)), {"status": "已办结", "closed": "2026-11-20"},
        "differs closed status",
    ],
    "support ended here, and a column that names it still": [
        {"support": "张三"} | DUE, lambda desk: desk.here("王建国", "support", lambda act: support_remove(act, NUMBER, "张三")), LATER, "differs due",
        {"support": "张三"}, "stands supports", {"support": "赵丽"}, "conflict supports",
    ],
    "changed, and the ledger says what it said": [
        G1 | DUE, _goal, G1 | DUE, "stands goal", G1 | LATER, "differs due", G1, "stands goal", G3, "conflict goal", G2, "same", G3, "differs goal",
    ],
    "changed twice, and the ledger says what it said": [G1, _goal, lambda desk: desk.edit(goal="四篇"), G1, "stands goal", G2, "conflict goal"],
    "changed here back to what the ledger said, and again": [G1, _goal, lambda desk: desk.edit(goal="一篇"), G1, "same", _goal, G1, "stands goal"],
    "a lead handed on, whom the ledger names still": [
        DUE, lambda desk: desk.here("王建国", "assign", lambda act: assign(act, NUMBER, "张三", "出差")), LATER, "differs due", {}, "stands lead",
        {"lead": "赵丽"}, "conflict lead",
    ],
    "told in words here, where the ledger repeats its own": [
        {"progress": "已启动"}, _problem, {"progress": "已启动"}, "stands progress", {"progress": "已启动", "problem": "人手不够"}, "conflict problem",
    ],
    "told as a percentage here, where the ledger repeats its own": [
        {"percent": "40%"}, lambda desk: desk.note("", "60"), {"percent": "40%"}, "stands percent", {"percent": "40%"} | LATER, "differs due",
        {"percent": "70%"}, "conflict percent",
    ],
    "ended here, and the ledger goes on as before": [
        IN_HAND, lambda desk: desk.here("王建国", "cancel", lambda act: cancel(act, NUMBER, "不再需要")), IN_HAND, "stands status",
        IN_HAND | {"progress": "过半"}, "conflict status",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "scenario"), [(("zh", "en")[place % 2], name) for place, name in enumerate(SCENARIOS)])
def test_what_was_changed_here_is_guarded_until_a_ledger_says_it(
    language: str, scenario: str, sqlite_url: str, at: Callable[[str], None], tmp_path: Path
) -> None:
    at("2026-11-23T01:00")
    desk = Desk(by_row.office(sqlite_url), tmp_path / "ledger.csv", language)
    first, *steps = SCENARIOS[scenario]
    if isinstance(first, dict):
        assert desk.ledger(**(DUE | first)) == "new"
    else:
        desk.office.item("调研", "李明", "2026-12-11", issued=date(2026, 11, 2))
    found: list[Step] = []
    for step in steps:
        if isinstance(step, dict):
            found += [step, desk.ledger(**step)]
        elif not isinstance(step, str):
            step(desk)
            found.append(step)
    assert found == steps


def test_a_row_in_conflict_loses_nothing_that_is_here(sqlite_url: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-11-23T01:00")
    desk = Desk(by_row.office(sqlite_url), tmp_path / "ledger.csv", "zh")
    desk.ledger(progress="已启动", due="2026-12-11")
    desk.note("过半", "", "缺数据", "补数据", "附表")
    desk.ledger(progress="过半", due="2026-12-18")
    desk.ledger(progress="将完", due="2026-12-18")
    assert [desk.item()[key] for key in ("told", "problem", "next_step", "evidence")] == ["将完", "缺数据", "补数据", "附表"], (
        "no column tells of these"
    )
    desk.ledger(progress="80%", due="2026-12-18")
    assert [desk.item()[key] for key in ("percent", "told", "problem")] == [80, None, "缺数据"], "how far it is is said in the other form now"


@pytest.mark.parametrize(
    ("language", "cells"),
    [("zh", {"percent": "50%"}), ("en", {"percent": "40%", "problem": "人手不够"}), ("zh", {"progress": "40%", "source": "批示"})],
)
def test_words_told_here_stay_beside_a_percentage(
    language: str, cells: dict[str, str], sqlite_url: str, at: Callable[[str], None], tmp_path: Path
) -> None:
    at("2026-11-23T01:00")
    desk = Desk(by_row.office(sqlite_url), tmp_path / "ledger.csv", language)
    desk.ledger(**DUE, percent="40%")
    _words(desk)
    assert desk.ledger(**cells).startswith("differs")
    item = desk.item()
    assert (f"{item['percent']}%", item["told"]) == (cells.get("percent", "40%"), "过半")


@pytest.mark.parametrize(
    ("language", "cells", "verb"),
    [("zh", LATER, "set-deadline"), ("en", {"status": "suspended"}, "suspend"), ("zh", G2 | {"lead": "张三"}, "assign")],
)
def test_what_is_brought_in_line_beside_a_change_made_here_has_the_ledger_for_its_reason(
    language: str, cells: dict[str, str], verb: str, sqlite_url: str, at: Callable[[str], None], tmp_path: Path
) -> None:
    at("2026-11-23T01:00")
    desk = Desk(by_row.office(sqlite_url), tmp_path / "ledger.csv", language)
    desk.ledger(**DUE, **G1)
    _goal(desk)
    desk.ledger(**cells)
    with desk.office.reading() as read:
        assert {row["reason"] for row in read.rows("SELECT reason FROM trail WHERE verb = :verb", verb=verb)} == {"as the ledger ledger.csv says"}


@pytest.mark.parametrize(("language", "words"), [("en", "the same in the ledger: deadline, goal"), ("zh", "台账所载相同：现时限、目标")])
def test_history_tells_what_a_ledger_was_found_to_say_alike(
    language: str, words: str, sqlite_url: str, at: Callable[[str], None], tmp_path: Path
) -> None:
    at("2026-11-23T01:00")
    desk = Desk(by_row.office(sqlite_url), tmp_path / "ledger.csv", language)
    desk.ledger(**DUE)
    _goal(desk)
    _due(desk)
    desk.ledger(**G2, **LATER)
    desk.ledger(progress="过半")
    with desk.office.reading() as read:
        i18n.use(language)
        try:
            *_rest, alike, in_line = trail_lines(read, limit=0)[0]
        finally:
            i18n.use("en")
    assert (alike.reason, in_line.reason) == (words, "as the ledger ledger.csv says")


def test_changes_of_two_people_stand_in_the_way_each_by_itself(sqlite_url: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-11-23T01:00")
    desk = Desk(by_row.office(sqlite_url), tmp_path / "ledger.csv", "en")
    desk.ledger(**DUE, progress="已启动", source="常务会议")
    _due(desk)
    desk.note("过半")
    desk.ledger(progress="过半", source="领导批示")
    shown, came = (desk.came(OTHER | {"progress": "将完"}, dry_run=trial) for trial in (True, False))
    assert shown.conflict == came.conflict
    assert [(one.field, one.name) for paired in came.conflict for one in paired.changed] == [("due", "王建国")]
    assert [one.field for one in came.conflict[0].differences] == ["due", "progress"]
