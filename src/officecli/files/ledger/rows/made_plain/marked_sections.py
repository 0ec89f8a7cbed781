"""Tables that say who does what by marks under columns of sections or people: ★ under 行政科, √ under 文秘科."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from officecli.files.ledger.columns.by_heading.mapping import column_said
from officecli.files.ledger.columns.by_heading.meaning import first_key, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS, heading_row, texts_of_row
from officecli.files.ledger.rows.made_plain.mark_roles import BOXES, MARKS, role_said, roles_of
from officecli.files.ledger.rows.made_plain.marked_columns import SEVERAL, Marked, count_marks, mark_at, marked_columns
from officecli.files.ledger.sheets.cells import Unclear
from officecli.files.ledger.sheets.sheet_rows import SheetRow, stands_alone
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS
from officecli.patterns import has_han, pattern
from officecli.typed.office.cell_roles import Role
from officecli.typed.office.name_book import NameBook

_BESIDE = " | "
"""Between the headings over the headings, of which another than that over the sections may ask how far it is."""
_HOW_FAR = pattern(
    r"(?:完成|报送|落实|反馈|进展|整改|办理|签到|出勤|到会|参会|参加)(?:情况|统计|一览|名单|表)|\b(?:attendance|status|completion|progress)\b"
)
"""Over such columns: a mark tells that a section did its part, and not that it leads."""
_STATES = pattern(
    rf"(?:{'|'.join(map(re.escape, sorted(MARKS)))})\s*(?:[:：=]|表示|代表|为|是|即)?\s*"
    r"(?:[已未正]|不|没|完成|办结|到会|参[会加]|出席|缺席|请假|迟到|按[期时]|逾期|合格|(?:not )?(?:done|complete|started|attended|absent)\b)"
)
"""A legend's word for a mark by which a section is done, or was there: ●为已完成."""
_LEAD = ("lead", "unit")
_ROLES = ("lead", "support")


def join_marked(rows: Sequence[SheetRow], mapping: Mapping[str, str], lines: Sequence[str], book: NameBook | None) -> list[str]:
    """Put who is marked into a column of who leads and one of who supports, where no heading says either, and return what is said of it."""
    if book is None or {*_LEAD} & {*mapping.values()}:
        return []
    aside = {normal(heading) for heading in mapping}
    told = [*lines, *map(stands_alone, rows)]
    headed = [marked_columns(rows, at, aside, book, told) for at in range(min(len(rows), HEADING_ROWS))]
    found = max(headed, key=lambda one: len(one.names), default=Marked(0, {}, {}))
    index, texts = heading_row(rows[: found.at + 1], mapping)
    if len(found.names) < SEVERAL or index < found.at - 1:
        return []
    if index < found.at:  # Office, over the sections, names more than they do
        texts = [low or up for up, low in zip_longest(texts, texts_of_row(rows[found.at].cells), fillvalue="")]
    matter = _matter(rows[found.at + 1 :], texts, found, book)
    keys = {first_key(text) for place, text in enumerate(texts) if place not in (*found.names, matter)}
    if matter < 0 or keys & {*_LEAD} or (found.untold and not keys & DEADLINES) or _tell_how_far(rows[: found.at], found, lines, told):
        return []
    marks = {mark for marked in found.marks_below(rows) for mark in marked if mark in MARKS or role_said(mark, found.legend)}
    roles = roles_of(marks - (BOXES - found.legend.keys()), found.legend)
    if not roles:
        return []
    meant = listed(f"{mark} = {column_said(role)}" for mark, role in roles.items() if role in _ROLES)
    headings = [name if (text := rows[found.at].text_at(place)) in ("", name) else f"{text} ({name})" for place, name in found.names.items()]
    say = _("Who leads and who supports is read by the marks under {headings}.").format(headings=listed(headings))
    if first_key(texts[matter]) in _LEAD:
        title = COLUMNS["title"]
        texts = [*texts[:matter], _(title.label), *texts[matter + 1 :]]  # Responsibility, over what they answer for
    _write(rows, found, texts, roles, matter)
    return [f"{say} ({meant})" if meant else say]


