"""A value as a reader sees it: words for codes, ISO dates, percent with one decimal (and a bar of blocks behind it), – for what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from officecli import i18n, personal
from officecli.formats.out.safe import safe
from officecli.formats.out.signs import sign
from officecli.hints import Any
from officecli.model.time.periods import period_said
from officecli.model.time.wall_clock import local
from officecli.model.words import word
from officecli.reports.shape.report import Column

NOTHING = "–"
NUMERIC = frozenset({"integer", "count", "number", "amount", "percent", "days"})
FIGURES = NUMERIC | {"bar", "date", "moment", "period"}
"""Kinds made of digits, in which nobody can have written anything else."""
_AS_KEPT = (FIGURES - {"moment", "days"}) | {"text"}
_LISTS = frozenset({"names", "marks", "words"})
LIT = frozenset({"green", "yellow", "red", "blue"})
BLOCK = "█"  # ten percent of a bar
LONGEST_BAR = 15
MINUS = "−"  # as wide as a plus
_DONE = "✓"
SIGNS = {"red": "▲", "yellow": "◐", "green": "●", "grey": "○", "blue": "✓"}
"""A light without its word, told by its shape; what each stands for is said under the table."""
_EXACT = 15  # digits of a number that a spreadsheet keeps
Counted = str | int | float | date | datetime | None
"""A value as a spreadsheet counts with it."""


def cell(column: Column, value: Any, timezone: str, *, on_paper: bool = False) -> str:
    """`value` as one safe line for people, moments in their IANA `timezone`; days `on_paper` are written as the language writes them."""
    if not says_something(column, value):
        return NOTHING
    said = safe(_said(column, value, timezone, drawn=True))
    if not on_paper or column.kind not in ("date", "moment"):
        return said
    from officecli.formats.paper.days import written  # a window does without it

    return written(said)


def plain(column: Column, value: Any, timezone: str) -> str:
    """`value` as text for a spreadsheet to count with: figures whole, nothing drawn; "" for None. It may hold anything that people wrote."""
    return "" if value is None else _said(column, value, timezone, drawn=False)


def plain_each(column: Column, values: Sequence[Any], timezone: str) -> Sequence[Any]:
    """What is to be written of many values of a column, which is `plain` text once
    it is made a text: what is kept as it is told stays as it is, and None is None.
    """
    if column.kind in _AS_KEPT:
        return values
    if column.kind in _LISTS:
        return [plain(column, value, timezone) if value else "" for value in values]
    said = {value: plain(column, value, timezone) for value in set(values)}
    return [said[value] for value in values]


def counted(column: Column, value: Any, timezone: str) -> Counted:
    """`value` as a spreadsheet counts with it: a day as a day, 62.5 percent as
    0.625, an amount as the number it is; all else as `plain` text, None for "" too.
    """
    if value is None or value == "":
        return None
    match column.kind:
        case "integer" | "count" | "number":
            return value  # type: ignore[no-any-return]
        case "percent" | "bar":
            return float(value) / 100
        case "amount":
            from decimal import Decimal  # few tables have amounts

            return float(value) if len(Decimal(value).as_tuple().digits) <= _EXACT else str(value)
        case "date" | "moment":
            return _day(plain(column, value, timezone))
        case _:
            return plain(column, value, timezone) or None


@lru_cache(4096)  # a table has many of few days
def _day(text: str) -> Counted:
    """A day or a moment written in ISO; text where it is neither."""
    try:
        found = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text
    return found.date() if len(text) == len("2026-11-23") else found


def _said(column: Column, value: Any, timezone: str, *, drawn: bool) -> str:  # noqa: C901, PLR0912 - a line for each kind
    """`value`, which is not None, by its column's kind, `drawn` for people to look at or as it stands."""
    if drawn and column.key == "labels":  # kept joined, as a sheet that comes back has them
        return i18n.listed(str(value).split("; "))
    if drawn and column.key == "targets":
        return i18n.clauses(str(value).split("; "))
    match column.kind:
        case "amount" | "integer" | "count" if drawn:
            return signed(str(value))
        case "text" | "amount" | "integer" | "count":
            return str(value)
        case "date":
            return str(value)[:10] if drawn else str(value)
        case "period":
            return period_said(str(value)) if drawn else str(value)
        case "moment":
            return local(value, timezone) if "T" in value else str(value)
        case "word" | "missing":
            return word(column.key, value)
        case "words":
            return listed(word(column.key, code) for code in value)
        case "term":
            return i18n._(str(value))
        case "light":
            return lit(value) if drawn else word("light", value)
        case "days":
            return days(*value)
        case "state":
            return _state(*value)
        case "names":
            return people(value) if drawn else people(value, done=_DONE)  # which an import reads again
        case "marks":
            return i18n.listed(word(column.key, one["section"]) for one in value) if drawn else marks(column.key, value)
        case "percent":
            return f"{value:.1f}%" if drawn else str(value)
        case "bar":
            if not drawn:
                return str(value)
            return f"{value:5.1f}% {sign(BLOCK) * min(LONGEST_BAR, round(value / 10))}{'+' if value > 10 * LONGEST_BAR else ''}".rstrip()
        case "number":
            return signed(f"{value:.2f}".rstrip("0").rstrip(".")) if drawn else str(value)


