"""A text with one form for each letter, digit and space, so that the grammars meet every way of writing once."""

from __future__ import annotations

import re
import unicodedata

from officecli.model.numerals import with_digits
from officecli.patterns import pattern
from officecli.typed.dates.foreign_months import in_english
from officecli.typed.dates.names import MONTH_BEGINS, MONTH_NAME, TEENS, UNITS, WEEK_HAN, WEEKDAY_NAME, ordinal_number

_SIGNS = str.maketrans("‐‑–—−─\uff5e〜○’‘【】", "------~~〇''[]") | str.maketrans({"→": "->", "⇒": "->", "＞": ">"})
_DIGIT_ZERO = pattern(r"(?<=[一二三四五六七八九〇零])[0oO](?=[一二三四五六七八九〇零年0oO])")
_TWENTIES = pattern(r"[廿卅](?=[一二三四五六七八九日号])")
_NATIONAL = pattern(r"十一(?=国庆|黄金周|长假|假期|节|前(?!后))")

_HUNDRED = pattern(r"(?<![一二三四五六七八九十])一?百(?=个?[日天工])")
_FIRST_OF = pattern(r"首个(?=工作日|周|星期|礼拜)")
_MISTYPED = pattern(
    r"(?<=\d)\s?。\s?(?=\d)(?!\d{1,4}[年月])|(?<=\d{4})[，、](?=\d{1,2}[，、]\d{1,2}(?!\d))|(?<=\d{4}[，、]\d)[，、](?=\d{1,2}(?![\d月日号]))"
    r"|(?<=\d{4}[，、]\d\d)[，、](?=\d{1,2}(?![\d月日号]))"
)
"""A stop or a comma typed where a day has its point: 7。10, 2026，7，10, 2026、7、10."""
_WEEKDAY = pattern(rf"({WEEK_HAN})([一二三四五六])(?=\d)")
_WEEKDAY_ALONE = pattern(r"(?<=[\d日号])\(([一二三四五六日天])\)(?=[之以]?前?$)")  # 7月10日(五)
_ENCLOSED = pattern(r"^[\[(<]([^\[\]()<>]+)[\])>]$")
_TWICE = pattern(r"(?<=\d)(?:日[日号]|号[日号])(?=之?前|止|内|$)|(?<=[日号底])之?前前$")
"""Typed twice: 31日日前, 31日前前."""
_SHORT = {
    "between": pattern(r"\bbtwn?\b\.?|\bbetw\b\.?"),
    "business": pattern(r"\bbiz\b(?= days?\b)|\bbus\.?(?= days?\b)"),
    "receipt": pattern(r"\brcpt\b\.?"),
    "week": pattern(r"(?<=\bnext )wk\b\.?|(?<=\bthis )wk\b\.?|(?<=\blast )wk\b\.?(?= (?:of|in)\b)"),
    "month": pattern(r"(?<=\bnext )mo\b\.?|(?<=\bthis )mo\b\.?|(?<=\bof )mo\b\.?"),
    "quarter": pattern(r"(?<=\bof )qtr\b\.?|(?<=\bnext )qtr\b\.?|(?<=\bthis )qtr\b\.?"),
}
"""English words as hurried people cut them short."""
_CALENDAR = pattern(
    r"(?:(?<=quarter )|(?<=quarter of )|(?<=q[1-4] )|(?<=q[1-4] of ))calendar (?:year )?(?=20\d\d\b)"
    r"|\bcalendar (?=q[1-4]\b|(?:1st|2nd|3rd|4th) q|[a-z]{5,6} quarter\b)"
)
"""That a quarter is the calendar's, as it is by itself: Q3 of calendar 2026."""
_ROMAN = pattern(r"(?<![a-z])(?:iv|i{1,3})(?=季)")
_NUMBERED = pattern(r"(?:(?<=[\s)）])|^)(?:\d{1,2}[.)、]|[a-e]\))(?=\s*[a-z\u3400-\u9fff])|[(（](?:\d{1,2}|[a-e])[)）](?=\s*[a-z\u3400-\u9fff])")
"""What counts the parts of a text that stand in one line: 1) outline 7/10 2) full text 7/31."""
_PART_AND_DAY = pattern(r"\b((?:phase|ph\.?|stage|step|part|task|item|milestone|batch|round) ?(?:\d{1,2}|[ivx]{1,3}|[a-e])) ?[-:](?=\s)")
"""A part by its number, before the sign behind which its day stands: Phase 1 - 7/31."""
_ORDINAL = pattern(
    rf"\b(?:(?:twenty|thirty)[- ](?:{'|'.join(UNITS)})|twentieth|thirtieth|{'|'.join(UNITS[5:] + TEENS)}|(?:{'|'.join(UNITS[:5])})(?= of (?:{MONTH_BEGINS})))\b"
)
"""A day of the month in words: the twenty-second of July."""