def _tell_how_far(above: Sequence[SheetRow], found: Marked, lines: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the lines above, the headings over the sections or a legend say that a mark tells who did its part."""
    titles = [line for line in lines if _BESIDE not in line]
    over = [row.text_at(place) for row in above for place in found.names]
    return any(_HOW_FAR.search(text.casefold()) for text in (*titles, *over)) or any(_STATES.search(text.casefold()) for text in told)


def _write(rows: Sequence[SheetRow], found: Marked, texts: Sequence[str], roles: Mapping[str, Role], matter: int) -> None:
    """Put a column of who leads and one of who supports in place of those of the sections, below their headings and wherever these stand again."""
    at, sections = found.at, found.names
    below = [row for row in rows[at + 1 :] if not row.banner]
    wide = max(len(texts), *(len(row.cells) for row in below))
    head = [text if place not in sections else None for place, text in enumerate(texts)]
    lead, support = COLUMNS["lead"], COLUMNS["support"]
    head += [*[None] * (wide - len(head)), _(lead.label), _(support.label)]
    again = [rows[at].text_at(place) for place in sections]
    for row in (rows[at], *below):
        if [row.text_at(place) for place in sections] == again:
            row.cells[:] = head
        elif count_marks(row, sections, found.legend):
            _count(row, found, matter, wide)
        else:
            marked = {place: mark for place in sections if (mark := mark_at(row, place))}
            unknown = {sections[place]: row.text_at(place) for place, mark in marked.items() if mark not in roles and mark not in BOXES}
            _blank(row, sections, wide)
            _take(row, wide, [(sections[place], roles[mark]) for place, mark in marked.items() if mark in roles])
            if unknown:
                row.fault = _unclear(unknown, roles)
    if at and not rows[at - 1].banner:
        rows[at - 1].cells[:] = [None] * len(rows[at - 1].cells)  # what stood there stands in the row of the headings now


def _count(row: SheetRow, found: Marked, matter: int, wide: int) -> None:
    """Put what counts the marks where somebody is to lead, and its words where the matter stands, by which it is known as a sum."""
    told = " ".join(filter(None, map(row.text_at, found.names)))
    _blank(row, found.names, wide)
    words = [place for place in range(wide) if row.text_at(place)]
    if len({row.text_at(place) for place in words}) == 1:
        row.cells[words[0]], row.cells[matter] = None, row.cells[words[0]]
    row.cells[wide] = told


def _matter(rows: Sequence[SheetRow], texts: Sequence[str], found: Marked, book: NameBook) -> int:
    """Where the matters stand: under a heading that means them, else one that may (Deliverable), else before the sections in other
    words in each row, whatever the heading is (Function, Responsibility); -1 where nothing is like them.
    """
    others = {place: text for place, text in enumerate(texts) if place not in found.names}
    named = [place for place, text in others.items() if first_key(text) == "title"]
    perhaps = [place for place, text in others.items() if first_key(text) not in _LEAD and any(meant.key == "title" for meant in meanings(text))]
    if named or perhaps:
        return (named or perhaps)[0]
    below = [row for row in rows if not row.banner and not count_marks(row, found.names, found.legend)]
    for place, text in others.items():
        if text and place < min(found.names) and first_key(text) in ("", *_LEAD):
            told = [said for row in below if (said := row.line_at(place))]
            if len({*told}) == len(told) >= SEVERAL and not any(map(book.names_anybody, told)) and all(" " in said or has_han(said) for said in told):
                return place
    return -1


def _blank(row: SheetRow, places: Iterable[int], wide: int) -> None:
    """Take the marks out of a row, which then ends where two more cells are to stand."""
    row.cells.extend([None] * (wide + 2 - len(row.cells)))
    for place in places:
        row.cells[place] = None


def _unclear(unknown: Mapping[str, str], roles: Mapping[str, Role]) -> Unclear:
    """What is wrong with a row that has something else than marks under sections."""
    said = listed(f"{text} ({name})" for name, text in unknown.items())
    marks = listed(mark for mark, role in roles.items() if role in _ROLES)
    return Unclear(
        said,
        _("It is none of the marks by which it is told who leads and who supports."),
        _("Write one of these: {marks}.").format(marks=marks),
    )


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
