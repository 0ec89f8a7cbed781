"""Every format draws one realistic report, hostile text included, as its golden file says.

To renew them: RENEW_GOLDEN=1 pytest tests/formats/test_golden.py, then read the difference.
"""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.formats.output import formats, writer
from officecli.formats.page import Page
from officecli.reports.report import Report

GOLDEN = Path(__file__).parent / "golden"
TABLES = {f"table-{width}": ("table", Page(width=width, terminal=True)) for width in (40, 80, 140)}
PIPED = {name: (name, Page()) for name in formats()}
HIDDEN = {"Cc", "Cs", "Cf"}  # written as \\x1b in the golden files, which stay text
CASES = TABLES | PIPED | {"table-color": ("table", Page(width=80, terminal=True, color=True))}


def drawn(report: Report, name: str, page: Page) -> str:
    stream = io.StringIO(newline="")
    writer(name)(report, stream, page)
    return stream.getvalue()


def compare(name: str, text: str) -> None:
    file = GOLDEN / name
    visible = "".join(repr(each)[1:-1] if each != "\n" and unicodedata.category(each) in HIDDEN else each for each in text)
    if os.environ.get("RENEW_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(visible, encoding="utf-8", newline="\n")
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


def test_every_golden_file_is_compared() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {f"{case}.{language}.txt" for case in CASES for language in ("en", "zh")}
