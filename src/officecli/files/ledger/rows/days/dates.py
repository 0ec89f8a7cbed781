"""Days in cells: real dates, serial numbers, and text in a person's words, each column in one order of day and month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.of_a_time import stretch
from officecli.files.ledger.columns.contents import SERIAL, SERIALS, serial_day
from officecli.files.ledger.rows.days.times_over import TimeOver, time_of, time_of_plan
from officecli.files.ledger.sheets.around import day_in
from officecli.files.ledger.sheets.cells import Cell, cell_text, check_text
from officecli.patterns import pattern
from officecli.typed.dates import Almanac, NoDay, Reading, read_in_ledger
from officecli.typed.dates.around import is_remark
from officecli.typed.dates.chinese.words import HANDED_OUT
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEKDAY_NAME
from officecli.typed.dates.orders import ORDERS, Orders, evidence, given_order
from officecli.typed.dates.view import Looks, View
from officecli.typed.text import is_nothing

DEADLINES = ("original_due", "due")
ELSEWHERE = "elsewhere"
"""In the place of a column: whatever else a row tells, in the order in which its columns write their days."""
_IN_FIGURES = pattern(rf"(?:(?:{WEEKDAY_NAME})\b\.?,? )?(?P<day>\d{{1,2}}([/.-])\d{{1,2}}\2(?:20)?\d\d)(?![\d/])", re.IGNORECASE)
_NEAR = timedelta(days=120)
"""From a time to a day that is meant of it, be it before or behind it: January, of FALL 2026."""
_SERIAL_ZERO = date(1899, 12, 30)  # Excel counts 1900 as a leap year, so from 1900-03-01 on day 1 is 1899-12-31
_SINCE_1970 = pattern(r"(1\d{9})(?:\d{3})?(?:\.\d+)?", re.ASCII)  # seconds or milliseconds, from 2001 to 2033
_STAMP = pattern(r"(20\d\d)(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?", re.ASCII)
_FISCAL = pattern(r"\bFY ?'?\d{2,4}\b|fiscal year|财年|学年|academic year|school year|semester|学期", re.IGNORECASE)
_PLANNED_YEAR = pattern(r"^(?!.*\bbudget).*\b(?:FY|fiscal year) ?'?(\d{2}|20\d\d)\b(?! ?[-–/] ?\d)", re.IGNORECASE)
"""The fiscal year of which a plan is; a budget is made in the year before."""

_WHOLE = pattern(
    rf"\d{{4}}(?:([-./])\d{{1,2}}\1\d{{1,2}}|年\d{{1,2}}月\d{{1,2}}日)(?:[之以]?前)?|\d{{1,2}}([-./])\d{{1,2}}\2\d{{4}}"
    rf"|(?:{MONTH_NAME}) \d{{1,2}}, 20\d\d|\d{{1,2}} (?:{MONTH_NAME}) 20\d\d",
    re.IGNORECASE,
)
"""A day with its year, whatever day it is counted from."""

_PLAIN = (
    pattern(r"(?P<year>\d{4})(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"),
    pattern(r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    pattern(rf"(?P<month>{MONTH_NAME}) (?P<day>\d{{1,2}}), (?P<year>20\d\d)", re.IGNORECASE),
    pattern(rf"(?P<day>\d{{1,2}}) (?P<month>{MONTH_NAME}) (?P<year>20\d\d)", re.IGNORECASE),
)
"""Days that need no grammar: each is the same whatever the order of day and month."""


_OF_THE_REPUBLIC = pattern(r"^(?:(?:中[华華])?民[国國]\s*(\d{2,3})(?=\s*[年./-])|(1[0-3]\d)(?=年\d|[./-]\d{1,2}[./-]\d{1,2}$))")
"""A year counted from 1912, as Taiwan writes it: 民國115年7月15日, 115.07.15."""

_CAME_IN = pattern(rf"(?P<day>.*\d[日号]?) ?(?P<how>已?(?:{HANDED_OUT}|签发|签批|收件|收悉|来文|来函|转来|转交|移[交送]|督办|批转|批复|接单|派件))")
"""Behind the day of issue, how the matter came: 6月30日收文."""

_INTERVAL = pattern(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)|([A-Z][a-z]{2,8} \d{1,2}, \d{4}) → ([A-Z][a-z]{2,8} \d{1,2}, \d{4})")
"""From a day to a day as programs write it, Notion with an arrow."""


class DateCells:
    """Reads cells of days, remembering what the same words meant: a ledger repeats its days.

    `year` is what the ledger's title says, `around` its other words; `orders` how each column writes day and month (`column_orders`), by key;
    `section` the time of which the rows are by the title over them.
    """

    def __init__(
        self,
        almanac: Almanac,
        today: date,
        *,
        year: int | None = None,
        around: Iterable[str] = (),
        orders: Mapping[str, Orders] | None = None,
        section: TimeOver | None = None,
    ) -> None:
        self._almanac = almanac
        self.today = today
        self._year = year
        around = tuple(around)
        self._again = partial(DateCells, almanac, today, year=year, around=around, orders=orders)
        self._fiscal = any(_FISCAL.search(text) for text in around)
        planned = next((found for text in around if (found := _PLANNED_YEAR.search(text))), None)
        self._fiscal_year = int(planned[1]) % 100 + 2000 if planned else None
        self._section, self._plan = section, time_of_plan(around, almanac.region, today)
        self._under: dict[TimeOver, DateCells] = {}
        self._almanacs = {key: replace(almanac, orders=order) for key, order in (orders or {}).items()}
        self._plain: dict[Cell, Reading] = {}  # of cells that are the same day under every heading, from whatever day it is counted
        self._last_days: dict[str, date | None] = {}
        self._known: dict[tuple[str, str, date | None, Looks], Reading | BadInput] = {}

    def under(self, title: str) -> DateCells:
        """As days are read below the title of a section, which may say of which time they are; of one that is over before this year that is no deadline's."""
        over = time_of(title) if title else None
        if over is None or over.last.year < self.today.year:
            return self
        if over not in self._under:
            self._under[over] = self._again(section=over)
        return self._under[over]

    def due(self, key: str, cell: Cell, issued: date | None) -> Reading | None:
        """The deadline in a cell, relative words counted from the issue day; None when blank, NoDay when there is none in it."""
        return self._read(key, cell, issued, "ahead")

    def happened(self, key: str, cell: Cell, issued: date | None) -> Reading | None:
        """The day in a cell that speaks of what has happened; without a year the last one, but not before the issue day."""
        return self._read(key, cell, issued, "past")

    def day_in(self, key: str, cell: Cell, base: date | None = None) -> Reading | None:
        """The day in a cell that need hold none, read as the column of this key is; None also where it cannot be read."""
        try:
            return self._read(key, cell, base, "ahead" if key in DEADLINES else "past")
        except BadInput:
            return None

    def told_in(self, text: str) -> date | None:
        """The first whole day of a line around the table: in words or with its year first, else in figures at its beginning, read as the office writes them."""
        figures = _IN_FIGURES.match(text)
        found = day_in(text)
        if found is None and figures and (reading := self.day_in(DEADLINES[1], figures["day"])):
            found = reading.day
        return found

    def impossible_in(self, key: str, text: str, base: date | None = None) -> NoDay | None:
        """Why the calendar has no such day, of a text that has the form of one: 31 June; None for any other."""
        try:
            self._read(key, text, base, "past")
        except NoDay as refused:
            return refused if refused.kind == "impossible" else None
        except BadInput:
            return None
        return None

    def last_day_of(self, heading: str) -> date | None:
        """The last day of the time that a heading names (一季度完成情况), in the ledger's year where it says none; None where it names no time."""
        if heading not in self._last_days:  # every row asks of the same few
            found = stretch(heading, self._year, self.today)
            self._last_days[heading] = found[1] if found else None
        return self._last_days[heading]

    def _read(self, key: str, cell: Cell, base: date | None, looks: Looks) -> Reading | None:
        if plainly := self._plain.get(cell):
            return plainly
        if isinstance(cell, date):
            return self._plain.setdefault(cell, Reading(self._almanac.days.day(cell.date() if isinstance(cell, datetime) else cell)))
        if isinstance(cell, float) and SERIALS.start <= cell < SERIALS.stop:
            cell = serial_day(cell)  # the fraction is the time of day
        text, serial, is_whole = _looked_at(check_text(cell_text(cell)))
        if not text:
            return None
        if serial:
            return Reading(_SERIAL_ZERO + timedelta(days=serial))
        asked = (key, text, None if is_whole and (base is None or base in self._almanac.days) else base, looks)
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._understood(key, text, base, looks)
        if isinstance(known, NoDay):
            raise NoDay(known.kind, known.what, why=known.why, fix=known.fix, every=known.every)
        if isinstance(known, BadInput):
            raise BadInput(known.what, why=known.why, fix=known.fix)
        return known

    def _understood(self, key: str, text: str, base: date | None, looks: Looks) -> Reading | BadInput:
        written = text
        almanac = self._almanacs.get(key, self._almanacs.get(ELSEWHERE, self._almanac))
        if since := _SINCE_1970.fullmatch(text):
            text = f"{datetime.fromtimestamp(int(since[1]), UTC):%Y-%m-%dT%H:%M:%S}Z"
        elif stamp := _STAMP.fullmatch(text):
            text = "{}-{}-{} {}:{}".format(*stamp.groups())
        elif between := _INTERVAL.fullmatch(text):
            text = "~".join(filter(None, between.groups()))
        else:
            text = _OF_THE_REPUBLIC.sub(lambda found: str(int(found[1] or found[2]) + 1911), text)
            if key == "issued" and (came_in := _CAME_IN.fullmatch(text)) and is_remark(came_in["how"]):
                text = came_in["day"]
        try:
            if day := _plainly(text):
                return self._plain.setdefault(written, Reading(almanac.days.day(day)))
            over = self._section or (self._plan if base is None else None)
            if over and looks == "ahead":
                return self._within(over, text, partial(View, almanac, self.today, base, looks))
            return read_in_ledger(text, View(almanac, self.today, base, looks, self._year, self._fiscal, self._fiscal_year))
        except BadInput as refused:
            return refused

    def _within(self, over: TimeOver, text: str, view: Callable[[int, bool], View]) -> Reading:
        """The deadline in a text, which without a year is in that in which it is nearest to the time that stands over it, and on its weekday."""
        found: list[Reading] = []
        refused: list[BadInput] = []
        for year in (*range(over.first.year, over.last.year + 2), over.first.year - 1):
            try:
                found.append(read_in_ledger(text, view(year, self._fiscal)))
            except BadInput as error:
                refused.append(error)
        away = min((over.away(one.day) for one in found), default=None)
        if refused and (away is None or away > _NEAR):
            raise refused[0]
        return next(one for one in found if over.away(one.day) == away)


