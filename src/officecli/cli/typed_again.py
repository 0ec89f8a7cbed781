"""The command as it was typed here, once more: for whoever may do it, where it is not one's own to do; and with what it lacks."""

from __future__ import annotations

from officecli.cli import session
from officecli.errors import OfficeError, Refused
from officecli.i18n import _
from officecli.shell import as_word


def with_command(error: OfficeError) -> OfficeError:
    """The error; a refusal of what others may do with the whole command, without the name it was done under; of what lacks a reason with an example of one."""
    line = session.current.line
    typed = " ".join(("officecli", *map(as_word, line)))
    if error.lacks and "--" not in line and not any(word.startswith("--correct") for word in line):
        why = _('"two replies are missing"')
        error.fix = _("For example: {command}").format(command=f"{typed} {error.lacks} {why}")
    if isinstance(error, Refused) and error.for_others and not error.fix:
        error.fix = _("Whoever may do it types: {command}").format(command=typed)
    return error
