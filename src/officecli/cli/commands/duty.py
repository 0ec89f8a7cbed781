"""The duties: which post answers for what, and which posts support it.

Duties are changed in the office file: officecli setup FILE
"""

from __future__ import annotations

from officecli.cli.office_lists import listing
from officecli.i18n import _

app = listing("duties", _("All duties, with who answers for them."), _("One duty: who answers for it, who supports it."), _("Its title."), "TITLE")
