"""What its doer says is done, and others found wanting: 已完成, beside 不合格，返工 under 验收情况."""

from __future__ import annotations

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.state import State
from officecli.i18n import _
from officecli.model.words import word
from officecli.patterns import pattern
from officecli.typed.text import shown

_CHECKED = pattern(r"验收|复[查核检验审]|审[核查]|核[查验]|验证|检验|把关")
"""A heading under which others say what they found."""
_TO_CHECK = pattern(rf"{_CHECKED.pattern}|[检抽巡督普排]查|检测|监测|评审|考核")
"""A matter that is to look at others: what it found is its result."""
_WHO = (
    r"(?:经|现场|组织|第?[一二三1-3]次|[\u3400-\u9fff]{0,4}?(?:组|局|科|室|办|人|领导)){0,4}"
    r"(?:复[查核检验审]|验收|审[核查]|核[查验]|验证|检验)?(?:结果|结论|意见|情况)?(?:为|:|：)?"
)
_WANTING = r"(?:不合格|[未不]通过|没有?通过|[未不]达标|不达要求|[未不]符合要求|不到位|退回|打回|发回|驳回|重办|返工|不予(?:通过|验收|销[号项]))"
_AGAIN = (
    r"(?:[，,；;、。(（\s]*(?:请|需|须|待|应|要求|已?退回|打回|限期|尽快|\d{1,2}(?:日|天)内|\d{1,2}月\d{1,2}日前?)*"
    r"(?:返工|(?:重新)?(?:修改|整改|办理|报送|提交|上报|制作|施工|核实)|重[做办报]|补[充正][\u3400-\u9fff]{0,4}?|完善|再[报审改])(?:后(?:再次?|重新?|另行)?(?:报送?|审|验收?|提交|上报|复[审验查]))?[)）。]?)"
)
_SENT_BACK = pattern(rf"{_WHO}{_WANTING}{_AGAIN}{{0,4}}[。.]?|{_WHO}(?:需|须|请|应){_AGAIN}{{1,4}}")


def sent_back(cells: RowCells, state: State) -> None:
    """Let what is closed by the word of its doer go on where others sent it back, and report it where it was struck off all the same."""
    if state.code != "closed" or not state.column or _CHECKED.search(state.column):
        return
    told = [*cells.notes(("result", "progress"), remarks=False), *cells.kept(_CHECKED)]
    found = next(((heading, text) for heading, text in told if _CHECKED.search(heading) and _SENT_BACK.fullmatch(text.strip())), None)
    if found is None or _TO_CHECK.search(f"{cells.heading('title')} {cells.line('title')}"):
        return
    heading, text = found
    if cells.strikes_off is not None or "销" in state.column:
        what = _("“{words}” under “{heading}” says otherwise: the state here is {state}.")
        what = what.format(words=shown(text, 30), heading=heading, state=word("status", "closed"))
        cells.problem("status", cells.get("status"), what, _("Correct one of the two."))
        return
    state.code, state.beside, state.returned = "open", "", True
    cells.inferred["status"] = _("it came back: “{words}” under “{heading}”").format(words=shown(text, 30), heading=heading)
