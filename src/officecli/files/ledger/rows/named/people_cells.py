"""Who a row names: its one lead, those who support, those whose part is done, and whom else it names of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from officecli.files.ledger.columns.by_heading.meaning import place_of_leader
from officecli.files.ledger.columns.by_heading.people_aside import ADDRESS
from officecli.files.ledger.rows.asked_once import AskedOnce
from officecli.files.ledger.rows.named.following_up import following_up
from officecli.files.ledger.rows.named.handed_over import in_whose_hands
from officecli.files.ledger.rows.named.nobody import NOBODY
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.i18n import _, in_brackets
from officecli.model.item_fields import COLUMNS
from officecli.patterns import pattern
from officecli.typed.office.handed_on import in_hand_now
from officecli.typed.office.name_book import NameBook
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_cells import split_joined, split_names
from officecli.typed.text import is_nothing

_EACH_BY_ITSELF = pattern(
    r"分别(?:牵头|办理|负责|落实|答复|承办|办(?!公))|分办(?!公)|各自(?:负责|办理|落实)|按照?(?:各自)?职责|职责分工|\b(?:each|respectively|separately)\b",
    re.IGNORECASE,
)
"""Each of several is to do it by itself: one tasking to several."""

_APART = pattern(r"分别|分办|各自(?!职责)|\b(?:each|respectively|separately)\b", re.IGNORECASE)
"""Said of several, each does the whole of it; 按职责分工负责 parts one thing among them."""
_EACH_WORD = pattern(r"(?<![\s,(])[\s,(]*\b(?:each|respectively|separately)\b\)?\s*$", re.IGNORECASE)
_SECTIONS_THEN_PERSON = pattern(r"[\u3400-\u9fff]+(?:[、，,；;和及与\s][\u3400-\u9fff]+)+[\s，,：:]+[\u3400-\u9fff]{2,4}")
_AROUND_LEADER = " \n、，,；;/"
_APART_FROM_LEADER = pattern(rf"[{_AROUND_LEADER}]+")
_HELPS_IN_BRACKETS = pattern(
    r"(?:牵头|主办|主责|责任|承办)[^()（）]*[(（](?:配合|协办|协同|协助|参与)[^()（）]*[)）]"
    r"|\b(?:lead|owner|primary)\b[^()]*"
    r"\((?:support\w*|back-?ups?|alternates?|assist\w*|help\w*|with(?=\)| (?:support|back-?up|alternate|assist|help))|others?)(?=\W)[^()]*\)",
    re.IGNORECASE,
)
"""A heading that says who stands in brackets under it: Lead (support), 牵头（配合）单位."""
_WHO_IN_BRACKETS = pattern(r"\s*[(（](?P<names>[^()（）]+)[)）]\s*$")
_EACH_HEADING = pattern(r"分办|分别办理|分别承办")
_HOW = pattern(r"(?:承办|办理|交办|分工)(?:方式|形式|类型|类别)")
_CONTACT = pattern(r"联系人|联络人|联络员|经办人|contact", re.IGNORECASE)
_NOT_THEIRS = pattern(r"请求|申请|发起|提案|领衔|request|author|created|reporter|complain", re.IGNORECASE)

ORDERERS = ("by", "ordered_by")
"""The columns that say who ordered it."""


class PeopleCells:
    """Reads the names of rows, each text once; `book` knows who is here, so that what is one name is not taken apart, `lead` leads what names nobody;
    None where nobody is asked who that is.

    `initials` are names in full by what stands for them in this ledger, `orderers` those by which it says who ordered it; it writes all
    names as `Lee, Bob` where they are `surname_first`; who has it from a day on is told of `today`.
    """

    def __init__(
        self,
        book: NameBook | None = None,
        lead: str | None = "",
        initials: Mapping[str, str] = {},
        orderers: Mapping[str, str] = {},
        *,
        surname_first: bool = False,
        today: date | None = None,
    ) -> None:
        self._today = today
        self._surname_first = surname_first
        self._initials = initials
        self._orderers = orderers
        self._book = book
        self._lead = lead
        self._names: dict[str, list[NameCell]] = {}
        self._asked = AskedOnce(self._read)  # most rows name the same few people
        self._places: dict[re.Pattern[str], tuple[int, ...]] = {}

    def read(self, cells: RowCells) -> dict[str, Any]:
        """`lead`, `also_lead`, `supports`, `parts_done`, `body` and `contacts` of a row; initials of who ordered it are written out."""
        for key in ORDERERS if self._orderers else ():
            cells[key] = self._orderers.get(cells.line(key), cells.get(key))
        return self._asked.of(cells)

    def _read(self, cells: RowCells, _section: str) -> dict[str, Any]:
        named = self._without_leaders(cells, self._leads(cells))
        each = self._each(cells, named)
        leads, others = (each, []) if each else self._by_role(self._of_several_sections(cells, named))
        supports = [*others, *(_bare(cell) for cell in self._split(cells.get("support")))]
        found: dict[str, Any] = {
            "supports": tuple(_unticked(cell) for cell in supports),
            "parts_done": (*self._split(cells.get("parts_done")), *(_unticked(cell) for cell in supports if cell.done)),
            "body": self._body(cells),
            "contacts": (*self._beside(cells, _CONTACT), *following_up(cells)),
        }
        if not leads and found["body"]:
            return {"lead": NameCell("", ""), **found}
        if not leads and self._lead:
            leads = [NameCell("", self._lead)]
            cells.inferred["lead"] = _("by --lead")
        if not leads and not cells.reported("lead"):
            asked = _("Name the one person who answers for it; or say with --lead who leads what names nobody.")
            fix = _("Name the one person who answers for it.") if self._lead is None else asked
            cells.problem("lead", cells["lead"], _("Nobody leads this matter."), fix)
        if leads and leads[0].collective and not each:
            cells.problem("lead", cells["lead"], _("The lead must be one person, not everybody."), _("Name the one person who answers for it."))
        if not leads:
            return {"lead": NameCell("", ""), **found}
        if leads[0].part:  # 石磊（7月起苗芳）: nobody else keeps it
            cells.own_remarks.append(_("{label}: {text}").format(label=cells.heading("lead"), text=f"{leads[0].name}{in_brackets(leads[0].part)}"))
        if handed_on := self._is_handed_on(cells):
            cells.inferred["lead"] = _("who has it now")
        if handed_on or any(lead.done for lead in leads):  # of a lead a tick says that it was told, or signed for, or done
            cells.own_remarks.append(_("{label}: {text}").format(label=cells.heading("lead"), text=joined_lines(cell_text(cells["lead"]))))
        if len(named) == 1 and named[0].role == "support":
            cells.inferred["lead"] = _("named as helping, where nobody else is named")
        first, *also = map(_unticked, leads)
        if self._book:
            first, found["supports"] = in_whose_hands(cells, self._book, first, found["supports"], self._today)
        return {"lead": first, "also_lead": tuple(also), "each": bool(each), **found}

    def _leads(self, cells: RowCells) -> list[NameCell]:
        """Who is named as lead: the section's column counts where no person is, and a column of e-mail addresses where neither is."""
        leads, units = self._under_leader(cells, "lead"), self._under_leader(cells, "unit")
        if _HELPS_IN_BRACKETS.search(cells.heading("lead")) and not self._is_handed_on(cells):
            leads = self._split(_WHO_IN_BRACKETS.sub(r"; support: \g<names>", cell_text(cells["lead"])))
        if not leads:
            return units or self._beside(cells, _EACH_HEADING) or self._beside(cells, ADDRESS)
        if len(leads) == 1 and not leads[0].unit and self._book and len(addresses := self._beside(cells, ADDRESS)) == 1:
            leads = addresses if self._book.settles(addresses[0].name, leads[0].name) else leads
        if len(leads) == 1 and not leads[0].unit and units:
            return self._with_units(leads[0], units)
        if len(units) == len(leads) and len(units) > 1 and not any(lead.unit for lead in leads):
            return [replace(lead, unit=unit.name) for lead, unit in zip(leads, units, strict=True)]
        return leads

    def _is_handed_on(self, cells: RowCells) -> bool:
        """Whether the lead's cell names who had it before as well."""
        text = cell_text(cells.get("lead"))
        return in_hand_now(text, self._book, self._today) != text

    def _under_leader(self, cells: RowCells, key: str) -> list[NameCell]:
        """The names of a column; of one that names the leader over it as well (责任领导及责任科室) that one is over the others."""
        text = cell_text(cells.get(key))
        place = place_of_leader(cells.heading(key)) if text else None
        words = [word for word in _APART_FROM_LEADER.split(text) if word] if place is not None else []
        if place is None or len(words) < 2 or not (self._book and self._book.names_person(words[place])):
            return self._split(cells.get(key))
        rest = text.removeprefix(words[0]) if place == 0 else text.removesuffix(words[-1])
        return [NameCell("", words[place], role="over"), *self._split(rest.strip(_AROUND_LEADER))]

    def _each(self, cells: RowCells, named: list[NameCell]) -> list[NameCell]:
        """Those who are each to do it by themselves, where the row says so of several; one who leads beside them is reported."""
        beside = self._beside(cells, _EACH_HEADING)
        said = any(_is_each(cell_text(cells.get(key))) for key in ("lead", "unit") if cells.get(key)) or any(
            _EACH_BY_ITSELF.fullmatch(text) for _heading, text in cells.beside(_HOW)
        )
        told = _EACH_HEADING.search(cells.heading("lead")) or named == beside
        if said:
            named = [name for one in named for name in ([one] if self._book and self._book.known(one.name) else split_joined(one))]
        if (
            sum(one.role == "lead" for one in named) == 1
            and not told
            and not any(_APART.search(cell_text(cells.get(key))) for key in ("lead", "unit"))
        ):
            return []  # 甲局牵头，乙局、各有关部门按职责分工负责: the others do their part of it
        if len(named) < 2 or not (said or told):
            if beside and named != beside:
                what = _("Somebody leads it, and others are each to do it by themselves.")
                cells.problem("lead", cells["lead"], what, _("Say which of the two holds, or write a row for each."))
            return []
        if any(one.role for one in named):
            what = _("Each of several is to do this by itself, and an item has one lead.")
            fix = _("Write a row for each; or register it as one tasking to several: officecli add TITLE --each-unit UNIT,UNIT")
            cells.problem("lead", cells["lead"], what, fix)
        elif several := next((one for one in named if one.collective), None):
            what = _("“{name}” names nobody in particular, and each of them is to do it by itself.").format(name=several.name)
            cells.problem("lead", cells["lead"], what, _("Name them all, or write a row for each."))
        return named

    def _with_units(self, lead: NameCell, units: list[NameCell]) -> list[NameCell]:
        """One person and the sections beside: the person's own section is the lead's, and the others support.

        Where a section is named with its own person, 建议提案科/言真, and the lead is a body or a section, that person leads.
        """
        theirs_here = units[0] if units[0].unit and self._book and self._book.names_person(units[0].name) else None
        if theirs_here and self._book and not self._book.names_person(lead.name):
            return [replace(theirs_here, unit=lead.name), *(replace(unit, role="support") for unit in units[1:])]
        known = self._book if self._book and len(units) > 1 and self._book.known(lead.name) else None
        theirs = next((unit for unit in units if known and known.one_meant(NameCell(unit.name, lead.name))), None)
        own = theirs or units[0]
        if theirs and self._book and self._book.body(units[0].name):
            own, units = units[0], [unit for unit in units if unit is not theirs]  # a body first, and who follows it up with their own section
        others = [replace(unit, role="support") for unit in units if unit is not own]
        return [lead if own.collective else replace(lead, unit=own.name), *([replace(own, role="support")] if own.collective else []), *others]

    def _by_role(self, names: list[NameCell]) -> tuple[list[NameCell], list[NameCell]]:
        """Those who lead and those who support, as the cell says; where it names a lead, all others support."""
        named = [cell for cell in names if cell.role == "lead"]
        leads = named or [cell for cell in names if not cell.role]
        if not leads and len(names) == 1:
            leads = names  # one name that supports leads all the same: nobody else does
        for section, person in (leads[:2], leads[1::-1]) if len(leads) > 1 else ():
            if self._is_theirs(section, person):
                leads = [replace(person, unit=section.name), *leads[2:]]
                names = [*leads, *(cell for cell in names if cell.role and cell.role != "lead")]
                break
        if leads and (own := next((cell for cell in names if not cell.role and cell not in leads and self._is_section_of(cell, leads[0])), None)):
            leads, names = [replace(leads[0], unit=own.name), *leads[1:]], [cell for cell in names if cell not in (own, leads[0])]
        leads = leads[:1] + [cell for cell in leads[1:] if not cell.collective]
        return [_bare(cell) for cell in leads], [_bare(cell) for cell in names if cell not in leads]

    def _of_several_sections(self, cells: RowCells, names: list[NameCell]) -> list[NameCell]:
        """Several sections and behind them the one person of one of these, who leads while the others support: 甲科、乙科 张三; 甲科和乙科，张三."""
        text = cell_text(cells.get("lead")) or cell_text(cells.get("unit"))
        if self._book is None or _SECTIONS_THEN_PERSON.fullmatch(text.strip()) is None or any(one.role for one in names):
            return names
        named = [name for one in names for name in ([one] if self._book.known(one.name) else split_joined(one))]
        *sections, last = named
        sections += [NameCell("", last.unit)] if last.unit else []
        person = replace(last, unit="")
        theirs = [one for one in sections if self._is_section_of(one, person)]
        if len(sections) < 2 or len(theirs) != 1 or not all(self._book.is_own(one.name) or self._book.body(one.name) for one in sections):
            return names
        return [replace(person, unit=theirs[0].name, role="lead"), *(replace(one, role="support") for one in sections if one is not theirs[0])]

    def _is_theirs(self, section: NameCell, person: NameCell) -> bool:
        """Whether of two names the first is a section here and the second somebody of it: 牵头单位：督查室 责任人：张三; 督查室、张三."""
        return section.role == person.role and self._is_section_of(section, person)

    def _is_section_of(self, section: NameCell, person: NameCell) -> bool:
        """Whether a name is a section here, and another one somebody of it."""
        if self._book is None or section.unit or person.unit or not self._book.is_own(section.name) or not self._book.names_person(person.name):
            return False
        found = self._book.one_meant(NameCell("", person.name))
        return found is not None and self._book.is_of(found.id, section.name)

    def _without_leaders(self, cells: RowCells, names: list[NameCell]) -> list[NameCell]:
        """The names without those who are only over it (责任领导：张三；责任人：李四), which become a remark."""
        others = [cell for cell in names if cell.role != "over"]
        if not others:
            return [_bare(cell) for cell in names]
        if over := [cell.name for cell in names if cell.role == "over"]:
            column = COLUMNS["responsible"]
            cells.own_remarks.append(_("{label}: {text}").format(label=_(column.label), text="、".join(over)))
        return others

    def _beside(self, cells: RowCells, heading: re.Pattern[str]) -> list[NameCell]:
        """The names under a heading that is no column of its own."""
        places = self._places.get(heading)
        if places is None:  # they are the same in every row
            under = [(place, said) for place, said in cells.headings_kept() if heading.search(said)]
            places = self._places[heading] = tuple(place for place, said in under if not _NOT_THEIRS.search(said))
        return [cell for place in places for cell in self._split(cells.at(place))]

    def _split(self, cell: Cell) -> list[NameCell]:
        text = cell_text(cell)
        names = self._names.get(text)
        if names is None:
            found = split_names(_EACH_WORD.sub("", text), self._book, surname_first=self._surname_first, today=self._today)
            names = self._names[text] = [named for one in found if not self._is_nobody(one) for named in self._in_full(one)]
        return names

    def _body(self, cells: RowCells) -> str:
        """The outside body a row names; a dash, n/a or TBD is none, and is not entered as one."""
        named = joined_lines(cell_text(cells.get("body")))
        return "" if is_nothing(named) or (self._is_nobody(NameCell("", named)) and not (self._book and self._book.body(named))) else named

    def _in_full(self, cell: NameCell) -> list[NameCell]:
        """The name, or both of BO/CF, in full where initials stand for it."""
        named = replace(cell, name=self._initials.get(cell.name, cell.name))
        first = self._initials.get(cell.unit)
        return [replace(named, unit="", name=first, part=""), replace(named, unit="")] if first else [named]

    def _is_nobody(self, cell: NameCell) -> bool:
        """Whether a name says that there is none yet."""
        return (
            (cell.name.casefold() in NOBODY or cell.name.casefold().strip("()[]<>（）【】") in NOBODY)
            and not cell.unit
            and not (self._book and self._book.known(cell.name))
        )


def _bare(cell: NameCell) -> NameCell:
    """The name without its role."""
    return replace(cell, role="") if cell.role else cell


def _unticked(cell: NameCell) -> NameCell:
    return replace(cell, done=False) if cell.done else cell


@lru_cache(maxsize=1024)
def _is_each(text: str) -> bool:
    return _EACH_BY_ITSELF.search(text) is not None
