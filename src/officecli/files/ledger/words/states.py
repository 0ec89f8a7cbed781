"""How far a matter is, in the words that offices, their systems and other tools write for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.english.behind_an_end import is_to_be_done_again
from officecli.files.ledger.words.english.deeds import is_held
from officecli.files.ledger.words.english.stated_freely import is_a_deed
from officecli.files.ledger.words.english.states import is_unsettled
from officecli.files.ledger.words.han.of_a_part import is_of_part_alone
from officecli.files.ledger.words.han.states import CLOSED, FIRM, HOW_LATE
from officecli.files.ledger.words.known import CODES, known_word
from officecli.files.ledger.words.marks import boxes, by_mark, is_light, without_box
from officecli.files.ledger.words.plain import DAY, DAY_WORD, one_width, plain_text, without_dots
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.statement import read_statement
from officecli.files.ledger.words.taken_up import put_off, taken_up
from officecli.model.codes import OVER
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

_ASKED = pattern(r"(?:是否|有没有|有无)(?P<word2>[^?]+)\?*|(?P<word>[^?]+?)(?:了?(?:吗|没有?)\?*|\?+)")
_OFFERS = pattern(r"[/?]")
_SECTION = pattern(r"(?: ?(?:action )?(?:items?|tasks?|actions?|matters?|requests?|projects?)|的?(?:事项|任务|项目|部分|工作|件))$")
_RETURNED = pattern(r"重办|重新[办处整核]|退回|返工|不满意|(?<!基本)不合格|(?:未|不|没有?)通过|不予?销号|\breturn|\brework")
_LONGEST_PAIR = 60
_TWO_SCRIPTS = pattern(
    r"(?P<first>[A-Za-z][A-Za-z' -]*[A-Za-z])[ /()（）|·-]*(?P<second>[\u3400-\u9fff]+)[)）]?"
    r"|(?P<second2>[\u3400-\u9fff]+)[ /()（）|·-]*(?P<first2>[A-Za-z][A-Za-z' -]*[A-Za-z])[)）]?"
)
_SEGMENTS = pattern(r"(?<!\s)\s+[-–—]+\s*|[–—]+|[;；:：，。(（)）、!！]|,(?! ?20\d\d(?!\d))|\s/\s|\.\s")

_NOT_OVER = pattern(
    r"(?:was |now |then |but |will |to be )*re ?open(?:s|ed|ing)?\b(?! (?:if|when|should|only|in case|as needed)\b)"
    r"|(?:still |now |but )*(?:in progress|in process|in work|under ?way|ongoing|open|active|pending|wip|working on it|to do|incomplete"
    r"|not (?:yet )?(?:started|begun|done|completed?|closed|finished)|no|n|false)$|(?:under |on )?appeal|back (?:in|on|to|for|with)\b"
    r"|(?:but|then|and) (?:re|appeal)|.{2,30} (?:to (?:follow|come)\b.{0,20}|still due|to go|(?:on )?order(?:ed)?|(?:still |left )?open)$"
    r"|(?:[a-z]+ ){0,3}(?:not (?:[a-z]+ ){1,3}yet|yet to \w+)|re-?test"
    r"|not (?:yet )?(?:tested|inspected|signed|trained|painted|paid|billed|invoiced|delivered|installed|connected|commissioned"
    r"|documented|filed|mailed|sent|reported|confirmed|published|posted|recorded)\b|to be\b"
    r"|(?!no\b|none\b|nothing\b).*\b(?:remain(?:s|ing)?|outstanding|left(?! (?:as (?:it|they|is|found|was)|alone|unchanged|untouched|in place)\b))\b"
    r"|(?:仍|还|尚|正|目前)*在?(?:进行|办理|推进|实施|落实|整改|处理)中$|(?:仍|还)?在办$|未(?:完成|办结|完结|结束|销号)$|但|仍(?!按|保持|坚持|将)"
    r"|又|临时|除.{1,10}外|[仅只还就尚]?剩|[尚还]余|还有|(?:个别|少数|其余|其他).{0,8}[未待没]|改[为用]|另行|重新|重启|重开|反弹|复发"
    r"|.{0,6}(?:不满意|不认可|不服)|下一?步|下阶段|[拟将]|准备|申请"
)
"""Behind a word of the end: it was no end, or another step is to come first."""
_CROSS = pattern(r"x|no?|否")
"""A cross may as well be a tick, and beside a word of the end it is one; a no beside it contradicts it."""
_IN_THE_WORKS = pattern(
    r"(?:now |still |but )*(?:in|under|at|with|out for|gone to)(?: the| for)? (?:edit(?:s|ing|or|ors)?|(?:copy ?)?edit(?:ing)?"
    r"|(?:legal |peer |final )?review|layout|production|press|print(?:er|ers|ing)?|proofs?|proofing|design(?:er)?|translation|legal|copy ?desk"
    r"|typesett\w+|approvals?|testing|qa|qc)"
)
"""Behind what was handed in: others have it now, and it goes on."""
_HANDED_IN = pattern(r"(?:filed|delivered|sent|submitted|posted|published|issued|shipped)\b.*")
_GOES_ON = ("open", "issued", "in-hand")
_LATE = pattern(
    r"late|overdue|past due|delayed|behind(?: schedule)?|(?:missed|after)(?: the| its)? deadline"
    r"|(?:未能?|没能?|没有)(?:按(?:[期时]|要求|计划|规定)|如期|及时|(?:在|于)?(?:规定|期限|时限|限期|计划)[\u3400-\u9fff]{0,4}?)内?(?:完成|办结"
    r"|整改|销号|落实)(?:到位)?"
    rf"|(?:deadline |due date )?ext(?:ended|ension)?\.?(?: granted)? (?:to|until|till) {DAY_WORD}|(?:已|经批准|经?同意)*(?:延期?|顺延|展期)[至到]{DAY_WORD}"
)
"""How late it was, or to when it was put off, before the word that says that it is over: 未按期完成，已于6月20日办结."""
_NO_WORD = pattern(r"[a-z]|yes")
"""A letter or an answer for the end, which may be one to another question."""
_NOT_YET_SEEN = pattern(r"(?:尚|还|仍|暂)?(?:未|没有?)(?:组织|申请|通过)?(?:销[号项案]|归档|验收|结案|闭环|核销|复[查核]|确认)")
"""What comes when it is done: 未销号，已完成整改."""
_WAITS = pattern(r"(?:尚|还|只|正|仅|就)?(?:待|等待?|等候|需要?|未|没有?|(?<=[还只仅就])差|在(?!册|案))(?!.{0,2}归档)[\u3400-\u9fff]")
"""Behind a word of the end: what has yet to come before it is one."""
_DENIED = pattern(r"(?:尚|还|仍)?(?:未|没有?)(?P<deed>[\u3400-\u9fff]{2})")
"""Behind a word of the end: that just this has not come about."""
_FOR_OTHERS = pattern(r"验|销|复[查核审]|[审核]|确认|认定|评估|批|签字|回访")
_ALL_OF_IT = pattern(r"(?:已?完成)?100(?:\.0{1,2})? ?%")
_NOT_ALL = pattern(
    r"(?:尚|还|仍)?(?:未|没有?)(?:全部|全面|完全)?(?:完成|办完|做完|开始|启动)|(?:尚|还|仍|正)?在?(?:进行|办理|推进|实施|整改|处理)中|(?:仍|还)?在办"
    r"|(?:still )?(?:in progress|in process|under ?way|ongoing|incomplete|open)|not (?:yet )?(?:done|started|begun|completed?|finished)"
)
_LAST_WORD = pattern(rf"{FIRM.pattern}|(?:(?:item|issue|matter|case|action|task|request|ticket|file) )?(?:is |now )?closed(?: out)?")
"""What closes a matter whatever is told of it before: 已报送，办结; Presented to Council - closed."""
_ENDED = pattern(rf"(?:(?:all|now|work|job|task|item) (?:is )?)?(?:{ENDED})|(?:no further action|nfa)(?: (?:needed|required|necessary|planned))?")
"""In English what stands last behind what was done: Signed 6/30 - completed."""
_TOOK_PLACE = pattern(rf"held(?: on)?,? (?P<day>{DAY_WORD})\W+(?:{ENDED})")
"""A meeting that was held, and nothing that is: Held June 24 - complete."""
_HOUR = pattern(
    r"(?<=[\d日])(?:[T,]| )+(?:at |@ ?)?(?:(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:hrs?|h|Z)\b)?"
    r"|(?:0?[1-9]|1[0-2]) ?[ap]\.?m\b\.?)(?![\d:：])",
    re.IGNORECASE,
)
"""The hour behind a day, which says no more of the state."""
PLACE = pattern(r"[(（]?\d{1,2}(?:[)）]|[._、．-]|(?<! ) [-–—])\s*(?=[^\W\d_])(?!.*\d)")
"""The place of a state in the order of work, as boards write it to sort by: 1. To do, 3_done, 4-已完成."""

_SOMEBODY = pattern(r"(?:[A-Z]\.[ -]?)+(?P<name>[A-Z][\w'’-]+)")
"""Who is called by an initial and a surname, A. Bell: no letter that is a state, with a word behind it."""


@lru_cache(maxsize=1024)
def read_state(text: str) -> Stated | None:
    """The state that a cell says, by its first words, whatever reason or day stands beside them; None where it says none that is known."""
    if is_nothing(text) or ((named := _SOMEBODY.fullmatch(text)) and not known_word(named["name"].casefold())):
        return None
    text = _HOUR.sub("", text) if ":" in text or "：" in text or text[-1] in "mM." else text
    beside = plain_text(without_box(text))
    if (mark := by_mark(text)) and (not beside or DAY.fullmatch(beside)):
        return mark._replace(beside=beside)
    if offered := boxes(text):
        return _ticked(offered)
    if text[0] in "0123456789(（" and (ordered := PLACE.match(text)) and len(text) <= _LONGEST_PAIR and (said := read_state(text[ordered.end() :])):
        return said
    plain = plain_text(text)
    if not text.isascii() and len(text) <= _LONGEST_PAIR and (both := _TWO_SCRIPTS.fullmatch(text.strip())) and (said := _in_both(both)):
        return said
    if took_place := _TOOK_PLACE.fullmatch(plain):
        return Stated("closed", took_place["day"], firm=False)
    if is_held(plain):
        return None
    if "/" in plain and _is_of_two(plain.split("/")):
        return None  # Complete / In progress: neither is struck out
    if is_to_be_done_again(plain):
        return Stated("open")
    segments = segments_of(text)
    whole = read_statement(plain)
    return whole if len(segments) < 2 else _in_segments(segments, whole)


def _ticked(offered: Sequence[tuple[str, bool]]) -> Stated | None:
    """What the one box says that is ticked of those `offered`; that a word of the end has a box that is not says that it goes on."""
    ticked = [words for words, is_ticked in offered if is_ticked]
    if ticked or len(offered) > 1:
        return read_state(ticked[0]) if len(ticked) == 1 else None
    said = read_state(offered[0][0])
    return Stated("open") if said and said.code in OVER else said


def leaves_open(text: str) -> bool:
    """Whether a cell names an end and does not say that it came: 完成/未完成, 已完成？, 是否办结."""
    return _is_of_two([one for one in _OFFERS.split(plain_text(text)) if one]) or asks_of_its_end(text)


def asks_of_its_end(text: str) -> bool:
    """Whether a cell asks whether the matter is over: 已完成？, 是否办结."""
    asked = _ASKED.fullmatch(plain_text(text))
    word = (asked["word"] or asked["word2"]) if asked else ""
    return bool(word and (said := read_state(word)) and said.code in OVER)


def segments_of(text: str) -> list[str]:
    """The plain statements of a cell: what stands between its dashes, commas, full stops and brackets."""
    return [one for part in _SEGMENTS.split(without_dots(one_width(text))) if (one := plain_text(part))]


def _in_segments(segments: Sequence[str], whole: Stated | None) -> Stated | None:
    """What several statements of one cell say together, which as a `whole` may say something by themselves; None where it is not plain."""
    if len(segments) > 2 and DAY.fullmatch(segments[0]) and not any(map(DAY.search, segments[1:])):
        segments = [*segments[1:], segments[0]]  # 6/15 – Completed; five on board
    stated = [(at, found) for at, segment in enumerate(segments) if (found := read_statement(segment))]
    words = [
        one for one in segments if not is_light(one) and not HOW_LATE.fullmatch(one) and not _ALL_OF_IT.fullmatch(one) and not _LATE.fullmatch(one)
    ]
    if 0 < len(words) < len(segments) and (not "".join(words).isascii() or (len(words) == 1 and _is_end(words[0]))):
        said = _said_by(words)
        if said and said.code != "open":
            # A light, a delay or the whole of it says how it goes, and the word beside it how far it is:
            # 绿灯（完成）; 逾期3天，已完成; 100%，已验收
            return said
    if _HANDED_IN.fullmatch(segments[0]) and any(map(_IN_THE_WORKS.fullmatch, segments[1:])):
        return Stated("open")  # Filed, in edit
    behind = segments[stated[0][0] + 1 :] if stated else []
    if stated and stated[0][1].code in OVER and any(_NOT_OVER.match(one) or came_back(one) for one in behind):
        return None  # Closed (reopened 7/1); 已办结，群众不满意
    if _CROSS.fullmatch(segments[0]) and stated and any(found.code in OVER for at, found in stated if at):
        return _after_cross(segments[1:]) if segments[0] == "x" else None  # X - done; No - done
    halted = next(((at, found) for at, found in stated if found.code in ("suspended", "cancelled")), None)
    if halted:
        at, first = halted
        behind = segments[at + 1 :]
        goes_on = any(map(taken_up, behind)) or is_unsettled(segments[at], behind) or (first.code == "cancelled" and any(map(put_off, behind)))
        return None if goes_on else _beside(segments, at, first)  # Rejected by the vendor, reordered
    if _says_both(segments) or _is_all_and_not(segments):
        return None
    if whole or not stated:
        return whole
    at, last = stated[-1]
    if (
        at == len(segments) - 1
        and last.code == "closed"
        and (_LAST_WORD.fullmatch(DAY.sub("", segments[-1]).strip()) or (_ENDED.fullmatch(segments[-1]) and all(map(is_a_deed, segments[:-1]))))
        and all(one.code != "open" for _at, one in stated[:-1])
    ):
        told = " ".join((*segments[:-1], last.beside)).strip()
        return last._replace(beside=told, firm=any(one.firm for _at, one in stated) or DAY.search(told) is not None)  # 已报送，办结
    return _by_the_first(segments, stated)


def _by_the_first(segments: Sequence[str], stated: Sequence[tuple[int, Stated]]) -> Stated | None:
    """What the first statement of a cell says, where those behind it leave it standing."""
    at, first = stated[0]
    if at and first.code != "open":
        return None  # “Quotes in, done” is not what the cell says first
    if first.code == "closed" and any(map(is_of_part_alone, segments[at + 1 :])):
        return None  # 已完成（主体工程）
    if first.code == "closed" and (_denied(segments[at:]) or is_unsettled(segments[at], segments[at + 1 :])):
        return None
    if first.code == "closed" and (waits := next(filter(_WAITS.match, segments[at + 1 :]), "")):
        return Stated("submitted" if _FOR_OTHERS.search(waits) else "open", waits, firm=False, noted=False)  # 已整改，待验收
    if (
        first.code == "closed"
        and _NO_WORD.fullmatch(segments[at])
        and any(one.code == "open" and segments[place].isascii() for place, one in stated[1:])
    ):
        return None  # Y - at risk
    return _beside(segments, at, first)


def _said_by(segments: Sequence[str]) -> Stated | None:
    """What one statement or several say."""
    return read_statement(segments[0]) if len(segments) == 1 else _in_segments(segments, None)


def denies_itself(text: str) -> bool:
    """Whether a cell says of one deed that it came about, and that it did not (已完成（未完成）),
    or of the matter that it goes on, and that it is over: Open - completed 6/12.
    """
    segments = segments_of(text)
    return _says_both(segments) or _is_all_and_not(segments) or any(_denied(segments[at:]) for at in range(len(segments)))


def _says_both(segments: Sequence[str]) -> bool:
    """Whether the first of two statements says that the matter goes on, and the second that it is over, which is more than how late it was."""
    if len(segments) != 2 or not _is_end(segments[1]) or is_a_deed(segments[0]) or HOW_LATE.fullmatch(segments[0]) or _LATE.fullmatch(segments[0]):
        return False
    if _NOT_YET_SEEN.fullmatch(segments[0]) and not FIRM.search(segments[1]):
        return False
    first = read_statement(segments[0])
    return first is not None and first.code in _GOES_ON and not segments[0].startswith(("已", "均", "都"))  # 已核对。7月2日整改到位


def _is_all_and_not(segments: Sequence[str]) -> bool:
    """Whether all of it is done by the share, and by the word beside it is not: 100%，未完成; what waits for others is no such word."""
    return any(map(_ALL_OF_IT.fullmatch, segments)) and any(map(_NOT_ALL.fullmatch, segments))


def _is_end(segment: str) -> bool:
    """Whether a statement is a word for the end and nothing else but its day: done 6/12, 6月20日已办结."""
    word = DAY.sub("", segment).strip(" ,:-于在").replace("已于", "已")
    if segment.isascii():
        return _ENDED.fullmatch(word) is not None
    return CLOSED.fullmatch(word) is not None and (word != segment or word.startswith(("已", "均")) or FIRM.fullmatch(word) is not None)


def _denied(segments: Sequence[str]) -> bool:
    """Whether what the first of several statements tells of has not come about, as one behind it says."""
    return any((denied := _DENIED.fullmatch(one)) and re.search(rf"(?<!未){denied['deed']}", segments[0]) for one in segments[1:])


def _after_cross(segments: Sequence[str]) -> Stated | None:
    """The end that stands behind a cross, where nothing behind that takes it back."""
    said = _in_segments(segments, read_statement(" - ".join(segments)))
    return said if said and said.code in OVER else None


def _is_of_two(words: Sequence[str]) -> bool:
    """Whether every one of several words is a state, and some of them end the matter while others do not."""
    said = [known_word(word.strip()) for word in words]
    return all(said) and len({one.code in OVER for one in said if one}) > 1


def _beside(segments: Sequence[str], at: int, said: Stated) -> Stated:
    """What one statement says, with the others beside it."""
    return said._replace(beside=" ".join(filter(None, (said.beside, *segments[:at], *segments[at + 1 :]))))


def _in_both(both: re.Match[str]) -> Stated | None:
    """What a cell says in two languages, where both say the same: Completed 已完成."""
    first, second = known_word(plain_text(both["first"] or both["first2"])), read_state(both["second"] or both["second2"])
    return first if first and second and first.code == second.code else None


def of_section(title: str) -> Stated | None:
    """The state of all that stands under a title (COMPLETED ITEMS, 已办结事项); None for one that sorts the rows by something else."""
    plain = _SECTION.sub("", plain_text(title)).strip()
    code = CODES.get(plain)
    return Stated(code) if code else Stated("closed") if CLOSED.fullmatch(plain) else Stated("open") if plain.startswith(("未", "尚未")) else None


@lru_cache(maxsize=1024)
def is_returned(text: str) -> bool:
    """Whether a state says that what was handed in is to be done again."""
    plain = plain_text(text)
    return _RETURNED.search(plain) is not None or is_to_be_done_again(plain)
