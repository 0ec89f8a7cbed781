"""Whom the rows of a ledger mean: people and sections here, and outside bodies with who follows them up."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.files.ledger.people.bodies import BodyOptions
from officecli.model.names import name_key
from officecli.model.office.organisation import Body, Unit
from officecli.reports.items.item_rows import BY_NUMBER, fetch
from officecli.reports.shape.chosen import Chosen
from officecli.standing.record.commands import undoable
from officecli.store.proof.verify import verify
from stage import by_row

pytestmark = pytest.mark.on_sqlite

Import = Callable[..., Imported]


@pytest.fixture
def office(store_url: str, at: Callable[[str], None]) -> by_row.Staged:
    """The staged office, which has two outside bodies: 钱进 follows up the first, nobody the second."""
    at("2026-11-23T01:00")
    office = by_row.office(store_url)
    with office.changing() as change:
        for name, follow_up in (("县水利局", office.people["钱进"]), ("城关镇", None)):
            change.add(Body, "body-add", name=name, name_key=name_key(name), follow_up_id=follow_up)
    return office


@pytest.fixture
def bring_in(office: by_row.Staged, tmp_path: Path) -> Import:
    """Imports rows, each with its matter, under these headings besides."""

    def bring(headings: Sequence[str], *rows: Sequence[str], follow_up: str = "", add: bool = False, **how: bool) -> Imported:
        path = tmp_path / "ledger.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["事项", *headings, "完成时限"], *([f"事项{n}", *row, "2026-12-01"] for n, row in enumerate(rows, 1))])
        return import_ledger(office.place, path, bodies=BodyOptions(follow_up, add), how=How(**how))

    return bring


def items(office: by_row.Staged) -> list[tuple[str, str | None, list[str]]]:
    """Lead, responsible body and supporters of every item."""
    with office.reading() as read:
        assert verify(read).faults == ()
        rows = fetch(read, Chosen(), order_by=BY_NUMBER, limit=0)[0]
    return [(row["lead"], row["body"], [one["name"] + (f"({one['part']})" if one["part"] else "") for one in row["supports"]]) for row in rows]


def problems(came: Imported) -> list[tuple[int, str]]:
    return [(one.row, one.reason) for one in came.problems]


@pytest.mark.parametrize(
    ("headings", "row", "found"),
    [
        (["责任单位"], ["县水利局"], ("钱进", "县水利局", [])),
        (["责任单位", "责任人"], ["县水利局", "李明"], ("李明", "县水利局", [])),
        (["主办", "责任科室/联系人"], ["县水利局", "综合科/李明"], ("李明", "县水利局", [])),
        (["责任单位", "责任人"], ["县水利局", "张水生"], ("钱进", "县水利局", ["县水利局/张水生"])),
        (["责任单位", "责任人", "配合单位"], ["县水利局", "张水生", "综合科"], ("钱进", "县水利局", ["李明", "县水利局/张水生"])),
        (["责任单位", "责任人"], ["县水利局、督查室", "赵丽"], ("赵丽", "县水利局", [])),
        (["责任单位", "责任人"], ["综合科", "县水利局"], ("李明", "县水利局", [])),
        (["责任单位", "责任人"], ["项目专班一", "李明"], ("李明", None, [])),
        (["责任人"], ["综合科长"], ("李明", None, [])),
        (["责任单位", "联系人"], ["城关镇", "张三"], ("张三", "城关镇", [])),
        (["责任人", "外单位"], ["李明", "城关镇"], ("李明", "城关镇", [])),
        (["责任人", "外单位"], ["", "县水利局"], ("钱进", "县水利局", [])),
        (["责任人", "外单位"], ["李明", "—"], ("李明", None, [])),
        (["责任人", "外单位"], ["李明", "n/a"], ("李明", None, [])),
        (["责任人", "外单位"], ["李明", "（待定）"], ("李明", None, [])),
        (["责任单位"], ["县水利局（李明）"], ("李明", "县水利局", [])),
        (["责任单位"], ["县水利局\n李明"], ("李明", "县水利局", [])),
        (["牵头单位", "配合单位"], ["县水利局", "城关镇、综合科"], ("钱进", "县水利局", ["李明", "城关镇"])),
        (["牵头单位", "配合单位"], ["综合科", "城关镇(征地)、县水利局、各乡镇"], ("李明", None, ["城关镇(征地)", "县水利局", "各乡镇"])),
        (["牵头单位"], ["由县水利局牵头，城关镇、综合科配合"], ("钱进", "县水利局", ["李明", "城关镇"])),
        (["责任单位", "责任人"], ["综合科、督查室", "李明"], ("李明", None, ["赵丽"])),
        (["责任单位", "责任人"], ["督查室、综合科", "李明"], ("李明", None, ["赵丽"])),
        (["责任单位"], ["督查室、综合科"], ("赵丽", None, ["李明"])),
        (["责任单位"], ["督查室（钱进）"], ("钱进", None, [])),
        (["责任单位"], ["督查室：钱进"], ("钱进", None, [])),
        (["责任单位"], ["督查室-钱进"], ("钱进", None, [])),
        (["责任人"], ["督查室、钱进"], ("钱进", None, [])),
        (["责任人"], ["钱进，督查室"], ("钱进", None, [])),
        (["责任人"], ["综合科、钱进"], ("李明", None, ["钱进"])),
        (["责任人"], ["督查室 责任人：钱进"], ("钱进", None, [])),
        (["责任人"], ["督查室（综合科配合）"], ("赵丽", None, ["李明"])),
        (["责任人"], ["A角：李明 B角：张三"], ("李明", None, ["张三"])),
        (["责任人"], ["李明科长 13800000000"], ("李明", None, [])),
        (["责任人"], ["Silva, Ana"], ("Ana Silva", None, [])),
        (["责任单位"], ["综合科按职责分工负责"], ("李明", None, [])),
        (["责任单位", "配合单位"], ["综合科", "各乡镇人民政府、有关单位"], ("李明", None, ["各乡镇人民政府、有关单位"])),
        (["责任人", "配合人"], ["李明", "张三 w/ Ana"], ("李明", None, ["张三", "Ana Silva"])),
        (["牵头单位", "配合"], ["县水利局", "李明跟办"], ("李明", "县水利局", [])),
        (["牵头单位", "配合"], ["县水利局", "李明（跟办）"], ("李明", "县水利局", [])),
        (["牵头单位", "配合"], ["县水利局", "由李明负责跟办；张三（核稿）"], ("李明", "县水利局", ["张三(核稿)"])),
        (["牵头单位"], ["县水利局（李明跟办）"], ("李明", "县水利局", [])),
        (["牵头单位", "配合"], ["县水利局", "李明跟进；张三（核稿）"], ("李明", "县水利局", ["张三(核稿)"])),
        (["牵头单位", "配合"], ["县水利局", "李明对接"], ("李明", "县水利局", [])),
        (["牵头单位", "配合"], ["督查室", "李明对接"], ("赵丽", None, ["李明(对接)"])),
        (["牵头单位"], ["县水利局，李明跟进"], ("李明", "县水利局", [])),
        (["责任人"], ["县水利局（盯办：李明）"], ("李明", "县水利局", [])),
        (["责任人"], ["县水利局（我局跟进人：李明）"], ("李明", "县水利局", [])),
        (["责任人"], ["县水利局（由李明对接）"], ("李明", "县水利局", [])),
        (["责任人"], ["县水利局（我方：李明）"], ("李明", "县水利局", [])),
        (["责任人"], ["县水利局（跟进：综合科）"], ("李明", "县水利局", [])),
        (["责任人"], ["县水利局（对方：李明）"], ("钱进", "县水利局", [])),
        (["责任人"], ["县水利局（原跟进：李明）"], ("钱进", "县水利局", [])),
        (["责任人"], ["县水利局（李明不再跟进）"], ("钱进", "县水利局", [])),
        (["责任人"], ["督查室（跟进：李明）"], ("赵丽", None, [])),
    ],
)
def test_who_leads_and_which_body_does_it(
    office: by_row.Staged, bring_in: Import, headings: list[str], row: list[str], found: tuple[str, str | None, list[str]]
) -> None:
    came = bring_in(headings, row)
    assert problems(came) == []
    assert items(office) == [found]


def test_no_body_is_entered_for_what_says_that_there_is_none(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(["责任人", "外单位"], ["李明", "-"], ["李明", "TBD"], ["李明", "县林业局"], follow_up="李明", add=True)
    assert problems(came) == []
    assert [body for _lead, body, _supports in items(office)] == [None, None, "县林业局"]


@pytest.mark.parametrize(
    ("headings", "row", "reason", "fix"),
    [
        (["责任单位"], ["县林业局"], "“县林业局” is no unit of this office and no outside body on record.", 'officecli body add "县林业局"'),
        (["责任单位"], ["城关镇"], "Nobody here is named who follows up 城关镇.", "--follow-up PERSON"),
        (["责任单位"], ["县水力局"], "“县水力局” is no unit of this office and no outside body on record.", "Did you mean 县水利局?"),
        (["责任单位"], ["机要室科"], "“机要室科” is no unit of this office and no outside body on record.", "Did you mean 机要科?"),
        (["责任单位", "责任人"], ["督察室", "钱进"], "钱进 is in 督查室, not in 督察室.", "Write 督查室/钱进"),
        (["责任单位", "责任人"], ["综合科", "钱进"], "钱进 is in 督查室, not in 综合科.", "Write 督查室/钱进"),
        (["责任单位"], ["督查室（赵明）"], "Nobody here is called “督查室/赵明”.", "Name somebody of 督查室"),
        (["责任单位", "责任人"], ["督查室", "钱劲"], "Nobody here is called “督查室/钱劲”.", "Did you mean 钱进?"),
        (["责任人"], ["郑水生"], "Nobody here is called “郑水生”.", "name who follows it up here"),
        (["责任人", "配合人"], ["李明", "张三提供数据"], "Nobody here is called “张三提供数据”.", "Did you mean 张三（提供数据）?"),
        (["责任人"], ["各科室"], "The lead must be one person, not everybody.", "Name the one person"),
        (["责任人", "配合人"], ["李明、张三", ""], "2 names stand where one person leads.", "Leave the one who leads"),
        (
            ["责任人", "配合人"],
            ["由督查室牵头，综合科、机要科分别负责", ""],
            "Each of several is to do this by itself, and an item has one lead.",
            "Write a row for each",
        ),
    ],
)
def test_what_leaves_a_doubt_is_a_bad_row(
    office: by_row.Staged, bring_in: Import, headings: list[str], row: list[str], reason: str, fix: str
) -> None:
    came = bring_in(headings, row, add=reason.startswith("“") and "Did you mean" in fix)
    assert (2, reason) in problems(came)
    assert fix in next(one.fix for one in came.problems if one.reason == reason)
    assert items(office) == []


def test_a_body_that_is_entered_is_led_by_who_is_said_to_follow_it_up(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(["责任人", "配合人"], ["县林业局（盯办：李明）", "张三"], ["县公安局（我方跟进：赵丽）", ""], add=True)
    assert problems(came) == []
    assert items(office) == [("李明", "县林业局", ["张三"]), ("赵丽", "县公安局", [])]


def test_a_trial_shows_the_body_and_how_the_lead_came_to_be(bring_in: Import) -> None:
    came = bring_in(["责任单位", "配合单位"], ["县水利局", "城关镇(征地)"], ["李明同志", ""], ["综合科", ""], dry_run=True)
    shown = [(one.lead, one.body, [two["name"] for two in one.supports], one.inferred["lead"]) for one in came.readings]
    assert shown == [
        ("钱进", "县水利局", ["城关镇"], "who follows the body up here"),
        ("李明", "", [], "the name in another form"),
        ("李明", "", [], "the head of the section"),
    ]


def test_somebody_named_follows_up_where_nothing_else_says_who(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(["责任单位"], ["城关镇"], ["县水利局"], follow_up="赵丽")
    assert problems(came) == []
    assert items(office) == [("赵丽", "城关镇", []), ("钱进", "县水利局", [])]
    assert "Outside bodies, and who follows them up here: 城关镇 → 赵丽 (row 2), 县水利局 → 钱进 (row 3)." in came.notes


def test_who_is_to_follow_up_must_be_somebody(bring_in: Import) -> None:
    with pytest.raises(BadInput) as refused:
        bring_in(["责任单位"], ["城关镇"], follow_up="赵莉莉")
    assert refused.value.what == "Nobody here is called “赵莉莉”."


def test_new_bodies_are_entered_once_and_said(office: by_row.Staged, bring_in: Import) -> None:
    rows = (["县林业局", "城关镇"], ["县林业局", "县公安局（警力）"], ["", ""])
    came = bring_in(["责任单位", "配合单位"], *rows, follow_up="赵丽", add=True, dry_run=True)
    assert "New outside bodies: 县林业局 (rows 2, 3), 县公安局 (row 3)." in came.notes
    assert items(office) == []
    bring_in(["责任单位", "配合单位"], *rows, follow_up="赵丽", add=True, skip_bad=True)
    assert items(office) == [("赵丽", "县林业局", ["城关镇"]), ("赵丽", "县林业局", ["县公安局(警力)"])]
    with office.reading() as read:
        assert [
            tuple(row.values()) for row in read.rows("SELECT name, follow_up_id FROM body WHERE id > (SELECT MIN(id) + 1 FROM body) ORDER BY id")
        ] == [
            ("县林业局", office.people["赵丽"]),
            ("县公安局", office.people["赵丽"]),
        ]


def test_who_leads_all_that_a_new_body_does_follows_it_up(office: by_row.Staged, bring_in: Import) -> None:
    rows = ["县林业局", "赵丽"], ["县林业局", "赵丽"], ["县公安局", "赵丽"], ["县公安局", "钱进"]
    bring_in(["责任单位", "责任人"], *rows, add=True)
    with office.reading() as read:
        sql = "SELECT name, follow_up_id FROM body WHERE id > (SELECT MIN(id) + 1 FROM body) ORDER BY id"
        assert [tuple(row.values()) for row in read.rows(sql)] == [("县林业局", office.people["赵丽"]), ("县公安局", None)]
        importer = read.value("SELECT actor_id FROM trail WHERE verb = 'import' LIMIT 1")
        assert next(undoable(read, importer)).verb == "import"  # and no “enter an outside body”


def test_no_body_is_made_of_a_bad_row(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(["责任单位"], ["县林业局"], add=True, skip_bad=True)
    assert [reason for _row, reason in problems(came)] == ["Nobody here is named who follows up 县林业局."]
    with office.reading() as read:
        assert read.value("SELECT COUNT(*) FROM body") == 2


def test_who_has_left_follows_nothing_up(office: by_row.Staged, bring_in: Import) -> None:
    from datetime import date

    from officecli.model.office.organisation import Person

    with office.changing() as change:
        change.set(change.get(Person, office.people["钱进"]), "person-leave", left_on=date(2026, 11, 20))
    assert [reason for _row, reason in problems(bring_in(["责任单位"], ["县水利局"]))] == ["Nobody here is named who follows up 县水利局."]


def test_a_supporter_who_is_somebody_here_by_the_sound_is_asked_after(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(["责任人", "配合人"], ["李明", "赵莉（会务）"], ["李明", "县水利局/赵莉（会务）"])
    assert [(one.row, one.reason, one.fix) for one in came.problems] == [(2, "Nobody here is called “赵莉”.", "Did you mean 赵丽?")]


def test_of_several_who_sound_alike_all_are_asked_after(office: by_row.Staged, bring_in: Import) -> None:
    from officecli.model.office.organisation import Person

    with office.changing() as change:
        post = change.get(Person, office.people["钱进"]).post_id
        for name in ("江力", "江丽"):
            change.add(Person, "person-add", name=name, name_key=name_key(name), post_id=post)
    assert [one.fix for one in bring_in(["责任单位", "责任人"], ["督查室", "江立"]).problems] == ["Did you mean 江力, 江丽?"]


def test_a_section_that_nobody_heads_holds_up_no_row_it_supports(office: by_row.Staged, bring_in: Import) -> None:
    """Last month's ledger comes again after its head has left: what it supports is registered as ever, what it leads has to wait for a name."""
    from datetime import date

    from officecli.model.office.organisation import Person

    with office.changing() as change:
        change.set(change.get(Person, office.people["李明"]), "person-leave", left_on=date(2026, 11, 20))
    came = bring_in(["牵头人", "配合单位"], ["赵丽", "综合科"], ["综合科", ""], skip_bad=True)
    assert [(one.row, one.value) for one in came.problems] == [(3, "综合科")]
    assert "Kept as text, for it is not said who it is: It is not clear who heads 综合科. Name the person (row 2)." in came.notes
    assert items(office) == [("赵丽", None, ["综合科"])]


