"""What a trail says in ids and codes, in names and words."""

from __future__ import annotations

from officecli.hints import Any
from officecli.model.item_fields import FIELDS
from officecli.model.trail_words import table_words
from officecli.model.words import word
from officecli.store.own_numbers import LETTERS, own_number_of
from officecli.store.read.entries import as_made
from officecli.store.read.reader import Reader, Row

_NAMED = {
    "lead_id": "person", "originator_id": "person", "person_id": "person", "reviewer_id": "person", "approver_id": "person", "stand_in_id": "person",
    "post_id": "post", "reports_to_id": "post", "unit_id": "unit", "parent_id": "unit", "rank_id": "rank",
    "decision_id": "decision", "duty_id": "duty", "procedure_id": "procedure", "owner_id": "person", "follow_up_id": "person", "body_id": "body",
    "target_id": "target", "to_id": "person",
}  # fmt: skip
_CALLED_BY = {
    "item": "number",
    "reminder": "number",
    "decision": "number",
    "request": "number",
    "roster": "day",
    "post": "title",
    "duty": "title",
    "target": "metric",
}
_HANGS_ON = {
    ("request_id", "request"): ("request_stage", "request_copy", "request_attempt"),
    ("person_id", "person"): ("absence", "selection", "roster", "past_leaving", "alias"),
    ("unit_id", "unit"): ("alias",),
    ("body_id", "body"): ("alias",),
    ("procedure_id", "procedure"): ("procedure_version", "procedure_pause"),
}
"""The column that names another row, and that row's table → the tables whose rows are called as that row is."""
_WORDS = (
    *(field.key for field in FIELDS.values() if field.kind in ("word", "period")),
    "level",
    "nature",
    "function",
    "registrar",
    "manner",
    "target_class",
    "direction",
    "period",
    "computed",
    "cause",
    "value",
    "days_off",
)


class Names:
    """Names of rows by id, each asked for once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[tuple[str, int], str] = {}

    def of(self, table: str, row_id: int) -> str:
        """The name (of an item: the number; of a post: the title) of a row, also of one that was taken back."""
        key = (table, row_id)
        if key not in self._known:
            column = _CALLED_BY.get(table, "name")
            there = self._read.row(f"SELECT {column} AS name FROM {table} WHERE id = :id", id=row_id)
            self._known[key] = str((there["name"] if there else self._gone(row_id, column)) or f"#{row_id}")
        return self._known[key]

    def is_own_login(self, entry: Row) -> bool:
        """Whether the login at the keys was the actor's own; entries of before do not say so, and are held against what is on record now."""
        if entry["whose"]:
            return bool(entry["whose"] == "own")
        actor = entry["actor_id"]
        if ("login", actor) not in self._known:
            found = self._read.row("SELECT login, account FROM person WHERE id = :id", id=actor)
            self._known["login", actor] = entry["login"] if found is None or found["account"] else found["login"] or ""
        return self._known["login", actor] in ("", entry["login"])

    def _gone(self, row_id: int, column: str) -> str:
        """What a row was called that was taken back: the entry that made it has the row's id."""
        return str(as_made(self._read, row_id).get(column, ""))

    def row(self, table: str, row_id: int) -> str:
        """The name of a row of the office itself, "" where such rows have none."""
        return (
            self.of(table, row_id)
            if table in ("person", "post", "unit", "rank", "duty", "setting", "decision", "target", "body", "procedure")
            else ""
        )

    def about(self, entry: Row) -> str:
        """What an entry of no item was about: a request or a result by its number, an absence by who was away, else as `row` has it."""
        table = entry["subject"]
        if table in LETTERS and table != "target":
            return own_number_of(self._read, table, entry["id"])
        if table == "request":
            return self.of(table, entry["id"])
        for (column, of), theirs in _HANGS_ON.items():
            if table in theirs and (meant := self._field(entry, column)):
                return self.of(of, meant)
        return self.row(table, entry["id"])

    def _field(self, entry: Row, column: str) -> int | None:
        """A field of the row an entry is of, which it names only where it made or removed the row."""
        told = {**(entry["before"] or {}), **(entry["after"] or {})}
        found = told.get(column) or self._read.value(f"SELECT {column} FROM {entry['subject']} WHERE id = :id", id=entry["id"])
        return int(found) if found else None

    def step(self, row_id: int) -> str:
        """The number and title of a step of an item; of one that was taken back with the item's signing, only that it is a step."""
        row = self._read.row("SELECT q.position, q.title FROM item_step s JOIN procedure_step q ON q.id = s.step_id WHERE s.id = :id", id=row_id)
        return f"{row['position']} {row['title']}" if row else table_words("item_step")

    def told(self, table: str, row_id: int) -> str:
        """Whom a support, a wait or an absence is about."""
        whom = "w.waiting_for" if table == "wait" else "p.name"
        joined = f"SELECT {whom} FROM {table} w LEFT JOIN person p ON p.id = w.person_id WHERE w.id = :id"
        return "" if table == "pause" else str(self._read.value(joined, id=row_id) or "–")

    def say(self, field: str, value: Any) -> str:
        """A field's value for people."""
        if value in (None, ""):
            return "–"
        if field in _NAMED and isinstance(value, int):
            return self.of(_NAMED[field], value)
        if field == "recurrence":
            from officecli.typed.recurrence import say_every  # few entries are about a procedure

            return say_every(str(value))
        if field == "progress":
            return f"{value}%" if isinstance(value, int) else str(value)
        if field in ("registrar", "retired", "working"):
            return word("yes-no", value)
        return word(field, value) if field in _WORDS else str(value)
