"""The trail in words: one line for each act, with what it changed before and after, in names, words and dates instead of ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from officecli.hints import Any
from officecli.i18n import _, clauses, listed
from officecli.light import dataclass
from officecli.model.acts import past_words
from officecli.model.item_fields import FIELDS
from officecli.model.ledger_marks import said_alike
from officecli.model.private import discreet
from officecli.model.time.wall_clock import beginning
from officecli.model.trail_words import table_words
from officecli.reports.record.trail_entries import REASONS, said_step, told_entry
from officecli.standing.chain.confidential import is_of_a_complaint_taken_back, kept_from_reader
from officecli.standing.items.personal import who_reads_alone
from officecli.standing.record.commands import REVERSALS, reversed_by
from officecli.store.read.entries import entries as entries_read
from officecli.store.read.entries import first_since
from officecli.store.read.reader import Reader, Row
from officecli.typed.day_said import say_near
from officecli.typed.record.trail_names import Names

READ_OF_A_COMMAND = 40  # entries; a command with more (an import) is told by counts
ITEMS_APART = 8  # items of one command that get a line each
TOLD = 3  # rows of one kind told one by one


@dataclass(frozen=True)
class Line:
    """One act: its moment (UTC text), its day, and the day it was `recorded` where that is a later one,
    else ""; who did it on whose behalf, the items it was about, and `entries` as they stand on the trail.

    `login` is the one at the keys where it was not the actor's own, else "".
    """

    at: str
    day: str
    recorded: str
    actor: str
    behalf: str | None
    verb: str
    numbers: tuple[str, ...]
    told: str
    reason: str
    login: str
    first: int
    entries: tuple[Row, ...]

    @property
    def who(self) -> str:
        """Who did it, for whom, and under which login where that was not their own."""
        who = _("{actor} for {behalf}").format(actor=self.actor, behalf=self.behalf) if self.behalf else self.actor
        return _("{who} (by {login})").format(who=who, login=self.login) if self.login else who

    @property
    def when(self) -> str:
        """The moment it was done; only its day where it was recorded on another."""
        return self.day if self.recorded else self.at

    @property
    def afterwards(self) -> str:
        """That it was recorded on a later day than its own, "" where it was not."""
        return said_recorded(self.recorded) if self.recorded else ""

    @property
    def act(self) -> str:
        """What was done, in words."""
        return past_words(self.verb, over=all(entry["before"] and "until" in (entry["after"] or {}) for entry in self.entries))


def said_recorded(day: str) -> str:
    """`recorded 2 Dec`."""
    return _("recorded {day}").format(day=say_near(date.fromisoformat(day)))


_KEPT = """(subject = 'request' AND subject_id IN ({kept})
    OR subject = 'request_stage' AND subject_id IN (SELECT s.id FROM request_stage s WHERE s.request_id IN ({kept}))
    OR subject = 'request_copy' AND subject_id IN (SELECT s.id FROM request_copy s WHERE s.request_id IN ({kept}))
    OR subject = 'request_attempt' AND subject_id IN (SELECT s.id FROM request_attempt s WHERE s.request_id IN ({kept}))
    OR subject = 'notice' AND subject_id IN (SELECT s.id FROM notice s WHERE s.request_id IN ({kept})))"""
"""The condition that an entry is of a complaint that whoever reads is not shown."""


_ANOTHERS_OWN = "(subject = 'reminder' AND actor_id <> :reader)"
"""The condition that an entry is of a personal item that is not the reader's own."""


def trail_lines(
    read: Reader,
    *,
    item_id: int | None = None,
    reminder_id: int | None = None,
    actor_id: int | None = None,
    limit: int = 0,
    since: date | None = None,
    until: date | None = None,
) -> tuple[list[Line], int]:
    """The last `limit` acts (0: all) in the order they were done, of one item or one
    person and recorded from one day to another if asked, and how many there are in all.
    """
    hidden, values = _hidden_from_reader(read, of_an_item=item_id is not None)
    conditions = _open(hidden)
    if item_id is not None:
        conditions.append("item_id = :item")
    if reminder_id is not None:
        conditions.append("subject = 'reminder' AND subject_id = :reminder")
    if actor_id is not None:
        conditions.append("(actor_id = :actor OR behalf_id = :actor)")
    if read.as_of != read.today:
        conditions.append("day <= :as_of")
    conditions += _recorded(read, since, until, values)
    narrowed = conditions != _open(hidden)
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    values |= {"item": item_id, "reminder": reminder_id, "actor": actor_id, "as_of": read.as_of.isoformat()}
    if narrowed or not limit:
        found = read.rows(f"SELECT command, COUNT(*) AS n FROM trail {where} GROUP BY command ORDER BY command DESC", values)
        commands, total = found[: limit or None], len(found)
    else:
        commands, total = _last_of_all(read, hidden, values, limit)
    names = Names(read)
    return [line for row in reversed(commands) for line in _lines(read, names, row, where, values)], total


