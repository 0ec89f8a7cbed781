"""What a cell of names has beside them, of its tool or of its layout: brackets around all, numbers of accounts, a role in brackets before those who have it."""

from __future__ import annotations

import re

from officecli.patterns import pattern
from officecli.typed.office.first_names import are_of_one

_ALL_IN_BRACKETS = pattern(r"\s*(?:\[([^\[\]]+)\]|[【〖「『〔]([^【】〖〗「」『』〔〕]+)[】〗」』〕])\s*")
_AND_WIDE = str.maketrans("＆﹠", "&&")
_STOP = pattern(r"(?<=[\u3400-\u9fff）)])[。．]\s*$")
"""A full stop behind the last name, as behind a sentence."""
_ASIDE = pattern(
    r"^(?:c/o|(?:re-?)?assigned(?: from [^,;/]+?)? to|asgd\.? to|(?:given|routed|handed|tasked|delegated) to|attn|poc)(?: ?:)?\s+"
    r"|(?<=\w)[*†‡]+(?=\s*(?:$|[,;，；、/]))"
    r"|(?<=[\w.)）])\s?[!！]{1,9}(?=\s*(?:$|[,;，；、/&]))|^[!！]{1,9}\s?(?=\w)",
    re.IGNORECASE,
)
"""What stands before or behind a name, and is no part of it: c/o, Assigned to, a star, signs of how urgent it is."""
_EMPHASISED = pattern(
    r"""(?:(?<=^)|(?<=[,;/&] )|(?<=[,;/&，；、]))(?P<mark>\*{1,3}|_{1,3}|["“])(?P<name>\w[^*_"“”]{1,60})(?:(?P=mark)|”)(?=\s*(?:$|[,;/&，；、!]))"""
)
"""A name between signs that make it stand out, as a text without letters in bold has it: **Ana Ray**, "Bob Lee"."""
_SPELLING = pattern(r"\s*[(\[](?:sp\.?|spell(?:ed|ing)|sic)\s*\??[)\]]", re.IGNORECASE)
"""That somebody is not sure how a name is written, or that it is written so: Ana Ray (sp?)."""
_LEGEND = pattern(r"\s*(?:\(\s*\*+ ?[=:–-]? ?(?:is |denotes )?(?:the )?lead(?:s|er)?\s*\)|[,;–—-]?\s\*+ ?= ?lead(?:s|er)?)\s*$", re.IGNORECASE)
"""What a star in the cell says: Ana, Bob* (*lead)."""
_STARRED_BY_LEGEND = pattern(r"(?<=\w)\*{1,3}(?=\s*(?:$|[,;/&+]|and\b))|(?:(?<=^)|(?<=[,;/&+] ))\*{1,3}(?=\w[^*,;/&+]*(?:$|[,;/&+]))")
_CLAIM = pattern(r"\bi:0[^|\s]{1,4}\|(?:[^|\s\\]*\|)?(?:[\w.-]+\\)?")
"""How an intranet begins who may sign in, before an address or a login: i:0#.f|membership|ana@example.org."""
_EXPORTED_ID = pattern(r";#(?:\d+(?:;#|$))?")
"""What parts people, with the number of each behind the name or without, as lists of an intranet export it: Lee, Bob;#17;#Ray, Ana;#9."""
_ROLE_BEFORE = pattern(
    r"[(（\[【](?P<role>(?:牵头|主办|主责|承办|责任|配合|协办|协同|参与|会办)(?:单位|科室|部门|处室|人)?)[)）\]】][\s:：]*(?=[\u3400-\u9fff])"
)
"""A role in brackets before those who have it, where a cell begins with one: 【牵头】甲科【配合】乙科."""
NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
"""What counts names, in brackets before each: （一）张三."""
_SAID_BEFORE = pattern(
    rf"(?:^|(?<=[、，,；;\n])) *[(（\[【](?!{NUMBER}[)）\]】])(?P<said>[^()（）\[\]【】]+)[)）\]】] *(?P<name>[\u3400-\u9fff]{{2,12}})(?=[、，,；;\n]|$)"
)
"""A section or a title in brackets before its person: 【甲科】张三."""
_SHORT_BETWEEN = pattern(r"""(?P<first>\b[A-Z][a-z]+) +[(["“‘](?P<short>[A-Z][a-z]+)[])"”’](?= [A-Z])""")
"""What somebody is called for short, between the first name and the surname: Joseph (Joe) Kim."""
_STARRED = pattern(r"[★☆▲△●◆■]\s*(?P<name>[\u3400-\u9fff]{2,10})")
"""The one who is marked among several leads."""
_STARRED_BEHIND = pattern(r"(?<![\u3400-\u9fff★☆])(?P<name>[\u3400-\u9fff]{2,10})[★☆](?=[\s、，,；;/]|$)")
"""The same, with the star right behind the name: 张三★ 李四."""
_STARS = pattern("[★☆]")
_BEFORE_STARRED = pattern(r"(?<=[\u3400-\u9fff]) {1,3}(?=[★☆])")
"""The space between another name and the one that is marked: 李四 ★张三."""
_NOBODY_BESIDE = pattern(r"\s*[/;,&+、，；]\s*(?:n/a|none|nobody|无)$", re.IGNORECASE)
_BY_ORDER = pattern(r"^(?:[Pp]er|[Aa]s (?:directed|asked|told) by) [A-Z][^:;,]*:\s*")
"""On whose word, before who does it: Per Ana Ray: Bob Lee."""
_ET_AL = pattern(r",?\s+et\.? al\.?$", re.IGNORECASE)


