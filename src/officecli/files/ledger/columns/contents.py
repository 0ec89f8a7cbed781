"""What the cells of a column look like, whatever is written above them: days, people, states, percentages, ticks, or text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from officecli.files.ledger.columns.by_heading.meant import DAYS, PEOPLE
from officecli.files.ledger.columns.whole_days import is_past, is_whole
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.words.english.orders import is_order
from officecli.files.ledger.words.english.under_way import names_a_deed
from officecli.files.ledger.words.marks import is_tick
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_BEGINS, MONTH_NAME, WEEKDAY_NAME
from officecli.typed.text import is_nothing

SAMPLE = 200
"""Cells of a column that are looked at."""

ENOUGH = 2
"""Filled cells of which something is concluded against a heading, or without one."""

MOSTLY = 0.6
SELDOM = 0.2
"""Shares of the cells that fit: a column is of a kind where most do, and is not where hardly any does."""

WORDY = 3
"""Words of a cell on average that tell of a matter, and name nothing."""

NEARLY_ALL = 0.9
"""The share of rows that stands for all of them."""

SERIALS = range(36_526, 57_344)  # 2000 to 2056, as the calendar runs: what is less or more is a sum
SERIAL = pattern(r"(\d{5})(?:\.\d{1,12})?", re.ASCII)
"""A serial number as text, as a table saved without its formats keeps it; the fraction is the time of day."""


def serial_day(number: float) -> int:
    """The day that a serial number counts; what lacks less than half a millisecond of the next is rounding and means that one."""
    return int(number + 0.0005 / 86_400)


_DAY = pattern(
    r"(?<!\d)\d{1,4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,4})?(?!\d)|\d{1,2}\s*(?:月|日)|月[底末初]|年[底末]|.季度|季度[底末初]|[上下]半年"
    r"|[上中下]旬|.工作日|\bQ[1-4]\b|^(?:by |before |end (?:of )?)?(?:0?[1-9]|1[0-2])[-/.]20\d\d$"
    rf"|^(?:(?:by|on|cob|eod|cop|next|this|mid|early|late|end|of|before)[ -]+)*(?:{WEEKDAY_NAME}|{MONTH_NAME})\.?$"
    rf"|\b(?:{MONTH_BEGINS})[a-z]*\.? ?\d|\d[ /.-]?(?:{MONTH_BEGINS})|\bdays?\b"
    rf"|^\d{{1,3}}(?:天|个?(?:月|周|小时))(?:之?内)?$|^\d{{1,3}} (?:hrs?|hours?|wks?|weeks?|months?)$"
    rf"|^\d{{6}} ?[a-z] ?(?:{MONTH_BEGINS})|^20\d{{6}}(?:T\d{{4,6}}Z?)?$",
    re.IGNORECASE,
)
_IN_A_YEAR = pattern(r"\d{1,2}[-/.]20\d\d")
LONGEST_STATE = 30
"""Characters on average of cells that say a state; what is longer tells of something."""

_LONGEST_DAY = 26
_LONGEST_NAME = 60
_MATTER = 4  # characters on average of what says what is to be done
_PERCENT = pattern(r"\d{1,3}(?:\.\d+)?\s*[%％]")
_CODE = pattern(
    rf"(?=\S*\d)[A-Za-z]{{1,8}}[-./_#]?[A-Za-z]?\d[\w./-]{{0,12}}|(?!(?i:{MONTH_BEGINS})\b)(?:[A-Z]\.?){{1,4}} \d{{1,6}}"
    rf"|\d{{1,3}}[.-]?[A-Z]\d{{0,2}}|(?:20)?\d\d-\d{{3,5}}|\d{{2,4}}-\d{{1,3}}\.\d{{1,3}}"
)
"""A number by which a paper or a matter is known: TMT-441, R2, HB 114, CAR-26-07, 26-014."""
_YEARS = pattern(r"(?:19|20)\d\d(?: ?[-–—/] ?(?:19|20)?\d\d)?年?")
_DECIMAL = pattern(r"\d{1,2}\.\d{1,2}")
_NUMBER = pattern(r"[$€£¥￥]?\d+(?:[.,]\d+)*")


def _nobody(_text: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the office when cells are looked at: whether a text names `anybody`
    of it, or a `person`, or a `section`, which days are past `today`, and of which states `words` are.
    """

    anybody: Callable[[str], bool] = _nobody
    person: Callable[[str], bool] = _nobody
    today: date | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    section: Callable[[str], bool] = _nobody


