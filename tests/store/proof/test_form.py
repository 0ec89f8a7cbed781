"""The text of an entry that is put together of what many have in common is, letter for letter, the canonical one."""

from __future__ import annotations

import random
from typing import Any

from officecli.store.proof import chain

WORDS = ["", "督查室", '"', "\\", "\x01\n", "😀", "a{b}c", "%s", ",", "0" * 64, "after"]


def value(chance: random.Random, depth: int = 0) -> Any:
    kinds: list[Any] = [None, chance.randint(-9, 10**12), chance.random() * 100, *chance.sample(WORDS, 3)]
    if depth < 2:
        kinds += [{chance.choice(WORDS): value(chance, depth + 1) for _ in range(3)}]
    return chance.choice(kinds)


def test_a_form_and_the_canonical_text_are_the_same() -> None:
    chance = random.Random(5)
    names = ["at", "actor", "behalf", "command", "day", "host", "reason", "recorded", "role", "subject", "tool", "user", "verb", "zz"]
    for _ in range(300):
        common = {name: value(chance) for name in chance.sample(names, chance.randint(1, len(names)))}
        own = {
            "after": value(chance),
            "before": value(chance),
            "id": chance.randint(1, 10**9),
            "item": chance.choice([None, 5]),
            "prev": "ab" * 32,
            "seq": 7,
        }
        assert chain.Form(common).body(**own) == chain.canonical({**common, **own})
