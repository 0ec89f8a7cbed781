"""How the rows of a ledger are to be taken, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from officecli.files.ledger.drafts.readings import Reading
from officecli.files.ledger.reconciling.judging import Warned
from officecli.files.ledger.reconciling.plan import Compared
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.sheets.sheet_rows import Skipped


@dataclass(frozen=True, slots=True)
class How:
    """How the rows are taken.

    `update` brings items on record in line with the rows that differ from them, `skip_bad` lets the good ones in whatever the others are. With `told`
    the readings of the good rows are told of more than a dry run.
    """

    dry_run: bool = False
    skip_bad: bool = False
    update: bool = False
    told: bool = False


def _nobody(_text: str) -> bool:
    return False


@dataclass(slots=True, kw_only=True)
class Imported(Compared):
    """What came of an import: `good` rows are new items, `here` are rows that say what is on record, or another row says, with their numbers.

    Rows that differ, or are in conflict, are told field by field; with `update` the differing ones are brought in line. `written` says whether anything
    was recorded. `read` counts the rows below the headings: the good, those here, differing, in conflict, the bad and the `skipped`. `at_top` is what
    is to be said before all else. `day` is the office's today, `head` the trail's afterwards, `names` whether a text names somebody of the office.
    """

    read: int = 0
    good: int = 0
    here: list[tuple[int, str]] = field(default_factory=list)
    number_heading: str = ""
    problems: list[RowProblem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    at_top: list[str] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    warned: list[Warned] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    heading_row: int = 0
    trial: bool = False
    update: bool = False
    written: bool = False
    day: str = ""
    head: str = ""
    names: Callable[[str], bool] = _nobody

    @property
    def bad(self) -> int:
        """The number of rows that cannot be imported."""
        return len({problem.row for problem in self.problems})
