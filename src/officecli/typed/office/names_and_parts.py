"""Who supports something, and with which part: `NAME:PART`, `NAME (PART)`, several in one text, one part of several people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.patterns import pattern
from officecli.store.read.reader import Reader
from officecli.typed.meant import Several
from officecli.typed.office.bodies import every_body
from officecli.typed.office.people import find_person
from officecli.typed.text import tidy

_OPEN, _CLOSE = "(（[【", ")）]】"
_BETWEEN = pattern(r"(\s*[,;，；、]\s*)")
_ENDS = (";", "；")
"""What begins another by itself, a part or not."""
_JOINED = pattern(r"\s+(?:and|&)\s+|\s*[和及与、&]\s*", re.IGNORECASE)


def with_part(text: str) -> tuple[str, str]:
    """Name and part of `李四(资料)` or `王五:会务`; "" for no part."""
    text = text.strip()
    opened = next((place for place, letter in enumerate(text) if letter in _OPEN), 0)
    named, colon, part = text.replace("：", ":", 1).partition(":")
    if opened and text[-1] in _CLOSE and not (colon and len(named) < opened):
        return tidy(text[:opened]), tidy(text[opened + 1 : -1].strip(" ，,、；;"))
    return tidy(named), tidy(part)


def each_with_part(read: Reader, text: str) -> list[tuple[str, str]]:
    """The same of each who is named in one text, where a comma begins the next if
    somebody is named behind it; people joined by 和, `and` or 、 have one part.
    """
    first, *rest = _BETWEEN.split(text)
    said = [with_part(first)]
    pieces = [first]
    for comma, piece in zip(rest[::2], rest[1::2], strict=True):
        name, part = with_part(piece)
        goes_on = bool(said[-1][1]) and not part and comma.strip() not in _ENDS
        if goes_on or not all(_is_somebody(read, one) for one in _joined(read, name)):
            pieces[-1] += comma + piece
            said[-1] = with_part(pieces[-1])
            continue
        if comma.strip() == "、" and part and not said[-1][1]:
            said[-1] = said[-1][0], part
        pieces.append(piece)
        said.append((name, part))
    return [(name, part) for names, part in said for name in _joined(read, names)]


def named_twice(name: str) -> BadInput:
    """The refusal of somebody who is named with two parts."""
    return BadInput(_("{name} is named twice as a supporter.").format(name=name), fix=_("Write both parts in one: NAME:part and part"))


def _joined(read: Reader, names: str) -> Iterator[str]:
    """The people whose names are joined to one, or the name as it is where it is one."""
    several = [one for one in _JOINED.split(names) if one]
    if len(several) > 1 and not _is_somebody(read, names) and all(_is_somebody(read, one) for one in several):
        yield from several
    else:
        yield names


def _is_somebody(read: Reader, name: str) -> bool:
    """Whether a name means somebody here, be it one of several, or is that of an outside body."""
    try:
        return bool(find_person(read, name))
    except Several:
        return True
    except OfficeError:
        return any(name_key(row["name"]) == name_key(name) for row in every_body(read))
