"""The commands that words stand for as they are told: each as a line that can be typed, and when it is the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from officecli.cli import catalogue
from officecli.cli.meant.line_meant import line_meant
from officecli.cli.meant.options_meant import is_somebody
from officecli.cli.meant.words_tried import as_typed
from officecli.cli.numbers_typed import is_number
from officecli.i18n import N_, _

_OF_NO_ITEM = ("undo", "redo", "digest", "next")
"""What is not done to the item whose number was typed."""
WHEN = {
    "submit": N_("If you lead it: {command}"), "close": N_("If you gave it: {command}"), "grant": N_("If an extension was asked for: {command}"),
    "decline": N_("If an extension was asked for: {command}"), "return": N_("If its result was submitted: {command}"), "undo": N_("To take it back: {command}"),
    "cancel": N_("If it is not to be done at all: {command}"),
    "rate": N_("To rate a result: {command}"), "scorecard": N_("To see scores: {command}"),
    "edit": N_("To put a label on an item (-LABEL takes it off): {command}"), "list": N_("To find what has it: {command}"),
}  # fmt: skip
"""When which of several commands is meant."""

_OF_LABELS = ("edit", "list")
"""The commands that a word for labels stands for."""


def told(names: Sequence[str], further: Sequence[str]) -> str:
    """The commands as they are typed, with the words that were: of several when each is meant, of one what it does."""
    further = [word for word in further if as_typed(word) not in names[0].split()]  # prepare meeting: it is said already
    if names == _OF_LABELS:
        label, numbers = _("+budget"), " ".join(takewhile(is_number, further)) or "31"
        lines = {"edit": f"officecli edit {numbers} {label}", "list": f"officecli list {label}"}
    else:
        lines = {name: line_meant(name, (_for_whom(further) if name == "digest" else ()) if name in _OF_NO_ITEM else further) for name in names}
    if len(names) > 1:
        return "\n".join(_(WHEN[name]).format(command=lines[name]) if name in WHEN else lines[name] for name in names)
    return lines[names[0]] if " " in names[0] else f"{lines[names[0]]}\n{_(catalogue.summary(names[0]))}"


def _for_whom(further: Sequence[str]) -> Sequence[str]:
    """The option of a digest for somebody who is named at the end of these words; none where nobody is."""
    tails = (" ".join(further[place:]) for place in range(len(further)))
    name = next((tail for tail in tails if is_somebody(tail)), "")
    return ("--for", name) if name else ()
