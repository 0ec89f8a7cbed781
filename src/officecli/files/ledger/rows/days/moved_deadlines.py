"""A deadline that a note moves: Ext granted to 31 JUL 26, Due date extended to 8/15, 经同意延期至7月20日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.day_cells import note_inferred
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.signs import KEPT
from officecli.files.ledger.rows.states.state import ENDS
from officecli.files.ledger.words.plain import DAY_WORD, plain_text
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.dates import Reading
from officecli.typed.dates.english.words import NUMBERS

_TOLD_UNDER = ("status", "progress", "next_step", "problem")
_DEADLINE = r"(?:due(?: date)?|deadline|suspense|susp|target(?: date)?|completion date|response date)"
_UNTIL = r"(?:to|until|till?|thru|through|is|now|of|:)"
_MOVED = pattern(
    rf"\b(?:(?:ext(?:ended|ension|ensions|n)?\.?|extended deadline)(?: (?:was |has been )?(?:granted|approved|given|agreed|received"
    rf"|allowed))?(?: by [a-z. ]{{2,20}}?)?|carr(?:y|ied) (?:over|forward|fwd)|(?:continued|rolled|held over)(?: over)?"
    rf"|(?:granted|given|allowed)(?: us| them)?(?= (?:until|till) )|(?:now|re ?set to be) due(?: (?:by|on))?"
    rf"|(?:new|revised|extended|amended) {_DEADLINE}|{_DEADLINE} (?:was |has been |is |now )*(?:extended|moved|pushed|changed|revised|reset"
    rf"|slipped)(?: out| back)?)\s*{_UNTIL}?:? ?(?P<day>{DAY_WORD})(?![\d%/])"
)
_LONG = rf"(?:a|an|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,3}}) (?:(?:working|business|calendar) )?(?:day|week|month)s?"
_LONGER = pattern(
    rf"(?P<long>{_LONG})(?:'s?)? ext(?:ension|n)?\.?(?: (?:was |is )?(?:granted|approved|given|agreed|allowed))+"
    rf"|ext(?:ension|n)?\.? of (?P<of>{_LONG}) (?:was |is )?(?:granted|approved|given|agreed|allowed)"
    rf"|ext(?:ended|ension (?:was )?(?:granted|approved|given|agreed))(?: by| of| for)? (?P<by>{_LONG})\b(?! (?:request|ask))"
)
"""How much longer it may take: two weeks' extension granted."""
_GRANTED = pattern(
    rf"\bext(?:ended|ension|ensions|n)?\b(?!\.? ?#?\d{{2,5}}(?![\d/-])).*(?<!\bbe )(?<!\bnot )(?<!\byet )(?<!\bif )(?<!\bwhen )(?<!\bunless )"
    rf"\b(?:granted|approved|given|agreed|allowed) {_UNTIL}:? ?(?P<day>{DAY_WORD})(?![\d%/])"
)
"""An extension that was asked for before, and granted after, and not one that may be: Extension requested 6/15; granted to 7/31."""
_MATTERS = pattern(
    r"(?:[;；。]|(?<!\bext)\. |,? (?:and )?then |[,，](?=[再又二第]))(?=[^;；。]*?(?:\bext|\bdue\b|\bdeadline\b|carried|[延展]期|推迟|顺延))"
)
"""Where a note begins to tell of one more extension: what is said up to there is of the one before."""
_ONLY_ASKED = pattern(
    r"\b(?:(?:request|ask|seek|need|want|propos|recommend)\w*|sought|pending|denied|declined|refused|not|no|if|may(?! \d)|might|could|should"
    r"|possibl[ey]|potential|expect\w*|maybe|perhaps|likely|hop(?:e|ing))\b"
)
"""Beside an extension: it was not granted, or nobody knows yet."""
_OF_SOMETHING_ELSE = pattern(
    r"(?:\b(?:access|permission|leave|waiver|variance|exemption|funding"
    r"|warranty|contract|agreement|lease|permit|license|insurance|coverage|policy|hours|comment period|moratorium|meeting|mtg|hearing"
    r"|event|phone|tel|call|x)[ ,:]*(?:was |is |has been |been |now )*"
    r"|(?:会议?|活动|培训|论坛|仪式|合同|协议|有效期|租期|质保期|保修期|保质期|聘期|任期|许可证?|执照"
    r"|(?:开[工标业幕馆]|启动|开始|进场|报名)(?:时间|日期)?)(?:已|经|经批准|经同意|将)*)$"
)
"""Before it: not the deadline, but a meeting or a contract was put off or goes on."""
_DEADLINE_HAN = r"(?:完成|办结|办理|整改|反馈|报送|建设)?(?:时限|期限|时间|日期|工期)"
_MOVED_HAN = pattern(
    rf"(?:{_DEADLINE_HAN}(?:已|经批准|经同意)*(?:延期|延长|延后|顺延|推迟|展期|延|调整|变更|修改|改)"
    rf"|(?:延期|延后|顺延|推迟|展期|宽限|延)(?:{_DEADLINE_HAN}|完成|办结|办理|整改|反馈|实施)?)"
    r"(?:至|到|为)(?P<day>[^，,；;。()（）、]{2,20})"
)
_SO_LONG = r"(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:工作日|天|日|周|星期|月)"
_LONGER_HAN = pattern(rf"(?:宽限|延期|延长|延后|推迟|顺延|展期)(?:时限|期限)?(?P<long>{_SO_LONG})")
_LONGER_ALONE = pattern(
    rf"(?:(?:因|受|由于|鉴于)[^，,；;]{{2,20}}?[，,]?)?(?:{_DEADLINE_HAN}|任务|工作)?(?:已|现|统一|相应|往后|再)*(?:顺延|延期|延后|推迟)(?:了)?(?P<long>{_SO_LONG})(?:完成|办结|报送|反馈|上报)?"
)
"""All that a note says, or with why, is that the deadline is so much later: 顺延一周."""
_EARLIER_HAN = pattern(
    rf"(?:要求|决定|同意|批准|明确|通知|指示|批示|调整为?|改为)[^，,；;。]{{0,8}}?提前(?:至|到|在)(?P<day>[^，,；;。()（）、]{{2,12}}?)(?:之?前)?(?:完成|办结|报送|上报|反馈|交付|提交|到位)?(?=$|[，,；;。])"
    rf"|{_DEADLINE_HAN}(?:已|统一)?提前(?:至|到)(?P<day2>[^，,；;。()（）、]{{2,12}}?)(?:之?前)?(?=$|[，,；;。])"
)
"""The deadline is brought forward by whoever may order it: 局长要求提前到7月10日完成; what is done before its day is not."""
_NOT_ORDERED = pattern(r"力争|争取|希望|建议|尽量|最好|[未没不]能?(?:要求|同意|批准)|申请|提请|如|若|[?？]")
_BEGINS = pattern(r"召开|举[行办]|开[工标会业幕馆]|启动|开始|进场")
"""Behind the day: on it something is held or begins, and what is asked for need not be done, unless it is that: 要求提前至7月8日召开."""
_GRANTED_HAN = pattern(r"(?<![未不待没])(?:同意|批准|批复|准予|获批)")
_ONLY_ASKED_HAN = pattern(r"想|恳请|申请|请求|请示|[拟需若如]|建议|提出|能否|希望|预计|可能|计划|报批|提请")
_REFUSED_HAN = pattern(r"[未不待没](?:予|获|经|有|被)?(?:同意|批准|批复|批|准)|[?？]|驳回")
_TOLD_HAN = pattern(r"备注|说明|延期|展期|进展|情况|原因|审批|意见|调整")
"""A heading no column takes, under which a Chinese ledger tells that a deadline was moved."""


