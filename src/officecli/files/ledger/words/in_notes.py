"""What a note tells of the end or of a pause of its matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.ended import ENDED, HAN_WHOLE
from officecli.files.ledger.words.han_states import CLOSED, said_in_han
from officecli.files.ledger.words.of_a_part import STEP, is_of_part, is_of_part_alone, names_part
from officecli.files.ledger.words.plain import DAY, DAY_WORD, HAN_MONTH, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.stated_freely import goes_on
from officecli.files.ledger.words.states import PLACE, read_state, segments_of
from officecli.patterns import pattern

_END_FIRST = rf"(?:{ENDED}|implemented)(?: [-–—]+ |[.;,–—] ?)"
_END_ON_A_DAY = rf"(?:{ENDED}|implemented) (?:on )?{DAY_WORD}(?: [-–—]+ |[.;,:–—] ?)"
_SAID_FIRST = pattern(
    rf"(?:{_END_FIRST}|(?P<on>{_END_ON_A_DAY}))(?!.*(?:\b(?:await|pend|needs\b|requires\b|next|but|except|phase|part|draft|remain|left|still|to (?:do|be|follow|come)|only|stage|step|first|half|some|most|no[tw]?\b"
    r"|will|would|continu|ongoing|item|initial|under ?way|in progress|second|third|other|another|rest of|confirm|pilot|trial)|[%?])).+"
)
"""A word of the end that stands before its dash or full stop, and nothing behind that takes it back."""
_NAMES_STEP = pattern(
    r"\b(?:visit|interview|survey|design|kick(?:[- ]?off)?|call|walk|meeting|training|research|review|inspection|assessment|purchase|order|quote|bid|scope|plan|study|analysis|test(?:s|ing)?|prep\w*|set ?up|demo|outline|round|week|day|month)s?\b|\bto (?!(?:the|all|our|an?|each|every)\b)"
)
"""Behind an end and its day: as likely what was ended on it, a step, as what came of the matter; or what is to come."""
_BEGINS_WITH_END = pattern(rf"{_END_FIRST}.")
_BROUGHT_TO_END = pattern(
    rf"(?P<day>{DAY_WORD})[^,.;，。；]{{0,8}}(?:完毕|到位|完成|验收|{HAN_WHOLE}|交付)|\b(?:done|finished|completed|closed|finali[sz]ed|verified|accepted|installed|delivered|(?<!draft )(?<!request )(?<!reminder )(?<!survey )(?:paid|sent|mailed|posted|filed|signed|submitted|renewed|replaced|issued|published|shipped|adopted|executed|fixed|repaired|resolved|implemented|answered|replied)) (?:on )?(?P<day2>{DAY_WORD})"
)
_ON = rf"(?:{DAY_WORD})(?: ?[-–—~至到] ?(?:{DAY_WORD}|\d{{1,2}}日))?(?![万亿千百个%公里米吨亩户元条处人])"
"""A day, and no number of something: 3.2亿元."""
_DID_ON = pattern(
    rf"[于在]?(?P<day>{_ON})日?(?:前|[上下中]午)?(?: ?\d{{1,2}}[:：时点](?:\d\d分?|半)?)?(?:已经?|均|正式|全部|全面|统一|集中|书面|当面|[^,.;，。；\d]{{0,6}}?)(?:印发|出台|发布|公布|答复|回复|反馈|报送|上报|送达|投用|启用|通车|更换|修复|恢复|清理|清除|清运|拆除|归还|兑现|发放|支付|拨付|安装|结束|召开|举办|化解|解决|销号|移交|交付|签[订署约]|续签|提交|递交|缴[纳清费]|付[款讫清]|开通|上线|到[货账]|入库|回函)(?!.*(?:[初草]稿|草案|试[运用行]|征求|审[核批查]|第[一二三]|部分|首[批期付]|意向|定金|预付))[^,，;；。\d]{{0,12}}(?:[(（〔].*)?"
)
"""All that a note tells of a matter known to be over: what was done, and the day."""
_RECEIVED = pattern(r"已(?:验收|验证|核验)|已?验收入库|(?:已|全部)?(?:完成付款|付款完[毕成]|付清|结清|(?:交付|投入)使用)")
"""What a cell alone, or several of them, say of what was bought or built."""
_WHOLE = pattern(r"(?:已?完成)?100 ?%")
_WHEN_IT_WAS = pattern(rf"{HAN_MONTH}|{DAY_WORD}")
_CLAUSES = pattern(r"[,，。;；\n]+")
_SPAN = pattern(rf"(?=(?P<month>\d{{1,2}}月))(?:{DAY_WORD}) ?[-–—~至到] ?(?:(?P<last>{DAY_WORD})|(?P<day>\d{{1,2}})日)")
_COUNT = pattern(r"(?<=[\u3400-\u9fff])了?(?P<many>\d{1,5}[\u3400-\u9fff])$")
_BUT_FOR = pattern(r"除.{1,12}外|剩|[尚还]余|还有|其余|其中")
"""In what stands beside an end: some of it is left."""
_BRACKETS = pattern(r"[()（）]")
_HOW = r"(?:按[期时]|如期|全部|及时|正式|顺利|全面|提前)*"
_WHEN = rf"(?:[于在]?(?:{_ON}|\d{{1,2}}[:：]\d\d|[上下]午))?"
_DID = pattern(
    rf"(?P<who>.{{1,8}}?)?(?:{_WHEN}(?:已|均已|都已)(?:经)?|[于在]?{_ON}(?:当[天日])?){_WHEN}{_HOW}(?P<deed>[\u3400-\u9fff]{{2}})(?P<what>(?![\u3400-\u9fff]*[一二三四五六七八九十几]?[次期轮批个项部])[\u3400-\u9fff]{{0,10}})"
)
_ALL_OF_IT = pattern(r"(?:全部|所有|各项|相关|该项|本项|目标)*(?:任务|工作|内容|事项|目标|整改|工程|项目|建设|手续)")
"""What was completed is the matter itself, in other words."""
_ONE_CHARACTER = frozenset("付交缴还退发送报")
"""Deeds of which a deadline's heading gives one character (应付日期), and a note two: 已付款."""
_BRIEFLY = pattern(r"(?:均|都|全部)?已(?P<deed>[报交付缴还退发送办改复补领])了?")
"""In one character, that the deed of the deadline was done: 已报, under 报送情况 beside 报送时间."""
_SEVERAL = pattern(r"[并,，;；、及和与]|后")
"""A matter of more than one deed: that one of them was done is not all."""
_AGAIN = pattern(r"每[年季月旬周日天个两半]|按[年季月旬周日天]|(?<!第)(?:[两二三四五六七八九十]+|[2-9]|\d{2,})[次场轮批]")
"""A matter that is done more than once: that it was done says nothing of the other times."""
_EACH = pattern(r"全部|均|都")
_HALT = pattern(r"取消|终止|撤销|撤回|废止|停止|暂停|中止|停办|暂缓|搁置")
_SO_FAR = pattern(r"初稿|草[稿案]|征求意见|筹备|预备|审[核批定议查阅签]|把关|会签|一半|过半|部分|临时|前期|阶段")
"""Beside a deed that was done: it is one on the way, or of a part. 已报送县人社局审核."""
_BEGINS = pattern(r"加强|强化|启动|开展|开始|推进|受理|签收|接收|登记|安排|部署|转办|交办|组织|协调|对接|联系|研究|落实")
_HELD = pattern(r"召开|举办|举行")
_GATHERING = pattern(r"会(?!计|员|所)|活动|演练|仪式|培训|比赛|竞赛|论坛|讲座|运动")
_ISSUED = pattern(r"印发|出台|发布|颁布|公布|刊发")
_DRAWN_UP = pattern(r"制定|制订|出台|修订|编制|编发|编印|起草|拟定|印发|完善.{0,12}(?:制度|办法|规定|细则|机制)|建立.{0,12}(?:制度|办法|机制)")
"""A paper that is drawn up: it is over once it was issued."""
_FULFILLED = pattern(
    r"反馈|回复|答复|送达|排除|修复|恢复|清理|清除|清运|拆除|更换|归还|退还|兑现|发放|支付|付清|拨付|补齐|补发|到账|办好|解决|化解|消除|疏通|整治|取缔|赔付|安置|撤除|入库|移交|交付|投用|开通"
)
"""What became of a matter, where its result is told."""
_DEED_ALONE = pattern(
    rf"(?:{DAY_WORD})?(?:现|目前)?(?:已经?|均已|都已)(?:全部|正式|按[期时]|统一)?(?:{_FULFILLED.pattern}|{_ISSUED.pattern}|{_HELD.pattern}|上报|报送|提交|签订|签约|更新|通过|安装|张贴|配备|开设)(?:了|完毕)?"
)
"""All that a note says: something was done that may be all that was asked. 已公布."""
ADDED = pattern(
    r"(?:至今|此后|目前)?(?:均|都)?(?:未|没有?)再(?:次)?[\u3400-\u9fff]{1,6}|(?:至今|目前)?无反弹|"
    r"(?:并|后续|今后|下一?步)?(?:将|要)?(?:长期|持续|继续|常态化?|不断|长效)(?:坚持|巩固|保持|跟踪|关注|提升|完善|深化|抓好|做好)[\u3400-\u9fff]{0,8}"
    r"|(?:目前|现|现在)?(?:设备|系统|平台|各项)?(?:均|都)?(?:运行|运转|使用|供应)(?:正常|良好|平稳|稳定)|(?:社会)?(?:效果|反响|反应)(?:很|较|非常)?(?:良好|好|明显|热烈)"
    r"|(?:并|且)?(?:代表|委员|提案人|信访人|群众|来访人|当事人|诉求人|投诉人|企业|对方|双方)?(?:均|都)?(?:对[\u3400-\u9fff]{1,8}?)?(?:表示|反馈|评价)?为?(?:非常|很|十分|比较|较|基本)?满意"
)
"""Behind an end: what came of it is kept up, it goes well, or those who asked are satisfied."""
_MENDED = pattern(
    rf"(?:[于在]?(?:{DAY_WORD})日?(?:当[天日])?)?(?:已|均已|已经|已全部)(?:修复|维修|修好|安装|补种|配齐|加固|恢复|拆除|更换|归还|退还|兑现|发放|付清|补齐|答复|疏通|消除|开通|投用|排除|清除|解决)"
)
"""All that a note says of a fault or a wish: it is mended."""
_ALL_OF_THEM = pattern(
    r"(?:(?:上述|以上|所有)?\d{1,4}[个处项条座套件户家名台间盏块栋批][\u3400-\u9fff]{0,4}?|项目|工程|任务|工作|整改|问题)?(?:均已|都已|已|均)?全部(?:按[期时])?"
    r"(?:完工|完成|竣工|建成|投用|整改到位|整改完成|办结|销号|更换|安装|拆除|清理|兑[付现]|发放|修复)(?:完毕|到位)?(?:并?(?:已|均)?(?:正式)?(?:投入使用|投用|交付使用|通过验收|验收合格))?"
)
"""All of several are done: 5个点全部完工并投入使用."""
_CHECKS = pattern(r"复[检查验核]|验收|验证|核验")
_PASSED = pattern(r"(?:经?(?:复[检查验核]|验收|验证|核验))?(?:合格|通过|已通过|符合要求)")


