"""What one cell holds: clean text, a number, a percentage, a quantified target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from officecli.errors import BadInput
from officecli.files.ledger.sheets.markup import without_list, without_markup
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.text import is_nothing, without_silent


@dataclass(frozen=True, slots=True)
class Unclear:
    """A cell whose value cannot be told: what it shows ("" for nothing), why that is no value, and what to do."""

    text: str
    why: str
    fix: str


Cell = str | int | float | bool | datetime | date | time | timedelta | Unclear | None
Row = Sequence[Cell]

_SHEET_ERRORS = frozenset(
    "#REF! #N/A #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #ERROR! #GETTING_DATA "
    "#BEZUG! #WERT! #NV #ZAHL! #VALEUR! #NOM? #NOMBRE! #¡REF! #¡VALOR! #¿NOMBRE? #¡DIV/0! #¡NUM! #N/D #RIF! #VALORE! #NOME?".split()
)
"""What Excel, Google Sheets and WPS show in place of a value, in the languages whose programs write these words into a text."""
_OTHER_ERROR = pattern(r"Err:5\d\d|#{4,}")
"""What LibreOffice shows, and any program where a column is too narrow for its numbers."""

# Bidi controls can make a name read as another; the rest cannot be printed (NUL cannot even be stored).
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FORBIDDEN = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_ENDS = pattern("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_WRITTEN_FOR_PROGRAMS = frozenset("<[{")
_SPACE = pattern("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_BETWEEN_HAN = pattern(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n+(?=[\u3000-\u9fff\uff00-\uffef])")

_MARKED_END = pattern(r" *⏎ *")

_DECIMAL_COMMA = pattern(r"(?<=\d),(?=\d{1,2}(?!\d))")
_PERCENT = pattern(r"(?:已?完成|约|done|about)?\s*(\d{1,3}(?:\.\d{1,6})?)\s*[%％]\s*(?:done|complete)?", re.IGNORECASE)
_NUMBER = pattern(r"[-+]?\d{1,9}(?:[.,]\d{1,6})?\s*[%％]?")
_PLAIN_NUMBER = pattern(r"\d{1,9}(?:\.\d{1,6})?")
_HOURS = pattern(r"(\d{1,6}(?:\.\d{1,3})?)\s*(?:个?小时|h|hrs?|hours?)?\.?", re.IGNORECASE)
_CLOCKED = pattern(
    r"(?=.*\d)(?:PT)?(?:(?P<hours>\d{1,6})\s*(?:h|hrs?|hours?|个?小时|时))?\s*(?:(?P<minutes>\d{1,4})\s*(?:m|mins?|minutes?|分钟?))?\s*"
    r"(?:(?P<seconds>\d{1,5})(?:\.\d{1,9})?\s*(?:s|secs?|seconds?|秒钟?))?|(?P<clock>\d{1,4}):(?P<of>[0-5]\d)(?::(?P<beside>[0-5]\d))?",
    re.IGNORECASE,
)
"""2h 30m, 30 min, PT2H30M45S, 2:30:45, as other tools write how long something takes."""

_THOUSANDS = pattern(r"(?<=\d),(?=\d{3}(?!\d))")
_TARGET = pattern(r"(?P<what>.*?)[:：]?\s*(?P<number>(?<![\d.])\d{1,15}(?:\.\d{1,6})?)\s*(?P<unit>[^\d\s].*)?", re.DOTALL)
_RATINGS = {
    "优秀": 5,
    "优": 5,
    "excellent": 5,
    "良好": 4,
    "良": 4,
    "good": 4,
    "合格": 3,
    "中": 3,
    "fair": 3,
    "基本合格": 2,
    "poor": 2,
    "不合格": 1,
    "差": 1,
}


@dataclass(frozen=True, slots=True)
class TargetCell:
    """One quantified target as written: `准确率100%` is what 准确率, quantity 100, unit %; quantity None where no number stands."""

    what: str
    quantity: Decimal | None
    unit: str


@lru_cache(maxsize=4096)
def once(text: str) -> str:
    """The text itself, as one object for all cells that say the same: a ledger names the same few people, states and days in every row."""
    return text


def clean_text(text: str) -> str:
    """`text` with ordinary spaces and line ends, without invisible marks, and trimmed."""
    if text.isprintable():
        return text.strip()
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACE.sub(" ", without_silent(text))
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip()


def with_lines(text: str) -> str:
    """The text with its lines where a report of ours, which shows each cell on one, marks their ends by ⏎."""
    return _MARKED_END.sub("\n", text) if "⏎" in text else text


def raised(text: str) -> str:
    """Digits that are set high as characters of their own: the mark of a footnote behind `July 2` is no digit of the day, and m² stays m²."""
    return text.translate(_RAISED) if text.isascii() and text.strip().isdigit() else text


def is_sheet_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows where a formula has no result."""
    return text in _SHEET_ERRORS or (text.startswith(("Err:", "####")) and _OTHER_ERROR.fullmatch(text) is not None)


