"""The ladder of ranks: the same level is the same rank, whatever the title.

Ranks are changed in the office file: officecli setup FILE
"""

from __future__ import annotations

from officecli.cli.command_classes import add_looks, group
from officecli.cli.looks.rank import LOOKS

app = group()
add_looks(app, LOOKS)
