"""What a Chinese note says of the whole of its matter, clause by clause: that it is over, rests or was given up."""

from __future__ import annotations

import re
from functools import lru_cache

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.ended import HAN_DEEDS, HAN_ENDED, HAN_MATTER, HAN_WHOLE
from officecli.files.ledger.words.han.halted import halted, may_go_on
from officecli.files.ledger.words.han.of_a_part import LEFT, are_all_done, is_of_part, names_part
from officecli.files.ledger.words.han.stated_freely import goes_on, may_be_to_come
from officecli.files.ledger.words.han.states import CLOSED
from officecli.files.ledger.words.in_notes import ADDED, clauses_of, ended_on
from officecli.files.ledger.words.plain import DAY, DAY_WORD
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import segments_of
from officecli.patterns import pattern

_HOW = (
    rf"(?:已经?|均|都|当场|当[天日晚]|现场(?=已|[\u3400-\u9fff]{{2}}(?:完毕|到位|完成))|全部|全面|圆满|顺利|按期|按时|如期|提前|正式|及时|彻底|妥善|现|业|超额|一次性|按要求"
    rf"|[于在]?(?:{DAY_WORD}|\d{{1,2}}月(?:[底末初]|[上中下]旬))\s*){{0,8}}"
)
_END = (
    rf"(?:{HAN_ENDED}|完工|竣工验收|建成|(?:投入|交付)(?:使用|运行|运营)|投用|投运|交付|通过(?:竣工)?验收|验收(?:合格|通过)|办理|(?:办理|处理|处置)完毕"
    r"|(?:整改|落实|安装|解决|处置|化解|清理|清除|清运|整治|规范|更换|拆除|补齐|修复|疏通|抢修|清掏|维修)(?:到位|完毕)|清零|通车|启用|(?:投入|上线)运行|上线|协调解决"
    r"|消除|排除|修[复好]|办[妥好完]|完毕)"
)
_OBJECT = rf"(?:了|完毕|(?P<all>全部|所有|各项|年度|全年|目标|既定)?{HAN_MATTER})?(?:信访人|群众|来访人|代表|委员|当事人|投诉人)?"
_ALL_OF_SO_MANY = r"[一二两三四五六七八九十\d]{1,3}[个项件条处](?=全部)"
_OVER = pattern(rf"(?P<of>{HAN_MATTER}|{_ALL_OF_SO_MANY})?(?P<how>{_HOW})(?P<end>{_END})(?:[并且及]?{_HOW}{_END}){{0,3}}{_OBJECT}")
_AND_OVER = pattern(
    rf"{HAN_MATTER}?(?:(?:[于在]?(?:{DAY_WORD}))?(?:已经?|均已|现已|业已)|[于在]?(?:{DAY_WORD})[日号]?)"
    rf"(?!.*(?:申请|建议|提请|报请|请求|[上呈]报|报送|转|交办|移[送交]|承诺|答应|联系|约|督|催|责|派|委托|安排|通知|函告|下[发达]"
    rf"|[发去]函))(?P<deed>[\u3400-\u9fff]{{2,8}}?)[并后]?(?:予以|正式)?(?:{HAN_WHOLE})(?:\W*(?:{DAY_WORD})\W*)?"
)
"""What was done with the matter, and that it is over with that: 7月2日已回函办结."""
_SAID_HOW = pattern(_HOW)
_AS_ASKED = pattern(
    rf"{_HOW}按(?:照)?[\u3400-\u9fff]{{0,6}}?(?:要求|规定|时限|时间|期限|部署|通知){_HOW}完成了?(?:报送|上报|呈报|报备|反馈|提交|递交|答复|回复"
    rf"|回函|移交|交付|归档|整改|办理|落实|处[置理])(?:工作|任务)?(?:\W*(?:{DAY_WORD})\W*)?"
)
"""What was asked for was done, in the words of whoever asked: 已按要求于5月20日完成报送."""
_BARE = pattern(rf"{HAN_DEEDS}|办理|交付|完成")
"""By itself as much an order as an end."""
_ALL_DONE = pattern(
    r"(?:(?:已|整改|办结|销号|任务|目标)?完成率?|(?:整改|办结|销号|落实)率|完成比例|总体进度|整体进度|进度)?(?:为|达到?|已达)?\s*100 ?%"
)
_CAME_ABOUT = pattern(
    rf"(?:已|均|全部|都|圆满|顺利|正式)[^已]{{0,8}}(?:{_END})(?:了|完毕)?$|.{{2}}(?:完毕|到位)$|(?:{DAY_WORD})已[\u3400-\u9fff]{{1,2}}$"
    rf"|已(?![收受转派接启开签报])[\u3400-\u9fff]{{1,2}}了?[(（](?:{DAY_WORD})[)）]?$"
    rf"|^(?:于?(?:{DAY_WORD})已?|已)(?:经|全部|正式)?完成[\u3400-\u9fff]{{2,12}}$"
)


