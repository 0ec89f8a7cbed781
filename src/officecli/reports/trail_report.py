"""The trail as a report: who did what when, on which item, and what changed."""

from __future__ import annotations

from typing import Any

from officecli.i18n import _, ngettext
from officecli.reports.report import Column, Report
from officecli.reports.trail_lines import Line, trail_lines
from officecli.store.read import Reader, Row


def history(read: Reader, *, item: Row | None, actor: Row | None, limit: int, in_words: bool) -> Report:
    """The last `limit` acts (0: all), oldest first; `in_words` for people, else the entries' own fields for programs."""
    lines, total = trail_lines(read, item_id=item["id"] if item else None, actor_id=actor["id"] if actor else None, limit=limit)
    columns = (
        Column("entry", _("entry"), "integer", weight=3),
        Column("at", _("when"), "moment"),
        Column("who", _("who"), weight=1),
        Column("act", _("act")),
        *(() if item else (Column("number", _("item")),)),
        Column("changes", _("what changed"), weight=1, wide=True),
        Column("reason", _("reason"), weight=2, wide=True),
    )
    rows = tuple(_in_words(line) if in_words else _in_codes(line) for line in lines)
    return Report(
        name="history",
        title=_("History of {number}: {title}").format(number=item["number"], title=item["title"]) if item else _("History"),
        as_of=read.as_of.isoformat(),
        filters={"person": actor["name"]} if actor else {},
        columns=columns,
        rows=tuple({column.key: row[column.key] for column in columns} for row in rows),
        summary={"acts": total},
        headline=ngettext("{n} act.", "{n} acts.", total).format(n=total)
        if total == len(lines)
        else _("The last {n} of {total} acts.").format(n=len(lines), total=total),
        empty=_("Nothing was done yet."),
        total=len(lines),
        head=read.head_text(),
        timezone=read.office["timezone"],
    )


def _in_words(line: Line) -> Row:
    numbers = line.numbers[0] if len(line.numbers) == 1 else f"{line.numbers[0]} …" if line.numbers else None
    return {"entry": line.first, "at": line.at, "who": line.who, "act": line.act, "number": numbers, "changes": line.told, "reason": line.reason}


def _in_codes(line: Line) -> Row:
    changes: list[dict[str, Any]] = [
        {"entry": entry["seq"], "table": entry["subject"], "id": entry["id"], "before": entry["before"], "after": entry["after"]}
        for entry in line.entries
    ]
    return {
        "entry": line.first, "at": line.at, "who": {"actor": line.actor, "behalf": line.behalf}, "act": line.verb, "number": list(line.numbers),
        "changes": changes, "reason": line.reason,
    }  # fmt: skip
