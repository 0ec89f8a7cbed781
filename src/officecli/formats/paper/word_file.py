"""The Word file around the paragraphs and tables: styles, paper, page numbers, properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

import docx

from officecli import i18n
from officecli.formats.paper.a4 import Paper
from officecli.formats.paper.sheet import Sheet
from officecli.formats.paper.typefaces import font_table
from officecli.formats.paper.word_page import lay
from officecli.formats.paper.word_parts import NEW_PAPER, holdable, paragraph
from officecli.formats.paper.word_styles import dress

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a zip file


def write(sheet: Sheet, blocks: Iterable[str], paper: Paper, stream: BinaryIO) -> None:
    """The sheet as a document of these `blocks` of WordprocessingML, dated its day within, so that equal content makes equal bytes."""
    document = docx.Document()
    dress(document, paper, official=sheet.official)
    lay(document, sheet, paper)
    _describe(document, sheet)
    made = io.BytesIO()
    document.save(made)
    _pack(made, "".join(_parted(blocks)).encode(), stream)


def _parted(blocks: Iterable[str]) -> Iterator[str]:
    """The blocks with a line between two tables that meet, or Word would make them one."""
    before = ""
    for block in blocks:
        if before.startswith("<w:tbl>") and block.startswith("<w:tbl>"):
            yield paragraph("", "Cell")
        yield block
        before = block


def _describe(document: Any, sheet: Sheet) -> None:
    about, day = document.core_properties, sheet.day
    about.title, about.author, about.last_modified_by, about.comments = holdable(sheet.title)[:255], holdable(sheet.office)[:255], "officecli", ""
    about.language = {"en": "en-US", "zh": "zh-CN"}.get(i18n.language(), i18n.language())
    about.created = about.modified = datetime.fromisoformat(day).replace(tzinfo=None) if day else datetime(*_EARLIEST[:3], tzinfo=UTC)
    about.revision = 1


def _pack(made: BinaryIO, body: bytes, stream: BinaryIO) -> None:
    """Write the archive again with its body; it goes in as text, since a parser takes a minute to move ten thousand rows from one tree to another."""

    def with_body(name: str, content: bytes) -> bytes:
        if name == "word/fontTable.xml":
            return font_table()
        if name != "word/document.xml":
            return content
        before, tag, rest = content.partition(b"<w:sectPr")
        section, end, after = rest.partition(b"</w:sectPr>")
        again = b'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>' + tag + section + end + b"</w:pPr></w:p>"
        return before + body.replace(NEW_PAPER.encode(), again) + tag + section + end + after

    repacked(made, stream, with_body)


def repacked(made: BinaryIO, stream: BinaryIO, changed: Callable[[str, bytes], bytes] = lambda _name, content: content) -> None:
    """Write the archive again, its parts `changed` by name, without the time and the system it was made on."""
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, changed(name, old.read(name)))
