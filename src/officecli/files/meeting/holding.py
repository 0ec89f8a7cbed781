"""Holds the rows of a meeting's sheet against the store: what is still to be done, what stands in the way, and what is only to be read and was changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.reconciling.changed_here import Since, changed_since
from officecli.files.ledger.reconciling.plan import Difference
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.meeting.new_rows import NewRows
from officecli.files.meeting.plan import Came, HeldRow, Overwritten
from officecli.files.meeting.wishes import Wish, Wishing
from officecli.files.meeting.written import WrittenRow, WrittenSheet
from officecli.i18n import _, in_every_language
from officecli.model.chain.meeting import MARK, Mark
from officecli.model.codes import OVER
from officecli.model.words import VOCABULARIES, word
from officecli.reports.chain.meeting_sheet import PRINTED
from officecli.reports.items.item_rows import by_ids, column
from officecli.store.read.reader import Reader, Row
from officecli.typed.dates import almanac

_DECIDED_ON = ("status", "due", "lead")
"""What a decision goes by: where one of these was changed meanwhile, the meeting did not know of it."""

_OF_ITSELF = ("no", "light")
"""Columns that change without anybody changing them."""

_STATES = {"close": "closed", "cancel": "cancelled", "suspend": "suspended"}
_ACTS = {"return": "return", "resume": "resume", "decline": "decline", "prod": "prod", "keep": "meet", "extend": "grant"}
"""Decision → the act by which it shows on record that it was done."""

_JOINTS = re.compile(r"[\s（）()、;；,，:：✓]+")


class Holding:
    """Holds the rows of one sheet against the store; rows `refused` before are left out of what goes."""

    def __init__(self, read: Reader, sheet: WrittenSheet, refused: Collection[int]) -> None:
        self._read = read
        self._sheet = sheet
        self._refused = refused
        self._wishing = Wishing(read, sheet)
        self._new = NewRows(read, sheet, self._wishing)
        self._days = DateCells(almanac(read), read.today)
        self._first: dict[int, WrittenRow] = {}

    def hold(self, came: Came) -> None:
        """Put every row of the sheet where it belongs. Raises BadInput for a sheet that was printed of another office."""
        rows = [row for row in self._sheet.rows if self._means_something(row)]
        marked = {row.row: row.mark for row in rows if row.mark}
        strange = self._strange({(mark.seq, mark.hash) for mark in marked.values()})
        if marked and all((mark.seq, mark.hash) in strange for mark in marked.values()):
            raise _of_another_office()
        records = by_ids(self._read, sorted({mark.item_id for mark in marked.values()}))
        touched = self._touched({mark.seq for mark in marked.values()})
        came.read = len(rows) + len(self._sheet.skipped)
        for row in rows:
            mark = row.mark
            if mark is None:
                self._without_mark(row, came)
            elif (mark.seq, mark.hash) in strange:
                self._wishing.problem(row, MARK, _of_another_office().what, _("Print the sheet anew, and write it there."))
            elif mark.item_id not in records:
                what = _("This item is no longer on record: what had made it was taken back.")
                self._wishing.problem(row, "number", what, _("Clear the last cell of the row to make a new item of it."))
            else:
                self._marked(row, mark, records[mark.item_id], touched[mark.seq], came)
        came.problems = sorted(self._wishing.problems, key=lambda one: one.row)
        came.missing = _missing(marked.values())

    def _means_something(self, row: WrittenRow) -> bool:
        """Whether a row is one of the table: a signature below it, or a sum, has neither a mark nor a matter."""
        return bool(row.text(MARK) or row.text("title") or row.says)

    def _strange(self, heads: Collection[tuple[int, str]]) -> set[tuple[int, str]]:
        """Those heads that this trail never had."""
        return {
            (seq, digits)
            for seq, digits in heads
            if not str(self._read.value("SELECT hash FROM trail WHERE seq = :seq", seq=seq) or "").startswith(digits)
        }

    def _touched(self, seqs: Collection[int]) -> dict[int, set[int]]:
        """Head → the items on which anything was recorded since."""
        sql = "SELECT DISTINCT item_id FROM trail WHERE seq > :seq AND item_id IS NOT NULL"
        return {seq: {row["item_id"] for row in self._read.rows(sql, seq=seq)} for seq in seqs}

    def _without_mark(self, row: WrittenRow, came: Came) -> None:
        if row.text(MARK):
            what = _("The mark in the last column was written over, so nobody knows which item this is.")
            self._wishing.problem(row, MARK, what, _("Print the sheet anew; or clear the cell to make a new item of the row."))
            return
        new = self._new.read(row, came)
        if new and row.row not in self._refused:
            came.new.append(new)

    def _marked(self, row: WrittenRow, mark: Mark, record: Row, touched: set[int], came: Came) -> None:
        first = self._first.setdefault(mark.item_id, row)
        if first is not row:
            what = _("Row {row} is the same item.").format(row=first.row)
            self._wishing.problem(row, "", what, _("Decide on it in one row; to make a new item of this one, clear its number and its last cell."))
            return
        since = changed_since(self._read, mark.item_id, mark.seq) if mark.item_id in touched else Since()
        came.overwritten.extend(self._overwritten(row, record, since))
        if not row.says:
            came.unchanged.append(row.row)
            return
        wish = self._wishing.wish(row, since.before.get("due", record["due"]))
        if wish is None:
            return
        if wish == Wish():
            came.unchanged.append(row.row)
            return
        left = tuple(self._left(wish, record, since, mark))
        if not left:
            came.here.append((row.row, record["number"]))
            return
        held = HeldRow(row.row, record, wish, left, tuple(_in_the_way(wish, left, record, since)))
        if held.changed:
            came.conflict.append(held)
        elif row.row not in self._refused:
            came.differing.append(held)

    def _left(self, wish: Wish, record: Row, since: Since, mark: Mark) -> Iterator[Difference]:
        """What of a row's wishes is not on record yet."""
        due, lead = wish.due.isoformat() if wish.due else None, wish.lead.name if wish.lead else None
        if wish.decided and not _is_done(wish, record, since):
            yield Difference("decided", record["status"], wish.decided)
        if due and due != record["due"]:
            yield Difference("new_due", record["due"], due)
        if lead and lead != record["lead"]:
            yield Difference("new_lead", record["lead"], lead)
        text = " ".join(filter(None, (f"{wish.percent}%" if wish.percent else "", wish.said)))
        is_result = wish.decided == "close" and record["status"] == "closed"
        if text and not is_result and not self._is_noted(wish, record, mark.seq):
            yield Difference("said", record["progress"], text)
        if wish.noted and _flat(wish.noted) not in map(_flat, since.reasons.get("meet", ())):
            yield Difference("noted", None, wish.noted)

    def _is_noted(self, wish: Wish, record: Row, seq: int) -> bool:
        """Whether how it goes is on record in these words, as the last feedback or one since the sheet was printed."""
        if _flat(wish.said) == _flat(record["told"]) and wish.percent in ("", str(record["percent"])):
            return True
        later = self._read.rows("SELECT text, progress FROM note WHERE item_id = :item AND id > :seq", item=record["id"], seq=seq)
        return any(_flat(one["text"]) == _flat(wish.said) and wish.percent in ("", str(one["progress"])) for one in later)

    def _overwritten(self, row: WrittenRow, record: Row, since: Since) -> Iterator[Overwritten]:
        """The cells that are only to be read and say otherwise than was printed; names that were changed here meanwhile are not looked at."""
        for key in PRINTED:
            if key in _OF_ITSELF or key not in self._sheet.places or (key in since.fields and key not in since.before):
                continue
            value = since.before.get(key, record[key])
            printed, now = _printed(key, value), row.text(key)
            if _flat(printed) != _flat(now) and not self._same(key, printed, value, row):
                yield Overwritten(row.row, record["number"], key, printed, now)

    def _same(self, key: str, printed: str, value: Any, row: WrittenRow) -> bool:
        """Whether a cell that is written otherwise says the same: a day in another form, a word or names as another language writes them."""
        now = row.text(key)
        kind = column(key).kind
        if kind == "date" and now and printed:
            try:
                reading = self._days.due(key, row.cells.get(key), None)
            except BadInput:
                return False
            return bool(reading and reading.day == date.fromisoformat(printed))
        if kind == "word" and value is not None:
            english = VOCABULARIES.get(key, {}).get(str(value))
            return english is not None and now in in_every_language(english)
        return _JOINTS.sub("", printed) == _JOINTS.sub("", now)


