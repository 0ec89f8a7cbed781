"""The units: their heads, posts, people, vacancies and duties.

Units are changed in the office file: officecli setup FILE
"""

from __future__ import annotations

from officecli.cli.office_lists import listing
from officecli.i18n import _

app = listing("units", _("All units."), _("One unit: head, posts, people, vacancies, duties."), _("The unit's name."))
