"""Which of the known names a name nobody has is a slip of, or is heard as."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.near import slip_of
from officecli.patterns import has_han, pattern
from officecli.typed.meant import sound_alike

_KIND = pattern(r"(?:department|dept|office|bureau|agency|authority|district|commission|council|board|committee|company|association|division)$")
"""What English bodies are called alike, at the end of a name's key."""


def slip_among(key: str, known: Iterable[str]) -> str:
    """The known key that this one is a slip of, "" for none."""
    keys = list(known)
    near = [name for name in slip_of(key, keys) if _same_but_for_a_slip(key, name)]
    return near[0] if near else next((name for name in keys if _one_off(key, name)), "")


def is_heard_as(name: str, other: str) -> bool:
    """Whether two Chinese names have the surname and may have the sound in common: 蒋莉 and 蒋丽."""
    return has_han(name) and name[0] == other[0] and len(name) == len(other) and sound_alike(name, other)


def _same_but_for_a_slip(one: str, other: str) -> bool:
    """Whether what is left of two names is alike too once their kind is taken away: a Police Department is no Public Works Department."""
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
