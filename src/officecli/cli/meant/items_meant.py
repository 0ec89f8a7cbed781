"""Where numbers stand, a filter or a view may: the items it means now, or on the day that is looked at, by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from officecli.cli import session
from officecli.cli.asides import say_asides
from officecli.cli.meant.everything import all_meant
from officecli.cli.numbers_typed import every_number, filters_together, is_filter
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _, listed, sentences
from officecli.near import line_asked
from officecli.shell import as_word
from officecli.store.read.reader import Reader
from officecli.typed.meant import EVERYTHING


def items_meant(words: Sequence[str], as_of: str = "") -> list[str]:
    """The numbers that words mean, ranges and filters written out, each once, as things
    stood `as_of` a day as it was typed; raises NotFound for a filter that nothing fits.
    """
    words = filters_together(words)
    if not any(map(is_filter, words)):
        refuse_everything(numbers := every_number(words))
        return numbers
    with session.current.read() as read:
        found = [
            number for place, word in enumerate(words) for number in (_fitting(read, word, place, as_of) if is_filter(word) else _in_full(read, word))
        ]
        say_asides(read)
    return list(dict.fromkeys(found))


def refuse_two_counts(numbers: Sequence[str]) -> None:
    """Raise BadInput where several plain numbers mean some of the office's own count, and others for short of a ledger's: 1-4 is then neither of the two."""
    plain = [number for number in numbers if number.isdecimal()]
    if len(plain) < _SEVERAL:
        return
    from officecli.typed.items.numbers import items_numbered  # few name several

    with session.current.read() as read:
        found = [rows[0] for rows in (items_numbered(read, one) for one in plain) if len(rows) == 1]
        own = [row["number"] for row in found if read.value("SELECT serial FROM item WHERE id = :id", id=row["id"]) is None]
    counted = [row["number"] for row in found if row["number"] not in own]
    if own and counted:
        said = _("These plain numbers are some of the office's count ({counted}), some of a ledger's own ({own}).")
        raise BadInput(said.format(counted=listed(counted[:_TOLD]), own=listed(own[:_TOLD])), fix=_("Write in full which are meant."))


_SEVERAL, _TOLD = 2, 3


def refuse_everything(numbers: Sequence[str]) -> None:
    """Raise BadInput for a word in their place that means all there is, unless an item is called so."""
    word = numbers[0].strip() if len(numbers) == 1 else ""
    if word.casefold() not in EVERYTHING:
        return
    from officecli.cli.meant.line_meant import line_meant  # few type it
    from officecli.typed.items.numbers import find_item

    with suppress(OfficeError), session.current.read() as read:
        if find_item(read, word):
            return
    command = session.command_path().partition(" ")[2]
    line = line_meant(command, which := all_meant(command))
    fix = _("Say which by a filter: {command}") if which else _("Name each by its number, with the reason: {command}")
    if any(one.startswith("-") for one in which):
        fix = line_asked()
    raise BadInput(_("“{word}” would be everything there is.").format(word=word), fix=fix.format(command=line))


def _in_full(read: Reader, word: str) -> list[str]:
    """The numbers that a word means, in full as far as there are such items, so that one that a filter means too stands once."""
    from officecli.typed.items.numbers import find_item

    found = every_number([word])
    for place, number in enumerate(found):
        with suppress(OfficeError):
            found[place] = str(read.value("SELECT number FROM item WHERE id = :id", id=find_item(read, number)))
    return found


def _fitting(read: Reader, typed: str, place: int, as_of: str) -> list[str]:
    """The numbers of the items that a filter means, the nearest deadline first: the open ones, unless it names a state."""
    from officecli.reports.items.item_rows import ids
    from officecli.reports.shape.filters import Filters, choose
    from officecli.store.read.among import among

    try:
        chosen = choose(read, Filters(where=typed, as_of=as_of))
    except BadInput as error:
        if place:  # behind a number it may have been meant as the text
            error.fix = "\n".join([error.fix, _("A text comes after -m.")])
        raise
    chosen.open_unless_named()
    wanted = ids(read, chosen, order_by="due, id")
    if not wanted:
        open_ones = "" if chosen.state_named else _("Only open items are meant, unless a status is named: is:closed.")
        raise NotFound(
            _("No item fits {filter}.").format(filter=typed[:80]),
            fix=sentences(
                [open_ones, _("See: {command}").format(command=f"officecli list {as_word(typed)}{f' --as-of {read.as_of}' if as_of else ''}")]
            ),
        )
    numbers = {
        row["id"]: row["number"] for these, held in among(wanted) for row in read.rows(f"SELECT id, number FROM item WHERE id IN {these}", held)
    }
    return [numbers[one] for one in wanted]
