"""Imports a ledger: every row an item, or a problem that says what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import lt
from pathlib import Path

from officecli.actions.acting import Acting, acting
from officecli.actions.trying import TakenBackError
from officecli.errors import OfficeError
from officecli.files.ledger.drafts.attached import ATTACHED
from officecli.files.ledger.drafts.draft import Draft, Entered, enter_bodies, items
from officecli.files.ledger.drafts.drafting import Drafting
from officecli.files.ledger.drafts.readings import reading_of
from officecli.files.ledger.drafts.wholes import under_wholes
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.people.bodies import BodyOptions
from officecli.files.ledger.reconciling.carrying_out import carry_out
from officecli.files.ledger.reconciling.in_the_file import in_the_file
from officecli.files.ledger.reconciling.judging import judged
from officecli.files.ledger.reconciling.reconciler import Reconciler
from officecli.files.ledger.rows.ledger_row import Ledger, RowProblem
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.rows.reading import read_ledger
from officecli.files.ledger.rows.rows_told import Tick, Told, part, untold
from officecli.files.ledger.sheets.sheet_rows import row_list
from officecli.i18n import _
from officecli.model.items import Item
from officecli.standing.office.rights import over_office
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.store.write.garbage import nothing_collected
from officecli.typed.dates import almanac
from officecli.typed.office.name_book import NameBook

BATCH = 1000
"""Rows written between two words about the progress."""

_BODIES = {"body", "supports"}
"""The fields in which outside bodies stand."""

_OF_AN_EXPORT = frozenset({"parts_done", "achieved", "cancelled", "parent", "point"})
"""The columns of what `export` writes that together stand in no other ledger."""

_PARTS = 3
"""A row is read, becomes a draft that is held against the store, and is written."""


def import_ledger(
    place: Place,
    path: Path,
    as_name: str = "",
    *,
    asked: ReadAs = ReadAs(),
    bodies: BodyOptions = BodyOptions(),
    how: How = How(),
    tick: Tick = untold,
) -> Imported:
    """Import the ledger at `path`: all of it, or of one that is to `skip_bad` rows the good ones; nothing where a row is bad, or on a dry run.

    Raises BadInput where file or headings cannot be understood, or nobody is called as said of the `bodies`, Refused for anybody but a registrar.
    """
    with reading(place) as read:
        by, today, book = almanac(read), read.today, NameBook(read)
    with nothing_collected():
        ledger = read_ledger(path, asked, almanac=by, today=today, book=book, tick=part(tick, 0, _PARTS))
        result = _Import(
            place=place,
            ledger=ledger,
            reason=_("as the ledger {file} says").format(file=path.name),
            as_name=as_name,
            bodies=bodies,
            how=how,
            tick=tick,
        ).run()
    with reading(place) as read:
        result.headings, result.heading_row, result.names = ledger.texts, ledger.heading_row, book.names_or_initials
        result.day, result.head = today.isoformat(), read.head_text()
    return result


@dataclass(slots=True, kw_only=True)
class _Import:
    """One transaction, and with `skip_bad` another where the rules refuse rows of the first; `reason` is what its changes are made for."""

    place: Place
    ledger: Ledger
    reason: str
    as_name: str
    bodies: BodyOptions
    how: How
    tick: Tick
    refused: dict[int, list[RowProblem]] = field(default_factory=dict)

    def run(self) -> Imported:
        """Try until nothing is refused any more, or say what is."""
        while True:
            result = self._begun()
            found: dict[int, list[RowProblem]] = {}
            try:
                with acting(self.place, "import", self.as_name, rules=(), trial=self.how.dry_run) as act:
                    found = self._attempt(act, result)
                    if self.how.dry_run or found or (result.problems and not self.how.skip_bad) or not act.change.changed:
                        raise TakenBackError
                    result.written = True
            except TakenBackError:
                if found and self.how.skip_bad:
                    for row, problems in found.items():
                        self.refused.setdefault(row, []).extend(problems)
                    continue  # once more, without the rows that the rules refuse
                _leave_out(found, result)
            return result

    def _begun(self) -> Imported:
        return Imported(
            trial=self.how.dry_run, update=self.how.update, unused=self.ledger.unused, skipped=self.ledger.skipped, at_top=self.ledger.at_top
        )

    def _attempt(self, act: Acting, result: Imported) -> dict[int, list[RowProblem]]:
        """Write every good row inside the transaction, and return what the rules refuse of them, by row."""
        ledger, how = self.ledger, self.how
        drafting = Drafting(act.read, ledger, act.actor, self.bodies)
        drafting.look_up_unread(ledger)
        told = Told(part(self.tick, 1, _PARTS), len(ledger.rows))
        plan = Reconciler(act.read, drafting.problem).plan(
            [made for row in told.each(ledger.rows) if (made := drafting.draft(row))], ledger, self.refused
        )
        plan.new = under_wholes(act.read, plan.new, drafting.problem)
        result.take_over(plan)
        result.number_heading = ledger.headings.get("number", "")
        result.here = sorted([(one.row, one.number) for one in plan.same] + plan.repeats)
        result.problems = sorted(
            [*ledger.problems, *drafting.problems, *(one for problems in self.refused.values() for one in problems)], key=lambda one: one.row
        )
        result.notes = [
            *ledger.notes,
            *drafting.notes(_on_record(result), {problem.row for problem in result.problems}),
            *_without_its_past(ledger, plan.new),
        ]
        result.read, result.good = len(ledger.read), len(plan.new)
        if result.trial or how.told:
            result.readings = [reading_of(made) for made in plan.new]
        _check_whole(ledger, [made.row.row for made in plan.new], result)
        act.sign(over_office(act.actor))
        to_change = result.differing if how.update else []
        entered = enter_bodies(
            act.change,
            [
                *(one for made in plan.new for one in (made, *made.parts)),
                *(one.made for one in to_change if _BODIES & {two.field for two in one.differences}),
            ],
        )
        tick = part(self.tick, 2, _PARTS)
        written = _write(act, plan.new, entered, tick)
        changed = {one.record["id"]: one.made.row.row for one in to_change}
        found: dict[int, list[RowProblem]] = {}
        if how.update:
            found = carry_out(act, to_change, plan.same, self.reason)
            tick(len(plan.new) + len(to_change), len(plan.new) + len(to_change))
        row_of = lambda item_id: changed.get(item_id) or written(item_id)  # noqa: E731
        for row, problems in judged(act, row_of, result.warned, fixes=in_the_file(ledger)).items():
            found.setdefault(row, []).extend(problems)
        return found


def _without_its_past(ledger: Ledger, new: Sequence[Draft]) -> Iterator[str]:
    """That an export of another office tells how matters stand, and not how they came to."""
    if new and ledger.headings.keys() >= _OF_AN_EXPORT:
        yield _(
            "This is an export of officecli: changes of lead, extensions, prods and returns are not in it, so whose lateness it was, "
            "the rates and the times to sign count anew here."
        )


def _on_record(result: Imported) -> set[int]:
    return {row for row, _number in result.here} | {one.made.row.row for one in (*result.differing, *result.conflict)}


def _leave_out(found: Mapping[int, Sequence[RowProblem]], result: Imported) -> None:
    """Tell of the rows that the rules refused as bad ones."""
    result.problems = sorted([*result.problems, *(one for problems in found.values() for one in problems)], key=lambda problem: problem.row)
    differing = [one for one in result.differing if one.made.row.row not in found]
    result.good -= len(found) - (len(result.differing) - len(differing))
    result.differing = differing
    result.readings = [one for one in result.readings if one.row not in found]


def _check_whole(ledger: Ledger, good: Sequence[int], result: Imported) -> None:
    """Stop where a row would be neither an item, nor bad, nor skipped, or two of these: what is read adds up, or nothing is written."""
    parts = (
        good,
        {row for row, _number in result.here},
        {one.made.row.row for one in result.differing},
        {one.made.row.row for one in result.conflict},
        {problem.row for problem in result.problems},
        {one.row for one in ledger.skipped},
    )
    told, read = sorted(row for part in parts for row in part), sorted(ledger.read)
    if told == read and all(map(lt, read, read[1:])):
        return
    off = sorted({*told} ^ {*read} | {row for row, times in Counter(told).items() if times > 1})
    raise OfficeError(
        _("The ledger does not add up: {rows} would be lost, or read twice. Nothing was recorded.").format(rows=row_list(off)),
        fix=_("This is a mistake in officecli and not in the ledger: please report it, with the row if it may be shown."),
    )


def _write(act: Acting, drafts: Sequence[Draft], entered: Entered, tick: Tick) -> Callable[[int], int | None]:
    """Add the items, their parts, then what hangs on them table by table; what is returned tells the row of an item by its id, None of any other."""
    wholes = [made for made in drafts if made.whole is None]
    ids = range(0)
    for some in _portions(wholes):
        ids = _joined(ids, act.change.add_columns(Item, "import", items(some, entered)))
        if some[0] is wholes[0]:
            act.stop_unless_entitled()
        tick(len(ids) // 2, len(drafts))  # the items are about half of the work
    parts = _placed(drafts, wholes, ids)
    for some in _portions(parts):
        ids = _joined(ids, act.change.add_columns(Item, "import", items(some, entered)))
    if parts and not wholes:
        act.stop_unless_entitled()
    every = wholes + parts
    for model, rows_of in ATTACHED.items():
        act.change.add_many(
            model, "import", ({**fields, "item_id": item_id} for item_id, made in zip(ids, every, strict=True) for fields in rows_of(made, entered))
        )
    tick(len(drafts), len(drafts))
    return lambda item_id: every[item_id - ids.start].row.row if item_id in ids else None


def _placed(drafts: Sequence[Draft], wholes: Sequence[Draft], ids: Sequence[int]) -> list[Draft]:
    """The parts of the wholes, which have these ids, each with its whole's."""
    parts = [(item_id, part) for made, item_id in zip(wholes, ids, strict=True) for part in made.parts]
    if len(wholes) < len(drafts):
        id_of = {id(made): item_id for made, item_id in zip(wholes, ids, strict=True)}
        parts += [(id_of[id(made.whole)], made) for made in drafts if made.whole is not None]
    for item_id, made in parts:
        made.parent_id = item_id
    return [made for _item_id, made in parts]


def _portions(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """So many at a time as are written together."""
    return (drafts[start : start + BATCH] for start in range(0, len(drafts), BATCH))


def _joined(ids: range, further: range) -> range:
    """The ids of items that were written one after the other, as one run: of a hundred thousand none takes any room."""
    assert not ids or not further or ids.stop == further.start
    return range(ids.start or further.start, further.stop) if further else ids
