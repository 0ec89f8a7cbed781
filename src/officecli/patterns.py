"""Patterns that are compiled when they are first asked: of Chinese letters one takes some milliseconds, and a command asks few of all it loads."""

from __future__ import annotations

import re

from officecli.hints import Any, cast

HAN = "\u3400-\u9fff"
"""The letters of Chinese, as the class of a pattern holds them."""

_PLENTY = 4000
"""Letters of patterns after which it is an import that asks: nothing else compiles so many, and those are kept between commands."""

_letters = 0


def _compile(text: str, flags: int) -> re.Pattern[str]:
    """As `re.compile`; once it is plenty, from what is kept."""
    global _letters
    _letters += len(text)
    if _letters < _PLENTY:
        return re.compile(text, flags)
    from officecli.kept_patterns import compile_pattern  # which others need not load

    return compile_pattern(text, flags)


class _Later:
    """A pattern as it was written; what it is first asked for compiles it, and from then on it answers as the compiled one does."""

    __slots__ = (
        "_written",
        "findall",
        "finditer",
        "flags",
        "fullmatch",
        "groupindex",
        "groups",
        "match",
        "search",
        "split",
        "sub",
        "subn",
    )

    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        text, flags = self._written
        if name == "pattern":
            return text
        compiled = _compile(_OF_HAN.sub(r"(?-i:\g<0>)", text) if flags & re.IGNORECASE else text, flags)
        for known in self.__slots__[1:]:
            setattr(self, known, getattr(compiled, known))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern by its text, as `re.compile` gives it, but not compiled yet; to be asked itself, not handed to the functions of `re`."""
    return cast("re.Pattern[str]", _Later(text, flags))


_BESIDE = r"(?:\\[ds]|0-9|[^\w\[\]\\-])*"
_OF_HAN = pattern(rf"(?<!\\)\[\^?{_BESIDE}(?:{HAN}|\\u3400-\\u9fff){_BESIDE}\]")
"""A class of Chinese letters, with signs and digits perhaps. None of them has
another case, which Python would look for, one letter after the other, for 4 ms.
"""

_compiled: dict[str, re.Pattern[str]] = {}


def compiled(text: str) -> re.Pattern[str]:
    """The pattern of a text that is put together where it is asked, kept for good (`re` itself forgets the oldest of many); a digit in it is an ASCII digit."""
    found = _compiled.get(text)
    if found is None:
        found = _compiled[text] = _compile(text, re.ASCII)
    return found


_HAN = pattern(f"[{HAN}]")


def has_han(text: str) -> bool:
    """Whether there is a Chinese letter in a text."""
    return not text.isascii() and _HAN.search(text) is not None
