"""The decisions, and one."""

from officecli.cli.look import a_name, list_and_show
from officecli.i18n import N_

NAME = a_name(N_("The decision's number, or words of it: D2026-012, 12, lifts."), "DECISION")

LOOKS = list_and_show(
    "chain.decisions",
    N_("The decisions, and how far each has come."),
    N_("One decision: its items, their feedback and results, and what is missing."),
    NAME,
)
