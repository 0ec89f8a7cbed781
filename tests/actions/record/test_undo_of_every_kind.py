"""Every kind of command is taken back and done again: the tables are as they were, and as they had been; the trail keeps all of it."""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import dataclass, field
from os import SEEK_END
from pathlib import Path
from typing import Any

import pytest

from officecli.model.acts import ACTS
from officecli.standing.record import built_on
from officecli.store.place import place
from officecli.store.proof import verify as proof
from officecli.store.read.reader import Reader, reading
from officecli.store.schema.references import references
from stage.small_office import Office

CLERK, HEAD, DEPUTY, DIRECTOR, REGISTRAR = "陈静", "李娜", "吴芳", "周海", "孙丽"
ASKED = "--tried 比价 --recommend 订两种"


@dataclass(frozen=True)
class Line:
    """What somebody types."""

    who: str
    line: str


SCRIPT = [
    Line(REGISTRAR, "setup {office}"),
    Line(DEPUTY, "add 月度信息 --lead 陈静 --support 王强:核稿 --target 12篇 --due 7-31"),
    Line(CLERK, "ack 1"),
    Line(CLERK, "note 1 已收集五篇 --progress 40%"),
    Line(DEPUTY, "prod 1 请抓紧"),
    Line(CLERK, "wait 1 --for 财政局 --reason 缺数据"),
    Line("王强", "part 1 王强 done"),
    Line(DEPUTY, "support 1 add 刘洋:数据"),
    Line(DEPUTY, "edit 1 --title 七月信息"),
    Line(DEPUTY, "edit 1 --goal 采用十二篇 --reason 上级要求"),
    Line(DEPUTY, "edit 1 --due 8-14 --reason 上级要求"),
    Line(DEPUTY, "edit 1 --due 2026-08-17 --correct 笔误"),
    Line(CLERK, "edit 1 --depth in-depth"),
    Line(CLERK, "extend 1 --to 8-20 --reason 等数据"),
    Line(DEPUTY, "decline 1 --reason 够了"),
    Line(CLERK, "extend 1 --to 8-19 --reason 等数据"),
    Line(DEPUTY, "grant 1"),
    Line(CLERK, "tell 1 李娜"),
    Line(CLERK, "copy 1 --to 王强 --text 供参考"),
    Line("王强", "seen 1"),
    Line(DEPUTY, "suspend 1 --reason 等文件"),
    Line(DEPUTY, "resume 1"),
    Line(DEPUTY, "assign 1 --lead 李娜 --reason 分工"),
    Line(HEAD, "submit 1 --result 十二篇"),
    Line(DEPUTY, "return 1 --reason 数据不全"),
    Line(HEAD, "submit 1 --result 十三篇"),
    Line(DEPUTY, "close 1"),
    Line(DEPUTY, "rate 1 4"),
    Line(DEPUTY, "reopen 1 --reason 数据有误"),
    Line(DEPUTY, "close 1 --result 十四篇"),
    Line(DEPUTY, "add 来信办理 --lead 陈静 --due 8-31"),
    Line(DEPUTY, "waiver add B801 2 --reason 人手紧 --by 吴芳"),
    Line(DEPUTY, "waiver end {waiver} --reason 人手够了"),
    Line(DEPUTY, "cancel 2 --reason 重复"),
    Line(CLERK, f"request raise 订阅刊物 {ASKED}"),
    Line(HEAD, "request escalate 1 --reason 超出权限"),
    Line(DEPUTY, "request answer 1 同意 --verdict approved"),
    Line(CLERK, f"request raise 购置设备 {ASKED}"),
    Line(CLERK, "request attempt 2 两次电话未接"),
    Line(CLERK, "request withdraw 2"),
    Line(CLERK, f"request raise 更换复印机 {ASKED}"),
    Line(HEAD, "request answer 3 同意 --verdict approved"),
    Line("王强", f"request raise 更换复印机 {ASKED}"),
    Line("张伟", "request answer 4 不同意 --verdict refused"),
    Line(DEPUTY, "request answer 3 租一台 --verdict approved"),
    Line(DEPUTY, "decision add 老旧小区电梯 --by 吴芳"),
    Line(DEPUTY, "decision items 1 add 摸底 --lead 李娜 --due 8-31"),
    Line(DEPUTY, "close 3 --result 已摸底"),
    Line(DEPUTY, "decision report 1 已谈妥三十二部"),
    Line(DEPUTY, "decision add 学习安排 --by 吴芳"),
    Line(DEPUTY, "decision none 2 --reason 仅传达"),
    Line(REGISTRAR, "config set extension.max_days 12"),
    Line(REGISTRAR, "config unset extension.max_days"),
    Line(REGISTRAR, "duty add 信访接待 --post 督查员 --support 督查科员:登记"),
    Line(REGISTRAR, "duty set 信访接待 --title 来信来访"),
    Line(REGISTRAR, "duty retire 来信来访 --reason 合并"),
    Line(REGISTRAR, "body add 县发改局 --follow-up 陈静"),
    Line(REGISTRAR, "body set 县发改局 --phone 123"),
    Line(REGISTRAR, "body retire 县发改局 --reason 合并"),
    Line(REGISTRAR, "post set 督查员 --may 登记 --how 当日"),
    Line(REGISTRAR, "unit set 秘书科 --alias 文秘组"),
    Line(REGISTRAR, "person set 王强 --email wq@example.org"),
    Line(REGISTRAR, "person leave 赵敏"),
    Line(REGISTRAR, "person return 赵敏"),
    Line(REGISTRAR, "person leave 赵敏"),
    Line(REGISTRAR, "person add 何苗 --post 秘书科办事员"),
    Line(REGISTRAR, "person selected 何苗 --manner exam --result 85分"),
    Line(REGISTRAR, "person leave 何苗"),
    Line(REGISTRAR, "person move 刘洋 --post 秘书科办事员"),
    Line(HEAD, "person absent 李娜 --to 2026-07-10 --stand-in 陈静"),
    Line(HEAD, "person absent 李娜 --back"),
    Line(CLERK, "roster set today 陈静"),
    Line(CLERK, "roster handover 门未锁 --to 孙丽"),
    Line(CLERK, "roster done 1"),
    Line(CLERK, "difficulty add 孩子上学 --owner 李娜 --due 7-20"),
    Line(HEAD, "difficulty answer {difficulty} 已协调"),
    Line(REGISTRAR, "target add 信息采用 --post 督查科员 --class output --goal 12篇 --weight 60 --period month"),
    Line(REGISTRAR, "target set 信息采用 --goal 10篇 --reason 人手紧"),
    Line(CLERK, "target record 信息采用 5 --period 2026-07 --evidence 采用单"),
    Line(REGISTRAR, "target correct {target_result} 6 --evidence 采用单 --reason 漏计"),
    Line(REGISTRAR, "target retire 信息采用 --reason 改为季度"),
    Line(HEAD, "target add 差错率 --person 陈静 --class efficiency-quality --goal 1% --at-most"),
    Line(CLERK, "target record 差错率 0.5 --evidence 抽查"),
    Line(HEAD, "target confirm {target_result}"),
    Line(REGISTRAR, "procedure add 周报 --post 督查科员 --every 每周五 --step 汇总 --step 报送"),
    Line(REGISTRAR, "procedure set 周报 --goal 无差错 --reason 更严"),
    Line(REGISTRAR, "procedure pause 周报 --until 2026-08-03 --reason 暑期"),
    Line(REGISTRAR, "procedure resume 周报"),
    Line(REGISTRAR, "procedure run 周报"),
    Line(CLERK, "ack 4"),
    Line(CLERK, "step 4 1 已汇总"),
    Line(DEPUTY, "add 核对台账 --lead 陈静 --due 8-31"),
    Line(CLERK, "ack 5"),
    Line(DEPUTY, "edit 5 --procedure 周报"),
    Line(DEPUTY, "split 5 核对附表 --lead 李娜"),
    Line(REGISTRAR, "generate"),
    Line(REGISTRAR, "procedure retire 周报 --reason 取消"),
    Line(CLERK, "add 接孩子 --kind personal --due 7-20"),
    Line(CLERK, "edit {reminder} --due 7-21"),
    Line(CLERK, "note {reminder} 带上水壶"),
    Line(CLERK, "close {reminder}"),
    Line(CLERK, "reopen {reminder} --reason 改到明天"),
    Line(CLERK, "cancel {reminder} --reason 不用了"),
    Line(REGISTRAR, "import {ledger}"),
    Line(REGISTRAR, "meeting read {sheet} --meeting 晨会"),
]


