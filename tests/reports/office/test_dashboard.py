"""One page on how the office stands: its figures are those of the reports, each leads to its rows, and nothing on it is anybody's secret."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import lxml.html
import pytest

from officecli import i18n
from officecli.errors import StorageTrouble
from officecli.formats import as_docx, as_html, as_json, as_md
from officecli.formats.out import site
from officecli.formats.out.page import Page
from officecli.reports.office.dashboard import dashboard
from officecli.reports.office.dashboard_answers import overdue
from officecli.reports.office.dashboard_lists import ItemLists
from officecli.reports.office.gathered import Gathered, gather
from officecli.reports.office.narrowed import Whole
from officecli.reports.office.site_pages import pages
from officecli.reports.shape.document import LINKS, Document, Table
from officecli.reports.shape.filters import Filters
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.store.whole import take_place
from stage.by_row import Staged
from stage.small_office import Office


def page_of(document: Document) -> str:
    stream = io.StringIO()
    as_html.write_document(document, stream, Page())
    return stream.getvalue()


def rows_of(table: Table) -> int:
    """How many rows a list has, those it only tells of included."""
    return len(table.rows) + sum(int(said) for note in table.notes for said in re.findall(r"… (\d+) more", note))


def led_to(document: Document) -> Iterator[tuple[str, Any, str]]:
    """Every figure that leads somewhere: its key, what it is, and where it leads."""
    for chapter in document.chapters:
        yield from ((key, chapter.values[key], to) for key, to in chapter.values.get(LINKS, {}).items())
        yield from ((key, row[key], to) for table in chapter.tables for row in table.rows for key, to in row.get(LINKS, {}).items() if key in row)


NO_COUNT = ("days_late", "most_late", "closed", "on_time", "first_pass", "hours_due", "load")
"""Figures that are no number of the rows they lead to."""


def test_every_figure_leads_to_as_many_rows_as_it_says(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        document = dashboard(read, gather(read, Filters()), "")
    tables = {table.key: table for chapter in document.chapters for table in chapter.tables}
    kinds = ("light", "closed", "overdue-", "quadrant", "week-", "body-", "person-", "late-person-")
    lists = {key: rows_of(table) for key, table in tables.items() if key.startswith(kinds)}
    links = [*led_to(document)]
    assert len(links) > 60
    counted = [(figure, lists[to[1:]], to) for key, figure, to in links if to[1:] in lists and key not in NO_COUNT]
    assert [one for one in counted if one[0] != one[1]] == []
    for row in (row for key, table in tables.items() if key.startswith("people-") for row in table.rows):
        assert {key for key in ("open", "overdue", "days_late", "closed") if row[key]} <= row.get(LINKS, {}).keys(), row
    by_unit = {row["unit"]: row["overdue"] for row in tables["overdue-by-unit"].rows}
    assert [(row["overdue"], lists[row[LINKS]["overdue"][1:]]) for row in tables["overdue-by-unit"].rows] == [(n, n) for n in by_unit.values()]
    assert (document.summary["open"], document.summary["overdue"], sum(by_unit.values())) == (9, 2, 2)
    accounts = {row["unit"]: row for row in tables["accountability-by-unit"].rows}
    for name, row in accounts.items():
        people = tables[row[LINKS]["open"][1:]].rows
        assert (row["open"], row["overdue"]) == (sum(one["open"] for one in people), sum(one["overdue"] for one in people)), name
    drawn = lxml.html.document_fromstring(page_of(document))
    ids = [str(one.get("id")) for one in drawn.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {str(one.get("href"))[1:] for one in drawn.iter("a")} <= set(ids)


def test_it_stands_as_on_that_day_in_every_format_and_language(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        document = dashboard(read, gather(read, Filters(as_of="2026-11-09")), "")
    assert (document.as_of, document.summary) == ("2026-11-09", {"open": 6, "overdue": 0, "closed_since": "2026-11-09", "closed": 1})
    for format_ in (as_md, as_json):
        stream = io.StringIO()
        format_.write_document(document, stream, Page())
        assert "全县经济工作会议主题报告" in stream.getvalue()
    as_docx.write_document(document, io.BytesIO(), Page())


def test_what_is_narrowed_from_one_reading_is_what_asking_for_it_gives(busy_office: Staged) -> None:
    def told(found: Gathered) -> list[Any]:
        numbers = [[row["number"] for row in report.rows] for report in (found.open, found.overdue, found.upcoming, found.quadrants)]
        people = [(row["person"], row["overdue"]) for row in found.people.rows]
        return [*numbers, people, [row["number"] for row in found.closed], [*found.trend.rows]]

    with busy_office.reading() as read:
        whole = gather(read, Filters())
        assert told(Whole(read, whole).of_units({"综合科"})) == told(gather(read, Filters(unit=("综合科",))))
        alone = told(gather(read, Filters(person=("欧阳修文",))))
        assert told(Whole(read, whole).of_person("欧阳修文")) == alone
        assert alone[0] == ["2026-001", "2026-006"], "what somebody supports is on their page too"
        named = gather(read, Filters(text="综合科"))
        assert dashboard(read, named, "综合科", " 综合科").empty == "No item fits.", "there are others"
        assert (named.open.rows, named.load.rows) == ((), ()), "a word means items everywhere on the page, also where a unit is called so"


def test_what_is_not_listed_is_asked_for_within_the_page() -> None:
    found: Any = SimpleNamespace(overdue=SimpleNamespace(rows=()), by_body=SimpleNamespace(rows=()))
    for typed, asked in (
        (" --person 王强", "overdue --unit 秘书科 --person 王强"),
        (" --unit 办公室", "overdue --unit 秘书科"),
        ("", "overdue --unit 秘书科"),
    ):
        (note,) = ItemLists(found, typed, " --as-of 2026-07-31").table("late", "", ({},) * 51, (), "overdue --unit 秘书科").notes
        assert note.endswith(f"officecli {asked} --as-of 2026-07-31")


def test_who_is_in_no_unit_is_asked_for_by_name() -> None:
    late = [{"unit": None, "body": None, "lead": lead, "working_days_late": 1} for lead in ("王强", "Ana Silva") * 30]
    found: Any = SimpleNamespace(overdue=SimpleNamespace(rows=late), by_body=SimpleNamespace(rows=()), by_unit=SimpleNamespace(rows=()))
    (*_sums, listed) = overdue(found, ItemLists(found, " --unit 办公室")).tables
    assert listed.notes == ('… 10 more: officecli overdue --person 王强 --person "Ana Silva" --role lead',)


@pytest.mark.parametrize(("heads", "sections", "bodies"), [(500, 40, 30), (68, 8, 1)])
def test_a_large_office_fits_half_a_megabyte(busy_office: Staged, heads: int, sections: int, bodies: int) -> None:
    with busy_office.reading() as read:
        small = gather(read, Filters())
        rows = tuple(
            {
                **row,
                "unit": f"第{n % sections}科",
                "body": f"县第{n % bodies}局",
                "lead": f"王建国{n % heads}",
                "title": "关于乡镇产业发展情况调研报告的起草与办理" * 2,
            }
            for n in range(10_000)
            for row in small.open.rows[:1]
        )
        late, people = replace(small.overdue, rows=rows[: len(rows) // 2]), small.people.rows[0]
        units = tuple({**small.by_unit.rows[0], "unit": f"第{n}科"} for n in range(sections))
        found = replace(
            small,
            open=replace(small.open, rows=rows),
            overdue=late,
            upcoming=replace(small.upcoming, rows=tuple({**row, "week": f"2026-1{n % 2}-02"} for n, row in enumerate(rows))),
            quadrants=replace(small.quadrants, rows=tuple({**row, "quadrant": "urgent"} for row in rows)),
            people=replace(
                small.people,
                rows=tuple({**people, "person": f"王建国{n}", "unit": f"第{n % sections}科", "open": 9, "overdue": 9} for n in range(heads)),
            ),
            by_unit=replace(small.by_unit, rows=units),
        )
        page = page_of(dashboard(read, found, ""))
        i18n.use("zh")
        try:
            chinese = page_of(dashboard(read, found, ""))
        finally:
            i18n.use("en")
    assert "officecli list -w 亮灯:" in chinese, "the filter is in the reader's language"
    assert len(page.encode()) < 500_000
    assert page.count("<tr>") > 800
    assert "more: officecli list -w light:" in page
    assert ("more: officecli list --person" in page) == (heads == 68), "lists of everybody while there is room"


def test_an_empty_office_says_so_and_what_to_type(sqlite_office: str) -> None:
    with reading(place(sqlite_office)) as read:
        document = dashboard(read, gather(read, Filters()), "")
    assert page_of(document).count("officecli import FILE") == 1
    assert document.chapters == ()


def test_what_is_confided_is_on_no_page_whoever_writes_it(sqlite_office: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("李娜", "add 整理档案的私事 --kind personal --due 2026-07-08")
    office.done("陈静", "difficulty add 孩子无人接送 --owner 李娜 --due 2026-07-17")
    office.done("陈静", "request raise 排班不公 --tried 谈过 --recommend 调整排班表 --to 吴芳 --exception complaint --reason 不公平对待")
    office.done("陈静", "add 写七月简报 --due 2026-07-10")
    for person in ("李娜", "陈静"):
        office.done(person, f"dashboard --dir {tmp_path / 'site'} --force")
        office.done(person, f"dashboard -o {tmp_path / 'week.html'} --force")
        written = "".join(file.read_text(encoding="utf-8") for file in [*(tmp_path / "site").glob("*.html"), tmp_path / "week.html"])
        assert "写七月简报" in written
        assert not [secret for secret in ("私事", "无人接送", "排班不公") if secret in written], person


@pytest.fixture
def site_of(busy_office: Staged, tmp_path: Path) -> Callable[..., int]:
    def write(force: bool = False, folder: Path = tmp_path / "site") -> int:
        with busy_office.reading() as read:
            return site.write_site(folder, pages(read, Filters()), busy_office.place.path, force=force)

    return write


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if file.suffix == ".html"}


def test_a_folder_of_pages_leads_from_each_to_the_others_and_has_plain_names(site_of: Callable[..., int], tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert site_of() == len(names(folder)) > 10
    assert all(re.fullmatch(r"index\.html|(unit|person)-\d+\.html", name) for name in names(folder))
    index = lxml.html.parse(str(folder / "index.html"))
    reached = {str(one.get("href")) for one in index.iter("a") if not str(one.get("href")).startswith("#")}
    assert {name.partition("#")[0] for name in reached} == names(folder) - {"index.html"}
    ids = {name: {str(one.get("id")) for one in lxml.html.parse(str(folder / name)).iter() if one.get("id")} for name in names(folder)}
    links = [(page, *to) for page in names(folder) for to in re.findall(r'href="([^#"]*)#([^"]+)"', (folder / page).read_text(encoding="utf-8"))]
    assert [(page, name, place) for page, name, place in links if place not in ids[name or page]] == []
    assert {to.partition("#")[2] for to in reached} == {"", "lights", "overdue", "accountability"}
    assert all("index.html" in (folder / name).read_text(encoding="utf-8") for name in ids.keys() - {"index.html"})


def test_the_next_pages_replace_ours_and_nothing_else(site_of: Callable[..., int], tmp_path: Path) -> None:
    folder, outside = tmp_path / "site", tmp_path / "outside.html"
    folder.mkdir()
    (folder / "robots.txt").write_text("theirs")
    outside.write_text("theirs")
    site_of()
    gone, link = folder / "person-99999.html", folder / "index.html"
    gone.write_text("of somebody who left")
    (folder / site.OURS).write_text((folder / site.OURS).read_text() + "person-99999.html\n../outside.html\nrobots.txt\n")
    link.unlink()
    link.symlink_to(outside)
    site_of()
    assert not gone.exists()
    assert (outside.read_text(), (folder / "robots.txt").read_text()) == ("theirs", "theirs")
    assert not link.is_symlink()
    assert not (folder / site.STAGING).exists()


def test_pages_of_somebody_else_are_left_unless_forced(site_of: Callable[..., int], tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("theirs")
    with pytest.raises(StorageTrouble, match="did not write it"):
        site_of()
    assert names(folder) == {"index.html"}
    site_of(force=True)
    assert "theirs" not in (folder / "index.html").read_text(encoding="utf-8")
    with pytest.raises(StorageTrouble, match="There is no folder"):
        site_of(folder=tmp_path / "none" / "site")


def test_a_page_of_somebody_else_that_came_meanwhile_is_left(site_of: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = tmp_path / "site" / "index.html"

    def late(finished: Path, target: Path, **how: Any) -> None:
        if target == index:
            index.write_text("theirs")
        take_place(finished, target, **how)

    monkeypatch.setattr("officecli.formats.out.site.take_place", late)
    for _again in range(2):
        with pytest.raises(StorageTrouble, match="did not write it"):
            site_of()
    assert index.read_text() == "theirs"


def test_half_a_site_never_replaces_a_whole_one(site_of: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    site_of()
    for name in names(folder):
        (folder / name).write_text("yesterday")
    written, write = iter(range(5)), as_html.write_document

    def full(*given: Any) -> None:
        if next(written, None) is None:
            raise OSError(28, "No space left on device")
        write(*given)

    monkeypatch.setattr(as_html, "write_document", full)
    with pytest.raises(StorageTrouble):
        site_of()
    assert {(folder / name).read_text(encoding="utf-8") for name in names(folder)} == {"yesterday"}
    assert not (folder / site.STAGING).exists()
