"""The trail in words: one line for each act, with what it changed before and after, in names, words and dates instead of ids."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from officecli.i18n import N_, _, clauses, in_brackets, listed, phrases
from officecli.model.item_fields import FIELDS
from officecli.model.private import discreet
from officecli.model.trail_words import field_words, table_words, verb_words
from officecli.model.words import word
from officecli.reports.items.item_rows import target_text
from officecli.store.read.reader import Reader, Row

READ_OF_A_COMMAND = 40  # entries; a command with more (an import) is told by counts
ITEMS_APART = 8  # items of one command that get a line each
TOLD = 3  # rows of one kind told one by one

_NAMED = {
    "lead_id": "person", "originator_id": "person", "person_id": "person", "reviewer_id": "person", "approver_id": "person", "stand_in_id": "person",
    "post_id": "post", "reports_to_id": "post", "unit_id": "unit", "parent_id": "unit", "rank_id": "rank",
    "decision_id": "decision", "duty_id": "duty", "procedure_id": "procedure", "owner_id": "person", "target_id": "target",
}  # fmt: skip
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
)
_MADE = {  # what is said of a new row: fields without their heading, then fields with it
    "item": (("title",), ("lead_id", "due", "began", "decision_id")),
    "note": (("progress", "text"), ("problem", "next_step", "evidence")),
    "submission": (("result", "achieved"), ("rating",)),
    "extension": (("asked_due",), ()),
    "prod": (("level", "text"), ()),
    "told": (("person_id",), ()),
    "decision": (("number", "title"), ("decided_by", "none_needed")),
    "pause": ((), ()),
    "wait": (("waiting_for",), ()),
    "waiver": (("rule", "approver_id"), ()),
    "selection": (("person_id", "manner", "result"), ("decided_by", "evidence")),
    "difficulty": ((), ("owner_id", "due")),
    "absence": (("person_id",), ("since", "until", "stand_in_id")),
    "person": (("name", "post_id"), ()),
    "post": (("title",), ("unit_id",)),
    "duty": (("title",), ("post_id",)),
    "checklist_point": (("text",), ()),
    "target_result": (("target_id", "value", "evidence"), ()),
    "setting": (("name", "value"), ()),
    "calendar_year": (("year",), ()),
    "office_day": (("day",), ("working",)),
}
_REASONS = ("reason", "verdict_reason")
_ENDED = {
    "support": N_("{name} supports it no longer"),
    "wait": N_("no longer waiting for {name}"),
    "pause": N_("its clock runs again"),
    "absence": N_("{name} is back"),
}
"""What is said of a row that only got its last day."""

_HALVES = ("submission", "extension", "support", "wait", "pause")  # rows whose change says what became of them, not a correction


@dataclass(frozen=True, slots=True)
class Line:
    """One act: its moment (UTC text), who did it on whose behalf, the items it was about, and `entries` as they stand on the trail."""

    at: str
    actor: str
    behalf: str | None
    verb: str
    numbers: tuple[str, ...]
    told: str
    reason: str
    first: int
    entries: tuple[Row, ...]

    @property
    def who(self) -> str:
        """Who did it, and for whom."""
        return _("{actor} for {behalf}").format(actor=self.actor, behalf=self.behalf) if self.behalf else self.actor

    @property
    def act(self) -> str:
        """What was done, in words."""
        over = self.verb in ("wait", "support") and all(entry["before"] and "until" in (entry["after"] or {}) for entry in self.entries)
        return verb_words(f"{self.verb}-over" if over else self.verb)


def trail_lines(read: Reader, *, item_id: int | None = None, actor_id: int | None = None, limit: int = 0) -> tuple[list[Line], int]:
    """The last `limit` acts (0: all) in the order they were done, of one item or one person if asked, and how many there are in all."""
    conditions = []
    if item_id is not None:
        conditions.append("item_id = :item")
    if actor_id is not None:
        conditions.append("(actor_id = :actor OR behalf_id = :actor)")
    if read.as_of != read.today:
        conditions.append("day <= :as_of")
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    values = {"item": item_id, "actor": actor_id, "as_of": read.as_of.isoformat()}
    commands = read.rows(f"SELECT command, COUNT(*) AS n FROM trail {where} GROUP BY command ORDER BY command DESC", values)
    names = _Names(read)
    lines = [line for row in reversed(commands[: limit or None]) for line in _lines(read, names, row, where, values)]
    return lines, len(commands)


def _lines(read: Reader, names: _Names, command: Row, where: str, values: Mapping[str, Any]) -> Iterator[Line]:
    """A command as one line, or as one for each of a few items."""
    of_it = f"{where} AND command = :command" if where else "WHERE command = :command"
    found = read.rows(f"SELECT body FROM trail {of_it} ORDER BY seq LIMIT :most", values, command=command["command"], most=READ_OF_A_COMMAND)
    entries = [_for_everybody(json.loads(row["body"])) for row in found]
    whole = command["n"] == len(entries)
    items = dict.fromkeys(entry["item"] for entry in entries)
    if whole and len(items) <= ITEMS_APART:
        for item in items:
            apart = [entry for entry in entries if entry["item"] == item]
            yield _line(names, apart, clauses(_told(apart, names)))
    elif whole:
        yield _line(names, entries, clauses(_told(entries, names)))
    else:
        rows = read.rows(f"SELECT subject, COUNT(*) AS n FROM trail {of_it} GROUP BY subject", values, command=command["command"])
        yield _line(names, entries, _counts({row["subject"]: row["n"] for row in rows}))


def _for_everybody(entry: Row) -> Row:
    return {**entry, "before": discreet(entry["subject"], entry["before"]), "after": discreet(entry["subject"], entry["after"])}


def _line(names: _Names, entries: Sequence[Row], told: str) -> Line:
    first = entries[0]
    items = dict.fromkeys(entry["item"] for entry in entries if entry["item"] is not None)
    reason = next((text for entry in entries for text in _reasons(entry) if text), "")
    return Line(
        at=first["at"],
        actor=first["actor"]["name"],
        behalf=first["behalf"]["name"] if first["behalf"] else None,
        verb=first["verb"],
        numbers=tuple(names.of("item", item) for item in items),
        told=told,
        reason=_("of entry {seq}").format(seq=reason.removeprefix("undo ")) if first["verb"] == "undo" else reason,
        first=first["seq"],
        entries=tuple(entries),
    )


def _reasons(entry: Row) -> Iterator[str]:
    """The reasons an act gave: the command's, or one kept with the row."""
    yield entry["reason"]
    for field in _REASONS:
        yield (entry["after"] or {}).get(field) or ""


