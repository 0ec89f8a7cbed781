"""A list of boxes to be ticked (`- [x] Order chairs 📅 2026-07-10 ✅ 2026-07-03`), as editors and wikis keep tasks in text: a matter each."""

from __future__ import annotations

from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import Book, Table
from officecli.i18n import _
from officecli.patterns import pattern

_MOSTLY = 0.6
_BOX = pattern(r"\s*(?:[-*+•]|\d{1,3}[.)])?\s*\[(?P<box>[ xX/>-])\]\s+(?P<text>\S.*)")
_STATES = {" ": "open", "/": "open", ">": "open", "x": "closed", "X": "closed", "-": "cancelled"}
_DAY = r"\d{4}-\d\d-\d\d"
_SIGNS = {
    "📅": "due",
    "📆": "due",
    "🗓": "due",
    "✅": "closed",
    "➕": "issued",
    "❌": "cancelled",
    "due": "due",
    "completion": "closed",
    "created": "issued",
}
_SIGNED = pattern(rf"(?P<sign>[📅📆🗓✅➕❌])\ufe0f?\s*(?P<day>{_DAY})")
_NAMED = pattern(rf"(?:[\[(](?P<sign>due|completion|created)::\s*|@(?P<at>due)\(|(?<!\S)(?P<key>due):)(?P<day>{_DAY})[\])]?")
_REST = pattern(r"🔁[^📅📆🗓✅➕❌⏳🛫🔺⏫🔼🔽⏬]*|[⏳🛫]\ufe0f?\s*\d{4}-\d\d-\d\d")
"""How often it comes round, and days on which nothing is due."""
_URGENT = pattern(r"[🔺⏫]\ufe0f?")
_OTHER = pattern(r"[🔼🔽⏬]\ufe0f?")
_OWNER = pattern(r"(?<!\S)@(?P<word>[\w.-]+)(?!\()")
_LABEL = pattern(r"(?<!\S)#(?P<word>[^\W\d][\w/-]*)")
_COLUMNS = ("title", "lead", "issued", "due", "status", "closed", "cancelled", "urgency", "labels", "remarks")


def as_checklist(book: Book) -> None:
    """Put a table of the boxes in the place of a text that is a list of them; say that it was done."""
    filled = [(number, line) for number, line in enumerate(book.lines, 1) if line.strip()]
    found = {number: _row(number, box["box"], box["text"]) for number, line in filled if (box := _BOX.fullmatch(line))}
    if len(found) < 2 or len(found) < _MOSTLY * len(filled):
        return
    others = [SheetRow(number, [line.strip()]) for number, line in filled if number not in found]
    book.tables = [Table("", [SheetRow(0, list(_COLUMNS)), *found.values()], others=others)]
    book.is_document = True
    book.notes.append(_("No table is here: each box of the list is read as a matter, ticked as closed."))


def _row(number: int, box: str, text: str) -> SheetRow:
    """One box: its days by the signs before them, who it is for behind @, labels behind #."""
    told = dict.fromkeys(_COLUMNS, "")
    told["status"] = _STATES[box]
    for one in (*_SIGNED.finditer(text), *_NAMED.finditer(text)):
        said = one.groupdict()
        told[_SIGNS[said["sign"] or said.get("at") or said["key"]]] = one["day"]
    text = _NAMED.sub("", _SIGNED.sub("", text))
    told["remarks"] = " ".join(rest[0].strip() for rest in _REST.finditer(text))
    text = _REST.sub("", text)
    told["urgency"] = "urgent" if _URGENT.search(text) else ""
    text = _OTHER.sub("", _URGENT.sub("", text))
    told["lead"] = "; ".join(one["word"] for one in _OWNER.finditer(text))
    told["labels"] = "; ".join(one["word"] for one in _LABEL.finditer(text))
    told["title"] = " ".join(_LABEL.sub("", _OWNER.sub("", text)).split()) or text.strip()
    return SheetRow(number, [told[key] or None for key in _COLUMNS])
