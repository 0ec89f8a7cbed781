"""How far a matter is, in the words that offices, their systems and other tools write for it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from officecli.files.ledger.words.cut_short import cut_short
from officecli.files.ledger.words.state_words import SAID
from officecli.model import codes
from officecli.typed.text import is_nothing

_TICKED = "√✓✔☑✅■☒"
_CROSSED = "×✗✘❌✕☐□⬜"
_PAUSED = "⏸"

_ALSO = {**codes.READ_AS.also, **codes.STATUSES.also}
_STATES = ("open", "issued", "in-hand", "submitted", "suspended", "cancelled", "closed")


class Stated(NamedTuple):
    """A state that is said: its code (of an item's statuses, or `open`), what stands beside the word (a day, a reason), and whether the word is `firm`.

    A word that is not firm (完成, done) may be said of a part of the work; alone in a cell it is meant of the whole. One that is not `noted` (已上线, published) says
    it in a column of states only: in a note it tells of the work.
    """

    code: str
    beside: str = ""
    firm: bool = True
    noted: bool = True


class _Marks(dict[int, int]):
    """Code of a letter → that of a space where it is a mark, else its own; each is looked up once."""

    def __missing__(self, code: int) -> int:
        self[code] = found = 32 if unicodedata.category(chr(code)) in ("So", "Sk", "Sm") else code
        return found


_MARKS = _Marks()
_HYPHEN = re.compile(r"(?<=[a-z])[-_](?=[a-z])")


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """Small letters, one width, no marks; `-` and `_` between Latin words are spaces."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("\ufe0f", "")
    text = _HYPHEN.sub(" ", text.translate(_MARKS))
    return " ".join(text.split()).strip(" .。!！*#'\"[]【】()（）")


_SAID: dict[str, str] = {_plain(word): code for code, words in SAID.items() for word in words.split("|")}
_CODES: dict[str, str] = {_plain(word): code for code in _STATES for word in (code, *_ALSO[code].split("|")) if _plain(word)}

_DAY_WORD = (
    r"(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*[-/.]\s*\d{2,4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+\.?(?: \d{2}(?:\d{2})?)?"
)
DAY = re.compile(_DAY_WORD)
"""A day in small letters, as notes write it."""

_SECTION = re.compile(r"(?: ?(?:action )?(?:items?|tasks?|actions?|matters?|requests?|projects?)|的?(?:事项|任务|项目|部分|工作|件))$")
_RETURNED = re.compile(r"重办|退回|返工|不满意|\breturn|\brework")
_AFTER_DAY = re.compile(rf"(?:on |at |已?于|在)?(?P<day>{_DAY_WORD})\s*(?:已|，|,|:|：|-)?\s*(?P<word>.+)")
_BEFORE_DAY = re.compile(rf"(?P<word>.+?)\s*(?:on|at|as of|于|在|,|，|:|：|-)?\s*[(（]?(?P<day>{_DAY_WORD})[)）]?")
_LONGEST_PAIR = 60
_TWO_SCRIPTS = re.compile(
    r"(?P<first>[A-Za-z][A-Za-z' -]*[A-Za-z])[ /()（）|·-]*(?P<second>[\u3400-\u9fff]+)[)）]?|(?P<second2>[\u3400-\u9fff]+)[ /()（）|·-]*(?P<first2>[A-Za-z][A-Za-z' -]*[A-Za-z])[)）]?"
)
_SEGMENTS = re.compile(r"(?<!\s)\s+[-–—]+\s*|[–—]+|[;；:：,，。(（)）、]|\s/\s|\.\s")

_DONE = "完成|办结|销号|办毕|办理完毕|办理完成|化解|息访|息诉|处理完毕|处理完成|结案|归档|闭环|整改到位|整改完成|完成整改|整改完毕|落实到位|完结|解决|结束|关闭|了结|验收合格|验收通过|通过验收|整改|落实|答复|完工|竣工|办复"
_FULLY = "已经|均已|现已|业已|已|全部|全面|按期|按时|提前|如期|超期|逾期|顺利|圆满|都"
_GOES_ON_AFTER = "并?(?:长期|持续|继续|常态|不断)(?:坚持|巩固|推进|整改|保持|跟踪|化|化推进|化坚持|长效|提升|完善|深化)?"
_CLOSED = re.compile(
    rf"(?:{_FULLY})*(?:{_DONE})(?:并?(?:{_DONE}))?(?:了|完毕)?(?:{_GOES_ON_AFTER})?|(?:延期|超时|超额|滞后)(?:完成|办结|销号|结案)|(?:已|均)?(?:完成|办结|整改到位)(?:{_GOES_ON_AFTER})"
)
_FIRM = re.compile(r"(?:已|已经|予以|均已)(?:办结|销号|结案|办毕|归档|办理完毕|闭环)|销号|办结|结案")
_ONLY_DONE = re.compile(r"整改|落实|答复|解决|结束|关闭")
_STILL_OPEN = re.compile(
    r"(?:未|尚未|还未|没有|暂未|仍未|无法|不|正在|正|基本|部分|阶段性|大部分|大体|初步|接近|即将|预计|计划|力争|持续|继续|推进|长期|滞后|欠|达|超进度|超序时|有序|进行|开展|筹备"
    r"|准备|研究|已启动|已开工|启动|在建|在办|在推进|跟进|延期|逾期|超期|超时|临期|落后|受阻|卡在|尚在|仍在|还在|进度(?:滞后|偏慢|缓慢|正常)|被退|序时|按计划|按序时|已完成(?:阶段|部分|初|第|前|大|方案|草|征|过半|一半|\d|百分)|完成(?:阶段|部分|初|\d))"
)
_GOES_ON = re.compile(
    r"[\u4e00-\u9fff]{2,6}中|已[\u4e00-\u9fff]{1,6}[待尚][\u4e00-\u9fff]{1,8}|[待需须][\u4e00-\u9fff]{2,8}|(?:已?申请|拟|请求)(?:延期|展期|延长)[\u4e00-\u9fff]{0,6}|红灯?|黄灯?|绿灯?"
)
"""So many words ending so that no list holds them: 整改中, 招标中; 待完成, 需二次评审."""

_PAUSE = re.compile(r"(?:暂缓|暂停|中止|挂起|缓办|搁置|停办|暂不|缓期)(?!.*(?:恢复|复工|重启))[^，,。；;]{0,6}")
_DROPPED = re.compile(
    r"(?:已)?(?!.*(?:令|禁|限制|预警|管控|警戒)$)(?:撤案|撤销|撤回|撤件|取消|终止|作废|不再(?:办理|实施|推进|开展|需要|整改)|不予(?:办理|受理|采纳|立案|支持)|(?:无需|不需要?|无须|不必)(?:办理|实施|整改|落实)|废止)[^，,。；;]{0,6}"
    r"|(?:not|no longer) (?:applicable|needed|required|pursued|being pursued|proceeding|relevant|valid|warranted|moving forward|going forward)\b.{0,20}"
)

_OPEN_WORDS = re.compile(
    r"(?:not|un\w+|incomplete|partial(?:ly)?|partly|nearly|almost|mostly|ongoing|to be|pending|awaiting|waiting|delay(?:ed)?|late|behind|at risk|on track|on schedule|on target|on time"
    r"|off track|ahead|blocked|stuck|started|begun|underway|under way|working|in work|in process|in development|wip|active|open|continu\w+|draft\w*|red|yellow|amber|green|overdue|past due|extended"
    r"|reopened|re opened|escalated|stalled|needs?|doing|in progress|locating|processing|investigating|scheduled|urgent|high|critical|monitor\w*|review\w*|needs attention|slipp\w+|some)\b"
)
_TO_BE_SEEN = re.compile(
    r"(?:done|complete|completed|closed|finished|resolved|implemented)\b.*\b(?:except|but|pending|awaiting|partial|phase|draft|not (?:yet )?(?:verified|tested|signed|approved|paid|filed|inspected|accepted)|\d+ ?%)"
)
_STARTS = re.compile(
    r"(?P<word>closed|completed?|done|finished|resolved|implemented|cancell?ed|withdrawn|dropped|deferred|postponed|suspended|paused|on hold|obe|tabled|released|denied|granted|fulfilled|provided)"
    r"\s+(?P<beside>(?:by|on|at|to|per|until|till|pending|due|in|with|w/|for|as|because|since|from|via|after)\b[^?]*)"
)
_TAKEN_UP = re.compile(
    r"now (?!due|\d|fy)|re(?:order|book|submit|issu|open|start|instat|fil|appl|draft|bid|activat|sum)(?:e?d|ted|ied|t?ing|es?)?\b|重新|恢复|重启"
)
"""Behind a word that halts a matter: it was taken up again, and what holds is not plain."""
_SAID_FIRST = re.compile(
    r"(?:done|completed?|closed|finished|resolved)(?: [-–—]+ |[.;,–—] ?)(?!.*(?:\b(?:await|pend|next|but|except|phase|part|draft|remain|left|still|to (?:do|be|follow|come)|only|stage|step|first|half|some|most|no[tw]?\b"
    r"|will|would|continu|ongoing|item|initial)|[%?])).+"
)
"""A word of the end that stands before its dash or full stop, and nothing behind that takes it back."""
_IN_VAIN = r"skipped|incomplete|cancell?ed|duplicate|rejected|declined|abandoned|void(?:ed)?|invalid|withdrawn|won'?t (?:do|fix)|unresolved|unfounded|not (?:implemented|done|accepted|pursued|proceeded with)"
_CLOSED_SO = re.compile(
    rf"(?:closed|completed?|resolved|finished)(?: as)? ?[(\[]?(?:(?P<vain>{_IN_VAIN})|(?:successful(?:ly)?|satisfactor(?:y|ily)|complete[d]?|resolved|done|late|early|on time|as planned|in full"
    r"|verified|accepted|approved|effective|permanently|no (?:further )?action (?:needed|required|taken)))[)\]]?"
)
"""How something was closed, as tools for tickets say it: Closed Complete, Closed Skipped."""
_GOING = re.compile(r"(?!no|any|every|some)[a-z]{3,}ing\b")
"""A word of what goes on: drafting, hiring two clerks; nothing is none."""
_FIRST_STEP = re.compile(
    r"(?:the )?(?:quot(?:e|ation)s?|p\.?o\.?|purchase order|requisition|req|draft|rfp|rfq|itb|tenders?|bids?|estimates?|proposals?|reminders?|samples?|parts|materials?|vendor|contractor|supplier|scope|specs?)"
    r" (?:sent|received|issued|ordered|drafted|requested|contacted|engaged|circulated|in hand|out|raised|placed|obtained|prepared|selected)"
)
"""What comes before the work in hand: it goes on from there."""
_HALTED_SO = re.compile(r"(?P<word>[a-z' ]{3,30}?) (?P<beside>(?:by|until|till|pending|due to|because|since|as|for|per|at|in favou?r)\b.*)")
_BROUGHT_TO_END = re.compile(
    rf"(?P<day>{_DAY_WORD})[^,.;，。；]{{0,8}}(?:完毕|到位|完成|验收|办结|销号|结案|交付)|\b(?:done|finished|completed|closed|finali[sz]ed|verified|accepted|installed|delivered) (?:on )?(?P<day2>{_DAY_WORD})"
)
_SEVERAL_HAN = 6
_MAY_END = re.compile(
    r"\b(?:done|complet|clos|finish|resolv|implement|fulfil|approv|adopt|pass|award|sign|sent|submit|deliver|held\b|publish|post|paid|final|cancel|withdr|drop|reject|declin|den(?:y|ied)|void|hold|defer|pause|suspend|tabled"
    r"|mitigat|accept|verif|install|issued|end|over\b|no\b|n/a|not|dead|merg|dup|settle|met\b|answer|grant|expire|stop|replac|fixed|correct|arrang|order)|\?"
    r"|完|结|毕|销|闭|成|止|停|缓|撤|消|废|归|验|达|通过|清零|解决|落实|到位|已|否|不|无|未|并入|合并|退|拒|了|好"
)
"""What may say that a matter is over, or rests: such words are never taken for work that goes on."""
_SHARE = re.compile(r"(?:已?完成)?(\d{1,3}(?:\.\d+)?) ?%(?: ?(?:complete[d]?|done))?")
_FIRM_WORDS = frozenset(
    {
        "closed",
        "clsd",
        "closed out",
        "cancelled",
        "canceled",
        "withdrawn",
        "dropped",
        "deferred",
        "postponed",
        "suspended",
        "paused",
        "on hold",
        "obe",
    }
)


@lru_cache(maxsize=1024)
def read_state(text: str) -> Stated | None:
    """The state that a cell says, by its first words, whatever reason or day stands beside them; None where it says none that is known."""
    if is_nothing(text):
        return None
    plain = _plain(text)
    if not text.isascii() and len(text) <= _LONGEST_PAIR and (both := _TWO_SCRIPTS.fullmatch(text.strip())) and (said := _in_both(both)):
        return said
    if (mark := _by_mark(text)) and (not plain or DAY.fullmatch(plain)):
        return mark._replace(beside=plain)
    segments = [one for part in _SEGMENTS.split(unicodedata.normalize("NFKC", text)) if (one := _plain(part))]
    whole = _statement(plain)
    if len(segments) < 2:
        return whole
    stated = [(at, found) for at, segment in enumerate(segments) if (found := _statement(segment))]
    halted = next(((at, found) for at, found in stated if found.code in ("suspended", "cancelled")), None)
    if whole and not halted:
        return whole
    last = stated[-1] if stated else None
    if halted is None and last and last[0] == len(segments) - 1 and last[1].code == "closed" and _FIRM.fullmatch(segments[-1]):
        return last[1]._replace(beside=" ".join((*segments[:-1], last[1].beside)).strip())  # 已报送，办结
    if halted is None and (not stated or (stated[0][0] and stated[0][1].code != "open")):
        return None  # “Quotes in, done” is not what the cell says first
    at, first = halted or stated[0]
    if halted and any(map(_TAKEN_UP.match, segments[at + 1 :])):
        return None  # Rejected by the vendor, reordered
    beside = " ".join(segment for place, segment in enumerate(segments) if place != at)
    return first._replace(beside=" ".join(filter(None, (first.beside, beside))))


def _in_both(both: re.Match[str]) -> Stated | None:
    """What a cell says in two languages, where both say the same: Completed 已完成."""
    first, second = _known(_plain(both["first"] or both["first2"])), read_state(both["second"] or both["second2"])
    return first if first and second and first.code == second.code else None


def told_in(text: str) -> Stated | None:
    """The end or the pause that a note tells of (√ 6.28, Done June 24, 已办结, Withdrawn by …); None where it says no more than how the work goes."""
    found = read_state(text)
    if found is None or not found.noted or found.code not in ("closed", "cancelled", "suspended"):
        return None
    if found.code == "closed" and _SAID_FIRST.match(_plain(text)):
        return found  # Done – opened June 26
    beside = DAY.sub("", found.beside).strip(" .,，on于在")
    return found if found.firm or not beside or _CLOSED.fullmatch(beside) else None  # 已整改到位，6月26日通过验收


def tells_of_work(text: str) -> bool:
    """Whether several words of no known state tell how the work goes (Vendor contacted, 正由专班对接), and nothing in them of an end or a pause."""
    plain = _plain(text)
    several = " " in plain if plain.isascii() else len(plain) >= _SEVERAL_HAN
    return several and not _MAY_END.search(plain)


def names_a_deed(text: str) -> bool:
    """Whether several words name what is done (Hiring two clerks): what says how far a matter is, is as often the matter itself."""
    plain = _plain(text)
    return " " in plain and bool(_GOING.match(plain)) and not _OPEN_WORDS.match(plain)


def ended_on(text: str) -> str:
    """The one day of which a note says that something was brought to its end on it (6月3日更换完毕), in its words; of a matter known to be over. "" where there is none."""
    plain = _plain(text)
    found = _BROUGHT_TO_END.search(plain) if len(DAY.findall(plain)) == 1 else None
    return (found["day"] or found["day2"]) if found else ""


def of_section(title: str) -> Stated | None:
    """The state of all that stands under a title (COMPLETED ITEMS, 已办结事项); None for one that sorts the rows by something else."""
    plain = _SECTION.sub("", _plain(title)).strip()
    code = _CODES.get(plain)
    return Stated(code) if code else Stated("closed") if _CLOSED.fullmatch(plain) else Stated("open") if plain.startswith(("未", "尚未")) else None


def is_returned(text: str) -> bool:
    """Whether a state says that what was handed in is to be done again."""
    return _RETURNED.search(_plain(text)) is not None


def is_tick(text: str) -> bool:
    """Whether a cell says only yes or no, as a checkbox does."""
    return _plain(text) in ("true", "false", "yes", "no", "y", "n", "是", "否", "x", "对", "错") or (
        len(text.strip()) <= 2 and _by_mark(text) is not None
    )


def _by_mark(text: str) -> Stated | None:
    if any(mark in text for mark in _PAUSED):
        return Stated("suspended")
    if any(mark in text for mark in _TICKED):
        return Stated("closed")
    return Stated("open") if any(mark in text for mark in _CROSSED) else None


def _statement(plain: str) -> Stated | None:
    """One statement, by the whole of it: a known word, a word with a day, a Chinese phrase that begins so."""
    if known := _known(plain):
        return known
    if short := cut_short(plain):
        return Stated(short, firm=False, noted=False)
    if share := _SHARE.fullmatch(plain):
        return Stated("open", firm=False) if float(share[1]) < 100 else None  # whether all of it ends the matter is not said
    for pattern in (_PAUSE, _DROPPED):
        if pattern.fullmatch(plain):
            return Stated("suspended" if pattern is _PAUSE else "cancelled", plain)
    if _CLOSED.fullmatch(plain) and not _ONLY_DONE.fullmatch(plain):
        return Stated("closed", firm=bool(_FIRM.match(plain)))
    if _STILL_OPEN.match(plain) or _GOES_ON.fullmatch(plain):
        return Stated("open")
    if _TO_BE_SEEN.match(plain) or _OPEN_WORDS.match(plain) or _FIRST_STEP.fullmatch(plain) or (_GOING.match(plain) and not _MAY_END.search(plain)):
        return Stated("open")
    for pattern in (_BEFORE_DAY, _AFTER_DAY):
        if (found := pattern.fullmatch(plain)) and (known := _alone(found["word"])):
            return Stated(known.code, found["day"], known.firm, known.noted)
    if found := _CLOSED_SO.fullmatch(plain):
        return Stated("cancelled" if found["vain"] else "closed", firm=False)
    if (found := _HALTED_SO.fullmatch(plain)) and (known := _known(found["word"])) and known.code in ("cancelled", "suspended"):
        return Stated(known.code, found["beside"], known.firm, known.noted)
    if found := _STARTS.fullmatch(plain):
        return Stated(_CODES.get(found["word"], "closed"), found["beside"])
    return None


def _alone(word: str) -> Stated | None:
    word = word.strip(" ,，:：-")
    return _known(word) or (Stated("closed", firm=bool(_FIRM.match(word))) if _CLOSED.fullmatch(word) else None)


def _known(word: str) -> Stated | None:
    """What a word says that is on a list, be it of those that are said in a column of states only."""
    if code := _CODES.get(word):
        return Stated(code, firm=code != "closed" or _is_firm(word))
    return Stated(_SAID[word], firm=False, noted=False) if word in _SAID else None


def _is_firm(word: str) -> bool:
    return bool(_FIRM.fullmatch(word)) or word in _FIRM_WORDS
