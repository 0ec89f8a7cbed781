"""Tables that say who does what by marks under columns of sections or people: ★ under 行政科, √ under 文秘科."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from officecli.files.ledger.columns.by_heading.mapping import column_said
from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS, heading_row
from officecli.files.ledger.sheets.cells import Unclear, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow, stands_alone
from officecli.files.ledger.words.marks import TICKED
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS
from officecli.patterns import pattern
from officecli.typed.office.cell_roles import Role, role_of_part
from officecli.typed.office.name_book import NameBook

_SEVERAL = 2
"""Columns of sections that make such a table."""
_MARKS = frozenset(TICKED) | frozenset("★☆●○◎▲△◆◇■□☐⚫⚪vVxX")
_FILLED = frozenset("★●◎▲◆■")
"""Beside another mark it is that of who leads."""
_PAIR = pattern(
    r"(?P<mark>[^\w\s，,。；;：:、（()）“”\"'\[\]【】《》])\s*(?:[:：=]|表示|代表|为|是)?\s*(?P<role>牵头|主办|主责|责任|负责|配合|协办|协助|参与|会办)"
)
"""A legend's word for a mark: ★为牵头单位，√为配合单位."""
_LETTER = pattern(
    rf"(?<![\w.])(?P<mark>[A-Za-z]{{1,2}}|{'|'.join(map(re.escape, sorted(_MARKS - {*'vVxX'})))})\s*(?:=|:|\s[-–—]\s)\s*(?:is |the )*(?:"
    r"(?P<lead>lead(?:s|er|ing)?|own(?:er|s)|responsible|in charge|primary|main (?:person|contact)|does (?:it|the work))"
    r"|(?P<support>help(?:s|er|ers|ing)?|support(?:s|ing|er)?|assist(?:s|ing|ant)?|back-?ups?|secondary|alternate|contributes|pitches in)"
    r"|(?P<over>(?:kept |be )?(?:informed|consulted|advised)|for information|attends?|reviews?|approves?|signs off))\b",
    re.IGNORECASE,
)
"""The same of a letter: L = leads, H = helps."""
_BOXES = frozenset("□☐")
"""Boxes that nobody ticked, unless the ledger's own legend says that they mean something."""
_BESIDE = " | "
"""Between the headings over the headings, of which another than that over the sections may ask how far it is."""
_ROWS_A_SUM = 4
"""Rows of which one may count the marks of the others."""
_HOW_FAR = pattern(
    r"(?:完成|报送|落实|反馈|进展|整改|办理|签到|出勤|到会|参会|参加)(?:情况|统计|一览|名单|表)|\b(?:attendance|status|completion|progress)\b"
)
"""Over such columns: a mark tells that a section did its part, and not that it leads."""
_STATES = pattern(
    rf"(?:{'|'.join(map(re.escape, sorted(_MARKS)))})\s*(?:[:：=]|表示|代表|为|是|即)?\s*"
    r"(?:[已未正]|不|没|完成|办结|到会|参[会加]|出席|缺席|请假|迟到|按[期时]|逾期|合格|(?:not )?(?:done|complete|started|attended|absent)\b)"
)
"""A legend's word for a mark by which a section is done, or was there: ●为已完成."""
_LEAD = ("lead", "unit")
_ROLES = ("lead", "support")
_DOES = frozenset({"责任", "负责"})


def join_marked(rows: Sequence[SheetRow], mapping: Mapping[str, str], lines: Sequence[str], book: NameBook | None) -> list[str]:
    """Put who is marked into a column of who leads and one of who supports, where no heading says either, and return what is said of it."""
    if book is None or {*_LEAD} & {*mapping.values()}:
        return []
    aside = {normal(heading) for heading in mapping}
    told = (*lines, *map(stands_alone, rows))
    legend = _legend(told)
    headed = [(at, _sections(rows, at, aside, book, legend)) for at in range(min(len(rows), HEADING_ROWS))]
    at, sections = max(headed, key=lambda one: len(one[1]), default=(0, {}))
    index, texts = heading_row(rows[: at + 1], mapping)
    if len(sections) < _SEVERAL or index < at - 1:
        return []
    below = [row for row in rows[at + 1 :] if not row.banner]
    keys = {first_key(text) for place, text in enumerate(texts) if place not in sections}
    counted = [row for row in below if not _are_figures(row, sections)]
    marks = {mark for row in counted for place in sections if (mark := _mark(row, place)) not in ("", sections[place])} - (_BOXES - legend.keys())
    if not marks or "title" not in keys or keys & {*_LEAD}:
        return []
    titles = [line for line in lines if _BESIDE not in line]
    if any(_HOW_FAR.search(text.casefold()) for text in (*titles, *_over(rows[:at], sections))) or any(
        _STATES.search(text.casefold()) for text in told
    ):
        return []
    roles = _roles(marks, legend)
    _write(rows, at, texts, sections, roles)
    meant = listed(f"{mark} = {column_said(role)}" for mark, role in roles.items() if role in _ROLES)
    say = _("Who leads and who supports is read by the marks under {headings}.").format(headings=listed(sections.values()))
    return [f"{say} ({meant})" if meant else say]


