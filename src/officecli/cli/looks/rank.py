"""All ranks, and one."""

from officecli.cli.look import a_name, list_and_show
from officecli.i18n import N_

LOOKS = list_and_show(
    "office.ranks", N_("All ranks, and which share a level."), N_("Who is of this rank, and of the same level."), a_name(N_("The rank's name."))
)
