"""What was taken back or set aside, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.cli.printing import is_terminal
from officecli.formats.terminal.frame import shortened
from officecli.i18n import _, listed, ngettext
from officecli.model.acts import past_words
from officecli.model.words import word
from officecli.shell import as_word
from officecli.typed.day_said import say_day, say_near, say_seen

if TYPE_CHECKING:
    from officecli.actions.record.accepting_the_clock import ClockAccepted, ClockNeverRanBack
    from officecli.actions.record.allowing import SetAside
    from officecli.actions.record.dating import DatedBack
    from officecli.actions.record.days_typed import HourLeftOut, LastYearTaken, NextYearTaken
    from officecli.actions.record.for_another import DoneForAnother
    from officecli.actions.record.restoring import StoreRestored
    from officecli.actions.record.seeing import NothingUnseen, Seen
    from officecli.actions.record.undo import Redone, Undone
    from officecli.actions.record.waivers import HoldsAgain, SetAsideAlready, SetAsideBeside, WaiverEnded


def seen(done: Seen) -> Iterator[str]:
    yield _("Seen: {numbers}.").format(numbers=listed(done.numbers))


def nothing_unseen(done: NothingUnseen) -> Iterator[str]:
    yield _("You have seen all there is to {number}.").format(number=done.typed) if done.typed else _("There is nothing you have not seen.")


def dated_back(done: DatedBack) -> Iterator[str]:
    yield _("It was done on {day}; recorded {today}.").format(day=say_seen(done.day), today=say_near(done.recorded))


def hour_left_out(done: HourLeftOut) -> Iterator[str]:
    yield _(
        "“{hour}” is not kept: a day is kept whole. If the hour matters, say it in words: in the title, the goal, a note, or as the reason."
    ).format(hour=done.hour)


def next_year_taken(done: NextYearTaken) -> Iterator[str]:
    yield _(
        "“{text}” has passed this year, so {day} is taken. If that is not meant, take it back (officecli undo), and write it with its year."
    ).format(text=done.typed, day=say_day(done.day))


def last_year_taken(done: LastYearTaken) -> Iterator[str]:
    yield _(
        "“{text}” is still to come this year, so {day} is taken. If that is not meant, take it back (officecli undo), and write it with its year."
    ).format(text=done.typed, day=say_day(done.day))


def done_for_another(done: DoneForAnother) -> Iterator[str]:
    said = {"numbers": listed(done.numbers), "acts": listed(map(past_words, done.acts)), "name": done.name}
    yield _("{numbers}: you {acts} in the name of {name}.").format(**said) if done.numbers else _("In the name of {name} you {acts}.").format(**said)


def undone(done: Undone) -> Iterator[str]:
    yield _("Undone: {what}.").format(what=_what(done))


def redone(done: Redone) -> Iterator[str]:
    yield _("Done again: {what}.").format(what=_what(done))


def _what(done: Undone | Redone) -> str:
    """The act, and what it was about."""
    about = done.numbers or done.names
    act = _("“{act}”").format(act=word("act", done.verb))
    return _("{act}, {numbers}").format(act=act, numbers=listed(about[:5]) + (" …" if len(about) > 5 else "")) if about else act


def set_aside(done: SetAside) -> Iterator[str]:
    text = _("{code} is set aside for {number} until {day}.") if done.until else _("{code} is set aside for {number}.")
    yield text.format(code=done.rule, number=done.number, day=say_seen(done.until) if done.until else None)


def set_aside_already(done: SetAsideAlready) -> Iterator[str]:
    yield _("{code} is set aside for {number} already, by {waiver} of {day}; it is not recorded twice.").format(
        code=done.rule, number=done.number, waiver=done.waiver, day=done.day.isoformat()
    )


def set_aside_beside(done: SetAsideBeside) -> Iterator[str]:
    yield _("Besides, {code} is set aside for {number} by {waivers}. To end one: officecli waiver end {waiver}").format(
        code=done.rule, number=done.number, waivers=listed(done.waivers), waiver="".join(done.waivers[:1])
    )


def waiver_ended(done: WaiverEnded) -> Iterator[str]:
    yield _("{waiver} is over.").format(waiver=done.waiver)


def holds_again(done: HoldsAgain) -> Iterator[str]:
    yield _("{code} holds again for {number}.").format(code=done.rule, number=done.number)


def clock_accepted(done: ClockAccepted) -> Iterator[str]:
    yield ngettext(
        "Work goes on from {now}. That time ran backwards ({n} place of the trail) stays on record; verify tells of it as accepted.",
        "Work goes on from {now}. That time ran backwards ({n} places of the trail) stays on record; verify tells of it as accepted.",
        done.places,
    ).format(now=done.now, n=done.places)


def clock_never_ran_back(done: ClockNeverRanBack) -> Iterator[str]:
    yield _("Nothing to accept: it is {now}, and time did not run backwards.").format(now=done.now)


def store_restored(done: StoreRestored) -> Iterator[str]:
    head = shortened(done.head, in_window=is_terminal())
    yield ngettext(
        "The store is as the copy has it: {n} entry, head {head}.", "The store is as the copy has it: {n} entries, head {head}.", done.entries
    ).format(n=f"{done.entries:,}", head=head)
    if done.lost is None:
        yield _("How much was recorded since cannot be told: the store could not be read.")
    elif done.lost:
        yield ngettext("{n} entry recorded since is not in it.", "{n} entries recorded since are not in it.", done.lost).format(n=f"{done.lost:,}")
    if done.kept is None:
        return
    yield _("The store as it was is kept in {path}; remove that when all is well.").format(path=done.kept)
    if done.lost:
        yield _("What is not in it is told by: {command}").format(command=f"officecli history --db {as_word(done.kept)}")
