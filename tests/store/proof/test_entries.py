"""A hand edit of the trail shows: of an entry's text, of the columns beside it, of its end."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from officecli.store.proof import replay
from officecli.store.proof.faults import Fault
from officecli.store.proof.links import COLUMNS, Links
from officecli.store.proof.said import Said
from officecli.store.proof.verify import verify
from stage import by_row
from stage.tampering import by_hand, drop_guards, forge, last, reader, rewrite

EVERY_ENTRY = f"SELECT {', '.join(COLUMNS)} FROM trail ORDER BY seq"


TAMPERED: dict[str, tuple[Callable[[Any], object], tuple[str, ...]]] = {
    "a text changed": (lambda hand: hand.execute("UPDATE trail SET body = replace(body, '防汛', '防火') WHERE verb = 'add'"), ("hash", "differs")),
    "a text changed, with its hash": (lambda hand: forge(hand, 3, reason="why not"), ("broken",)),
    "the last text changed, with its hash": (lambda hand: forge(hand, last(hand), host="elsewhere"), ()),
    "not in the form that is hashed": (
        lambda hand: hand.execute("UPDATE trail SET body = body || ' ' WHERE seq = 3"),
        ("hash", "unreadable", "added"),
    ),
    "an entry taken out": (lambda hand: hand.execute(f"DELETE FROM trail WHERE seq = {last(hand) - 1}"), ("gap", "broken")),
    "the end cut off": (lambda hand: hand.execute(f"DELETE FROM trail WHERE seq = {last(hand)}"), ("added",)),
    "the last hash": (lambda hand: hand.execute(f"UPDATE trail SET hash = '{'0' * 64}' WHERE seq = {last(hand)}"), ("hash",)),
    "a column beside the text": (lambda hand: hand.execute("UPDATE trail SET actor_id = 77 WHERE seq = 5"), ("column",)),
    "a column emptied": (lambda hand: hand.execute("UPDATE trail SET item_id = NULL WHERE item_id IS NOT NULL"), ("column",)),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_trail_shows(full: by_row.Staged, what: str) -> None:
    tamper, kinds = TAMPERED[what]
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        tamper(hand)
        found = [fault.kind for fault in verify(reader(hand, full.place)).faults if not fault.kind.startswith("trigger-")]
    assert set(kinds) <= set(found) if kinds else found == []


def test_each_column_beside_the_text_shows_and_nothing_else_does(full: by_row.Staged) -> None:
    """Those by which entries are found among them: what an entry says is played where it says it."""
    columns = {
        "day": "2020-01-01",
        "command": 1,
        "actor_id": 77,
        "behalf_id": 77,
        "role": "x",
        "verb": "x",
        "subject": "note",
        "subject_id": 77,
        "item_id": 77,
    }
    for name, value in {**columns, "by_login": "x", "recorded": "2020-01-01"}.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item'").fetchone()[0]
            hand.execute(f"UPDATE trail SET {name} = '{value}' WHERE seq = {seq}")
            links, read = Links(), reader(hand, full.place)
            found = [fault for entry in read.each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
            found += replay.replayed(read, links.unreadable, links.astray)
        assert [(fault.kind, fault.seq, fault.field, fault.found) for fault in found] == [("column", seq, name, value)]


NO_ENTRY: dict[str, Callable[[str], str]] = {
    "a blank": lambda text: text.replace('"at":', '"at": '),
    "a blank among its fields": lambda text: text.replace('"after":{', '"after":{ '),
    "a blank in its beginning": lambda text: text.replace('{"actor":', '{ "actor":'),
    "a letter written another way": lambda text: text.replace('"reason":"', '"reason":"\\u0041'),
    "a key twice": lambda text: text.replace('"before":', '"after":{},"before":'),
    "a key too many": lambda text: text.replace('"reason":', '"really":1,"reason":'),
    "a key too few": lambda text: re.sub('"reason":"[^"]*",', "", text),
    "fields in another order": lambda text: text.replace('"after":{', '"after":{"zzz":1,'),
    "no number": lambda text: text.replace('"after":{', '"after":{"a":NaN,'),
    "a number written another way": lambda text: text.replace('"after":{', '"after":{"a":1.50,'),
    "two for one": lambda text: text.replace('"after":{', '"after":{},{'),
    "a list for fields": lambda text: re.sub('"before":{[^}]*}', '"before":[]', text),
    "a text for fields": lambda text: re.sub('"before":{[^}]*}', '"before":"x"', text),
}


def test_a_text_that_is_not_in_the_form_that_is_hashed_shows_whatever_its_hash(full: by_row.Staged) -> None:
    for what, changed in NO_ENTRY.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = rewrite(hand, changed)
            links, read = Links(), reader(hand, full.place)
            found = [fault for entry in read.each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
            found += replay.replayed(read, links.unreadable, links.astray)
        assert Fault("unreadable", seq) in found, what
        assert {fault.kind for fault in found} <= {"unreadable", "differs", "does-not-follow"}, what


def test_a_column_that_repeats_what_is_no_json_vouches_for_nothing(full: by_row.Staged) -> None:
    cases: dict[str, tuple[str, Any, Callable[[str], str]]] = {
        "a line break": ("role", "a\nb", lambda text: re.sub('"role":"[^"]*"', '"role":"a\nb"', text)),
        "a quotation mark": ("role", 'a","role":"b', lambda text: re.sub('"role":"[^"]*"', '"role":"a","role":"b"', text)),
    }
    if full.place.engine == "sqlite":  # the other keeps numbers in a column of numbers
        cases["no number"] = ("item_id", "NaN", lambda text: re.sub('"item":[0-9]*', '"item":NaN', text))
        cases["no item"] = ("item_id", "", lambda text: re.sub('"item":[0-9]*', '"item":', text))
        cases["half a row"] = ("subject_id", 5.5, lambda text: re.sub('"id":[0-9]*,"item"', '"id":5.5,"item"', text))
    for what, (column, value, changed) in cases.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = rewrite(hand, changed)
            hand.execute(f"UPDATE trail SET {column} = '{value}' WHERE seq = {seq}")
            links = Links()
            found = [fault for entry in reader(hand, full.place).each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
        assert found == [Fault("unreadable", seq)], what


def test_texts_that_only_together_make_sense_show() -> None:
    """Three that are none, and would be read as three if they were read in one."""
    for texts in (["{},null,{}", '{"a":[0', "0]}"], ["{},{}", '{"a":[0', "0]}"]):
        said = Said()
        entries = [(1, seq, "T", f'{{"actor":{{}},"after":{text},"at":"T","before":null,"behalf":null}}') for seq, text in enumerate(texts, 1)]
        assert list(said.steps(entries)) == []
        assert said.unreadable == [1, 2, 3]


def test_an_entry_that_speaks_of_another_time_than_its_column_shows_even_where_its_fields_name_that(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        seq = rewrite(hand, lambda text: re.sub('"at":"[^"]*"', '"at":"2020-01-01T00:00:00Z"', text, count=1))
        (at,) = hand.execute(f"SELECT at FROM trail WHERE seq = {seq}").fetchone()
        rewrite(hand, lambda text: text.replace('"after":{', f'"after":{{"a":{{"a":1,"at":"{at}","before":{{}}}},'))
        found = [(fault.kind, fault.field) for fault in verify(reader(hand, full.place)).faults if fault.seq == seq]
    assert ("column", "at") in found


def test_an_entry_that_does_not_follow_from_the_ones_before_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        seq = hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item' AND subject_id < seq").fetchone()[0]
        forge(hand, seq, before={"status": "closed", "version": 1})
        kinds = [(fault.kind, fault.field) for fault in verify(reader(hand, full.place)).faults]
        assert ("does-not-follow", "status") in kinds
