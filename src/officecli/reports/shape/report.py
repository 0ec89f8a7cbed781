"""The one shape every report has; formats draw it and know nothing of offices."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.hints import Any, Literal
from officecli.light import dataclass, field
from officecli.reports.shape.chart import Chart
from officecli.reports.shape.month import Month

Kind = Literal[
    "text", "integer", "count", "number", "amount", "percent", "bar", "date", "moment", "word", "words", "term", "light", "missing", "names", "marks",
    "period", "days", "state"
]  # fmt: skip
WHEN_ASKED_FOR = 4
"""The weight of a column that people see only where they ask for all or for it."""

VERSION = "version"
"""The key under which a row of an item has how often it was changed; no column shows it."""

Choice = Literal["usual", "wide", "named"]
"""Which columns people are shown: as many as fit the page and say something, every one, or those that were named."""

Use = Literal["", "given", "written", "hidden"]


@dataclass(frozen=True)
class Column:
    """One column: `key` is the stable JSON name, `label` the heading in the reader's language.

    The values by kind: text, str · integer, int · count, an int of which 0 says nothing to people · number, int or float · amount, an exact decimal
    as text, shown as it is · percent, a float 0–100 · bar, a percentage
    of any size, drawn as a bar too · date, ISO text
    · period, a month, quarter or year as 2026-11, 2026-Q4, 2026 (told as the language writes it) · moment, UTC
    text (shown in the report's time zone) · word, a code (shown as the word `model.words` has for it under
    the column's key) · words, a tuple of such codes · term, an English message of the source (shown in the reader's language) · light,
    green|yellow|red|blue|grey
    · missing, a code like a word, for what ought to be there and is not (red) · names, a list of {"name", "part", "done"}
    · marks, a list of {"section", "since", "who", "reason"}: the further sections a row belongs to, and what each says of it.
    Two kinds are only put together where a table is drawn: days, (working days left, late), and state, (light, status). Any value may be None: not
    known or not applicable. `weight` is the one place that says how much a narrow table needs it: 1 always, 3 first to go, 4 (WHEN_ASKED_FOR) not
    before it is asked for. `wide` text may wrap; `whole` text, which is to be copied, wraps only where a table would have to be given up for it. In a
    workbook that comes back filled in, `use` says which columns are `given`, only to be read, which are `written` into, perhaps by what they let one
    `choose`, and which is `hidden`. A text that is a `sentence` of the program is told in the reader's language; what it says, programs read as codes
    and values `beside` it, under keys of the row that are no columns. One with something beside it is a sentence. What says nothing in any row is not
    drawn in a table for people; a `sparse` fact of a chapter that says nothing neither. Files for programs carry all.
    """

    key: str
    label: str
    kind: Kind = "text"
    weight: int = 1
    wide: bool = False
    sparse: bool = False
    use: Use = ""
    choose: tuple[str, ...] = ()
    sentence: bool = False
    beside: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class Report:
    """What a report found. `rows` are dicts by column key (`Streamed` where they are
    fetched while they are written); `group_by` names the column that titles the sections, which
    is `headed_by` where that was asked for: it does so though it is not among the columns that were chosen.

    `summary` is plain numbers by key (JSON), `headline` the same as one sentence for people, `notes` further sentences under the table, `empty` what
    to say when there are no rows, `total` the number of rows before a limit. `head` is the trail's `SEQ:HASH` when it was read, `origin` what tells
    the office from any other whatever it is called, `timezone` the office's IANA zone, in which people read moments, `office` its name and `region`
    its country, for what stands in the foot of a paper and how large that is. `also` are further tables of the same report, each under its own title
    and, for programs, its name. `charts` show what its rows compare, where the eye sees it sooner. `group_totals` says, by the value of `group_by`,
    of how many rows a section shows the first; a section not named there is whole. `group_notes` are sentences that a window shows under a section's
    heading, by the same value. `gravest_first` rows may be turned round where only their end stays on the screen. `choice` says which columns are
    shown. `month` is drawn above the rows in a window; each of them stands for its `day` then.
    """

    name: str
    title: str
    as_of: str
    columns: tuple[Column, ...]
    rows: Sequence[dict[str, Any]]
    filters: dict[str, Any] = field(default_factory=dict)
    summary: dict[str, Any] = field(default_factory=dict)
    headline: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""
    total: int = 0
    head: str = ""
    origin: str = ""
    group_by: str | None = None
    headed_by: Column | None = None
    group_totals: dict[str, int] = field(default_factory=dict)
    timezone: str = "UTC"
    office: str = ""
    region: str = ""
    also: tuple[Report, ...] = ()
    group_notes: dict[str, str] = field(default_factory=dict)
    gravest_first: bool = False
    choice: Choice = "usual"
    month: Month | None = None
    charts: tuple[Chart, ...] = ()