def moved_deadline(cells: RowCells, dates: DateCells, days: Mapping[str, Any]) -> dict[str, Any]:
    """`due` and `original_due` where notes of a row move the deadline to a later day, the last of these days, or bring it forward; {} where none does."""
    if not days["due"] or not cells.anywhere(_may_move, *_TOLD_UNDER, *ENDS, "submitted", "remarks", KEPT):
        return {}
    texts = [*_texts(cells)]
    found = {moved.day: moved for text in texts for moved in _moved_to(text, dates, days["issued"], days["due"])}
    later = found[max(found)] if found and max(found) > days["due"] else None
    brought_forward = (_brought_forward(text, cells.line("title"), dates, days["issued"], days["due"]) for text in texts if not found)
    reading = later or next(filter(None, brought_forward), None)
    if reading is None:
        return {}
    note_inferred(cells, "due", reading, _("moved by a note from {day}").format(day=days["due"]))
    return {"due": reading.day, "original_due": days["original_due"] or days["due"], "unsaid": days["unsaid"] - {"due"}}


def _texts(cells: RowCells) -> Iterator[str]:
    """What a row tells beside its columns of days."""
    yield from (text for _heading, text in cells.notes(_TOLD_UNDER))
    yield from (text for heading, text in cells.kept() if text.isascii() or _TOLD_HAN.search(heading))
    yield from cells.own_remarks  # where the day of the end should stand: extension to 7/20


