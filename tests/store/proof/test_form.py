"""The text of an entry that is put together of columns, and of what many have in common, is letter for letter the canonical one; so is that of a row."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from officecli.store.proof import chain
from officecli.store.proof.row_text import RowText

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


def of_rows(texts: RowText, rows: list[tuple[Any, ...]]) -> list[str]:
    return texts.of_columns([*zip(*rows, strict=True)])


def test_a_row_is_written_by_a_pattern_as_its_canonical_text_has_it_or_not_at_all() -> None:
    """What a hand puts into a row may make the text that another row has: one that would have to be escaped, or is no text at all."""
    names = ["id", "title", "odd", "due"]
    told, every = 0, []
    for title, odd, due in itertools.product(
        [*WORDS, 'x","due":"y', "x\\ny"], [None, 1, 1.0, 2.5, float("inf"), "5", b"5", "x\ny"], [None, "2026-07-01"]
    ):
        row, texts = (7, title, odd, due), RowText(names)
        if isinstance(odd, bytes) or odd == float("inf"):
            assert texts.by_pattern(row) is None
            with pytest.raises((TypeError, ValueError)):
                of_rows(texts, [row])
            continue
        canonical = chain.canonical({name: value for name, value in zip(names, row, strict=True) if value is not None})
        assert texts.by_pattern(row) in (None, canonical)
        every.append((row, canonical))
        told += texts.by_pattern(row) is not None
    assert told > 10
    chance = random.Random(3)
    for count in [1] * 40 + [2, 3, 50] * 200:
        some = chance.sample(every, count)
        if chance.random() < 0.5:
            some = [(row, text) for row, text in some if [*map(type, row)] == [*map(type, some[0][0])]]  # as most rows are
        assert of_rows(texts, [row for row, _text in some]) == [text for _row, text in some]
    assert RowText(["title", "a%s", "id"]).by_pattern(("督查%", 5, 7)) == '{"a%s":5,"id":7,"title":"督查%"}'
    assert RowText(["id"]).by_pattern((None,)) is None
    assert of_rows(RowText(["id"]), [(None,), (None,)]) == ["{}", "{}"]
    assert of_rows(RowText(["a%s", "id"]), [("督查%", 5), ("督查%", 7)]) == ['{"a%s":"督查%","id":5}', '{"a%s":"督查%","id":7}']
