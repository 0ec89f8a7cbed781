"""The columns of a ledger while they are chosen: the headings, what stands under them, and what each was taken for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from officecli.files.ledger.columns.by_heading.mapping import said_of
from officecli.files.ledger.columns.by_heading.meaning import is_known, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import GUESSED, PERHAPS, Meant
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM, Contents
from officecli.files.ledger.columns.whole_days import is_before, is_whole
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.merging import filled_down
from officecli.i18n import _
from officecli.model.item_fields import COLUMNS
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

_WHERE_OR_WHOSE = pattern(
    (
        r"\b(?:where|site|location|place|room|building|school|facility|branch|district|region|ward|street|vendor|supplier|company|client|customer"
        r"|tenant|firm|party|counterpart(?:y|ie)|opponent|defendant|plaintiff|borrower|lender|donor|constituent|prospect|account|applicant|claimant|complainant|petitioner|appellant|licensee|permittee|guest|grantee|funder|grantor|patron|household|family"
        r"|agency|from|code|section|clause|reference|unit|group|day)s?\b"
    ),
    re.IGNORECASE,
)
"""A column that says where a matter is, or whose."""
_OF_A_MATTER = pattern(
    r"^(?:\w+ )?(?:query|queries|question|request|report|reply|note|work|order|advice|visit|call|repair|complaint|letter)s? (?:to|for|from|at|with|by) \w"
    r"|\b(?:client|customer|tenant|donor|site|building|room|unit|school|facility|street|vendor|supplier)(?:'s)? (?:\w+ )?"
    r"(?:query|queries|question|request|report|reply|note|work|order|advice|visit|call|repair|complaint|letter|defect|fault|issue)s?$",
    re.IGNORECASE,
)
"""Of whatever place or party it is told, it is a matter: Query to client, Site visit note."""

_VOUCHED_FOR = pattern(
    r"(?!.*(?:\b(?:claims?|repairs?|works?|registrations?|regist(?:er|ered)|renew(?:als?|ed)?|submi\w+|fil(?:e|ed|ing)|responses?|visits?"
    r"|calls?)\b|整改|维修|修复|处理|回访|申报|办理|[退返]还|退付|退款|续[签保期]))"
    r".*(?:\b(?:warrant(?:y|ies)|guarantees?|defects? liability)\b|质保|保修|质量保证|缺陷责任)",
    re.IGNORECASE,
)
"""How long somebody answers for what was done, and not by when a claim is made of it or a fault mended under it: 质保整改期限."""


_VALID_UNTIL = pattern(
    r".{0,4}有效期?(?:至|到|截[至止])?(?:时间|日期|日)?|(?:valid (?:until|till|to|thru|through)|expir(?:es|y|ation)(?: on)?)(?: date)?", re.IGNORECASE
)


@dataclass(slots=True)
class Chosen:
    """The columns as they were understood, by their places in the row.

    `columns` is key → place; `more` further places of a key that may have several. `kept` are places whose cells become remarks, `labels` those whose
    cells become labels. `tasks` are the places of the task of which the matter is one measure, and of what that is a part of, the widest first.
    `own_words` are keys of codes under whose columns the office's own words may stand too, to be kept as labels. `left` are places left out on
    request; `told` are kept places of which the notes speak already; `overruled` is what is to be said of those whose cells overrule their headings;
    `notes` say what was inferred or contradicts itself.
    """

    columns: dict[str, int] = field(default_factory=dict)
    more: dict[str, list[int]] = field(default_factory=dict)
    kept: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    tasks: tuple[int, ...] = ()
    own_words: set[str] = field(default_factory=set)
    left: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    overruled: dict[int, str] = field(default_factory=dict)

    def say_overruled(self) -> None:
        """Let the notes begin with what overruled a heading's own word, of the columns that were read so."""
        self.notes[:0] = [said for place, said in self.overruled.items() if place not in (*self.kept, *self.labels)]


