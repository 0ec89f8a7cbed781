"""That what was done has to be done again, as it is told behind the end: 又损坏, 问题反弹, 退回重办, leaking again."""

from __future__ import annotations

from functools import lru_cache

from officecli.files.ledger.words.plain import plain_text
from officecli.patterns import pattern

_FAULT = r"坏|损|破|裂|漏|堵|塞|断|脱落|倒|熄|灭|出现|发生|产生|堆|积水|锈|丢|盗|故障|失灵|投诉|反映|举报|上访|信访|超标|违[规法停建]"
_MENDS = r"[^，,；;]{0,4}(?:更换|清[理除运]|疏[通浚]|[修补维拆]|整[改治修]|[排检核巡]查|[粉涂]刷|铺|安装|加固|浇筑|处[理置]|答复|回复)"
"""What was done once more about the fault, and not the fault itself: 重新更换破损井盖."""
_IN_HAN = pattern(
    rf"(?:又|再次|再度|重新|重复)(?!{_MENDS})[^，,；;]{{0,8}}?(?:{_FAULT})|反弹|复发|回潮|死灰复燃|重现|反复(?:出现|发生)?$"
    rf"|(?:后|但|目前|现)(?:又|再)?(?:坏|损坏|破损|堵塞?|漏水?|停)了?$"
    rf"|(?:退回|打回|发回|驳回)[^，,；;已]{{0,6}}?(?:重新?[办做整核查报审]|整改|补[充正办]|修改|完善|返工|再[办报审])"
    rf"|(?:^|[被又日后])(?:退回|打回)$|返工$|重办$"
    r"|重新(?:打开|立案|受理|办理|整改)了?$|(?:^|[被又日后已])重开了?$"
)
_IN_ENGLISH = pattern(
    r"\b(?:broke(?:n)?|leak(?:s|ing|ed)?|fail(?:s|ing|ed)?|damaged|vandali[sz]ed|down|out of order|clogged|cracked|loose|stolen|torn"
    r"|flood(?:s|ed|ing)?|blocked|tripped|jammed|missing|faulty|dirty|overdue)"
    r" (?:again|since|anew|once more)\b|\b(?:recurred|re ?occurred|relapsed|came back|is back|has returned|broke down)\b"
    r"|\b(?:returned|(?:sent|kicked|bounced) back)(?: to \w+)?(?: [\d/.-]+)? for (?:re ?(?:work|visions?|writ\w+|do|draft\w*|pair|submi\w+)"
    r"|corrections?|changes|edits|fix\w*)\b|\b(?:sent|kicked|bounced) back(?: on)?(?: [\d/.-]+)?$"
)
_NOT = pattern(r"[未没无防免杜]|不再|\b(?:not|no|never|without|hasn't|nothing)\b")


@lru_cache(maxsize=1024)
def came_back(words: str) -> bool:
    """Whether a clause says that the fault is there again, and not that it is not: 未再出现."""
    plain = plain_text(words)
    return (_IN_HAN.search(plain) or _IN_ENGLISH.search(plain)) is not None and not _NOT.search(plain)
