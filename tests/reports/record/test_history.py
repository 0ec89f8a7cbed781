"""The last acts are those at the end of all of them, though found by another way, for whoever is shown everything and whoever is not."""

from __future__ import annotations

import pytest

from officecli.reports.record.trail_lines import trail_lines
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.small_office import Office, office
from stage.tampering import by_hand, drop_guards

__all__ = ["office"]


@pytest.fixture
def complained(office: Office) -> Office:
    """Two items, and a complaint between them of which 李娜 and 王强 are shown nothing."""
    office.done("李娜", "add 节日值班表 --lead 陈静 --due 2026-07-31")
    office.done(
        "陈静", "request raise 排班不公 --item 1 --tried 总排节假日 --recommend 调整排班表 --to 吴芳 --exception complaint --reason 不公平对待"
    )
    office.done("李娜", "add 通讯录 --lead 陈静 --support 王强:核对 --due 2026-07-31")
    office.done("王强", "part 2 王强 done")
    return office


@pytest.mark.parametrize("who", ["陈静", "李娜", "王强"])
def test_the_last_acts_are_the_end_of_all_acts(complained: Office, who: str) -> None:
    with reading(place(complained.url)) as read:
        read.as_name = who
        every, many = trail_lines(read)
        for limit in (1, 2, 3, 4, 5, many, many + 1):
            last, total = trail_lines(read, limit=limit)
            assert total == many
            assert last == every[-len(last) :]
            assert {line.first for line in every[-limit:]} <= {line.first for line in last}
        assert ("raise" in {line.verb for line in every}) == (who == "陈静")


def test_a_request_about_an_item_is_one_line_since_what_it_adds_of_no_item_says_nothing(complained: Office) -> None:
    with reading(place(complained.url)) as read:
        read.as_name = "陈静"
        lines = [(line.numbers, line.told) for line in trail_lines(read)[0] if line.verb == "raise"]
    assert [numbers for numbers, _told in lines] == [("2026-001",)]


def test_history_says_what_a_request_asked_what_was_answered_and_into_what_an_item_was_split(complained: Office) -> None:
    complained.done("陈静", 'request raise 1 "已问过两家；建议取第二家"')
    assert "已答复：作出批示 · 暂缓购置。" in complained.done("李娜", "request answer 2 暂缓购置 --lang zh")
    complained.done("陈静", "request raise --item 2 --tried 已核对 --recommend 再印一版")
    assert "已答复：同意，下月再印。" in complained.done("李娜", "request answer 3 同意，下月再印。 --lang zh")
    complained.done("李娜", "split 2 核对号码 --lead 李娜 --due 2026-07-20")
    first, second = (complained.done("陈静", f"history {n} --format csv --lang zh") for n in (1, 2))
    assert "Q2026-002 · 已做工作：已问过两家 · 倾向性意见：取第二家" in first
    assert "Q2026-002 · 作出批示 · 暂缓购置" in first
    assert "Q2026-003 · 同意，下月再印。" in second
    assert "2026-003 核对号码" in second
    assert "倾向性意见：再印一版" in complained.done("陈静", "show 2 --lang zh")
    assert "倾向性意见：调整排班表" in first
    assert "调整排班表" not in complained.done("王强", "history 1 --format csv --lang zh"), "a complaint is kept from whom it is kept"


def test_a_bulletin_leaves_no_gap_where_a_table_of_it_has_nothing(complained: Office) -> None:
    complained.at("2026-08-20T01:00")
    assert "\n\n\n\n" not in complained.done("李娜", "bulletin")


def test_a_day_or_a_span_shows_what_was_recorded_then(complained: Office) -> None:
    """`history 昨天` was answered with no such item; of a week its weekend counts too, and of the month that runs the days that were."""
    complained.at("2026-07-11T10:00")
    complained.done("陈静", "note 1 周六补记 --on 昨天")
    complained.at("2026-07-13T10:00")
    told = {
        words: ("周六补记" in (shown := complained.done("陈静", f"history {words}")), "通讯录" in shown)
        for words in ("昨天", "周六", "上周", "7月", "本月", "--since 周六", "--until 周五", "1 --since 7月11日 --until 7月11日", "--since 今天")
    }
    assert told == {
        **dict.fromkeys(("周六", "--since 周六", "1 --since 7月11日 --until 7月11日"), (True, False)),
        **dict.fromkeys(("上周", "7月", "本月"), (True, True)),
        **dict.fromkeys(("昨天", "--since 今天"), (False, False)),
        "--until 周五": (False, True),
    }
    assert "节日值班表" in complained.done("陈静", "history 节日")
    for day, words in (("2026-10-09", "本周"), ("2026-10-12", "上周"), ("2026-10-12", "'last week'")):  # days of both are off
        complained.at(f"{day}T01:00")
        assert "from 2026-10-05 · until 2026-10-11" in complained.done("陈静", f"history {words}").partition("\n")[0], (day, words)
    for words, from_, until in (
        ("国庆", "10-01", "10-07"),
        ("国庆节前", "09-30", "09-30"),
        ("--since 国庆", "10-01", ""),
        ("教师节", "09-10", "09-10"),
    ):
        shown = complained.done("陈静", f"history {words}").partition("\n")[0]
        assert (f"from 2026-{from_}" in shown, f"until 2026-{until or '1'}" in shown) == (True, bool(until)), shown


def test_a_day_is_found_where_a_hand_took_entries_out(complained: Office) -> None:
    """Looked for by halves, it came upon no entry, and history broke off where most is asked of it."""
    with by_hand(place(complained.url), keep=True) as hand:
        drop_guards(hand, place(complained.url))
        (last,) = hand.execute("SELECT MAX(seq) FROM trail").fetchone()
        hand.execute(f"DELETE FROM trail WHERE seq > 2 AND seq < {last - 1}")
    assert "did a part" in complained.done("陈静", "history 今天")
    assert "Nothing was recorded then." in complained.done("陈静", "history 昨天")
