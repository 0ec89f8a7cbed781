"""Whether a Chinese title asks for more than one deed, or for one that is done more than once: that something was done is then not all."""

from __future__ import annotations

from officecli.patterns import pattern

_SEVERAL = pattern(r"[并,，;；、及和与]|后(?![院勤台备门山厨续])")
_AGAIN = pattern(r"每[年季月旬周日天个两半]|按[年季月旬周日天]|(?<!第)(?:[两二三四五六七八九十]+|[2-9]|\d{2,})[次场轮批]")


def asks_for_several(title: str) -> bool:
    """Whether a title is of more than one deed or thing: 修订并印发…, 采购桌椅、电脑, 验收后付款."""
    return _SEVERAL.search(title) is not None


def comes_again(title: str) -> bool:
    """Whether a matter is done more than once: 每月…, 开展三次…."""
    return _AGAIN.search(title) is not None
