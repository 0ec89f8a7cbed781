"""Who follows up here what an outside body does, as the cells of who leads and who helps say it: 县水务局（徐静跟办）, 县水务局（盯办：徐静）."""

from __future__ import annotations

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.patterns import pattern
from officecli.typed.office.name_cell import NameCell

_BEFORE, _BEHIND = r"(?:^|[\s、，,；;(（])", r"(?=[\s、，,；;)）]|$)"
_OURS = r"(?:我方|我[局院馆校所站办]|本(?:单位|[局院馆校所站办])|[局院馆校所站][内方])"
"""This office, beside a body outside."""
_FOLLOWS = r"(?:跟办|盯办|跟进|跟踪|盯[着住守]|对接)"
_FOLLOWS_UP = pattern(rf"{_BEFORE}(?:由|请)?{_OURS}?(?P<who>[\u3400-\u9fff]{{2,12}}?)(?:同志)?(?:负责|具体)?[(（]?{_FOLLOWS}{_BEHIND}")
"""张三跟办; 我方张三跟进."""
_NAMED = pattern(rf"{_BEFORE}(?:{_OURS}?{_FOLLOWS}(?:人员?|员)?|{_OURS})[:：]\s*(?P<who>[\u3400-\u9fff]{{2,12}})(?=[\s，,；;)）]|$)")
"""盯办：张三; 馆方跟进人：张三; 我方：张三. Of two who are named nobody can tell which."""


def following_up(cells: RowCells) -> list[NameCell]:
    """Those of whom the cells of who leads and who helps say that they follow it up; a section, too, may do so: that is its head."""
    texts = [text for key in ("lead", "support") if (text := cell_text(cells.get(key)))]
    return [NameCell("", found["who"], role="lead") for text in texts for form in (_FOLLOWS_UP, _NAMED) for found in form.finditer(text)]
