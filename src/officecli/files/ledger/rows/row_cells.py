"""The cells of one row, by column, and everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from officecli.errors import BadInput
from officecli.files.ledger.columns.headings import Headings, heading_of
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.rows.signs import Signs
from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text, check_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _, sentences
from officecli.model.names import name_key
from officecli.patterns import pattern
from officecli.typed.text import is_nothing, shown

_SHOWN = 80
_FIRST_WORDS = 30  # characters of words that something was inferred from
_LABELS = pattern(r"[;；]")
_OF_BODIES = pattern(r"单位|科室|部门|处室|股室|机构|\b(?:unit|section|department|dept|division|office|agency|team)", re.IGNORECASE)
_JUDGED = pattern(r"结果|结论|意见|评价|满意|验收|复查|复核")
_SEVERAL = pattern(r"[、，,；;\n/]")


class RowCells(dict[str, Cell]):
    """Column → cell, for the columns the ledger has; `problems` gathers what is said of them, `inferred` what of them was not written there.

    `inferred` is column → how it came there, in the reader's words; whoever infers a value adds to it. `set_aside` are the columns whose
    words are no more than a remark in this row, `yearless` those of days whose year was inferred from the day on which they are read,
    `stretches` those of which a month or another time is all that is written, with its first and last day;
    `anywhere` tells whether a sign stands in any row of the table.
    """

    def __init__(self, row: SheetRow, headings: Headings, signs: Signs) -> None:
        cells, wide = row.cells, len(row.cells)
        super().__init__({key: cells[place] if place < wide else None for key, place in headings.columns.items()})
        self.number = row.number
        self.problems: list[RowProblem] = []
        self.inferred: dict[str, str] = {}
        self.own_words: list[str] = []
        self.own_remarks: list[str] = []
        self.set_aside: list[str] = []
        self.yearless: set[str] = set()
        self.stretches: dict[str, tuple[date, date]] = {}
        if row.inferred:
            filled = [key for key, place in headings.columns.items() if place in row.inferred]
            self.inferred = dict.fromkeys(filled, _("from the same line") if row.how else _("from the cell above or beside"))
            if row.how and filled:
                self.inferred[filled[0]] = row.how  # the line itself once
        self.anywhere = signs.anywhere
        self._headings = headings
        self._cells = cells
        self._filled = row.inferred
        if "support" in headings.more:
            self["support"] = self._supports([headings.columns["support"], *headings.more["support"]])
        for key in signs.doubtful():
            if not self._is_readable(key, self[key]):
                self[key] = None  # it was reported, and counts as blank from here on

    def said(self) -> tuple[object, ...]:
        """All that was said of the row so far, as far as it differs once more is said."""
        counts = len(self.problems), len(self.own_words), len(self.own_remarks), len(self.set_aside), len(self.yearless), len(self.stretches)
        return (*counts, *self.inferred.items())

    def at(self, place: int) -> Cell:
        """The cell at a place of the row."""
        return self._cells[place] if place < len(self._cells) else None

    def _supports(self, places: Sequence[int]) -> str:
        """The names of several columns of supporters in one: a section and its person as `section/name`."""
        told = {place: text for place in sorted(places) if not is_nothing(text := cell_text(self.at(place)))}
        bodies = [place for place in told if _OF_BODIES.search(self.heading_at(place))]
        if len(told) == 2 and len(bodies) == 1 and not any(_SEVERAL.search(text) for text in told.values()):
            return "/".join([told.pop(bodies[0]), *told.values()])
        return "; ".join(told.values())

    def all_of(self, key: str) -> list[tuple[int, Cell]]:
        """The places and cells of a column that may be spread over several."""
        if key not in self:
            return []
        return [(self._headings.columns[key], self[key]), *((place, self.at(place)) for place in self._headings.more.get(key, ()))]

    def states(self) -> list[tuple[int, Cell]]:
        """The places and cells of the columns of states; of several times (Status May, Status June) the last that has one, the others kept as remarks."""
        states = self.all_of("status")
        told = [place for place, cell in states if place in self._headings.times and not is_nothing(cell_text(cell))]
        if len(told) < 2:
            return states
        last = max(told, key=lambda place: self._headings.times[place])
        for place, cell in states:
            if place in told and place != last:
                self.keep(self.heading_at(place), cell_text(cell))
        return [(place, cell) for place, cell in states if place not in told or place == last]

    @property
    def strikes_off(self) -> int | None:
        """The place of the state of striking off, where there is one."""
        return self._headings.strikes_off

    @property
    def own_task(self) -> str:
        """The task that the row says itself, of which its matter is a measure; "" where it stands above alone."""
        said = [joined_lines(cell_text(self.at(place))) for place in self._headings.tasks[-1:] if place not in self._filled]
        return said[0] if said and not is_nothing(said[0]) else ""

    def heading_at(self, place: int) -> str:
        """The heading over a place of the row."""
        return self._headings.texts[place] if place < len(self._headings.texts) else ""

    @property
    def headings(self) -> Sequence[str]:
        """All headings of the table."""
        return self._headings.texts

    def heading_before(self, heading: str) -> str:
        """The heading that stands left of another; "" for none."""
        texts = self._headings.texts
        return texts[texts.index(heading) - 1] if heading in texts[1:] else ""

    def is_from_above(self, key: str) -> bool:
        """Whether a cell was filled in from the one above or beside it."""
        return self._headings.columns.get(key) in self._filled

    @property
    def lacks_its_day(self) -> bool:
        """Whether the day of the end has a column, and is blank."""
        return "closed" in self and is_nothing(cell_text(self.get("closed")))

    @property
    def not_ended(self) -> bool:
        """Whether the day of the end is blank in a ledger that gives it for all that is closed."""
        return self._headings.ends_dated and is_nothing(cell_text(self.get("closed")))

    @property
    def stated_on(self) -> tuple[str, str] | None:
        """The heading and the text of the day since which the state is what it is, where there is one."""
        place = self._headings.stated_on
        return None if place is None or is_nothing(text := cell_text(self.at(place))) else (self.heading_at(place), text)

    @property
    def tells_state_in_progress(self) -> bool:
        """Whether no column is one of states or of the end, so that how far it is stands where the progress does."""
        return "status" not in self._headings.columns and "closed" not in self._headings.columns

    def notes(self, keys: Iterable[str], *, remarks: bool = True) -> Iterator[tuple[str, str]]:
        """The heading and the text of every cell under these columns, and of every remark."""
        for key in (*keys, "remarks") if remarks else keys:
            for place, cell in self.all_of(key):
                if text := cell_text(cell):
                    yield self.heading_at(place), text

    def judged(self) -> Iterator[tuple[str, str]]:
        """The heading and the text of every cell in which others may have said what they think of the work."""
        yield from self.notes(("result", "rating"))
        yield from self.beside(_JUDGED)

    def line(self, key: str) -> str:
        """The text of a cell on one line."""
        return joined_lines(cell_text(self.get(key)))

    def problem(self, key: str, cell: Cell, reason: str, fix: str, *, heading: str = "") -> None:
        """Report a cell: why, and what to do; of another column of its kind with the heading."""
        text = cell_text(cell)
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        self.problems.append(RowProblem(self.number, heading or self.heading(key), shown, reason, fix, key))

    def own_word(self, key: str) -> bool:
        """Keep the word of a coded column that is the office's own as a label; False where its heading allows none."""
        if key not in self._headings.own_words:
            return False
        self.own_words.append(self.line(key))
        return True

    def kept_instead(self, key: str) -> bool:
        """Keep a cell that does not fit its column as a remark, where the heading names the column only loosely; False where it is plain."""
        if key in self._headings.plain:
            return False
        self.own_remarks.append(_("{label}: {text}").format(label=self.heading(key), text=cell_text(self[key])))
        return True

    def keep(self, heading: str, text: str) -> None:
        """Keep a text as a remark on one line, under its heading."""
        self.own_remarks.append(_("{label}: {text}").format(label=heading, text=joined_lines(text)))

    def by_words(self, key: str, text: str) -> None:
        """Say that a column was inferred from these words."""
        self.inferred[key] = _("by the words “{words}”").format(words=shown(text, _FIRST_WORDS))

    def labels(self, section: str) -> list[str]:
        """The labels of the row, each in one spelling: its own words under columns of codes, the cells of the columns of labels, and its section."""
        if not (self.own_words or self._headings.labelled or section or "labels" in self):
            return []
        texts = [
            *self.own_words,
            *(_LABELS.split(self.line("labels")) if "labels" in self else ()),
            *(joined_lines(cell_text(self.at(place))) for place in self._headings.labelled),
            section,
        ]
        by_key: dict[str, str] = {}
        for text in map(str.strip, texts):
            if not is_nothing(text):
                by_key.setdefault(name_key(text), text)
        return list(by_key.values())

    def headings_kept(self) -> Iterable[tuple[int, str]]:
        """The places that no column takes, with their headings."""
        return self._headings.kept.items()

    def kept(self, under: re.Pattern[str] | None = None) -> Iterator[tuple[str, str]]:
        """The heading and the text of every cell that no column takes, perhaps only `under` a heading that shows this: no other cell is looked at."""
        for place, heading in self._headings.kept.items():
            if (under is None or under.search(heading)) and not is_nothing(text := cell_text(self.at(place))):
                yield heading, text

    def filled(self) -> Iterator[tuple[str, str]]:
        """The heading and the text of every cell that says something, whatever column takes it."""
        for place, heading in enumerate(self._headings.texts):
            if not is_nothing(text := cell_text(self.at(place))):
                yield heading, text

    def under_no_heading(self) -> Iterator[str]:
        """The text of every cell that stands under no heading."""
        yield from (text for place in self._headings.kept if not self.heading_at(place) and (text := cell_text(self.at(place))))

    def beside(self, under: re.Pattern[str] | None = None) -> Iterator[tuple[str, str]]:
        """The heading and the text of every cell that no column takes, or that is a label; `under` as of `kept`."""
        yield from self.kept(under)
        labelled = self._headings.labelled.items()
        yield from ((said, joined_lines(cell_text(self.at(place)))) for place, said in labelled if under is None or under.search(said))

    def remarks(self) -> str:
        """What no column takes, each cell on a line, with its heading unless that says no more than that it is a remark."""
        if not (self._headings.kept or self.set_aside or self.own_remarks or "remarks" in self):
            return ""
        told = [text for _place, cell in self.all_of("remarks") if not is_nothing(text := cell_text(cell))]
        told += [_("{label}: {text}").format(label=heading, text=text) for heading, text in self.kept()]
        told += [_("{label}: {text}").format(label=self.heading(key), text=self.line(key)) for key in self.set_aside]
        return "\n".join([*told, *self.own_remarks])

    def refused(self, key: str, error: BadInput) -> None:
        """Report a cell that was not understood."""
        self.problem(key, self[key], sentences([error.what, error.why]), error.fix)

    def reported(self, key: str) -> bool:
        """Whether the column already has a problem in this row."""
        heading = self.heading(key)
        return any(problem.column == heading for problem in self.problems)

    def heading(self, key: str) -> str:
        """The heading of the column in the file, else its name in the reader's language."""
        return heading_of(self._headings, key)

    def _is_readable(self, key: str, cell: Cell) -> bool:
        """Report a cell that holds no readable value at all."""
        if isinstance(cell, Unclear):
            self.problem(key, cell, cell.why, cell.fix)
            return False
        if not isinstance(cell, str):
            return True
        try:
            check_text(cell_text(cell))
        except BadInput as refused:
            self.refused(key, refused)
            return False
        return True
