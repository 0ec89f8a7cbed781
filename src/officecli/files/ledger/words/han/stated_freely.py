"""What a Chinese cell under a heading of states says in words that no list holds:
停工, 因资金问题暂缓, 好了, 待上会. In a note the same words tell of the work.
"""

from __future__ import annotations

import re
import unicodedata

from officecli.files.ledger.words.ended import HAN_DEEDS, HAN_ENDED
from officecli.files.ledger.words.han.of_a_part import OF_A_TIME, STEP
from officecli.files.ledger.words.han.states import DROPPED
from officecli.files.ledger.words.marks import boxes
from officecli.files.ledger.words.may_end import MAY_END
from officecli.files.ledger.words.plain import plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import denies_itself, leaves_open, read_state
from officecli.files.ledger.words.taken_up import put_off
from officecli.patterns import has_han, pattern

_LONGEST = 24
_SEVERAL_HAN = 6  # characters
_LATIN = pattern(r"[A-Za-z]{3,}")
_ELSEWHERE = pattern(r"[A-Za-z]{3}|见(?!效|成效|面)|详|如[上下]|同[上下左右]|另[附行]|附[件后表]|[?？]")
_PAUSED = pattern(
    r"暂(?!时?(?:无|未|没|定|行|解|缓解|不予?(?:[销结]|办结)))|缓(?!慢|解|冲)|(?<!关)停(?=$|[工滞建摆了]|[修编印译校测](?:$|[,;待等中了])|止(?:$|办|推|实|施|建|执)|下来)|搁置|冻结"
    r"|挂起|中止|中断|休眠|(?<!归档)封存"
)
_STOPPED = pattern(r"停(?=[产业运用职课售牌机止])|关停")
"""What stands still is somebody's else: of 已停产整改 and 已关停 nobody can tell whether the matter is over."""
_RESUMED = pattern(r"恢复|重启|解除|复工|解冻")
_DROPPED = pattern(
    rf"{DROPPED}|放弃|调出|不办(?![结毕完妥])|不受理|不采纳|(?:合|归|并)(?:并)?[入至到]|(?:合并|并[单案件])(?:办理|处理)?$|驳回|移除|删除|剔除"
)
_SENT_BACK = pattern(r"驳回[^，,；;]{0,6}(?:修改|补正|补充|完善|重[新做办写报]|整改|再[报审])|退[回件][^，,；;]{0,4}(?:修改|补正|补充|完善)")
"""What was handed in is to be mended, and handed in again."""
_NEEDLESS = pattern(r"无[需须]|不必|不需")
"""Of what else than the work it is said: 无需协调."""
_ASKED_FOR = pattern(r"(?:申请|建议|提请|报请|请求|拟|上报|呈报|报送)(?:予以)?(?:销号|销案|办结|验收|结案|核销|摘牌|复查|复核|审核)$")
"""The doer's word that it is done, for others to say so."""
_WISHED = pattern(
    r"(?:[拟待]|建议|申请|提请|报请|请求|是否|(?<!经)研究|考虑|可能|计划)(?:经[^,，；;]{1,8}?)?(?:予以|全部|暂时)?(?:取消|撤[销案回诉件单]|终止"
    r"|中止|暂[停缓]|缓办|搁置|并入|合并|调出)|(?:取消|撤销|撤案|终止|中止|暂[停缓]|缓办|并入|合并)[^,，;；。]{0,8}?(?:须"
    r"|(?<![不无再])需[要经报先再]|的?(?:申请|请示|建议)(?!.*[批准意]))"
)
"""A halt that is only asked for, thought of, or has to be asked for: 取消该项目须报批."""
_OPEN = pattern(
    r"(?:^|[,;])除.{1,10}?外|[就只还仅]差|未|没|尚|待|等(?!级|效)|(?<!无)需|拟|欠|暂无|无进|无法|(?<![改纠更补订矫])正(?!常化|式)|不予"
    r"|不(?:准|能|宜|可|够|同意|批准|符合)*(?:销|办结|结|闭环|完|通过|解决|落实|整改|验收)|申请|建议|提请|报请|长期(?!坚持|保持|有效)|不满意|不合格"
    r"|不到位|不彻底|不[全齐]$|不通过|不达|中$|中[，,]|部分|基本|初步|初稿|草|第[一二三1-3]|前期|阶段|接近|临近|将|争取|力争|计划|预计|延期|逾期$"
    r"|超期$|催|退回|返工|重[办新做]|继续|逐[步年]|持续(?!保持)|滞后|缓慢|红灯|黄灯|[可有]望"
    r"|(?<![认功智])[可能]够?以?(?:按[期时]|如期|提前)?(?:完|办|销|结)"
    r"|(?:下达|下发|发出|印发|送达|发送)[\u3400-\u9fff]{0,6}(?:通知书?|函|督办单|交办单|令)$|快要?(?:[好完结]|办[好完结])"
    r"|^(?:就要|马上)|分解(?:落实|下达|到)"
)
_ORDERED = pattern(
    r"^请|尽[快早速]|抓紧|加[快紧]|务必|必须|确保|保证|力求|限期(?!内)|(?<!按)(?<!照)要求|督促|责[成令]|督导|推动|全力|^应(?![急用对])|^须"
    r"|^[距离](?!退|休|岗)|难[以于]|拒不|倒排|(?<!一)直到|直至"
)
"""An order, or what is still far off: what stands behind it has yet to come about, unless it says that it has."""
_CAME = pattern(r"[已均]|得[到以]|业经|圆满|^(?!.*(?:尽|确保|务必)).*了$")
_DONE = pattern(
    rf"(?:{HAN_ENDED}|(?<=妥善)处[理置]|完|已结|结了|结清|结项|结题|销案|销项|销毕|已销|完毕|到位|搞定|[办做弄]好|(?<![说谈讲约商选想看问定])好了|清零|罢访|见效|合格|通过"
    rf"|满意|交付|验收)(?:了|完毕|并?长期(?:坚持|保持)?|并?持续保持|并?归档|封存|并?销号|满意)*$"
)
_BARE = pattern(rf"(?:{HAN_DEEDS}|交付|验收)$")
_CAME_ABOUT = pattern(r"已|均|全|都|得到|得以|妥善|圆满|顺利|自行|当场|反馈|完|了")
"""Without one of these a bare deed is as much an order (督促整改, 协调解决) as an end."""
_WHO = pattern(r"[已均都]|全部|完")
"""Before it stands what it is said of."""
_OF_YEAR = pattern(r"年度")
_BY_WHEN = pattern(r"(?:[年月日号周底末旬]|季度)(?:之|以)?前|明[年春]|来年|下[月周季旬]|次[年月]|年[底末]")
_SOME_TIME = pattern(r"[年月季](?:[底末初中]|[上中下]旬)")
"""A time of which it is not told whether it has been."""
_ONCE_DONE = pattern(r"(?<![延落先前最之善])后(?!续)")
"""Behind it stands what comes next, in an order as well as in what was done: 验收后销号."""
_THEN = pattern(r"已|后|令|通知|继续|重新|改[为用]|另行")
"""Behind a halt it says that something else came of it: 中断供水已处理, 取消停工令."""
_SHARE = pattern(r"100 ?%$")


