"""Whether each entry of the trail goes on from the one before it, and its columns and its hand are what was hashed.

The text that was hashed is made anew of what stands there. That before and after are in the form that is hashed is left to whoever plays them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from officecli.model.codes import TRAILED
from officecli.store.proof import chain
from officecli.store.proof.faults import Fault

_TABLES = frozenset(TRAILED)
_NONE = type(None)
_KINDS: tuple[set[type], ...] = {int}, {int}, {int, _NONE}, {str, _NONE}, {str, _NONE}, {str}
_OF_ITS_OWN = frozenset(product(*_KINDS))
_SHARED = frozenset(product([int], [str], [str], [int], [int, _NONE], [str], [str], [str], [str], [int], [str, _NONE], [str, _NONE]))
_OF_A_HAND = frozenset(product([str], [str, _NONE], [str], [int, _NONE], [str, _NONE], [str], [str]))
"""What kinds of values stand in an entry, and in a hand; a hand with an SQL shell leaves others."""

SUBJECT, HAND, BY_LOGIN = (chain.SHARED.index(name) for name in ("subject", "hand_id", "by_login"))


class Links:
    """Takes the entries one after the other; `unreadable` are those that say nothing. `hands` are the rows of that table, by their ids."""

    def __init__(self, hands: Iterable[tuple[Any, ...]]) -> None:
        self.last = 0
        self.hash = ""
        self.unreadable: set[int] = set()
        self._hands = {number: chain.Hand(*said) for number, *said in hands}
        self._shared: tuple[Any, ...] = ()
        self._form: chain.Form | None = None
        self._readable = self._right = False
        self._signed: Counter[int] = Counter()
        self._unsure: Counter[int] = Counter()  # those after a gap, of which nobody can tell
        self._named: set[Any] = set()  # hands of entries that cannot be read
        self._wrong: dict[int, list[Fault]] = {}

    def go_on(self, shared: tuple[Any, ...], entries: Sequence[tuple[Any, ...]]) -> bool:
        """Take the next entries, which share this, together, where nothing is wrong with them; False where they are to be taken one by one."""
        if shared != self._shared:
            self._begin(shared)
        if not self._right or not self._form:
            return False
        own = [*zip(*entries, strict=True)]
        if any(not kinds.issuperset(map(type, said)) for kinds, said in zip(_KINDS, own, strict=True)):
            return False
        if own[0] != tuple(range(self.last + 1, self.last + 1 + len(entries))):
            return False
        prev, text = self.hash, self._form.text
        for seq, row, item, before, after, hash_ in entries:
            if chain.digest(text(seq, row, item, before, after, prev)) != hash_:
                return False
            prev = hash_
        self.last, self.hash = own[0][-1], prev
        self._signed[shared[HAND]] += len(entries)
        return True

    def faults(self, entry: tuple[Any, ...]) -> Sequence[Fault]:
        """What is wrong with the next entry; whether its columns are what was hashed is told in the `end`."""
        own, shared = entry[: len(chain.OWN)], entry[len(chain.OWN) :]
        if shared != self._shared:
            self._begin(shared)
        seq, row, item, before, after, hash_ = own
        prev, expected = self.hash, self.last + 1
        self.last, self.hash = seq, hash_
        readable = self._readable and tuple(map(type, own)) in _OF_ITS_OWN
        if readable:
            self._signed[self._shared[HAND]] += 1
            if seq == expected and self._right and self._form and chain.digest(self._form.text(seq, row, item, before, after, prev)) == hash_:
                return ()
        gap = [] if seq == expected else [Fault("gap", seq, expected=expected, found=seq)]
        if readable:
            return [*gap, *self._looked_at(own, None if gap else prev)]
        self.unreadable.add(seq)
        self._named.add(shared[HAND])
        return [*gap, Fault("unreadable", seq)]

    def end(self) -> Iterator[Fault]:
        """The entries that are not what was hashed; where that is all there are in one
        hand, or it is gone, the hand. Hands that no entry is in, and that stand twice.
        """
        for number, wrong in self._wrong.items():
            if len(wrong) > 1 and len(wrong) + self._unsure[number] == self._signed[number]:
                yield Fault("hand-changed" if wrong[0].kind == "hash" else "hand-gone", table="hand", row=number, found=len(wrong))
            else:
                yield from wrong
        known: set[chain.Hand] = set()
        for number, hand in self._hands.items():
            if not (number in self._signed or number in self._named) or hand in known:
                yield Fault("added", table="hand", row=number)
            known.add(hand)

    def _begin(self, shared: tuple[Any, ...]) -> None:
        """What entries that share this have in common is made once, and looked at."""
        self._shared, self._form, self._right = shared, None, False
        self._readable = tuple(map(type, shared)) in _SHARED
        hand = self._hands.get(shared[HAND]) if self._readable else None
        if hand and tuple(map(type, hand)) in _OF_A_HAND:
            self._form = chain.Form(shared, hand)
            self._right = shared[SUBJECT] in _TABLES and shared[BY_LOGIN] == hand.by_login

    def _looked_at(self, own: tuple[Any, ...], prev: str | None) -> Iterator[Fault]:
        """What is wrong with an entry that can be read; of one that begins anew, after a gap, nobody knows the hash before it."""
        seq, row, item, before, after, hash_ = own
        subject, number, by_login = (self._shared[place] for place in (SUBJECT, HAND, BY_LOGIN))
        if subject not in _TABLES:
            yield Fault("unknown-change", seq, subject, row)
        if self._form is None:
            self._wrong.setdefault(number, []).append(Fault("no-hand", seq, "hand", number))
            return
        self._unsure[number] += prev is None
        if prev is not None and chain.digest(self._form.text(seq, row, item, before, after, prev)) != hash_:
            self._wrong.setdefault(number, []).append(Fault("hash", seq))
        elif by_login != self._hands[number].by_login:  # a hand that was changed says nothing of its entries
            yield Fault("column", seq, "trail", seq, "by_login", self._hands[number].by_login, by_login)