@dataclass(frozen=True, slots=True)
class Contents:
    """The shares (0 to 1) of a column's filled cells that are of a kind, their mean length, and their
    different texts; `filled` counts them, `past` are whole days up to today, `said` states in words.

    `at` are the rows that have one, counted from the first that is looked at, `ended` those whose cell says that the matter is closed, and `halted`
    that it rests or was given up, `passed` those with a whole day up to today; `ahead` are whole days still to come.
    """

    filled: int = 0
    days: float = 0
    past: float = 0
    ahead: float = 0
    states: float = 0
    said: float = 0
    ticks: float = 0
    percents: float = 0
    numbers: float = 0
    codes: float = 0
    length: float = 0
    texts: tuple[str, ...] = ()
    at: frozenset[int] = frozenset()
    ended: frozenset[int] = frozenset()
    halted: frozenset[int] = frozenset()
    passed: frozenset[int] = frozenset()
    names: Callable[[], float] = lambda: 0.0
    named: Callable[[], float] = lambda: 0.0
    own: Callable[[], float] = lambda: 0.0

    @property
    def people(self) -> float:
        return self.names()

    @property
    def persons(self) -> float:
        """The share of people, without sections and posts."""
        return self.named()

    @property
    def sections(self) -> float:
        """The share of sections of the office."""
        return self.own()

    @property
    def bodies(self) -> bool:
        """Whether outside bodies on record stand there, and nobody of the office."""
        return self.people >= NEARLY_ALL and not self.persons and not self.sections

    def fit(self, key: str) -> float:
        """How well the cells fit a column: the share of them that could stand in it, 1 where anything could."""
        if key in DAYS:
            return max(self.days, self.ticks + self.states) if key in ("closed", "cancelled") and self.days else self.days
        if key in PEOPLE:
            return self.people if self.people >= SELDOM else 1 - self.days - self.percents - self.ticks - self.numbers
        if key == "status":
            return max(self.states, 1 - self.days if self.length <= 24 else 0)
        if key in ("evidence", "result") and self.past + self.ahead >= NEARLY_ALL and self.ahead:
            return 0  # Evidence expected, Result expected: by when
        if key in ("source", "goal", "targets"):
            return 1 - self.days - self.ticks if self.days < MOSTLY else 0  # under Meeting, 要求 or Target there may be days
        if key == "title":
            return 1 - max(self.days + self.percents + self.ticks + self.numbers, self.years)
        return 1

    @property
    def years(self) -> float:
        """The share of the different cells that are a year, or from one to another: 1974, 2017–2018."""
        return sum(_YEARS.fullmatch(text) is not None for text in self.texts) / len(self.texts) if self.texts else 0

    @property
    def tells_apart(self) -> bool:
        """Whether the cells are words that say something else in nearly every row, as matters do."""
        return len(self.texts) >= 0.8 * self.filled and self.tells

    @property
    def tells(self) -> bool:
        """Whether the cells are words, as matters are, be it the same in several rows."""
        return self.filled >= ENOUGH and self.fit("title") >= MOSTLY and self.length >= _MATTER and self.people < MOSTLY

    @property
    def counted_in_year(self) -> bool:
        """Whether all may be numbers of papers in their year, Circular 3/2026: a month only under a heading of days."""
        return bool(self.texts) and all(map(_IN_A_YEAR.fullmatch, self.texts))

    @property
    def decimals(self) -> bool:
        """Whether all are numbers with a point, 1.1 and 5.2: a day of a month only under a heading of days."""
        return bool(self.texts) and all(map(_DECIMAL.fullmatch, self.texts))

    @property
    def words(self) -> float:
        """How many words a cell has on average."""
        return sum(len(text.split()) for text in self.texts) / len(self.texts) if self.texts else 0

    @property
    def ordered(self) -> bool:
        """Whether the cells say in English what is to be done: Replace the lock."""
        return self.orders >= MOSTLY

    @property
    def orders(self) -> float:
        """The share of the different cells that say in English what somebody is to do."""
        return sum(map(is_order, self.texts)) / len(self.texts) if self.texts else 0

    @property
    def kind(self) -> str:
        """The column that cells of this kind speak of, whatever its heading: status, lead, due, percent; "" where they do not."""
        if not self.filled:
            return ""
        if self.days >= MOSTLY:
            return "due"
        if self.percents >= MOSTLY:
            return "percent"
        if self.people >= MOSTLY:
            return "lead"
        return "status" if self.states >= MOSTLY and 2 * self.said >= 1 and self.length <= LONGEST_STATE else ""


