"""A small file of an office, and what is said of a text that should be one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from officecli.errors import BadInput
from officecli.files.office.reading import read_text

OFFICE = """\
[[rank]]
name = "Chief"
level = 6
[[rank]]
name = "Clerk"
level = 3
[[unit]]
name = "Records"
nature = "service"
[[unit]]
name = "Agendas"
nature = "writing"
[[post]]
title = "Head"
unit = "Records"
rank = "Chief"
[[post]]
title = "Head"
unit = "Agendas"
rank = "Chief"
[[post]]
title = "Filing"
unit = "Records"
rank = "Clerk"
reports_to = "Records/Head"
seats = 2
"""


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_text(dedent(text), "office.toml")
    return caught.value.why.split("\n")