_ENTRY = pattern(rf"(?:^|(?<=[\n;]))\s*[-•*]?\s*(?P<day>{DAY_WORD})\s*(?:[:.–—-]|\s)\s*(?=\S)", re.IGNORECASE)


def last_entry(text: str) -> tuple[str, str] | None:
    """The day and the words of the latest of the entries of an English note of which each begins with its day: 6/4 – signed; 7/1 – completed. None for any other note."""
    if not text.replace("–", "-").replace("—", "-").isascii():
        return None
    starts = list(_ENTRY.finditer(text))
    if not starts or text[: starts[0].start()].strip():
        return None
    entries = [
        (" ".join(found["day"].split()), text[found.end() : following.start() if following else len(text)].strip(" ;\n"))
        for found, following in zip(starts, [*starts[1:], None], strict=True)
    ]
    days = [_in_order(day) for day, _words in entries]
    if any(day is None for day in days) or len(entries) == 1:
        return entries[0]
    return entries[-1] if days == sorted(days, key=str) else entries[0] if days == sorted(days, key=str, reverse=True) else None


def _in_order(day: str) -> str | None:
    """A day in numbers so that it sorts among those of the same year; None for one in words."""
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.]\d{2,4})?", day.strip())
    return f"{int(found[1]):02}{int(found[2]):02}" if found else None


