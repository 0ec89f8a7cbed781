"""The hour of a day: left out, for a deadline is a day; where its zone is written, it may be another day in the office."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from officecli.light import dataclass
from officecli.patterns import compiled

_CLOCK = (
    r"\d{1,2}h[0-5]\d\b|\d{1,2} ?o'?clock\b|\d{1,2}\.[0-5]\d ?[ap]\.?m\b\.?|\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\b\.?|[ap]\b"
    r"| ?(?:noon|midday|midnight)\b)?"
    r"|\d{1,2}(?: ?[ap]\.?m\b\.?|[ap]\b)|(?:[01]\d|2[0-4])[0-5]\d ?(?:h|hrs|hours)\b\.?"
)
_MILITARY = r"(?!20[0-4]\d,)(?:[01]\d|2[0-4])[0-5]\d(?=[lj]?,?(?: on)? \d{1,2} ?[a-z])"
_ZONE = (
    r"(?P<zone> ?(?:(?:utc|gmt) ?[+-]\d{1,2}(?::?\d\d)?|z|utc|gmt|[+-]\d\d(?::?\d\d)?)"
    r"| ?\(?(?:e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|bst|cest|ist|local(?: time)?|lt)\)?)?"
)
_HOURS = (
    r"(?:cob|c\.o\.b\.?|eob|eod|cop|eop|sod|(?:12 ?)?(?:noon|midday|midnight)|tonight|(?:the )?(?:close|end|start|open(?:ing)?) of (?:the )?(?:next )?"
    r"(?:business|play|work|office|(?:(?:business|working|work) ?)?day)|(?:in )?(?:the )?(?:early |late |mid-?)?(?:morning|afternoon|evening)|am"
    r"|pm|close|(?:after|before|during|outside(?: of)?) (?:(?:normal|regular|business|office|working|work|school) )?hours|over ?night"
    r"|(?:after|before) (?:close|closing|opening)(?: time)?)"
)
_PART = "(?:[上下]午|[中正]午|凌晨|晚[上间]?|早[上晨]?|傍晚|(?<![中正])午[前后夜])"
_HOUR = r"\d{1,2}(?::\d\d(?::\d\d)?|[点时](?:\d{1,2}分?|半|整|钟)?)"

_EARLY = r"\b(?:noon|midday|midnight|morning|am|sod|start|open(?:ing)?)\b|[上中正]午|凌晨|早|午夜|零点|上班"
"""Words of an hour before the day's work ends: the day alone says less than they do, as it does of a clock's."""

_PATTERNS = (
    r"(?<=\d)t(?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?P<zone>z|[+-]\d\d(?::?\d\d)?)$",
    rf"[ ,;]*\((?:at |by |@ ?)?(?P<time>{_CLOCK}|{_HOURS}){_ZONE}\)$",
    rf"(?:(?<=\d)t|[ ,;]+|^)(?:at |by |@ ?|- )?(?P<time>(?:(?:{_CLOCK}) ?- ?)?(?:{_CLOCK})|{_HOURS}){_ZONE}$",
    r"[,;] ?(?P<time>\d{1,2}-\d{1,2} ?[ap]\.?m\b\.?)(?P<zone>)$",
    r"(?<=\d{8})t(?P<time>[0-2]\d[0-5]\d[0-5]\d)(?P<zone>z?)$",
    r"(?<=\d{4}) (?P<time>(?:[01]\d|2[0-3])[0-5]\d)(?P<zone>z?)[jl]?$",
    r"(?<=[a-z\d]) ?[/@,] ?(?P<time>(?!20[2-4]\d$)(?:[01]\d|2[0-3])[0-5]\d)(?P<zone>z?)(?:[jl]|h(?:rs?|ours)?)?$",  # 14 Jul / 1600
    r"(?:(?<=/\d/\d\d)|(?<=/\d\d/\d\d)) (?P<time>(?:[01]\d|2[0-3])[0-5]\d)(?P<zone>)$",
    r" (?P<time>\d\d:\d\d:\d\d)(?P<zone>(?: (?:utc|gmt|[ecmp][sd]t|cest|bst|ist))?)(?= \d{4}$)",  # as Java writes a day
    r"(?:(?<=[a-z] \d\d)|(?<=[a-z]\d\d)) (?P<time>(?:[01]\d|2[0-3])[0-5]\d)(?P<zone>z?)[jl]?$",
    r"(?<=\d [a-z]{3}) (?P<time>(?:0\d|1[0-8]|2[1-3])[0-5]\d)(?P<zone>z?)$",  # 1 Aug 0900: no year of anybody's
    rf"^(?:at |by )?(?P<time>{_CLOCK}|{_MILITARY}|{_HOURS}){_ZONE}[lj]?[ ,]+(?:on |of )?",
    rf"[ ,;]+(?P<time>{_CLOCK}) ?{_PART}(?P<zone>)$",  # as spreadsheets and trackers set to Chinese write it: 9:00 上午
    rf"(?<!最)(?:北京时间)?(?P<time>(?:{_PART}|(?<![\d:])){_HOUR}(?:[-~至到]{_PART}?{_HOUR})?|{_PART}?[上下]班|{_PART}|零点)(?P<zone>)$",
)


@dataclass(frozen=True)
class At:
    """An hour that was left out: the text without it, the hour and minute, its zone
    (None: the office's), whether it begins or ends a day, and how it was written: always, and where the day alone says more than was meant.
    """

    rest: str
    hour: int
    minute: int
    zone: timedelta | None
    turns: bool
    time: str
    written: str

    def day(self, day: date, timezone_name: str) -> date:
        """The office's day at that hour of `day`; midnight of UTC is how programs write a day without an hour."""
        if self.zone is None or (self.hour, self.minute, self.zone) == (0, 0, timedelta()) or not date(1900, 1, 1) < day < date(9000, 1, 1):
            return day
        moment = datetime(day.year, day.month, day.day, tzinfo=timezone(self.zone)) + timedelta(hours=self.hour, minutes=self.minute)
        return moment.astimezone(ZoneInfo(timezone_name)).date()


def without_time(text: str) -> At | None:
    """The text without the hour at its beginning or end; None where it names none, or one that no clock shows."""
    for pattern in _PATTERNS:
        match = compiled(pattern).search(text)
        if match:
            rest = (text[: match.start()] + text[match.end() :]).strip(" ,")
            return _at(rest, match["time"], (match["zone"] or "").strip())
    return None


def _at(rest: str, time: str, zone: str) -> At | None:
    if not rest and compiled(r"\d{1,2}[ap]").fullmatch(time):
        return None  # 5a alone may number anything
    figures = re.match(r"\D*(\d{1,2})(?:[:.点时h]?(\d\d))?", time)
    hour, minute = (int(figures[1]), int(figures[2] or 0)) if figures else (12, 0)
    if re.search(r"\d ?[ap](?:\.?m|$)", time):
        hour = hour % 12 + 12 * ("p" in time)
    turns = bool(re.search("midnight|午夜|零点|凌晨|上班|start|open|sod", time)) or (hour in (0, 24) and ":00" not in time)
    return (
        At(rest, hour, minute, offset(zone), turns, time, time if figures or re.search(_EARLY, time) else "") if hour <= 24 and minute < 60 else None
    )


def offset(zone: str) -> timedelta | None:
    """The zone `z`, `utc`, `gmt`, `gmt-4`, `+08:00` or `-0500` as its distance from UTC; None for any other."""
    if zone in ("z", "utc", "gmt"):
        return timedelta()
    match = re.fullmatch(r"([+-])(0?\d|1[0-4])(?::?([0-5]\d))?", re.sub("^(?:utc|gmt) ?", "", zone))
    return (-1 if match[1] == "-" else 1) * timedelta(hours=int(match[2]), minutes=int(match[3] or 0)) if match else None