def stated_freely(text: str) -> Stated | None:
    """The state that a cell of a column of states says by what its words are made of; None where they point elsewhere, or tell of an end that is not plain."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip("。.!！;；,，")
    if not 1 < len(plain) <= _LONGEST or not has_han(plain) or _ELSEWHERE.search(plain) or denies_itself(text) or leaves_open(text) or boxes(text):
        return None
    if (latin := " ".join(_LATIN.findall(text))) and read_state(latin):
        return None  # Completed 进行中: two languages, and not the same
    if _WISHED.search(plain):
        return Stated("open", plain, firm=False, noted=False)
    if (paused := _PAUSED.search(plain)) and not _RESUMED.search(plain):
        return None if _THEN.search(plain, paused.end()) else Stated("suspended", plain, firm=False, noted=False)
    if _STOPPED.search(plain):
        return None
    if _SENT_BACK.search(plain):
        return Stated("open", plain, firm=False, noted=False)
    if dropped := _DROPPED.search(plain):
        return None if _THEN.search(plain, dropped.end()) or put_off(plain[dropped.end() :]) else Stated("cancelled", plain, firm=False, noted=False)
    if _NEEDLESS.search(plain):
        return None
    if _ASKED_FOR.search(plain):
        return Stated("submitted", plain, firm=False, noted=False)
    if _OPEN.search(plain) or (_ORDERED.search(plain) and not _CAME.search(plain)):
        return Stated("open", plain, firm=False, noted=False)
    if _BARE.search(plain) and not _CAME_ABOUT.search(plain):
        return None
    if _DONE.search(_SHARE.sub("", plain)):
        if _BY_WHEN.search(plain) and not _CAME.search(plain):
            return Stated("open", plain, firm=False, noted=False)  # 年底前完成
        unsure = STEP.search(_WHO.split(plain)[0]) or OF_A_TIME.search(plain) or _OF_YEAR.search(plain) or may_be_to_come(plain)
        then = _ONCE_DONE.search(plain) and not _CAME.search(plain)
        return None if unsure or then else Stated("closed", plain, firm=False, noted=False)
    return None if _SPEAKS_OF_END.search(plain) else Stated("open", plain, firm=False, noted=False)


def may_be_to_come(clause: str) -> bool:
    """Whether a clause names a time of which it does not tell whether it has been: 任务于12月底全部完成."""
    return (_SOME_TIME.search(clause) or _BY_WHEN.search(clause)) is not None and _CAME.search(clause) is None


def goes_on(clause: str) -> bool:
    """Whether a clause of a note says that something goes on, is to come, rests or was ordered."""
    plain = re.sub(r"\s+", "", clause)
    return any(rule.search(plain) for rule in (_OPEN, _ORDERED, _PAUSED, _STOPPED, _ELSEWHERE)) or plain.startswith(("下一步", "下步", "但"))


def echoes(text: str, heading: str) -> str:
    """The state of a cell that says of its heading's own word that it is done or not:
    under 摘牌情况 已摘牌 is closed, 未摘牌 and 正在摘牌 open; "" for any other.
    """
    found = re.fullmatch(r"(已经?|未|尚未|没有|正在|待|拟)([\u3400-\u9fff]{2,4})", text.strip())
    if found is None or found[2] not in heading or found[2] in heading[-2:]:
        return ""
    return "closed" if found[1].startswith("已") else "open"


_SPEAKS_OF_END = pattern(
    r"属实|完|结|毕|销|闭|止|撤|消|废|归|验|达|通过|到位|否|不|无|并|退|拒|否决|失败|流标|黄了|重复"
    r"|^已(?![开启受交转催立签派分报约谈接收列纳动发进下预挂]|部署|安排|登记|着手|联系|沟通|对接).{1,4}$"
)
"""What speaks of an end in a way that is not understood: such a cell is asked about."""


def tells_of_work(text: str) -> bool:
    """Whether several words of no known state tell how the work goes (正由专班对接), and
    nothing in them of an end or a pause; what is all English is read by `stated_in_english`.
    """
    plain = plain_text(text)
    return not plain.isascii() and len(plain) >= _SEVERAL_HAN and not MAY_END.search(plain)
