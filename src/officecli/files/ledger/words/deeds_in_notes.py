"""What a note tells of a deed that was done, and whether that was all its matter asked for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.han.of_a_part import STEP, is_of_part, names_part
from officecli.files.ledger.words.han.said_briefly import ON_A_DAY, is_one_brief_deed, is_said_briefly, tells_of_its_end
from officecli.files.ledger.words.han.several import asks_for_several, comes_again
from officecli.files.ledger.words.han.stated_freely import goes_on
from officecli.files.ledger.words.in_notes import ADDED, ON, clauses_of, one_day
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_COUNT = pattern(r"(?<=[\u3400-\u9fff])了?(?P<many>\d{1,5}[\u3400-\u9fff])$")
_HOW = (
    r"(?:按(?:[期时]|要求|规定|通知)|电话|书面|当面|口头|上门|现场|(?:在|通过|经由?|以|用)[\u3400-\u9fff]{2,6}?(?=[\u3400-\u9fff]{2}$)"
    r"|如期|全部|及时|正式|顺利|全面|提前)*"
)
_WHEN = rf"(?:[于在]?(?:{ON}|\d{{1,2}}[:：]\d\d|[上下]午))?"
_DID = pattern(
    rf"(?P<who>.{{1,8}}?)?(?:{_WHEN}(?:已|均已|都已)(?:经)?"
    rf"|[于在]?{ON}(?:当[天日晚]|[早晚]上?)?){_WHEN}{_HOW}(?P<deed>[\u3400-\u9fff]{{2}})(?P<what>(?![\u3400-\u9fff]*[一二三四五六七八九十几]?[次期轮批个项部])[\u3400-\u9fff]{{0,10}})"
)
_ALL_OF_IT = pattern(r"(?:全部|所有|各项|相关|该项|本项|目标)*(?:任务|工作|内容|事项|目标|整改|工程|项目|建设|手续)")
"""What was completed is the matter itself, in other words."""
_ONE_CHARACTER = frozenset("付交缴还退发送报")
"""Deeds of which a deadline's heading gives one character (应付日期), and a note two: 已付款."""
_AND_THEN = pattern(
    rf"(?P<day>[于在]?(?:{ON})[日号]?)?(?:已|均已)(?:(?:审[定议核批]|会签)(?:通过)?|通过|签批)(?:[并后]|之后)已?(?P<last>[\u3400-\u9fff]{{2}})"
)
"""What was done before a paper went out, and that it did."""
_DAY_BEHIND = pattern(
    rf"(?P<before>(?:^|(?<=[,;。\n]))[\u3400-\u9fff]{{0,8}}?)(?P<deed>(?:均|都)?已?(?:经)?[\u3400-\u9fff]{{2,6}})\((?P<day>{DAY_WORD})\)(?=$|[,;。\n])"
)
"""A deed with its day in brackets: 合同已签订（6月12日）, which says what 合同6月12日已签订 does."""
_HANDED_IN_ON = pattern(
    rf"[于在]?(?P<day>{ON})日?(?:前|[上下中]午)?(?:已经?|均|正式|全部)?(?:报送|上报|呈报|报|提交|递交|上交|送交|交(?!接|流|底|叉)|递|寄"
    rf"|送)(?!.*(?:[初草]稿|草案|部分|征求))[^,，;；。\d]{{0,10}}"
)
"""All that a note tells of what is known to be handed in: that it was, and the day."""
_DEED_OR_END = pattern(r"均?已(?:全部|严格|认真)?(?:执行|实施|落地|贯彻|传达|办妥|照办|办理|兑现|整理|贯彻执行|执行到位)(?:完毕|到位)?")
"""A deed that as well may be all that was asked: 已执行."""
_OBJECT_AND_VERB = 4
"""Characters of a deed with what it is done to: 合同签订."""
_SAYS_IT_IS = pattern(r"已|均|完成|了|完毕")
_PLANNED = ("定", "拟", "将", "计划", "安排")
_PAPERWORK = pattern(r"(?:通知书?|表格?|问卷|回执|告知书)$")
"""What goes out before the work, or about it: 通知已发放, of 发放补贴."""
_DENIES = frozenset("不没未无")
_EACH = pattern(r"全部|均|都")
_SO_FAR = pattern(
    r"初稿|草[稿案]|提纲|大纲|报[审批请]|送审|呈批|提请|征求意见|筹备|预备|审[核批定议查阅签]|把关|会签|一半|过半|部分|预付|首[付批期]|定金|意向|临时|前期|阶段"
)
"""Beside a deed that was done: it is one on the way, or of a part. 已报送县人社局审核."""
_BEGINS = pattern(r"加强|强化|启动|开展|开始|推进|受理|签收|接收|登记|安排|部署|转办|交办|组织|协调|对接|联系|研究|落实")
_TOOK_PLACE = pattern(r"签[订署约]|报送|上报|提交|递交|送达|寄出|入职|上线|启用|竣工|搬迁|续[签保费]|缴[纳清]|办[结妥]")
"""Deeds that are over with their day, whatever comes after."""
_HELD = pattern(r"召开|举办|举行")
_GATHERING = pattern(r"会(?!计|员|所)|活动|演练|仪式|培训|比赛|竞赛|论坛|讲座|运动")
_RUN = pattern(r"开展|进行|组织|结束")
_ISSUED = pattern(r"印发|出台|发布|颁布|公布|刊发|发文|下发")
_DRAWN_UP = pattern(r"制定|制订|出台|修订|编制|编发|编印|起草|拟定|印发|完善.{0,12}(?:制度|办法|规定|细则|机制)|建立.{0,12}(?:制度|办法|机制)")
"""A paper that is drawn up: it is over once it was issued."""
_FULFILLED = pattern(
    r"反馈|回复|答复|送达|排除|修复|恢复|清理|清除|清运|拆除|更换|归还|退还|兑现|发放|支付|付清|拨付|补齐|补发|到账|办好|解决|化解|消除|疏通|整治"
    r"|取缔|赔付|安置|撤除|入库|移交|交付|投用|开通"
)
"""What became of a matter, where its result is told."""
_IS_OVER = pattern(rf"{_FULFILLED.pattern}|{_ISSUED.pattern}|{_HELD.pattern}|{_TOOK_PLACE.pattern}")
"""A deed that ends what asks for it, even where more was done after."""
_DEED_ALONE = pattern(
    rf"(?:{DAY_WORD})?(?:现|目前)?(?:已经?|均已|都已)(?:全部|正式|按[期时]|统一)?(?:{_FULFILLED.pattern}|{_ISSUED.pattern}|{_HELD.pattern}|上报"
    rf"|报送|提交|签订|签约|更新|通过|安装|张贴|配备|开设)(?:了|完毕)?"
)
"""All that a note says: something was done that may be all that was asked. 已公布."""
_MENDED = pattern(
    rf"(?:[于在]?(?:{DAY_WORD})日?(?:当[天日])?)?(?:已|均已|已经|已全部)(?:修复|维修|修好|安装|补种|配齐|加固|恢复|拆除|更换|归还|退还|兑现|发放"
    rf"|付清|补齐|答复|疏通|消除|开通|投用|排除|清除|解决)"
)
"""All that a note says of a fault or a wish: it is mended."""
_THROUGH = pattern(
    rf"{ON_A_DAY}(?:已经?|都|全部?|也|就)*(?P<deed>[\u3400-\u9fff])(?:[完好妥]了|毕了?)"
    rf"|(?P<who>[\u3400-\u9fff]{{0,4}}?)(?:{ON_A_DAY}已经?|[于在]?(?:{ON})[日号]?)(?:上门|全部|都|就)*(?P<deed2>[\u3400-\u9fff])[完好妥]"
)
_WHOEVER = frozenset({"", "师傅", "维修工", "物业", "厂家", "工人", "工作人员"})
"""Who did it, where that is not what it was done to."""
_ANY_DEED = frozenset("做干弄办搞忙")
"""What is said of any work."""
_NOT_YET = frozenset("没未快将要能")
_ON_THE_WAY = _NOT_YET | frozenset("看谈问说讲听想学读量测算数查对核审议评排选挑约定订试写画拟编改用吃睡玩")
"""What is looked at, said, counted or written is done so on the way to something."""
_ALL_OF_THEM = pattern(
    r"(?:(?:上述|以上|所有)?\d{1,4}[个处项条座套件户家名台间盏块栋批][\u3400-\u9fff]{0,4}?|项目|工程|任务|工作|整改|问题)?(?:均已|都已|已|均)?全部(?:按[期时])?"
    r"(?:完工|完成|竣工|建成|投用|整改到位|整改完成|办结|销号|更换|安装|拆除|清理|兑[付现]|发放|修复)(?:完毕"
    r"|到位)?(?:并?(?:已|均)?(?:正式)?(?:投入使用|投用|交付使用|通过验收|验收合格))?"
)
"""All of several are done: 5个点全部完工并投入使用."""


