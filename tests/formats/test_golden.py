"""Every format draws one realistic report, hostile text included, as its golden file says.

To renew them: RENEW_GOLDEN=1 pytest tests/formats/test_golden.py, then read the difference.
"""

from __future__ import annotations

import io
import os
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from officecli.formats import formats
from officecli.formats.out.output import format_for
from officecli.formats.out.page import Page
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Report

GOLDEN = Path(__file__).parent / "golden"
TABLES = {f"table-{width}": ("table", Page(width=width, terminal=True)) for width in (40, 80, 140)}
PIPED = {name: (name, Page()) for name in formats()}
HIDDEN = {"Cc", "Cs", "Cf"}  # written as \\x1b in the golden files, which stay text
CASES = TABLES | PIPED | {"table-color": ("table", Page(width=80, terminal=True, color=True))}

PAPERS = {f"paper-{name}": (name, Page()) for name in formats() if format_for(name, Path(name)).write_document} | {
    f"paper-{width}": ("table", Page(width=width, terminal=True, color=True)) for width in (40, 100)
}


def drawn(paper: Report | Document, name: str, page: Page) -> str:
    format_ = format_for(name, Path("file"))
    stream: Any = io.BytesIO() if format_.binary else io.StringIO(newline="")
    if isinstance(paper, Report):
        format_.write(paper, stream, page)
    else:
        assert format_.write_document is not None
        format_.write_document(paper, stream, page)
    return {"docx": word_text, "xlsx": book_text}[name](stream) if format_.binary else stream.getvalue()


def word_text(stream: io.BytesIO) -> str:
    """What stands in a Word document, a paragraph, row or table a line."""
    with zipfile.ZipFile(stream) as archive:
        text = archive.read("word/document.xml").decode()
    return re.sub("(?=<w:p>|<w:tr>|<w:tbl>|<w:sectPr)", "\n", text.partition("<w:body>")[2]) + "\n"


def book_text(stream: io.BytesIO) -> str:
    """What stands in a workbook: of each sheet how it is laid out, then a cell a line with its number format, and what a spreadsheet makes of it."""
    lines = []
    book: Any = openpyxl.load_workbook(stream)
    for sheet in book:
        widths = {letter: (round(shape.width), "hidden" if shape.hidden else "") for letter, shape in sheet.column_dimensions.items()}
        lines += [
            f"== {sheet.title}",
            f"widths {widths}",
            f"frozen {sheet.freeze_panes} filter {sheet.auto_filter.ref} titles {sheet.print_title_rows}",
        ]
        setup = sheet.page_setup
        lines.append(f"paper {setup.paperSize} {setup.orientation} {setup.fitToWidth}x{setup.fitToHeight}")
        lines.append(
            f"head {sheet.oddHeader.left.text} foot {sheet.oddFooter.left.text} | {sheet.oddFooter.center.text} | {sheet.oddFooter.right.text}"
        )
        lines += [
            f"lit {area.sqref} {rule.operator} {rule.formula}" for area, rules in sheet.conditional_formatting._cf_rules.items() for rule in rules
        ]
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        lines += [f"{cell.coordinate} {cell.data_type} {cell.number_format} {cell.value!r}{' quoted' * cell.quotePrefix}" for cell in cells]
    return "\n".join(lines) + "\n"


def compare(name: str, text: str) -> None:
    file = GOLDEN / name
    visible = "".join(repr(each)[1:-1] if each != "\n" and unicodedata.category(each) in HIDDEN else each for each in text)
    if os.environ.get("RENEW_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(visible, encoding="utf-8", newline="\n")
    assert file.exists(), f"formats/golden/{name} is not there; make it with RENEW_GOLDEN=1, and read it"
    assert visible == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_english(case: str, sample: Callable[..., Report]) -> None:
    name, page = CASES[case]
    compare(f"{case}.en.txt", drawn(sample("en"), name, page))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.usefixtures("chinese")
def test_chinese(case: str, sample: Callable[..., Report]) -> None:
    name, page = CASES[case]
    compare(f"{case}.zh.txt", drawn(sample("zh"), name, page))


@pytest.mark.parametrize("case", PAPERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_paper_of_several_parts(case: str, language: str, paper: Callable[..., Document], request: pytest.FixtureRequest) -> None:
    if language == "zh":
        request.getfixturevalue("chinese")
    compare(f"{case}.{language}.txt", drawn(paper(language), *PAPERS[case]))


def test_every_golden_file_is_compared() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {f"{case}.{language}.txt" for case in CASES | PAPERS for language in ("en", "zh")}