def _may_move(text: str) -> bool:
    """Whether a text has the words that move a deadline, whether it was granted or not."""
    plain = plain_text(text)
    return any(words.search(plain) for words in ((_MOVED, _GRANTED, _LONGER) if plain.isascii() else (_MOVED_HAN, _LONGER_HAN, _EARLIER_HAN)))


def _brought_forward(text: str, title: str, dates: DateCells, issued: date | None, due: date) -> Reading | None:
    """The day, before the one on which it is due and after that of its issue, to which a Chinese text brings the deadline forward."""
    plain = plain_text(text)
    found = None if _NOT_ORDERED.search(plain) else _EARLIER_HAN.search(plain)
    if found is None or _OF_SOMETHING_ELSE.search(plain[: plain.index("提前", found.start())]):
        return None
    told = found["day"] or found["day2"]
    begins = _BEGINS.search(told)
    reading = None if begins and begins[0] not in title else dates.day_in("due", told, issued)
    return reading if reading and (issued or date.min) <= reading.day < due else None


def _moved_to(text: str, dates: DateCells, issued: date | None, due: date) -> Iterator[Reading]:
    """The days to which a text moves what is `due`, one extension after the other; none where it was only asked for."""
    plain = plain_text(text)
    moved = _moved_in_english if plain.isascii() else _moved_in_han
    yield from (reading for told in _MATTERS.split(plain) if (reading := moved(told, dates, issued, due)))


def _moved_in_english(plain: str, dates: DateCells, issued: date | None, due: date) -> Reading | None:
    if granted := _GRANTED.search(plain):
        return None if _of_something_else(granted) else dates.day_in("due", granted["day"], issued)
    if (longer := _LONGER.search(plain)) and not _ONLY_ASKED.search(plain):
        return None if _of_something_else(longer) else dates.day_in("due", next(filter(None, longer.groups())), due)
    found = _MOVED.search(plain)
    return None if found is None or _ONLY_ASKED.search(plain) or _of_something_else(found) else dates.day_in("due", found["day"], issued)


def _of_something_else(found: re.Match[str]) -> bool:
    """Whether what stands right before it says that not the deadline was moved."""
    return _OF_SOMETHING_ELSE.search(found.string[: found.start()]) is not None


def _moved_in_han(plain: str, dates: DateCells, issued: date | None, due: date) -> Reading | None:
    granted = _GRANTED_HAN.search(plain)
    if _REFUSED_HAN.search(plain) or (_ONLY_ASKED_HAN.search(plain) and not granted):
        return None
    if found := _MOVED_HAN.search(plain):
        return None if _of_something_else(found) else dates.day_in("due", found["day"], issued)
    longer = _LONGER_HAN.search(plain) if granted else _LONGER_ALONE.fullmatch(plain)
    return dates.day_in("due", longer["long"], due) if longer else None
