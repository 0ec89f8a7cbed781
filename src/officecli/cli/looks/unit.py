"""All units, and one."""

from officecli.cli.look import a_name, list_and_show
from officecli.i18n import N_

NAME = a_name(N_("The unit's name."), offer="completing.units")

LOOKS = list_and_show("office.units", N_("All units."), N_("One unit: head, posts, people, vacancies, duties."), NAME)
