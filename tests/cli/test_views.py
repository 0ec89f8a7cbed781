"""Filters under a name of one's own, and filters where numbers stand: as they are typed."""

from __future__ import annotations

import json

import pytest

from officecli import personal
from stage.filtered_office import listed, numbers, office
from stage.small_office import Office

__all__ = ["office"]


def test_a_view_stands_wherever_a_filter_does_and_in_other_views(office: Office) -> None:
    assert office.done("王强", "view save 急件 是:逾期 牵头:本人") == "Saved: @急件. 1 item fits now.\n"
    assert office.done("王强", "view save late 'is:overdue' --columns number,due --sort -due") == "Saved: @late. 2 items fit now.\n"
    assert office.done("王强", "view save both '@LATE or 档案'") == "Saved: @both. 3 items fit now.\n"
    assert numbers(office.done("王强", "list ＠急件 --format json")) == [1]
    assert numbers(office.done("刘洋", "list @急件 --format json")) == [2]
    assert listed(office, "list @both -lead:刘洋") == [1, 3]
    assert listed(office, "ledger -w '@both 电梯'") == [1]
    assert office.done("王强", "list @late").splitlines()[3:7] == [
        "number    deadline",
        "────────  ──────────",
        "2026-002  2026-07-09",
        "2026-001  2026-07-08",
    ]
    assert listed(office, "list @late --sort due") == [1, 2]
    assert "matter" in office.done("王强", "list @late --columns number,title")
    assert "matter" in office.done("王强", "list '@late lead:王强'")
    assert office.done("王强", "view show LATE") == "officecli view save late is:overdue --columns number,due --sort -due\n"


def test_a_view_is_kept_in_ones_own_file_with_its_comments_and_replaced_and_removed(office: Office) -> None:
    file = personal.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(
        '# mine\nlang = "en"\n\n[views]\nshort = "is:open"  # all of it\n\n[views.late]\n# on Mondays\nfilter = "is:overdue"\nsort = "due"\n',
        encoding="utf-8",
    )
    assert listed(office, "list @short") == [1, 2, 3, 4]
    assert office.done("王强", "view save @Late 'late:>5'") == "Saved in place of what it was: @late. 2 items fit now.\n"
    text = file.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# all of it" in text
    assert "# on Mondays" in text
    assert 'filter = "late:>5"' in text
    assert "sort" not in text
    assert office.done("王强", "view remove short") == "Removed: @short, which was is:open\n"
    assert [row["name"] for row in json.loads(office.done("王强", "view list --format json"))["rows"]] == ["@late"]
    assert "views" not in office.done("王强", "config --mine list")
    office.done("王强", "view remove late")
    assert "views" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "said", "code"),
    [
        ("list @nobody", "There is no view @nobody.", 2),
        ("view show lat", "Did you mean late?", 3),
        ("view save late 'laed:me'", "There is no key “laed”.", 2),
        ("view save late 'lead:nobody'", "Nobody here is called “nobody”.", 3),
        ("view save late '@late is:open'", "The view @late is made of itself.", 2),
        ("view save 'a b' is:open", "“a b” cannot be the name of a view.", 2),
        ("view save late is:open --columns beauty", "There is no column “beauty” here.", 2),
        ("view save late is:open --sort beauty", "Items cannot be sorted by “beauty”.", 2),
        ("view save late is:open --group title", "Items cannot be grouped by “title”.", 2),
    ],
)
def test_what_no_view_can_be_is_refused_and_nothing_written(office: Office, line: str, said: str, code: int) -> None:
    office.done("王强", "view save late is:overdue")
    before = personal.config_file().read_text(encoding="utf-8")
    assert said in office.type("王强", line)
    assert office.code == code
    assert personal.config_file().read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "text", ['[views.late]\nsort = "due"\n', "[views]\nlate = 3\n", '[views.late]\nfilter = "is:open"\ncolour = "red"\n', "[views\n"]
)
def test_a_file_that_is_broken_says_so(office: Office, text: str) -> None:
    file = personal.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    said = office.type("王强", "list @late")
    assert office.code == 2
    assert str(file) in said
    assert "views.late" in said or "not valid TOML" in said


def test_a_view_whose_columns_a_report_has_not_is_shown_as_usual_and_says_so(office: Office) -> None:
    office.done("王强", "view save late is:overdue --columns number,labels")
    assert "the columns of the view do not fit here" in office.done("王强", "upcoming @late --days 60")
    office.done("王强", "view save order is:overdue --sort lead,-due --group unit")
    assert "Ordered as usual" in office.done("王强", "ledger @order")
    assert "sorted by “lead”" in office.done("王强", "accountability -w @order")
    assert "Ordered as usual" not in office.done("王强", "list @order")
    assert "sorted by “due”" in office.type("王强", "accountability -w @order --sort due")
    assert office.code == 2


def test_rows_stand_in_the_order_and_under_the_headings_asked_for(office: Office) -> None:
    assert listed(office, "list --sort lead,-due") == [4, 2, 3, 1]
    assert listed(office, "list --group lead --sort -due") == [4, 2, 3, 1]
    for words in (
        "--sort owner,-deadline",
        "--sort 牵头,-时限",
        "--sort=负责人,-期限 --columns 编号,负责人,时限,逾期,办结",
    ):  # as filters and ledgers say it
        assert listed(office, f"list {words}") == [4, 2, 3, 1]
    assert office.done("张伟", "ledger --columns 编号,牵头人,办结 --format csv --lang zh").splitlines()[0] == "编号,牵头科室/责任人,销号日期"
    assert office.done("张伟", "list status:closed --columns number,closed --format csv").splitlines()[0].endswith("closed on")
    shown = office.done("张伟", "overdue --group lead --columns number,lead --limit 1 --lang zh")
    assert "刘洋（1）" in shown
    assert "王强（1 项中的" not in shown
    assert "刘洋（1）" in office.done("张伟", "overdue --group lead --columns number --limit 1 --lang zh"), "a heading is no column"
    assert office.done("张伟", "overdue --group lead --columns number --limit 1 --format csv").splitlines()[0] == "number"
    for line, said in (
        ("list --columns number,deu", "Did you mean due?"),
        ("list --columns=-deu", "Did you mean -due?"),
        ("list --sort dedline", "Did you mean deadline?"),
        ("list --group unt", "Did you mean unit?"),
        ("list --sort dat", "It takes one of: "),  # and neither days left nor days late
        ("list --sort=-name", "It takes one of: "),
        ("list --sort dead", "Did you mean deadline?"),  # which begins so, and not lead
        ("accountability --sort persn", "Did you mean person?"),
        ("requests --sort agge", "It takes one of: "),
    ):
        assert said in office.type("张伟", line), line
    assert "It has:" in office.type("张伟", "overdue --group kind")


def test_views_are_found_by_tab(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICECLI_DB", office.url)
    office.done("王强", "view save late is:overdue")
    office.done("张伟", "edit 1 +Finance")

    def offered(*line: str) -> list[str]:
        return [one.partition("\t")[0] for one in office.done("王强", f"completion words -- {len(line)} officecli {' '.join(line)}").splitlines()]

    assert offered("list", "@l") == ["@late"]
    assert offered("note", "@") == ["@late"]
    assert offered("view", "show", "l") == ["late"]
    assert offered("list", "is:ov") == ["is:overdue"]
    assert offered("list", "label:f") == ["label:Finance"]
    assert offered("edit", "1", "+f") == ["+Finance"]
    assert "lead:" in offered("list", "l")
