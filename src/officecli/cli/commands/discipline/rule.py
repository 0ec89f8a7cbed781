"""The rules the office holds itself to; with a code or name, one of them explained.

officecli rule
officecli rule R102
officecli rule same-rank-ad-hoc
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from officecli.cli import session
from officecli.cli.flags import FORCE, FORMAT, OUTPUT, Flag
from officecli.cli.named_file import named
from officecli.errors import OfficeError
from officecli.hints import TYPE_CHECKING
from officecli.i18n import N_

if TYPE_CHECKING:
    from officecli.model.rule import Rule
    from officecli.store.read.reader import Reader


FLAGS = (
    Flag("name", "word", "", N_("The rule to explain."), "CODE|NAME", offer="completing.rules"),
    FORMAT,
    OUTPUT,
    FORCE,
)


def run(name: str, format_: str, output: Path | None, force: bool) -> None:
    from officecli.formats.out.output import deliver
    from officecli.formats.out.page import page_for
    from officecli.formats.out.pager import through_pager
    from officecli.formats.out.standard_output import standard_output
    from officecli.formats.terminal.rule_page import write
    from officecli.reports.record.rules import listed, whole, with_notes
    from officecli.rules import rule_named

    if name and format_ == "table" and output is None:
        rule = rule_named(name)
        with standard_output() as stream, through_pager(stream, page_for(stream, color=session.current.color)) as (shown, page):
            write(rule, shown, page, _here(rule))
        return
    deliver(
        with_notes(whole(name), _here(rule_named(name))) if name else with_notes(listed(), _silent_here()),
        format_,
        to=named(output, force=force),
        showing=session.current.showing,
    )


def _here(rule: Rule) -> str:
    """How strict this office is with the rule, where that is not what the rule is by itself; "" where there is no office to ask."""
    from officecli.reports.office.profile import strictness_here

    return _asked(lambda read: strictness_here(read, rule))


def _silent_here() -> str:
    """Which rules this office's profile silences."""
    from officecli.reports.office.profile import silence

    return _asked(silence)


def _asked(ask: Callable[[Reader], str]) -> str:
    try:
        with session.current.read() as read:
            return ask(read)
    except OfficeError:  # the rules can be read up before there is an office
        return ""