@lru_cache(maxsize=1024)
def told_in(text: str) -> Stated | None:
    """The end or the pause that a note tells of (√ 6.28, Done June 24, 已办结, Withdrawn by …); None where it says no more than how the work goes."""
    if entry := last_entry(text):
        said = _told(entry[1])
        return said._replace(beside=said.beside if DAY.search(said.beside) else f"{entry[0]} {said.beside}".strip()) if said else None
    return _told(text)


def begins_with_end(text: str) -> bool:
    """Whether an English note begins with a word of the end, and tells of more."""
    return _BEGINS_WITH_END.match(plain_text(text)) is not None


def _told(text: str) -> Stated | None:
    """The end or the pause that one entry of a note tells of."""
    found = None if PLACE.match(text) or any(map(came_back, clauses_of(text))) else read_state(text)  # 1. Quotes in: a point of several
    if found is None or not found.noted or found.code not in ("closed", "cancelled", "suspended"):
        return None
    if found.code == "closed" and (first := _SAID_FIRST.match(plain_text(text))) and not (first["on"] and _NAMES_STEP.search(plain_text(text))):
        return found  # Done – opened June 26; Done 6/24, passed
    beside = _WHEN_IT_WAS.sub("", found.beside).strip(" .,，on于在")
    added = found.code == "closed" and beside and all(map(ADDED.fullmatch, beside.split()))  # 已完成，长期坚持
    return found if found.firm or not beside or added or CLOSED.fullmatch(beside) else None  # 已整改到位，6月26日通过验收


