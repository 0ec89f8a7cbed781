"""Names as ledgers write them: several in a cell, with their section before a slash and their part in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from officecli.typed.text import is_nothing

_COLLECTIVE = re.compile(
    r"(?:各|全体|所有|相关|有关|各有关|各相关|其他|其它)(?:科室|单位|部门|处室|股室|人员|同志|成员单位|责任单位|乡镇|镇街|科|处)*|全办|全院|全局|全员|各"
    r"|(?:all|every|other|relevant)\s+(?:units?|sections?|departments?|offices?|staff|others?|colleagues)|everyone|everybody|all",
    re.IGNORECASE,
)
# What a Chinese section's name ends with; a personal name practically never does.
_UNIT = re.compile(
    r".+(?:科|室|处|办|局|股|组|队|部|中心|站|所|委|厅|署|院|学校|馆|镇|乡|街道|公司|政府|人大|政协|妇联|残联|委员会|协会|联合会|工会)"
)
_HAN = r"\u3400-\u9fff·"
_PADDED_NAME = re.compile(rf"[{_HAN}] +[{_HAN}]")
_SEVERAL_WORDS = re.compile(rf"[{_HAN}]{{2,}}(?: +[{_HAN}]{{2,}})+")
_SPECIAL = re.compile(r"[、，,；;\n/／:：()（）\[\]【】 |]")
_OPEN, _CLOSE = "(（[【", ")）]】"
_SEPARATORS = frozenset("、，,；;\n|")
_JOINED = re.compile(r"\s*&\s*|\s+and\s+|(?<=[\u3400-\u9fff]{2})\s*[和与及]\s*(?=[\u3400-\u9fff]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameCell:
    """One name as written, not yet looked up: its section and its part, each "" when not given."""

    unit: str
    name: str
    part: str = ""

    @property
    def collective(self) -> bool:
        """Whether it names nobody in particular (各科室, all units)."""
        return _COLLECTIVE.fullmatch(self.name) is not None


def split_names(text: str) -> list[NameCell]:
    """The names of a clean cell: `张三、李四(资料),王五:会务`, `综合科/张三`; [] when it says there is none."""
    if is_nothing(text):
        return []
    if not _SPECIAL.search(text):
        return [NameCell("", text)]
    return [cell for piece in _pieces(text) for cell in _names(piece)]


def split_joined(cell: NameCell) -> list[NameCell]:
    """The names in `Ana and Bob` or 张三和李四, for a name that is not known as a whole (a section may be Licensing and Permits)."""
    names = _JOINED.split(cell.name)
    return [replace(cell, name=name) for name in names if name] if len(names) > 1 else [cell]


def _pieces(text: str) -> list[str]:
    """`text` cut at its separators, but not inside brackets."""
    pieces: list[str] = []
    depth = start = 0
    for place, letter in enumerate(text):
        if letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth = max(0, depth - 1)
        elif letter in _SEPARATORS and not depth:
            pieces.append(text[start:place])
            start = place + 1
    pieces.append(text[start:])
    return pieces


def _names(piece: str) -> list[NameCell]:
    """The names in one piece: usually one, several where slashes or spaces part them."""
    name, part = _part(" ".join(piece.split()))
    if is_nothing(name):
        return []
    name = _PADDED_NAME.sub(lambda pad: pad[0].replace(" ", ""), name) if _PADDED_NAME.fullmatch(name) else name
    words = name.split() if _SEVERAL_WORDS.fullmatch(name) else [word.strip() for word in re.split("[/／]", name)]
    words = [word for word in words if word]
    if len(words) == 1:
        return [NameCell("", words[0], part)]
    if len(words) == 2 and _is_unit_and_person(*words):
        return [NameCell(words[0], words[1], part)]
    return [NameCell("", word, part if word == words[-1] else "") for word in words]


def _part(piece: str) -> tuple[str, str]:
    """Name and part of `李四(资料)` or `王五:会务`."""
    opened = next((place for place, letter in enumerate(piece) if letter in _OPEN), 0)
    if opened and piece[-1] in _CLOSE:
        return piece[:opened].strip(), piece[opened + 1 : -1].strip()
    name, colon, part = re.sub("：", ":", piece, count=1).partition(":")
    return (name.strip(), part.strip()) if colon and name.strip() else (piece, "")


def _is_unit_and_person(first: str, second: str) -> bool:
    """Whether `first/second` is a section and its person; two Chinese names or two sections are just two."""
    if re.search(r"[\u3400-\u9fff]", first):
        return bool(_UNIT.fullmatch(first)) and not _UNIT.fullmatch(second)
    return True
