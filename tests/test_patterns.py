"""Patterns that are compiled late answer as those compiled at once, and every one of them can be compiled."""

from __future__ import annotations

import re

import pytest

from officecli.patterns import _Later, pattern
from stage.every_module import declared


def test_every_pattern_can_be_compiled() -> None:
    ours = declared(_Later)
    assert len(ours) > 50
    for one in ours:
        assert one.pattern == one._written[0]
        one.match("")


@pytest.mark.parametrize(
    "text", [r"[\u3400-\u9fff·]{2}x", "[^㐀-鿿0-9]x", "[㐀-鿿A-Z]x", "[㐀-鿿é]x", r"\[㐀-鿿]x", r"(?<=[\u3400-\u9fff])x|[0-9㐀-鿿\s]y"]
)
def test_of_chinese_letters_no_other_case_is_looked_for_and_of_all_others_it_is(text: str) -> None:
    late, at_once = pattern(text, re.IGNORECASE), re.compile(text, re.IGNORECASE)
    for said in ("办理X", "·办x", "aX", "Éx", "éX", "[㐀-鿿]X", "中X 7Y", " y办Y", "ſx"):
        assert _plain(late.finditer(said)) == _plain(at_once.finditer(said))


@pytest.mark.parametrize("asked", ["findall", "finditer", "fullmatch", "match", "search", "split"])
def test_it_answers_as_one_compiled_at_once_however_often_it_is_asked(asked: str) -> None:
    late, at_once = pattern(r"(?P<letter>a)b?", re.IGNORECASE), re.compile(r"(?P<letter>a)b?", re.IGNORECASE)
    for text in ("AB", "xAb ab", "", "AB"):
        assert _plain(getattr(late, asked)(text)) == _plain(getattr(at_once, asked)(text))
    assert (late.groups, dict(late.groupindex), late.flags, late.sub("-", "xAb")) == (at_once.groups, dict(at_once.groupindex), at_once.flags, "x-")


def test_a_bad_one_is_told_when_it_is_asked() -> None:
    with pytest.raises(re.error):
        pattern("(").match("x")


def _plain(found: object) -> object:
    if isinstance(found, re.Match):
        return found.span(), found.groupdict()
    return [_plain(one) for one in found] if hasattr(found, "__next__") else found  # type: ignore[attr-defined]
