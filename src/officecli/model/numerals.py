"""Chinese numerals as digits."""

from __future__ import annotations

import re

_NUMERALS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def with_digits(text: str) -> str:
    """`text` with its Chinese numerals from 一 to 九十九, and years like 二〇二六, in digits."""

    def number(match: re.Match[str]) -> str:
        numeral = match[0]
        tens, ten, units = numeral.rpartition("十")
        if ten:
            fits = len(tens) <= 1 and len(units) <= 1
            return str((_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[units] if units else 0)) if fits and "十" not in tens else numeral
        # 三五天 is "three to five", not 35: only single numerals and whole years are numbers.
        return "".join(str(_NUMERALS[one]) for one in numeral) if len(numeral) in (1, 4) else numeral

    return re.sub(r"(?<!\d)(?<![清归](?=零))[〇零一二两三四五六七八九十]+(?!\d)", number, text)  # 清零 is no number