def tells_a_deed_alone(text: str) -> bool:
    """Whether all that a note says is one deed done of those that end a matter (已公布, 搬完了), of which it is not told whether it was the whole."""
    plain = plain_text(text)
    through = _THROUGH.fullmatch(plain)
    return (
        any(form.fullmatch(plain) for form in (_DEED_ALONE, _DEED_OR_END))
        or is_one_brief_deed(plain)
        or (through is not None and (through["deed"] or through["deed2"]) not in _ON_THE_WAY)
    )


@lru_cache(maxsize=1024)
def handed_in_on(text: str) -> str:
    """The one day of which a note says that it was handed in on it (6月29日交窗口), in its words; "" where there is none."""
    plain = plain_text(text)
    found = _HANDED_IN_ON.fullmatch(plain) if len(DAY.findall(plain)) == 1 else None
    return found["day"] if found else ""


def did_as_asked(text: str, title: str, deed: str, alike: frozenset[str] = frozenset()) -> Stated | None:
    """The end of a note that says of the matter's own deed, or of that which the deadline is one of (`deed`, or
    one that comes to the same), that it was done: 报送日报: 已报送; 反馈时限: 已反馈; 报送时限: 已上报（6月3日）.
    """
    text = _DAY_BEHIND.sub(r"\g<before>\g<day>\g<deed>", unicodedata.normalize("NFKC", text))
    if both := _AND_THEN.fullmatch(text.strip(" 。")):
        text = f"{both['day'] or ''}已{both['last']}"  # 已审定并印发
    first, *others = clauses_of(text) or [""]
    if first and is_said_briefly([first, *others], title, deed):
        return Stated("closed", one_day(text), firm=False)
    if len(deed) == _OBJECT_AND_VERB and not others and _did_to_its_object(first, deed[:2], deed[2:]):
        return Stated("closed", one_day(text), firm=False)
    clauses = [first, *(one for one in others if not ADDED.fullmatch(one) and (_DID.fullmatch(one) or not tells_of_its_end(one, title)))]
    found = [_DID.fullmatch(clause) for clause in clauses]
    on_the_way = any(so_far not in title for so_far in _SO_FAR.findall(text)) or is_of_part(text, title)
    if not found or not all(found) or on_the_way or any(goes_on(one) or came_back(one) for one in clauses):
        return None
    for at, (clause, told) in reversed([*enumerate(zip(clauses, found, strict=True))]):
        stands = _IS_OVER.fullmatch(told["deed"]) if told else None  # 会议已于6月25日召开，纪要已印发
        if told and (stands or all(tells_of_its_end(one, title) for one in clauses[at + 1 :])) and _is_asked_for(told, text, title, deed, alike):
            return Stated("closed", one_day(clause) or one_day(text), firm=False)
    return None


