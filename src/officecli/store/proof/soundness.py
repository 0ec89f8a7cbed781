"""Whether the database itself is sound: its file and indexes, and that no row refers to one that is not there."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

from officecli.model.codes import TRAILED
from officecli.store.place import Place
from officecli.store.proof.faults import Fault
from officecli.store.read.reader import Reader, reading

MOST = 100


def unsound(read: Reader) -> Iterator[Fault]:
    """What SQLite finds wrong in the file (an index that lacks rows hides them), and on both engines the rows that refer to nothing."""
    if read.engine == "sqlite":
        for row in read.rows(f"PRAGMA integrity_check({MOST})"):
            if row["integrity_check"] != "ok":
                yield Fault("unsound", table=_named(row["integrity_check"]), found=row["integrity_check"])
        for table, row, parent in read.tuples(_REFERRING, most=MOST):
            yield Fault("refers-to-nothing", table=table, row=row, found=parent)
        return
    keys = [key for key in read.rows(_KEYS) if key["child"] in TRAILED]
    of_each = [
        f"""(SELECT {place} AS key_, f.id FROM {key["child"]} f LEFT JOIN {key["parent"]} p ON p.id = f.{key["name"]}
             WHERE f.{key["name"]} IS NOT NULL AND p.id IS NULL ORDER BY f.id LIMIT {MOST})"""
        for place, key in enumerate(keys)
    ]
    for row in read.rows(" UNION ALL ".join(of_each)) if keys else ():  # of all at once: the server may be far away
        yield Fault("refers-to-nothing", table=keys[row["key_"]]["child"], row=row["id"], found=keys[row["key_"]]["parent"])


class Meanwhile:
    """Looks at a SQLite file while something else is done: it is its own work, of which this program only waits for the end."""

    def __init__(self, place: Place) -> None:
        self._found: list[Fault] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._look, args=(place,), daemon=True)  # whoever breaks off does not wait for it
        self._thread.start()

    def unsound(self) -> list[Fault]:
        """What was found, once it is; raises what was raised."""
        self._thread.join()
        if self._error:
            raise self._error
        return self._found

    def _look(self, place: Place) -> None:
        try:
            with reading(place) as read:
                self._found += unsound(read)
        except Exception as error:  # noqa: BLE001 - raised where it is asked for
            self._error = error


def _named(said: str) -> str:
    """The index or table that SQLite speaks of, else the file."""
    named = re.search(r"(index|failed in|value in) (\w+)", said)
    return named[2] if named else "file"


_REFERRING = """
SELECT k."table", k.rowid, k.parent FROM sqlite_schema s, pragma_foreign_key_check(s.name) k WHERE s.type = 'table' AND s.name <> 'trail' LIMIT :most"""
"""The rows that refer to nothing; of the hand an entry is in `Links` tells, who reads all entries anyway."""

_KEYS = """
SELECT CAST(CAST(k.conrelid AS regclass) AS text) AS child, CAST(CAST(k.confrelid AS regclass) AS text) AS parent, a.attname AS name
FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND pg_table_is_visible(k.conrelid) AND k.connamespace = (SELECT n.relnamespace FROM pg_class n WHERE n.oid = to_regclass('trail'))
ORDER BY 1, 3"""
