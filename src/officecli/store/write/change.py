"""The one way to write: a transaction that changes rows, appends a trail entry for each, asks the rules, and commits or refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby, islice
from typing import Any, TypeVar

from officecli.errors import OfficeError
from officecli.model.acts import check_known
from officecli.model.bounds import TEXT
from officecli.model.declaring import SQLModel
from officecli.model.items import Item
from officecli.model.row import columns
from officecli.model.rule import Finding, Rule
from officecli.store import judge, recorded
from officecli.store.calendar.written import write_days
from officecli.store.place import Place
from officecli.store.read.reader import Reader, reading
from officecli.store.schema import statistics
from officecli.store.write.as_it_was import AsItWas
from officecli.store.write.entries import Alike, Entries, Recorded, Signature
from officecli.store.write.hands import Hands
from officecli.store.write.kept_entries import KeptEntries
from officecli.store.write.lock import locked
from officecli.store.write.misfits import too_long
from officecli.store.write.moment import right_moment
from officecli.store.write.putting_back import steps_back, write_steps
from officecli.store.write.rows import item_column, item_of, plain
from officecli.store.write.writer import Writer
from officecli.store.write.writing import writing

T = TypeVar("T", bound=SQLModel)

AT_ONCE = 1000
"""Rows, or entries of the trail, that are held until they are written, and read back at a time."""


class Change:
    """One command's changes. `read` sees them, `before` does not; `first` is the number of its first entry, `day` their effective day.

    `for_others` is whether anything of it was signed on another's behalf.
    """

    def __init__(self, writer: Writer, before: Reader, signature: Signature) -> None:
        self.writer = writer
        self.read = read = writer.read
        self.before = before
        self.signature = signature
        self.for_others = False
        self._reason = ""
        self._entries = Entries(*read.head(), Hands(read))
        self.first = self._entries.first
        self._kept = KeptEntries(writer, self.first)
        self._day: date | None = None

    @property
    def reason(self) -> str:
        """Why it is done, which every entry says; where a table keeps it too it has the same room. Setting it raises BadInput for one that is too long."""
        return self._reason

    @reason.setter
    def reason(self, text: str) -> None:
        if len(text) > TEXT:
            raise too_long("reason", TEXT)
        self._reason = text

    @property
    def day(self) -> date:
        """The effective day of what is done: today, unless it was done on an earlier one."""
        return self._day or self.read.today

    @day.setter
    def day(self, value: date | None) -> None:
        self._day = value

    def sign(self, signature: Signature) -> None:
        """From now on, entries are signed so."""
        self.signature = signature

    def act(self, role: str, behalf: tuple[int, str] | None = None) -> None:
        """From now on, entries are signed in this role, on behalf of this person (id, name)."""
        self.signature = self.signature.acting(role, behalf)
        self.for_others = self.for_others or behalf is not None

    def get(self, model: type[T], row_id: int) -> T:
        """The row of `model` with this id, to be changed with `set`."""
        row = self.writer.get(model, row_id)
        if row is None:
            raise LookupError(f"{model.__name__} {row_id}")
        return row

    def add(self, model: type[T], verb: str, /, **fields: Any) -> T:
        """Make a row; its id is the number of the trail entry that records it. Raises BadInput for a value that does not fit."""
        values = self.writer.checked(model, {**fields, "id": self._entries.next})
        after = plain(values)
        with self.writer.allowed():
            self._record(verb, model, after, before=None, after=after)
            return self.writer.add(model, values)

    def add_many(self, model: type[SQLModel], verb: str, rows: Iterable[dict[str, Any]]) -> range:
        """Make many rows of one kind, so many in one statement; returns their ids, in order. However many there are, only a few are held at a time."""
        first = self._entries.next
        for names, alike in groupby(rows, key=tuple):
            while some := list(islice(alike, AT_ONCE)):
                self.add_columns(model, verb, dict(zip(names, zip(*map(dict.values, some), strict=True), strict=True)))
        return range(first, self._entries.next)

    def add_columns(self, model: type[SQLModel], verb: str, said: Mapping[str, Sequence[Any]]) -> range:
        """Make the rows of which this is said, column by column, in one statement; returns their ids, in order."""
        check_known(verb)
        ids = range(self._entries.next, self._entries.next + len(next(iter(said.values()))))
        table, names, of_item = str(model.__tablename__), tuple(one.name for one in columns(model)), item_column(model)
        values = self.writer.kept(model, {**said, "id": ids})
        self._entries.make_of_new(self._alike(verb, table), names, values, of_item)
        with self.writer.allowed():
            self.writer.insert_columns(table, names, values)
        if len(self._entries.waiting) >= AT_ONCE:
            self._kept.write(self._entries)
        return ids

    def set(self, row: SQLModel, verb: str, /, **fields: Any) -> None:
        """Change fields of a row; nothing is recorded where nothing differs. An item's version goes up by one."""
        old = row.model_dump()
        changed = {name: value for name, value in fields.items() if old[name] != value}
        if not changed:
            return
        if isinstance(row, Item):
            changed["version"] = row.version + 1
        whole = self.writer.checked(type(row), {**old, **changed})
        new = {name: whole[name] for name in changed}
        before, after = (plain(fields, keep_none=True) for fields in ({name: old[name] for name in changed}, new))
        with self.writer.allowed():
            self._record(verb, type(row), old, before=before, after=after)
            self.writer.change(row, new)

    def mark(self, item: Item, verb: str) -> None:
        """Record an act on an item that changes nothing of what it says; only its version goes up."""
        before, after = {"version": item.version}, {"version": item.version + 1}
        with self.writer.allowed():
            self._record(verb, Item, {"id": item.id}, before=before, after=after)
            self.writer.change(item, after)

    def remove(self, row: SQLModel, verb: str) -> None:
        """Take a row away (an undo); the trail keeps it."""
        old = row.model_dump()
        with self.writer.allowed():
            self._record(verb, type(row), old, before=plain(old), after=None)
            self.writer.remove(row)

    def put_back(self, verb: str, entries: Sequence[dict[str, Any]]) -> None:
        """Take these entries of the trail back, the last first, in rows nothing else has changed since. Raises Overtaken where one has no room."""
        check_known(verb)
        steps = list(steps_back(self.read, entries))
        for step in steps:
            self._entries.make(self._alike(verb, step.table), Recorded(step.row_id, step.item_id, step.before, step.after))
        with self.writer.allowed():
            write_steps(self.writer, steps)
        self.writer.look_again()
        self.read.forget()

    def work_calendar_out(self, last: date) -> None:
        """Bring the calendar's days up to `last` in line with its rows; they are worked out from trailed ones and so have no entries of their own."""
        self.read.calendar = None
        with self.writer.allowed():
            write_days(self.writer, last)

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the command that is taken back alone where the block raises an OfficeError; `findings` within it are of this part."""
        self.finish()
        whole, signature, reason, day = self._entries, self.signature, self.reason, self._day
        self._entries = whole.part()
        with self.writer.allowed():
            self.writer.begin_part()
        try:
            yield
            self.finish()
        except OfficeError:
            with self.writer.allowed():
                self.writer.take_back_part()
            self.read.forget()
            self._entries = whole
            self._kept.begin_at(whole.next)
            raise
        else:
            with self.writer.allowed():
                self.writer.keep_part()
            self._entries = self._entries.after(whole)
        finally:
            self.signature, self.reason, self._day = signature, reason, day

    @property
    def changed(self) -> bool:
        """Whether anything was recorded."""
        return self.size > 0

    @property
    def size(self) -> int:
        """How many entries it made."""
        return self._entries.next - self.first

    def findings(self, rules: Iterable[Rule]) -> list[Finding]:
        """What this change makes wrong; writes the trail entries first, since rules about acts ask them."""
        return list(self.each_finding(rules))

    def each_finding(self, rules: Iterable[Rule]) -> Iterator[Finding]:
        """The same one by one, those of one rule held at a time."""
        self.finish()
        yield from judge.new_findings(rules, self.before, self.read, self._entries.touched(), self.first - 1)

    def finish(self) -> None:
        """Write the trail entries that are not written yet, and read back all that were not read back yet; run before the commit."""
        self._kept.write(self._entries)
        self._kept.read_back(self._entries.next, AT_ONCE)

    def _record(
        self, verb: str, model: type[SQLModel], whole: dict[str, Any], *, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        """Make the entry of a row, which is known by all its fields, the `whole`."""
        check_known(verb)
        self._entries.make(self._alike(verb, str(model.__tablename__)), Recorded(whole["id"], item_of(model, whole), before, after))

    def _alike(self, verb: str, table: str) -> Alike:
        return Alike(verb, table, self.signature, self.day, self.read.today, self.reason)


@contextmanager
def changing(place: Place, *, whenever: bool = False) -> Iterator[Change]:
    """One transaction under the store's write lock: committed when the block ends, undone whole when it raises.

    Raises Refused at a time that cannot be; `whenever` is for accepting one.
    """
    with _begun(place) as (writer, before), right_moment(writer.read, whenever=whenever):
        change = Change(writer, before, Signature(0, ""))
        yield change
        change.finish()
        if change.size >= statistics.MANY:
            with writer.allowed():
                statistics.take(writer)
        before.close()  # so that the writer is the last to close: then all is in the one file, and whoever copies it misses nothing
        writer.commit()
        if change.changed:
            recorded.mark()


@contextmanager
def _begun(place: Place) -> Iterator[tuple[Writer, Reader]]:
    """A writer that has the write lock, and a reader of the store as it was when the lock was taken."""
    if place.engine == "postgresql":
        with writing(place, of_ours=True) as writer:
            yield writer, Reader(AsItWas(writer.connection), place.engine)
        return
    with reading(place) as before, locked(place):
        # The lock is ours now: nobody has written, or will, between the two readers. Before the writer comes, for a store that a tool copied
        # without its write-ahead log is to have one again, which a reader that holds on would keep from it.
        before.renew()
        with writing(place) as writer:
            yield writer, before
