"""A hand edit of the trail shows: of an entry, of the hand it is in, of the trail's end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from officecli.store.proof import chain, replay
from officecli.store.proof.faults import Fault
from officecli.store.proof.links import Links
from officecli.store.proof.said import Said
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Reader
from stage import by_row
from stage.tampering import by_hand, drop_guards, forge, in_the_middle, last, reader

EVERY_ENTRY = f"SELECT {', '.join(chain.COLUMNS)} FROM trail ORDER BY seq"
EVERY_HAND = f"SELECT id, {', '.join(chain.Hand._fields)} FROM hand ORDER BY id"
ON_SQLITE = pytest.mark.parametrize("full", ["sqlite"], indirect=True)
"""For what Python alone finds in texts, from whatever engine they come."""


TAMPERED: dict[str, tuple[Callable[[Any], object], tuple[str, ...]]] = {
    "what is after changed": (
        lambda hand: hand.execute("UPDATE trail SET after = replace(after, '防汛', '防火') WHERE verb = 'add'"),
        ("hash", "differs"),
    ),
    "a reason changed, with its hash": (lambda hand: forge(hand, 3, reason="why not"), ("hash",)),
    "the last reason changed, with its hash": (lambda hand: forge(hand, last(hand), reason="why not"), ()),
    "not in the form that is hashed": (
        lambda hand: hand.execute("UPDATE trail SET after = after || ' ' WHERE seq = 3"),
        ("hash", "unreadable", "added"),
    ),
    "an entry taken out": (lambda hand: hand.execute(f"DELETE FROM trail WHERE seq = {last(hand) - 1}"), ("gap",)),
    "an entry taken out, and those after it moved up": (
        lambda hand: [
            hand.execute(f"DELETE FROM trail WHERE seq = {last(hand) - 2}"),
            *(hand.execute(f"UPDATE trail SET seq = seq - 1 WHERE seq = {seq}") for seq in (last(hand) - 1, last(hand))),
        ],
        ("hash",),
    ),
    "two entries in each other's place": (
        lambda hand: [
            hand.execute(f"UPDATE trail SET seq = {to} WHERE seq = {seq}")
            for seq, to in ((last(hand), -1), (last(hand) - 1, last(hand)), (-1, last(hand) - 1))
        ],
        ("hash",),
    ),
    "the end cut off": (lambda hand: hand.execute(f"DELETE FROM trail WHERE seq = {last(hand)}"), ("added",)),
    "the last hash": (lambda hand: hand.execute(f"UPDATE trail SET hash = '{'0' * 64}' WHERE seq = {last(hand)}"), ("hash",)),
    "a column": (lambda hand: hand.execute("UPDATE trail SET actor_id = 77 WHERE seq = 5"), ("hash",)),
    "a column emptied": (lambda hand: hand.execute("UPDATE trail SET item_id = NULL WHERE item_id IS NOT NULL"), ("hash",)),
    "a hand": (lambda hand: hand.execute("UPDATE hand SET actor = 'x' WHERE id = 1"), ("hand-changed",)),
    "a hand gone": (lambda hand: hand.execute("DELETE FROM hand WHERE id = 1"), ("hand-gone",)),
    "a hand that nothing is in": (
        lambda hand: hand.execute("INSERT INTO hand (id, actor, login, host, tool) SELECT MAX(id) + 1, 'x', 'x', 'x', 'x' FROM hand"),
        ("added",),
    ),
    "another hand, the same": (
        lambda hand: [
            hand.execute(
                "INSERT INTO hand (id, actor, behalf, login, uid, whose, host, tool)"
                " SELECT 1 + (SELECT MAX(id) FROM hand), actor, behalf, login, uid, whose, host, tool FROM hand WHERE id = 1"
            ),
            hand.execute("UPDATE trail SET hand_id = (SELECT MAX(id) FROM hand) WHERE seq = 1"),
        ],
        ("added",),
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_trail_shows(full: by_row.Staged, what: str) -> None:
    tamper, kinds = TAMPERED[what]
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        tamper(hand)
        found = [fault.kind for fault in verify(reader(hand, full.place)).faults if not fault.kind.startswith("trigger-")]
    assert set(kinds) <= set(found) if kinds else found == []


def proven(read: Reader) -> list[Fault]:
    """What is wrong with the entries and the tables, and not with the definitions, which would take longer."""
    links = Links(read.each(EVERY_HAND, {}))
    found = [fault for entry in read.each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
    return [*found, *links.end(), *replay.replayed(read, links.unreadable)]


def test_each_column_of_an_entry_shows(full: by_row.Staged) -> None:
    columns: dict[str, Any] = {
        "at": "2020-01-01T00:00:00Z", "day": "2020-01-01", "command": 1, "actor_id": 77, "behalf_id": 77, "role": "x", "verb": "x", "item_id": 77,
        "reason": "x", "recorded": "2020-01-01", "hash": "0" * 64,
    }  # fmt: skip
    kinds = {name: {"hash"} for name in columns}
    kinds |= {"by_login": {"column"}, "hand_id": {"no-hand"}, "subject": {"hash", "differs"}, "subject_id": {"hash", "differs"}}
    kinds |= {"before": {"hash", "does-not-follow"}, "after": {"hash", "differs"}}
    columns |= {"by_login": "x", "hand_id": 77, "subject": "note", "subject_id": 77, "before": '{"version":77}', "after": '{"version":77}'}
    assert {"seq", *columns} == {*chain.COLUMNS}
    for name, value in columns.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            if full.place.engine == "sqlite":
                hand.execute("PRAGMA foreign_keys = OFF")
            seq = in_the_middle(hand)
            hand.execute(f"UPDATE trail SET {name} = '{value}' WHERE seq = {seq}")
            found = proven(reader(hand, full.place))
        assert kinds[name] <= {fault.kind for fault in found}, name
        assert {fault.seq for fault in found if fault.kind in ("hash", "column", "no-hand")} <= {seq, seq + 1 if name == "hash" else seq}, name


MOST = "(SELECT hand_id FROM trail GROUP BY hand_id ORDER BY COUNT(*) DESC LIMIT 1)"
ONCE = {
    "gone": ([f"DELETE FROM hand WHERE id = {MOST}"], {"hand-gone": 1}),
    "changed, and an entry gone": (
        [f"UPDATE hand SET actor = 'x' WHERE id = {MOST}", f"DELETE FROM trail WHERE seq = (SELECT MAX(seq) - 3 FROM trail WHERE hand_id = {MOST})"],
        {"hand-changed": 1, "gap": 1},
    ),
    "of one entry that cannot be read": (
        [
            "INSERT INTO hand (id, actor, login, host, tool) SELECT MAX(id) + 1, 'x', 'x', 'x', 'x' FROM hand",
            "UPDATE trail SET hand_id = (SELECT MAX(id) FROM hand), reason = X'00' WHERE seq = (SELECT MAX(seq) FROM trail)",
        ],
        {"unreadable": 1},
    ),
}


@pytest.mark.parametrize("what", ONCE)
def test_what_is_wrong_with_a_hand_is_told_once(full: by_row.Staged, what: str) -> None:
    statements, kinds = ONCE[what]
    if full.place.engine == "postgresql" and "unreadable" in kinds:
        return  # it keeps each kind of values in columns of its own
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        if full.place.engine == "sqlite":
            hand.execute("PRAGMA foreign_keys = OFF")
        for one in statements:
            hand.execute(one)
        read = reader(hand, full.place)
        links = Links(read.each(EVERY_HAND, {}))
        found = [fault.kind for entry in read.each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
        found += [fault.kind for fault in links.end()]
    assert Counter(found) == kinds


@ON_SQLITE
def test_each_column_of_a_hand_shows(full: by_row.Staged) -> None:
    values = {**dict.fromkeys(chain.Hand._fields, "'x'"), "uid": 77, "whose": "'other'"}
    for name, value in values.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            number = hand.execute("SELECT hand_id FROM trail GROUP BY hand_id ORDER BY COUNT(*) DESC LIMIT 1").fetchone()[0]
            hand.execute(f"UPDATE hand SET {name} = {value} WHERE id = {number}")
            found = {(fault.kind, fault.table, fault.row) for fault in proven(reader(hand, full.place))}
        assert found == {("hand-changed", "hand", number)}, name


NO_FIELDS: dict[str, Callable[[str], str]] = {
    "a blank": lambda text: text.replace(":", ": ", 1),
    "a letter written another way": lambda text: text.replace('{"', '{"\\u0041', 1),
    "a key twice": lambda text: text.replace("{", '{"version":1,', 1),
    "fields in another order": lambda text: text.replace("{", '{"zzz":1,', 1),
    "no number": lambda text: text.replace("{", '{"a":NaN,', 1),
    "a number written another way": lambda text: text.replace("{", '{"a":1.50,', 1),
    "two for one": lambda text: text.replace("{", "{},{", 1),
    "one more field of the entry": lambda text: text + ',"alas":{}',
    "a list for fields": lambda text: "[]",
    "a text for fields": lambda text: '"x"',
    "nothing, in words": lambda text: "null",
    "nothing at all": lambda text: "",
}


@ON_SQLITE
@pytest.mark.parametrize("column", ["before", "after"])
def test_what_is_not_in_the_form_that_is_hashed_shows_whatever_its_hash(full: by_row.Staged, column: str) -> None:
    for what, changed in NO_FIELDS.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = in_the_middle(hand)
            (text,) = hand.execute(f"SELECT {column} FROM trail WHERE seq = {seq}").fetchone()
            forge(hand, seq, along=True, **{column: changed(text)})
            found = proven(reader(hand, full.place))
        assert Fault("unreadable", seq) in found, what
        assert {fault.kind for fault in found} <= {"unreadable", "differs", "does-not-follow"}, what


def test_what_is_no_value_of_its_column_vouches_for_nothing(full: by_row.Staged) -> None:
    if full.place.engine == "postgresql":
        return  # it keeps each kind of values in columns of its own
    for column, value in {"item_id": "NaN", "subject_id": 5.5, "hand_id": "x", "role": b"lead", "after": b"{}", "reason": b"", "hash": b"0"}.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = in_the_middle(hand)
            hand.execute(f"UPDATE trail SET {column} = ? WHERE seq = ?", (value, seq))
            assert Fault("unreadable", seq) in proven(reader(hand, full.place)), column


def test_texts_that_only_together_make_sense_show() -> None:
    """Three that are none, and would be read as three if they were read in one."""
    for texts in (["{},null,{}", '{"a":[0', "0]}"], ["{},{}", '{"a":[0', "0]}"]):
        said = Said()
        assert list(said.steps([(1, seq, None, text) for seq, text in enumerate(texts, 1)])) == []
        assert said.unreadable == [1, 2, 3]


def test_an_entry_that_does_not_follow_from_the_ones_before_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        forge(hand, in_the_middle(hand), before='{"status":"closed","version":1}')
        kinds = [(fault.kind, fault.field) for fault in verify(reader(hand, full.place)).faults]
        assert ("does-not-follow", "status") in kinds
