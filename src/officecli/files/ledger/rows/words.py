"""The words of a ledger's coded columns, in both languages, and the codes they stand for."""

from __future__ import annotations

import re

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model import codes
from officecli.typed.text import is_nothing

# The codes a coded column may hold. Of a word under several the last code has it; the words are offered in this order.
_KNOWN: dict[str, tuple[str, ...]] = {
    "urgency": codes.URGENCIES,
    "importance": codes.IMPORTANCES,
    "kind": codes.KINDS,
    "status": ("open", "issued", "in-hand", "submitted", "suspended", "cancelled", "closed"),
}
_ALSO = {
    "urgency": codes.URGENCIES.also,
    "importance": codes.IMPORTANCES.also,
    "kind": codes.KINDS.also,
    "status": {**codes.READ_AS.also, **codes.STATUSES.also},
}

_FIXED_PERIODS = {
    **{word: code for code in codes.FEEDBACK for word in (code, *codes.FEEDBACK.also[code].split("|"))},
    **dict.fromkeys(("daily", "每日", "每天", "日报", "every day"), "1d"),
    **dict.fromkeys(("fortnightly", "biweekly", "bi-weekly", "双周", "每两周", "两周", "隔周", "every two weeks", "every 2 weeks"), "14d"),
    **dict.fromkeys(("半月", "每半月", "半月报", "半个月", "每半个月"), "15d"),
    **dict.fromkeys(("旬", "每旬", "旬报", "每十天"), "10d"),
    **dict.fromkeys(("季度", "每季度", "每季", "季报", "quarterly", "every quarter"), "90d"),
    **dict.fromkeys(("半年", "每半年", "half-yearly"), "180d"),
}
_EVERY_DAYS = re.compile(r"(?:每隔?\s*|every\s+)?(\d{1,3})\s*(?:个?工作日|天|日|d|days?|working days)(?:一次|一报)?")
_NO_PERIOD = frozenset({"不定期", "适时", "按需", "as needed", "ad hoc", "on completion", "办结时反馈", "办结后反馈"})

_CODES: dict[str, dict[str, str]] = {
    column: {word: code for code in known for word in (code, *_ALSO[column][code].split("|"))} for column, known in _KNOWN.items()
}


def read_word(column: str, text: str) -> str | None:
    """The code for a clean cell of a coded column (urgency, importance, kind, status); None when blank, BadInput when unknown."""
    code = _CODES[column].get(text)
    if code or is_nothing(text):
        return code
    code = _CODES[column].get(" ".join(text.lower().split())) or _CODES[column].get(text.rstrip("件 ").strip("【】[]()（）"))
    if code:
        return code
    offered = listed("/".join(_ALSO[column][known].split("|")[:2]) for known in _KNOWN[column])
    raise BadInput(_("This word is not known here."), fix=_("Use one of: {words}.").format(words=offered))


def read_period(text: str) -> str | None:
    """How often feedback is due: weekly, monthly or `Nd` (every N days); None when blank or at no fixed time."""
    if is_nothing(text):
        return None
    plain = " ".join(text.lower().split()).rstrip("。.")
    if plain in _NO_PERIOD:
        return None
    if plain in _FIXED_PERIODS:
        return _FIXED_PERIODS[plain]
    days = _EVERY_DAYS.fullmatch(plain)
    if days and int(days.group(1)):
        return f"{int(days.group(1))}d"
    for start, period in (("每周", "weekly"), ("每月", "monthly"), ("every month", "monthly"), ("every week", "weekly")):
        if plain.startswith(start):  # 每月25日前, 每周五: the day is for the reader, the period is what is computed with
            return period
    raise BadInput(
        _("How often feedback is due cannot be read."), fix=_("Write weekly, monthly, or a number of days such as 10d (每周, 每月, 每10天).")
    )
