"""The language of filters, asked of a store: what it finds is what plain Python finds, on both engines; what is meant is never guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from officecli.errors import BadInput, NotFound
from officecli.model.items import Label
from officecli.model.names import name_key
from officecli.model.office.organisation import Person
from officecli.reports.items import ledger, overdue
from officecli.reports.items import list as open_items
from officecli.reports.items.item_rows import by_ids, ids, sift
from officecli.reports.shape.chosen import Chosen, has
from officecli.reports.shape.filters import Filters, choose
from officecli.store.read.reader import Reader
from officecli.typed.meant import Several
from stage import by_row
from stage.by_row import Staged
from stage.random_days import History

Row = dict[str, Any]
Holds = Callable[[Row], bool]

TODAY = date(2026, 10, 12)


def leaf(random: Random, people: list[str], units: list[str]) -> tuple[str, Holds]:
    """Something to ask for, and the same in Python."""
    name, unit, label = random.choice(people), random.choice(units), random.choice(("民生", "Budget"))
    day = TODAY + timedelta(days=random.randrange(-30, 20))
    other = day + timedelta(days=random.randrange(6))
    n = random.randrange(6)
    word = random.choice(("电梯", "接待", "second-quarter", "周涛"))
    iso, later = day.isoformat(), other.isoformat()
    return random.choice(
        (
            (f'lead:"{name}"', lambda row: row["lead"] == name),
            (f"牵头：“{name}”，{people[-1]}", lambda row: row["lead"] in (name, people[-1])),
            (f"unit:{unit}", lambda row: row["unit"] == unit),
            (f'support:"{name}"', lambda row: name in row["supporting"]),
            (f'person:"{name}"', lambda row: name in row["supporting"] or row["lead"] == name),
            (f"due:<{iso}", lambda row: row["due"] is not None and row["due"] < iso),
            (f"时限:≥{iso}", lambda row: row["due"] is not None and row["due"] >= iso),
            (f"due:{iso}..{later}", lambda row: row["due"] is not None and iso <= row["due"] <= later),
            (f"closed:>{iso}", lambda row: row["closed"] is not None and row["closed"] > iso),
            (f"submitted:<={iso}", lambda row: row["first_submitted"] is not None and row["first_submitted"] <= iso),
            ("closed:none", lambda row: row["closed"] is None),
            (f"late:>{n}", lambda row: row["working_days_late"] is not None and row["working_days_late"] > n),
            (f"剩余:{n}..{n + 3}", lambda row: row["working_days_left"] is not None and n <= row["working_days_left"] <= n + 3),
            (f"left:-{n}..2", lambda row: -n <= signed(row) <= 2),
            ("left:<0", lambda row: signed(row) < 0),
            ("progress:>=50%", lambda row: row["percent"] is not None and row["percent"] >= 50),
            ("rating:4", lambda row: row["rating"] == 4),
            ("rating:none", lambda row: row["rating"] is None),
            ("is:overdue", lambda row: row["overdue"] == 1),
            ("是:曾逾期", lambda row: row["on_time"] == 0),
            ("is:submitted", lambda row: row["state"] == "submitted"),
            ("状态:在办", lambda row: row["state"] not in ("closed", "cancelled")),
            ("status:registered,issued", lambda row: row["state"] in ("registered", "issued")),
            ("light:red,黄", lambda row: row["light"] in ("red", "yellow")),
            ("urgency:加急", lambda row: row["urgency"] == "urgent"),
            (f"+{label.upper()}", lambda row: label in row["labelled"]),
            (f"-{label}", lambda row: label not in row["labelled"]),
            ("label:none", lambda row: not row["labelled"]),
            ("is:waiting", lambda row: row["wait_id"] is not None and row["status"] in ("issued", "in-hand")),
            ("is:extension-asked", lambda row: row["pending_extension_id"] is not None and row["status"] not in ("closed", "cancelled")),
            (f"prods:>={n}", lambda row: row["prods"] >= n),
            (f'"{word}"', lambda row: any(word in (row[key] or "").casefold() for key in ("title", "lead"))),
            (f"title:{word}", lambda row: word in row["title"].casefold()),
        )
    )


def signed(row: Row) -> float:
    """The days left of an item in hand, below 0 those that it is late, be it by no working day."""
    left = (-row["working_days_late"] or -0.5) if row["overdue"] else row["working_days_left"]
    return float("nan") if left is None else left


def anything(random: Random, people: list[str], units: list[str], depth: int = 0) -> tuple[str, Holds]:
    """A filter, and the same in Python."""
    kind = random.choice(("leaf", "not", "all", "any")) if depth < 3 else "leaf"
    if kind == "leaf":
        return leaf(random, people, units)
    (one, holds), (other, also) = (anything(random, people, units, depth + 1) for _ in range(2))
    if kind == "not":
        return random.choice(("not ({})", "非（{}）", "-({})")).format(one), lambda row: not holds(row)
    if kind == "all":
        return random.choice(("({} {})", "({} 且 {})")).format(one, other), lambda row: holds(row) and also(row)
    return random.choice(("({} or {})", "（{} 或 {}）")).format(one, other), lambda row: holds(row) or also(row)


def plain_rows(read: Reader) -> list[Row]:
    """Every item with all that is asked of it, read without any filter."""
    seen = sift(read, Chosen())
    whole = by_ids(read, [row["id"] for row in seen])
    counted = {
        row["item_id"]: row["n"]
        for row in read.rows("SELECT item_id, COUNT(*) AS n FROM prod WHERE day <= :as_of GROUP BY item_id", as_of=read.as_of.isoformat())
    }
    return [
        {
            **row,
            "percent": whole[row["id"]]["percent"],
            "rating": whole[row["id"]]["rating"],
            "supporting": {one["name"] for one in whole[row["id"]]["supports"]},
            "labelled": (whole[row["id"]]["labels"] or "").split("; ") if whole[row["id"]]["labels"] else [],
            "prods": counted.get(row["id"], 0),
        }
        for row in seen
    ]


def test_what_is_found_is_what_plain_python_finds(store_url: str, at: Callable[[str], None]) -> None:
    at("2026-09-01T00:30")
    random = Random(11)
    history = History(by_row.office(store_url), random)
    history.live(14, date(2026, 9, 1), lambda _history: {})
    with history.office.changing() as change:
        for item in history.items[::2]:
            label = random.choice(("民生", "Budget"))
            change.add(Label, "edit", item_id=item, name=label, name_key=label.casefold())
    at(f"{TODAY}T02:00")
    with history.office.reading() as read:
        people = sorted(history.office.people)
        units = [
            row["name"]
            for row in read.rows("SELECT name FROM unit WHERE id NOT IN (SELECT parent_id FROM unit WHERE parent_id IS NOT NULL) ORDER BY id")
        ]
        for day in ("", "2026-09-25"):
            found = 0
            turns = (60 if not day else 15) // (1 if read.engine == "sqlite" else 2)
            for _turn in range(turns):
                typed, holds = anything(random, people, units)
                chosen = choose(read, Filters(text=typed, as_of=day))
                wanted = sorted(row["id"] for row in plain_rows_of(read, day) if holds(row))
                assert sorted(ids(read, chosen)) == wanted, typed
                found += len(wanted) > 0
            assert found > turns // 2, "filters that find nothing prove nothing"


_PLAIN: dict[tuple[int, str], list[Row]] = {}


def plain_rows_of(read: Reader, day: str) -> list[Row]:
    """The same, read once for each day."""
    key = (id(read), day)
    if key not in _PLAIN:
        _PLAIN[key] = plain_rows(read)
    return _PLAIN[key]


def found(office: Staged, typed: str, where: str = "", **more: Any) -> list[str]:
    """The numbers that the ledger shows."""
    with office.reading() as read:
        return [row["number"][-3:] for row in ledger.report(read, Filters(text=typed, where=where, **more)).rows]


def test_a_week_or_a_third_of_a_month_is_all_of_its_days(busy_office: Staged) -> None:
    for named, days in (
        ("2026-W46", "2026-11-09..2026-11-15"),
        ("week of November 11", "2026-11-09..2026-11-15"),
        ("11月上旬", "2026-11-01..2026-11-10"),
    ):
        assert found(busy_office, f'issued:"{named}"') == found(busy_office, f"issued:{days}") != [], named


def test_the_list_shows_what_is_open_unless_a_state_is_named(busy_office: Staged) -> None:
    def listed(typed: str) -> tuple[str, list[str]]:
        with busy_office.reading() as read:
            report = open_items.report(read, Filters(text=typed, sort="number"))
            return report.title, [row["number"][-3:] for row in report.rows]

    assert listed("lead:周涛") == ("Open items", ["007"])
    assert listed("lead:周涛 rating:4") == ("Items", ["003"])
    assert listed("lead:周涛 (is:closed or is:open)") == ("Items", ["003", "007"])
    assert listed("is:cancelled") == ("Items", ["009"])
    open_ones = listed("")
    assert open_ones[0] == "Open items"
    for denied in ("-is:closed", "not status:cancelled", "非 办结:2026-11", "not (is:closed 钱进)", "-is:late or is:overdue"):
        title, numbers = listed(denied)
        assert title == "Open items", denied
        assert set(numbers) <= set(open_ones[1]) - {"003", "009"}, denied
    assert listed("-is:submitted")[1] == [one for one in open_ones[1] if one not in listed("is:submitted")[1]]
    assert listed("not (-is:closed)") == listed("is:closed"), "what is denied twice is said"


def test_a_text_behind_a_value_is_a_text(busy_office: Staged) -> None:
    for value in ("lead:钱进", "due:<2027-01-01", "is:open", "late:>=0"):
        assert found(busy_office, f"{value} 电梯") == found(busy_office, f'{value} "电梯"') == ["002"], value
    with pytest.raises(BadInput) as refused:
        found(busy_office, "+Budget -民生 事项 unit:综合 科")
    assert "'unit:\"综合 科\"'" in refused.value.fix


def test_a_label_and_a_unit_may_hold_and(busy_office: Staged) -> None:
    with busy_office.changing() as change:
        item = change.read.value("SELECT MIN(id) FROM item")
        change.add(Label, "edit", item_id=item, name="Research and development", name_key=name_key("Research and development"))
    for typed in ("+research and development", "is:open +Research and development 报告"):
        with pytest.raises(BadInput, match="may be one") as refused:
            found(busy_office, typed)
        assert refused.value.fix.startswith("Write: '+\"")
    assert found(busy_office, '+"research and development"') == ["001"]
    assert found(busy_office, "+research and late:>0") == found(busy_office, "+research or +development") == []


def test_days_late_are_days_left_below_none(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        (late,) = (row["working_days_late"] for row in overdue.report(read, Filters(text="报告")).rows)
    assert found(busy_office, f"left:-{late}") == found(busy_office, f"left:−{late}天") == ["001"]
    assert found(busy_office, "left:<0") == found(busy_office, "is:overdue") == ["001", "002"], "002 by no working day"
    assert found(busy_office, "left:-1..0 is:overdue") == ["002"] != found(busy_office, "left:0")
    with pytest.raises(BadInput, match="late: takes a number"):
        found(busy_office, "late:-3")


def test_groups_turn_round_with_a_sign(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        ways = [[row["lead"] for row in open_items.report(read, Filters(group=group)).rows] for group in ("lead", "-lead")]
    assert list(dict.fromkeys(ways[1])) == list(dict.fromkeys(ways[0]))[::-1]


def test_text_and_where_both_hold_and_so_do_the_options(busy_office: Staged) -> None:
    assert found(busy_office, "lead:张三,钱进", "is:overdue") == ["001", "002"]
    assert found(busy_office, "来信 or 报告", "is:overdue", unit=("综合科",)) == ["001"]
    with busy_office.reading() as read:
        assert overdue.report(read, Filters(where="late:>5")).filters == {"where": "late:>5"}


def test_whoever_asks_is_me(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        read.as_name = "张三"
        for typed in ("lead:me", "is:mine", "牵头：本人", "是：我的", "lead:我"):
            assert [row["number"][-3:] for row in ledger.report(read, Filters(text=typed)).rows] == ["001", "005", "010"], typed


@pytest.mark.parametrize(
    ("typed", "kind", "what", "marked"),
    [
        ("is:open lead:nobody", NotFound, "Nobody here is called “nobody”.", "nobody"),
        ("单位:无此科", NotFound, "There is no unit “无此科”.", "无此科"),
        ("due:<blahday", BadInput, "“blahday” is not a date officecli understands.", "<blahday"),
        ("due:fri..mon", BadInput, "2026-11-27 is after 2026-11-23, so nothing can fit.", "fri..mon"),
        ("late:>many", BadInput, "late: takes a number, and “many” is none.", ">many"),
        ("is:overduee", BadInput, "is: does not take “overduee”.", "overduee"),
        ("light:pink", BadInput, "light: does not take “pink”.", "pink"),
        ("lead:李明 @none", BadInput, "There is no view @none.", "@none"),
        ("lead:Ana Silva 报告", BadInput, "Without quotes a value ends at a blank, and “Ana Silva” may be one.", "Ana Silva"),
        ("is:open due:<25 Dec", BadInput, "Without quotes a value ends at a blank, and “25 Dec” may be one.", "<25 Dec"),
        ("due:<=fri 5pm", BadInput, "Without quotes a value ends at a blank, and “fri 5pm” may be one.", "<=fri 5pm"),
        ("due:1 Dec..3 Dec", BadInput, "Without quotes a value ends at a blank, and “1 Dec..3 Dec” may be one.", "1 Dec..3 Dec"),
        ("status:in hand", BadInput, "Without quotes a value ends at a blank, and “in hand” may be one.", "in hand"),
        ("late:>3 days or 报告", BadInput, "Without quotes a value ends at a blank, and “3 days” may be one.", ">3 days"),
    ],
)
def test_what_is_not_known_is_refused_with_its_place(busy_office: Staged, typed: str, kind: type[Exception], what: str, marked: str) -> None:
    with pytest.raises(kind) as refused:
        found(busy_office, typed)
    assert getattr(refused.value, "what", "") == what
    _where, text, mark = getattr(refused.value, "why", "").splitlines()
    cells = "".join(char if char.isascii() else char + "\0" for char in text)
    assert cells[mark.index("^") : len(mark)].replace("\0", "") == marked


def test_a_name_that_may_mean_several_is_never_guessed(busy_office: Staged) -> None:
    with busy_office.changing() as change:
        post = change.read.value("SELECT post_id FROM person WHERE name = 'Ana Silva'")
        change.add(Person, "setup", name="Ana Souza", name_key="anasouza", post_id=post, joined=date(2020, 1, 1))
    with pytest.raises(Several) as refused:
        found(busy_office, "is:open lead:ana")
    assert refused.value.choices == ("Ana Silva", "Ana Souza")
    assert refused.value.why.splitlines()[-1] == "             ^^^"


def test_nothing_typed_gets_into_a_statement(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows = Reader.rows

    def listen(self: Reader, sql: str, values: Any = None, /, **more: Any) -> Any:
        asked.append(sql)
        return rows(self, sql, values, **more)

    monkeypatch.setattr(Reader, "rows", listen)
    evil = "x') OR 1=1 --"
    assert found(busy_office, f'+"{evil}" or title:"{evil}" or "{evil}" or due:2031-03-03 or late:>777') == []
    assert not [sql for sql in asked if "1=1" in sql or "2031" in sql or "777" in sql]


@pytest.mark.parametrize(("said", "text"), [
    ("cafe", "Café rules"), ("CAFÉ", "cafe\u0301 rules"), ("o'dell", "O’Dell’s desk"), ("O’Dell", "o'dell"), ("résumé", "RESUME"), ("abc", "ＡＢＣ"), ("督办", "督办单"),
])  # fmt: skip
def test_a_text_is_found_without_case_width_and_accents(said: str, text: str) -> None:
    assert has(said, ("title",))({"title": text})
    assert not has("x" + said, ("title",))({"title": text})
