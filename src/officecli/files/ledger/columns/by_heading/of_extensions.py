"""Headings of what became of a deadline: 延期情况, Extension notes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from officecli.files.ledger.words.han.traditional import simplified
from officecli.patterns import pattern

_OFF = r"(?:延期|展期|顺延|延长|延后)"
_DUE = r"(?:完成|办结|办理|整改)?(?:时限|期限|工期|完成时间|完成日期|办结时间|办结日期)"
_HAN = pattern(
    rf"(?:是否|有无|经批准|批准|同意)?的?(?:(?:{_DUE})?{_OFF}(?:办理|时限|期限)?|{_DUE}(?:调整|变更|变动|修改|修订)|改期|(?:{_OFF})/?(?:调整|提前))(?:的)?"
    r"(?:情况|说明|备注|记录|信息|情形|事宜|栏)?(?:说明|备注)?"
)
_ENGLISH = pattern(
    r"(?:(?:any|approved|granted) )?(?:time |deadline |due date )?(?:extensions?|extended|ext\.?)(?: ?(?:status|notes?|comments?"
    r"|remarks?|info|details?|history|log|y/?n|given|\?))*"
    r"|(?:due date|deadline|target date|date) (?:changes?|extensions?|revisions?|adjustments?)(?: (?:notes?|history|log|comments?))?"
)
_BRACKETED = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_ASKED_FOR = pattern(r"申请|拟|请示")


@lru_cache(maxsize=1024)
def is_of_extensions(heading: str) -> bool:
    """Whether what stands under a heading is said of a deadline that was moved, so that a day alone is the new one, and no state is that of the matter.

    What was asked for (延期申请), by when it was granted (延期批准日期) and why are told under others.
    """
    text = " ".join(simplified(unicodedata.normalize("NFKC", heading)).casefold().split())
    if _ASKED_FOR.search(text):
        return False
    bare = _BRACKETED.sub("", text).strip(" :?")
    return bool(_HAN.fullmatch(bare.replace(" ", "")) or _ENGLISH.fullmatch(bare))
