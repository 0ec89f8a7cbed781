"""The digest: what exists, for whom it is, short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.waiting import wait_for, wait_over
from officecli.errors import NotFound
from officecli.model.items import Item
from officecli.reports.items import digest, today
from officecli.reports.items.item_past import parts
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from stage import by_row
from stage.by_row import Staged
from stage.small_office import Office

HEADS = (("李明", "综合科"), ("赵丽", "督查室"))


def sections(found: Report | None) -> dict[str, list[int]]:
    """The items' serials by section."""
    assert found is not None
    listed: dict[str, list[int]] = {}
    for row in found.rows:
        listed.setdefault(row["section"], []).append(int(row["number"].partition("-")[2]))
    return listed


def marks(found: Report | None) -> dict[int, list[str]]:
    """The other sections of each item that has any, by its serial."""
    assert found is not None
    return {int(row["number"].partition("-")[2]): [one["section"] for one in row["also"]] for row in found.rows if row["also"]}


def of(office: Staged, for_: str, **own: Any) -> Report | None:
    with office.reading() as read:
        return digest.report(read, Filters(), for_=for_, **own)


def test_for_the_office_everything_stands_in_its_section(busy_office: Staged) -> None:
    found = of(busy_office, "office")
    assert sections(found) == {
        "overdue": [1, 2],
        "due-today": [5, 11],
        "due-soon": [6],
        "to-review": [7],
        "extensions": [4],
    }
    assert marks(found) == {1: ["prodded"], 2: ["returned"], 5: ["unsigned-late"], 11: ["unsigned"], 6: ["waiting"]}
    assert found is not None
    assert found.headline == "2 overdue, 2 due today, 1 due soon."
    assert (found.total, found.group_totals) == (7, {"overdue": 2, "due-today": 2, "due-soon": 1, "to-review": 1, "extensions": 1})
    assert found.summary == {
        **found.group_totals,
        **dict.fromkeys(("unsigned-late", "unsigned", "returned", "prodded", "waiting"), 1),
    }, "to how many items each applies, wherever they stand"
    assert found.notes == ("Who answers for what is overdue: 张三 1, 钱进 1.",)
    waiting = next(row for row in found.rows if row["section"] == "due-soon")
    assert (waiting["since"], waiting["who"], waiting["reason"]) == ("2026-11-16", "省厅", "缺数据"), "nearness tells nothing, so the mark does"
    assert waiting["also"] == [{"section": "waiting", "since": "2026-11-16", "who": "省厅", "reason": "缺数据"}]
    returned = next(row for row in found.rows if row["number"] == "2026-002")
    assert (returned["since"], returned["reason"]) == ("2026-11-16", "数据不全")
    assert found.head.count(":") == 1


def test_for_a_person_what_they_lead_support_and_approve(busy_office: Staged) -> None:
    assert sections(of(busy_office, "欧阳修文")) == {"overdue": [1], "due-soon": [6]}
    supporting = of(busy_office, "欧阳修文")
    assert supporting is not None
    assert [row["part"] for row in supporting.rows] == ["提供数据", None]
    assert sections(of(busy_office, "张三")) == {"overdue": [1], "due-today": [5]}
    assert marks(of(busy_office, "张三")) == {1: ["prodded"], 5: ["unsigned-late"]}
    assert sections(of(busy_office, "王建国")) == {"to-review": [7], "extensions": [4]}, "the originator approves"
    told = {name: found.notes for name in busy_office.people if (found := of(busy_office, name)) and any("others" in note for note in found.notes)}
    gave = {"王建国": ("Overdue of what 王建国 gave to others: 2; see officecli overdue 'by:\"王建国\"'",)}
    assert told == {head: (f"Overdue with others in {unit}: 1; see officecli digest --for {unit}",) for head, unit in HEADS} | gave
    with busy_office.reading() as read:
        for narrowed in (Filters(unit=("机要科",)), Filters(urgency="urgent"), Filters(as_of="2026-11-22")):
            found = digest.report(read, narrowed, for_="李明")
            assert found is not None
            assert found.notes == (), "the digest of the unit is of all items, and of today"
    assert sections(of(busy_office, "赵丽")) == {"extensions": [4]}, "so may the lead's direct superior, who grants but does not close"


