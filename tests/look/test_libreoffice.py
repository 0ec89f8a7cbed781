"""What LibreOffice makes of the files we write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from look.conftest import ExampleOffice


def test_a_word_document_opens_with_every_row_and_every_character(
    example_office: ExampleOffice, convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    for ending in ("docx", "json"):
        example_office.type("overdue", "--format", ending, "-o", str(tmp_path / f"overdue.{ending}"))
    said = convert(tmp_path / "overdue.docx", "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    rows = json.loads((tmp_path / "overdue.json").read_text(encoding="utf-8"))["rows"]
    assert rows
    assert [row["title"] for row in rows if row["title"] not in said] == []