@lru_cache(maxsize=4096)
def _looked_at(text: str) -> tuple[str, int, bool]:
    """A text without the mark that keeps a spreadsheet from reading it, "" where it says nothing; the serial number it is, or 0;
    whether it is a whole day.
    """
    text = text.lstrip("'")
    serial = SERIAL.fullmatch(text)
    return (
        "" if is_nothing(text) else text,
        serial_day(float(text)) if serial and int(serial[1]) in SERIALS else 0,
        is_whole_day(text),
    )


def is_whole_day(text: str) -> bool:
    """Whether a text is a day with its year and nothing else."""
    return _WHOLE.fullmatch(text) is not None


def column_orders(columns: Mapping[str, Iterable[str]], usual: Orders, asked: str = "", said: Mapping[str, str] = {}) -> dict[str, Orders]:
    """How each column writes days in numbers, by key: as `asked` for, else as its
    heading `said` and its own texts show, else as the others do, else as is usual.

    A column that contradicts itself is read where only one reading is a day, and asked about elsewhere.
    """
    if asked:
        return dict.fromkeys((*columns, ELSEWHERE), given_order(asked))
    every = frozenset(ORDERS)
    shown = {key: evidence(list(texts)) & ({said[key]} if said.get(key) else every) for key, texts in columns.items()}
    others = (every.intersection(*shown.values()) if all(shown.values()) else every) or every  # where two columns differ, neither tells of a third
    usually = replace(usual, usual=next(one for one in (usual.usual, *ORDERS) if one in others)) if others < every else usual
    found = {key: Orders(usual="", torn=True) if not own else replace(usually, possible=own, asked=bool(said.get(key))) for key, own in shown.items()}
    return {**found, ELSEWHERE: usually}


def _plainly(text: str) -> date | None:
    """The day that a text is which needs no grammar; None for any other."""
    for one in _PLAIN:
        if found := one.fullmatch(text):
            month = found["month"]
            try:
                return date(int(found["year"]), MONTHS.index(month[:3].casefold()) + 1 if month.isalpha() else int(month), int(found["day"]))
            except ValueError:
                return None
    return None