def _is_asked_for(told: re.Match[str], text: str, title: str, deed: str, alike: frozenset[str]) -> bool:
    """Whether the deed that a clause tells of is the one that the deadline's heading or the title asks for, and is done to the whole."""
    did, what, who = told["deed"], told["what"], told["who"] or ""
    if what and not _ALL_OF_IT.fullmatch(what) and what not in title and (did == "完成" or STEP.match(what)):
        return False  # 已完成方案设计, of a matter that is more than its design
    if who.endswith(_PLANNED) or ((paper := _PAPERWORK.search(who)) and paper[0] not in title):
        return False
    of_deadline = bool(deed) and (did == deed or did in alike or (deed in _ONE_CHARACTER and deed in did)) and not names_part(who)
    last = what if _FULFILLED.fullmatch(what) else did  # 邮寄答复
    return of_deadline or _is_deed_of(last, text, title, who)


def _did_to_its_object(clause: str, what: str, deed: str) -> bool:
    """Whether a clause says no more than that a deed was done to what the deadline's heading names with it: 6月26日签合同, by 合同签订时限."""
    when, came = rf"(?:[于在]?{ON}[日号]?)?", "(?:已经?|均已|正式|全部|完成)*"
    form = rf"{when}{came}(?:{deed}|{deed[0]})(?:了|完毕)?{what}|{what}{when}{came}{deed}(?:了|完毕)?"
    return re.fullmatch(form, clause) is not None and (_SAYS_IT_IS.search(clause) or DAY.search(clause)) is not None