def test_one_tasking_to_several_is_a_whole_and_a_part_for_each(office: by_row.Staged, bring_in: Import) -> None:
    """分别办理 never makes one lead and the others support; the whole is led by who gathers it in, and it is all here again the next time."""
    rows = (["综合科、县水利局分别办理", "否", "", "2"], ["督查室、机要科分办", "是", "2026-11-20", ""])
    headings = ("承办单位", "是否办结", "办结日期", "编号")
    refused = bring_in(headings, *rows, skip_bad=True)
    assert refused.bad == 2  # whoever imports is not of the staff
    assert "--follow-up" in refused.problems[0].fix
    came = bring_in(headings, *rows, follow_up="赵丽")
    assert (came.read, came.good, came.written, came.problems) == (2, 2, True, [])
    with office.reading() as read:
        assert verify(read).faults == ()
        found = read.rows(
            """SELECT i.number, w.number AS whole, p.name, b.name AS body, i.status FROM item i JOIN person p ON p.id = i.lead_id
               LEFT JOIN item w ON w.id = i.parent_id LEFT JOIN body b ON b.id = i.body_id ORDER BY i.number"""
        )
        assert read.value("SELECT COUNT(*) FROM support") == 0
    assert [tuple(row.values()) for row in found] == [
        ("2026-002", None, "赵丽", None, "in-hand"),
        ("2026-003", None, "赵丽", None, "closed"),
        ("2026-004", "2026-002", "李明", None, "in-hand"),
        ("2026-005", "2026-002", "钱进", "县水利局", "in-hand"),
        ("2026-006", "2026-003", "赵丽", None, "closed"),
        ("2026-007", "2026-003", "孙强", None, "closed"),
    ]
    again = bring_in(headings, *rows, follow_up="赵丽")
    assert (len(again.here), again.good) == (2, 0)


