"""Any first ledger, and any second one after it: what must have changed is told by a plain model, and nothing else has."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.reports.items.item_rows import BY_NUMBER, fetch
from officecli.reports.shape.chosen import Chosen
from officecli.store.place import place
from officecli.store.proof.verify import verify
from stage import by_row

HEADINGS = {
    "number": "编号", "title": "事项", "source": "来源", "lead": "责任人", "support": "配合", "kind": "性质", "issued": "交办日期", "due": "现时限",
    "goal": "目标",
    "progress": "进展情况", "problem": "存在问题", "status": "状态", "closed": "销号日期", "remarks": "备注", "hours": "工时",
}  # fmt: skip
rows = st.fixed_dictionaries(
    {
        "number": st.sampled_from(["", "", "2026-001", "2026-002", "2026-003", "督1号", "4"]),
        "title": st.sampled_from(["季报", "季报", "接待方案", "来信答复", "会议纪要"]),
        "source": st.sampled_from(["", "常务会议", "领导批示"]),
        "lead": st.sampled_from(["李明", "李明", "赵丽", "综合科", "Ana Silva", "无此人"]),
        "support": st.sampled_from(["", "", "张三(数据)", "张三、钱进(核对)", "县公安局(提供数据)", "李明"]),
        "kind": st.sampled_from(["", "常规", "临时"]),
        "issued": st.sampled_from(["2026-11-02", "2026-11-02", "2026-11-03", ""]),
        "due": st.sampled_from(["2026-11-20", "2026-11-30", "2026-12-11", "", "长期"]),
        "goal": st.sampled_from(["", "一篇", "两篇\n定稿"]),
        "progress": st.sampled_from(["", "正在推进", "60% 初稿", "80%", "已送审\n待签"]),
        "problem": st.sampled_from(["", "缺数据"]),
        "status": st.sampled_from(["", "", "办理中", "进行中", "已办结", "已报结", "暂缓", "取消", "待签收"]),
        "closed": st.sampled_from(["", "", "", "2026-11-18", "2026-11-19"]),
        "remarks": st.sampled_from(["", "附件两份"]),
        "hours": st.sampled_from(["", "3", "4.5"]),
    }
)
Rows = list[dict[str, str]]
ledgers = st.lists(rows, min_size=1, max_size=5)


def bring_in(office: by_row.Staged, path: Path, ledger: Rows, *, dry_run: bool = False, update: bool = False) -> Imported:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([list(HEADINGS.values()), *([one[key] for key in HEADINGS] for one in ledger)])
    came = import_ledger(office.place, path, how=How(dry_run=dry_run, skip_bad=True, update=update))
    parts = (came.good, len(came.here), len(came.differing), len(came.conflict), came.bad, len(came.skipped))
    assert came.read == sum(parts) == len(ledger)
    return came


def items(office: by_row.Staged) -> dict[str, dict[str, Any]]:
    with office.reading() as read:
        assert verify(read).faults == ()
        return {row["number"]: row for row in fetch(read, Chosen(), order_by=BY_NUMBER, limit=0)[0]}


def head(office: by_row.Staged) -> object:
    with office.reading() as read:
        return read.head()


def check_says(row: dict[str, str], item: dict[str, Any]) -> None:
    """The plain model: whatever a row that was taken says of its item, the item says."""
    told = " ".join((item["told"] or "").split())
    for key, there in {"due": item["due"], "issued": item["issued"], "source": item["source"], "closed": item["closed"] or item["cancelled"]}.items():
        assert row[key] in ("", there, "长期"), (key, row, item)
    assert row["lead"] == item["lead"] or (row["lead"] == "综合科" and item["unit"] == "综合科")
    assert " ".join(row["goal"].split()) in ("", " ".join(item["goal"].split()))
    assert row["remarks"] in ("", *(item["remarks"] or "").split("\n"))  # what is no day is a remark too
    assert not row["hours"] or float(row["hours"]) == item["hours"]
    if row["progress"] == "80%":
        assert item["percent"] == 80
    else:
        assert " ".join(row["progress"].split()) in ("", told)
    assert row["problem"] in ("", item["problem"])
    over = "closed" if row["closed"] else {"已办结": "closed", "暂缓": "suspended", "取消": "cancelled", "已报结": "submitted"}.get(row["status"])
    over = "cancelled" if row["status"] == "取消" else over
    if over:
        assert item["status"] == over
    elif row["status"]:
        assert item["status"] in ("issued", "in-hand", "submitted")
    if row["support"] and row["support"] != "李明":
        names = {one["name"] for one in item["supports"]}
        assert names == ({"县公安局（提供数据）"} if "公安" in row["support"] else {name.split("(")[0] for name in row["support"].split("、")})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=6)
@given(first=ledgers, second=ledgers, data=st.data())
def test_a_second_ledger_says_what_is_on_record_afterwards(
    sqlite_url: str, at: Callable[[str], None], tmp_path: Path, first: Rows, second: Rows, data: st.DataObject
) -> None:
    at("2026-11-23T01:00")
    if "kept" not in _made:
        _made["kept"] = by_row.office(sqlite_url)
        shutil.copy(_made["kept"].place.path, tmp_path / "kept.db")
        _made["copy"] = tmp_path / "kept.db"
    office = by_row.Staged(place(f"sqlite:///{shutil.copy(_made['copy'], tmp_path / 'office.db')}"), _made["kept"].people, _made["kept"].units)
    path = tmp_path / "ledger.csv"
    bring_in(office, path, first)
    taken = head(office)
    again = bring_in(office, path, first, update=True)
    assert (again.good, again.differing, again.conflict, again.gone, head(office)) == (0, [], [], [], taken)

    second = [{**one, **two} if data.draw(st.booleans()) else two for one, two in zip([*first, *second], second, strict=False)] + first[len(second) :]
    before = items(office)
    shown = bring_in(office, path, second, dry_run=True, update=True)
    assert head(office) == taken
    bring_in(office, path, second, dry_run=True)
    came = bring_in(office, path, second, update=True)
    assert {one.number for one in came.differing} == {one.number for one in shown.differing}
    after = items(office)
    bad = {problem.row for problem in came.problems} | {one.made.row.row for one in came.conflict}
    told = {number for _row, number in came.here} | {one.number for one in came.differing}
    taken_rows = [*((paired.made.row.row, paired.number) for paired in came.differing), *came.here]
    settled = {one.number for one in came.settled}  # of what is closed all else is left
    for row, number in taken_rows:
        if number not in settled:
            check_says(second[row - 2], after[number])
    untouched = before.keys() - {one.number for one in came.differing}
    assert all(before[number] == after[number] for number in untouched), "what no row differs from is left"
    assert len(after) == len(before) + came.good
    assert told <= after.keys()
    assert bad.isdisjoint({one.made.row.row for one in came.differing})

    taken = head(office)
    again = bring_in(office, path, second, update=True)
    assert (again.good, again.differing, head(office)) == (0, [], taken)


def test_a_refused_number_takes_no_other_rows_item(sqlite_url: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-11-23T01:00")
    office = by_row.office(sqlite_url)
    plain = dict.fromkeys(HEADINGS, "") | {"title": "季报", "lead": "李明", "issued": "2026-11-02"}
    refused = {"number": "督1号", "support": "张三、钱进(核对)", "kind": "临时", "due": "2026-11-20"}
    first = [plain | {"due": "2026-11-20"}, plain | {"due": "2026-11-30"}, plain | refused]
    bring_in(office, tmp_path / "ledger.csv", first)
    again = bring_in(office, tmp_path / "ledger.csv", first, update=True)
    assert (again.good, again.differing, len(again.here)) == (0, [], 1), "the row of 30 November is the item it made, and 督1号 none"


def test_what_repeats_a_row_in_conflict_is_not_already_here(sqlite_url: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-11-23T01:00")
    office = by_row.office(sqlite_url)
    row = dict.fromkeys(HEADINGS, "") | {"number": "2026-001", "title": "季报", "lead": "李明", "issued": "2026-11-02", "due": "2026-11-20"}
    bring_in(office, tmp_path / "ledger.csv", [row])
    other = row | {"title": "来信答复"}  # under a number that another matter has: in conflict, and so is its repeat
    again = bring_in(office, tmp_path / "ledger.csv", [other, other], update=True)
    assert ([one.made.row.row for one in again.conflict], [one.row for one in again.problems], again.here) == ([2], [3], [])


_made: dict[str, Any] = {}
