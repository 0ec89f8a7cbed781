"""The lines that are told of what items have: of a day when they are due, of a thing that changes, of all that somebody leads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from officecli.cli import catalogue
from officecli.cli.marks import SHORT
from officecli.cli.meant.line_meant import command_named
from officecli.cli.meant.lines_told import told
from officecli.cli.meant.options_meant import is_day, is_somebody, option_of, says_more
from officecli.cli.meant.words_apart import BETWEEN
from officecli.cli.meant.words_asked import listing
from officecli.cli.meant.words_of_a_filter import IS_DUE, as_value
from officecli.cli.meant.words_tried import as_typed, commands_by_word
from officecli.cli.numbers_typed import is_number, is_own_number
from officecli.i18n import N_, _
from officecli.near import asked_back
from officecli.patterns import pattern
from officecli.shell import as_word

_EXAMPLES = {
    "--due": N_("fri"), "--title": N_('"Survey of lifts"'), "--goal": N_('"one report"'), "--source": N_('"council meeting"'), "--urgency": N_("urgent"),
    "--importance": N_("major"), "--hours": "4", "--to": N_("Ana"),
    "--progress": "60",
}  # fmt: skip
"""What may stand behind the option that changes one thing of an item."""
_OF_CODES = ("--urgency", "--importance")
"""Those that take one of a few words."""
_FROM = frozenset(("from", "从", "由"))
"""What stands before whoever hands something over."""
_HOW_FAR = pattern(r"\d{1,3}[%％]?")
"""A share, as it is told behind a number."""
_JOINING = frozenset("of to is as = 为 是 到 给 由 改为".split())
"""What joins a thing of an item to what it is to be."""


def of_a_field(field: str, word: str, further: Sequence[str]) -> str:
    """The command that changes one thing of items, with the numbers and the value that
    were typed, or with examples of them; without a number, what has that value.
    """
    name, option = field.split()
    command = command_named(name)
    numbers = list(takewhile(lambda one: is_number(one) or is_own_number(one), further))
    if option == "--progress" and len(numbers) > 1 and len(numbers) == len(further):
        numbers.pop()  # progress 31 60: the last is how far it is
    value = " ".join(dropwhile(lambda word: word.casefold() in _JOINING, further[len(numbers) :]))
    if option == "--progress" and value and not _HOW_FAR.fullmatch(value):
        return told((name,), further)  # in words
    if value and not numbers and option_of(command, value) == option:
        quoted = as_value(value)
        return told(("list",), [_("due:{day}").format(day=quoted) if option == "--due" else _("lead:{name}").format(name=quoted)])
    if option in _OF_CODES and option_of(command, value) != option:
        value = ""
    said = as_word(value) if value else word if option == "--urgency" and option_of(command, word) == option else _(_EXAMPLES[option])
    line = f"officecli {name} {' '.join(numbers) or 31} {SHORT.get(option, option)} {said}"
    return f"{line}\n{_(catalogue.summary(name))}"


def handed_over(further: Sequence[str]) -> str:
    """How all that somebody leads goes to another, whoever is named behind them, and how it does when they leave; "" where nobody is named first."""
    names = [word for word in further if word.casefold() not in BETWEEN | _FROM]
    if not names or len(names) > len(("whose", "whom")) or not all(map(is_somebody, names)):
        return ""
    leaver, heir = as_word(names[0]), as_word(names[1]) if names[1:] else _("NAME")
    led = as_word(_("lead:{name}").format(name=as_value(names[0])))
    return "\n".join((
        _("All that {name} leads: {command}").format(name=names[0], command=f"officecli assign {led} --to {heir}"),
        _("If {name} leaves: {command}").format(name=names[0], command=f"officecli person leave {leaver} --handover-to {heir}"),
    ))  # fmt: skip


def due_on(typed: str, further: Sequence[str]) -> str:
    """How to see what is due on the day that these words are, `10 Sep`, `9月10日`; "" where they are none, or say more."""
    whole = " ".join([typed, *further])
    if not is_day(whole) or says_more([typed, *further]):
        return ""
    due = as_word(_("due:{day}").format(day=as_value(IS_DUE.sub("", whole))))
    return _("To see what is due then: {command}").format(command=f"officecli list {due}")


def of_a_day_in_digits(typed: str, further: Sequence[str]) -> str:
    """The line about words that begin like the number of an item and are a day, where none of them is a command."""
    if is_number(typed):
        return due_on(typed, further) if further and {*map(as_typed, further)}.isdisjoint(commands_by_word().keys() - {"may"}) else ""
    if line := due_on(typed, further):
        return line
    line = listing([typed, *further])
    return asked_back(line) if line else ""
