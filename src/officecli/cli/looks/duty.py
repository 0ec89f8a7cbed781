"""The duties, and one."""

from officecli.cli.flags import Flag
from officecli.cli.look import RETIRED, a_name, list_and_show, units
from officecli.i18n import N_

NAME = a_name(N_("Its title, or unit/post/title."), "TITLE", "completing.duties")

LOOKS = list_and_show(
    "office.duties",
    N_("All duties, with who answers for them."),
    N_("One duty: who answers for it, who supports it."),
    NAME,
    (
        units(N_("Only duties of this unit or under it.")),
        Flag("function", "text", "--function", N_("Only duties of this function."), "FUNCTION"),
        RETIRED,
    ),
)