@lru_cache(maxsize=1024)
def ended_alone(text: str) -> Stated | None:
    """The end of the whole that a cell tells of which says nothing else, but for a day or that all of it is done: 已答复(6.28); 100%，已验收."""
    segments = segments_of(text)
    ended = [one for one in segments if not DAY.fullmatch(one) and not _WHOLE.fullmatch(one)]
    if not ended or not all(_RECEIVED.fullmatch(one) or ((said := said_in_han(one)) and said.code == "closed") for one in ended):
        return None
    day = next((one for one in segments if DAY.fullmatch(one)), "")
    return Stated("closed", day, firm=False)


@lru_cache(maxsize=1024)
def ended_on(text: str) -> str:
    """The one day of which a note says that something was brought to its end on it (6月3日更换完毕), in its words; of a matter known to be over. "" where there is none."""
    plain = plain_text(text)
    if len(DAY.findall(plain)) != 1:
        return ""
    if found := _BROUGHT_TO_END.search(plain):
        return found["day"] or found["day2"] or ""
    return alone["day"] if (alone := _DID_ON.fullmatch(plain)) else ""


MARK = pattern(r"^\s*[\[【(（]([^\[\]【】()（）]{1,20})[\])】）]|[\[【(（]([^\[\]【】()（）]{1,20})[\])】）]\s*$")
"""What somebody put before or behind a matter in brackets, as its state: [DONE], （取消）."""


def is_own_halt(text: str, title: str) -> bool:
    """Whether what a note says was given up or halted is what the matter asks to be: 已取消, of 取消收费事项, not of 支部观摩（取消）."""
    return any(word in MARK.sub("", title) for word in _HALT.findall(text))


def passed(text: str, heading: str) -> Stated | None:
    """The end that a check says of what was done: 合格 under 复检."""
    return Stated("closed", firm=False) if _CHECKS.search(heading) and _PASSED.fullmatch(text.strip()) else None


def ended_beside(text: str) -> Stated | None:
    """The end that a note tells of first or last, and beside it no more than how: 完成，已报审; 已完成（6月30日切换）; 已补检，整改完成; None where something in it goes on."""
    clauses = clauses_of(_BRACKETS.sub("，", text))
    if any(is_of_part_alone(one) or _BUT_FOR.search(one) or came_back(one) for one in clauses):
        return None
    if len(clauses) > 1 and CLOSED.fullmatch(clauses[0]):
        clauses = [one for one in clauses if not ADDED.fullmatch(one)] or clauses
        if len(clauses) == 1:
            return Stated("closed", _day(text), firm=False)
    if len(clauses) < 2 or any(map(goes_on, clauses)):
        return None
    if CLOSED.fullmatch(clauses[0]):
        return Stated("closed", _day(text), firm=False)  # what stands behind the end came after it, or is its day
    last = said_in_han(clauses_of(text)[-1])
    return Stated("closed", firm=False) if last and last.code == "closed" else None


