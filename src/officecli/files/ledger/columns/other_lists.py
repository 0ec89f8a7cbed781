"""Lists of another kind beside a ledger, parted from it by an empty column: their columns are none of the ledger's.

| Task          | Owner | Due |  | Crew  | Phone    | Hours |
| Clear gutters | Ana   | 8/1 |  | North | 555-0140 | 8     |
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.files.ledger.columns.heading_rows import headed_keys
from officecli.files.ledger.columns.outright import is_outright
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.patterns import pattern

_FEWEST = 3  # headings
_OF_A_LEDGER = DEADLINES | {"title", "closed", "status", "progress", "percent", "issued"}
_ON_CALL = pattern(r"crews?|(?:on.?call|duty) (?:crews?|staff|officers?)|(?:staff )?names?|班组|姓名|值班(?:人员?|班组|组|员)", re.IGNORECASE)
"""Who is to be reached, and not who has the matter."""
_REACHED = pattern(
    r"(?:(?:tele|cell|mobile|work|desk) ?)?phones?(?: (?:no\.?|numbers?|#))?|ext(?:ension|\.)?|mobile|pager|radio|e-?mail|hours?|shifts?"
    r"|days? (?:on|off)|on.?call"
    r"|(?:联系|值班|办公)?(?:电话|手机)(?:号码)?|手机号|分机|班次|工时|(?:值班|上班|当班|在岗)(?:时间|时段|日期|地点)",
    re.IGNORECASE,
)
"""How and when somebody is to be reached."""
_GIVEN_BACK = pattern(r"\breturn(?:ed)?\b|归还|应还", re.IGNORECASE)
_SAME = 1 / 3
"""A list that shares so much of what it names with the matters tells of them."""


def other_lists(texts: Sequence[str], rows: Sequence[Sequence[Cell]], mapping: Mapping[str, str]) -> dict[int, str]:
    """The places of the columns of lists of another kind beside a ledger → the first heading of each: who is on call, what is lent."""
    wanted = {normal(heading) for heading in mapping}
    runs = [[*run] for told, run in groupby(range(len(texts)), key=lambda place: bool(texts[place])) if told]
    gaps = [place for one, other in pairwise(runs) for place in range(one[-1] + 1, other[0])]
    if len(runs) < 2 or any(cell_text(cells[place]) for cells in rows for place in gaps):
        return {}
    named = [[texts[place] for place in run] for run in runs]
    lists = [at for at, said in enumerate(named) if _is_of_people(said)]
    ledgers = [at for at, said in enumerate(named) if at not in lists and _asks(said, mapping)]
    if len(ledgers) == 1:
        lists += [at for at, said in enumerate(named) if at not in ledgers and _is_another(said, mapping)]
    else:
        ledgers = [at for at, said in enumerate(named) if at not in lists and _names(said, mapping)]
    if len(ledgers) != 1:
        return {}
    matters = _matters(runs[ledgers[0]], texts, rows)
    return {
        place: named[at][0]
        for at in lists
        if not wanted & {*map(normal, named[at])} and not _tells_of(matters, _matters(runs[at], texts, rows))
        for place in runs[at]
    }


def _is_of_people(said: Sequence[str]) -> bool:
    """Whether headings are those of a list of who is reached where and when: Crew, Phone, Hours."""
    return len(said) >= _FEWEST and _ON_CALL.fullmatch(said[0]) is not None and all(map(_REACHED.fullmatch, said[1:]))


def _asks(said: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether headings ask what is to be done, by whom and by when."""
    matter = next((place for place, text in enumerate(said) if "title" in headed_keys([text], mapping)), None)
    return is_outright(said, matter, mapping)


def _names(said: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether headings name a matter and who has it."""
    keys = headed_keys(said, mapping)
    return "title" in keys and bool(keys & LEADS)


def _is_another(said: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether headings are those of a list with who has each thing in it, and a day of its own to come: of what is lent, or has a term."""
    keys = headed_keys(said, mapping)
    if len(said) < _FEWEST or not keys & LEADS or not keys & DEADLINES:
        return False
    return "title" in keys or (any(map(_GIVEN_BACK.search, said)) and not headed_keys(said[:1], mapping) & (_OF_A_LEDGER | LEADS))


def _matters(run: Sequence[int], texts: Sequence[str], rows: Sequence[Sequence[Cell]]) -> set[str]:
    """What stands under the heading of the matter, or else under the first."""
    place = next((place for place in run if first_key(texts[place]) == "title"), run[0])
    return {text for cells in rows if (text := cell_text(cells[place]))}


def _tells_of(matters: set[str], told: set[str]) -> bool:
    """Whether a list tells of the same matters as the ledger, and so is a part of it."""
    return len(matters & told) > _SAME * len(told)
