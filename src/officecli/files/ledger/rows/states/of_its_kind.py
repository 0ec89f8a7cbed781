"""What the kind of a row asks for: 废止 of 废 under 类别, 注销 under 办理类型. Of a rule that is to be repealed 已废止 is the end, and no withdrawal."""

from __future__ import annotations

from functools import lru_cache

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.patterns import pattern

_OF_KIND = pattern(r".{0,6}(?:类[别型]|种类|性质|方式|意见|结论|去向|方向)|(?:拟)?(?:处[置理]|清理|办理)")
_DEED = pattern(
    r"(?:拟|应|需|予以|建议)?(?P<deed>废止|修[订改正]|制定|制订|出台|注销|撤销|取消|终止|停用|停办|报废|拆除|调拨|划转|拍卖|销毁|移除|移交|清退|腾退|搬迁|关停|取缔"
    r"|换[发证]|补办|新办|变更|延续|续[签租订]|新签|采购|租[用赁]|维修|更换|转让|核销)类?"
)
_IN_SHORT = {"废": "废止", "改": "修订", "立": "制定"}
_PAPERS = {"修订": "修订修改", "修改": "修订修改", "制定": "制定出台"}
"""Deeds of which a note tells by either word."""


def matter(cells: RowCells) -> str:
    """The title of a row, with the deed before it that its kind names."""
    title, deed = cells.line("title"), deed_of_kind(cells)
    return title if deed in title else f"{deed}{title}"


def deed_of_kind(cells: RowCells) -> str:
    """The deed that the kind of a row names; "" where none does."""
    told = (cell_text(cells.at(place)) for place, heading in enumerate(cells.headings) if _is_of_kind(heading))
    return next(filter(None, map(_deed, told)), "")


@lru_cache(maxsize=1024)
def _is_of_kind(heading: str) -> bool:
    return _OF_KIND.fullmatch(heading.strip()) is not None


@lru_cache(maxsize=1024)
def _deed(text: str) -> str:
    """The deed that a cell names, and nothing else; "" for any other."""
    plain = text.strip()
    found = _DEED.fullmatch(_IN_SHORT.get(plain, plain))
    return _PAPERS.get(found["deed"], found["deed"]) if found else ""
