"""An official paper in Word: whom it is to, what it says, a form, who signs it, and what is torn off. In Chinese laid out as GB/T 9704 has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli import i18n
from officecli.formats.out.safe import width
from officecli.formats.paper.a4 import Paper
from officecli.formats.paper.letters import in_lines, tear_off, to_whom
from officecli.formats.paper.sheet import Fact, Letter, Part
from officecli.formats.paper.word_parts import cell, paragraph, row, run, table, table_of, twips

_FORM = (0.17, 0.33, 0.17, 0.33)  # of the width: a label, what it tells, and the same again
_BLANK = 480  # twips: room to write in


def letter(part: Part, office: str, paper: Paper) -> Iterator[str]:
    """The paragraphs and tables of one official paper."""
    said = part.letter or Letter("", (), (), "", "", None)
    yield from (paragraph(line, "Title") for line in (office, part.heading) if line)
    if said.to:
        yield paragraph(to_whom(said.to), "To")
    elif said.said:
        yield paragraph("", "Gap")
    yield from (paragraph(text, "Said") for text in said.said)
    if part.facts:
        yield paragraph("", "Gap")
        yield form(part.facts, paper)
        yield paragraph("", "Gap")
    for grid in part.grids:
        if grid.title:
            yield paragraph(grid.title, "Heading1")
        yield from (paragraph(note, "Said") for note in grid.notes)
        if grid.rows:
            yield table(grid, paper)
            yield paragraph("", "Gap")
        yield from (paragraph(lack, "Said", color="red") for lack in grid.lacks)
    yield from (paragraph(text, "Said") for text in said.closing)
    if said.by:
        yield from signature(said.by, said.on)
    if said.slip:
        yield paragraph(tear_off(), "Tear")
        yield paragraph(said.slip.heading, "SlipTitle")
        yield form(said.slip.facts, paper, together=True)


def form(facts: Sequence[Fact], paper: Paper, *, together: bool = False) -> str:
    """Facts as a form, two of those that are short in one line; `together` keeps it on one page with what stands before it."""
    widths = twips(_FORM, paper)
    rows = (
        row(
            "".join(_told(fact, widths, alone=len(line) == 1, together=together) for fact in line),
            high=_BLANK if any(one.blank for one in line) else 0,
        )
        for line in in_lines(facts)
    )
    return table_of(widths, rows)


def signature(by: str, on: str) -> Iterator[str]:
    """Who signs, and when. In Chinese the office stands two characters from the right and the day begins two after it, as the standard has it."""
    office, day = width(by) / 2, width(on) / 2 + 1  # in characters; the figures of a day stand a little apart
    if i18n.language() != "zh":
        of_office = of_day = 0.0
    elif office - day >= 2:
        of_office, of_day = 2.0, office - day
    else:
        of_office, of_day = max(2.0, 4 + day - office), 2.0
    yield paragraph(by, "Signed", right=of_office, together=True)
    yield paragraph(on, "Signed", right=of_day)


def _told(fact: Fact, widths: Sequence[int], *, alone: bool, together: bool) -> str:
    lines = [run(line, "red" if fact.lacking else "") for line in fact.lines]
    label = cell([run(fact.label)], widths[0], "FormHead", together=together)
    return label + cell(lines, sum(widths[1:]) if alone else widths[1], "Form", span=3 if alone else 1, together=together)
