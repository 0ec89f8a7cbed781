"""Words for all there is, and the filter that is meant by whoever types one."""

from __future__ import annotations

from officecli.i18n import N_, _

COMES_ROUND = frozenset("every repeat repeats recur recurring recurrence rrule weekly monthly 每 重复 周期".split())
"""Options tried for what is to be done again and again."""
_MEANT = {
    "ack": N_("is:unsigned is:mine"), "close": N_("status:submitted by:me"), "return": N_("status:submitted by:me"), "grant": N_("is:extension-asked by:me"),
    "decline": N_("is:extension-asked by:me"), "prod": N_("is:overdue by:me"), "resume": N_("status:suspended by:me"), "show": N_("is:mine"),
    "seen": "--all",
}  # fmt: skip
"""Command → the filter of what somebody most likely means who does it to all, or the option by which it is done to all."""


_ONE_BY_ONE = frozenset(("cancel", "suspend", "reopen"))
"""Commands that stop work or start it anew: nobody is told a line that does so to many."""


def all_meant(command: str) -> list[str]:
    """The filter (or the option) that somebody means who would do this to all there is; nothing where each is to be named, with its reason."""
    if command in _ONE_BY_ONE:
        return []
    filter_ = _MEANT.get(command, N_("is:mine"))
    return [_(filter_)]


def with_the_closed(line: str = "officecli ledger") -> str:
    """Where those items stand too that no list of open ones has."""
    return _("Every item, closed ones too: {command}").format(command=line)
