"""How far a matter is, in the words that offices, their systems and other tools write for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from officecli.files.ledger.words.cut_short import cut_short
from officecli.files.ledger.words.ended import ENDED, HAN_WHOLE
from officecli.files.ledger.words.han_states import CLOSED, FIRM, said_in_han
from officecli.files.ledger.words.known import CODES, known_word
from officecli.files.ledger.words.latin_states import GOING, OPEN_WORDS, said_in_latin, said_with_reason
from officecli.files.ledger.words.may_end import MAY_END
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.typed.text import is_nothing

TICKED = "√✓✔☑✅■☒"
_CROSSED = "×✗✘❌✕☐□⬜"
_PAUSED = "⏸"
_LIGHTS = "🔴🟠🟡🟢🔵🟣⚪⚫🟤🟥🟧🟨🟩🟦"
"""A light alone says how it goes, and that it goes on."""
_GOES_ON = "⏳⌛🔄🔁🚧🆕🔜▶"
_LIGHT = re.compile(r"red|amber|yellow|green|orange|[rayg]|[红黄绿]灯?|亮[红黄绿]灯")

_SECTION = re.compile(r"(?: ?(?:action )?(?:items?|tasks?|actions?|matters?|requests?|projects?)|的?(?:事项|任务|项目|部分|工作|件))$")
_RETURNED = re.compile(r"重办|重新[办处整核]|退回|返工|不满意|(?<!基本)不合格|(?:未|不|没有?)通过|不予?销号|\breturn|\brework")
_AFTER_DAY = re.compile(rf"(?:on |at |已?于|在)?(?P<day>{DAY_WORD})\s*(?:已|，|,|:|：|-)?\s*(?P<word>.+)")
_BEFORE_DAY = re.compile(rf"(?P<word>.+?)\s*(?:on|at|as of|于|在|,|，|:|：|-)?\s*[(（]?(?P<day>{DAY_WORD})[)）]?")
_LONGEST_PAIR = 60
_TWO_SCRIPTS = re.compile(
    r"(?P<first>[A-Za-z][A-Za-z' -]*[A-Za-z])[ /()（）|·-]*(?P<second>[\u3400-\u9fff]+)[)）]?|(?P<second2>[\u3400-\u9fff]+)[ /()（）|·-]*(?P<first2>[A-Za-z][A-Za-z' -]*[A-Za-z])[)）]?"
)
_SEGMENTS = re.compile(r"(?<!\s)\s+[-–—]+\s*|[–—]+|[;；:：,，。(（)）、]|\s/\s|\.\s")

_TAKEN_UP = re.compile(
    r"now (?!due|\d|fy)|re(?:order|book|submit|issu|open|start|instat|fil|appl|draft|bid|activat|sum)(?:e?d|ted|ied|t?ing|es?)?\b|重新|恢复|重启"
)
"""Behind a word that halts a matter: it was taken up again, and what holds is not plain."""
_NOT_OVER = re.compile(
    r"(?:was |now |then |but )*re ?open(?:s|ed|ing)?\b|(?:under |on )?appeal|back (?:in|on|to|for|with)\b|(?:but|then|and) (?:re|appeal)|to be\b|(?!no\b|none\b|nothing\b).*\b(?:remain(?:s|ing)?|outstanding|left)\b"
    r"|但|除.{1,10}外|剩|[尚还]余|还有|改[为用]|另行|重新|重启|重开|反弹|复发|.{0,6}(?:不满意|不认可|不服)|下一?步|下阶段|[拟将]|准备|申请"
)
"""Behind a word of the end: it was no end, or another step is to come first."""
_SAID_FIRST = re.compile(
    rf"(?:{ENDED})(?: [-–—]+ |[.;,–—] ?)(?!.*(?:\b(?:await|pend|needs\b|requires\b|next|but|except|phase|part|draft|remain|left|still|to (?:do|be|follow|come)|only|stage|step|first|half|some|most|no[tw]?\b"
    r"|will|would|continu|ongoing|item|initial)|[%?])).+"
)
"""A word of the end that stands before its dash or full stop, and nothing behind that takes it back."""
_WAITS = re.compile(r"(?:尚|还|只|正|仅)?(?:待|等待|等候|需要?|未|没有?|在(?!册|案))(?!.{0,2}归档)[\u3400-\u9fff]")
"""Behind a word of the end: what has yet to come before it is one."""
_FOR_OTHERS = re.compile(r"验|销|复[查核审]|[审核]|确认|认定|评估|批|签字|回访")
_BROUGHT_TO_END = re.compile(
    rf"(?P<day>{DAY_WORD})[^,.;，。；]{{0,8}}(?:完毕|到位|完成|验收|{HAN_WHOLE}|交付)|\b(?:done|finished|completed|closed|finali[sz]ed|verified|accepted|installed|delivered) (?:on )?(?P<day2>{DAY_WORD})"
)
_LAST_WORD = re.compile(rf"{FIRM.pattern}|(?:(?:item|issue|matter|case|action|task|request|ticket|file) )?(?:is |now )?closed(?: out)?")
"""What closes a matter whatever is told of it before: 已报送，办结; Presented to Council - closed."""
_RECEIVED = re.compile(r"已验收|已?验收入库|(?:已|全部)?(?:完成付款|付款完[毕成]|付清|结清|(?:交付|投入)使用)")
"""What a cell alone, or several of them, say of what was bought or built."""
_SEVERAL_HAN = 6
_PLACE = re.compile(r"[(（]?\d{1,2}(?:[)）]|[._、．-]|(?<! ) [-–—])\s*(?=[^\W\d_])(?!.*\d)")
"""The place of a state in the order of work, as boards write it to sort by: 1. To do, 3_done, 4-已完成."""
_WHOLE = re.compile(r"(?:已?完成)?100 ?%")
_SHARE = re.compile(r"(?:已?完成)?(\d{1,3}(?:\.\d+)?) ?%(?: ?(?:complete[d]?|done))?")


@lru_cache(maxsize=1024)
def read_state(text: str) -> Stated | None:
    """The state that a cell says, by its first words, whatever reason or day stands beside them; None where it says none that is known."""
    if is_nothing(text):
        return None
    if text[0] in "0123456789(（" and (ordered := _PLACE.match(text)) and len(text) <= _LONGEST_PAIR and (said := read_state(text[ordered.end() :])):
        return said
    plain = plain_text(text)
    if not text.isascii() and len(text) <= _LONGEST_PAIR and (both := _TWO_SCRIPTS.fullmatch(text.strip())) and (said := _in_both(both)):
        return said
    if (mark := _by_mark(text)) and (not plain or DAY.fullmatch(plain)):
        return mark._replace(beside=plain)
    segments = [one for part in _SEGMENTS.split(unicodedata.normalize("NFKC", text)) if (one := plain_text(part))]
    whole = _statement(plain)
    if len(segments) < 2:
        return whole
    stated = [(at, found) for at, segment in enumerate(segments) if (found := _statement(segment))]
    if stated and stated[0][1].code in ("closed", "cancelled") and any(map(_NOT_OVER.match, segments[stated[0][0] + 1 :])):
        return None  # Closed (reopened 7/1); 已办结，群众不满意
    halted = next(((at, found) for at, found in stated if found.code in ("suspended", "cancelled")), None)
    if whole and not halted:
        return whole
    last = stated[-1] if stated else None
    if (
        halted is None
        and last
        and last[0] == len(segments) - 1
        and last[1].code == "closed"
        and _LAST_WORD.fullmatch(segments[-1])
        and not _open_before(stated)
    ):
        return last[1]._replace(beside=" ".join((*segments[:-1], last[1].beside)).strip())  # 已报送，办结
    if halted is None and (not stated or (stated[0][0] and stated[0][1].code != "open")):
        return None  # “Quotes in, done” is not what the cell says first
    at, first = halted or stated[0]
    if halted and any(map(_TAKEN_UP.match, segments[at + 1 :])):
        return None  # Rejected by the vendor, reordered
    if first.code == "closed" and (waits := next(filter(_WAITS.match, segments[at + 1 :]), "")):
        return Stated("submitted" if _FOR_OTHERS.search(waits) else "open", waits, firm=False, noted=False)  # 已整改，待验收
    beside = " ".join(segment for place, segment in enumerate(segments) if place != at)
    return first._replace(beside=" ".join(filter(None, (first.beside, beside))))


def _open_before(stated: Sequence[tuple[int, Stated]]) -> bool:
    """Whether something was said to be open before the last that is said."""
    return any(found.code == "open" for _at, found in stated[:-1])


def _in_both(both: re.Match[str]) -> Stated | None:
    """What a cell says in two languages, where both say the same: Completed 已完成."""
    first, second = known_word(plain_text(both["first"] or both["first2"])), read_state(both["second"] or both["second2"])
    return first if first and second and first.code == second.code else None


def told_in(text: str) -> Stated | None:
    """The end or the pause that a note tells of (√ 6.28, Done June 24, 已办结, Withdrawn by …); None where it says no more than how the work goes."""
    found = None if _PLACE.match(text) else read_state(text)  # 1. Quotes in: a point of several
    if found is None or not found.noted or found.code not in ("closed", "cancelled", "suspended"):
        return None
    if found.code == "closed" and _SAID_FIRST.match(plain_text(text)):
        return found  # Done – opened June 26
    beside = DAY.sub("", found.beside).strip(" .,，on于在")
    return found if found.firm or not beside or CLOSED.fullmatch(beside) else None  # 已整改到位，6月26日通过验收


def ended_alone(text: str) -> Stated | None:
    """The end of the whole that a cell tells of which says nothing else, but for a day or that all of it is done: 已答复(6.28); 100%，已验收."""
    segments = [one for part in _SEGMENTS.split(unicodedata.normalize("NFKC", text)) if (one := plain_text(part))]
    ended = [one for one in segments if not DAY.fullmatch(one) and not _WHOLE.fullmatch(one)]
    if not ended or not all(_RECEIVED.fullmatch(one) or ((said := said_in_han(one)) and said.code == "closed") for one in ended):
        return None
    day = next((one for one in segments if DAY.fullmatch(one)), "")
    return Stated("closed", day, firm=False)


def tells_of_work(text: str) -> bool:
    """Whether several words of no known state tell how the work goes (正由专班对接), and nothing in them of an end or a pause; what is all English is `stated_in_english`."""
    plain = plain_text(text)
    return not plain.isascii() and len(plain) >= _SEVERAL_HAN and not MAY_END.search(plain)


def names_a_deed(text: str) -> bool:
    """Whether several words name what is done (Hiring two clerks): what says how far a matter is, is as often the matter itself."""
    plain = plain_text(text)
    return " " in plain and bool(GOING.match(plain)) and not OPEN_WORDS.match(plain)


def ended_on(text: str) -> str:
    """The one day of which a note says that something was brought to its end on it (6月3日更换完毕), in its words; of a matter known to be over. "" where there is none."""
    plain = plain_text(text)
    found = _BROUGHT_TO_END.search(plain) if len(DAY.findall(plain)) == 1 else None
    return (found["day"] or found["day2"]) if found else ""


def of_section(title: str) -> Stated | None:
    """The state of all that stands under a title (COMPLETED ITEMS, 已办结事项); None for one that sorts the rows by something else."""
    plain = _SECTION.sub("", plain_text(title)).strip()
    code = CODES.get(plain)
    return Stated(code) if code else Stated("closed") if CLOSED.fullmatch(plain) else Stated("open") if plain.startswith(("未", "尚未")) else None


def is_returned(text: str) -> bool:
    """Whether a state says that what was handed in is to be done again."""
    return _RETURNED.search(plain_text(text)) is not None


def is_tick(text: str) -> bool:
    """Whether a cell says only yes or no, as a checkbox does."""
    return plain_text(text) in ("true", "false", "yes", "no", "y", "n", "是", "否", "x", "对", "错", "checked", "unchecked") or (
        len(text.strip()) <= 2 and not is_light(text) and _by_mark(text) is not None
    )


def is_light(text: str) -> bool:
    """Whether a cell is a light and nothing else: Green, 🟢, 红灯."""
    return _LIGHT.fullmatch(text.strip().casefold()) is not None or (len(text.strip()) <= 2 and any(mark in text for mark in _LIGHTS))


def _by_mark(text: str) -> Stated | None:
    if any(mark in text for mark in _PAUSED):
        return Stated("suspended")
    if any(mark in text for mark in TICKED):
        return Stated("closed")
    return Stated("open") if any(mark in text for mark in (*_CROSSED, *_LIGHTS, *_GOES_ON)) else None


def _statement(plain: str) -> Stated | None:
    """One statement, by the whole of it: a known word, a word with a day, a Chinese phrase that begins so."""
    if known := known_word(plain):
        return known
    if short := cut_short(plain):
        return Stated(short, firm=False, noted=False)
    if "/" in plain and (both := _each_known(plain.split("/"))):
        return both  # Closed/Verified
    if share := _SHARE.fullmatch(plain):
        return Stated("open", firm=False) if float(share[1]) < 100 else None  # whether all of it ends the matter is not said
    if stated := said_in_han(plain) or said_in_latin(plain):
        return stated
    for pattern in (_BEFORE_DAY, _AFTER_DAY):
        if (found := pattern.fullmatch(plain)) and (known := _alone(found["word"])):
            return Stated(known.code, found["day"], known.firm, known.noted)
    return said_with_reason(plain)


def _each_known(words: Sequence[str]) -> Stated | None:
    """The state that every one of several words says by itself."""
    found = [known_word(word.strip()) for word in words]
    return found[0] if len({one.code if one else "" for one in found}) == 1 else None


def _alone(word: str) -> Stated | None:
    word = word.strip(" ,，:：-")
    return known_word(word) or (Stated("closed", firm=bool(FIRM.match(word))) if CLOSED.fullmatch(word) else None)
