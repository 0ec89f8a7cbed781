"""Headings of what became of a deadline: 延期情况, Extension notes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from officecli.files.ledger.words.han.traditional import simplified
from officecli.patterns import pattern

_OFF = r"(?:延期|展期|顺延|延长|延后|[续延展]借)"
_DUE = r"(?:完成|办结|办理|整改)?(?:时限|期限|工期|完成时间|完成日期|办结时间|办结日期)"
_HAN = pattern(
    rf"(?:是否|有无|经?批准|同意)?的?(?:(?:{_DUE})?{_OFF}(?:办理)?|{_DUE}(?:的)?(?:调整|变更|变动|修改|修订)|改期)(?:的)?"
    r"(?:情况|说明|备注|记录|信息|情形|事宜)?(?:说明|备注)?"
)
_WORDS = r"(?: ?(?:status|notes?|comments?|remarks?|info(?:rmation)?|details?|history|log|y/?n|given))+"
_ENGLISH = pattern(
    rf"(?:(?:any|approved|granted|time|deadline|due date) )*(?:extensions?|ext\.?){_WORDS}"
    rf"|(?:(?:any|time|deadline|due date) )+extensions?(?: granted| approved)?|extensions? \(y/n\)"
    rf"|(?:due date|deadline|target date|date) (?:changes?|extensions?|revisions?|adjustments?)(?:{_WORDS})?"
)
_DAYS = pattern(r"(?:approved |granted )?(?:extensions?|extended|ext\.?)(?: (?:to|until|till|date|due|granted|approved|granted to|approved to))?")
"""English headings that are those of the later deadline itself."""
_DAYS_HAN = pattern(rf"(?:经?批准的?)?{_OFF}后?的?(?:{_DUE}|时间|日期|至|到)")
_NTH = pattern(
    r"(?:1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth|latest) +(?=\D)|(?<=[\w.]) *(?:#|no\.? ?)?[1-9]$|(?:第[一二三四五六1-6]|首|再|[二三])次(?:的)?"
)
"""Which of several extensions a heading is of: 2nd extension, Extension 2, 第二次延期."""
_REVISED = pattern(r"revisions?|revised|rev\.?")
"""A heading, numbered, of a deadline that was set anew, where another is that of the first one; elsewhere of a paper that is written anew."""
_BRACKETED = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_ASKED_FOR = pattern(r"申请|拟|请示")


@lru_cache(maxsize=1024)
def tells_of_extensions(heading: str) -> bool:
    """Whether what stands under a heading tells of a deadline that was moved: of no state of the matter, and no progress.

    What was asked for (延期申请), on which day it was granted (延期批准日期) and why are told under others.
    """
    bare = _bare(heading)
    return not _ASKED_FOR.search(bare) and bool(_HAN.fullmatch(bare.replace(" ", "")) or _ENGLISH.fullmatch(bare))


@lru_cache(maxsize=1024)
def is_of_extensions(heading: str) -> bool:
    """Whether a heading is one of extensions or of the day to which the deadline was moved, so that a day alone under it is the new one."""
    bare = _NTH.sub("", _bare(heading), count=1)
    return tells_of_extensions(bare) or bool(_DAYS_HAN.fullmatch(bare.replace(" ", "")) or _DAYS.fullmatch(bare))


@lru_cache(maxsize=1024)
def is_of_nth_revision(heading: str) -> bool:
    """Whether a heading is that of one of several days for which the deadline was set anew: 2nd revision, Revised 2."""
    bare = _bare(heading)
    return (nth := _NTH.sub("", bare, count=1)) != bare and _REVISED.fullmatch(nth) is not None


def _bare(heading: str) -> str:
    text = " ".join(simplified(unicodedata.normalize("NFKC", heading)).casefold().split())
    return _BRACKETED.sub("", text).strip(" :?")
