"""Spans of time in English: within 10 working days of receipt, in two weeks, 48 hours, +2w."""

from __future__ import annotations

import re
from datetime import date

from officecli.typed.dates.digits import digits
from officecli.typed.dates.english.holidays import by_english_holiday
from officecli.typed.dates.english.words import NUMBERS, TERMS, english
from officecli.typed.dates.landmarks import (
    Term,
)
from officecli.typed.dates.refusals import ambiguous, no_day
from officecli.typed.dates.view import View

UNIT = (
    r"(?P<unit>(?:working|business|bus\.?|biz|work|clear)[- ]?days?|workdays?|wds?|bds?|cal(?:endar|\.)?[- ]days?|days?|d|w|wks?\.?|weeks?|fortnights?|mths?"
    r"|mos?\.?|months?|m|years?|yrs?|y|hours?|hrs?\.?|h)"
)

COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})(?: \(\d{{1,3}}\))?"

FROM = (
    r"(?: (?:of|from|after|following|since|upon|on)(?: the| an?)?(?: date of| day of)?(?: its| their| the| this| your| being)?"
    r" (?P<event>receipt|receiving|receive[d]?|rec'?d|issue|issued|issuance|assignment|assigned|referral|referred|referring|request|notification"
    r"|notice|letter|memo|order|tasking|today|now|creation|submission date|meeting"
    r"|(?:it|they|request|question|query|enquiry|inquiry|complaint|claim|appeal|referral|ticket|letter) (?:is|are|was|were|has been|have been)"
    r" (?:received|asked|raised|filed|submitted|made|opened|logged|reported|referred)|asked"
    r"|(?:date )?(?:received|raised|opened|logged|created|registered|entered|recorded|reported|identified|lodged|tasked|requested|initiated|issued)))"
    r"(?: (?:date"
    r"|of (?:the |this )?(?:request|letter|notice|memo|order|referral|document|complaint)|hereof|thereof))?"
)


@english.reads(rf"(?P<back>-)?\+?(?P<count>\d{{1,3}}) ?{UNIT}")
@english.reads(rf"(?P<event>[td])(?P<back>) ?\+ ?(?P<count>\d{{1,3}}) ?{UNIT}", having=("+",))
@english.reads(
    rf"(?:in |within |not (?:more|later) than )?(?:a |the next )?(?:period of )?{COUNT}[ -]?{UNIT}(?P<back> ago"
    rf"| before)?(?:(?:'s?)? time)?(?: from now| later| hence|{FROM})?"
)
@english.reads(rf"(?P<event>net)[- ](?P<back>)(?P<count>\d{{1,3}})(?: {UNIT})?", having=("net",))
def _span(match: re.Match[str], view: View) -> date:
    """So long from now, or from when it was handed out; net 30, as invoices have it, is days."""
    term = term_of(match)
    if match.groupdict().get("event") not in (None, "now", "today"):
        view.infer("from-issue")
    if term.unit == "hour":
        view.infer("hours")
    back = -1 if match["back"] else 1
    return Term(back * term.count, term.unit).after(view.counted_from(match.string), view.days)


@english.reads(rf"(?:in|within) ?- ?(?P<count>\d{{1,3}}) ?{UNIT}", having=("in -", "in-", "within"))
def _backwards(match: re.Match[str], view: View) -> date:
    """In -3 days: back from today, or a slip of the hand; nobody can tell."""
    term, base = term_of(match), view.counted_from(match.string)
    raise ambiguous(match.string, (Term(count, term.unit).after(base, view.days) for count in (-term.count, term.count)))


@english.reads(
    rf"{COUNT}[ -]?{UNIT} (?P<side>before|prior to|ahead of|in advance of|after|following|from) (?:the )?(?P<rest>.+)",
    having=("before", "prior", "ahead", "advance", "after", "following", "from"),
)
@english.reads(rf"(?:in |within ){COUNT}[ -]?{UNIT} (?P<side>of) (?P<rest>.*\d.*)", having=("in",))
@english.reads(rf"(?P<rest>.*\d) ?(?P<side>\+) ?{COUNT}[ -]?{UNIT}", having=("+",))
def _from_a_day(match: re.Match[str], view: View) -> date:
    """So long before or after a day that is named; what is no day (the hearing, approval) is an event of which nobody says when it is."""
    day = digits.read(match["rest"], view) or english.read(match["rest"], view) or by_english_holiday(match["rest"], view)
    if day is None:
        raise no_day("event", match.string)
    term = term_of(match)
    if "year-next" in view.inferred and match["side"] in ("from", "of", "after", "following", "+"):
        near = view.to_count_from()  # 90 days from 7/1: from the last one
        day = digits.read(match["rest"], near) or english.read(match["rest"], near) or day
        view.inferred[:] = dict.fromkeys((*(code for code in view.inferred if not code.startswith("year")), *near.inferred))
    back = -1 if match["side"] in ("before", "prior to", "ahead of", "in advance of") else 1
    if back < 0 and view.starts:
        day = view.starts  # before August is before it begins
    view.starts = None
    return Term(back * term.count, term.unit).after(day, view.days)


def term_of(match: re.Match[str]) -> Term:
    """The count and unit that a match names."""
    written = match["count"]
    count = int(written) if written.isdigit() else NUMBERS[written]
    unit = next(name for start, name in TERMS.items() if (match["unit"] or "day").startswith(start))
    return Term(2 * count, "week") if unit == "fortnight" else Term(count, unit)
