"""The outside bodies, and one."""

from officecli.cli.look import RETIRED, a_name, list_and_show
from officecli.i18n import N_

NAME = a_name(N_("The outside body's name."), offer="completing.bodies")

LOOKS = list_and_show(
    "office.bodies",
    N_("All outside bodies, with who follows them up and what they have in hand."),
    N_("One outside body: contact, who follows it up, its open items."),
    NAME,
    (RETIRED,),
)
