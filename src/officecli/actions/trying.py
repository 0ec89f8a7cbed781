"""Tries a command: it is carried out and judged like any, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from officecli.actions.acting import Acting, acting
from officecli.store.place import Place


class TakenBackError(Exception):
    """Leaves the transaction without keeping what was done in it."""


def makes_items(act: Acting) -> bool:
    """Whether it made an item, whose number is nobody's once it is taken back."""
    return any(act.change.before.row("SELECT 1 AS one FROM item WHERE id = :id", id=one) is None for one in act.items)


def tried(
    place: Place, verb: str, as_name: str, do: Callable[[Acting], object], look: Callable[[Acting], object] | None = None, **more: Any
) -> Acting:
    """Do it, `look` at what came of it, and take it back. What is refused is raised, and not logged: it was no attempt."""
    try:
        with acting(place, verb, as_name, trial=True, **more) as act:
            do(act)
            act.conclude(act.rules)
            if look:
                look(act)
            raise TakenBackError
    except TakenBackError:
        return act
