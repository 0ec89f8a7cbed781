"""The text of an entry that is put together of columns, and of what many have in common, is letter for letter the canonical one; so is that of a row."""

from __future__ import annotations

import itertools
import random
from typing import Any

from officecli.store.proof import chain
from officecli.store.proof.as_made import AsMade

WORDS = ["", "督查室", '"', "\\", "\x01\n", "😀", "a{b}c", "%s", ",", "0" * 64, "after", "\u2028", "/", "\x7f"]


def value(chance: random.Random, depth: int = 0) -> Any:
    kinds: list[Any] = [None, chance.randint(-9, 10**12), chance.random() * 100, *chance.sample(WORDS, 3)]
    if depth < 2:
        kinds += [{chance.choice(WORDS): value(chance, depth + 1) for _ in range(3)}]
    return chance.choice(kinds)


def test_a_form_and_the_canonical_text_are_the_same() -> None:
    chance = random.Random(5)
    for _ in range(300):
        actor, behalf, login, whose, host, tool, at, day, role, verb, subject, reason, recorded = (chance.choice(WORDS) for _ in range(13))
        uid, item, command, row = chance.choice([None, 0, 1000]), chance.choice([None, 5]), chance.randint(1, 10**9), chance.randint(1, 10**9)
        before, after = (chance.choice([None, {chance.choice(WORDS): value(chance)}]) for _ in range(2))
        for_whom, said_whose, later = (chance.random() < 0.5 for _ in range(3))
        entry = {
            "actor": {"id": 3, "name": actor}, "behalf": {"id": 4, "name": behalf} if for_whom else None, "role": role, "host": host, "tool": tool,
            "user": {"name": login, "uid": uid, **({"whose": whose} if said_whose else {})}, "at": at, "day": day, "command": command, "verb": verb,
            "subject": subject, "id": row, "item": item, "before": before, "after": after, "reason": reason, "seq": 7, "prev": "ab" * 32,
            **({"recorded": recorded} if later else {}),
        }  # fmt: skip
        hand = chain.Hand(actor, behalf if for_whom else None, login, uid, whose if said_whose else None, host, tool)
        shared = (command, at, day, 3, 4 if for_whom else None, role, verb, subject, reason, 1, hand.by_login, recorded if later else None)
        was, became = (None if fields is None else chain.canonical(fields) for fields in (before, after))
        assert chain.Form(shared, hand).text(7, row, item, was, became, "ab" * 32) == chain.canonical(entry)


def test_whom_a_hand_is_for_shows_even_where_the_entry_says_nobody() -> None:
    shared = (1, "", "", 3, None, "", "", "", "", 1, None, None)
    texts = {chain.Form(shared, chain.Hand("a", behalf, "", None, None, "", "")).text(1, 1, None, None, None, "") for behalf in (None, "", "b")}
    assert len(texts) == 3


def test_a_row_is_as_it_was_made_where_its_canonical_text_says_so_and_nowhere_else() -> None:
    """What a hand puts into a row may make the text that another row has: one that would have to be escaped, or is no text at all."""
    names = ["id", "title", "odd", "due"]
    told = 0
    for title, odd, due in itertools.product([*WORDS, 'x","due":"y', "x\\ny"], [None, 1, 2.5, float("inf"), "5", b"5", "x\ny"], [None, "2026-07-01"]):
        fields = {name: value for name, value in zip(names, (7, title, odd, due), strict=True) if value is not None}
        unescaped = (
            "{" + ",".join(f'"{name}":' + (f'"{value}"' if isinstance(value, str) else repr(value)) for name, value in sorted(fields.items())) + "}"
        )
        canonical = "" if isinstance(odd, bytes) or odd == float("inf") else chain.canonical(fields)
        rows = AsMade(names)
        assert not rows.holds((7, title, odd, due), unescaped) or unescaped == canonical
        assert not rows.holds((7, title, odd, "2026-07-02"), canonical)
        told += rows.holds((7, title, odd, due), canonical)
    assert told > 10
    assert AsMade(["title", "a%s", "id"]).holds(("督查%", 5, 7), '{"a%s":5,"id":7,"title":"督查%"}')
    assert not AsMade(["id"]).holds((None,), "{}")
