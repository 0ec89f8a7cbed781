"""What months, weekdays and ordinal numbers are called, as grammars, plain texts and the cells of ledgers share them."""

from __future__ import annotations

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months by the three letters with which each begins."""

MONTH_BEGINS = "|".join(MONTHS)
"""A pattern for how a month begins; without a group of its own."""

MONTH_NAME = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
"""A pattern for a month, in full or in short; without a group of its own."""

WEEKDAY_NAME = r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
"""A pattern for a weekday, in full or in short; without a group of its own."""

WEEK_HAN = "(?:周|星期|礼拜)"
"""A pattern for a week in Chinese, which begins the name of each of its days."""

FIRST_TO_FOURTH = "1st|2nd|3rd|4th|first|second|third|fourth"
"""A pattern for which quarter, or which week of a month; without a group of its own."""

COUNTED_DAYS = "(?:(?:working|business|calendar) )?days"
"""A pattern for what is counted in days; without a group of its own."""

UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
TENS = {"twent": 20, "thirt": 30}
"""The ordinal numbers up to 39: 1 to 9, 10 to 19, and how the tens begin."""


def ordinal_number(word: str) -> int:
    """22 for twenty-second, 30 for thirtieth."""
    tens, _hyphen, unit = word.replace(" ", "-").partition("-")
    if tens in UNITS:
        return 1 + UNITS.index(tens)
    if tens in TEENS:
        return 10 + TEENS.index(tens)
    return TENS[tens[:5]] + (1 + UNITS.index(unit) if unit else 0)
