"""The ladder of ranks: the same level is the same rank, whatever the title.

Ranks are changed in the office file: officecli setup FILE
"""

from __future__ import annotations

from officecli.cli.office_lists import listing
from officecli.i18n import _

app = listing("ranks", _("All ranks, and which share a level."), _("Who is of this rank, and of the same level."), _("The rank's name."))
