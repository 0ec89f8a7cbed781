"""Papers carry the office's name, lie on the paper of the region, and write days as the language does; nothing that should stay whole is broken."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest

from officecli.formats import as_csv, as_docx, as_html, as_json, as_md
from officecli.formats.out.page import Page
from officecli.formats.paper.a4 import paper_for
from officecli.formats.paper.days import with_days_written, written
from officecli.formats.paper.sheet import of_report
from officecli.light import replace
from officecli.reports.shape.report import Column, Report


@pytest.mark.parametrize(
    ("day", "told"), [("2026-07-15", "15 Jul 2026"), ("2026-11-01 08:30", "1 Nov 2026, 08:30"), ("–", "–"), ("2026-02-30", "2026-02-30")]
)
def test_a_day_in_english(day: str, told: str) -> None:
    assert written(day) == told


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("截至 2026-11-05", "截至2026年11月5日"),
        ("截至 2026-11-05 共 3 项", "截至2026年11月5日共 3 项"),
        ("见 officecli list --since 2026-11-05", "见 officecli list --since 2026-11-05"),
        ("文号 2026-11-05-3", "文号 2026-11-05-3"),
    ],
)
def test_days_in_a_sentence_of_the_program(sentence: str, told: str) -> None:
    assert with_days_written(sentence) == told


def test_papers_write_days_out_and_files_for_programs_do_not(sample: Callable[..., Report]) -> None:
    drawn = {}
    for format_ in (as_html, as_md, as_csv, as_json):
        stream = io.StringIO()
        format_.write(sample("en"), stream, Page())
        drawn[format_.__name__.rpartition("_")[2]] = stream.getvalue()
    assert all("16 Nov 2026" in drawn[name] and "2026-11-16" not in drawn[name] for name in ("html", "md"))
    assert all("2026-11-16" in drawn[name] and "16 Nov 2026" not in drawn[name] for name in ("csv", "json"))


@pytest.mark.parametrize(("region", "page", "mm"), [("CN", "A4 landscape", (297, 210)), ("US-CA", "Letter landscape", (279, 216))])
def test_the_paper_is_the_regions_and_the_office_stands_on_it(sample: Callable[..., Report], region: str, page: str, mm: tuple[int, int]) -> None:
    report = sample("en", region=region)
    stream, text = io.BytesIO(), io.StringIO()
    as_docx.write(report, stream, Page())
    as_html.write(report, text, Page())
    section: Any = docx.Document(stream).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == mm
    assert section.header.paragraphs[0].text == "Office of the <Clerk>"
    assert f"size: {page};" in text.getvalue()
    assert "Office of the &lt;Clerk&gt;" in text.getvalue()


def test_a_name_a_day_and_a_number_keep_their_width_beside_much_text() -> None:
    """With more columns than the paper holds, what runs on gives way."""
    running = tuple(Column(f"t{number}", "goal", wide=True) for number in range(9))
    whole = (Column("number", "number"), Column("lead", "lead"), Column("due", "deadline", "date"), Column("supports", "support", "names"))
    people = [{"name": "Margaret Okonkwo", "part": "the figures of all the districts"}, {"name": "Bo"}]
    row = {"number": "2026-031", "lead": "Margaret Okonkwo", "due": "2026-09-30", "supports": people}
    report = Report("list", "Items", "", (*whole, *running), ({**row, **{column.key: "words and words " * 20 for column in running}},))
    sheet = of_report(report)
    paper = paper_for(sheet)
    cells = [share * paper.room / (paper.points * 0.5 * 25.4 / 72) for share in next(iter(paper.shares.values()))]
    assert not paper.crowded
    assert [wide >= least for wide, least in zip(cells, (8, 16, 11, 16), strict=False)] == [True] * 4
    stream = io.BytesIO()
    as_docx.write(report, stream, Page())
    lines = [part.text for part in docx.Document(stream).tables[0].rows[1].cells[3].paragraphs]
    assert [line.partition(" (")[0] for line in lines] == ["Margaret Okonkwo", "Bo"]


def test_a_heading_of_one_word_is_not_torn_where_a_broader_letter_stands_for_its_own() -> None:
    """LibreOffice without the letter that is asked for tore the number of a handbook's targets."""
    columns = (Column("n", "number"), Column("title", "matter", wide=True), Column("goal", "goal"), Column("p", "threshold", "integer"))
    row = {"n": "T-001", "title": "Own items on time, meetings and services " * 3, "goal": "at least 90 pieces of work", "p": 75}
    paper = paper_for(of_report(Report("list", "Items", "", columns, (row,))))
    number, _matter, _goal, threshold = (share * paper.room for share in next(iter(paper.shares.values())))
    assert [number > em * paper.points * 25.4 / 72 + 3.8 for number, em in ((number, 4.4), (threshold, 6.0))] == [True, True]