def without_marks(text: str) -> str:
    """A cell of names with nothing but separators, brackets and words of its own between them."""
    if bracketed := _ALL_IN_BRACKETS.fullmatch(text):
        text = (bracketed[1] or bracketed[2]).replace('"', "").strip()  # a list, as tools export it: [Ana Ray,Bob Lee]
    text = _STOP.sub("", text.translate(_AND_WIDE))
    text = _BY_ORDER.sub("", _NOBODY_BESIDE.sub("", _EXPORTED_ID.sub("; ", _CLAIM.sub("", text))))
    text = _SPELLING.sub("", _EMPHASISED.sub(r"\g<name>", text))
    if (legend := _LEGEND.search(text)) and len(stars := [*_STARRED_BY_LEGEND.finditer(text[: legend.start()])]) == 1:
        text = _with_lead(text[: legend.start()], stars[0])
    text = _SHORT_BETWEEN.sub(_in_full, _ASIDE.sub("", _ET_AL.sub("; et al.", text)))
    if len(_STARRED_BEHIND.findall(text)) == 1 and len(_STARS.findall(text)) == 1:
        text = _STARRED_BEHIND.sub(r"\g<name>（牵头）", text)
    elif len(_STARRED.findall(text)) == 1:
        text = _STARRED.sub(r"\g<name>（牵头）", _BEFORE_STARRED.sub("、", text))
    if _ROLE_BEFORE.match(text):
        return _ROLE_BEFORE.sub(r"\n\g<role>：", text).strip()
    return _SAID_BEFORE.sub(r"\g<name>（\g<said>）", text)


def _in_full(named: re.Match[str]) -> str:
    """The first name alone, where what stands behind it is short for it."""
    first, short = named["first"].casefold(), named["short"].casefold()
    return named["first"] if first.startswith(short) or are_of_one(short, first) else named[0]


def _with_lead(text: str, star: re.Match[str]) -> str:
    """Several names of which the one with the star is said to lead."""
    if star.start() == 0 or text[star.start() - 1] == " ":  # it stands before the name
        end = next((place for place in range(star.end(), len(text)) if text[place] in ",;/&+"), len(text))
        return f"{text[: star.start()]}{text[star.end() : end].rstrip()} (lead){text[end:]}"
    return f"{text[: star.start()]} (lead){text[star.end() :]}"
