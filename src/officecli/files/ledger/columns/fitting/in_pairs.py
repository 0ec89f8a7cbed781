"""Who does a matter and who does it with them, where two headings are a pair: Reviewer beside Co-reviewer, Inspector 1 beside Inspector 2."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english import words_of
from officecli.files.ledger.columns.by_heading.meaning import is_known, normal
from officecli.files.ledger.columns.by_heading.meant import PERHAPS, Meant
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.patterns import has_han, pattern

_SECOND = pattern(
    r"(?:co|2 ?nd|second(?:ary)?|back ?up|alt(?:ernate)?|joint|assistant|associate|asst|additional|other|support(?:ing)?|deputy) (?P<of>\w+(?: \w+)?)"
    r"|(?P<of_number>[a-z]+(?: [a-z]+)?) (?:no |# )?[2-9]"
    r"|(?:副|第二|协同|备用|候补)(?P<of_han>[\u3400-\u9fff]{2,6})"
)
_FIRST = pattern(
    r"(?P<is_number>[a-z]+(?: [a-z]+)?) (?:no |# )?1|(?:(?:lead|primary|main|first|1 ?st|principal) )?(?P<is>\w+(?: \w+)?)"
    r"|(?:第一|主要)?(?P<is_han>[\u3400-\u9fff]{2,6})"
)
_SUPPORTS = 50


def in_pair(table: Table, place: int) -> list[Meant] | None:
    """What a heading means that is the second or the first of a pair, people under
    both; None where it is of none, or where the first is known to be no lead's.
    """
    if (first := _first_of(table, place)) is not None:
        return [Meant("support", _SUPPORTS)] if _may_lead(table, first, place) else None
    seconds = [at for at in table.others(place) if _first_of(table, at) == place]
    if (
        (len(seconds) == 1 or (seconds and _is_numbered(table.texts[place])))
        and not is_known(table.texts[place])
        and _may_lead(table, place, seconds[0])
    ):
        return [Meant("lead", PERHAPS)]
    return None


def _first_of(table: Table, place: int) -> int | None:
    """The place of the heading of people that one of people is the second of."""
    second = _SECOND.fullmatch(_words(table.texts[place]))
    if second is None or table.under[place].people < MOSTLY:
        return None
    of = second["of"] or second["of_number"] or second["of_han"]
    firsts = [at for at in table.others(place) if table.under[at].persons >= MOSTLY and of in _names(table.texts[at])]
    return firsts[0] if len(firsts) == 1 else None


def _is_numbered(heading: str) -> bool:
    """Whether a heading is the first of several that are numbered: Inspector 1, beside 2 and 3."""
    first = _FIRST.fullmatch(_words(heading))
    return first is not None and bool(first["is_number"])


def _names(heading: str) -> set[str]:
    first = _FIRST.fullmatch(_words(heading))
    return {_words(heading), *(filter(None, first.groups()) if first else ())}


def _words(heading: str) -> str:
    return normal(heading) if has_han(heading) else words_of(heading).removesuffix("s")


def _may_lead(table: Table, first: int, second: int) -> bool:
    """Whether the first is a lead's by its heading; where that says nothing known, whether no third heading names who leads."""
    if is_known(table.texts[first]):
        return table.may_be(first, "lead")
    return not any(table.may_be(at, "lead") and table.under[at].persons >= MOSTLY for at in table.others(first) if at != second)