@lru_cache(maxsize=1024)
def of_the_whole(text: str, title: str) -> Stated | None:
    """What a note says of the whole: that it is over, and nothing more of a part of it, or that it rests or was given up; None where it tells of the work."""
    clauses = _clauses(text)
    halt = halted(text, title)
    if halt or not clauses or any(may_go_on(one) or came_back(one) for one in clauses):
        return halt
    if any((goes_on(one) and not _AS_ASKED.fullmatch(one)) or LEFT.search(one) for one in clauses):
        return None
    over = next((one for one in reversed(clauses) if _is_over(one, title)), "")
    if not over and not (len(clauses) == 1 and (_ALL_DONE.fullmatch(DAY.sub("", clauses[0]).strip("()（）于")) or are_all_done(clauses[0]))):
        return None
    if over and (may_be_to_come(over) or any(is_of_part(one, title) for one in clauses[clauses.index(over) + 1 :])):
        return None
    day = DAY.search(over or clauses[0])
    days = [found for one in clauses if (found := ended_on(one))]
    return Stated("closed", day[0] if day else days[0] if len(days) == 1 else "", firm=False)


def may_be_over(text: str) -> bool:
    """Whether the last that a note says may as well be the end of its matter as of a piece of it: 服务站已建成."""
    clauses = _clauses(text)
    segments = segments_of(text)  # of —— there are none
    if not clauses or not segments or any(goes_on(one) or LEFT.search(one) for one in clauses):
        return False
    if CLOSED.fullmatch(segments[0]):
        return True  # 已完成（主体工程）
    return _CAME_ABOUT.search(clauses[-1]) is not None and not names_part(clauses[-1]) and not is_of_part(text, "")


def _is_over(clause: str, title: str) -> bool:
    """Whether a clause says that the matter is over: as a note calls it, in the words
    of its title, or, where it names none, by a word that says that it came about.
    """
    if (dealt_with := _AND_OVER.fullmatch(clause)) and not names_part(dealt_with["deed"]):
        return True
    if _AS_ASKED.fullmatch(clause):
        return True
    found = _OVER.fullmatch(clause)
    if found is None:
        how = _SAID_HOW.match(clause)
        rest = clause[how.end() :] if how else clause
        own = _named(rest, title)
        found = _OVER.fullmatch(f"该事项{clause[: len(clause) - len(rest)]}{rest[len(own) :]}") if own else None
    return found is not None and (_BARE.fullmatch(found["end"]) is None or any(found[part] for part in ("how", "of", "all")))


def _named(clause: str, title: str) -> str:
    """What a clause begins with of the title's words, where the title is of one thing."""
    if re.search(r"[、，,；;及和与]", title):
        return ""
    longest = next((clause[:size] for size in range(len(clause) - 1, 1, -1) if clause[:size] in title), "")
    return "" if names_part(longest) and not title.endswith(longest) else longest


def _clauses(text: str) -> list[str]:
    """The clauses of a note, but for what is only added to an end: 长期坚持, 群众满意."""
    found = [one.replace(" ", "") for one in clauses_of(text.replace("、", "，"))]
    return [one for at, one in enumerate(found) if not (at and ADDED.fullmatch(one))]