def test_what_one_gave_to_others_is_counted_where_it_is_overdue(busy_office: Staged) -> None:
    giver = "Ana Silva"
    with busy_office.changing() as change:
        late = change.get(Item, change.read.value("SELECT id FROM item WHERE serial = 1"))
        change.set(late, "edit", originator_id=busy_office.people[giver])
    found = of(busy_office, giver)
    assert found is not None
    assert f"Overdue of what {giver} gave to others: 1; see officecli overdue 'by:\"{giver}\"'" in found.notes
    assert found.empty == f"Nothing that is {giver}'s own to do is overdue, due soon, unsigned or waiting."
    assert not any("gave to others" in note for head, _unit in HEADS for one in [of(busy_office, head)] if one for note in one.notes)


@pytest.mark.parametrize("end", ["closed", "cancelled"])
def test_an_ended_item_asks_for_no_extension_any_more(busy_office: Staged, end: str) -> None:
    with busy_office.changing() as change:
        item = change.get(Item, change.read.value("SELECT id FROM item WHERE serial = 4"))
        change.set(item, "close", status=end, **{end: change.day})
    assert "extensions" not in sections(of(busy_office, "office"))
    with busy_office.reading() as read:
        extensions = next(part for part in parts(read, item.id) if part.title == "Extensions")
        assert extensions.lines[0][1].endswith("→ the item ended on 2026-11-23, before an answer")
    with busy_office.reading(date(2026, 11, 22)) as read:
        assert sections(digest.report(read, Filters(), for_="office"))["extensions"] == [4], "as it stood the day before"


def test_a_part_that_is_done_asks_for_nothing_more(busy_office: Staged) -> None:
    from officecli.model.items import Support

    with busy_office.changing() as change:
        part = change.read.value("SELECT id FROM support WHERE part = :part", part="提供数据")
        change.set(change.get(Support, part), "part", done=change.day)
    assert sections(of(busy_office, "欧阳修文")) == {"due-soon": [6]}


def test_whom_others_wait_for_sees_it(busy_office: Staged) -> None:
    with acting(busy_office.place, "wait", "钱进") as act:
        wait_for(act, "2026-002", "张三", "缺数据")
    found = of(busy_office, "张三")
    assert sections(found)["waited-for"] == [2]
    assert found is not None
    row = next(row for row in found.rows if row["section"] == "waited-for")
    assert (row["lead"], row["since"], row["reason"]) == ("钱进", "2026-11-23", "缺数据")
    whole = of(busy_office, "office")
    assert "waiting" not in sections(whole), "the office sees it once"
    assert marks(whole) | {2: ["returned", "waiting"], 6: ["waiting"]} == marks(whole)
    assert "waited-for" not in sections(of(busy_office, "钱进"))
    with acting(busy_office.place, "wait", "钱进") as act:
        wait_over(act, "2026-002")
    assert "waited-for" not in sections(of(busy_office, "张三"))


def test_for_a_unit_what_is_led_in_it(busy_office: Staged) -> None:
    assert sections(of(busy_office, "机要科")) == {"to-review": [7]}
    assert of(busy_office, "主任室", quiet=True) is None
    empty = of(busy_office, "主任室")
    assert empty is not None
    assert (empty.rows, empty.empty) == ((), "Nothing is overdue, due soon, unsigned or waiting.")


def test_nobody_of_that_name(busy_office: Staged) -> None:
    with pytest.raises(NotFound) as error:
        of(busy_office, "张三丰")
    assert "张三" in error.value.fix


def test_long_sections_are_cut_for_readers_only(sqlite_url: str, at: Callable[[str], None]) -> None:
    at("2026-11-02T00:30")
    office = by_row.office(sqlite_url)
    with office.changing() as change:
        for number in range(11):
            item = by_row.new_item(change, office.people, f"事项{number}", "张三", date(2026, 11, 3))
            by_row.sign(change, item)
    at("2026-11-23T02:00")
    with office.reading() as read:
        short, whole = digest.report(read, Filters()), digest.report(read, Filters(limit=0))
    assert short is not None
    assert whole is not None
    assert (len(short.rows), short.total, short.group_totals) == (8, 11, {"overdue": 11})
    assert len(whole.rows) == 11


