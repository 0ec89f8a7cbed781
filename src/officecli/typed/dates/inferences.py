"""What was inferred where a text does not say everything: a code for each, and its words."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.i18n import N_, _, listed

INFERENCES = {
    "year-of-ledger": N_("the year is the ledger's"),
    "year-of-issue": N_("the year is that of the issue day"),
    "year-nearest": N_("the nearest such day"),
    "year-this": N_("this year's"),
    "year-next": N_("next year's, since this year's has passed by then"),
    "year-before": N_("the year before, since it has happened"),
    "mdy": N_("read with the month first"),
    "dmy": N_("read with the day first"),
    "ymd": N_("read with the month first"),
    "range": N_("the end of what is written"),
    "stages": N_("the last of several days"),
    "revised": N_("the new deadline"),
    "from-issue": N_("counted from the issue day"),
    "holiday": N_("the last working day before it"),
    "about": N_("about that day"),
    "words": N_("other words are left out"),
    "middle": N_("the middle of it"),
    "late": N_("the end of it"),
    "week": N_("the last working day of that week"),
    "next-week": N_("in the week after this one"),
    "hours": N_("hours as whole days"),
    "this-month": N_("the next such day of a month"),
    "whole": N_("the last day of it"),
    "so-far": N_("today, by which it was"),
    "first": N_("the first day of it"),
    "inclusive": N_("that day itself included"),
    "before": N_("the last day before it"),
    "slip": N_("a slip of the pen put right"),
    "clock": N_("an hour at the turn of the day"),
}
"""Why a day is not the only one that could be meant, by the code in `Reading.inferred`; English messages."""


def say_inferred(codes: Iterable[str]) -> str:
    """What was inferred, in the reader's language: `the year is the ledger's, the last of several days`; "" for nothing."""
    return listed(_(INFERENCES[code]) for code in codes)