def joined_lines(text: str) -> str:
    """Clean `text` on one line: a line broken inside a cell is joined as its script joins words."""
    if "\n" not in text:
        return text
    return re.sub(r"\n+", " ", _BETWEEN_HAN.sub("", text))


def cell_text(cell: Cell) -> str:
    """What a reader sees in the cell; dates as ISO, whole numbers without a decimal point."""
    if isinstance(cell, str):
        text = cell.strip() if cell.isprintable() else clean_text(cell)  # nearly every cell is plain, and asked for often
        return text if text[:1] not in _WRITTEN_FOR_PROGRAMS else without_markup(text) if text[0] == "<" else without_list(text)
    if cell is None:
        return ""
    if isinstance(cell, Unclear):
        return cell.text
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, timedelta):
        return _as_hours(cell)
    return str(cell)


def _as_hours(lasts: timedelta) -> str:
    """How long something lasts in hours, as a sheet shows it: 30:00:00, and no day with hours."""
    minutes, seconds = divmod(round(lasts.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def not_computed() -> Unclear:
    """A formula the spreadsheet program has not stored the result of."""
    return Unclear(
        "", _("The result of the formula here is not in the file."), _("Open the file in a spreadsheet program and save it, or type the value.")
    )


def check_text(text: str) -> str:
    """`text`, or BadInput when it holds characters that cannot be shown, or is a spreadsheet's error value."""
    if not text.isprintable() and _FORBIDDEN.search(text):
        raise BadInput(
            _("It holds control or text-direction characters that cannot be seen."),
            fix=_("Clear the cell and type the text again."),
        )
    if is_sheet_error(text):
        raise BadInput(_("The spreadsheet shows an error here."), fix=_("Mend the formula, or type the value."))
    return text


def read_percent(cell: Cell) -> float | None:
    """0–100 from `60%`, `已完成60%`, 60, `37,5` or a spreadsheet's 0.6; None when the cell is no percentage."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        share = float(cell) * 100 if 0 < cell <= 1 else float(cell)
        return round(share, 4) if 0 <= share <= 100 else None
    return _percent_in(cell_text(cell))


def is_beyond_percent(told: str) -> bool:
    """Whether a text that `read_percent` does not take is a number all the same: 120%, -5."""
    return _NUMBER.fullmatch(told) is not None and read_percent(told) is None


@lru_cache(maxsize=1024)
def _percent_in(text: str) -> float | None:
    text = _DECIMAL_COMMA.sub(".", text)
    found = _PERCENT.fullmatch(text) or _PLAIN_NUMBER.fullmatch(text)
    if not found:
        return None
    value = float(found.group(found.lastindex or 0))
    return value if value <= 100 else None


def read_hours(cell: Cell) -> float | None:
    """Hours of effort from 3, `3小时`, `2.5 h` or `2h 30m`; None when blank or 0, as tools write it where nobody estimated; BadInput when no number."""
    text = cell_text(cell)
    if is_nothing(text):
        return None
    found = _HOURS.fullmatch(_THOUSANDS.sub("", text))
    if not found and (clocked := _CLOCKED.fullmatch(text)):
        hours, minutes, seconds, clock, of, beside = (int(part or 0) for part in clocked.groups())
        return ((hours + clock) * 3600 + (minutes + of) * 60 + seconds + beside) / 3600 or None
    if not found:
        raise BadInput(_("This is not a number of hours."), fix=_("Write hours as a number, such as 3 or 2.5."))
    return float(found.group(1)) or None


def read_rating(cell: Cell) -> int | None:
    """1–5 from a digit, stars or a word (优秀 … 不合格); None when blank."""
    text = cell_text(cell)
    if is_nothing(text):
        return None
    text = text.rstrip("☆").removesuffix("星").removesuffix("颗")
    stars = len(text) if set(text) <= {"★", "⭐"} else 0
    rating = _RATINGS.get(text.lower()) or stars or (int(text) if text in {"1", "2", "3", "4", "5"} else 0)
    if not 1 <= rating <= 5:
        raise BadInput(_("This is not a rating."), fix=_("Write a whole number from 1 to 5."))
    return rating


def read_targets(text: str) -> list[TargetCell]:
    """The targets of a cell, `12篇; 准确率100%`, in the order written."""
    return list(_targets(part.strip() for part in re.split(r"[;；\n、]|，|,(?!\d{3})", text)))


def _targets(parts: Iterable[str]) -> Iterable[TargetCell]:
    for part in parts:
        if is_nothing(part):
            continue
        found = _TARGET.fullmatch(part)
        if found:
            yield TargetCell(found["what"].strip(), Decimal(found["number"]), (found["unit"] or "").strip())
        else:
            yield TargetCell(part, None, "")