Tables = dict[str, list[dict[str, Any]]]


@dataclass
class Watched:
    """What stands in the tables; those alone are read again in which something was done: that nothing else was, `check_whole` says."""

    office: Office
    tables: Tables = field(default_factory=dict)
    seen: int = 0
    touched: set[str] = field(default_factory=set)
    """The tables in which something was done."""

    def now(self) -> Tables:
        with reading(place(self.office.url)) as read:
            named = read.ids("SELECT DISTINCT subject FROM trail WHERE seq > :seen", seen=self.seen) if self.seen else every_table(read)
            self.tables = {**self.tables, **{table: rows_of(read, str(table)) for table in {*named, "notice"}}}
            self.touched |= {str(table) for table in named} if self.seen else set()
            self.seen = read.value("SELECT MAX(seq) FROM trail")
        return self.tables


def every_table(read: Reader) -> set[str]:
    """All that are on the trail."""
    return {*references(read), "office", "setting", "rank", "office_day", "calendar_year", "emergency"} - {"trail"}


def rows_of(read: Reader, table: str) -> list[dict[str, Any]]:
    """The rows of a table; without the counts of changes, and without who was told that something was taken back."""
    chosen = " WHERE cause <> 'undone'" if table == "notice" else ""
    return [{name: value for name, value in row.items() if name != "version"} for row in read.rows(f"SELECT * FROM {table}{chosen} ORDER BY 1")]


