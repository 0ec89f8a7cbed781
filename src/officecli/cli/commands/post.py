"""The posts: their place in the chain of command, who holds them, what they answer for.

Posts are changed in the office file: officecli setup FILE
"""

from __future__ import annotations

from officecli.cli.office_lists import listing
from officecli.i18n import _

app = listing("posts", _("All posts, with who holds them."), _("One post: duties, superior, holders."), _("Its title, or unit/title."), "POST")
