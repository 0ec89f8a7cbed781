"""A large office, made of copies of what was imported into a smaller one: to write a million items takes minutes, and to read them from ledgers an hour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from officecli.model.declaring import SQLModel
from officecli.model.items import Item, Note, Submission
from officecli.model.names import title_key
from officecli.model.row import columns
from officecli.store.place import place
from officecli.store.write.change import Change, changing
from officecli.store.write.entries import Signature
from officecli.store.write.plain_writer import as_given
from officecli.typed.items.numbers import number_text

APART = 1_000_000
"""By so much the serial numbers of one copy lie apart from those of the next."""
PORTION = 1_000
HANGING = (Note, Submission)
"""What an import of the bench's ledgers leaves with its items."""


def copied(store: Path, times: int) -> None:
    """Bring an office to so many times its items, with their feedback and submissions: each copy is one command, as another ledger's import would be."""
    last = 0
    for nth in range(1, times):
        with changing(place(str(store))) as change:
            last = last or change.read.head()[0]
            change.sign(_importer(change))
            originals = change.read.ids("SELECT id FROM item WHERE id <= :last ORDER BY id", last=last)
            made = change.add_many(Item, "import", (_as_another(one, nth) for one in _rows(change, Item, last)))
            copy_of = dict(zip(originals, made, strict=True))
            for model in HANGING:
                change.add_many(model, "import", ({**one, "item_id": copy_of[one["item_id"]]} for one in _rows(change, model, last)))


def _importer(change: Change) -> Signature:
    """Who imported the first ledger, and may: an act of nobody's is one that no office has, and a check of so many would look at nothing else."""
    person = change.read.row(
        "SELECT p.id, p.name, t.role FROM trail t JOIN person p ON p.id = t.actor_id WHERE t.verb = 'import' ORDER BY t.seq LIMIT 1"
    )
    if person is None:
        raise ValueError("nothing was imported that could be copied")
    return Signature(person["id"], person["name"], person["role"])


def _as_another(item: dict[str, Any], nth: int) -> dict[str, Any]:
    title, serial = f"{item['title']}, again {nth}", item["serial"] + nth * APART
    return {**item, "title": title, "title_key": title_key(title), "serial": serial, "number": number_text(item["year"], serial)}


def _rows(change: Change, model: type[SQLModel], last: int) -> Iterator[dict[str, Any]]:
    """The rows of a table with ids up to the `last`, as they are given to a change; so many at a time, for it writes into the same table meanwhile."""
    own = [column for column in columns(model) if column.name != "id"]
    after = 0
    while some := change.read.rows(
        f"SELECT * FROM {model.__tablename__} WHERE id > :after AND id <= :last ORDER BY id LIMIT {PORTION}", after=after, last=last
    ):
        for row in some:
            yield {column.name: as_given(column.kind, row[column.name]) for column in own}
        after = some[-1]["id"]
