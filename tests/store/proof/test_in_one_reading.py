"""What is seen while the trail is read, many entries at a time, is what entry by entry and all rows played would find."""

from __future__ import annotations

from typing import Any

import pytest

from officecli.model.items import Item, Note
from officecli.store.proof import chain
from officecli.store.proof.as_made import AsMade
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Reader
from stage import by_row
from stage.tampering import by_hand, drop_guards, reader, text_of

NOTES = 12


@pytest.fixture(scope="module")
def noted(full: by_row.Staged) -> tuple[by_row.Staged, int]:
    """The office with a run of notes written at once, one of which was changed since and one taken back; and the number of the first."""
    item = full.item("汛期值守", "李明", "2026-08-01")
    with full.changing() as change:
        lead = change.get(Item, item).lead_id
        rows = [{"item_id": item, "person_id": lead, "day": change.day, "text": f"第{n}次 100%"} for n in range(NOTES)]
        first = change.add_many(Note, "note", rows).start
        change.set(change.get(Note, first + 2), "note", text="更正")
        change.remove(change.get(Note, first + 3), "note")
    return full, first


TAMPERED = [
    "",
    "UPDATE note SET text = '{0} \"' WHERE id = {0} + 5",
    "UPDATE note SET text = 'x' WHERE id = {0} + 2",
    "UPDATE note SET progress = 7 WHERE id = {0}",
    "UPDATE note SET problem = 'x' WHERE id = {0} + 5",
    "UPDATE note SET problem = x'' WHERE id = {0} + 5",
    "UPDATE note SET progress = 0 WHERE id >= {0} + 5",
    "INSERT INTO note SELECT id + 1000, item_id, person_id, day, text, progress, problem, next_step, evidence FROM note WHERE id = {0}",
    "DELETE FROM note WHERE id IN ({0}, {0} + 5, {0} + 11)",
    "UPDATE note SET id = id + 1000 WHERE id = {0} + 5",
    "UPDATE note SET id = 1 WHERE id = {0} + 5",
    "UPDATE note SET id = {0} + 3 WHERE id = {0} + 5",
    "UPDATE trail SET after = replace(after, '第', '地') WHERE seq = {0} + 5",
    "UPDATE trail SET after = NULL WHERE seq = {0} + 5",
    "UPDATE trail SET before = after WHERE seq = {0} + 5",
    "UPDATE trail SET hash = 'x' WHERE seq = {0} + 5",
    "UPDATE trail SET item_id = NULL WHERE seq = {0} + 5",
    "UPDATE trail SET subject_id = subject_id - 1 WHERE seq = {0} + 5",
    "UPDATE trail SET role = 'x' WHERE seq = {0} + 5",
    "UPDATE trail SET subject = 'pause' WHERE seq = {0} + 5",
    "UPDATE trail SET subject = 'nothing' WHERE seq = {0} + 5",
    "UPDATE trail SET at = '2020-01-01T00:00:00Z' WHERE seq = {0} + 5",
    "UPDATE trail SET at = x'00' WHERE seq = {0} + 5",
    "UPDATE trail SET item_id = 'x' WHERE seq = {0} + 5",
    "UPDATE trail SET by_login = 'x' WHERE seq = {0} + 5",
    "DELETE FROM trail WHERE seq = {0} + 5",
    "DELETE FROM trail WHERE seq = {0} + 11; UPDATE note SET text = '第2次 100%' WHERE id = {0} + 2",
    "UPDATE trail SET item_id = 'x' WHERE seq = {0} + 5; hash",
    "DELETE FROM trail WHERE seq = {0} + 5; hash",
    "UPDATE trail SET after = NULL WHERE seq = {0} + 5; UPDATE note SET text = '\"' WHERE id = {0} + 5; hash",
    "DELETE FROM trail WHERE seq > {0} + 5",
    "UPDATE trail SET seq = seq + 1000 WHERE seq = {0} + 11",
]


@pytest.mark.parametrize("full", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("at_once", "most"), [(1, 20_000), (3, 4), (1_000, 20_000)])
def test_what_is_found_is_the_same(noted: tuple[by_row.Staged, int], monkeypatch: pytest.MonkeyPatch, at_once: int, most: int) -> None:
    office, first = noted
    for other in ("definition_faults", "calendar_faults", "unsound"):  # which take long, and are not asked about
        monkeypatch.setattr(f"officecli.store.proof.verify.{other}", lambda _read: ())
    monkeypatch.setattr("officecli.store.proof.verify.AT_ONCE", at_once)
    monkeypatch.setattr("officecli.store.proof.ahead.AT_ONCE", at_once)
    monkeypatch.setattr("officecli.store.proof.as_made.MOST", most)
    for number, statement in enumerate(TAMPERED):
        with by_hand(office.place) as hand:
            drop_guards(hand, office.place)
            for one in statement.format(first).split("; "):
                hash_anew(hand, first + 5) if one == "hash" else hand.execute(one)
            found = verify(reader(hand, office.place)).faults
            with monkeypatch.context() as slowly:
                slowly.setattr("officecli.store.proof.links.Links.go_on", lambda _links, _shared, _entries: False)
                slowly.setattr("officecli.store.proof.as_made.AsMade.others", lambda _made: {})
                assert found == verify(reader(hand, office.place)).faults, statement
        assert bool(found) == bool(number), statement


@pytest.mark.parametrize("full", ["sqlite"], indirect=True)
def test_no_row_is_read_again_but_those_with_a_history(noted: tuple[by_row.Staged, int], monkeypatch: pytest.MonkeyPatch) -> None:
    office, first = noted
    asked: list[str] = []
    ask = Reader._ask

    def noting(read: Reader, cursor: Any, sql: str, values: Any) -> None:
        asked.append(sql)
        ask(read, cursor, sql, values)

    monkeypatch.setattr(Reader, "_ask", noting)
    with office.reading() as read:
        assert verify(read).faults == ()
    once, again = "WHERE id >= :next_id ORDER BY id LIMIT :most", f"WHERE id IN ({first + 2}, {first + 3}) ORDER BY id"
    assert [sql for sql in asked if "FROM note " in sql and "LIMIT 1" not in sql] == [f"SELECT * FROM note {of_these}" for of_these in (once, again)]


@pytest.mark.parametrize("full", ["sqlite"], indirect=True)
def test_no_more_rows_are_remembered_than_are_to_be(noted: tuple[by_row.Staged, int], monkeypatch: pytest.MonkeyPatch) -> None:
    office, first = noted
    monkeypatch.setattr("officecli.store.proof.as_made.MOST", 4)
    with office.reading() as read:
        entries = read.tuples(f"SELECT {', '.join(chain.COLUMNS)} FROM trail WHERE subject = 'note' AND seq >= :first", first=first)
        made = AsMade(read, ())
        made.take("note", entries[:1])
        (seen,) = filter(None, made._seen.values())
        assert len(seen.rest()) == 5, "of eleven rows of which nothing was told"
        for entry in entries[1:6]:
            made.take("note", [(*entry[:3], entry[4], *entry[4:])])
        assert made._seen == {"note": None}


def hash_anew(hand: Any, first: int) -> None:
    """Give the entries from this one on hashes that fit, each on the one before it that is there."""
    (prev,) = hand.execute("SELECT hash FROM trail WHERE seq < ? ORDER BY seq DESC", (first,)).fetchone()
    for (seq,) in hand.execute("SELECT seq FROM trail WHERE seq >= ? ORDER BY seq", (first,)).fetchall():
        prev = chain.digest(text_of(hand, seq, prev))
        hand.execute("UPDATE trail SET hash = ? WHERE seq = ?", (prev, seq))
