"""A hand edit of any table, of the calendar or of a row's id shows."""

from __future__ import annotations

from typing import Any

import pytest

from officecli.model.codes import TRAILED, UNTRAILED
from officecli.store.proof import replay
from officecli.store.proof.faults import Fault
from officecli.store.proof.verify import verify
from officecli.store.schema.declared import every_table
from stage import by_row
from stage.full_office import text_field
from stage.tampering import by_hand, drop_guards, last, reader


def replayed(read: Any) -> list[Fault]:
    """Only the tables against the trail, which is quick."""
    return list(replay.replayed(read))


def test_every_table_is_vouched_for_or_known_not_to_be() -> None:
    assert {table.name for table in every_table()} == {*TRAILED, *UNTRAILED}


def last_row(hand: Any, table: str) -> int:
    """The id of the last row of a table."""
    return int(hand.execute(f"SELECT MAX(id) FROM {table}").fetchone()[0])


LINKS = ("step_need",)  # nothing but ids, which the database itself keeps from pointing nowhere


def test_a_value_changed_by_hand_shows_in_every_table(full: by_row.Staged) -> None:
    tables = [table for table in TRAILED if table not in LINKS]
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        changed = [(table, last_row(hand, table), text_field(table)) for table in tables]
        for table, row, field in changed:
            hand.execute(f"UPDATE {table} SET {field} = '2031' WHERE id = {row}")
        faults = replayed(reader(hand, full.place))
    assert {fault.kind for fault in faults} == {"differs"}
    assert sorted((fault.table, fault.row, fault.field, fault.found) for fault in faults) == sorted((*one, "2031") for one in changed)


def test_a_value_emptied_by_hand_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        hand.execute("UPDATE item SET due = NULL, hours = NULL WHERE hours = 2.5")
        assert [(fault.field, fault.expected) for fault in replayed(reader(hand, full.place))] == [("due", "2026-07-01"), ("hours", 2.5)]


def test_a_row_taken_away_and_one_added_by_hand_show_in_every_table(full: by_row.Staged) -> None:
    """Both at once: a row that is there under another id is missing, and is one too many."""
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        rows = {table: last_row(hand, table) for table in TRAILED}
        for table, row in rows.items():
            hand.execute(f"UPDATE {table} SET id = 999999 WHERE id = {row}")
        found = replayed(reader(hand, full.place))
    expected = [fault for table, row in rows.items() for fault in (Fault("added", table=table, row=999999), Fault("missing", table=table, row=row))]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_what_only_a_hand_leaves_in_a_column_shows_instead_of_stopping_the_look(full: by_row.Staged) -> None:
    if full.place.engine == "postgresql":
        return  # it keeps bytes and words out of columns of words and numbers
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        hand.execute(f"UPDATE trail SET at = x'00' WHERE seq = {last(hand) - 1}")
        hand.execute("CREATE TABLE kept AS SELECT * FROM note")
        hand.execute("DROP TABLE note")
        hand.execute("CREATE TABLE note AS SELECT * FROM kept")
        hand.execute("UPDATE note SET id = 'x' || id")
        found = {(fault.kind, fault.table) for fault in verify(reader(hand, full.place)).faults}
    assert {("unreadable", ""), ("added", "note"), ("missing", "note")} <= found


def test_a_row_that_refers_to_nothing_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        hand.execute("UPDATE note SET item_id = 987654")
        found = [(fault.kind, fault.table, fault.found) for fault in verify(reader(hand, full.place)).faults]
    assert ("refers-to-nothing", "note", "item") in found


CALENDAR = {
    "DELETE FROM calendar_day WHERE date = '2026-06-03'": "missing",
    "DELETE FROM calendar_day WHERE date > '2055-06-03'": "missing",
    "UPDATE calendar_day SET is_working = 0 WHERE date = '2026-06-03'": "differs",
    "INSERT INTO calendar_day VALUES ('1999-12-31', 1, 0, 0)": "added",
    "UPDATE calendar_year SET exceptions = 'nothing' WHERE year = 2026": "no-calendar",
}


@pytest.mark.parametrize("statement", CALENDAR)
def test_a_calendar_changed_by_hand_shows(full: by_row.Staged, statement: str) -> None:
    with by_hand(full.place) as hand:
        hand.execute(statement)
        faults = [fault for fault in verify(reader(hand, full.place)).faults if fault.table == "calendar_day"]
        assert {fault.kind for fault in faults} == {CALENDAR[statement]}


def test_the_logs_of_refusals_and_of_mail_are_not_vouched_for(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        hand.execute(
            "INSERT INTO mail_log (day, person_id, number, address, message_id, claimed_at) VALUES ('2026-11-23', 1, 1, 'a@b', '<m>', 'now')"
        )
        hand.execute("INSERT INTO refusal_log (id, at, verb, codes) VALUES (1, 'now', 'add', 'R101')")
        assert verify(reader(hand, full.place)).faults == ()
