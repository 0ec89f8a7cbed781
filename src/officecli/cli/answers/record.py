"""What was taken back or set aside, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.i18n import _, listed
from officecli.model.words import word

if TYPE_CHECKING:
    from officecli.actions.record.undo import Undone
    from officecli.actions.record.waivers import HoldsAgain, SetAside


def undone(done: Undone) -> Iterator[str]:
    numbers = listed(done.numbers[:5]) + (" …" if len(done.numbers) > 5 else "")
    yield _("Undone: “{act}”, {numbers}.").format(act=word("act", done.verb), numbers=numbers)


def set_aside(done: SetAside) -> Iterator[str]:
    text = _("{code} is set aside for {number} until {day}.") if done.until else _("{code} is set aside for {number}.")
    yield text.format(code=done.rule, number=done.number, day=done.until)


def holds_again(done: HoldsAgain) -> Iterator[str]:
    yield _("{code} holds again for {number}.").format(code=done.rule, number=done.number)
