"""What somebody may mean who typed no command: the commands that their word stands for, the one that is like it, or where what it names is found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from typer._click.globals import get_current_context

from officecli.cli import catalogue
from officecli.cli.marks import SHORT
from officecli.cli.numbers_typed import is_number
from officecli.cli.words_of_a_filter import as_value
from officecli.cli.words_tried import FURTHER, as_typed, commands_by_word, fields_by_word
from officecli.i18n import N_, _, clauses, one_of
from officecli.near import denied, perhaps_meant, slip_of
from officecli.shell import as_word

OPPOSITES = {
    "close": "reopen", "reopen": "close", "suspend": "resume", "resume": "suspend", "undo": "redo", "redo": "undo", "grant": "decline", "decline": "grant",
    "import": "export", "export": "import", "cancel": "undo", "ack": "undo", "submit": "undo", "assign": "undo", "add": "cancel", "extend": "undo",
}  # fmt: skip
"""Command → the one that does the opposite, or takes it back."""

OF_NO_ITEM = ("undo", "redo", "digest", "next")
"""What is not done to the item whose number was typed."""

WHEN = {
    "submit": N_("if you lead it"), "close": N_("if you gave it"), "grant": N_("if an extension was asked for"),
    "decline": N_("if an extension was asked for"), "return": N_("if its result was submitted"), "undo": N_("to take it back"),
    "edit": N_("to put +LABEL on an item or take it away with -LABEL"), "list": N_("to find what has it"),
}  # fmt: skip
"""Which of several commands is meant."""

_EXAMPLES = {
    "--due": N_("fri"), "--title": N_('"Survey of lifts"'), "--goal": N_('"one report"'), "--source": N_('"council meeting"'), "--urgency": N_("urgent"),
    "--importance": N_("major"), "--hours": "4", "--to": N_("Ana"),
}  # fmt: skip
"""What may stand behind the option that changes one thing of an item."""
_OF_CODES = ("--urgency", "--importance")
"""Those that take one of a few words."""
_OF_LABELS = ("edit", "list")
"""The commands that a word for labels stands for."""


def hint(typed: str, further: Sequence[str]) -> str:
    """What somebody may mean who typed this where a command stands, and `further` words: of words that are tried what they are called here, else the nearest.

    A word that says the opposite of a command is told the command that does the opposite.
    """
    word, known, fields = as_typed(typed), commands_by_word(), fields_by_word()
    if is_number(word):
        verb = as_typed(further[0]) if further else ""
        return hint(verb, [typed, *further[1:]]) if verb in known or verb in fields else _told(("show",), [word, *further])
    if field := fields.get(word):
        return _of_a_field(field, word, further)
    if word in known:
        return _told(known[word], further)
    if stem := denied(word, known):
        return _told(tuple(dict.fromkeys(OPPOSITES.get(name, "undo") for name in known[stem])), further)
    near = slip_of(word, catalogue.names(), 2) or slip_of(word, known, 2)
    if not near:
        return _of_a_name(word, typed[:40])
    if len(near) > 1 and OPPOSITES.get(near[0]) == near[1]:  # as like one as the other, which is its opposite
        return _("Did you mean {name}?").format(name=one_of(f"officecli {name}" for name in near))
    return _("Did you mean {name}?").format(name=f"officecli {near[0]}") if near[0] in catalogue.names() else _told(known[near[0]], further)


def _of_a_name(word: str, typed: str) -> str:
    """How to find what a word names that is no command: what is due on a day, what has a name."""
    from officecli.cli.options_meant import is_day  # which asks the office

    due = as_word(_("due:{day}").format(day=as_value(typed)))
    if is_day(typed):
        return _("To see what is due then: {command}").format(command=f"officecli list {due}")
    show = _("To see what has this name: {command}").format(command=f"officecli show {as_word(typed)}")
    find = _("To find items: {command}").format(command=f"officecli list {as_word(typed)}")
    there = {name: f"officecli {name}" for name in catalogue.names()}
    return "\n".join([perhaps_meant(word, there, _("The commands: {command}").format(command="officecli help")), show, find])


def _of_a_field(field: str, word: str, further: Sequence[str]) -> str:
    """The command that changes one thing of items, with the numbers and the value that were typed, or with examples of them; without a number, what has that value."""
    from officecli.cli.options_meant import option_of  # which asks the office

    name, option = field.split()
    root: Any = get_current_context().find_root()
    command = root.command.get_command(root, name)
    numbers = list(takewhile(is_number, further))
    value = " ".join(further[len(numbers) :])
    if value and not numbers and option_of(command, value) == option:
        quoted = as_value(value)
        return _told(("list",), [_("due:{day}").format(day=quoted) if option == "--due" else _("lead:{name}").format(name=quoted)])
    if option in _OF_CODES and option_of(command, value) != option:
        value = ""
    said = as_word(value) if value else word if option == "--urgency" and option_of(command, word) == option else _(_EXAMPLES[option])
    line = f"officecli {name} {' '.join(numbers) or 31} {SHORT.get(option, option)} {said}"
    return _("{command} – {what}").format(command=line, what=_(catalogue.summary(name)))


def _told(names: Sequence[str], further: Sequence[str]) -> str:
    """The commands as they are typed, with the words that were: of several when each is meant, of one what it does."""
    from officecli.cli.line_meant import line_meant

    if names == _OF_LABELS:
        label, numbers = _("+budget"), " ".join(takewhile(is_number, further)) or "31"
        lines = {"edit": f"officecli edit {numbers} {label}", "list": f"officecli list {label}"}
    else:
        lines = {name: line_meant(name, () if name in OF_NO_ITEM else further) for name in names}
    if len(names) > 1:
        return clauses(_("{command}, {when}").format(command=lines[name], when=_(WHEN[name])) if name in WHEN else lines[name] for name in names)
    if names[0] in FURTHER:
        return lines[names[0]]
    return _("{command} – {what}").format(command=lines[names[0]], what=_(catalogue.summary(names[0])))