def test_soon_is_counted_in_working_days(busy_office: Staged, at: Callable[[str], None]) -> None:
    at("2026-11-18T02:00")  # a Wednesday: three working days on is Monday
    assert sections(of(busy_office, "office"))["due-soon"] == [2, 5, 11]
    at("2026-11-20T02:00")
    assert sections(of(busy_office, "office"))["due-soon"] == [5, 11, 6]


def test_as_of_a_past_day(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        assert sections(digest.report(read, Filters(as_of="2026-11-09"))) == {"unsigned-late": [2], "unsigned": [5, 6, 7]}


def test_today_says_what_the_morning_asks_for(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = today.report(read, Filters())
    assert sections(found) == {
        "due-today": [5, 11],
        "to-review": [7],
        "extensions": [4],
    }
    assert marks(found) == {5: ["unsigned-late"], 11: ["unsigned", "issued-today"]}
    assert found.headline == "2 items are due today; 2 items are overdue."


def test_the_columns_are_the_same_on_a_morning_on_which_nobody_is_told_of_anything(busy_office: Staged) -> None:
    nothing_told = {tuple(column.key for column in found.columns) for name in busy_office.people if (found := of(busy_office, name))}
    assert len(nothing_told) == 1
    assert {"cause", "told_by", "told_for"} < {*nothing_told.pop()}


def test_an_item_stands_once_whatever_is_so_of_it(store_url: str, at: Callable[[str], None]) -> None:
    at("2026-11-02T00:30")
    office = by_row.office(store_url)
    with office.changing() as change:
        for number in range(5):
            by_row.new_item(change, office.people, f"事项{number}", "张三", date(2026, 11, 20))
    at("2026-11-23T02:00")
    for as_of in ("", "2026-11-20", "2026-11-19"):
        for limit in (0, 3):
            with office.reading() as read:
                for module in (digest, today):
                    found = module.report(read, Filters(as_of=as_of, limit=limit))
                    assert found is not None
                    assert len({row["number"] for row in found.rows}) == len(found.rows) == (limit or 5)
                    assert found.total == 5
                    assert found.summary["unsigned-late"] == 5
    with office.reading() as read:
        late, same_day, day_before = (
            digest.report(read, Filters(as_of=as_of, source="", limit=1)) for as_of in ("2026-11-23", "2026-11-20", "2026-11-19")
        )
    assert [list(sections(found)) for found in (late, same_day, day_before)] == [["overdue"], ["due-today"], ["due-soon"]]
    assert [marks(found)[1] for found in (late, same_day, day_before)] == [["unsigned-late"]] * 3


def test_filters_of_text_leave_items_under_one_heading_too(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = digest.report(read, Filters(text="清理"))
    assert sections(found) == {"due-today": [5]}
    assert marks(found) == {5: ["unsigned-late"]}


def test_files_for_programs_say_all_that_a_mark_knows(busy_office: Staged) -> None:
    from io import StringIO

    from officecli.formats import as_csv, as_json, as_md
    from officecli.formats.out.page import Page

    found = of(busy_office, "office")
    assert found is not None
    written = {}
    for format_ in (as_csv, as_json, as_md):
        stream = StringIO()
        format_.write(found, stream, Page())
        written[format_.__name__.rpartition("_")[2]] = next(line for line in stream.getvalue().splitlines() if "2026-006" in line)
    assert "waiting 2026-11-16 省厅: 缺数据" in written["csv"]
    assert '"also": [{"section": "waiting", "since": "2026-11-16", "who": "省厅", "reason": "缺数据"}]' in written["json"]
    assert "| waiting |" in written["md"]


def test_who_stands_in_finds_what_the_absent_person_leads(office_url: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(office_url, at)
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due today")
    office.done("吴芳", "add 座椅更换 --lead 陈静 --due 7-8")
    office.done("陈静", "add 私事 --kind personal --due 7-7")
    assert "ack 2026-001" not in office.done("李娜", "digest --for me")
    office.done("陈静", "away me 7-7 培训 --stand-in 李娜")
    told = office.done("李娜", "digest --for me")
    assert "1 due today, 1 due soon" in told
    assert "ack 2026-001" in told
    assert "私事" not in told
    assert "电梯摸底" in office.done("陈静", "digest --for me"), "and so does who is away"
    office.done("李娜", "ack 2")
    assert "submit 2026-002" in office.done("李娜", "digest --for me")
    at("2026-07-08T02:00")
    assert "submit 2026-002" not in office.done("李娜", "digest --for me")
