"""Which rows of a ledger are no items, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.columns.headings import Headings, same_headings
from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text
from officecli.files.ledger.sheets.sheet_rows import Skipped, row_list
from officecli.i18n import N_, _
from officecli.typed.text import is_nothing

SAID = {
    "section": N_("Section titles are skipped: {rows}."),
    "total": N_("Totals are skipped: {rows}."),
    "footer": N_("Remarks beside the matters are skipped: {rows}."),
    "headings": N_("Repeated headings are skipped: {rows}."),
    "struck": N_("Rows struck through are skipped: {rows}. If they are still to be done, take the line away."),
    "empty": N_("Rows with no more than a number are skipped: {rows}."),
}
"""What is said of the rows skipped, by reason."""

_SECTION = re.compile(r"[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）]|第.{1,4}[部类章季]|[IVX]+\s*[.、]|[A-Z]\.\s")
_TOTAL = re.compile(r"(?:合计|小计|总计|共计|(?:grand|sub)?-?total)[:：]?[\d.]*[件项条个]*", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:注|备注|说明|填报|填表|制表|审核|联系人|联系电话|单位负责人|单位盖章|note|notes|prepared by|checked by)[^,，]{0,12}[:：]", re.IGNORECASE
)


class Skipping:
    """Tells the rows below given headings that are no items."""

    def __init__(self, headings: Headings) -> None:
        self._headings = headings
        self._places = frozenset(place for key, place in headings.columns.items() if key not in ("remarks", "labels"))

    def reason(self, cells: Sequence[Cell]) -> str | None:
        """Why a row is no item, by its word in SAID; None when it is one."""
        lead, title = self._headings.columns["lead"], self._headings.columns["title"]
        if _filled(cells, title) and _filled(cells, lead):
            return "headings" if same_headings(self._headings, cells) else None
        texts = ((place, cell_text(cell) or ("=" if isinstance(cell, Unclear) else "")) for place, cell in enumerate(cells))
        told = {place: text for place, text in texts if not is_nothing(text)}
        return _aside(list(told.values()), beside=self._places.isdisjoint(told))


def _aside(texts: Sequence[str], *, beside: bool) -> str | None:
    """What a row without matter or lead is by its texts; they stand `beside` the matters where no known column has one."""
    if beside and all(len(text) < 5 and text.isalnum() for text in texts):
        return "empty"  # only numbered ahead
    if any(_TOTAL.fullmatch(text.replace(" ", "")) for text in texts[:3]):
        return "total"
    if all(_FOOTER.match(text) for text in texts):
        return "footer"
    if len(texts) == 1 and (beside or _SECTION.match(texts[0])):
        return "section"
    return "footer" if beside else None


def _filled(cells: Sequence[Cell], place: int) -> bool:
    return place < len(cells) and cells[place] not in (None, "")


def skipped_notes(skipped: Sequence[Skipped]) -> list[str]:
    """What is said of the rows skipped, a sentence a reason."""
    rows: dict[str, list[int]] = {}
    for one in skipped:
        rows.setdefault(one.reason, []).append(one.row)
    return [_(sentence).format(rows=row_list(rows[reason])) for reason, sentence in SAID.items() if reason in rows]