def _write(rows: Sequence[SheetRow], at: int, texts: Sequence[str], sections: Mapping[int, str], roles: Mapping[str, Role]) -> None:
    """Put a column of who leads and one of who supports in place of those of the sections, below the headings in the row `at` and wherever they stand again."""
    below = [row for row in rows[at + 1 :] if not row.banner]
    wide = max(len(texts), *(len(row.cells) for row in below))
    head = [text if place not in sections else None for place, text in enumerate(texts)]
    lead, support = COLUMNS["lead"], COLUMNS["support"]
    head += [*[None] * (wide - len(head)), _(lead.label), _(support.label)]
    again = [rows[at].text_at(place) for place in sections]
    for row in (rows[at], *below):
        marked = [(sections[place], roles[mark]) for place in sections if (mark := _mark(row, place)) in roles]
        if [row.text_at(place) for place in sections] == again:
            row.cells[:] = head
        elif _are_figures(row, sections):
            told = " ".join(filter(None, (row.text_at(place) for place in sections)))
            _blank(row, sections, wide)
            row.cells[wide] = told  # by which it is known as a sum
        else:
            _blank(row, sections, wide)
            _take(row, wide, marked)
    if at and not rows[at - 1].banner:
        rows[at - 1].cells[:] = [None] * len(rows[at - 1].cells)  # what stood there stands in the row of the headings now


def _sections(rows: Sequence[SheetRow], at: int, aside: set[str], book: NameBook, legend: Mapping[str, Role]) -> dict[int, str]:
    """The places and names of sections and people of the office in a row of headings, under which nothing but marks stands."""
    named = {place: joined_lines(cell_text(cell)) for place, cell in enumerate(rows[at].cells)}
    ours = {place: name for place, name in named.items() if normal(name) not in aside and _is_ours(name, book)}
    every = [row for row in rows[at + 1 :] if not row.banner] if len(ours) >= _SEVERAL else []
    below = [row for row in every if not _are_figures(row, ours)]
    if _ROWS_A_SUM * (len(every) - len(below)) > len(every):
        return {}
    return {place: name for place, name in ours.items() if _only_marks(below, place, name, legend)}


def _over(rows: Sequence[SheetRow], places: Iterable[int]) -> list[str]:
    """What stands over the columns at these places."""
    return [row.text_at(place) for row in rows for place in places]


def _blank(row: SheetRow, places: Iterable[int], wide: int) -> None:
    """Take the marks out of a row, which then ends where two more cells are to stand."""
    row.cells.extend([None] * (wide + 2 - len(row.cells)))
    for place in places:
        row.cells[place] = None


def _is_ours(text: str, book: NameBook) -> bool:
    return bool(text) and (book.is_unit(text) or bool(book.full_name(text)))


def _mark(row: SheetRow, place: int) -> str:
    """What stands at a place, a letter as a capital."""
    text = row.text_at(place)
    return text.upper() if len(text) <= _SEVERAL and text.isascii() and text not in _MARKS else text


def _are_figures(row: SheetRow, places: Iterable[int]) -> bool:
    """Whether a row counts the marks: nothing but numbers, several of them, stand in it under the sections."""
    texts = [text for place in places if (text := row.text_at(place))]
    return len(texts) >= _SEVERAL and all(text.removesuffix(".0").isdecimal() for text in texts)


def _only_marks(rows: Sequence[SheetRow], place: int, heading: str, legend: Mapping[str, Role]) -> bool:
    """Whether nothing but marks, letters of the legend and words of a role stands below, and the heading again on a further page."""
    texts = [text for row in rows if (text := _mark(row, place)) and row.text_at(place) != heading]
    return all(text in _MARKS or text in legend or role_of_part(text) in _ROLES for text in texts)


def _legend(told: Iterable[str]) -> dict[str, Role]:
    """Mark → the role that the ledger itself says it means."""
    found: dict[str, Role] = {}
    for text in told:
        found |= {pair["mark"]: "lead" if pair["role"] in _DOES else role_of_part(pair["role"]) for pair in _PAIR.finditer(text)}
        letters: dict[str, Role] = {
            pair["mark"].upper(): "lead" if pair["lead"] else "support" if pair["support"] else "over" for pair in _LETTER.finditer(text)
        }
        found |= letters if "lead" in letters.values() else {}
    return found


def _roles(marks: set[str], legend: Mapping[str, Role]) -> dict[str, Role]:
    """Mark → the role it says: by the legend, by the word itself, else of two marks by which is filled; "" where nothing tells them apart."""
    found: dict[str, Role] = {mark: legend.get(mark) or role_of_part(mark) for mark in sorted(marks)}
    unsaid = [mark for mark, role in found.items() if not role]
    filled = [mark for mark in unsaid if mark in _FILLED]
    if len(unsaid) == _SEVERAL and len(filled) == 1:
        found |= {mark: "lead" if mark in filled else "support" for mark in unsaid}
    elif len(unsaid) == 1 and len({*found.values()} - {""}) == 1:
        found |= {unsaid[0]: "support" if "lead" in found.values() else "lead"}
    return found


def _take(row: SheetRow, wide: int, marked: Sequence[tuple[str, Role]]) -> None:
    """Write who leads and who supports; several of whom nothing says who leads are a fault of the row."""
    leads = [who for who, role in marked if role == "lead"] or [who for who, role in marked if not role]
    supports = [who for who, role in marked if role == "support" or (role == "" and who not in leads)]
    if len(leads) > 1 and not any(role == "lead" for _who, role in marked):
        row.fault = Unclear(
            listed(leads), _("Several are ticked, and nothing says which of them leads."), _("Write 牵头 or lead under the one that does.")
        )
    row.cells[wide], row.cells[wide + 1] = "、".join(leads) or None, "、".join(supports) or None
    row.inferred = row.inferred | {wide}
