"""What a person may do, and why.

With an act and a number it answers yes or no, with the role or the rule; for scripts, no is exit code 1.
  officecli may Ana
  officecli may Ana close 31
"""

from __future__ import annotations

from pathlib import Path

from officecli.cli import session
from officecli.cli.flags import FORCE, FORMAT, OUTPUT, Flag
from officecli.cli.look import show
from officecli.cli.named_file import named
from officecli.cli.numbers_typed import is_number
from officecli.i18n import N_, _
from officecli.shell import as_word

FLAGS = (
    Flag("name", "word", "", N_("The person's name."), "NAME", offer="completing.people", needed=True),
    Flag("act", "word", "", N_("What is to be done: close, grant, set-deadline …"), "ACT"),
    Flag("number", "word", "", N_("The item's or the request's number."), "NUMBER", offer="completing_numbers.numbers"),
    FORMAT,
    OUTPUT,
    FORCE,
)


def run(name: str, act: str, number: str, format_: str, output: Path | None, force: bool) -> int:
    """The exit code: 1 for no."""
    from officecli.formats.out.output import deliver
    from officecli.reports.office import may

    if act and not number and is_number(act):
        from officecli.cli.meant.not_whole import NotWhole, for_example
        from officecli.cli.meant.options_meant import is_somebody

        if not is_somebody(name):
            asked_about = _("me")
            raise NotWhole(_("Who is asked about is missing."), f"officecli may {asked_about} {as_word(name)} {act}")
        raise NotWhole(
            _("What is to be done to {number} is missing.").format(number=act),
            f"officecli may {as_word(name)} close {act}",
            for_example(),
        )
    if not number:
        show(lambda read: may.of_act(read, name, act) if act else may.every(read, name), format_, output, force=force)
        return 0
    with session.current.read() as read:
        report, allowed = may.on(read, name, act, number)
    deliver(report, format_, to=named(output, force=force), showing=session.current.showing)
    return 0 if allowed else 1
