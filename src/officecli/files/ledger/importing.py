"""Imports a ledger: every row an item, or a problem that says what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from officecli.actions.acting import Acting, acting
from officecli.errors import OfficeError
from officecli.files.ledger.bodies import BodyOptions
from officecli.files.ledger.columns.remembered import Kept
from officecli.files.ledger.drafts.draft import Draft, enter_bodies
from officecli.files.ledger.drafts.drafting import Drafting
from officecli.files.ledger.drafts.readings import Reading, reading_of
from officecli.files.ledger.rows.ledger_row import Ledger, RowProblem
from officecli.files.ledger.rows.reading import Unsaid, read_ledger
from officecli.files.ledger.sheets.sheet_rows import Skipped, row_list
from officecli.i18n import _
from officecli.model.items import BodySupport, Item, Label, Note, PastDeadline, Pause, Submission, Support
from officecli.model.rule import Finding, Rule
from officecli.model.targets import Target
from officecli.rules import every_rule
from officecli.rules.wording import fix, label, message
from officecli.standing.office.rights import over_office
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.store.write.garbage import nothing_collected
from officecli.typed.dates import almanac
from officecli.typed.office.name_book import NameBook

BATCH = 1000
"""Rows written between two words about the progress."""

TOLD = 3
"""Rows of which a warning says what it found."""

ATTACHED = (Support, BodySupport, Label, Note, Submission, PastDeadline, Target, Pause)

Tick = Callable[[int, int], None]
"""(rows written so far, rows to write)"""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How the file is to be read.

    `mapping` is {heading: key} from `parse_mapping`, `dates` the order of day, month and year where the columns do not show it, `due_rule` what
    gives the deadline of rows that have none (`10 business days from receipt`), `maps` what was kept for headings that come back, `lead` who leads what names nobody.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    dates: str = ""
    due_rule: str = ""
    maps: Sequence[Kept] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """A rule that warns of some rows, and what it says of the first of them."""

    rule: Rule
    rows: list[int]
    told: list[str]


@dataclass(slots=True, kw_only=True)
class Imported:
    """What came of an import: `here` are rows already on record with their numbers; `written` says whether anything was recorded.

    `read` counts the rows below the headings: the good, the bad, those here and the `skipped`. `at_top` is what is to be said before all else.
    `day` is the office's today, `head` the trail's afterwards.
    """

    read: int = 0
    good: int = 0
    here: list[tuple[int, str]] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    at_top: list[str] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    warned: list[Warned] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    trial: bool = False
    written: bool = False
    day: str = ""
    head: str = ""

    @property
    def bad(self) -> int:
        """The number of rows that cannot be imported."""
        return len({problem.row for problem in self.problems})


class _TakenBackError(Exception):
    """Leaves the transaction without keeping what was done in it."""


def import_ledger(
    place: Place,
    path: Path,
    as_name: str = "",
    *,
    asked: ReadAs = ReadAs(),
    bodies: BodyOptions = BodyOptions(),
    dry_run: bool,
    skip_bad: bool,
    tick: Tick,
) -> Imported:
    """Import the ledger at `path`: all of it, or with `skip_bad` its good rows; nothing where a row is bad, or on a dry run.

    Raises BadInput where file or headings cannot be understood, or nobody is called as said of the `bodies`, Refused for anybody but a registrar.
    """
    with reading(place) as read:
        by, today, book = almanac(read), read.today, NameBook(read)
    with nothing_collected():
        ledger = read_ledger(
            path,
            sheet=asked.sheet,
            mapping=asked.mapping,
            almanac=by,
            today=today,
            dates=asked.dates,
            book=book,
            unsaid=Unsaid(asked.due_rule, asked.lead),
            maps=asked.maps,
        )
        result = _import(place, ledger, as_name, bodies, dry_run=dry_run, skip_bad=skip_bad, tick=tick)
    with reading(place) as read:
        result.headings = ledger.texts
        result.day, result.head = today.isoformat(), read.head_text()
    return result


def _import(place: Place, ledger: Ledger, as_name: str, bodies: BodyOptions, *, dry_run: bool, skip_bad: bool, tick: Tick) -> Imported:
    """One transaction, and with `skip_bad` another where the rules refuse rows of the first."""
    refused: dict[int, list[RowProblem]] = {}
    while True:
        result = Imported(trial=dry_run, unused=ledger.unused, skipped=ledger.skipped, at_top=ledger.at_top)
        try:
            with acting(place, "import", as_name, rules=()) as act:
                found = _attempt(act, ledger, Drafting(act.read, ledger, act.actor, bodies), refused, result, tick)
                for row, problems in found.items():
                    refused.setdefault(row, []).extend(problems)
                if dry_run or found or (result.problems and not skip_bad) or not result.good:
                    raise _TakenBackError
                result.written = True
        except _TakenBackError:
            if found and skip_bad:
                continue  # once more, without the rows that the rules refuse
            result.problems = sorted([*result.problems, *(one for problems in found.values() for one in problems)], key=lambda problem: problem.row)
            result.good -= len(found)
            result.readings = [one for one in result.readings if one.row not in found]
        return result


def _attempt(
    act: Acting, ledger: Ledger, drafting: Drafting, refused: Mapping[int, Sequence[RowProblem]], result: Imported, tick: Tick
) -> dict[int, list[RowProblem]]:
    """Write every good row inside the transaction, and return what the rules refuse of them, by row."""
    drafts = [made for row in ledger.rows if row.row not in refused and (made := drafting.draft(row))]
    drafts = drafting.number(drafts)
    result.here = drafting.here
    result.problems = sorted(
        [*ledger.problems, *drafting.problems, *(one for problems in refused.values() for one in problems)], key=lambda one: one.row
    )
    result.notes = [*ledger.notes, *drafting.notes()]
    result.read = len(ledger.read)
    result.good = len(drafts)
    if result.trial:
        result.readings = [reading_of(made) for made in drafts]
    _check_whole(ledger, {made.row.row for made in drafts}, result)
    act.sign(over_office(act.actor))
    return _judged(act, _write(act, drafts, tick), result)


def _check_whole(ledger: Ledger, good: set[int], result: Imported) -> None:
    """Stop where a row would be neither an item, nor bad, nor skipped, or two of these: what is read adds up, or nothing is written."""
    parts = (good, {row for row, _number in result.here}, {problem.row for problem in result.problems}, {one.row for one in ledger.skipped})
    told = Counter(row for part in parts for row in part)
    off = sorted({*told} ^ {*ledger.read} | {row for row, times in told.items() if times > 1})
    if off or len(ledger.read) != len({*ledger.read}):
        raise OfficeError(
            _("The ledger does not add up: {rows} would be lost, or read twice. Nothing was recorded.").format(rows=row_list(off)),
            fix=_("This is a mistake in officecli and not in the ledger: please report it, with the row if it may be shown."),
        )


def _write(act: Acting, drafts: Sequence[Draft], tick: Tick) -> dict[int, int]:
    """Add the items, their parts, then what hangs on them table by table; returns the row of each item by its id."""
    change = act.change
    enter_bodies(change, [one for made in drafts for one in (made, *made.parts)])
    ids: list[int] = []
    for start in range(0, len(drafts), BATCH):
        ids.extend(change.add_many(Item, "import", [made.item for made in drafts[start : start + BATCH]]))
        if start == 0:
            act.stop_unless_entitled()
        tick(len(ids) // 2, len(drafts))  # the items are about half of the work
    parts = [(whole, part) for whole, made in zip(ids, drafts, strict=True) for part in made.parts]
    ids.extend(change.add_many(Item, "import", [{**part.item, "parent_id": whole} for whole, part in parts]))
    every = [*drafts, *(part for _whole, part in parts)]
    for model in ATTACHED:
        rows = [{**fields, "item_id": item_id} for item_id, made in zip(ids, every, strict=True) for kind, fields in made.attached if kind is model]
        change.add_many(model, "import", rows)
    tick(len(drafts), len(drafts))
    return {item_id: made.row.row for item_id, made in zip(ids, every, strict=True)}


def _judged(act: Acting, row_of: Mapping[int, int], result: Imported) -> dict[int, list[RowProblem]]:
    """Ask the rules: what they refuse is a problem of its row, what they warn of is gathered by rule."""
    findings = act.change.findings(every_rule())
    refused: dict[int, list[RowProblem]] = {}
    warned: dict[str, Warned] = {}
    for found in findings:
        row = row_of.get(found.item_id or 0)
        if row is None:
            continue  # about the office as a whole, which `check` reports
        if found.severity == "refuse":
            refused.setdefault(row, []).append(_as_problem(row, found))
        else:
            rule = warned.setdefault(found.rule.code, Warned(found.rule, [], []))
            if row not in rule.rows[-1:]:
                rule.rows.append(row)
                if len(rule.told) < TOLD:
                    rule.told.append(message(found))
    result.warned = list(warned.values())
    return refused


def _as_problem(row: int, found: Finding) -> RowProblem:
    return RowProblem(row, label(found.rule), str(found.values.get("number", "")), message(found), fix(found))
