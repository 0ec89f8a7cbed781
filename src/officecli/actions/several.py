"""The same act on several things: each is done, or it is known why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from officecli.actions.acting import Acting
from officecli.actions.answer import NotDone
from officecli.errors import BadInput, NotFound, OfficeError, Overtaken, Refused
from officecli.i18n import _
from officecli.model.acts import ACTS
from officecli.store.read.among import among
from officecli.typed.items.numbers import find_item
from officecli.typed.meant import Several
from officecli.typed.text import shown


def do_each(act: Acting, numbers: Sequence[str], do: Callable[[Acting, str], object]) -> None:
    """Do the same with each of them: what is refused is taken back alone and kept in `not_done`, the rest stays, as one command on the trail.

    Raises the error itself where all are stopped by the same, as by a name that nobody has, or by a word that may mean several.
    """
    act.parts = len(numbers)
    done: set[int] = set()
    for number in _parts_and_wholes(act, numbers):
        about: list[int] = []
        try:
            with act.part():
                try:
                    do(act, number)
                finally:
                    about = act.items or act.reminders
                if about and about[0] in done:  # a second prod would be a graver one
                    raise BadInput(_("It is named twice, and was done once."))
            done |= {*about[:1]}
        except Several:
            raise
        except (Refused, BadInput, NotFound, Overtaken) as error:
            found = act.read.row("SELECT id, number FROM item WHERE id = :id", id=about[0]) if about else None
            act.not_done.append(NotDone(found["number"] if found else number, found["id"] if found else None, error))
    if len(act.not_done) == len(numbers) and len({_said(one.error) for one in act.not_done}) == 1:
        raise act.not_done[0].error


def do_all(act: Acting, numbers: Sequence[str], do: Callable[[Acting, str], object]) -> None:
    """Do the same with each of them; what stops one stops all. Raises BadInput where two of them are the same, for a second prod would be a graver one."""
    items: list[int] = []
    reminders: list[int] = []
    done: set[int] = set()
    for number in _parts_and_wholes(act, numbers):
        act.items, act.reminders = [], []
        do(act, number)
        about = {*act.items[:1], *act.reminders[:1]}
        if about & done:
            raise BadInput(_("{number} is named twice.").format(number=shown(number)), fix=_("Name it once."))
        done |= about
        items += act.items
        reminders += act.reminders
    act.items, act.reminders = items, reminders


def _parts_and_wholes(act: Acting, numbers: Sequence[str]) -> Sequence[str]:
    """The numbers as they were typed; those of a whole and its parts in the order in which the act can be done to both."""
    when = ACTS[act.verb].whole if act.verb in ACTS else ""
    if len(numbers) < 2 or not when:
        return numbers
    items: dict[str, int] = {}
    for number in numbers:
        with suppress(OfficeError):  # whoever does it says what is wrong with it
            items[number] = find_item(act.read, number)
    wholes: set[int] = set()
    for these, values in among(list(items.values())):
        asked = f"SELECT DISTINCT parent_id FROM item WHERE id IN {these} AND parent_id IS NOT NULL"
        wholes |= {row["parent_id"] for row in act.read.rows(asked, values)}
    return sorted(numbers, key=lambda number: (items.get(number) in wholes) == (when == "last")) if wholes else numbers


def _said(error: OfficeError) -> tuple[object, ...]:
    return type(error), error.what, error.why, error.fix, *getattr(error, "reasons", ())