def _recorded(read: Reader, since: date | None, until: date | None, values: dict[str, Any]) -> list[str]:
    """The conditions that entries were recorded from one day to another, their values among `values`."""
    ends = {"low": (">=", since), "high": ("<", until + timedelta(days=1) if until else None)}
    moments = {name: beginning(day, read.office["timezone"]) for name, (_sign, day) in ends.items() if day}
    # A clock that was set back wrote later entries of earlier moments: then each is asked, which costs the whole trail.
    set_back = bool(moments) and read.row("SELECT 1 AS one FROM clock_acceptance LIMIT 1") is not None
    values |= {name: moment if set_back else first_since(read, moment) for name, moment in moments.items()}
    return [f"{'at' if set_back else 'seq'} {ends[name][0]} :{name}" for name in moments]


def _last_of_all(read: Reader, hidden: Sequence[str], values: Mapping[str, Any], limit: int) -> tuple[list[Row], int]:
    """The office's last commands and how many there are, by the first entry of each: the trail is not read for that."""
    of_it = " AND ".join([*_open(hidden), "command = h.command"])
    commands = read.rows(
        f"""SELECT command, n FROM (SELECT h.command, (SELECT COUNT(*) FROM trail WHERE {of_it}) AS n FROM trail h WHERE h.seq = h.command) c
            WHERE n > 0 ORDER BY command DESC LIMIT :most""",
        values,
        most=limit,
    )
    total = int(read.value("SELECT COUNT(*) FROM trail WHERE seq = command"))
    if hidden:
        perhaps = " UNION ".join(f"SELECT DISTINCT command FROM trail WHERE {one}" for one in hidden)
        total -= int(read.value(f"SELECT COUNT(*) FROM ({perhaps}) h WHERE NOT EXISTS (SELECT 1 FROM trail WHERE {of_it})", values))
    return commands, total


def lines_of_command(read: Reader, number: int) -> list[Line]:
    """One command as one line, or as one for each of a few items."""
    hidden, values = _hidden_from_reader(read)
    conditions = _open(hidden)
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    count = read.value(f"SELECT COUNT(*) FROM trail WHERE {' AND '.join([*conditions, 'command = :command'])}", values, command=number)
    return list(_lines(read, Names(read), {"command": number, "n": count}, where, values)) if count else []


def _hidden_from_reader(read: Reader, *, of_an_item: bool = False) -> tuple[list[str], dict[str, Any]]:
    """The conditions of entries that are not for whoever reads, with their values; none `of_an_item` of the office is personal."""
    kept = kept_from_reader(read)
    hidden = [_KEPT.format(kept=", ".join(map(str, kept)))] if kept else []
    if read.row("SELECT 1 AS one FROM trail WHERE subject = 'reminder' LIMIT 1"):
        reader = who_reads_alone(read)
        mine = read.for_others and not of_an_item and read.row("SELECT 1 AS one FROM reminder WHERE person_id = :reader LIMIT 1", reader=reader)
        read.own_left_out = bool(mine)
        return [*hidden, _ANOTHERS_OWN], {"reader": 0 if read.for_others else reader or 0}
    return hidden, {}


def _open(hidden: Sequence[str]) -> list[str]:
    return [f"NOT {one}" for one in hidden]


def _lines(read: Reader, names: Names, command: Row, where: str, values: Mapping[str, Any]) -> Iterator[Line]:
    """A command as one line, or as one for each of a few items."""
    of_it = f"{where} AND command = :command" if where else "WHERE command = :command"
    first = f"WHERE t.seq IN (SELECT seq FROM trail {of_it} ORDER BY seq LIMIT :most) ORDER BY t.seq"  # so that of an import no more is read
    found = entries_read(read, first, **{**values, "command": command["command"], "most": READ_OF_A_COMMAND})
    entries = [_for_everybody(read, entry) for entry in found]
    whole = command["n"] == len(entries)
    items = dict.fromkeys(entry["item"] for entry in entries)
    if whole and len(items) <= ITEMS_APART:
        lines = {item: [entry for entry in entries if entry["item"] == item] for item in items}
        told = {item: clauses(_told(apart, names)) or clauses(_beside(read, names, apart)) for item, apart in lines.items()}
        for item, apart in lines.items():
            if item is not None or told[item] or len(lines) == 1:  # what is of no item and says nothing says no more beside it
                yield _line(names, apart, told[item])
    elif whole:
        yield _line(names, entries, clauses(_told(entries, names)))
    else:
        rows = read.rows(f"SELECT subject, COUNT(*) AS n FROM trail {of_it} GROUP BY subject", values, command=command["command"])
        yield _line(names, entries, _counts({row["subject"]: row["n"] for row in rows}))