def look(cells: Sequence[Cell], known: Known) -> Contents:
    """What the cells look like."""
    there = {place: (cell, text) for place, cell in enumerate(cells[:SAMPLE]) if not is_nothing(text := cell_text(cell))}
    filled = [*there.values()]
    count = len(filled)
    if not count:
        return Contents()

    def share(fits: Callable[[Cell, str], bool]) -> float:
        return sum(1 for cell, text in filled if fits(cell, text)) / count

    def share_of_names(fits: Callable[[str], bool]) -> float:
        texts = Counter(text for cell, text in filled if isinstance(cell, str) and len(text) <= _LONGEST_NAME)  # each is asked once: it takes long
        return sum(times for text, times in texts.items() if fits(text)) / count

    def stating(*codes: str) -> frozenset[int]:
        told = ((place, known.words.get(text.casefold()) or ((said := read_state(text)) and said.code)) for place, (_cell, text) in there.items())
        return frozenset(place for place, code in told if code in codes)

    passed = frozenset(
        at for at, (cell, text) in there.items() if known.today is not None and _is_day(cell, text) and is_past(cell, text, known.today)
    )
    return Contents(
        count,
        days=share(_is_day),
        past=len(passed) / count,
        ahead=share(
            lambda cell, text: known.today is not None and _is_day(cell, text) and is_whole(cell, text) and not is_past(cell, text, known.today)
        ),
        states=share(lambda _cell, text: text.casefold() in known.words or read_state(text) is not None),
        said=share(
            lambda _cell, text: text.casefold() in known.words or (read_state(text) is not None and not is_tick(text) and not names_a_deed(text))
        ),
        ticks=share(lambda cell, text: isinstance(cell, bool) or is_tick(text)),
        percents=share(lambda _cell, text: _PERCENT.fullmatch(text) is not None),
        numbers=share(
            lambda cell, text: (
                (isinstance(cell, (int, float)) and not isinstance(cell, bool) and not _is_day(cell, text)) or _NUMBER.fullmatch(text) is not None
            )
        ),
        codes=share(lambda _cell, text: _CODE.fullmatch(text) is not None),
        length=sum(len(text) for _cell, text in filled) / count,
        texts=tuple(dict.fromkeys(text for _cell, text in filled)),
        at=frozenset(there),
        ended=stating("closed"),
        passed=passed,
        halted=stating("suspended", "cancelled"),
        names=cache(lambda: share_of_names(known.anybody)),
        named=cache(lambda: share_of_names(known.person)),
        own=cache(lambda: share_of_names(known.section)),
    )


_NO_DAY = pattern(
    rf"(?!{MONTH_BEGINS})[a-z]{{1,4}}\d\d-\d{{1,5}}$|"
    r"20\d\d[-–/](?:1[3-9]|[2-9]\d)(?![-/.\d])|\d{1,4}[-/]\d{1,3}\.\d{1,3}$|第[\d一二三四五六七八九十百]+(?:次|届|期|号|轮|批|场)"
    r"|\d\.\d{1,2}\.\d(?: ?\(?[a-z]\)?)?$|\s*(?:§|#|\b(?:sec|art|ch|para|cl|no|v|ver|rev|item|rule|part)\b\.?|v(?:er(?:sion)?\.?)?)\s*\d"
    r"|[^-—_－]*[\u3400-\u9fff]{4}[^-—_－]*(?:[-—_－] ?[\u3400-\u9fff·]{2,5} ?[-—_－]|[(（][\u3400-\u9fff·]{2,5}) ?20\d\d[-./年]"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})+(?:\.?[a-z](?![a-z]))?[.)]?\s+(?!(?:[ap]m|mon|tue|wed|thu|fri|sat|sun|{MONTH_BEGINS}|done|ext|est|cob|eod|noon|by"
    rf"|latest)\w*)[a-z]{{3,}}",
    re.IGNORECASE,
)
"""A number of a law, a paper or a list, or a school year, which looks like a day: R26-03, 2026-27 Snow plan, 25-3.1, §
14.02, 第45次(6月11日), 1.1 Label furniture, 1.1.a Sort tags; a matter with who began it and when, as OA systems call it.
"""


def _is_day(cell: Cell, text: str) -> bool:
    if isinstance(cell, date) or (isinstance(cell, (int, float)) and not isinstance(cell, bool) and int(cell) in SERIALS):
        return True
    if (serial := SERIAL.fullmatch(text)) is not None:
        return int(serial[1]) in SERIALS
    return len(text) <= _LONGEST_DAY and _DAY.search(text) is not None and not _NO_DAY.match(text)
