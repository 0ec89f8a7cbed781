"""The end of a matter that a note tells of where nothing else tells how far it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from officecli.files.ledger.columns.by_heading.han_morphemes import alike, asks_for_end, deed_due
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.its_turn import had_its_turn
from officecli.files.ledger.rows.states.of_its_kind import matter
from officecli.files.ledger.words.deeds_in_notes import came_of_it, did_as_asked, without_its_count
from officecli.files.ledger.words.english.given_out import paper_sent
from officecli.files.ledger.words.english.halted_in_speech import halted_in_speech
from officecli.files.ledger.words.english.said_briefly import said_briefly
from officecli.files.ledger.words.english.stated_freely import stated_in_english
from officecli.files.ledger.words.han.ends_of_kinds import ended_as_its_kind
from officecli.files.ledger.words.han.of_a_part import is_of_a_time, is_of_part_alone, is_of_some
from officecli.files.ledger.words.han.of_the_whole import of_the_whole
from officecli.files.ledger.words.han.stated_freely import goes_on
from officecli.files.ledger.words.in_notes import ON, clauses_of, ended_alone, ended_beside, latest_told, one_day, passed, told_in
from officecli.files.ledger.words.plain import DAY, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

_RECURS = pattern(r"每(?:[年季月旬周日天]|半年|个|两|双|单)|按[年季月周日]|(?i:\b(?:every|each|weekly|monthly|quarterly|annually|yearly|daily)\b)")
"""Where the deadline stands: what was done once is due again."""
_REMEDY = pattern(r"(?:拟)?(?:整改|处理|处置|治理|防范|改进)(?:整改)?(?:措施|建议|要求|意见|办法|内容)(?:及要求)?")
_BEGUN = pattern(r"启动|起步|着手|刚|筹备")
"""In what is told of the work: it has only begun."""
_PAPER_OF_YEAR = r"[〔\[【(（]20\d\d[〕\]】)）] ?第?\d{1,4}号"
_OF_A_PAPER = pattern(rf"[(（][^()（）]{{0,16}}{_PAPER_OF_YEAR}[)）]|以?[\u3400-\u9fff]{{1,8}}?{_PAPER_OF_YEAR}文?[,，]?(?=[\u3400-\u9fff])")
"""The number of a paper, which says nothing of the end."""
_OF_A_DEED = 2
"""Characters of a deed alone, that says nothing of what it is done to."""
_OF_ANOTHER_TIME = pattern(r"上[周月旬]|上一|\d月(?!\d{1,2}日)|月份")
"""A heading under which it is told how the last month went."""


def tells_its_end(cells: RowCells) -> bool:
    """Whether what is told of the progress says that it is over or rests, whatever light stands beside it."""
    told = (
        ended_alone(text) or told_of_its_end(cells, text) or told_in(text) for _heading, text in cells.notes(("progress", "result"), remarks=False)
    )
    return any(said is not None and said.code in ("closed", "cancelled", "suspended") for said in told)


def told_of_its_end(cells: RowCells, text: str, words: str = "") -> Stated | None:
    """The end that a note tells of where nothing else tells how far the matter is: by all of its text, or
    by these of its `words`, without the number of a paper: 6月30日印发（政办〔2026〕7号）.
    """
    words = _OF_A_PAPER.sub("", words or text)
    title, remedy = matter(cells), _remedy(cells)
    uncounted, due = without_its_count(words, f"{title} {remedy}"), deed_due(cells.heading("due"))
    whole = of_the_whole(words, title) or halted_in_speech(words, title)
    if whole and whole.code != "closed":
        return whole
    if _RECURS.search(cells.line("due")) or is_of_some(words, f"{title} {cells.line('goal')} {remedy}"):
        return None
    found = ended_alone(words)
    if (
        found
        or is_of_a_time(words, title)
        or not is_nothing(cells.line("next_step"))
        or any(goes_on(one) or _BEGUN.search(one) for _heading, one in cells.notes(("progress",), remarks=False) if one != text)
        or any(_OF_ANOTHER_TIME.search(heading) for heading, one in cells.notes(("progress", "result")) if one == text)
    ):
        return found
    beside = ended_beside(words)
    found = (
        (beside and _on_the_day_of(beside, words, lambda clause: did_as_asked(clause, remedy or title, due, alike(due))))
        or whole
        or paper_sent(words, title)
        or _did_in_english(words, title)
        or did_as_asked(uncounted, remedy or title, due, alike(due))
        or ended_as_its_kind(words, title)
        or had_its_turn(cells, words)
    )
    headings = [heading for heading, one in cells.notes(("progress", "result"), remarks=False) if one == text]
    result = any(one == text for _heading, one in cells.notes(("result",), remarks=False))
    under = (passed(words, heading) or _came_about_as_headed(words, heading) for heading in headings)
    return found or came_of_it(uncounted, title, result=result) or next(filter(None, under), None)


def _on_the_day_of(said: Stated, text: str, did: Callable[[str], Stated | None]) -> Stated:
    """An end without its day, with that of the one clause that has a day, where this tells of the matter's own deed: 6月24日举办，圆满结束."""
    dated = [] if said.beside else [one for one in clauses_of(text) if DAY.search(one)]
    own = did(dated[0]) if len(dated) == 1 else None
    return said._replace(beside=own.beside) if own else said


def told_last(cells: RowCells, text: str, plain: str) -> Stated | None:
    """The end that a note tells of, in plain days: in the latest of its entries, or in all
    of it, where one before the last may have ended the matter, but not halted it.
    """
    latest = latest_told(plain)
    said = told_of_its_end(cells, text, latest)
    if latest == plain:
        return said
    if said:
        return said if said.beside else said._replace(beside=one_day(latest))
    whole = told_of_its_end(cells, text, plain)
    return whole if whole and whole.code == "closed" else None


def _remedy(cells: RowCells) -> str:
    """What is to be done about a fault that is the matter, and whose words name what is wrong: 立即更换 under 整改措施; "" where there is nothing."""
    told = ((cells.heading("goal"), cells.line("goal")), *cells.kept())
    return next((text for heading, text in told if _REMEDY.fullmatch(heading)), "")


def _came_about_as_headed(text: str, heading: str) -> Stated | None:
    """The end of a note that says last that what its heading asks for came about: 7月2日签收，到位 under 到位情况;
    of one thing alone (资金到位情况) it says nothing of the matter.
    """
    deed = heading.removesuffix("情况").removesuffix("进展")
    clauses = clauses_of(text)
    if (
        deed == heading
        or len(deed) != _OF_A_DEED
        or not asks_for_end(f"是否{deed}")
        or not clauses
        or any(goes_on(one) or is_of_part_alone(one) for one in clauses)
    ):
        return None
    came = re.fullmatch(rf"(?:{ON}[日号]?)?(?:已经?|均已?|全部|都已?)*{deed}了?", clauses[-1])
    return Stated("closed", one_day(text), firm=False) if came else None


def _did_in_english(text: str, title: str) -> Stated | None:
    """The end of an English note that says of the matter's own deed on which day it was done (Mend the gate, mended 6/9), or what came of it."""
    said = said_briefly(text, title) or (stated_in_english(text, title) if DAY.search(plain_text(text)) else None)
    return said if said and said.code == "closed" else None