def _beside(read: Reader, names: Names, entries: Sequence[Row]) -> Iterator[str]:
    """What a command did beside an item that says nothing of it itself: the parts it was split into, and how a request on it was answered."""
    item, command = entries[0]["item"], entries[0]["command"]
    if entries[0]["verb"] == "split":
        sql = """SELECT number, title FROM item WHERE parent_id = :item
            AND id IN (SELECT subject_id FROM trail WHERE command = :command AND subject = 'item') ORDER BY id"""
        for one in read.rows(sql, item=item, command=command):
            yield f"{one['number']} {one['title']}"
    for asked in (entry for entry in entries if item and entry["subject"] == "request"):
        sql = "WHERE t.command = :command AND t.subject = 'request_stage' AND t.subject_id IN (SELECT s.id FROM request_stage s WHERE s.request_id = :request)"
        turns = [_for_everybody(read, entry) for entry in entries_read(read, f"{sql} ORDER BY t.seq", command=command, request=asked["id"])]
        yield " · ".join([names.about(asked), *filter(None, (told_entry(turn, names) for turn in turns))])


def _for_everybody(read: Reader, entry: Row) -> Row:
    if is_of_a_complaint_taken_back(read, entry):
        return {**entry, "before": entry["before"] and {}, "after": entry["after"] and {}, "reason": ""}
    if entry["subject"] == "reminder":
        return entry  # whoever reads it is whose it is: of others no entry was asked for
    return {**entry, "before": discreet(entry["subject"], entry["before"]), "after": discreet(entry["subject"], entry["after"])}


def _line(names: Names, entries: Sequence[Row], told: str) -> Line:
    first = entries[0]
    items = dict.fromkeys(entry["item"] for entry in entries if entry["item"] is not None)
    own = dict.fromkeys(entry["id"] for entry in entries if entry["subject"] == "reminder")
    asked = () if items else dict.fromkeys(names.about(entry) for entry in entries if entry["subject"] in ("request", "request_stage"))
    reason = clauses(dict.fromkeys(text for entry in entries for text in _reasons(entry) if text))
    return Line(
        at=first["at"],
        day=first["day"],
        recorded=first["recorded"] or "",
        actor=first["actor"],
        behalf=first["behalf"],
        verb=first["verb"],
        numbers=(*(names.of("item", item) for item in items), *(names.of("reminder", one) for one in own), *asked),
        told=told,
        reason=_("of entry {seq}").format(seq=reversed_by(first["verb"], reason)) if first["verb"] in REVERSALS else reason or _marked(entries),
        login="" if names.is_own_login(first) else str(first["login"]),
        first=first["seq"],
        entries=tuple(entries),
    )


def _reasons(entry: Row) -> Iterator[str]:
    """The reasons an act gave: the command's, or one kept with the row."""
    if not said_alike(entry["verb"], entry["reason"]):
        yield entry["reason"]
    for field in REASONS:
        yield (entry["after"] or {}).get(field) or ""


def _marked(entries: Sequence[Row]) -> str:
    """What a ledger was found to say as it is here, of what was changed here; "" where an import left no such mark."""
    fields = dict.fromkeys(name for entry in entries for name in said_alike(entry["verb"], entry["reason"]))
    known = [_(FIELDS[name].label) for name in fields if name in FIELDS]
    return _("the same in the ledger: {fields}").format(fields=listed(known)) if known else ""


def _told(entries: Sequence[Row], names: Names) -> Iterator[str]:
    """What the entries of one command did: a few rows of a kind one by one, many by their number."""
    act = entries[0]["verb"]
    entries = [entry for entry in _as_one_change(entries) if entry["subject"] != "item_step" or said_step(entry, names)]
    kinds = Counter(entry["subject"] for entry in entries)
    many = {subject: n for subject, n in kinds.items() if n > TOLD}
    for entry in entries:
        if entry["subject"] not in many and (text := told_entry(entry, names, act=act)):
            yield text
    if many:
        yield _counts(many)


def _as_one_change(entries: Sequence[Row]) -> list[Row]:
    """The entries, with all that was changed on an item as one of them, from what stood before to what stands after; its verb is that which set the status."""
    found: list[Row] = []
    changes: dict[int, int] = {}
    for entry in entries:
        if entry["subject"] != "item" or entry["before"] is None or entry["after"] is None:
            found.append(entry)
        elif entry["id"] not in changes:
            changes[entry["id"]] = len(found)
            found.append(entry)
        else:
            one = found[changes[entry["id"]]]
            before, after = {**entry["before"], **one["before"]}, {**one["after"], **entry["after"]}
            moved = [field for field in after if before.get(field) != after[field]]
            verb = entry["verb"] if "status" in entry["after"] else one["verb"]
            values = {"before": {field: before.get(field) for field in moved}, "after": {field: after[field] for field in moved}}
            found[changes[entry["id"]]] = {**one, **values, "verb": verb}
    return found


def _counts(kinds: Mapping[str, int]) -> str:
    return listed(f"{table_words(subject)} ×{n}" for subject, n in kinds.items() if table_words(subject))
