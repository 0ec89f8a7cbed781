"""Which of the known names a name nobody has is a slip of, or is heard as."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.near import slip_of
from officecli.patterns import has_han, pattern
from officecli.typed.meant import sound_alike
from officecli.typed.pinyin import sound_the_same

_KIND = pattern(
    r"(?:department|dept|office|bureau|agency|authority|district|commission|council|board|committee|company|association|division"
    r"|attorney|clerk|court|treasurer|auditor|assessor|engineer|manager|administrator|director|police|library|hospital|schools?|college|university"
    r"|works|services)$"
)
"""What English bodies and posts are called alike, at the end of a name's key: a County Attorney is no slip of the City Attorney."""
_HAN_FIELD = pattern(
    r"(?:财政|民政|邮政|行政|审计|统计|农业|林业|渔业|工业|教育|体育|商务|税务|政务|水务|医保|社保|环保|公安|国安|供电|供水|供热|人防|消防"
    r"|工商|工信)(?=(?:部|委|局|厅|办|科|处|室|股|中心|公司|分局|支队|大队)$)"
)
"""What Chinese bodies are there for whose names differ in one character: 民政局 is no slip of 财政局."""


def slip_among(key: str, known: Iterable[str]) -> str:
    """The known key that this one is a slip of, "" for none."""
    keys = list(known)
    near = [name for name in slip_of(key, keys) if _same_but_for_a_slip(key, name)]
    return near[0] if near else next((name for name in keys if _one_off(key, name) and _same_but_for_a_slip(key, name)), "")


def is_heard_as(name: str, other: str) -> bool:
    """Whether two Chinese names have the surname and may have the sound in common: 蒋莉 and 蒋丽."""
    return has_han(name) and name[0] == other[0] and len(name) == len(other) and sound_alike(name, other)


def is_read_alike(name: str, other: str) -> bool:
    """Whether two Chinese names of one surname differ in no more than how what is heard is written: 何永 and 何勇."""
    return len(name) > 1 and has_han(name) and name[0] == other[0] and sound_the_same(name, other)


def _same_but_for_a_slip(one: str, other: str) -> bool:
    """Whether what is left of two names is alike too once their kind is taken away: a Police Department is no Public Works Department, 民政局 no 财政局."""
    fields = [_HAN_FIELD.search(name) for name in (one, other)]
    if fields[0] and fields[1] and fields[0][0] != fields[1][0]:
        return False
    kinds = [_KIND.search(name) for name in (one, other)]
    if kinds[0] is None or kinds[1] is None or kinds[0][0] != kinds[1][0]:
        return True
    stems = [name.removesuffix(kind[0]) for name, kind in zip((one, other), kinds, strict=True) if kind]
    return bool(slip_of(stems[0], [stems[1]])) or _one_off(*stems)


def _one_off(one: str, other: str) -> bool:
    """Whether two names differ in one character; of two-character names that makes two different people."""
    if abs(len(one) - len(other)) > 1 or max(len(one), len(other)) < 3:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
