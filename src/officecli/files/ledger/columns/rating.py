"""How well the first rows of a table name the columns of a ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.files.ledger.columns.by_heading.three_in_one import three_in_one
from officecli.files.ledger.columns.heading_rows import headed_keys, heading_row, stands_over, texts_of_row
from officecli.files.ledger.columns.outright import asks_what_and_who, is_outright
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow
from officecli.patterns import pattern

_LABEL = pattern(
    r"(?:项目|会议|评审|部门|单位|任务|工作|填报|填表|编制|审核|批准|联系|实训|申报|参会|出席|记录|主持)?(?:组)?(?:名称|时间|日期|地点|主题|议题"
    r"|编号|电话|经理|负责人|主持人|记录人|人员|填报人|审核人|联系人)"
)
"""What stands before a blank of a form, and is nobody."""
_OF_A_ROLE = pattern(r"(?:人|经理|人员)$")
"""A label that may as well say in what role somebody leads: of nothing else is a form made."""
_OF_WHO_CAME = pattern(
    r"names?|organi[sz]ations?|compan(?:y|ies)|representing|roles?|positions?|titles?|initials|e-?mail|phone|tel(?:ephone)?|present|apologies"
    r"|attendance|attended|signature|sign|department|dept|unit|office|no|#"
    r"|contacts?(?: (?:no|number|details|info(?:rmation)?))?|capacity|[√✓✔x]"
)
"""A heading of a list of those who were there; it is no ledger."""
_LOOKED_AT = 8  # rows below the headings


def rate(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> Headed:
    """How well the first rows name the columns of a ledger."""
    index, texts = heading_row(rows, mapping)
    several = {place: {key for _text, key in parts} for place, text in enumerate(texts) if (parts := three_in_one(text))}
    if sum(map(bool, texts)) == 1:
        several = {}  # a line of text whose separator is another
    known = headed_keys(texts, mapping).union(*several.values())
    matter = next(iter(several), None)
    if matter is None:
        matter = next((place for place, text in enumerate(texts) if "title" in headed_keys([text], mapping)), None)
    if matter is None:  # 下周工作 is the matter where nothing else is
        matter = next((place for place, text in enumerate(texts) if any(one.key == "title" for one in meanings(text))), None)
    form = _is_form(rows[index + 1 : index + 1 + _LOOKED_AT], texts)
    attended = all(_OF_WHO_CAME.fullmatch(text.casefold().strip(" .:")) for text in texts if text)
    return Headed(
        not attended and not form and matter is not None and bool(known & LEADS),
        len(known),
        index + 1,
        matter,
        tuple(texts),
        bool(known & DEADLINES),
        bool(known & {"closed", "status", "percent", "progress"}),
        index > 0 and stands_over(texts_of_row(rows[index - 1].cells), texts_of_row(rows[index].cells)),
        tuple(text and (first_key(text) or normal(text)) for text in texts),
        bool(several) or is_outright(texts, matter, mapping),
        asks_what_and_who(texts, matter, mapping),
        tuple(place for place, text in enumerate(texts) if text and not first_key(text)),
    )


def _is_form(rows: Sequence[SheetRow], texts: Sequence[str]) -> bool:
    """Whether labels of a form stand where a ledger names who leads: 项目名称,
    项目组名称 over 会议时间 and 会议主持人, each with what is filled in beside it.
    """
    leads = [place for place, text in enumerate(texts) if first_key(text) in LEADS]
    cells = [text for row in rows for place in leads[:1] if place < len(row.cells) and (text := cell_text(row.cells[place]))]
    labels = [label for text in cells if _LABEL.fullmatch(label := text.rstrip(":："))]
    return len(labels) > 1 and 2 * len(labels) >= len(cells) and not all(map(_OF_A_ROLE.search, labels))
