"""What stands in the box of a person's day or week: one matter or several, with whom, by which day, and whether it is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from officecli.files.ledger.sheets.by_person.times import is_time
from officecli.files.ledger.sheets.sheet_rows import Shapes
from officecli.patterns import has_han, pattern
from officecli.typed.dates.names import WEEK_HAN, WEEKDAY_NAME
from officecli.typed.text import TICKS

_LABEL = pattern(r"\s*(?:[(（]?\d{1,2}(?:[)）]|[.．](?!\d)|[、:：])|[①②③④⑤⑥⑦⑧⑨⑩]|[-–—•·●▪◦■*]\s+|[•·●▪◦■☐□○]\s*)\s*(?=\S)")
"""What stands before each of several matters."""
_IN_LINE = pattern(r"(?<=[\s；;。，,])(?=(?:[2-9]|1\d)[.．、)）](?!\d))|(?=[②③④⑤⑥⑦⑧⑨⑩])")
"""Where the next of several numbered matters begins in one line."""
_GOES_ON = pattern(r"[a-z(（&+/]|(?:and|or|of|for|to|with|w/)\b")
_OPEN_END = ("-", "–", "—", "&", "/", "+", ",", "、", "，", "及", "和", "与", "（", "(", " and", " of", " for", " to", " the")
_TICKED = pattern(rf"^\s*(?:\[[xX]\]|[{TICKS}])\s*|\s*(?:\[[xX]\]|[{TICKS}])\s*$")
_BEFORE = pattern(
    r"(?P<said>[^:：()（）【】]{2,12})[:：]\s*(?P<what>\S.*)|[(（\[【](?P<said2>[^()（）\[\]【】]{2,12})[)）\]】]\s*(?P<what2>\S.*)", re.DOTALL
)
"""What may be said before a matter: Cancelled: Badge demo; 【已完成】更新门牌."""
_BEHIND = (
    pattern(r"\s*[(（\[【](?P<said>[^()（）\[\]【】]{1,60})[)）\]】]\s*[。.]?$"),
    pattern(r"\s+[-–—]+\s*(?P<said>[^-–—()（）]{1,40})$|[—–]{1,2}(?P<said2>[\u3400-\u9fff][^-–—()（）]{0,20})$"),
    pattern(r"[,;，；]\s*(?P<said>[^,;，；()（）]{1,40})$|\s+(?P<said2>(?:w/|by |due |with )[^,;，；()（）]{1,40})$"),
)
"""What may be said behind a matter: in brackets, behind a dash, behind a comma."""
_WITH = pattern(
    r"(?:with (?:the )?help (?:from|of)|help(?:ed)? (?:from|by)|assist(?:ed|ance)? (?:by|from)|support(?:ed)? (?:by|from)"
    r"|with|w/|\+|&)\s*:?\s*(?P<who>\S.*)",
    re.IGNORECASE,
)
_WITH_HAN = pattern(
    r"(?:由)?(?P<who>[^，,；;：:]{2,30}?)(?:负责)?(?:配合|协助|协办|参与|参加|协同|支持|帮办)|(?:配合|协助|协办|协同|参与)(?:人员?|科室|单位|部门)?\s*[:：]\s*(?P<who2>\S.*)"
    r"|(?:会同|联合|与|和)(?P<who3>[^，,；;：:]{2,30}?)(?:(?:一起|共同|联合)(?:完成|办理|开展)?)?"
)
_BY = pattern(r"(?:(?:is )?due(?: (?:by|on))?|by|before|on|nlt|no later than)\s+(?P<day>\S.*)", re.IGNORECASE)
_HOUR = pattern(
    r",?\s*(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|noon|cob|eod|close of business|end of day"
    r"|morning|afternoon|a\.?m\.?|p\.?m\.?)\s*,?\s*",
    re.IGNORECASE,
)
_DAY_HAN = (
    rf"(?:于|在|须|应|请)?(?P<day>(?:(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}[日号]?|\d{{1,2}}[./]\d{{1,2}}|\d{{1,2}}[日号]|(?:本)?{WEEK_HAN}[一二三四五六日天末])"
    r"(?:[上下中]午)?(?:\d{1,2}(?:[时点]|[:：]\d\d))?(?:下班)?"
)
_BY_HAN = pattern(rf"{_DAY_HAN}(?:之前|以前|前)?)(?P<deed>[\u3400-\u9fff]{{0,8}})")
_BY_IN_WORDS = pattern(rf"(?<!\d){_DAY_HAN}(?:之前|以前|前))(?!的)")
_MOVED = pattern(r"(?:moved|pushed|postponed|rescheduled|slipped|now|→)\b.*|→.*|(?:改|推|顺延|延期?|提前|调整)(?:为|至|到|迟).*", re.IGNORECASE)
_WEEKDAY = pattern(rf"(?:{WEEKDAY_NAME})\b|{WEEK_HAN}[一二三四五六日天末]|^\D{{0,2}}\d{{1,2}}[日号]", re.IGNORECASE)


class Box(NamedTuple):
    """A matter of a box: what is to be done, with whom, by which day where the box says it, how far it is, and what else is said of the day."""

    what: str
    support: str = ""
    due: str = ""
    state: str = ""
    remark: str = ""

    @property
    def within(self) -> bool:
        """Whether its day is said by what is counted within the week or the month of the column: 周三前, Wed, 8日."""
        return _WEEKDAY.search(self.due) is not None


def matters(text: str) -> list[str]:
    """The lines of a box that are a matter each: numbered ones, else each line that does not only go on with the one before."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if len(lines) == 1 and _LABEL.match(lines[0]):
        lines = [part.strip(" ；;，,") for part in _IN_LINE.split(lines[0]) if part.strip()]
    labelled = sum(_LABEL.match(line) is not None for line in lines) > 1
    found: list[str] = []
    for line in lines:
        begins = _LABEL.match(line)
        if found and (not begins if labelled else _GOES_ON.match(line) or found[-1].endswith(_OPEN_END)):
            found[-1] = found[-1] + ("" if has_han(line) else " ") + line
        else:
            found.append(line[begins.end() :].strip() if begins else line)
    return found