def test_on_an_upright_paper_no_word_is_torn_and_the_matter_gets_what_names_can_do_without() -> None:
    """A bulletin's matters stood in eight cells, torn in their words, beside a body's name of three words that kept its line in a column of blanks."""
    columns = (Column("n", "number"), Column("title", "matter", wide=True), *(Column(key, key) for key in ("lead", "unit", "responsible body")),
               Column("due", "deadline", "date"), Column("late", "days late", "count"))  # fmt: skip
    row = {"n": "2026-031", "title": "Ethics training certificates: chase the missing", "lead": "Josefina Zimmermann", "unit": "Administration",
           "responsible body": "Public Works Department", "due": "2026-09-30", "late": 53}  # fmt: skip
    paper = paper_for(replace(of_report(Report("list", "Items", "", columns, (row,))), official=True))
    shares = next(iter(paper.shares.values()))
    number, matter, lead, unit, body, due, _late = (share * paper.room / (paper.points * 0.56 * 25.4 / 72) for share in shares)
    assert not paper.across
    assert matter > max(lead, unit, body)
    assert [number >= 8, matter >= 12, lead >= 10, unit >= 14, body >= 11, due >= 11] == [True] * 6


def test_a_smaller_type_comes_before_a_matter_that_cannot_be_read_and_each_section_has_the_same_columns() -> None:
    """A matter stood in 16 cells beside names with half their column empty; a section without a support moved all columns of its table."""
    columns = (Column("n", "number"), Column("title", "matter", wide=True), Column("lead", "lead"), Column("unit", "unit"), Column("due", "deadline", "date"),
               Column("late", "days late", "count"), Column("load", "load", "bar"), Column("light", "light", "word"))  # fmt: skip
    row = {"n": "2026-031", "title": "Ethics training certificates: chase the missing", "lead": "Margaret Okonkwo", "unit": "City Clerk's Office",
           "due": "2026-09-30", "late": 53}  # fmt: skip
    sheet = of_report(Report("list", "Items", "", columns, ({**row, "light": "red"}, {**row, "late": 0, "light": "green"}), group_by="light"))
    assert [len(grid.columns) for part in sheet.parts for grid in part.grids] == [6, 6]
    paper = paper_for(replace(sheet, official=True))
    assert (paper.points, paper.shares[sheet.parts[0].grids[0].columns][1] * sum(paper.cells.values()) > 20) == (8.0, True)
    loads = tuple({**row, "load": load} for load in (112.5, 60.0))
    drawn = paper_for(of_report(Report("list", "Items", "", columns[:7], loads)))
    assert next(iter(drawn.shares.values()))[-1] * drawn.room > (7 + 2 * 11) * drawn.points * 0.5 * 25.4 / 72


def test_a_crowded_paper_has_room_for_columns_in_which_nothing_stands_yet() -> None:
    """The width of a column was divided by, and the longest of no words was asked for."""
    columns = tuple(Column(f"c{number}", f"heading {number}" if number else "", "names" if number % 2 else "text") for number in range(30))
    sheet = of_report(Report("list", "Items", "", columns, ({column.key: "x" for column in columns if column.kind == "text"},)))
    (part,) = sheet.parts
    blank: tuple[Any, ...] = (({}, [""] * len(columns)),)
    for rows in ((), blank):
        paper = paper_for(replace(sheet, official=True, parts=(replace(part, grids=(replace(part.grids[0], columns=columns, rows=rows),)),)))
        assert all(share > 0 for share in paper.shares[columns])


def test_what_is_broader_than_any_sheet_lies_on_two() -> None:
    """Type of 6 points is the end on A4: a table that does not fit then has paper of twice the size, and larger type again."""
    for region, names in (("CN", ["A4", "A4", "A3"]), ("US", ["Letter", "Letter", "Ledger"])):
        papers = []
        for many in (8, 10, 24):
            columns = tuple(Column(f"c{number}", f"heading {number}") for number in range(many))
            papers.append(
                paper_for(of_report(Report("list", "Items", "", columns, ({one.key: "incomprehensible" for one in columns},), region=region)))
            )
        assert [paper.size.name for paper in papers] == names
        assert papers[0].points > papers[1].points < papers[2].points
