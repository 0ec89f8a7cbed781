"""Ways in which offices write a deadline, in each language: what each means, what was inferred, or why it is refused.

Where a better guess for one spoils another, this is where it shows. RENEW_CORPUS=1 writes the readings anew, to be read before they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac, NoDay, read_day
from officecli.typed.dates.almanac import usual_order
from officecli.typed.dates.orders import Orders

HERE = Path(__file__).parent / "corpus"
BASE = date(2027, 3, 10)
LAST = date(2057, 12, 31)

QINGMING = {date(2027, 4, 5): False}
MAY = dict.fromkeys((date(2027, 5, day) for day in (3, 4, 5)), False)
NATIONAL = dict.fromkeys((date(2027, 10, day) for day in (1, 4, 5, 6, 7)), False)
OFFICES = {
    "en": Almanac(WorkingDays({date(2027, 12, 24): False}, last=LAST), "US", "America/New_York", Orders(usual=usual_order("US"))),
    "zh": Almanac(WorkingDays({**QINGMING, **MAY, **NATIONAL}, last=LAST), "CN", "Asia/Shanghai", Orders(usual=usual_order("CN"))),
}
COUNTS = {"en": (738, 259), "zh": (484, 244)}
"""How many texts of each language are read, and how many refused."""


def rows(language: str) -> Iterator[list[str]]:
    for line in (HERE / f"{language}.tsv").read_text("utf-8").splitlines():
        if not line.startswith("# "):
            yield [*line.split("\t"), "", ""][:3]


def reading(text: str, language: str) -> tuple[str, str]:
    """The day and what was inferred for it, or the kind of refusal with the period it names."""
    try:
        found = read_day(text.replace("\\n", "\n"), base=BASE, by=OFFICES[language])
    except NoDay as refused:
        return refused.kind + (f":{refused.every}" if refused.every else ""), ""
    return found.day.isoformat(), " ".join((*found.inferred, *([f"<{found.original}>"] if found.original else [])))


@pytest.mark.parametrize("language", OFFICES)
def test_ways_of_writing_a_deadline(language: str) -> None:
    meant = {text: (day, inferred) for text, day, inferred in rows(language)}
    assert {text: found for text in meant if (found := reading(text, language)) != meant[text]} == {}


@pytest.mark.parametrize("language", OFFICES)
def test_how_many_are_read(language: str) -> None:
    if os.environ.get("RENEW_CORPUS"):
        path = HERE / f"{language}.tsv"
        head = path.read_text("utf-8").splitlines()[0]
        path.write_text("\n".join([head, *("\t".join((text, *reading(text, language))).rstrip() for text, *_rest in rows(language))]) + "\n", "utf-8")
    read = [row for row in rows(language) if row[1][:1].isdigit()]
    assert (len(read), len(list(rows(language))) - len(read)) == COUNTS[language]
