"""Makes the plan of a ledger's rows: which is which item, in what each differs, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from officecli.files.ledger.drafts.draft import Draft, issue_day
from officecli.files.ledger.drafts.numbering import Entry, Number, Register, matter, read_number
from officecli.files.ledger.reconciling.blank import as_imported, left_blank
from officecli.files.ledger.reconciling.changed_here import changed_here
from officecli.files.ledger.reconciling.differing import differences, units
from officecli.files.ledger.reconciling.gone import gone
from officecli.files.ledger.reconciling.in_line import left_of_a_closed_one, replaces_words, says_the_same_closing
from officecli.files.ledger.reconciling.last_said import said_still
from officecli.files.ledger.reconciling.mentioned import mentioned
from officecli.files.ledger.reconciling.older import older
from officecli.files.ledger.reconciling.pairing import agrees, is_another_round, known_otherwise, match, same_row
from officecli.files.ledger.reconciling.plan import ChangedHere, Difference, Paired, Plan, Same
from officecli.files.ledger.reconciling.renamed import is_renamed, perhaps_renamed
from officecli.files.ledger.rows.ledger_row import Ledger, LedgerRow
from officecli.files.ledger.sheets.sheet_rows import shown_number
from officecli.i18n import _, listed
from officecli.model.codes import OVER
from officecli.model.words import word
from officecli.reports.items.item_rows import by_ids
from officecli.store.read.reader import Reader, Row

Problem = Callable[[Draft, str, str, str, str], None]
"""Is told (row, column, value, reason, what to do)."""

_AT_ONCE = 500


class Reconciler:
    """Holds the drafts of one file against the store; `problem` is told of the rows that cannot be placed."""

    def __init__(self, read: Reader, problem: Problem) -> None:
        self._read = read
        self._problem = problem
        self._register = Register(read)
        self._unit_of = units(read)
        self._plan = Plan()
        self._repeats: list[tuple[Draft, Draft]] = []
        self._claimed: dict[int, Draft] = {}
        self._mentioned: dict[frozenset[str], frozenset[str]] = {}
        self._columns: Collection[str] = ()
        self._titles: Collection[str] = ()

    def plan(self, drafts: Sequence[Draft], ledger: Ledger, refused: Collection[int]) -> Plan:
        """The plan of these rows of the ledger; those that are new have their numbers, and none that another row has for itself, be it a bad one.

        What the rules have `refused` is told apart from the others like any, and then left out.
        """
        self._columns = ledger.headings
        for row in ledger.rows:
            if row.number:
                self._register.keep(self._number_of(row))
        numbered = [made for made in drafts if made.row.number]
        self._titles = {made.title_key for made in drafts} if numbered else ()  # else each row has the title of its item
        unnumbered = [made for made in drafts if not made.row.number]
        self._place_numbered(numbered, unnumbered)
        self._place_unnumbered(unnumbered, numbered)
        plan = self._plan
        plan.new = sorted((made for made in plan.new if made.row.row not in refused), key=lambda made: made.row.row)
        plan.differing = [one for one in plan.differing if one.made.row.row not in refused]
        for made in plan.new:
            if made.number is None:
                made.number = self._register.next(made.issued.year)
        for part in (part for made in plan.new for part in made.parts):
            part.number = self._register.next(part.issued.year)
        self._place_repeats()
        plan.same.sort(key=lambda one: one.row)
        plan.other_numbers.sort(key=lambda one: one[0])
        for paired in (plan.differing, plan.conflict, plan.blank, plan.stands, plan.settled):
            paired.sort(key=lambda one: one.made.row.row)
        bad = [*_not_drafted(ledger.rows, drafts), *ledger.unread]
        perhaps = self._perhaps(bad) | {one.number for one in plan.conflict}  # whose number is here is not gone
        plan.gone = gone(self._read, self._claimed.keys(), frozenset(perhaps))
        plan.older = list(older(self._read, plan.differing))
        plan.rounds = [(made.row.row, number) for made in plan.new if (number := self._round_before(made))]
        plan.renamed = list(perhaps_renamed(plan.new, plan.gone))
        return plan

    def _round_before(self, made: Draft) -> str:
        """The number of the last closed item of a new row's matter, of which the row is another round; "" where there is none."""
        earlier = [one for one in self._register.on_record(made.title_key) if one.lead_id == made.people.lead.id and is_another_round(made, one)]
        return earlier[-1].number if earlier else ""

    def _number_of(self, row: LedgerRow) -> Number:
        return read_number(row.number, issue_day(row, self._read.today).year)

    def _perhaps(self, bad: Sequence[LedgerRow]) -> set[str]:
        """The numbers, and the matters as in `Matter`, of rows that are bad: their items are not gone."""
        given = [self._number_of(row) for row in bad if row.number]
        numbers = {(self._register.holder(one) or one).text for one in given}
        return numbers | {matter(row.title, "")[0] for row in bad}

    def _place_numbered(self, drafts: Sequence[Draft], unnumbered: Sequence[Draft]) -> None:
        """Rows with a number of their own are known by that alone: two matters may well share title, source and day."""
        first: dict[str, Draft] = {}
        pairs: list[tuple[Draft, int]] = []
        unheld: list[Draft] = []
        for made in drafts:
            given = read_number(made.row.number, made.issued.year)
            held = self._register.holder(given)
            text = held.text if held else given.text
            before = first.get(text)
            if before is not None and before.title_key == made.title_key:
                if same_row(before, made):
                    self._repeats.append((made, before))
                else:
                    self._say_otherwise(made, before)
            elif before is not None or (held is not None and held.item_id is None):  # of another row, or somebody's own
                what = _("The number {number} belongs to another matter.").format(number=text)
                self._problem(made, "number", made.row.number, what, _("Give it a free number, or leave the cell blank for the next one."))
            elif held is None:
                first[text] = made
                made.number = given
                self._register.take(given, (made.title_key, made.source_key))
                unheld.append(made)
            else:
                first[text] = made
                assert held.item_id is not None
                pairs.append((made, held.item_id))
        self._hold_against(pairs)
        unheld.sort(key=self._agrees_in_part)  # whose item it is in all but the number goes before who may have it besides
        called: dict[str, list[Draft]] = {}
        for made in unnumbered if unheld else ():
            called.setdefault(made.title_key, []).append(made)
        self._hold_against([(made, there.id) for made in unheld if (there := self._known_otherwise(made, called.get(made.title_key, ())))])

    def _agrees_in_part(self, made: Draft) -> bool:
        return not any(agrees(made, one) for one in self._register.on_record(made.title_key))

    def _known_otherwise(self, made: Draft, unnumbered: Sequence[Draft]) -> Entry | None:
        """The one item that a row says in all but its number, which is nobody's: the ledger was numbered since. None where the row is a new item."""
        there = known_otherwise(made, [one for one in self._register.on_record(made.title_key) if one.id not in self._claimed], unnumbered)
        if len(there) == 1:
            self._plan.other_numbers.append((made.row.row, made.row.number, there[0].number))
            self._claimed[there[0].id] = made
            return there[0]
        if there:
            self._say_unclear(made, [one.number for one in there])
            return None
        self._plan.new.append(made)
        return None

    def _place_unnumbered(self, drafts: Sequence[Draft], numbered: Sequence[Draft]) -> None:
        """Rows without a number, title by title."""
        beside: dict[str, list[Draft]] = {}
        for made in numbered:
            beside.setdefault(made.title_key, []).append(made)
        for titles in _portions(drafts):
            entries = {title: [one for one in self._register.on_record(title) if one.id not in self._claimed] for title in titles}
            records = self._records([one.id for those in entries.values() for one in those])

            compared: dict[tuple[int, int], tuple[Difference, ...]] = {}

            def equal(
                made: Draft, entry: Entry, records: dict[int, Row] = records, compared: dict[tuple[int, int], tuple[Difference, ...]] = compared
            ) -> bool:
                found = compared[id(made), entry.id] = differences(made, records[entry.id], self._unit_of)
                return not found

            for title, rows in titles.items():
                found = match(rows, beside.get(title, ()), entries[title], equal)
                self._plan.new += found.new
                self._repeats += found.repeats
                for made, entry in found.pairs:
                    self._place(made, records[entry.id], compared.get((id(made), entry.id)))
                for made, other in found.otherwise:
                    self._say_otherwise(made, other)
                for made, numbers in found.unclear:
                    self._say_unclear(made, numbers)

    def _hold_against(self, pairs: Sequence[tuple[Draft, int]]) -> None:
        for start in range(0, len(pairs), _AT_ONCE):
            portion = pairs[start : start + _AT_ONCE]
            records = self._records([item_id for _made, item_id in portion])
            for made, item_id in portion:
                self._place(made, records[item_id])

    def _place(self, made: Draft, record: Row, found: tuple[Difference, ...] | None = None) -> None:
        """Put a row that is an item on record where it belongs; `found` are its differences where they were looked for already."""
        if made.title_key != matter(record["title"], "")[0] and not is_renamed(made, record, self._register, self._titles):  # it may be another row's
            self._plan.conflict.append(Paired(made, record, (Difference("title", record["title"], made.row.title),)))
            if self._register.on_record(made.title_key):
                self._plan.moved.append(made.row.row)
            return
        self._claimed[record["id"]] = made
        found = differences(made, record, self._unit_of) if found is None else found
        said = mentioned(made, record, self._unit_of, self._columns)
        said = self._mentioned.setdefault(said, said)  # the rows of a ledger say mostly the same fields
        blank = left_blank(made, record, self._columns)
        here = changed_here(self._read, record["id"]) if blank or found else {}
        if kept := as_imported(Paired(made, record, blank), here):
            self._plan.blank.append(kept)
        ours = self._ours(made, record, found, here)
        found, said = tuple(one for one in found if one not in ours), said - {one.field for one in ours}
        if ours:
            self._plan.stands.append(Paired(made, record, ours, tuple(here[one.field] for one in ours)))
        if left := left_of_a_closed_one(found, said, record):
            self._plan.settled.append(Paired(made, record, left))
            found, said = tuple(one for one in found if one not in left), said - {one.field for one in left}
        if not found:
            self._plan.same.append(Same(made, record["number"], record["id"], said))
            return
        ended = here.get("status") if record["status"] in OVER and not says_the_same_closing(found, said, record) else None
        in_the_way = {one.field: here[one.field] for one in found if one.field in here}
        if ended:
            in_the_way.setdefault("status", ended)
        if "progress" in here and record["told"] and replaces_words(made, found):
            in_the_way.setdefault("progress", here["progress"])
        place = self._plan.conflict if in_the_way else self._plan.differing
        place.append(Paired(made, record, found, _by_field(in_the_way), said, frozenset(one.field for one in ours)))

    def _ours(self, made: Draft, record: Row, found: Sequence[Difference], here: dict[str, ChangedHere]) -> tuple[Difference, ...]:
        """The differences of which the ledger has no news: its row says what it said before we changed it; none where we ended what it still goes on with."""
        ours = said_still(self._read, made, record, self._unit_of, found, here)
        over = record["status"] in OVER and "status" in here
        return () if over and len(ours) < len(found) else ours

    def _place_repeats(self) -> None:
        """A row that repeats another is where that one is; where that is nowhere, or in conflict with its item, it is bad as well."""
        plan = self._plan
        numbers = {made.row.row: made.number_text for made in plan.new}
        numbers |= {one.row: one.number for one in plan.same} | {one.made.row.row: one.number for one in plan.differing}
        for made, first in self._repeats:
            if first.row.row in numbers:
                plan.repeats.append((made.row.row, numbers[first.row.row]))
            else:
                what = _("It says what row {row} says, which cannot be imported.").format(row=shown_number(first.row.row))
                self._problem(made, "title", made.row.title, what, _("Delete one of the two rows, and mend the other."))
        plan.repeats.sort()

    def _say_unclear(self, made: Draft, numbers: Sequence[str]) -> None:
        """Report the row: it may be any of these items."""
        what = _("This matter is on record as {numbers}, with other deadlines or leads.").format(numbers=listed(numbers))
        self._problem(made, "title", made.row.title, what, _("Give the row the number of the item it is, or a number of its own."))

    def _say_otherwise(self, made: Draft, other: Draft) -> None:
        """Report the row: the same matter stands in another row, with another state or other words."""
        what = _("Row {row} says the same matter otherwise: it is {state} there.").format(
            row=shown_number(other.row.row), state=word("status", other.status)
        )
        self._problem(made, "title", other.row.title, what, _("Leave the row that holds now, or give each a number of its own."))

    def _records(self, ids: Sequence[int]) -> dict[int, Row]:
        return by_ids(self._read, ids)


def _by_field(changed: dict[str, ChangedHere]) -> tuple[ChangedHere, ...]:
    return tuple(changed[field] for field in sorted(changed))


def _not_drafted(rows: Iterable[LedgerRow], drafts: Iterable[Draft]) -> Iterator[LedgerRow]:
    """The rows that became no drafts, which stand in the same order."""
    waiting = iter(drafts)
    made = next(waiting, None)
    for row in rows:
        if made is not None and made.row is row:
            made = next(waiting, None)
        else:
            yield row


def _portions(drafts: Sequence[Draft]) -> Iterator[dict[str, list[Draft]]]:
    """The rows by title, so many titles at once."""
    by_title: dict[str, list[Draft]] = {}
    for made in drafts:
        by_title.setdefault(made.title_key, []).append(made)
    titles = list(by_title)
    for start in range(0, len(titles), _AT_ONCE):
        yield {title: by_title.pop(title) for title in titles[start : start + _AT_ONCE]}
