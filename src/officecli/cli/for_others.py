"""What is not one's own to do: the command that whoever may do it types, as it was typed here."""

from __future__ import annotations

from officecli.cli import session
from officecli.errors import OfficeError, Refused
from officecli.i18n import _
from officecli.shell import as_word


def with_command(error: OfficeError) -> OfficeError:
    """The error; a refusal of what others may do with the whole command, without the name it was done under."""
    if isinstance(error, Refused) and error.for_others and not error.fix:
        typed = " ".join(("officecli", *map(as_word, session.current.line)))
        error.fix = _("Whoever may do it types: {command}").format(command=typed)
    return error
