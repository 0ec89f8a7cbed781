"""All the moves of a deadline that a text tells of, and whether it says that none was granted."""

from __future__ import annotations

from functools import lru_cache

from officecli.files.ledger.rows.days.dates import is_whole_day
from officecli.files.ledger.rows.days.move import BY, TO, Move
from officecli.files.ledger.rows.days.moved_in_english import DAY_TOLD, move_in_english
from officecli.files.ledger.rows.days.moved_in_han import move_in_han
from officecli.files.ledger.words.plain import plain_text
from officecli.patterns import has_han, pattern
from officecli.typed.dates.english.words import NUMBERS

_MATTERS = pattern(
    r"(?:[;；。]|(?<!\bext)\. |,? (?:and )?(?:then|now) |[，,](?=[再又二第后]))(?=[^;；。]*?(?:\bext|\bdue\b|\bdeadline\b|carried|[延展]期"
    r"|推迟|顺延|延[至到\d一二两三半]|改[至到为]|提前"
    r"|(?<=then )(?:again )?(?:to|until)\b|(?<=now )\d|(?<=[;.] )(?:moved|pushed|re ?scheduled)\b))"
)
"""Where a note begins to tell of one more extension: what is said up to there is of the one before."""
_YES = pattern(r"^(?:(?:yes|y|to|until|till)\b|是|有|已延期?|延期?|至|到)[ ,:;，：；-]*(?=\S)")
_ALONE = pattern(
    rf"(?:{DAY_TOLD}|(?:20\d\d年|今年)?(?:\d{{1,2}}月|[一二三四]季度|年|本?月)(?:[底末]|[上中下]旬))(?:之?前)?"
    rf"|(?P<long>(?:{'|'.join(NUMBERS)}|\d{{1,3}})[ -](?:(?:working|business|calendar)[ -])?(?:day|week|wk|month)s?"
    r"|(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:工作日|天|周|星期|月|季度))"
)
"""A day, or so long, and nothing else."""
_AND = pattern(r"[;；、→]|[,，] ?(?!\d{4}$)| then ")
_LEAVE = pattern(r"^(?:granted|approved|given|agreed|to|until|till) (?=.*\d)")
_LEAVE_HAN = pattern(r"^[^,;。]{0,16}?(?:批准|同意|批复)(?=[至到]|\d{1,3}(?:天|日|个))")
"""Under a heading of extensions it need not be said what was granted: Granted to 8/10."""
_NOT_GRANTED = pattern(
    r"(?:(?:ext(?:ension|\.)?|was|is|not yet|none) )*(?:request|ask|denied|declin|refus|reject|not (?:yet )?(?:granted|approved|given|needed|required)|pending"
    r"|await|withdrawn|no ext).*"
    r"|.*(?:[未不没待](?:予|获|经|有|被)?(?:同意|批准|批复|批|准|延期|申请)|驳回|申请中?|审批中|已报[送批]?).*"
)
"""Under a heading of extensions, where the day should stand: there is none."""


@lru_cache(maxsize=2048)
def moves_in(text: str, *, under: bool = False) -> tuple[Move, ...]:
    """The moves of a deadline that a text tells of, one after the other; `under` a heading of extensions a day alone is the new one."""
    if not under and is_whole_day(text):
        return ()
    plain = plain_text(text)
    if not under and plain.upper() == plain.lower() and plain.isascii():
        return ()  # a day in figures, as stands in most cells: it moves nothing
    if under:
        if alone := _alone(plain):
            return alone
        plain = _LEAVE.sub(r"extension \g<0>", plain) if not has_han(plain) else _LEAVE_HAN.sub(r"\g<0>延期", plain)
    found: list[Move] = []
    for told in _MATTERS.split(plain):
        move = move_in_english(told.strip(), bool(found)) if not has_han(plain) else move_in_han(told, under=under)
        found += [move] if move else []
    return tuple(found)


def _alone(plain: str) -> tuple[Move, ...]:
    """Under a heading of extensions the days that stand there, or how long, where that is all."""
    parts = [_YES.sub("", part.strip()) for part in _AND.split(plain)]
    parts = [part for part in parts if part not in ("", "yes", "y", "是", "已延期")]
    found = [_ALONE.fullmatch(part) for part in parts]
    return tuple(Move(BY if one["long"] else TO, one[0]) for one in found if one) if all(found) else ()


def is_not_granted(text: str) -> bool:
    """Whether what stands under a heading of extensions says no more than that one was asked for, or refused: Denied 6/30, 未批."""
    return not moves_in(text, under=True) and _NOT_GRANTED.fullmatch(plain_text(text)) is not None