def read(text: str, shapes: Shapes) -> Box:
    """What one matter says, with what is said behind it told apart."""
    box = Box(_TICKED.sub("", text).strip(), state="√" if _TICKED.search(text) else "")
    if not box.state and (before := _BEFORE.fullmatch(box.what)) and shapes.ends(said := before["said"] or before["said2"]):
        box = Box(before["what"] or before["what2"], state=said)
    while (told := _behind(box, shapes)) and told.what and told != box:
        box = told
    if not box.due and (found := _BY_IN_WORDS.search(box.what)):
        box = box._replace(due=found["day"])
    return box._replace(what=box.what.rstrip(" ;；,，。"))


def _behind(box: Box, shapes: Shapes) -> Box | None:
    """The matter without the last thing that is said behind it; None where that is part of the matter."""
    for at, form in enumerate(_BEHIND):
        found = form.search(box.what)
        if found is None or not found.start():
            continue
        said = next(filter(None, found.groups())).strip()
        rest = box._replace(what=box.what[: found.start()].strip())
        if told := _told(box, rest, said, shapes, in_brackets=at == 0):
            return told
    return None


def _told(box: Box, rest: Box, said: str, shapes: Shapes, *, in_brackets: bool) -> Box | None:
    """The `rest` of a matter with what was said behind it in its place; the whole where that tells what is to be done as well: 7月8日前报出."""
    who = next((who for form in (_WITH, _WITH_HAN) if (found := form.fullmatch(said)) and (who := _who(found.groupdict()))), "")
    if who and not rest.support and (in_brackets or _all(who, shapes.names)):
        return rest._replace(support=who)
    if not rest.state and shapes.ends(said):
        return rest._replace(state=said)
    if not rest.due and (by := _BY.fullmatch(said)) and is_time(_HOUR.sub(" ", by["day"]).strip()):
        return rest._replace(due=_HOUR.sub(" ", by["day"]).strip())
    if not rest.due and in_brackets and is_time(said):
        return rest._replace(due=said)
    if not rest.due and in_brackets and (by := _BY_HAN.fullmatch(said)):
        return (box if by["deed"] else rest)._replace(due=by["day"])
    if not rest.remark and _MOVED.fullmatch(said):
        return rest._replace(remark=said)
    return None


def _who(told: dict[str, str | None]) -> str:
    return next((who.strip() for who in told.values() if who), "")


def _all(names: str, knows: Callable[[str], bool]) -> bool:
    return all(map(knows, filter(None, re.split(r"\s*(?:[、,/&]|\band\b|和|与|及)\s*", names))))