class Table:
    """The headings `texts`, what stands `under` each, what was said of them (`mapping`,
    by normal heading), and what became of them: those still `open`, and the `chosen`.

    Of a `plan` the one day is that by which it is done. `rows` are the cells of the rows that are looked at.
    """

    def __init__(
        self,
        texts: Sequence[str],
        under: Sequence[Contents],
        mapping: Mapping[str, str],
        *,
        plan: bool = False,
        rows: Sequence[Sequence[Cell]] = (),
    ) -> None:
        self.texts = texts
        self.under = under
        self.rows = rows
        self.plan = plan
        self.mapping = {normal(heading): key for heading, key in mapping.items()}
        self.open: dict[int, list[Meant]] = {}
        self.chosen = Chosen()

    def give(self, key: str, place: int) -> None:
        """Let a heading have a column."""
        self.chosen.columns[key] = place
        self.open.pop(place, None)

    def more(self, key: str, place: int) -> None:
        """Let a heading have a column that may be spread over several."""
        if key in self.chosen.columns:
            self.chosen.more.setdefault(key, []).append(place)
        else:
            self.chosen.columns[key] = place
        self.open.pop(place, None)

    def read_as(self, key: str, place: int) -> None:
        """Let a heading have a column, and say that what stands under it does."""
        self.give(key, place)
        self.chosen.overruled.pop(place, None)
        what = _("“{heading}” is read as {column}, by what stands under it.")
        self.chosen.notes.append(what.format(heading=self.texts[place], column=label(key)))

    def read_one_as(self, key: str, fits: Sequence[int]) -> None:
        """Let the one column that fits have its key, where enough stands under it."""
        if len(fits) == 1 and self.under[fits[0]].filled >= ENOUGH:
            self.read_as(key, fits[0])

    def mapped(self, place: int) -> bool:
        """Whether somebody said what a heading means."""
        return said_of(self.mapping, self.texts, place) is not None

    def may_be(self, place: int, key: str) -> bool:
        """Whether a heading may mean a column."""
        return any(meant.key == key for meant in meanings(self.texts[place]))

    def heading(self, key: str) -> str:
        """The heading that has a column; "" where none has."""
        place = self.chosen.columns.get(key)
        return self.texts[place] if place is not None and place < len(self.texts) else ""

    def headed(self, place: int) -> str:
        """The column that a heading means first; "" where it means none, or tells of what follows the work, or may be of a state and has days: 办理节点."""
        found = meanings(self.texts[place])
        if not found or vouches(self.texts[place]):
            return ""
        first = found[0]
        return "" if first.key == "status" and first.strength == PERHAPS and self.under[place].days >= MOSTLY else first.key

    def unknown(self, kind: str = "") -> list[int]:
        """The places of the columns whose headings say nothing that is known, or what was only
        guessed of their form and no cell bears out; or of those whose cells are of one kind.
        """
        return [at for at, found in self.open.items() if not found and self._says_nothing(self.texts[at]) and kind in ("", self.under[at].kind)]

    def _says_nothing(self, heading: str) -> bool:
        found = meanings(heading)
        return all(meant.strength == GUESSED for meant in found) if found else not is_known(heading)

    def repeats(self, place: int, beside: int) -> bool:
        """Whether what stands in one column stands for several cells of another, written again or left blank."""
        return len(self.under[place].texts) < max(self.under[place].filled, self.under[beside].filled)

    def told_together(self, places: Sequence[int]) -> bool:
        """Whether columns tell every row apart by what stands there together, a blank meaning what stands above, and none of them does alone."""
        above = [""] * len(places)
        found = []
        for cells in self.rows:
            said = [cell_text(cells[place]) for place in places]
            above = filled_down(above, said)
            found.append(tuple(above))
        alone = any(len({one[at] for one in found}) == len(found) for at in range(len(places)))
        return len(found) > 1 and len({*found}) == len(found) and not alone

    def never_before(self, place: int, other: int) -> bool:
        """Whether no row has a day in one column that is before the one in another."""
        return not any(is_before(cells[place], cells[other]) for cells in self.rows)

    def seldom_before(self, place: int, other: int) -> bool:
        """Whether practically no row has a day in one column that is before the one in another."""
        return sum(1 for cells in self.rows if is_before(cells[place], cells[other])) <= (1 - NEARLY_ALL) * len(self.rows)

    def first_due(self, place: int, due: int) -> bool:
        """Whether a column has something in some of the rows with a deadline, and of the others few fall due before one of these."""
        due_in = [(cells[due], is_nothing(cell_text(cells[place]))) for cells in self.rows if is_whole(cells[due], cell_text(cells[due]))]
        with_it = [day for day, blank in due_in if not blank]
        without = [day for day, blank in due_in if blank]
        before = sum(is_before(one, other) for other in with_it for one in without)
        return bool(with_it and without) and before <= SELDOM * len(with_it) * len(without)

    def others(self, place: int) -> list[int]:
        """The other columns, with something under each."""
        return [at for at, cells in enumerate(self.under) if at != place and cells.filled]

    def mostly_filled(self, place: int) -> bool:
        """Whether a column has something in most of its rows."""
        return self._share(place) >= MOSTLY

    def differs_in_every_row(self, place: int) -> bool:
        """Whether practically every row says something else there, in words."""
        return self.under[place].tells_apart and self.in_every_row(place)

    def in_every_row(self, place: int) -> bool:
        """Whether a column has something in practically every row."""
        return self._share(place) >= NEARLY_ALL

    def all_past(self, place: int) -> bool:
        """Whether a day up to today stands in practically every row."""
        return self.under[place].past >= NEARLY_ALL and self.in_every_row(place)

    def is_led_in_every_row(self, place: int) -> bool:
        """Whether one person of the office stands in every row."""
        return self.under[place].persons == 1 and self.in_every_row(place)

    def any_headed(self, form: re.Pattern[str]) -> bool:
        """Whether a heading that is still open has a form."""
        return any(form.fullmatch(self.texts[at]) for at in self.open)

    def _share(self, place: int) -> float:
        most = max(cells.filled for cells in self.under)
        return self.under[place].filled / most if most else 1.0


def label(key: str) -> str:
    """A column's name in the reader's language."""
    return _(COLUMNS[key].label)


def vouches(heading: str) -> bool:
    """Whether days say how long somebody answers for what was done, and not by when it is to be: 质保到期, Warranty ends."""
    return _VOUCHED_FOR.match(heading) is not None


def is_valid_until(heading: str) -> bool:
    """Whether days say until when a paper holds, and so nothing of when its renewal arose: 有效期至, Valid until."""
    return _VALID_UNTIL.fullmatch(heading.strip()) is not None


def names_the_rows(heading: str) -> bool:
    """Whether what stands under an English heading may be what each row is about: no place, and no party."""
    return heading.isascii() and (_OF_A_MATTER.search(heading) is not None or not _WHERE_OR_WHOSE.search(heading))
