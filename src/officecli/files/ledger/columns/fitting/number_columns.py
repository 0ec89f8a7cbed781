"""What a column of numbers is that do not name its rows: of a paper, of another row, counted anew."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meant import GUESSED, Meant
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL
from officecli.files.ledger.columns.fitting.column import Column
from officecli.patterns import has_han, pattern

_LONGEST = 20
"""Characters of a number that names a row."""

_OF_A_WHOLE = pattern(
    (
        r"\b(?:case|file|matter|project|contract|grant|docket|meeting|minute|agenda|report|audit|inspection|policy|claim|complaint|incident|finding"
        r"|application|permit|violation|citation|referral)\b"
    ),
    re.IGNORECASE,
)
"""A number that may be of what several matters belong to."""

_OF_A_YEAR = pattern(r"(?:[A-Z]{1,6}[- ]?)?(?:(?:19|20)\d\d|FY ?\d\d|[2-3]\d)[-/.]\d{1,4}(?:[-./](?:[A-Z]{1,3}|\d))?", re.IGNORECASE)
"""A number counted anew each year: 2026-41, 26-0412, FY26-3; under a heading of matters it is no day."""
_OF_A_MEETING = pattern(r"(?:(?:action|item|no\.?|#|ai|point)[ #-]*)?\d{1,3}[a-z]?", re.IGNORECASE)
"""How the actions of one meeting are counted."""
_LETTERED = pattern(r"\d{1,3}[.-]?[a-h]")
"""How the parts of an item are counted; of an upper-case letter it is a code."""
_IN_ITS_PART = pattern(r"\d{1,4}(?:/\d{1,4})+(?: ?\(?[a-z]\)?)?|\d{1,3}-\d{1,3}[a-z]?")
"""What was counted in its week or in its section, every row something else: 14/01, 2-3; under a heading of matters it is no day."""
_DIGIT = pattern(r"\d")
_COUNTS = pattern(r"(?:no|nr|num|number)\.?|#|序号?", re.IGNORECASE)
"""A heading of what counts the rows, most often."""
_NAMES_A_ROW = pattern(r"[A-Z]{1,6}-(?:\d{2}-)?\d{1,4}|\w{1,8}[〔\[(（](?:19|20)\d\d[〕\])）]第?\d{1,4}号")
"""What nobody counts rows with: RFI-014, CC-26-014, 督〔2026〕3号."""


def number_of_paper(column: Column, found: list[Meant]) -> list[Meant] | None:
    """The number of a paper that several matters come from."""
    if found[0].key != "number" or len(column.cells.texts) == column.cells.filled:
        return None
    if not found[0].plain and (
        _OF_A_WHOLE.search(column.text) or (has_han(column.text) and (len(column.cells.texts) > 1 or column.matter_elsewhere()))
    ):
        return [Meant("source", found[0].strength)]  # Case no., of several papers to be filed; 函号, of one letter to several
    return found[1:] if [meant.key for meant in found[1:2]] == ["source"] else None


def number_of_its_own(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Award No., Control ID: each row has its own, and they do not just count the rows."""
    if found[0].key != "number" or found[0].strength != GUESSED:
        return None
    texts = column.cells.texts
    own = column.in_every_row and len(texts) == column.cells.filled and all(len(text) <= _LONGEST and _DIGIT.search(text) for text in texts)
    return None if own and [*texts] != [str(at) for at in range(1, len(texts) + 1)] else []


def names_for_counts(column: Column, found: list[Meant]) -> list[Meant] | None:
    """No.: RFI-014, 序号: 督〔2026〕3号, another in each row: its number, and not how many there are."""
    texts = column.cells.texts
    if found[0].key != "sequence" or len(texts) != column.cells.filled or not _COUNTS.fullmatch(column.text.strip()):
        return None
    named = all(map(_NAMES_A_ROW.fullmatch, texts)) and column.in_every_row and not column.another("number")
    return [Meant("number", found[0].strength)] if texts and named else None


def sorts_for_numbers(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Resolution code: Settled, Settled, Withdrawn: how the rows are sorted; Action code: Open, Completed: how far they are."""
    cells = column.cells
    if found[0].key != "number" or found[0].plain or any(map(_DIGIT.search, cells.texts)):
        return None
    if cells.said >= NEARLY_ALL and cells.ended and not column.another("status", "closed"):
        return [Meant("status", found[0].strength)]
    return [Meant("labels", found[0].strength)] if len(cells.texts) < cells.filled else None


def lengths_for_leaders(column: Column, found: list[Meant]) -> list[Meant] | None:
    """河长: 3.2: how long it is, and not who is over it."""
    numbers = [text.replace(".", "", 1).isdecimal() for text in column.cells.texts]
    return [] if found[0].key == "responsible" and numbers and all(numbers) else None


def counts_for_people(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Volunteers wanted: 3: how many, and not who."""
    return [] if found[0].key == "support" and column.cells.numbers >= MOSTLY else None


def counted_anew(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Rec No: 1, 2, 1, 2, counted anew in each report, or Action 5 of one meeting and of another: it names no row."""
    if found[0].key != "number" or found[0].plain or len(column.cells.texts) == column.cells.filled:
        return None
    anew = column.cells.numbers >= MOSTLY and 1 < len(column.cells.texts) <= 2 / 3 * column.cells.filled
    at_each = all(map(_OF_A_MEETING.fullmatch, column.cells.texts)) and column.begun_on_several_days()
    return [] if anew or at_each else None


def parent_elsewhere(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Parent ID, of numbers that no row here has."""
    return [] if found[0].key == "parent" and not found[0].plain and not column.names_rows() else None


def numbers_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Item: 3.1; Item: 2a; Tasker: TMT-441; Bill: HB 114; Item: 2026-41, counted in its year."""
    cells = column.cells
    own = cells.filled == len(cells.texts)
    of_a_year = sum(1 for text in cells.texts if _OF_A_YEAR.fullmatch(text)) if own else 0
    lettered = sum(1 for text in cells.texts if _LETTERED.fullmatch(text)) if own else 0
    in_parts = cells.filled if own and column.text.isascii() and all(map(_IN_ITS_PART.fullmatch, cells.texts)) else 0
    coded = max(cells.codes * cells.filled + of_a_year + lettered, in_parts)
    if found[0].key != "title" or cells.numbers * cells.filled + coded < MOSTLY * cells.filled:
        return None
    elsewhere = (
        column.matter_elsewhere() or column.words_elsewhere() or column.told_in_every_row("problem") or column.ordered_elsewhere(or_unknown=True)
    )
    if not elsewhere and (found[0].plain or cells.numbers < MOSTLY):
        return None
    if len(cells.texts) < cells.filled:  # Step: D3, of each of several cases; Bill: HB 114, which asks for several things
        return [meant for meant in found if meant.key == "source"]
    return [] if cells.numbers >= MOSTLY and not of_a_year else [Meant("number", found[0].strength)]