@pytest.fixture
def papers(office: Office, tmp_path: Path) -> dict[str, str]:
    """A ledger to import, a sheet of a meeting with a new matter, and an office file with another section and a day the office is closed."""
    ledger, file = tmp_path / "ledger.csv", tmp_path / "office.toml"
    ledger.write_text("编号,事项,责任人,交办日期,原定时限,进展情况\n2026-201,老旧小区调研,陈静,2026-07-01,2026-07-30,已走访\n", encoding="utf-8")
    office.done(REGISTRAR, f"setup --export -o {file}")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("closed = []", "closed = [2026-07-08]") + '\n[[unit]]\nname = "信息科"\nnature = "service"\n', encoding="utf-8")
    sheet = tmp_path / "meeting.csv"
    office.done(REGISTRAR, f"meeting sheet -o {sheet}")
    with sheet.open("r+", encoding="utf-8-sig", newline="") as rows:
        headings = next(csv.reader(rows))
        rows.seek(0, SEEK_END)
        cells = {"Matter": "清理仓库", "New deadline": "2026-08-31", "New lead": "陈静", "Note": "当日清完"}
        csv.DictWriter(rows, headings).writerow(cells)
    return {"ledger": str(ledger), "office": str(file), "sheet": str(sheet)}


def test_every_kind_is_taken_back_and_done_again(office: Office, papers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "calendar_faults", lambda _read: ())  # twenty thousand days; another test changes the calendar
    watched = Watched(office)
    before = watched.now()
    for number, one in enumerate(SCRIPT, 1):
        known = {*watched.touched}
        office.done(one.who, filled(office, one.line, papers))
        after = watched.now()
        assert after != before, one.line
        if (
            watched.touched > known or place(office.url).engine == "sqlite"
        ):  # how PostgreSQL puts a row back is a matter of its table, not of the kind
            office.done(one.who, "undo")
            assert differing(before, watched.now()) == {}, one.line
            assert "Done again" in office.done(one.who, "redo")
            assert differing(after, watched.now()) == {}, one.line
        before = watched.tables
        if number % 12 == 0 or one is SCRIPT[-1]:  # the trail keeps what went wrong, so a fault would show later too
            check_whole(office, one.line)
    done = {row["verb"] for row in office.rows("SELECT DISTINCT verb FROM trail")}
    assert {act for act in ACTS if not ACTS[act].instead} - done == set()


@pytest.mark.on_sqlite  # each kind is taken back on both engines above
def test_whatever_is_taken_back_in_whatever_order_the_record_holds(office: Office, papers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "calendar_faults", lambda _read: ())
    watched = Watched(office)
    start = watched.now()
    for one in SCRIPT:
        office.done(one.who, filled(office, one.line, papers))
    end = watched.now()
    for one in reversed(SCRIPT):
        office.done(one.who, "undo")
    assert differing(start, watched.now()) == {}
    for one in SCRIPT:
        office.done(one.who, "redo")
    assert differing(end, watched.now()) == {}
    assert stands_on(office, monkeypatch, since=True) == stands_on(office, monkeypatch, since=False)
    chance, people, codes = random.Random(9), sorted({one.who for one in SCRIPT}), Counter[int]()
    for turn in range(40):
        line = chance.choice(["undo", "undo 1", "undo 2", "undo 4", "redo"])
        said = office.type(who := chance.choice(people), line)
        codes[office.code] += 1
        assert office.code in (0, 1, 2, 4), (who, line, said)
        if turn % 8 == 7:
            check_whole(office, line)
    assert codes[0] > 5
    assert codes[4] > 2


def stands_on(office: Office, monkeypatch: pytest.MonkeyPatch, *, since: bool) -> dict[int, Any]:
    """What stands on each command, looked for from the later entries on or from its own."""
    with monkeypatch.context() as patched, reading(place(office.url)) as read:
        patched.setattr(built_on, "_is_less_since", lambda _read, _command, _last: since)
        found = {command: built_on.built_on(read, command) for command in read.ids("SELECT DISTINCT command FROM trail") if command}
    assert len({one.table for one in found.values() if one}) > 5
    return found


def check_whole(office: Office, line: str) -> None:
    """The record holds after this line, and replaying it gives the tables as they are."""
    with reading(place(office.url)) as read:
        assert proof.verify(read).faults == (), line


def filled(office: Office, line: str, papers: dict[str, str]) -> str:
    """The line with the papers' names, and the last row of a table in place of its name."""
    last = {table: office.rows(f"SELECT MAX(id) AS id FROM {table}")[0]["id"] for table in ("waiver", "difficulty", "target_result")}
    own = office.rows("SELECT MAX(number) AS number FROM reminder")[0]["number"]
    return line.format(**papers, **last, reminder=own)


def differing(one: Tables, other: Tables) -> dict[str, Any]:
    """What differs, by table."""
    return {table: (one[table], other[table]) for table in one if one[table] != other[table]}