def _is_deed_of(did: str, text: str, title: str, who: str = "") -> bool:
    """Whether what was done is all that a title asks for."""
    if asks_for_several(title) or did[0] in _DENIES:
        return False
    if _ISSUED.fullmatch(did) and _DRAWN_UP.search(title):
        return True
    if who and _RUN.fullmatch(did) and who in title and _GATHERING.search(who):
        return True  # 演练已于6月20日开展
    named = (did in title and not _BEGINS.search(did)) or (_HELD.fullmatch(did) is not None and _GATHERING.search(title) is not None)
    return named and (_EACH.search(text) is not None or not comes_again(title))


def came_of_it(text: str, title: str, *, result: bool) -> Stated | None:
    """The end that a `result` tells of, all of whose clauses are of what was done, and the
    last of what ends a matter: 积水已排除，已反馈; elsewhere one word has to say it: 已修复, 打完了.
    """
    clauses = clauses_of(text)
    if not result:
        ended = len(clauses) == 1 and (_is_mended(clauses[0]) or _went_through(clauses[0], title))
    else:
        found = [_DID.fullmatch(clause) for clause in clauses]
        last = found[-1] if found and all(found) and not _SO_FAR.search(text) else None
        ended = last is not None and _FULFILLED.fullmatch(last["deed"]) is not None and not any(map(goes_on, clauses))
    return Stated("closed", one_day(text), firm=False) if ended else None


def _is_mended(clause: str) -> bool:
    """Whether a clause alone says that all was put right: 已修复, 5个点全部完工."""
    return _MENDED.fullmatch(clause) is not None or (_ALL_OF_THEM.fullmatch(clause) is not None and not STEP.search(clause))


def _went_through(clause: str, title: str) -> bool:
    """Whether a clause alone says in a few words that the work was done to its end, by a word for any work or by
    the matter's own: 干完了; 7月4号打完了, of 打防疫针, and not 拆完了, of 装修会议室.
    """
    found = _THROUGH.fullmatch(clause)
    deed = found["deed"] or found["deed2"] if found else ""
    who = found["who"] or "" if found else ""
    return deed != "" and (who in _WHOEVER or who in title) and deed not in _NOT_YET and (deed in _ANY_DEED or deed in title)


def without_its_count(text: str, title: str) -> str:
    """A note without the number of things at its end that the title names as well: 已更换2具, of 更换灭火器2具."""
    found = _COUNT.search(text.strip(" 。."))
    return text.strip(" 。.")[: found.start()] if found and re.search(rf"(?<!\d){found['many']}", title) else text


def tells_a_deed(text: str) -> bool:
    """Whether all that a note tells is that something was done, be it what the matter asks for or not: 已补贴."""
    clauses = clauses_of(text)
    return bool(clauses) and all(map(_DID.fullmatch, clauses)) and not any(map(goes_on, clauses))
