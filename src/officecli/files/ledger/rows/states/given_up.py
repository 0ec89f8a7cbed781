"""That a matter was given up or rests, as a row says it by the word its own headings have for it: Loan cancelled by borrower, of a Loan No."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.chosen import names_the_rows
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.of_its_kind import matter
from officecli.files.ledger.words.in_notes import is_own_halt
from officecli.files.ledger.words.plain import plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_SAID = pattern(
    r"(?:(?:n ?/ ?a|(?:now )?out of (?:use|service|order|commission)|scrapped|decommissioned|retired|disposed of|sold|lost|broken)\W+)?"
    r"(?:the |this )?(?P<what>[a-z]{3,}) (?:was |is |has been |now )*"
    r"(?P<how>(?:withdrawn|cancell?ed|called off|rescinded|dropped|abandoned|discontinued|stayed|suspended|paused|frozen"
    r"|(?:put |placed )?on hold|(?:held )?in abeyance)\b.*)"
)
_NUMBERS = pattern(r"\b(?:no\.?|number|id)\s*$|#\s*$", re.IGNORECASE)
"""A heading that says of what there are numbers."""
_OF_ROUNDS = pattern(
    r"(?:next|last|previous) (?:due|done|check(?:ed)?|test(?:ed)?|service[d]?|inspect(?:ed|ion)|calibrat(?:ed|ion))\b.*", re.IGNORECASE
)
"""A heading of a list of rounds: what is due in each row is the check itself, whatever the thing is called."""
_ROUNDS = frozenset(("check", "test", "service", "inspection", "calibration", "verification", "round"))
_NO_KIND = frozenset(("number", "title", "name", "description", "date", "the", "and", "for", "with"))
_STAYED = pattern(
    r"(?:(?:all |the )?(?:proceedings?|case|action|matter|litigation|appeal|suit) (?:is |are |was |were )?)?(?:automatically )?stayed"
    r"(?P<beside>,.*| (?:by|pending|under|until|per)\b.*|)"
)
"""A court lets it rest; nobody who stayed at a place, or stayed late."""


def given_up(cells: RowCells, text: str) -> Stated | None:
    """What a cell or a note says of it; None where that is not plain, or is what the matter asks for."""
    if stayed := _STAYED.fullmatch(plain_text(text)):
        return Stated("suspended", stayed["beside"].strip(" ,"))
    found = _SAID.fullmatch(plain_text(text))
    said = read_state(found["how"]) if found else None
    if not found or not said or said.code not in ("cancelled", "suspended") or is_own_halt(found["how"], matter(cells)):
        return None
    headings = (cells.heading("title"), *(one for one in cells.headings if _NUMBERS.search(one) and names_the_rows(one)))
    kinds = {word.removesuffix("s") for heading in headings for word in re.findall("[a-z]{3,}", heading.casefold())} - _NO_KIND
    if any(_OF_ROUNDS.fullmatch(one.strip()) for one in cells.headings):
        kinds |= _ROUNDS
    return said._replace(firm=False) if found["what"].removesuffix("s") in kinds else None