def _told(entries: Sequence[Row], names: _Names) -> Iterator[str]:
    """What the entries of one command did: a few rows of a kind one by one, many by their number."""
    entries = [entry for entry in entries if entry["subject"] != "item_step" or _step(entry, names)]
    kinds = Counter(entry["subject"] for entry in entries)
    many = {subject: n for subject, n in kinds.items() if n > TOLD}
    for entry in entries:
        if entry["subject"] not in many and (text := told_entry(entry, names)):
            yield text
    if many:
        yield _counts(many)


def _counts(kinds: Mapping[str, int]) -> str:
    return listed(f"{table_words(subject)} ×{n}" for subject, n in kinds.items() if table_words(subject))


def told_entry(entry: Row, names: _Names) -> str:
    """One entry as a phrase, "" for bookkeeping."""
    subject, before, after = entry["subject"], entry["before"], entry["after"]
    if not table_words(subject):
        return ""
    if subject == "item_step":
        return _step(entry, names)
    if before is None:
        return _made(subject, after, names)
    if after is None:
        return _("{what} taken away").format(what=f"{table_words(subject)} {_made(subject, before, names)}".strip())
    if after.keys() == {"until"} and subject in _ENDED:
        return _(_ENDED[subject]).format(name=names.told(subject, entry["id"]))
    # The act says how the status changed, unless it took another act back; the reason stands by itself.
    if subject == "target":  # the parent of a unit is a unit, that of a target a target
        before, after = (_of_target(fields, names) for fields in (before, after))
    fields = [field for field in after if field_words(field) and field not in _REASONS and (field != "status" or entry["verb"] == "undo")]
    changed = [
        f"{field_words(field)} {names.say(field, after[field])}"
        if subject in _HALVES and before[field] in (None, "")
        else f"{field_words(field)} {names.say(field, before[field])} → {names.say(field, after[field])}"
        for field in fields
        if after[field] is not None
    ]
    gone = [f"{field_words(field)} {names.say(field, before[field])} → –" for field in fields if after[field] is None]
    whose = names.row(subject, entry["id"]) if entry["item"] is None else ""
    text = phrases(changed + gone)
    return _("{label}: {text}").format(label=whose, text=text) if whose and text else text


def _step(entry: Row, names: _Names) -> str:
    """Which step was done, with what proves it, or is no longer; that steps open is bookkeeping."""
    before, after = entry["before"] or {}, entry["after"] or {}
    if after.get("done"):
        return " · ".join(text for text in (names.step(entry["id"]), after.get("text", "")) if text)
    return _("{what} taken away").format(what=names.step(entry["id"])) if before.get("done") else ""


def _of_target(fields: Row, names: _Names) -> Row:
    """The changed fields of a target with words in place of its parent, which say shows as they are."""
    parent = fields.get("parent_id")
    return {**fields, "parent_id": names.of("target", parent)} if parent else fields


def _made(subject: str, row: Row, names: _Names) -> str:
    if subject == "target":
        return phrases(text for text in (row.get("metric", ""), target_text(row)) if text)
    if subject == "support":
        return f"{table_words(subject)} {names.of('person', row['person_id'])}" + (in_brackets(row["part"]) if row.get("part") else "")
    bare, headed = _MADE.get(subject, (("name",), ()))
    parts = [names.say(field, row[field]) for field in bare if row.get(field) not in (None, "")]
    parts += [f"{field_words(field)} {names.say(field, row[field])}" for field in headed if row.get(field) not in (None, "")]
    return phrases([part.rstrip(".。") for part in parts[:-1]] + parts[-1:])


class _Names:
    """Names of rows by id, each asked for once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[tuple[str, int], str] = {}

    def of(self, table: str, row_id: int) -> str:
        """The name (of an item: the number; of a post: the title) of a row, `#id` where it is gone."""
        key = (table, row_id)
        if key not in self._known:
            column = {"item": "number", "decision": "number", "post": "title", "duty": "title", "target": "metric"}.get(table, "name")
            self._known[key] = str(self._read.value(f"SELECT {column} FROM {table} WHERE id = :id", id=row_id) or f"#{row_id}")
        return self._known[key]

    def row(self, table: str, row_id: int) -> str:
        """The name of a row of the office itself, "" where such rows have none."""
        return self.of(table, row_id) if table in ("person", "post", "unit", "rank", "duty", "setting", "decision", "target") else ""

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
        if field == "progress":
            return f"{value}%" if isinstance(value, int) else str(value)
        if field in ("registrar", "retired", "working"):
            return word("yes-no", value)
        return word(field, value) if field in _WORDS else str(value)
