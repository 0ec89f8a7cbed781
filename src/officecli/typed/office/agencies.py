"""Chinese agencies and governments by their names in full and in short: 县住房和城乡建设局 is 县住建局, 交通局 is 交通运输局."""

from __future__ import annotations

import re
from collections.abc import Collection

from officecli.patterns import pattern

_AGENCY = pattern(r"(?P<area>[省市县区州盟旗])?(?P<stem>[\u3400-\u9fff]{2,14})(?P<kind>局|委员会|委|厅)")


def agency_among(key: str, known: Collection[str]) -> str:
    """The only known key that is the same agency's in full or in short; "" for none and for several."""
    found = [name for name in known if _are_one(key, name)] if _AGENCY.fullmatch(key) else []
    return found[0] if len(found) == 1 else ""


def seat_of(key: str) -> str:
    """The place whose government a body is, by either name: 柳林镇, of 柳林镇人民政府; any other name as it is."""
    return re.sub(r"(?<=.[镇乡县区市])(?:人民)?政府$|(?<=.街道)(?:办事处|办)$", "", key)


def _are_one(one: str, other: str) -> bool:
    """Whether both begin alike behind the area, end alike, and the shorter has its characters from the longer, in their order."""
    short, full = (_AGENCY.fullmatch(name) for name in sorted((one, other), key=len))
    if short is None or full is None or short["kind"] != full["kind"] or short["stem"][0] != full["stem"][0]:
        return False
    if short["area"] and full["area"] and short["area"] != full["area"]:
        return False
    left = iter(full["stem"])
    return len(short["stem"]) < len(full["stem"]) and all(letter in left for letter in short["stem"])