def test_a_tick_behind_a_supporter_says_that_the_part_is_done_and_behind_others_is_kept(office: by_row.Staged, bring_in: Import) -> None:
    headings = ["责任人", "配合人"]
    bring_in(headings, ["李明", "张三（数据）✓、赵丽（图）"], ["李明√", "城关镇（提供数据）✓、王某某"], ["李明", "赵丽（图）"])
    with office.reading() as read:
        rows = fetch(read, Chosen(), order_by=BY_NUMBER, limit=0)[0]
    assert [[(one["name"], one["done"]) for one in row["supports"]][:2] for row in rows[::2]] == [
        [("张三", True), ("赵丽", False)],
        [("赵丽", False)],
    ]
    assert rows[1]["lead"] == "李明"
    assert rows[1]["remarks"].split("\n") == ["责任人: 李明√", "Parts done: 城关镇（提供数据）"]


def test_a_section_the_office_has_no_more_is_no_outside_body(office: by_row.Staged, bring_in: Import) -> None:
    with office.changing() as change:
        change.set(change.get(Unit, office.units["机要科"]), "setup", retired=True)
    rows = ["机要科", "李明"], ["机要科", ""]
    came = bring_in(["牵头科室", "责任人"], *rows, add=True, skip_bad=True)
    assert [(problem.row, problem.reason) for problem in came.problems] == [(3, "机要科 is no section of this office any more.")]
    assert "officecli unit set UNIT --alias 机要科" in came.problems[0].fix
    assert any(note.startswith("Sections that this office has no more; kept as remarks: 机要科") for note in came.notes)
    with office.reading() as read:
        assert read.rows("SELECT name FROM body WHERE name = '机要科'") == []
        assert read.rows("SELECT p.name, i.remarks FROM item i JOIN person p ON p.id = i.lead_id") == [
            {"name": "李明", "remarks": "牵头科室: 机要科"}
        ]
    came = bring_in(["责任单位", "配合单位"], ["县水利局", "机要科"], ["机要科", ""], add=True, dry_run=True)
    assert [(problem.row, problem.reason) for problem in came.problems] == [(3, "机要科 is no section of this office any more.")]


@pytest.mark.parametrize("heading", ["责任科室", "责任股室", "承办处室"])
def test_bodies_beside_the_sections_that_lead_are_to_do_it(office: by_row.Staged, bring_in: Import, heading: str) -> None:
    """Whichever heading is the plainer: with 责任股室 the section was a remark, and whoever follows the body up led."""
    rows = ["综合科", "县水利局"], ["综合科", ""], ["", "县水利局"]
    bring_in([heading, "责任单位"], *rows)
    assert [one[:2] for one in items(office)] == [("李明", "县水利局"), ("李明", None), ("钱进", "县水利局")]
