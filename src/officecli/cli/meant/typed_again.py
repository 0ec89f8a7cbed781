"""The command as it was typed here, once more: for whoever may do it, where it is not one's own to do; with what it lacks; and under the name that was typed."""

from __future__ import annotations

from officecli.cli import session
from officecli.cli.meant.not_whole import NotSoTyped, did_you_mean, for_example
from officecli.errors import OfficeError, Refused
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.shell import as_word

_ENDS_WITH_COMMAND = pattern(r"(?:^|[:：] ?)officecli (?!help\b|.*--help$)")


def with_command(error: OfficeError) -> OfficeError:
    """The error; a refusal of what others may do with the whole command, without the name it was done under; of what lacks a reason with an example of one."""
    line = session.current.line
    typed = " ".join(("officecli", *map(as_word, line)))
    if error.lacks and "--" not in line and not any(word.startswith("--correct") for word in line):
        why = _('"two replies are missing"')
        error.fix = for_example().format(command=f"{typed} {error.lacks} {why}")
    if isinstance(error, Refused) and error.for_others and not error.fix:
        error.fix = _("Whoever may do it types: {command}").format(command=typed)
    return error


def with_name(error: OfficeError) -> OfficeError:
    """The error, whose lines for the one who typed this end with the --as that they typed: another name would do it otherwise."""
    meant = tuple(f"{told().partition('{command}')[0]}officecli " for told in (did_you_mean, for_example))
    own = isinstance(error, NotSoTyped)
    lines = error.fix.split("\n")
    error.fix = "\n".join(named(line) if line.startswith(meant) or (own and _ENDS_WITH_COMMAND.search(line)) else line for line in lines)
    return error


def named(line: str) -> str:
    """A line for the one who typed this, with the --as that they typed."""
    name = session.current.as_name
    return f"{line} --as {as_word(name)}" if name and " --as " not in line else line
