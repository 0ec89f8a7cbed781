"""Who leads a matter, as the headings beside theirs and what stands under them say."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english_vocabulary import BODY
from officecli.files.ledger.columns.by_heading.han_morphemes import does_what
from officecli.files.ledger.columns.by_heading.han_vocabulary import DOES
from officecli.files.ledger.columns.by_heading.meaning import meanings, normal
from officecli.files.ledger.columns.by_heading.meant import GUESSED, LOOSE, PERHAPS, Meant
from officecli.files.ledger.columns.by_heading.people_aside import ASIDE, DOES_IT, ONLY_ALONE, says_whose, stands_aside
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL
from officecli.files.ledger.columns.left_open.helpers import ANOTHER, are_under_another, did_before
from officecli.files.ledger.columns.left_open.lead_elsewhere import APPROVES, LOOKED_AT, STANDS_IN
from officecli.files.ledger.words.lent import are_lent
from officecli.patterns import pattern
from officecli.typed.office.name_shapes import looks_like_body

_CONTACT = pattern(r"(?<!last )(?<!first )\bcontacts?(?: person)?$", re.IGNORECASE)
_OWNS = pattern(r"\b(?:owner|lead(?:er)?|in charge|responsible)\b", re.IGNORECASE)
_BY_WHOM = pattern(
    r"(?!(?:spotted|witnessed|noticed|flagged|observed|discovered|identified|detected|noted|logged|suggested|wanted|needed)\b)"
    r"(?:to be )?(?:\w+ed|done|dealt with|made|run|held|led|taken|driven|seen to|written|kept)(?: (?:up|out|on))? by(?: whom)?",
    re.IGNORECASE,
)
"""Who does it, beside those whom it is about: Arranged by, beside For whom; whoever spotted or wanted it need not do it."""

_HANDED_TO = pattern(r"\bto$", re.IGNORECASE)
_TO_WHOM = pattern(r"(?:\w+ )?(?:to|for|with) whom", re.IGNORECASE)
"""Those to whom something was promised or sent, unless they are of the office."""

_MENDS = pattern(rf"(?:{DOES}|派工|指派|分派|派给).*|.{{0,4}}(?:[维检抢承]修|维[保护]|处[理置]|整改|消缺|抢险|办理|承办)(?:人|人员|员|工|者)")
"""Whoever mends what others have found, or is said to do it: 维修员, behind 观测员; 落实主管, behind 婚宴顾问."""
_OF_A_BODY = pattern(rf"[\u3400-\u9fff]|\b{BODY}\b", re.IGNORECASE)
"""A heading under which others than people may stand."""


_GAVE_IT_OUT = pattern(
    r"经[办手]|登记|管理|保管|发放|出借|\b(?:handled|lent|loaned|issued|given out|checked out|signed out) by$|\bclerk\b", re.IGNORECASE
)
_HAS_IT = pattern(
    r"(?:借[用阅取]?|领[用取借]?|租用|使用)(?:人|者|人员)(?:姓名)?|borrow(?:er|ed by)(?: name)?|(?:lent|loaned|issued|given|(?:checked|signed) out) to",
    re.IGNORECASE,
)
"""Of a thing that was lent: who gave it out, and who has it."""

_HANDS_OVER = pattern(
    r"(?:移交|交出|交班|离任|离职|卸任)(?:人|人员|者|同志)(?:姓名)?|hand(?:ed|ing|s) over(?: by)?"
    r"|(?:outgoing|departing|leaving)(?: (?:officer|employee|staff|holder))?"
    r"|\w+(?: \w+)? (?:so far|until now|till now|up to now)|原(?:责任|负责|承办|经办|牵头)(?:人|人员)",
    re.IGNORECASE,
)
_TAKES_OVER = pattern(
    r"(?:接收|接手|接任|接班|接替|承接|接管)(?:人|人员|者|同志)(?:姓名)?|tak(?:en|ing|es) over(?: by)?"
    r"|(?:incoming|receiving)(?: (?:officer|employee|staff|holder))?|handed (?:over )?to|successor",
    re.IGNORECASE,
)
"""Who did it until now, and beside them who does it from now on: 移交人, 接收人."""


class PeopleByContents:
    """Finds who does the work among the columns that the headings leave open."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def by_whom(self) -> None:
        """By, beside Due: who does it, where nobody else is named who might."""
        table = self._table
        place = table.chosen.columns.get("by")
        if place is not None and not table.mapped(place) and normal(table.texts[place]) == "by" and not table.under[place].days:
            table.give("lead", table.chosen.columns.pop("by"))

    def nobody_leads(self) -> bool:
        """Whether nothing at all stands under who leads, and no word of its own heads it: Chair's initials, of what is still to be signed."""
        table, place = self._table, self._table.chosen.columns.get("lead")
        if place is None or table.under[place].filled or table.mapped(place):
            return False
        return all(one.strength < LOOSE for one in meanings(table.texts[place]))

    def who_leads(self) -> list[int]:
        """The columns of people: beside a section or other people a person's, and who is named in every row before who helps with some."""
        if contact := self._contact():
            return contact
        if taken := self._taken_over():
            return taken
        owners = [at for at in self._of_the_office() if _OWNS.search(self._table.texts[at])]
        if len(owners) == 1:
            return owners
        fits = self._table.unknown("lead")
        looked_at = [at for at in self._table.open if LOOKED_AT.fullmatch(self._table.texts[at]) and self._table.is_led_in_every_row(at)]
        if looked_at and all(stands_aside(self._table.texts[at]) for at in fits):
            return looked_at  # 被考核人, beside 直接上级: what is asked of them is theirs to do
        fits = [place for place in fits if not ASIDE.search(self._table.texts[place])] or [at for at in fits if not meanings(self._table.texts[at])]
        does = [at for at in fits if self._does_the_matter(at) and self._table.in_every_row(at)]
        does = does or [at for at in fits if _BY_WHOM.fullmatch(self._table.texts[at].strip())]
        if len(does) == 1:
            return does  # 理赔员, of 理赔案件
        if "unit" in self._table.chosen.columns or len(fits) > 1:
            fits = [place for place in fits if self._table.under[place].persons >= MOSTLY]
            full = [place for place in fits if self._table.in_every_row(place)]
            fits = full if len(full) == 1 else self._of_the_office()[:1] or fits
        return fits

    def _taken_over(self) -> list[int]:
        """The column of who does it from now on, beside that of who did it until now."""
        taken = [at for at in self._table.open if _TAKES_OVER.fullmatch(self._table.texts[at].strip()) and self._table.under[at].people >= MOSTLY]
        before = [text for text in map(str.strip, self._table.texts) if _HANDS_OVER.fullmatch(text)]
        due = self._table.heading("due")  # 应移交时间: by then whoever hands it over is to
        return taken if len(taken) == 1 and before and not any(does_what(text, "", due) for text in before) else []

    def _does_the_matter(self, place: int) -> bool:
        """Whether a heading of people names what the matter's or the deadline's does (理赔员, of 理赔案件), or says that they do it: Nurse doing it."""
        return DOES_IT.search(self._table.texts[place]) is not None or does_what(
            self._table.texts[place], self._table.heading("title"), self._table.heading("due")
        )

    def _contact(self) -> list[int]:
        """The column of contacts, people of the office in every row, beside no other people: it is of them, and not of a Region, that the row is."""
        table = self._table
        of_people = [at for at in table.open if table.under[at].persons]
        if len(of_people) != 1 or not _CONTACT.search(table.texts[of_people[0]]):
            return []
        return of_people if table.under[of_people[0]].persons == 1 and table.in_every_row(of_people[0]) else []

    def settle(self) -> None:
        """Give the lead, the section and whoever helps the columns that fit them better than those their headings gave."""
        self._until_now()
        self._before_a_post()
        self._lead_of_the_office()
        self._person_of_section()
        self._section_of_others()
        self._who_has_it()
        self._anybody()

    def _until_now(self) -> None:
        """Where the lead is whoever did it until now, those lead who do it from now on: Taken over by, beside Responsible so far."""
        table, place = self._table, self._table.chosen.columns.get("lead")
        if place is not None and not table.mapped(place) and _HANDS_OVER.fullmatch(table.texts[place].strip()) and (taken := self._taken_over()):
            table.open[place] = []
            table.read_as("lead", taken[0])

    def _before_a_post(self) -> None:
        """Where the lead is only a post, or guessed, and before it stands another of people of the office in every row, that
        one leads (Recruiter, beside Hiring manager); whoever sooner helps than leads does so, before it or behind (志愿者, beside 领队),
        and whoever did what has been done leads nothing: Surveyor, beside Surveyed and a Forester.
        """
        table, place = self._table, self._table.chosen.columns.get("lead")
        if place is None or table.mapped(place) or table.under[place].persons < MOSTLY:
            return
        meant, plainly = meanings(table.texts[place]), PERHAPS if table.texts[place].isascii() else GUESSED
        helps = any(one.key == "support" for one in meant)
        sooner = (meant[:1] and meant[0].key == "support") or did_before(table, place)
        office = [at for at in self._of_the_office() if at in table.unknown() and not did_before(table, at)]
        trade = [at for at, found in table.open.items() if found[:1] == [Meant("lead", GUESSED)] and table.is_led_in_every_row(at)]
        may = office or (trade if ONLY_ALONE.search(table.texts[place]) else [])  # Examiner, before Supervisor
        before = [at for at in may if (at < place or sooner) and not ONLY_ALONE.search(table.texts[at])]
        does = self._does_the_matter(place) or _MENDS.fullmatch(table.texts[place])
        if not before or does or any(one.key == "lead" and one.strength > plainly for one in meant):
            return
        table.open[place] = []
        table.read_as("lead", before[0])
        if helps:
            table.give("support", place)

    def _lead_of_the_office(self) -> None:
        """Where nobody under the heading that leads is of the office, nor called as bodies
        are, it is who stands under the one other that may: 包村干部, beside 村级责任人.
        """
        table, columns = self._table, self._table.chosen.columns
        place = columns.get("lead", columns.get("unit"))
        if place is None or table.mapped(place) or table.under[place].people:
            return
        if not _TO_WHOM.fullmatch(table.texts[place].strip()) and any(map(looks_like_body, table.under[place].texts)):
            return
        fits = [
            at
            for at, found in table.open.items()
            if (any(meant.key in ("lead", "unit") for meant in found) or at in table.unknown("lead"))
            and table.under[at].persons >= MOSTLY
            and table.mostly_filled(at)
        ]
        helps = columns.get("support")
        if not fits and helps is not None and not table.mapped(helps) and "support" not in table.chosen.more:
            fits = (
                [helps]
                if not _OF_A_BODY.search(table.texts[place])
                and table.texts[helps].isascii()
                and table.under[helps].persons >= NEARLY_ALL
                and table.in_every_row(helps)
                else []
            )
        by = columns.get("by")
        if not fits and by is not None and _HANDED_TO.search(table.texts[place]) and table.is_led_in_every_row(by):
            fits = [by]  # Given by, of what was given to others
        over = columns.get("responsible")
        barely = all(one.strength <= PERHAPS for one in meanings(table.texts[place]) if one.key == "lead")
        if not fits and barely and over is not None and not table.mapped(over) and table.texts[over].isascii() and table.is_led_in_every_row(over):
            fits = [over]  # Council lead, beside Contractor rep
        fits = (table.texts[place].isascii() and self._of_the_office()[:1]) or fits if len(fits) > 1 else fits  # Vet, before Nurse
        if len(fits) == 1 and table.under[place].filled:
            table.open[place] = []
            for key in ("unit", "support", "responsible", "by"):
                if key == "unit" or columns.get(key) == fits[0]:
                    columns.pop(key, None)
            table.read_as("lead", fits[0])

    def _person_of_section(self) -> None:
        """Where only sections lead, and people of the office stand in every row under the one other heading of who does it, these lead.

        The sections are theirs then: Mechanic, beside Assigned trade.
        """
        table, columns = self._table, self._table.chosen.columns
        place = columns.get("lead")
        if place is None or "unit" in columns or table.mapped(place) or not table.texts[place].isascii():
            return
        over = columns.get("responsible", place)
        by_name = [at for at in self._of_the_office() if not did_before(table, at)] or [
            at for at in (over,) if table.may_be(at, "lead") and table.under[at].persons == 1 and table.in_every_row(at)
        ]
        if len(by_name) == 1 and table.under[place].people >= MOSTLY and not table.under[place].persons:
            columns["unit"] = place
            if by_name == [over]:
                columns.pop("responsible", None)
            table.read_as("lead", by_name[0])

    def _section_of_others(self) -> None:
        """Where nothing of the office stands under a Chinese heading of bodies that does not say that these
        do it, and people of the office lead in nearly every row, it says whose it is: 主管部门, beside 具体责任人.
        """
        table, columns = self._table, self._table.chosen.columns
        place, lead = columns.get("unit"), columns.get("lead")
        if place is None or lead is None or table.mapped(place) or table.under[place].people or table.under[lead].persons < MOSTLY:
            return
        if says_whose(table.texts[place]) and table.in_every_row(lead):
            table.open[columns.pop("unit")] = []

    def _who_has_it(self) -> None:
        """Of what is to be back by the deadline whoever has it leads, of the office in every row, and not the clerk who gave it out: 借用人, beside 经办人."""
        table, place = self._table, self._table.chosen.columns.get("lead")
        if (
            place is None
            or table.mapped(place)
            or not _GAVE_IT_OUT.search(table.texts[place])
            or not are_lent(table.heading("due"), tuple(table.texts))
        ):
            return
        has_it = [at for at in table.open if _HAS_IT.fullmatch(table.texts[at].strip()) and table.is_led_in_every_row(at)]
        if len(has_it) == 1:
            table.open[place] = []
            table.read_as("lead", has_it[0])

    def _anybody(self) -> None:
        """Where no heading is of people who do anything, or only behind it one of who helps, the first that has people
        of the office in every row, unless it says that these stand aside: Chased by, AD office.
        """
        table, columns = self._table, self._table.chosen.columns
        first, helps = self._of_the_office()[:1], columns.get("support", -1)
        behind = bool(first) and first[0] < helps and not table.may_be(helps, "lead") and not table.mapped(helps)
        if (
            {"lead", "unit", "responsible", "body", *(() if behind else ("support",))} & {*columns}
            or self._table.any_headed(APPROVES)
            or self._table.any_headed(STANDS_IN)
        ):
            return
        table.read_one_as("lead", first)

    def _of_the_office(self) -> list[int]:
        """The columns with people of the office in every row, from left to right, whose headings name no column, nor anybody who stands aside."""
        table = self._table
        bare = (at for at, found in sorted(table.open.items()) if not found and not meanings(table.texts[at]))
        named = [at for at in bare if table.under[at].persons >= NEARLY_ALL and table.in_every_row(at) and not stands_aside(table.texts[at])]
        named = [at for at in named if not ANOTHER.fullmatch(table.texts[at].strip())] or named
        named = [at for at in named if not (did_before(table, at) or are_under_another(table, at))] or named
        return [at for at in named if not ONLY_ALONE.search(table.texts[at])] or named
