"""The days people type of an item: by when it is due, when something happened."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.store.read.reader import Reader
from officecli.typed.dates import almanac, nearest, read_date
from officecli.typed.dates.english.words import NUMBERS

_UNIT = r"(?:工作日|自然日|日|天|周|星期|礼拜|月|wd|(?:working |business |calendar )?days?|weeks?|months?)"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_MOVED = pattern(
    rf"(?:同意|准予|批准|申请|请求|再|可|拟|予以)*(?:延期|延长|延后|后延|顺延|推迟|延)(?:时限|期限"
    rf"|时间)? ?((?:\d{{1,3}}|[半一二两三四五六七八九十]{{1,3}}) ?个?{_UNIT})"
    rf"|(?:agreed[:,]? )?(?:extend(?:ed)?|postponed?|defer(?:red)?|delay(?:ed)?|put off) (?:by |for )?(?:another |a further )?({_COUNT} {_UNIT})"
    rf"|({_COUNT} (?:more|further|additional) {_UNIT})",
    re.IGNORECASE,
)


def read_deadline(text: str, *, issued: date, read: Reader, base: date | None = None) -> date:
    """The deadline somebody typed, counted from `base`, else from the issue day; raises BadInput where it is before the issue day."""
    day = read_date(text, base=base or issued, by=almanac(read))
    if day < issued:
        raise BadInput(
            _("The deadline {due} is before the issue day {issued}.").format(due=day.isoformat(), issued=issued.isoformat()),
            fix=_("Give a later deadline, or the true issue day with --issued."),
        )
    return day


def added_to_deadline(text: str) -> str:
    """By how much a deadline moves, as a span that is read from it: `+3wd`, 延期5个工作日, extend by 2 weeks; "" where it is said on which day it is to be."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.startswith("+"):
        return plain if plain.isascii() else plain[1:].lstrip()
    found = _MOVED.fullmatch(plain)
    span = next(filter(None, found.groups()), "") if found else ""
    return re.sub("(?<!工作)(?<!自然)日$", "天", re.sub(r" (?:more|further|additional) ", " ", span))


def read_past_day(text: str, *, read: Reader) -> date:
    """The day somebody typed for what has happened already; raises BadInput for one to come."""
    day = nearest.read_past_day(text, today=read.today, by=almanac(read))
    if day > read.today:
        raise BadInput(_("{day} is still to come.").format(day=day.isoformat()), fix=_("Give the day it happened: today, or one before."))
    return day
