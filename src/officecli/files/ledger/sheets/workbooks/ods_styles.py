"""What the styles of an OpenDocument spreadsheet tell: what strikes through, what is set high, which format shows a date as its month."""

from __future__ import annotations

from typing import Any

from officecli.files.ledger.sheets.cells import raised
from officecli.files.ledger.sheets.workbooks.xml_parts import Seen

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLES = (f"{_STYLE}style", f"{_NUMBER}date-style")
"""The elements to be noted, in the order of the file: a format stands before the styles that use it."""


class Styles:
    """The names of the styles of cells that strike through, and of those that show a month, with "年" where in Chinese."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self.months: dict[str, str] = {}
        self._struck_words: set[str] = set()
        self._high_words: set[str] = set()
        self._month_formats: dict[str, str] = {}

    def note(self, element: Any) -> None:
        """Take down one of `STYLES`."""
        name = element.get(f"{_STYLE}name", "")
        if element.tag == STYLES[1]:
            shows = {part.tag.rpartition("}")[2]: part for part in element.iterchildren(f"{_NUMBER}*")}
            if {"year", "month"} <= shows.keys() and shows.keys().isdisjoint({"day", "hours", "seconds"}):
                self._month_formats[name] = "年" if any("年" in (part.text or "") for part in element.iterchildren(f"{_NUMBER}text")) else ""
            return
        looks = list(element.iterfind(f"{_STYLE}text-properties"))
        is_struck = any(look.get(f"{_STYLE}text-line-through-{of}", "none") != "none" for look in looks for of in ("style", "type"))
        if element.get(f"{_STYLE}family") == "text":
            if is_struck:
                self._struck_words.add(name)
            if any(_is_high(look.get(f"{_STYLE}text-position", "")) for look in looks):
                self._high_words.add(name)
            return
        if is_struck:
            self.struck.add(name)
        if (shown := element.get(f"{_STYLE}data-style-name", "")) in self._month_formats:
            self.months[name] = self._month_formats[shown]

    def seen(self, cell: Any) -> Seen | None:
        """What is seen of a cell in which words are struck through or set high; None where it is the text as it stands."""
        if (not self._struck_words and not self._high_words) or cell.find(f"{_TEXT}p/{_TEXT}span") is None:
            return None
        lines = [[*self._parts(line)] for line in cell.iterchildren(f"{_TEXT}p")]
        partly = any(struck and said.strip() for line in lines for said, _shown, struck in line)
        text = "\n".join("".join(shown for _said, shown, struck in line if not struck) for line in lines)
        high = any(said != shown for line in lines for said, shown, _struck in line)
        return Seen(text, partly) if text.strip() and (partly or high) else None

    def _parts(self, line: Any) -> list[tuple[str, str, bool]]:
        """Each part of a line: its text, what is seen of it, and whether it is struck through."""
        found = [(line.text or "", line.text or "", False)]
        for part in line.iterchildren():
            said, style = "".join(part.itertext()), part.get(f"{_TEXT}style-name", "")
            if part.tag == f"{_TEXT}s":
                said = " " * min(int(part.get(f"{_TEXT}c", "1")), 100)
            found.append((said, raised(said) if style in self._high_words else said, style in self._struck_words))
            found.append((part.tail or "", part.tail or "", False))
        return found


def _is_high(position: str) -> bool:
    """Whether a text stands above its line: `super 58%`, `33% 58%`."""
    where = position.split(" ", 1)[0]
    return where == "super" or (where.endswith("%") and where[:-1].isdecimal() and int(where[:-1]) > 0)
