"""Reads separated text with the separators offices use, and says where its quotation marks do not add up."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import Cell, Unclear, once
from officecli.files.ledger.sheets.sheet_rows import Rate, SheetRow
from officecli.files.ledger.sheets.table import MAX_COLUMNS, MAX_ROWS, Book, Table, check_width, too_many_rows, too_wide
from officecli.files.ledger.sheets.texts.encodings import NAMES, decode
from officecli.files.ledger.sheets.texts.markdown_table import is_markdown, markdown_table
from officecli.i18n import _, listed
from officecli.typed.text import RUNS

_SEPARATORS = (",", "\t", ";", "，", "；", "|", "^", "~", "¦", "\x1f")
_SAMPLE_ROWS = 25
_PIECE = 4194304
_ENDLESS = re.compile(rb"[^\r\n]{%d}" % (2 * _PIECE))  # bytes of a line, of which a cell has 32,767 characters
_MOST_CELLS = 20_000  # separators of a line, before its cells are cut
_SAMPLE_CHARACTERS = 200_000
# An apostrophe an export put before text that a spreadsheet would compute; text that began so already got one more.
_GUARDED = re.compile(f"'+[{RUNS}]")
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')  # ="007", which an export writes so that a spreadsheet leaves it a text
_MARK_IN_CELL = re.compile(r'(?<!\\)((?:\\\\)*)\\"')  # \" as programs of databases write a quotation mark inside a cell
_EXAMPLES = 3
_IN_APOSTROPHES = re.compile(r"'[^']*'(?:[,;\t|]'[^']*')+")
_IN_PRINTERS = re.compile("\u201c[^\u201c\u201d]*\u201d(?:[,;\\t|，；]\u201c[^\u201c\u201d]*\u201d)+")
# What is left of a letter that was read in another encoding than it was written in:
# UTF-8 as Windows-1252 (é as Ã©, 督 as ç…), or what could not be read at all.
_LATER = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]"
_BROKEN = re.compile(rf"(?:[ÂÃ]{_LATER}|[âäåæçèéï]{_LATER}{{2}}|\ufffd|锟斤拷|烫烫烫)\w{{0,20}}")
_NO_WORD = re.compile(r"\W")
_DECLARED = re.compile(r'\ufeff?"?sep=(.)"?[ \t]*(?:\r\n?|\n)', re.IGNORECASE)


def read_csv(data: bytes, rate: Rate) -> Book:
    """The rows that are not blank as one table without a name, each with its number from 1."""
    if _has_whole_piece(data) and (found := _ENDLESS.search(data)):
        raise _unending(data.count(b"\n", 0, found.start()) + 1)
    text, encoding = decode(data)
    del data  # of a large ledger as much as its rows
    text = text.rstrip("\x1a").replace("_x000D_", "")  # by which DOS ended a text, and workbooks write the end of a line
    declared = _DECLARED.match(text)
    if declared:
        text = text[declared.end() :]
    if not declared and is_markdown(text[:_SAMPLE_CHARACTERS].splitlines()):
        return Book([markdown_table(text.splitlines())], encoding=encoding)
    text, quote = _usual_quotes(text)
    separator = declared[1] if declared else _separator(text, rate)
    marks = _has_marks_in_cells(text, separator)
    if marks:
        text = _MARK_IN_CELL.sub(r'\1""', text)
    spaced = f'{separator} "' in text and _adds_up(text, separator, spaced=True)  # "Matter", "Lead", as people type it
    rows: list[SheetRow] = []
    guarded = "'" in text or '="' in text
    for number, (record, raw) in enumerate(_records(text, separator, quote, spaced=spaced), 1):
        if not any(record):
            continue
        if len(record) > MAX_COLUMNS:
            check_width(record, number)
        cells: list[Cell] = [*map(once, map(_unguarded, record) if guarded else record)]
        rows.append(SheetRow(number, cells, fault=_fault(raw, separator, spaced=spaced) if raw else None))
        if len(rows) > MAX_ROWS:
            raise too_many_rows()
    notes = [_("The text is read as {encoding}.").format(encoding=NAMES[encoding])] if encoding in NAMES else []
    if broken := _broken_words(text):
        examples = listed(f"“{one}”" for one in broken)
        notes.append(_("Letters were broken before this file was saved, and are read as they stand: {examples}.").format(examples=examples))
    if marks:
        notes.append(_('\\" is read as a quotation mark inside a cell.'))
    lines = text.splitlines() if len(text) <= _SAMPLE_CHARACTERS else []
    return Book([Table("", rows, separator=separator)], notes=notes, encoding=encoding, lines=lines)


def _has_whole_piece(data: bytes) -> bool:
    """Whether no line ends in a piece of the file, as it must be in a line twice as long: to look for that from every byte takes as long as all else."""
    pieces = ((at, at + _PIECE) for at in range(0, len(data) - _PIECE + 1, _PIECE))
    return any(data.find(b"\n", *piece) < 0 and data.find(b"\r", *piece) < 0 for piece in pieces)


def _broken_words(text: str) -> list[str]:
    """The first few words with a broken letter; of a word as long as a cell what
    stands around it, since to look for its beginning from every letter takes minutes.
    """
    if text.isascii():
        return []
    found = islice(_BROKEN.finditer(text), _EXAMPLES)
    return list(dict.fromkeys(_NO_WORD.split(text[max(0, one.start() - 20) : one.start()])[-1] + one[0] for one in found))


def _usual_quotes(text: str) -> tuple[str, str]:
    """The text and its quotation mark: rows that were quoted as wholes are taken out, and printers' marks around cells made plain ones."""
    head = next((line for line in islice(_lines(text), _SAMPLE_ROWS) if line.strip()), "").strip()
    if _IN_APOSTROPHES.fullmatch(head):
        return text, "'"
    if _IN_PRINTERS.fullmatch(head):
        return text.replace("\u201c", '"').replace("\u201d", '"'), '"'
    if _is_quoted_whole(head) and any(one in head for one in _SEPARATORS) and all(_is_quoted_whole(line.strip()) for line in _lines(text)):
        return "\n".join(line.strip()[1:-1].replace('""', '"') for line in _lines(text)), '"'
    return text, '"'


