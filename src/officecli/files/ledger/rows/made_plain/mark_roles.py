"""What a mark under a section or a person says of it: ★为牵头单位 in a line above, Office (L = lead, S = support) over the sections, L beside S."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from officecli.files.ledger.words.marks import TICKED
from officecli.patterns import pattern
from officecli.typed.office.cell_roles import Role, role_of_part

MARKS = frozenset(TICKED) | frozenset("★☆●○◎▲△◆◇■□☐⚫⚪vVxX")
_FILLED = frozenset("★●◎▲◆■")
"""Beside another mark it is that of who leads."""
BOXES = frozenset("□☐")
"""Boxes that nobody ticked, unless the ledger's own legend says that they mean something."""
_PAIR = pattern(
    r"(?P<mark>[^\w\s，,。；;：:、（()）“”\"'\[\]【】《》])\s*(?:[:：=]|表示|代表|为|是)?\s*(?P<role>牵头|主办|主责|责任|负责|配合|协办|协助|参与|会办)"
)
"""A legend's word for a mark: ★为牵头单位，√为配合单位."""
_DOES = frozenset({"责任", "负责"})
_DRAWN = "|".join(map(re.escape, sorted(MARKS - {*"vVxX"})))
_LEADS = (
    r"lead(?:s|er|ing)?|own(?:er|s)|responsible|in charge|primary|main (?:person|contact|department|office|section|team|unit)|does (?:it|the work)"
)
_HELPS = r"help(?:s|er|ers|ing)?|support(?:s|ing|er)?|assist(?:s|ing|ant)?|back-?ups?|secondary|alternate|contributes|pitches in"
_LETTER = pattern(
    rf"(?<![\w.])(?P<mark>[A-Za-z]{{1,2}}|[1-3]|{_DRAWN})\s*(?:=|:|\s[-–—]\s)\s*(?:is |the )*(?:(?P<lead>{_LEADS})|(?P<support>{_HELPS})"
    r"|(?P<over>[a-z]{2,}))\b",
    re.IGNORECASE,
)
"""The same of a letter or a number: L = leads, H = helps, I = informed; 1 = lead, 2 = assisting."""
_BESIDE = (
    pattern(rf"(?<![\w.])(?P<mark>[A-Z]|[1-3]|{_DRAWN})\s+(?:(?P<lead>(?i:{_LEADS}))|(?P<support>(?i:{_HELPS})))(?=\s*(?:[,;/|)]|$))"),
    pattern(
        rf"\b(?:(?P<lead>(?i:{_LEADS}))|(?P<support>(?i:{_HELPS})))\s*(?:[(=:]\s*)?(?P<mark>(?:(?<=[(=: ])[A-Za-z1-3]|{_DRAWN}))(?=\s*(?:[,;/|)]|$))"
    ),
)
"""The same without a sign between, or with the role first: X lead, S support; Lead ● / support ○; Lead (X), support (o)."""
_TOGETHER = frozenset({("L", "S"), ("P", "S"), ("R", "S"), ("L", "H")})
"""Letters of who leads and who supports that need no legend where one alone leads a row: Lead, Primary, Responsible; Support, Secondary, Help."""
_ROWS, _MOSTLY = 3, 0.8
"""Rows that show it, and how many of them have one who leads."""


def mark_of(text: str) -> str:
    """A mark as it is compared: a letter as a capital, a number without its decimals."""
    plain = text.removesuffix(".0")
    return plain.upper() if len(plain) <= 2 and plain.isascii() and plain not in MARKS else plain


def marks_explained(told: Iterable[str]) -> dict[str, Role]:
    """Mark → the role that the ledger itself says it means."""
    found: dict[str, Role] = {}
    for text in told:
        found |= {pair["mark"]: "lead" if pair["role"] in _DOES else role_of_part(pair["role"]) for pair in _PAIR.finditer(text)}
        letters = _said_of_letters(text)
        found |= letters if "lead" in letters.values() else {}
        for beside in () if letters else _BESIDE:
            said: dict[str, Role] = {mark_of(pair["mark"]): "lead" if pair["lead"] else "support" for pair in beside.finditer(text)}
            found |= said if {*said.values()} == {"lead", "support"} else {}
    return found


def marks_of_something_else(told: Iterable[str]) -> set[str]:
    """The marks that the ledger itself explains, and none of them as one of who leads or supports: H = high, L = low; ● = urgently ○ = some day."""
    found: dict[str, Role] = {}
    for text in told:
        found |= _said_of_letters(text)
    return set() if {"lead", "support"} & {*found.values()} else {*found}


def _said_of_letters(text: str) -> dict[str, Role]:
    return {mark_of(pair["mark"]): "lead" if pair["lead"] else "support" if pair["support"] else "over" for pair in _LETTER.finditer(text)}


def marks_together(rows: Sequence[Sequence[str]]) -> dict[str, Role]:
    """The roles of two letters that no legend explains, by the marks of each row: one of them stands once in nearly each, the other beside it in most."""
    filled = [row for row in rows if row]
    letters = {mark for row in filled for mark in row}
    for lead, support in _TOGETHER:
        led = [row for row in filled if row.count(lead) == 1]
        if letters == {lead, support} and len(filled) >= _ROWS and len(led) >= _MOSTLY * len(filled):
            return {lead: "lead", support: "support"} if 2 * sum(support in row for row in led) > len(filled) else {}
    return {}


def role_said(mark: str, legend: Mapping[str, Role]) -> Role:
    """The role that a mark says by the legend or by itself, "" where nothing tells it."""
    return legend.get(mark) or legend.get(mark.upper()) or role_of_part(mark)


def roles_of(marks: set[str], explained: Mapping[str, Role]) -> dict[str, Role]:
    """Mark → the role it says: by the legend, by the word itself, else of two marks by which is filled; "" where nothing tells them apart."""
    found: dict[str, Role] = {mark: role_said(mark, explained) for mark in sorted(marks)}
    unsaid = [mark for mark, role in found.items() if not role]
    filled = [mark for mark in unsaid if mark in _FILLED]
    if len(unsaid) == 2 and len(filled) == 1:
        found |= {mark: "lead" if mark in filled else "support" for mark in unsaid}
    elif len(unsaid) == 1 and len({*found.values()} - {""}) == 1:
        found |= {unsaid[0]: "support" if "lead" in found.values() else "lead"}
    return found
