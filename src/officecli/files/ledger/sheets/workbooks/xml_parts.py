"""Parses the XML inside packed files: nothing is followed, nothing expanded, and no more is held than needed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from posixpath import join, normpath
from typing import IO, Any, NamedTuple

from lxml import etree

from officecli.files.ledger.sheets.cells import raised
from officecli.files.ledger.sheets.limits import too_long_cell
from officecli.files.ledger.sheets.table import MAX_ROWS, too_many_rows, too_wide

_LONGEST_RUN = 1 << 20  # bytes without an element: a cell holds 32,767 characters
_MOST_CELLS = 20_000  # of a row: a sheet has 16,384 columns
LOOKS = (b"strike", b"superscript")
"""Where a word that is struck through, or set high, begins."""
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def whole_part(archive: zipfile.ZipFile, path: str) -> Any:
    """The root of a small part of an archive."""
    with archive.open(path) as stream:
        try:
            return etree.parse(stream, etree.XMLParser(**_SAFE)).getroot()
        except etree.XMLSyntaxError as error:
            raise _told(error) from None


def relations(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    """Relation id → the file in the archive it leads to, of a workbook's list of relations."""
    if path not in archive.namelist():
        return {}
    found = {}
    for relation in whole_part(archive, path):
        target = relation.get("Target", "")
        found[relation.get("Id", "")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    return found


def elements(stream: IO[bytes], *tags: str) -> Iterator[Any]:
    """The elements of these tags (`{*}row`) as they end, each forgotten when the next is asked for."""
    found = etree.iterparse(stream, events=("end",), tag=tags, **_SAFE)
    try:
        for _event, element in found:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise _told(error) from None


class Seen(NamedTuple):
    """A text of several looks as a reader sees it, without the words that are struck through; and whether there are any."""

    text: str
    is_partly_struck: bool


def seen_texts(archive: zipfile.ZipFile, path: str) -> dict[str, Seen]:
    """Place of a text among a workbook's shared ones → what is seen of it, for those of which a part is struck through or set high."""
    with archive.open(path) as stream:
        before = b""
        while piece := stream.read(1 << 20):
            if any(look in before + piece for look in LOOKS):
                break
            before = piece[-16:]
        else:
            return {}
    with archive.open(path) as stream:
        texts = ((str(place), seen_of(text)) for place, text in enumerate(elements(stream, "{*}si")))
        return {place: seen for place, seen in texts if seen}


def seen_of(text: Any) -> Seen | None:
    """What is seen of a text of several looks; None where it is the text as it stands, or where all of it is struck through."""
    runs = [(_is_struck(run), run.findtext("{*}t") or "", _is_high(run)) for run in text.iterfind("{*}r")]
    partly = any(struck and said.strip() for struck, said, _high in runs)
    left = [(said, raised(said) if high else said) for struck, said, high in runs if not struck]
    if not any(said.strip() for said, _shown in left) or not (partly or any(said != shown for said, shown in left)):
        return None
    return Seen("".join(shown for _said, shown in left), partly)


def _is_struck(run: Any) -> bool:
    return any(strike.get("val", "1") not in {"0", "false"} for strike in run.iterfind("{*}rPr/{*}strike"))


def _is_high(run: Any) -> bool:
    return any(place.get("val") == "superscript" for place in run.iterfind("{*}rPr/{*}vertAlign"))


def _told(error: etree.XMLSyntaxError) -> Exception:
    """What to say where the parser stops: that a text is too long, or what is wrong in its own words."""
    is_long = any(words in str(error).lower() for words in ("huge", "too long", "limit exceeded"))
    return too_long_cell() if is_long else error


def pieces(archive: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """A part as it unpacks, a piece at a time."""
    with archive.open(path) as stream:
        while piece := stream.read(_LONGEST_RUN):
            yield piece


def check_rows(archive: zipfile.ZipFile, path: str, row: bytes = b"<row", cell: bytes = b"<c", *, each: int = 1) -> None:
    """Refuse a sheet of more rows, or with more cells in a row, than any ledger has: each would be an element to hold or to look at.

    `row` and `cell` stand where one begins, or so many times (`each`) for one.
    """
    rows = 0
    for piece in pieces(archive, path):
        begun = piece.count(row)
        if piece.count(cell) > (begun + 1) * _MOST_CELLS * each:
            raise too_wide(max((rows + begun) // each, 1))
        rows += begun
        if rows > MAX_ROWS * each:
            raise too_many_rows()


def check_runs(archive: zipfile.ZipFile, path: str) -> None:
    """Refuse texts longer than any cell, before they are held in memory."""
    if any(len(piece) == _LONGEST_RUN and b"<" not in piece for piece in pieces(archive, path)):
        raise too_long_cell()
