"""All settings of the office, and one."""

from officecli.cli.look import a_name, list_and_show
from officecli.i18n import N_

NAME = a_name(N_("The setting's name."), offer="completing.settings")

LOOKS = list_and_show(
    "office.settings",
    N_("All settings, with their defaults."),
    N_("One setting, and what it takes."),
    NAME,
)
