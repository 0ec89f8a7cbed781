"""Numbers that look like a day and name something else: 24/7 coverage, Resolution 26-07, Bid No. 7/12."""

from __future__ import annotations

import re

from officecli.patterns import pattern
from officecli.typed.dates.around import DAYISH
from officecli.typed.dates.orders import Orders
from officecli.typed.dates.refusals import Kind, no_day

_CHEAPLY = pattern(r"24 ?[/x-] ?7|[A-Za-z.#:] ?\d{1,4}[-/.]\d")
"""Without any of it a text has no such number."""
_AROUND_THE_CLOCK = r"(?<![\d/.-])24 ?[/x-] ?7(?: ?[/x-] ?365)?(?![\d/.-])"
_SERVED = (
    r"(?:coverage|cover|support|monitor(?:ing|ed)?|staff(?:ed|ing)?|on[- ]call|services?|operat(?:ions?|ional|ing)|availab(?:le|ility)|responses?"
    r"|access|basis|care|duty|watch|hotline|helpline|help ?desk|security|dispatch|shifts?|rotation|stand-?by|surveillance|patrols?)"
)
"""What is there, or done, at all hours."""
_AT_ALL_HOURS = pattern(rf"{_AROUND_THE_CLOCK}(?=,? \(?(?:[a-z-]{{1,20}} )?{_SERVED}\b)|(?P<of>\b{_SERVED},? \(?){_AROUND_THE_CLOCK}", re.IGNORECASE)
"""24/7 coverage, on call 24/7."""
_ALONE = pattern(rf"{_AROUND_THE_CLOCK}[.!]?", re.IGNORECASE)
_DAY_FIRST = "dmy"

_NUMBERED = (
    r"resolution|reso?|ordinance|ord|docket|rf[pqia]|ifb|itb|solicitation|p\.?o|purchase order|work order|w\.?o|ticket|executive order"
    r"|(?:council )?bill|form|policy|title|chapter|amendment|exhibit|appendix|table|figure|(?:agenda )?item|ref(?:erence)?|room|rm|bldg|building|suite|lot"
    r"|parcel"
)
"""What has a number and no day."""
_MAY_BE_NUMBERED = (
    r"case|order|permit|grant|contract|bid|file|project|proposal|application|agreement|invoice|memo|directive|bulletin"
    r"|variance|petition|claim|licen[sc]e|account|motion|regulation|instruction|manual"
)
"""What has a number, and may have a day behind it as well: Bid 7-14, Permit 26-08."""
_YEAR = r"(?:20\d\d|1[3-9]|[2-9]\d)"
"""The year of a paper before its number, which is no month."""
_OF_A_PAPER = pattern(
    rf"(?P<paper>\b(?:{_NUMBERED})\.?:? ?)\d{{1,4}}[-.]\d{{1,4}}(?![-/.]?\d)"
    r"|(?P<place>\b(?:agenda item|ref(?:erence)?)\.?:? )\d{1,3}/\d{1,3}(?![-/.]?\d)"
    rf"|(?P<may>\b(?:{_MAY_BE_NUMBERED})\.?:? ){_YEAR}-\d{{1,4}}(?![-/.]?\d)"
    r"|(?P<counted>(?<![a-z])(?:no\.|nos?\.?:|number:?|num\.|#) ?)\d{1,4}[-/]\d{1,4}(?![-/.]?\d)",
    re.IGNORECASE,
)


def without_other_numbers(text: str, orders: Orders) -> str:
    """A text without the numbers that name something else; NoDay where there is nothing of a day beside them.

    24/7 alone is a day where the `orders` put the day first.
    """
    if not text.isascii() or not _CHEAPLY.search(text):
        return text
    if _ALONE.fullmatch(text.strip()) and not _is_day(text, orders):
        raise no_day("open-ended", text)
    kinds: tuple[tuple[re.Pattern[str], Kind], ...] = ((_AT_ALL_HOURS, "open-ended"), (_OF_A_PAPER, "event"))
    for numbers, kind in kinds:
        left = numbers.sub(lambda found: next(filter(None, found.groups()), ""), text)
        if left != text and not re.search(DAYISH, left.casefold()):
            raise no_day(kind, text)
        text = left.strip() if left != text else text
    return text


def _is_day(text: str, orders: Orders) -> bool:
    """Whether 24/7 is a day in the order in which days are written, and no more than that."""
    return "365" not in text and "x" not in text.casefold() and (orders.possible == {_DAY_FIRST} or orders.usual == _DAY_FIRST)
