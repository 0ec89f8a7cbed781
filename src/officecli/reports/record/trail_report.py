"""The trail as a report: who did what when, on which item, and what changed."""

from __future__ import annotations

from datetime import date

from officecli.hints import Any, Literal
from officecli.i18n import _
from officecli.reports.record.trail_lines import Line, trail_lines
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader, Row

Told = Literal["briefly", "in words", "in codes"]
"""Briefly: the reason beside what changed, for a window · in words: the reason in a column of its own · in codes: the entries' own fields."""


def history(
    read: Reader,
    *,
    item: Row | None,
    actor: Row | None,
    limit: int,
    told: Told,
    personal: bool = False,
    days: tuple[date | None, date | None] = (None, None),
) -> Report:
    """The last `limit` acts (0: all), oldest first, of the item, or where that is `personal` of
    what somebody reminds themselves of; recorded from the first of two `days` to the second.
    """
    since, until = days
    of = {} if item is None else {"reminder_id" if personal else "item_id": item["id"]}
    lines, total = trail_lines(read, **of, actor_id=actor["id"] if actor else None, limit=limit, since=since, until=until)
    columns = (
        Column("entry", _("entry"), "integer", weight=3),
        Column("at", _("when"), "moment"),
        *((Column("day", _("day"), "date"), Column("recorded", _("recorded"), "date")) if told == "in codes" else ()),
        Column("who", _("who")),
        Column("act", _("act")),
        *(() if item else (Column("number", _("item")),)),
        Column("changes", _("what changed"), wide=True),
        *(() if told == "briefly" else (Column("reason", _("reason"), wide=True),)),
    )
    rows = [_in_codes(line) if told == "in codes" else _in_words(line, briefly=told == "briefly") for line in lines]
    return build(
        read,
        name="history",
        title=_("History of {number}: {title}").format(number=item["number"], title=item["title"]) if item else _("History"),
        filters={
            **({"person": actor["name"]} if actor else {}),
            **({"since": since.isoformat()} if since else {}),
            **({"until": until.isoformat()} if until else {}),
        },
        columns=columns,
        rows=rows,
        summary={"commands": total},
        headline=_("The last {n} of {total} commands, a line for each item; all: --limit 0").format(n=limit, total=total)
        if limit and total > limit
        else "",
        empty=_("Nothing was recorded then.") if since or until else _("Nothing was done yet."),
    )


def _in_words(line: Line, *, briefly: bool) -> Row:
    numbers = line.numbers[0] if len(line.numbers) == 1 else f"{line.numbers[0]} …" if line.numbers else None
    changes = " · ".join(text for text in (line.told, line.reason if briefly else "", line.afterwards) if text)
    return {"entry": line.first, "at": line.when, "who": line.who, "act": line.act, "number": numbers, "changes": changes, "reason": line.reason}


def _in_codes(line: Line) -> Row:
    changes: list[dict[str, Any]] = [
        {"entry": entry["seq"], "table": entry["subject"], "id": entry["id"], "before": entry["before"], "after": entry["after"]}
        for entry in line.entries
    ]
    return {
        "entry": line.first, "at": line.at, "day": line.day, "recorded": line.recorded or None,
        "who": {"actor": line.actor, "behalf": line.behalf, "login": line.login or None}, "act": line.verb, "number": list(line.numbers),
        "changes": changes, "reason": line.reason,
    }  # fmt: skip
