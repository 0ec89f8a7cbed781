"""Whether each entry of the trail is the text that was hashed, goes on from the one before it, and is what the columns beside its text say.

Nearly every entry is. So the text that its columns ask for is made and compared, which is quick and misses nothing; only where the two differ is the
entry taken apart to tell what is wrong with it.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any

from officecli.model.codes import TRAILED
from officecli.store.proof import chain
from officecli.store.proof.faults import Fault

COLUMNS = (
    "seq", "at", "day", "command", "actor_id", "behalf_id", "role", "verb", "subject", "subject_id", "item_id", "body", "hash", "by_login", "recorded",
)  # fmt: skip
"""An entry is a tuple of these."""

TYPES: dict[str, Any] = {"actor": dict, "user": dict, "behalf": dict | None, "subject": str, "id": int, "before": dict | None, "after": dict | None}
FIELDS = {
    "seq", "at", "day", "command", "actor", "behalf", "role", "user", "host", "tool", "verb", "subject", "id", "item", "before", "after", "reason", "prev",
}  # fmt: skip
SOMETIMES = {"recorded"}
"""What an entry has only where it was recorded after its day."""

_TABLES = frozenset(TRAILED)
_AS_IT_STANDS = re.compile(r"[ !#-\[\]-~]*").fullmatch
"""Text that stands in JSON as it is."""


_Hand = tuple[str, str, str, str, str]
"""What the entries of one person at one machine say alike, as pieces of their text: its beginning, on whose behalf, host, tool and user."""


class Links:
    """Takes the entries one after the other. `unreadable` are those that say nothing; `astray` what those say that stand under another row than their own."""

    def __init__(self) -> None:
        self.last = 0
        self.hash = ""
        self.unreadable: set[int] = set()
        self.astray: dict[int, dict[str, Any]] = {}
        self._hands: dict[tuple[Any, Any, Any], _Hand] = {}

    def faults(self, entry: tuple[Any, ...]) -> list[Fault]:
        """What is wrong with the next entry; that its before and after can be read is left to whoever plays them."""
        found = [] if self._is_what_its_columns_say(entry) else self._looked_into(entry)
        self.last, self.hash = entry[0], entry[12]
        return found

    def _is_what_its_columns_say(self, entry: tuple[Any, ...]) -> bool:
        """Whether the entry is wholly right; False says no more than that it is to be looked into."""
        seq, at, day, command, actor_id, behalf_id, role, verb, subject, subject_id, item_id, body, hash_, by_login, recorded = entry
        hand = self._hands.get((actor_id, behalf_id, by_login))
        if hand is None or seq != self.last + 1 or subject not in _TABLES:
            return False
        beginning, behalf, host, tool, user = hand
        try:
            whole = type(seq + command + subject_id + (0 if item_id is None else item_id)) is int
            if not whole or not _AS_IT_STANDS(at + day + role + verb + (recorded or "")):
                return False
            item = "null" if item_id is None else item_id
            behalf = f'{behalf},"command":{command},"day":"{day}","host":{host},"id":{subject_id},"item":{item},"prev":"{self.hash}","reason":'
            end = f',"role":"{role}","seq":{seq},"subject":"{subject}","tool":{tool},"user":{user},"verb":"{verb}"}}'
            if recorded is not None:
                end = f',"recorded":"{recorded}"{end}'
            place = body.find(',"behalf":', len(beginning))
            reason = body[place + len(behalf) : -len(end)]
            return (
                body.startswith(beginning)
                and body.startswith(behalf, place)
                and body.endswith(end)
                and body.count('"before":') == 1  # so that this is it:
                and f',"at":"{at}","before":' in body
                and (reason == '""' or _is_canonical(reason))
                and sha256(body.encode()).hexdigest() == hash_
            )
        except (TypeError, AttributeError, UnicodeError):  # somebody wrote there by hand
            return False

    def _looked_into(self, entry: tuple[Any, ...]) -> list[Fault]:
        row = dict(zip(COLUMNS, entry, strict=True))
        seq = row["seq"]
        found = []
        if seq != self.last + 1:
            found.append(Fault("gap", seq, expected=self.last + 1, found=seq))
        hash_ = chain.digest(str(row["body"]))
        if hash_ != row["hash"]:
            found.append(Fault("hash", seq, expected=row["hash"], found=hash_))
        body = readable(row["body"])
        if body is None:
            self.unreadable.add(seq)
            return [*found, Fault("unreadable", seq)]
        if body["prev"] != self.hash:
            found.append(Fault("broken", seq, expected=self.hash, found=body["prev"]))
        of_columns = [Fault("column", seq, "trail", seq, name, value, row[name]) for name, value in _said(body).items() if row[name] != value]
        if body["subject"] not in _TABLES:
            self.unreadable.add(seq)
            return [*found, *of_columns, Fault("unknown-change", seq, body["subject"], body["id"])]
        if (row["subject"], row["subject_id"]) != (body["subject"], body["id"]):
            self.astray[seq] = body
        if not of_columns:
            self._hands[row["actor_id"], row["behalf_id"], row["by_login"]] = (
                f'{{"actor":{chain.canonical(body["actor"])},"after":',
                f',"behalf":{chain.canonical(body["behalf"])}',
                chain.canonical(body["host"]),
                chain.canonical(body["tool"]),
                chain.canonical(body["user"]),
            )
        return [*found, *of_columns]


def readable(text: Any) -> dict[str, Any] | None:
    """The entry as it was recorded; None unless it has the form that is hashed, and every field."""
    try:
        body = json.loads(text)
        typed = all(isinstance(body[name], type_) for name, type_ in TYPES.items())
        return body if typed and body.keys() - SOMETIMES == FIELDS and chain.canonical(body) == text else None
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None


def _is_canonical(text: str) -> bool:
    try:
        return chain.canonical(json.loads(text)) == text
    except (ValueError, RecursionError):
        return False


def _said(body: dict[str, Any]) -> dict[str, Any]:
    """What the columns beside the text, which are there for queries, must say."""
    return {
        **{name: body[name] for name in ("seq", "at", "day", "command", "role", "verb", "subject")},
        "actor_id": body["actor"].get("id"),
        "behalf_id": (body["behalf"] or {}).get("id"),
        "subject_id": body["id"],
        "item_id": body["item"],
        "by_login": chain.by_login(body["user"]),
        "recorded": body.get("recorded"),
    }
