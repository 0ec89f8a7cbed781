"""Writes items out as TOML for an editor, and reads the changes back as they would be typed after `edit`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from officecli.actions.items.asked import Edit
from officecli.actions.items.editing import TOLD_EDITS, TOLD_NAMES
from officecli.errors import BadInput
from officecli.files.toml.keys import Key
from officecli.files.toml.kinds import TYPED, TYPED_DATE, TYPED_NUMBER
from officecli.files.toml.lines import Path as TomlPath
from officecli.files.toml.tables import FoundTable, Table, read_tables
from officecli.files.toml.writing import assigned, comment
from officecli.i18n import _
from officecli.model.item_fields import FIELDS
from officecli.near import did_you_mean
from officecli.store.read.reader import Reader
from officecli.typed.items.fields import read_hours
from officecli.typed.items.numbers import find_item
from officecli.typed.items.tags import KNOWN, Tags

NAME = "officecli.toml"
OF_ITS_OWN = ("due", "body", "duty", "procedure", *KNOWN)
"""What an edit takes apart from the fields that are only read."""

_KINDS = {"hours": TYPED_NUMBER, "due": TYPED_DATE}
FILE: Mapping[str, Table] = {
    "item": Table({"number": Key(TYPED, required=True), **{key: Key(_KINDS.get(key, TYPED)) for key in TOLD_EDITS}, "reason": Key(TYPED)})
}


@dataclass(frozen=True, slots=True)
class Before:
    """An item as it was written out: its version, and its fields as they would be typed, "" for nothing."""

    version: int
    fields: Mapping[str, str]


def on_record(read: Reader, numbers: Sequence[str]) -> dict[str, Before]:
    """The items of these numbers as they stand, by their whole numbers. Raises NotFound or BadInput for a number that means none, or several."""
    return dict(_on_record(read, find_item(read, number)) for number in numbers)


def _on_record(read: Reader, item_id: int) -> tuple[str, Before]:
    row = read.row("SELECT * FROM item WHERE id = :id", id=item_id) or {}
    values = {key: row[FIELDS[key].column] for key in TOLD_EDITS}
    for key, name in TOLD_NAMES.items():
        values[key] = read.value(f"SELECT {name} FROM {key} WHERE id = :id", id=values[key]) if values[key] is not None else None
    return row["number"], Before(row["version"], {key: _typed(value) for key, value in values.items()})


def _typed(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)


def written_out(before: Mapping[str, Before]) -> str:
    """The items as a TOML file to be changed."""
    return "\n".join(_lines(before)) + "\n"


def _lines(before: Mapping[str, Before]) -> Iterator[str]:
    yield comment(_("What you change here is recorded when you save it and leave the editor; what stays as it is is not touched."))
    yield comment(_("“reason” says why, where a deadline that has passed is moved."))
    for number, item in before.items():
        yield from ("", "[[item]]", *assigned("number", number))
        for key, value in item.fields.items():
            codes = FIELDS[key].codes
            yield " ".join((*assigned(key, value), *((comment(" | ".join(codes)),) if codes else ())))
        yield from assigned("reason", "")


def read_back(text: str, before: Mapping[str, Before]) -> dict[str, Edit]:
    """What is to change, by number; items that are as they were are left out. Raises BadInput with everything that is wrong in the text."""
    tables, problems = read_tables(text, NAME, FILE)
    wanted: dict[str, Edit] = {}
    for table in tables["item"]:
        number = str(table.values.get("number", ""))
        path: TomlPath = (*table.path, "number")
        if not table.whole:
            continue
        if number not in before:
            problems.add(path, _("{number} was not opened here.").format(number=number or "“”"), did_you_mean(number, before, ""))
        elif number in wanted:
            problems.add(path, _("{number} stands here twice.").format(number=number), _("Take one out."))
        else:
            try:
                wanted[number] = _edit(table, before[number])
            except BadInput as error:
                problems.take(table.path, error)
    problems.stop()
    return {number: edit for number, edit in wanted.items() if not edit.empty}


def _edit(table: FoundTable, before: Before) -> Edit:
    changed = {key: value for key in TOLD_EDITS if (value := table.values.get(key)) is not None and value != before.fields[key]}
    fields: dict[str, Any] = {key: value for key, value in changed.items() if key not in OF_ITS_OWN}
    if "hours" in fields:
        fields["hours"] = read_hours(fields["hours"])
    tags = Tags(**{key: changed.get(key) for key in (*KNOWN, "duty", "procedure")})
    return Edit(fields, changed.get("due"), (), table.values.get("reason", ""), tags, changed.get("body"))
