"""What a note tells of the end or of a pause of its matter, in so many words; what it tells of deeds stands in `deeds_in_notes`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.ended import ENDED, HAN_WHOLE
from officecli.files.ledger.words.english.deeds import is_its_own_end
from officecli.files.ledger.words.english.stated_freely import is_a_deed, is_begun
from officecli.files.ledger.words.han.of_a_part import is_of_part_alone
from officecli.files.ledger.words.han.stated_freely import goes_on
from officecli.files.ledger.words.han.states import CLOSED, said_in_han
from officecli.files.ledger.words.plain import DAY, DAY_WORD, HAN_MONTH, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import PLACE, read_state, segments_of
from officecli.patterns import has_han, pattern
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEKDAY_NAME

_END_FIRST = rf"(?:{ENDED}|implemented)(?: [-–—]+ |[.;,–—] ?)"
_END_ON_A_DAY = rf"(?:{ENDED}|implemented) (?:on )?{DAY_WORD}(?: [-–—]+ |[.;,:–—] ?)"
_SAID_FIRST = pattern(
    rf"(?:{_END_FIRST}|(?P<on>{_END_ON_A_DAY}))(?!.*(?:\b(?:await|pend|needs\b|requires\b|next|but|except|phase|part|draft|remain|left|still"
    rf"|to (?:do|be|follow|come)|only|stage|step|first|half|some|most|no[tw]?\b"
    r"|will|would|continu|ongoing|item|initial|under ?way|in progress|second|third|other|another|rest of|confirm|pilot|trial)|[%?])).+"
)
"""A word of the end that stands before its dash or full stop, and nothing behind that takes it back."""
_NAMES_STEP = pattern(
    r"\b(?:visit|interview|survey|design|kick(?:[- ]?off)?|call|walk|meeting|training|research|review|inspection|assessment|purchase|order|quote"
    r"|bid|scope|plan|study|analysis|test(?:s|ing)?|prep\w*|set ?up|demo|outline|round|week|day|month)s?\b"
    r"|(?<!sent )(?<!mailed )(?<!given )(?<!submitted )(?<!delivered )(?<!presented )(?<!reported )\bto (?!(?:the|all|our|an?|each|every)\b)"
)
"""Behind an end and its day: as likely what was ended on it, a step, as what came of the matter; or what is to come."""
_BEGINS_WITH_END = pattern(rf"{_END_FIRST}.")
_BROUGHT_TO_END = pattern(
    rf"(?P<day>{DAY_WORD})[^,.;，。；]{{0,8}}(?:完毕|到位|完成|验收|{HAN_WHOLE}|交付|通过(?:专家|终期|现场|[省市县区])?(?:评审|鉴定|答辩|复查|复核))"
    rf"|\b(?:done|finished|completed|closed|finali[sz]ed|verified|accepted|installed|delivered"
    rf"|(?<!draft )(?<!request )(?<!reminder )(?<!survey )(?:paid|sent|mailed|posted|filed|signed|submitted|renewed|replaced|issued|published"
    rf"|shipped|adopted|executed|fixed|repaired|resolved|implemented|answered|replied)) (?:on )?(?P<day2>{DAY_WORD})"
)
_DEED_LAST = pattern(
    rf"(?:.*[ ,;.])?(?P<deed>[a-z]{{2,}}(?:ed|en|wn|pt|ld|nt|id|it|ut|ade|ought))(?: (?!(?:by|for|until|before|to)\b)[a-z' ]{{0,30}}?)? (?:on "
    rf"|dated )?(?P<day>{DAY_WORD})"
)
"""What an English note says last, with its day: Receipts found and placed on file on 6/12."""
ON = rf"(?:{DAY_WORD})(?: ?[-–—~至到] ?(?:{DAY_WORD}|\d{{1,2}}日))?(?![万亿千百个%公里米吨亩户元条处人])"
"""A day, and no number of something: 3.2亿元."""
_DID_ON = pattern(
    rf"[于在]?(?P<day>{ON})日?(?:前|[上下中]午)?(?: ?\d{{1,2}}[:：时点](?:\d\d分?|半)?)?(?:已经?|均|正式|全部|全面|统一|集中|书面|当面"
    rf"|[^,.;，。；\d]{{0,6}}?)(?:印发|出台|发布|公布|答复|回复|反馈|报送|上报|送达|投用|启用|通车|更换|修复|恢复|清理|清除|清运|拆除|归还|兑现"
    rf"|发放|支付|拨付|安装|结束|召开|举办|化解|解决|销号|移交|交付|签[订署约]|续签|提交|递交|缴[纳清费]|付[款讫清]|开通|上线|到[货账]|入库"
    rf"|回函)(?!.*(?:[初草]稿|草案|试[运用行]|征求|审[核批查]|第[一二三]|部分|首[批期付]|意向|定金|预付))[^,，;；。\d]{{0,12}}(?:[(（〔].*)?"
)
"""All that a note tells of a matter known to be over: what was done, and the day."""
_CARRIED_THROUGH = pattern(
    rf"[于在]?(?P<day>{ON})[日号]?(?:已经?|均|正式|全部|都)*[\u3400-\u9fff]{{1,2}}(?:回|齐|好|完|妥|毕|清)了?"
    rf"(?:[,，;；。](?:已经?|全部)?(?:{HAN_WHOLE}|完成|到位))?"
)
"""What was done to its end, and the day: 7月2日取回，完成."""
_RECEIVED = pattern(r"已(?:验收|验证|核验)|已?验收入库|(?:已|全部)?(?:完成付款|付款完[毕成]|付清|结清|(?:交付|投入)使用)")
"""What a cell alone, or several of them, say of what was bought or built."""
_WHOLE = pattern(r"(?:已?完成)?100 ?%")
_WHEN_IT_WAS = pattern(rf"{HAN_MONTH}|{DAY_WORD}")
_CLAUSES = pattern(r"[,，。;；\n]+")
_SPAN = pattern(rf"(?=(?P<month>\d{{1,2}}月))(?:{DAY_WORD}) ?[-–—~至到] ?(?:(?P<last>{DAY_WORD})|(?P<day>\d{{1,2}})日)")
_BUT_FOR = pattern(r"除.{1,12}外|剩|[尚还]余|还有|其余|其中")
"""In what stands beside an end: some of it is left."""
_BRACKETS = pattern(r"[()（）]")
_HALT = pattern(r"取消|终止|撤销|撤回|废止|停止|暂停|中止|停办|暂缓|搁置|\b[a-z]+ hold\b(?<!\bon hold)")
ADDED = pattern(
    r"(?:至今|此后|目前)?(?:均|都)?(?:未|没有?)再(?:次)?[\u3400-\u9fff]{1,6}|(?:至今|目前)?无反弹|"
    r"(?:并|后续|今后|下一?步)?(?:将|要)?(?:长期|持续|继续|常态化?|不断|长效)(?:坚持|巩固|保持|跟踪|关注|提升|完善|深化|抓好|做好)[\u3400-\u9fff]{0,8}"
    r"|(?:共|约|到会|参[会加训])?\d{1,5}余?多?人次?(?:参[加会训]|参与|出席|到会)|(?:到会|参[会加训]|出席)\d{1,5}余?多?人次?"
    r"|(?:手续|材料|资料)(?:均|已|都)?(?:齐全|齐备|完备|完整)"
    r"|(?:详?见|附)?附件(?:\d{1,2}|[一二三四五])?|附(?:照片|图片|材料)"
    r"|(?:目前|现|现在)?(?:设备|系统|平台|各项)?(?:均|都)?(?:运行|运转|使用|供应)(?:正常|良好|平稳|稳定)"
    r"|(?:社会)?(?:效果|反响|反应)(?:很|较|非常)?(?:良好|好|明显|热烈)"
    r"|(?:并|且)?(?:代表|委员|提案人|信访人|群众|来访人|当事人|诉求人|投诉人|企业|对方|双方)?(?:均|都)?(?:对[\u3400-\u9fff]{1,8}?)?(?:表示|反馈"
    r"|评价)?为?(?:非常|很|十分|比较|较|基本)?满意"
)
"""Behind an end: what came of it is kept up, it goes well, or those who asked are satisfied."""
_BY_WHOM = pattern(
    r"by (?!(?:the )?(?:(?:end|next|then|this|deadline|due|eo[mqy]|half|part|phase|spring|summer|fall|autumn|winter)\b"
    rf"|(?:{WEEKDAY_NAME}|{MONTH_NAME})\b))"
    r"(?:[a-z][a-z.'&-]*)(?: [a-z.'&-]+){0,3}(?: (?:no\. ?|#)?\d{1,3})?"
)
"""Beside an end and its day: who brought it about, or how: Completed 6/18 by crew 3."""
_CHECKS = pattern(r"复[检查验核]|验收|验证|核验")
_PASSED = pattern(r"(?:经?(?:复[检查验核]|验收|验证|核验))?(?:合格|通过|已通过|符合要求)")


_ENTRY = pattern(rf"(?:^|(?<=[\n;])|(?<=\. ))\s*+(?:[-•*]\s*+)?(?P<day>{DAY_WORD})(?:\s*+[:.–—-]\s*+|\s++)(?=\S)", re.IGNORECASE)
_ENTRY_IN_HAN = pattern(
    rf"(?:^|(?<=[\n;；。,，]))\s*(?:[-•*·]\s*|[(（]?\d{{1,2}}[)）、]\s*)?(?P<told>[于在]?(?P<day>{DAY_WORD})(?![万亿千百个%公里米吨亩户元条处人])\s*[^\s;；。])"
)
_OF_YEAR = pattern(r"(?:\d{4}[-/.年]\s*)?(\d{1,2})[-/.月]\s*(\d{1,2})日?")


def last_entry(text: str) -> tuple[str, str] | None:
    """The day and the words of the latest of the entries of an English note of which
    each begins with its day: 6/4 – signed; 7/1 – completed. None for any other note.
    """
    if has_han(text):
        return None
    starts = list(_ENTRY.finditer(text))
    if not starts or text[: starts[0].start()].strip():
        return None
    entries = [
        (" ".join(found["day"].split()).casefold(), text[found.end() : following.start() if following else len(text)].strip(" ;\n"))
        for found, following in zip(starts, [*starts[1:], None], strict=True)
    ]
    if len(entries) == 1:
        return entries[0]
    days = [day for day, _words in entries]
    if _rise(days):
        return entries[-1]
    return entries[0] if _rise(days[::-1]) else None


def _rise(days: Sequence[str]) -> bool:
    """Whether days of one year follow each other, the month standing first in all of them or last."""
    return any(all(each) and each == sorted(each) for each in ([_in_year(day, place) for day in days] for place in (0, 1)))


def _in_year(day: str, place: int) -> tuple[int, ...]:
    """Month and day, where the month stands at this place of the two numbers, or is named; () where that is no month."""
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.]\d{2,4})?", day.strip()):
        month, in_month = int(found[place + 1]), int(found[2 - place])
        return (month, in_month) if month <= len(MONTHS) else ()
    named, number = re.search("[a-z]{3}", day), re.search(r"\d{1,2}", day)
    return (MONTHS.index(named[0]) + 1, int(number[0])) if named and number and named[0] in MONTHS else ()


@lru_cache(maxsize=1024)
def latest_told(text: str) -> str:
    """The latest of the entries of a Chinese note of which each begins with its day
    (6.1发布公告；6.22开标；6.29发出通知书); any other note as it stands.
    """
    plain = unicodedata.normalize("NFKC", text)
    starts = [] if plain.isascii() else list(_ENTRY_IN_HAN.finditer(plain))
    days = [(int(found[1]), int(found[2])) for start in starts if (found := _OF_YEAR.fullmatch(start["day"].strip()))]
    if len(starts) < 2 or len(days) < len(starts) or plain[: starts[0].start()].strip():
        return text
    ends = [*(start.start() for start in starts[1:]), len(plain)]
    entries = [plain[start.start("told") : end].strip(" ,，;；。\n") for start, end in zip(starts, ends, strict=True)]
    return entries[-1] if days == sorted(days) else entries[0] if days == sorted(days, reverse=True) else text


@lru_cache(maxsize=1024)
def told_in(text: str) -> Stated | None:
    """The end or the pause that a note tells of (√ 6.28, Done June 24, 已办结, Withdrawn by …); None where it says no more than how the work goes."""
    if entry := last_entry(text):
        said = _told(entry[1])
        return said._replace(beside=said.beside if DAY.search(said.beside) else f"{entry[0]} {said.beside}".strip()) if said else None
    if (latest := latest_told(text)) != text:
        said = None if (whole := _told(text)) is None or whole.code != "closed" else whole
        return _told(latest) or said  # a halt may have been taken up again since
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
    deed = found.code == "closed" and " " not in beside and is_a_deed(beside)  # hung, done
    by_whom = found.code == "closed" and _BY_WHOM.fullmatch(beside) and DAY.search(found.beside)
    return found if found.firm or not beside or added or deed or by_whom or CLOSED.fullmatch(beside) else None  # 已整改到位，6月26日通过验收


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
    """The one day of which a note says that something was brought to its end on it
    (6月3日更换完毕), in its words; of a matter known to be over. "" where there is none.
    """
    plain = plain_text(text)
    if len(DAY.findall(plain)) != 1:
        return ""
    if found := _BROUGHT_TO_END.search(plain):
        return found["day"] or found["day2"] or ""
    if (last := _DEED_LAST.fullmatch(plain)) and not is_begun(last["deed"]) and not _NAMES_STEP.search(plain):
        return last["day"]
    alone = _DID_ON.fullmatch(plain) or _CARRIED_THROUGH.fullmatch(plain)
    return alone["day"] if alone else ""


MARK = pattern(r"^\s*[\[【(（]([^\[\]【】()（）]{1,20})[\])】）]|[\[【(（]([^\[\]【】()（）]{1,20})[\])】）]\s*$")
"""What somebody put before or behind a matter in brackets, as its state: [DONE], （取消）."""


def is_own_halt(text: str, title: str) -> bool:
    """Whether what a note says was given up or halted is what the matter asks to be: 已取消, of 取消收费事项, not of 支部观摩（取消）;
    Legal hold placed, of Place a legal hold; Cancelled 7/2, of Cancel the lease.
    """
    matter = MARK.sub("", title)
    return is_its_own_end(text, matter) or any(word in matter.casefold() for word in _HALT.findall(text.casefold()))


def passed(text: str, heading: str) -> Stated | None:
    """The end that a check says of what was done: 合格 under 复检."""
    return Stated("closed", firm=False) if _CHECKS.search(heading) and _PASSED.fullmatch(text.strip()) else None


def ended_beside(text: str) -> Stated | None:
    """The end that a note tells of first or last, and beside it no more than how:
    完成，已报审; 已完成（6月30日切换）; 已补检，整改完成; None where something in it goes on.
    """
    clauses = clauses_of(_BRACKETS.sub("，", text))
    if any(is_of_part_alone(one) or _BUT_FOR.search(one) or came_back(one) for one in clauses):
        return None
    if len(clauses) > 1 and CLOSED.fullmatch(clauses[0]):
        clauses = [one for one in clauses if not ADDED.fullmatch(one)] or clauses
        if len(clauses) == 1:
            return Stated("closed", one_day(text), firm=False)
    if len(clauses) < 2 or any(map(goes_on, clauses)):
        return None
    if CLOSED.fullmatch(clauses[0]):
        return Stated("closed", one_day(text), firm=False)  # what stands behind the end came after it, or is its day
    last = said_in_han(clauses_of(text)[-1])
    return Stated("closed", firm=False) if last and last.code == "closed" else None


def clauses_of(text: str) -> list[str]:
    """What a note says between its commas, full stops and line ends."""
    return [one for part in _CLAUSES.split(unicodedata.normalize("NFKC", text)) if (one := plain_text(part))]


def one_day(text: str) -> str:
    """The one day of a note, of a span of days its last; "" where there are several."""
    plain = plain_text(text)
    if (span := _SPAN.search(plain)) and len(DAY.findall(plain)) == (2 if span["last"] else 1):
        return span["last"] or f"{span['month']}{span['day']}日"
    found = DAY.findall(plain)
    return found[0] if len(found) == 1 and isinstance(found[0], str) else ""
