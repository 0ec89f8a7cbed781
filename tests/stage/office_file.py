"""A small office as a file, and setting an office up from a text."""

from __future__ import annotations

from textwrap import dedent

from officecli.actions.acting import acting
from officecli.cli.answers import sentences
from officecli.files.office.export import export
from officecli.files.office.reading import read_text
from officecli.files.office.setting_up import set_up
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading

OFFICE = """\
[office]
name = "City clerk"
region = "none"
language = "en"
timezone = "UTC"

[[rank]]
name = "Chief"
level = 6
[[rank]]
name = "Clerk"
level = 3

[[unit]]
name = "Records"
nature = "service"
functions = ["serving", "administering"]

[[post]]
title = "Filing"
unit = "Records"
rank = "Clerk"
reports_to = "Head"
seats = 2
[[post]]
title = "Head"
unit = "Records"
rank = "Chief"
extension_days = 10

[[duty]]
title = "Keep the records"
post = "Head"
function = "serving"
support = ["Filing:retrieve"]

[[person]]
name = "Ana"
post = "Head"
login = "ana"
registrar = true
joined = 2020-01-02
[[person]]
name = "Ben"
post = "Filing"

[calendar]
closed = [2026-12-24]
hours = "09:00-17:00"

[settings]
"lights.yellow_days" = 2
"""


def run(url: str, text: str, *, as_name: str = "", prune: bool = False) -> list[str]:
    """Set the office up from a text; what was said."""
    with acting(place(url), "setup", as_name) as act:
        set_up(act, read_text(dedent(text), "office.toml"), prune=prune)
    return list(sentences(act.done))


def written(url: str) -> str:
    """The office as a file, with nothing wrong in its store."""
    with reading(place(url)) as read:
        assert verify(read).faults == ()
        return export(read)


def head(url: str) -> str:
    """The head of its trail."""
    with reading(place(url)) as read:
        return read.head_text()