def tells_a_deed_alone(text: str) -> bool:
    """Whether all that a note says is one deed done of those that end a matter (已公布), of which it is not told whether it was the whole."""
    return _DEED_ALONE.fullmatch(plain_text(text)) is not None or _BRIEFLY.fullmatch(plain_text(text)) is not None


def did_as_asked(text: str, title: str, deed: str) -> Stated | None:
    """The end of a note that says of the matter's own deed, or of that which the deadline is one of (`deed`), that it was done: 报送日报: 已报送; 反馈时限: 已反馈."""
    first, *others = clauses_of(text) or [""]
    if (brief := _BRIEFLY.fullmatch(first)) and not others and brief["deed"] in deed:
        return Stated("closed", firm=False)
    clauses = [first, *(one for one in others if not ADDED.fullmatch(one))]
    found = [_DID.fullmatch(clause) for clause in clauses]
    on_the_way = any(so_far not in title for so_far in _SO_FAR.findall(text)) or is_of_part(text, title)
    if not found or not all(found) or on_the_way or any(map(goes_on, clauses)):
        return None
    did = found[-1]["deed"] if found[-1] else ""
    what = found[-1]["what"] if found[-1] else ""
    if what and not _ALL_OF_IT.fullmatch(what) and what not in title and (did == "完成" or STEP.match(what)):
        return None  # 已完成方案设计, of a matter that is more than its design
    who = found[-1]["who"] or "" if found[-1] else ""
    of_deadline = bool(deed) and (did == deed or (deed in _ONE_CHARACTER and deed in did)) and not names_part(who)
    return Stated("closed", _day(text), firm=False) if of_deadline or _is_deed_of(did, text, title) else None


def _is_deed_of(did: str, text: str, title: str) -> bool:
    """Whether what was done is all that a title asks for."""
    if _SEVERAL.search(title):
        return False
    if _ISSUED.fullmatch(did) and _DRAWN_UP.search(title):
        return True
    named = (did in title and not _BEGINS.search(did)) or (_HELD.fullmatch(did) is not None and _GATHERING.search(title) is not None)
    return named and (_EACH.search(text) is not None or _AGAIN.search(title) is None)


def came_of_it(text: str, *, result: bool) -> Stated | None:
    """The end that a `result` tells of, all of whose clauses are of what was done, and the last of what ends a matter: 积水已排除，已反馈; elsewhere one word has to say it: 已修复."""
    clauses = clauses_of(text)
    if not result:
        return (
            Stated("closed", _day(text), firm=False)
            if len(clauses) == 1 and (_MENDED.fullmatch(clauses[0]) or (_ALL_OF_THEM.fullmatch(clauses[0]) and not STEP.search(clauses[0])))
            else None
        )
    found = [_DID.fullmatch(clause) for clause in clauses]
    last = found[-1] if found and all(found) and not _SO_FAR.search(text) else None
    return Stated("closed", _day(text), firm=False) if last and _FULFILLED.fullmatch(last["deed"]) and not any(map(goes_on, clauses)) else None


def without_its_count(text: str, title: str) -> str:
    """A note without the number of things at its end that the title names as well: 已更换2具, of 更换灭火器2具."""
    found = _COUNT.search(text.strip(" 。."))
    return text.strip(" 。.")[: found.start()] if found and re.search(rf"(?<!\d){found['many']}", title) else text


def tells_a_deed(text: str) -> bool:
    """Whether all that a note tells is that something was done, be it what the matter asks for or not: 已补贴."""
    clauses = clauses_of(text)
    return bool(clauses) and all(map(_DID.fullmatch, clauses)) and not any(map(goes_on, clauses))


def clauses_of(text: str) -> list[str]:
    """What a note says between its commas, full stops and line ends."""
    return [one for part in _CLAUSES.split(unicodedata.normalize("NFKC", text)) if (one := plain_text(part))]


def _day(text: str) -> str:
    """The one day of a note, of a span of days its last; "" where there are several."""
    plain = plain_text(text)
    if (span := _SPAN.search(plain)) and len(DAY.findall(plain)) == (2 if span["last"] else 1):
        return span["last"] or f"{span['month']}{span['day']}日"
    found = DAY.findall(plain)
    return found[0] if len(found) == 1 and isinstance(found[0], str) else ""
