"""What to type to say here what a ledger says: the command that changes one field of one item, ready to paste."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from officecli.i18n import _
from officecli.model.codes import OPEN
from officecli.shell import as_word

_EDITED = {"title": "--title", "source": "--from", "goal": "--goal", "due": "--due", "kind": "--kind", "urgency": "--urgency"}
_EDITED |= {"importance": "--importance", "responsible": "--responsible", "hours": "--hours", "feedback_every": "--feedback-every", "body": "--body"}
_EMPTIED = ("source", "goal", "responsible", "feedback_every", "body")
_NOTED = {"progress": "--text", "percent": "--progress", "problem": "--problem", "next_step": "--next", "evidence": "--evidence"}
_OF_A_CLOSED_ONE = ("title", "closed", "status")
"""What of these is put right of an item that is closed; all else is refused then."""
_ENDED = {"closed": "close", "cancelled": "cancel", "suspended": "suspend", "submitted": "submit"}


def by_hand(number: str, field: str, new: Any, record: Mapping[str, Any], closed: Any = None) -> str:
    """The command that makes this of the field of an item, which is on record as `record`; "" where several may be meant.

    `closed` is the day of closing that the ledger has, if it has one.
    """
    why = as_word(_("as the ledger says"))
    if record["status"] not in OPEN and field not in _OF_A_CLOSED_ONE:
        return ""
    if field in _EDITED:
        reason = f" --reason {why}" if field == "due" else ""
        return f"officecli edit {number} {_EDITED[field]} {as_word(str(new))}{reason}"
    if field in _NOTED:
        return f"officecli note {number} {_NOTED[field]} {as_word(str(new))}"
    if field == "lead":
        return f"officecli assign {number} --to {as_word(str(new))} {why}"
    if field == "closed" and record["status"] == "closed":  # the day alone: opened again, a closing is as if it had not been
        result = as_word(record["result"] or _("as the ledger says"))
        return f"officecli reopen {number} {why} && officecli close {number} --on {new} {result}"
    if field == "status":
        again = "resume" if record["status"] == "suspended" else "reopen" if record["status"] == "closed" else ""
        act = _ENDED.get(str(new), again)
        day = f" --on {closed}" if act == "close" and closed else ""
        return f"officecli {act} {number}{day} {why}" if act else ""
    return _supporting(number, new, record) if field == "supports" else ""


def opened_again(number: str, changed: Collection[str], record: Mapping[str, Any]) -> str:
    """The command that opens an item closed here, whose row has other news of it: these go in with the next import; "" for any other."""
    why = as_word(_("as the ledger says"))
    return f"officecli reopen {number} {why}" if "status" in changed and record["status"] == "closed" else ""


def taken_away(number: str, field: str, record: Mapping[str, Any]) -> str:
    """The command that takes away what is on record of a field; "" where there is none, or nothing may be taken away in this state."""
    if field == "status":
        act = {"suspended": "resume", "closed": "reopen", "submitted": "return"}.get(record["status"], "")
        why = as_word(_("as the ledger says"))
        return f"officecli {act} {number} {why}" if act else ""
    if record["status"] not in OPEN:
        return ""
    if field == "supports":
        return _supporting(number, (), record)
    return f'officecli edit {number} {_EDITED[field]} ""' if field in _EMPTIED else ""


def _supporting(number: str, new: Any, record: Mapping[str, Any]) -> str:
    """The first supporter that is to be added, else the first to be taken off."""
    there = {one["name"]: one["part"] for one in record["supports"]}
    for one in new:
        if one["name"] not in there or one["part"] not in ("", there[one["name"]]):
            said = f"{one['name']}:{one['part']}" if one["part"] else one["name"]
            return f"officecli support {number} {as_word(said)}"
    left = next((name for name in there if name not in {one["name"] for one in new}), "")
    return f"officecli support {number} remove {as_word(left)}" if left else ""
