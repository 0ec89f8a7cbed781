"""A rule for deadlines, such as stands above a table, as a term: 10 business days from receipt, 自收到之日起15个工作日内."""

from __future__ import annotations

import re

from officecli.typed.dates.chinese import spans as chinese
from officecli.typed.dates.english import spans as english
from officecli.typed.dates.landmarks import Term
from officecli.typed.dates.plain import plain

_CHINESE_SPAN = r"(?P<count>\d{1,3})个?(?P<unit>工作日|天|日|周|星期|礼拜|月)(?:之内|以内|内|办结|完成)*"
_ENGLISH_SPAN = rf"{english.COUNT}[ -]?{english.UNIT}"


def read_term(text: str) -> Term | None:
    """The one term that `text` names: the whole of it, or in a sentence the one counted from receipt or issue; None where there is none, or several."""
    one = plain(text)
    if one.isascii():
        found = re.fullmatch(rf"(?:within |in )?{_ENGLISH_SPAN}(?:{english.FROM})?", one, re.ASCII)
        matches = [found] if found else list(re.finditer(rf"\b{_ENGLISH_SPAN}{english.FROM}", one, re.ASCII))
        return english.term_of(matches[0]) if len(matches) == 1 else None
    found = re.fullmatch(rf"(?:{chinese.FROM})?{_CHINESE_SPAN}", one, re.ASCII)
    matches = [found] if found else list(re.finditer(rf"{chinese.FROM}{_CHINESE_SPAN}", one, re.ASCII))
    return chinese.term_of(matches[0]) if len(matches) == 1 else None
