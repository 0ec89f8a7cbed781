"""The tasks in what Taskwarrior, Trello, Vikunja and Google Tasks export as JSON."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from officecli.files.ledger.sheets.tasks.task_table import Task
from officecli.patterns import pattern

_TAG = pattern(r"<[^>]+>")
_BESIDE = pattern(r"^[\W\d_]+|[\W_]+$")  # ✅ Done, 3. Done
_NEVER = "0001-01-01"  # what Vikunja writes for no day
_TASKWARRIOR = {"pending": "open", "waiting": "on hold", "completed": "closed", "deleted": "cancelled"}
_LISTS = {word: state for state, words in (
    ("open", "to do|todo|backlog|doing|in progress|this week|today|next|waiting|review|待办|进行中|办理中|本周|待办理"),
    ("closed", "done|complete|completed|finished|closed|archive|archived|已完成|完成|已办结|办结|已归档"),
    ("on hold", "on hold|paused|parked|deferred|暂缓|搁置"), ("cancelled", "cancelled|canceled|dropped|won't do|取消|已取消")
) for word in words.split("|")}  # fmt: skip
"""What the lists of a board are called that say how far their cards are; any other name is a label."""

_VIKUNJA_URGENCY = ("", "low", "normal", "urgent", "urgent", "most urgent")
_URGENCY = {"H": "urgent", "M": "ordinary", "L": "ordinary"}


def tasks_in(data: Any) -> tuple[str, list[Task]] | None:
    """The tool and its tasks; None where it is none of those known."""
    if isinstance(data, Mapping) and isinstance(data.get("cards"), list):
        return "Trello", list(_trello(data))
    whole = data
    if isinstance(data, Mapping):
        data = data.get("tasks", data.get("projects", data.get("data", [])))
    if lists := _google(whole):
        return "Google Tasks", list(lists)
    listed_ones = [one for one in data if isinstance(one, Mapping)] if isinstance(data, list) else []
    if any("uuid" in one and "description" in one and "entry" in one for one in listed_ones):
        return "Taskwarrior", list(_taskwarrior(listed_ones))
    if any(isinstance(one.get("tasks"), list) or ("done" in one and "title" in one) for one in listed_ones):
        return "Vikunja", list(_vikunja(listed_ones, ""))
    return None


def _google(data: Any) -> list[Task]:
    """The tasks of Google's lists, as Takeout and its interface give them: a list of lists, or one list."""
    items = _several(data, "items") if isinstance(data, Mapping) and str(data.get("kind", "")).startswith("tasks#") else []
    lists = [one for one in items if isinstance(one, Mapping)]
    nested = [(_text(of, "title"), one) for of in lists for one in _several(of, "items") if isinstance(one, Mapping)]
    found = nested or [("", one) for one in lists if "status" in one]
    return [
        Task(
            title=_text(one, "title"),
            source=of,
            issued=_day(one, "created"),
            due=_day(one, "due")[:10],
            status="closed" if one.get("status") == "completed" else "open",
            closed=_day(one, "completed"),
            remarks=_text(one, "notes"),
        )
        for of, one in found
        if not one.get("deleted")
    ]


def recurring(data: Any) -> int:
    """How many of Taskwarrior's tasks are only the pattern of others."""
    return sum(1 for one in data if isinstance(one, Mapping) and one.get("status") == "recurring") if isinstance(data, list) else 0


def _text(one: Mapping[str, Any], key: str) -> str:
    value = one.get(key)
    return "" if value is None or isinstance(value, (Mapping, list)) else str(value).strip()


def _several(one: Mapping[str, Any], key: str) -> list[Any]:
    value = one.get(key)
    return value if isinstance(value, list) else []


def _day(one: Mapping[str, Any], key: str) -> str:
    text = _text(one, key)
    return "" if text.startswith(_NEVER) else re.sub(r"\.\d+(?=Z|[+-]|$)", "", text)


