"""Tells what kind of file a ledger is by what it holds, whatever it is called."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

from officecli.errors import BadInput
from officecli.files.ledger.sheets.tasks.task_kinds import is_task_list
from officecli.files.ledger.sheets.texts.encodings import is_wide
from officecli.files.missing import no_file
from officecli.i18n import _

Kind = Literal["workbook", "word", "page", "tasks", "text"]

MAX_PACKED = 50 * 1024 * 1024
MAX_TEXT = 200 * 1024 * 1024
ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = "WordDocument".encode("utf-16-le")
_TEXT_NAMES = (".csv", ".txt", ".tsv", ".tab")
_PAGE = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head", b"<body", b"<div", b"<style", b"mime-version:")
_LOCKS = ("~$", ".~lock.")
"""With what the names of files begin by which Word, Excel and LibreOffice say that a document is open."""
_MARKS = b"\xef\xbb\xbf \r\n\t"


def kind_of(path: Path) -> Kind:
    """The kind of a file that may be a ledger; BadInput says what to do with one that cannot be, NotFound that there is none."""
    if not path.exists():
        raise no_file(path, _("Check the name and the folder."))
    if not path.is_file():
        raise BadInput(_("{path} is not a file.").format(path=path), fix=_("Give the ledger's .xlsx or .csv file."))
    if path.name.startswith(_LOCKS):
        raise BadInput(
            _("{path} is no document: an office program leaves it beside one that is open.").format(path=path),
            fix=_("Give the document itself: its name without {mark} before it.").format(
                mark=next(one for one in _LOCKS if path.name.startswith(one))
            ),
        )
    with path.open("rb") as file:
        start = file.read(4096)
    if not start:
        raise BadInput(_("{path} is empty.").format(path=path), fix=_("Save the ledger again as .xlsx or .csv."))
    packed = start.startswith((ZIP, _OLD_OFFICE))
    limit = MAX_PACKED if packed else MAX_TEXT
    if path.stat().st_size > limit:
        raise BadInput(
            _("{path} is larger than {limit} MB.").format(path=path, limit=limit // 1024 // 1024),
            fix=_("Keep only the ledger's sheet, or split it into several files."),
        )
    return _packed(path, start) if packed else _plain(path, start)


def _packed(path: Path, start: bytes) -> Kind:
    if start.startswith(_OLD_OFFICE):
        if _OLD_WORD in path.read_bytes():
            raise BadInput(_("This is an old Word document (.doc)."), fix=_("Open it in a word processor and save it as .docx."))
        return "workbook"
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            return "word" if "word/document.xml" in names else "tasks" if "data.json" in names else "workbook"
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return "workbook"  # and its reader says that it is damaged


def _plain(path: Path, start: bytes) -> Kind:
    if start.startswith(b"%PDF"):
        raise BadInput(_("This is a PDF file, not a spreadsheet."), fix=_("Open it in a spreadsheet program and save it as .xlsx or .csv."))
    if start[:400].lstrip(_MARKS).lower().startswith(_PAGE):
        return "page"
    if is_task_list(path, start):
        return "tasks"
    if b"\0" in start and not is_wide(start) and path.suffix.lower() not in _TEXT_NAMES:
        raise BadInput(_("This is not a table of text."), fix=_("Open it in a spreadsheet program and save it as .xlsx or .csv."))
    return "text"