def _is_quoted_whole(line: str) -> bool:
    """Whether a line is one quoted cell: "Matter,Lead,Deadline", as what was exported twice; a blank one says nothing."""
    return not line or (len(line) > 1 and line[0] == line[-1] == '"' and '"' not in line[1:-1].replace('""', ""))


def _records(text: str, separator: str, quote: str, *, spaced: bool) -> Iterator[tuple[list[str], str]]:
    """Each record with its text where that runs over several lines."""
    taken: list[str] = []
    number = 0

    def lines() -> Iterator[str]:
        for line in _lines(text):
            if len(line) > _MOST_CELLS and line.count(separator) > _MOST_CELLS:
                raise too_wide(number + 1)
            taken.append(line)
            yield line

    try:
        for record in csv.reader(lines(), delimiter=separator, quotechar=quote, skipinitialspace=spaced):
            number += 1
            yield record, "".join(taken) if len(taken) > 1 or '"' in taken[0] else ""
            taken.clear()
    except csv.Error:
        raise _unending(number + 1) from None


def _unending(number: int) -> BadInput:
    return BadInput(
        _("From row {number} on the file cannot be read.").format(number=number),
        why=_("A cell is longer than any spreadsheet allows; most often a quotation mark is opened and never closed."),
        fix=_("Mend the row, or open the file in a spreadsheet program and save it as .xlsx."),
    )


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, as a spreadsheet breaks them."""
    at = 0
    for found in re.finditer(r"\r\n|\n|\r", text):
        yield text[at : found.end()]
        at = found.end()
    if at < len(text):
        yield text[at:]


def _fault(raw: str, separator: str, *, spaced: bool) -> Unclear | None:
    """What is wrong with a record of several lines whose quotation marks do not add up: it holds rows that are not its own."""
    lines = raw.count("\n") or raw.count("\r")
    ended = raw.rstrip("\r\n")
    try:
        next(csv.reader([raw], delimiter=separator, skipinitialspace=spaced, strict=True), None)
    except csv.Error as error:
        if "end of data" not in str(error) and "\n" not in ended and "\r" not in ended:
            return None  # a mark inside one line, which is read as it stands
        return Unclear(
            " ".join(raw.split())[:80],
            _("A quotation mark is opened and never closed here: {count} lines of the file stand in one row.").format(count=lines),
            _("Close it or take it away, so that each row is a line of its own; or save the file as .xlsx."),
        )
    return None


def _has_marks_in_cells(text: str, separator: str) -> bool:
    """Whether quotation marks inside cells are written with a backslash: read so the marks add up, and read as they stand they do not."""
    if '\\"' not in text:
        return False
    return not _adds_up(text, separator) and _adds_up(_MARK_IN_CELL.sub(r'\1""', text), separator)


def _adds_up(text: str, separator: str, *, spaced: bool = False) -> bool:
    """Whether every cell that begins with a quotation mark, where `spaced` behind spaces, ends with one."""
    try:
        for _record in csv.reader(_lines(text), delimiter=separator, skipinitialspace=spaced, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _unguarded(cell: str) -> str:
    if cell.startswith('="') and (found := _AS_TEXT.fullmatch(cell)):
        return found[1].replace('""', '"')
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


def _separator(text: str, rate: Rate) -> str:
    """The separator with which the first rows name most columns; when none do, the one that gives most cells."""
    return max(_SEPARATORS, key=lambda separator: _fit(text[:_SAMPLE_CHARACTERS], separator, rate))


def _fit(sample: str, separator: str, rate: Rate) -> tuple[tuple[bool, int], int]:
    if separator not in sample:
        return (False, 0), 0
    try:
        records = list(islice(csv.reader(_lines(sample), delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return (False, 0), 0
    headed = rate([SheetRow(number, list(record)) for number, record in enumerate(records, 1) if any(record)])
    return (headed.complete, headed.known), max((len(record) for record in records), default=0)