def _is_done(wish: Wish, record: Row, since: Since) -> bool:
    """Whether what was decided is so already."""
    if wish.decided in _STATES:
        return bool(record["status"] == _STATES[wish.decided])
    if wish.decided == "extend" and wish.due:
        return bool(wish.due.isoformat() == record["due"])
    if wish.decided == "assign":
        return bool(wish.lead and wish.lead.name == record["lead"])
    return _ACTS[wish.decided] in since.reasons


def _in_the_way(wish: Wish, left: Sequence[Difference], record: Row, since: Since) -> Iterator[Any]:
    """What was changed here since the sheet was printed, as far as the row does not say the same."""
    keys = {one.field for one in left}
    concerned: dict[str, bool] = {
        "due": "new_due" in keys,
        "lead": "new_lead" in keys,
        "progress": "said" in keys,
    }
    if "decided" in keys and wish.decided not in ("keep", "prod"):
        agreed = {
            "due": wish.due is not None and wish.due.isoformat() == record["due"],
            "lead": wish.lead is not None and wish.lead.name == record["lead"],
        }
        concerned |= {key: concerned.get(key, False) or not agreed.get(key, False) for key in _DECIDED_ON}
    if record["status"] in OVER:
        concerned["status"] = True
    yield from (since.fields[key] for key, is_so in sorted(concerned.items()) if is_so and key in since.fields)


def _missing(marks: Collection[Mark | None]) -> list[int]:
    """The running numbers of rows that were printed and are in the file no longer; of sheets put together each has its own."""
    heads: dict[tuple[int, int], set[int]] = {}
    for mark in marks:
        if mark:
            heads.setdefault((mark.seq, mark.total), set()).add(mark.no)
    return sorted(no for (_seq, total), there in heads.items() for no in {*range(1, total + 1)} - there)


def _of_another_office() -> BadInput:
    return BadInput(
        _("This sheet was printed of another office, or of this one before it was restored: its head is not in the trail here."),
        fix=_("Read it where it was printed; or print it anew here, and write what was decided into that: officecli meeting sheet -o meeting.xlsx"),
    )


def _printed(key: str, value: Any) -> str:
    """What the sheet says of a field, names and their parts one after the other."""
    if value is None or isinstance(value, (str, int)):
        return "" if value is None else word(key, str(value)) if column(key).kind == "word" else str(value)
    return "; ".join(f"{one['name']} {one['part']}".strip() for one in value)


def _flat(value: Any) -> str:
    return " ".join(str(value).split()) if value is not None else ""
