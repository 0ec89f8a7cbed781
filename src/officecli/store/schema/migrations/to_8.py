"""From version 7 to 8: each fact of the trail stands once. An entry has no text of its own any more, but what its text said besides its columns. Frozen."""

from __future__ import annotations

import json
from typing import Any

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.proof.chain import canonical
from officecli.store.write.writer import Writer

AT_ONCE = 2000

_UID = 2**32 - 1

_Name = tuple[str, str | None, str, int | None, str | None, str, str]


def say_once(writer: Writer) -> None:
    """Put what each text says into columns, and who wrote it among the hands. Raises StorageTrouble where the text cannot be made of them again."""
    hands: dict[_Name, int] = {}
    prev, last = "", 0
    while rows := writer.read.rows("SELECT * FROM trail WHERE seq > :last ORDER BY seq LIMIT :most", last=last, most=AT_ONCE):
        known = len(hands)
        values = []
        for row in rows:
            said = _said(row, prev)
            number = hands.setdefault(_hand(said), len(hands) + 1)
            before, after = (None if said[name] is None else canonical(said[name]) for name in ("before", "after"))
            values.append((before, after, said["reason"], number, row["seq"]))
            prev, last = row["hash"], row["seq"]
        writer.insert_values("hand", _COLUMNS, [(number, *hand) for hand, number in list(hands.items())[known:]])
        mark = writer.marks(1)
        writer.run(f"UPDATE trail SET before = {mark}, after = {mark}, reason = {mark}, hand_id = {mark} WHERE seq = {mark}", values)


_COLUMNS = ("id", "actor", "behalf", "login", "uid", "whose", "host", "tool")


def _said(row: dict[str, Any], prev: str) -> dict[str, Any]:
    """What the text of an entry says, where it is the one that its columns ask for: what is not kept of it could not be made again."""
    try:
        said: dict[str, Any] = json.loads(row["body"])
        whole = _can_be_kept(said) and canonical(_made(row, said, prev)) == row["body"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise StorageTrouble(
            _("The store was left as it was: entry {seq} of its trail is not what the columns beside it say.").format(seq=row["seq"]),
            fix=_("See what is wrong with officecli verify, by the program of before; a backup that is whole is brought up as it is."),
        )
    return said


def _made(row: dict[str, Any], said: dict[str, Any], prev: str) -> dict[str, Any]:
    """The entry as it can be made of its columns, its hand, what was before and after, the reason, and the hash before it."""
    actor, behalf, login, uid, whose, host, tool = _hand(said)
    return {
        **{name: row[name] for name in ("seq", "at", "day", "command", "role", "verb", "subject")},
        "actor": {"id": row["actor_id"], "name": actor},
        "behalf": None if row["behalf_id"] is None and behalf is None else {"id": row["behalf_id"], "name": behalf},
        "id": row["subject_id"], "item": row["item_id"], "before": said["before"], "after": said["after"], "reason": said["reason"],
        "user": {"name": login, "uid": uid, **({} if whose is None else {"whose": whose})}, "host": host, "tool": tool, "prev": prev,
        **({} if row["recorded"] is None else {"recorded": row["recorded"]}),
    }  # fmt: skip


def _can_be_kept(said: dict[str, Any]) -> bool:
    """Whether its columns hold it as it is: a number for a name would come back as a text, and one that is too large not at all."""
    actor, behalf, login, uid, whose, host, tool = _hand(said)
    texts = (actor, login, host, tool, said["reason"], *(text for text in (behalf, whose) if text is not None))
    return all(type(text) is str for text in texts) and (uid is None or (type(uid) is int and 0 <= uid <= _UID))


def _hand(said: dict[str, Any]) -> _Name:
    user, behalf = said["user"], said["behalf"] or {}
    return said["actor"]["name"], behalf.get("name"), user["name"], user["uid"], user.get("whose"), said["host"], said["tool"]


STATEMENTS = (
    """CREATE TABLE hand (
  id INTEGER NOT NULL,
  actor VARCHAR{c} NOT NULL,
  behalf VARCHAR{c},
  login VARCHAR{c} NOT NULL,
  uid BIGINT,
  whose VARCHAR{c},
  host VARCHAR{c} NOT NULL,
  tool VARCHAR{c} NOT NULL,
  PRIMARY KEY (id))""",
    "CREATE INDEX ix_hand_actor ON hand (actor)",
    "ALTER TABLE trail ADD COLUMN before VARCHAR{c}",
    "ALTER TABLE trail ADD COLUMN after VARCHAR{c}",
    "ALTER TABLE trail ADD COLUMN reason VARCHAR{c}",
    "ALTER TABLE trail ADD COLUMN hand_id INTEGER REFERENCES hand (id)",
    say_once,
    "ALTER TABLE trail DROP COLUMN body",
)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""

BY_ENGINE: dict[str, tuple[str, ...]] = {
    # As in step 3: the statement of a table is all SQLite has of what a column may be, and the rows stay where they are.
    "sqlite": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'reason VARCHAR', 'reason VARCHAR NOT NULL') WHERE type = 'table' AND name = 'trail'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'hand_id INTEGER', 'hand_id INTEGER NOT NULL') WHERE type = 'table' AND name = 'trail'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'founder_uid INTEGER', 'founder_uid BIGINT') WHERE type = 'table' AND name = 'office'",
        "PRAGMA writable_schema = RESET",
    ),
    "postgresql": (
        "ALTER TABLE trail ALTER COLUMN reason SET NOT NULL",
        "ALTER TABLE trail ALTER COLUMN hand_id SET NOT NULL",
        "ALTER TABLE office ALTER COLUMN founder_uid TYPE BIGINT",
    ),
}
