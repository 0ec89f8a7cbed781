"""What somebody can take back, numbered from 1, the latest first."""

from __future__ import annotations

from officecli.i18n import _, listed, ngettext
from officecli.model.words import word
from officecli.reports.record.trail_lines import lines_of_command
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.standing.record.commands import Command
from officecli.standing.record.offered import offered
from officecli.store.read.reader import Reader, Row
from officecli.typed.record.trail_names import Names

UNSAID = ("difficulty", "request", "request_stage", "request_copy", "request_attempt")
"""Rows whose text stays with whom it is for: the number of the request, or of the difficulty, is shown, which tells who did it enough."""

SEEN = 200
"""So many rows of a command are looked at; confidential ones are few."""

LINES, NUMBERS = 3, 5
"""So many lines of a command are shown, and numbers in one of them; how many more there are is said."""


def undoable_commands(read: Reader, actor: Row) -> Report:
    """The commands of somebody that `undo N` would take back."""
    columns = (
        Column("nth", _("no."), "integer"),
        Column("at", _("when"), "moment"),
        Column("act", _("act"), beside=("verb",)),
        Column("about", _("what about"), weight=2, beside=("numbers",)),
    )
    rows = [
        {"nth": nth, "at": command.at, "act": word("act", command.verb), "verb": command.verb, "about": about, "numbers": numbers}
        for nth, command in enumerate(offered(read, actor["id"]), 1)
        for about, numbers in (_about(read, command),)
    ]
    return build(
        read,
        "undo",
        _("What {name} can take back").format(name=actor["name"]),
        columns,
        rows,
        empty=_("Nothing of yours can be taken back now: officecli history"),
    )


def _about(read: Reader, command: Command) -> tuple[str, list[str]]:
    """The items it was about and what it did to them, in words, and their numbers; nothing of what is confidential."""
    rows = read.rows("SELECT DISTINCT subject, subject_id FROM trail WHERE command = :command LIMIT :most", command=command.number, most=SEEN)
    if any(row["subject"] in UNSAID for row in rows):
        names = Names(read)
        entries = ({"subject": row["subject"], "id": row["subject_id"], "before": None, "after": None} for row in rows)
        numbers = list(dict.fromkeys(names.about(entry) for entry in entries if entry["subject"] in UNSAID))
        return listed(numbers), numbers
    lines = lines_of_command(read, command.number)
    numbers = list(dict.fromkeys(number for line in lines for number in line.numbers))
    told = [text for line in lines[:LINES] for text in (listed(line.numbers[:NUMBERS]), line.told) if text]
    left = len(numbers) - len({number for line in lines[:LINES] for number in line.numbers[:NUMBERS]})
    return " · ".join([*told, ngettext("and {n} more", "and {n} more", left).format(n=left)] if left else told), numbers