def _taskwarrior(tasks: list[Mapping[str, Any]]) -> Iterator[Task]:
    for one in tasks:
        status = _text(one, "status")
        if status == "recurring":
            continue  # a pattern, whose occasions are tasks of their own
        yield Task(
            number=f"task-{_text(one, 'uuid')[:8]}",
            title=_text(one, "description"),
            lead="; ".join(text for key in ("assignee", "assigned", "owner", "responsible") if (text := _text(one, key))),
            source=_text(one, "project"),
            issued=_day(one, "entry"),
            due=_day(one, "due"),
            status=_TASKWARRIOR.get(status, status),
            closed=_day(one, "end"),
            urgency=_URGENCY.get(_text(one, "priority"), ""),
            labels="; ".join(map(str, _several(one, "tags"))),
            remarks="\n".join(_text(note, "description") for note in _several(one, "annotations") if isinstance(note, Mapping)),
        )


def _trello(board: Mapping[str, Any]) -> Iterator[Task]:
    """The cards of a board: the list says the state where its name is one, and is a label where not."""
    names = {_text(one, "id"): _text(one, "name") for one in _several(board, "lists")}
    members = {_text(one, "id"): _text(one, "fullName") or _text(one, "username") for one in _several(board, "members")}
    link = _text(board, "shortLink") or "Trello"
    for card in _several(board, "cards"):
        if not isinstance(card, Mapping):
            continue
        place = names.get(_text(card, "idList"), "")
        stated = _LISTS.get(_BESIDE.sub("", place.casefold()))
        labels = [_text(one, "name") or _text(one, "color") for one in _several(card, "labels")]
        yield Task(
            number=f"{link}-{_text(card, 'idShort')}" if _text(card, "idShort") else "",
            title=_text(card, "name"),
            lead="; ".join(members[one] for one in map(str, _several(card, "idMembers")) if members.get(one)),
            source=_text(board, "name"),
            issued=_made(_text(card, "id")),
            due=_day(card, "due"),
            status="closed" if card.get("dueComplete") else "archived" if card.get("closed") else stated or "open",
            closed=_day(card, "dateCompleted"),
            labels="; ".join([*filter(None, labels), *([place] if place and stated is None else [])]),
            remarks=_text(card, "desc"),
        )


def _made(card: str) -> str:
    """When a card was made: the first eight figures of its id count the seconds since 1970."""
    from datetime import UTC, datetime

    return datetime.fromtimestamp(int(card[:8], 16), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if re.fullmatch(r"[0-9a-f]{24}", card) else ""


def _vikunja(projects: list[Mapping[str, Any]], project: str) -> Iterator[Task]:
    for one in projects:
        if isinstance(one.get("tasks"), list):
            yield from _vikunja([task for task in one["tasks"] if isinstance(task, Mapping)], _text(one, "title"))
            continue
        share, urgency = one.get("percent_done"), one.get("priority")
        identifier = _text(one, "identifier")
        yield Task(
            number=f"Vikunja{identifier.replace('#', '-')}" if identifier.startswith("#") else identifier,
            title=_text(one, "title"),
            lead="; ".join(_text(who, "name") or _text(who, "username") for who in _several(one, "assignees") if isinstance(who, Mapping)),
            source=project,
            issued=_day(one, "created"),
            due=_day(one, "due_date") or _day(one, "end_date"),
            status="closed" if one.get("done") else "open",
            closed=_day(one, "done_at"),
            percent=f"{share * 100:g}%" if isinstance(share, (int, float)) and 0 < share < 1 else "",
            urgency=_VIKUNJA_URGENCY[urgency] if isinstance(urgency, int) and 0 <= urgency < len(_VIKUNJA_URGENCY) else "",
            labels="; ".join(_text(label, "title") for label in _several(one, "labels") if isinstance(label, Mapping)),
            remarks=html.unescape(_TAG.sub(" ", _text(one, "description"))).strip(),
        )
