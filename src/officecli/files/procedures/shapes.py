"""What a file of procedures may hold: its tables, their keys, and what each key takes. Reading and writing both go by this."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.files.toml.keys import Key
from officecli.files.toml.kinds import TYPED, TYPED_DATE, TYPED_NUMBER, TYPED_NUMBERS
from officecli.files.toml.tables import Table

PROCEDURE: Mapping[str, Key] = {
    "name": Key(TYPED),
    "kind": Key(TYPED, default="other"),
    "post": Key(TYPED),
    "duty": Key(TYPED),
    "emergency": Key(TYPED),
    "every": Key(TYPED),
    "start": Key(TYPED_DATE, example="2026-07-01"),
    "until": Key(TYPED_DATE, example="2026-12-31"),
    "days_off": Key(TYPED),
    "title": Key(TYPED),
    "source": Key(TYPED),
    "goal": Key(TYPED),
    "urgency": Key(TYPED, default="ordinary"),
    "importance": Key(TYPED, default="normal"),
    "hours": Key(TYPED_NUMBER),
    "ahead": Key(TYPED_NUMBER, default=0),
    "due_in": Key(TYPED_NUMBER, default=0),
}
"""The keys of a `[[procedure]]` besides its steps; they are the options of `procedure add`."""

STEP: Mapping[str, Key] = {
    "title": Key(TYPED),
    "who": Key(TYPED),
    "standard": Key(TYPED),
    "check": Key(TYPED),
    "limit": Key(TYPED),
    "needs": Key(TYPED_NUMBERS),
}

FILE: Mapping[str, Table] = {"procedure": Table(PROCEDURE, {"step": Table(STEP)})}