def says_something(column: Column, value: Any) -> bool:
    """Whether people are told anything by `value`; a count of 0 does not."""
    if column.kind in ("days", "state"):
        return value is not None and value != (None, None)
    return bool(value) if column.kind == "count" else value is not None and value not in ("", [], ())


def lit(value: str) -> str:
    """A light with its sign and its word, so that colour is never the only one; plain text has the word alone."""
    said = word("light", value)
    return said if personal.is_plain() else f"{SIGNS[value]} {said}"


def _state(light: str | None, status: str | None) -> str:
    """The light's sign, or in plain text its word, and the status."""
    said = word("status", status) if status else ""
    if personal.is_plain():
        return i18n.phrases(filter(None, (said, word("light", light) if light else "")))
    return " ".join(filter(None, (SIGNS.get(light or "", ""), said)))


def signed(figure: str) -> str:
    """A figure with the sign that people read where it is less than nothing; programs are given an ASCII one."""
    return f"{sign(MINUS)}{figure[1:]}" if figure.startswith("-") else figure


def days(left: int | None, late: int | None) -> str:
    """Working days with their sign: `−3` late, `−0` late with no working day between,
    `+4` left; of what was late by a deadline that was moved since, both: `+4 (−3)`.
    """
    behind = f"{sign(MINUS)}{late}" if late or (left is None and late == 0) else ""
    ahead = "" if left is None else f"+{left}" if left else "0"
    return f"{ahead}{i18n.in_brackets(behind)}" if ahead and behind else ahead or behind


def people(names: Iterable[Mapping[str, Any]], *, done: str = "") -> str:
    """Names with their parts as the language joins them: `Ana (agenda) ✓; Bo` · `张三（起草）✓、李四`. `done` marks a part done, by default as it is drawn."""
    chinese = i18n.language() == "zh"
    opened, closed, joint = ("（", "）", "、") if chinese else (" (", ")", "; ")
    done = done or sign(_DONE)
    done = done if chinese or not done else f" {done}"
    return joint.join(
        str(name["name"]) + (f"{opened}{name['part']}{closed}" if name.get("part") else "") + (done if name.get("done") else "") for name in names
    )


def marks(key: str, told: Iterable[Mapping[str, Any]]) -> str:
    """Marks with all that they say: `prodded 2026-11-16 Ana: what of it?; unsigned 2026-11-09`."""
    return i18n.clauses(
        i18n.headed(said, one["reason"]) if one["reason"] else said
        for one in told
        for said in (" ".join(filter(None, (word(key, one["section"]), one["since"], one["who"]))),)
    )


listed = i18n.listed