_BETWEEN = pattern(
    r"[;；。]|\s/\s(?=[a-z])|(?<!\d),|,(?!\s?\d{4}\b)|，|、(?=\d|[^月日号、]*[月日号季年底])|(?<=\d)\s(?=[\u3400-\u9fff]{1,6}\d{1,2}[.月])"
)
"""What stands between the clauses of a text."""
_WEEKDAY_FIRST = pattern(rf"\b((?:{WEEKDAY_NAME})\b\.?),\s*(?=(?:{MONTH_NAME})\b|\d)")
"""A weekday before its day, which are one clause: Wednesday, July 15, 2026 board meeting."""
_ONE_WORD = pattern(r"^(?:this|next|last|current|end[-_]of)(?:[-_][a-z]+)+$")
"""A day typed as one word, as filters take it without quotes: next-week, end_of_month."""


def plain(text: str) -> str:
    """`text` on one line; in Chinese, digits for numerals and no spaces but between numbers."""
    return _one_form(_signs(text).replace("\n", "" if not text.isascii() else " "))


def parts(text: str) -> list[str]:
    """The clauses of a text, each plain: what stands between its lines, commas and semicolons, list marks left out."""
    found = _PART_AND_DAY.sub(r"\1 ", _signs(text).replace("\n", ";"))
    if len(_NUMBERED.findall(found)) > 1:
        found = _NUMBERED.sub(";", found)
    pieces = _BETWEEN.split(_WEEKDAY_FIRST.sub(r"\1 ", found))
    return [one for one in (_one_form(re.sub(r"^\s*(?:\d{1,2}\s*[、)）]|[(（]\d{1,2}[)）]|[-*•·]\s)\s*", "", piece)) for piece in pieces) if one]


def _signs(text: str) -> str:
    """Signs in one form; circled and raised numbers, which count and are no part of a day, become clause marks."""
    text = _MISTYPED.sub(".", text)
    marked = "".join(";" if unicodedata.category(char) == "No" else char for char in text.translate(_SIGNS))
    return in_english(unicodedata.normalize("NFKC", marked).casefold().translate(_SIGNS).strip())


def _one_form(text: str) -> str:
    found = re.sub(r"\s+", " ", text).strip(' .,;。、!*"“”')
    found = re.sub(r"(?<=\d) ?([-/.]) ?(?=\d)(?!\d{1,2}(?::\d\d| ?[ap]\.?m\b))", r"\1", found)  # 7/14 - 5pm: a day and its hour
    found = _ENCLOSED.sub(r"\1", found)
    if found.isascii():
        for word, short in _SHORT.items():
            found = short.sub(word, found)
        found = _CALENDAR.sub("", found)
        found = _ONE_WORD.sub(lambda match: re.sub("[-_]", " ", match[0]), found)
        return _ORDINAL.sub(lambda match: f"{ordinal_number(match[0])}th", found)  # what stands behind the number says nothing
    found = re.sub('["“”「」]', "", found)
    found = _TWENTIES.sub(lambda match: {"廿": "二十", "卅": "三十"}[match[0]], _DIGIT_ZERO.sub("〇", found))
    found = _WEEKDAY_ALONE.sub(r"(周\1)", found)
    found = _WEEKDAY.sub(lambda match: f"{match[1]}{'一二三四五六'.index(match[2]) + 1} ", found)  # 周五17:00 is no 周517
    found = _TWICE.sub(lambda match: match[0][1:], _ROMAN.sub(lambda match: str(("", "i", "ii", "iii", "iv").index(match[0])), found))
    found = _HUNDRED.sub("100", _FIRST_OF.sub("第一个", found))
    found = with_digits(_NATIONAL.sub("国庆", found))
    # A space between two numbers stays, or 1 31 would be 131; of +3天 the sign says nothing, as in +3 days.
    return re.sub(r"(?<![\da-z]) | (?![\da-z])|^\+(?=\d+ ?[个天周工星礼])", "", found)
