"""Drafts a procedure from how an item was really done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from officecli.files.procedures.shapes import PROCEDURE
from officecli.files.toml.writing import as_toml
from officecli.i18n import _
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader, Row
from officecli.store.steps import steps
from officecli.typed.items.numbers import find_item
from officecli.typed.office.posts import clear_names
from officecli.typed.procedures.limits import MOST, say_limit

LONGEST = 60
"""A note's first words are enough for a step's title."""


@dataclass
class _Stage:
    """What was done up to a day, by whom."""

    title: str
    day: date
    person_id: int | None
    standard: str = ""
    check: str = ""
    needs: list[int] = field(default_factory=list)


def drafted_from_item(read: Reader, number: str) -> str:
    """The TOML of a procedure like the item: its stages as steps, their real working days as limits; marked with what only people can say.

    Raises NotFound or BadInput for a number that means no one item.
    """
    item = read.row("SELECT * FROM item WHERE id = :id", id=find_item(read, number))
    assert item is not None
    return "\n".join(_lines(read, item, working_days(read))) + "\n"


def _lines(read: Reader, item: Row, days: WorkingDays) -> Iterator[str]:
    stages = _by_steps(read, item) or _by_records(read, item)
    posts = _posts(read)
    yield "# " + _("Drafted from {number}: {title}").format(number=item["number"], title=_line(item["title"]))
    yield "# " + _("The limits are the working days it really took; what is marked “{fill}” only people can say.").format(fill=_("to be filled in"))
    yield ""
    yield from _procedure(item, posts.get(item["lead_id"], ""))
    before = date.fromisoformat(item["issued"])
    yield f"due_in = {min(250, max(1, days.between(before, max(stage.day for stage in stages))))}"
    for position, stage in enumerate(stages, 1):
        who = posts.get(stage.person_id or 0, "")
        yield ""
        yield from _step(stage, who if who != posts.get(item["lead_id"]) else "")
        yield f"limit = {as_toml(say_limit(min(MOST, max(1, days.between(before, stage.day))), 'days'))}"
        needs = stage.needs or ([position - 1] if position > 1 else [])
        if needs:
            yield f"needs = {as_toml(needs)}"
        before = max(before, stage.day)


def _procedure(item: Row, lead: str) -> Iterator[str]:
    """The procedure without its steps; the item's lead has the post that leads it."""
    fill = _("to be filled in")
    yield "[[procedure]]"
    yield f"name = {as_toml(item['title'][:120])}"
    yield f"kind = {as_toml('emergency' if item['kind'] == 'emergency' else 'other')} # {fill}"
    yield _said_or_open("post", lead)
    every = _("monthly on the 25th")
    yield f"# every = {as_toml(every)} # {fill}"
    if item["kind"] == "emergency":
        yield f"emergency = {as_toml(item['title'][:120])} # {fill}"
    for key in ("goal", "source"):
        if item[key]:
            yield f"{key} = {as_toml(item[key])}"
    for key in ("urgency", "importance"):
        if item[key] != PROCEDURE[key].default:
            yield f"{key} = {as_toml(item[key])}"
    if item["hours"] is not None:
        yield f"hours = {item['hours']:g}"


def _step(stage: _Stage, who: str) -> Iterator[str]:
    """A step without its limit and what it needs; `who` is "" where the lead does it."""
    yield "[[procedure.step]]"
    yield f"title = {as_toml(stage.title)}"
    if who:
        yield f"who = {as_toml(who)}"
    yield _said_or_open("standard", stage.standard)
    yield _said_or_open("check", stage.check)


def _said_or_open(key: str, value: str) -> str:
    """A line with the value, or one to be filled in."""
    return f"{key} = {as_toml(value)}" + ("" if value else " # " + _("to be filled in"))


def _by_steps(read: Reader, item: Row) -> list[_Stage]:
    """The steps the item went through, where it followed a procedure."""
    return [
        _Stage(row["title"], date.fromisoformat(row["done"]), _id_of(read, row["done_by"]), row["standard"], row["check_point"], row["needs"])
        for row in steps(read, item["id"])
        if row["done"]
    ]


def _by_records(read: Reader, item: Row) -> list[_Stage]:
    """What is on record of it: signed for, feedback, parts done, submitted, reviewed; in the order of the days."""
    lead = item["lead_id"]
    found = [_Stage(_("Sign for it and plan the work"), date.fromisoformat(item["signed"]), lead)] if item["signed"] else []
    for note in read.rows("SELECT day, person_id, text, next_step, problem FROM note WHERE item_id = :item ORDER BY day, id", item=item["id"]):
        title = _short(note["text"] or note["next_step"] or note["problem"])
        if title:
            found.append(_Stage(title, date.fromisoformat(note["day"]), note["person_id"], check=note["problem"] or ""))
    parts = read.rows("SELECT person_id, part, done FROM support WHERE item_id = :item AND done IS NOT NULL ORDER BY done, id", item=item["id"])
    found += [_Stage(_short(part["part"]) or _("Support"), date.fromisoformat(part["done"]), part["person_id"]) for part in parts]
    sent = read.row("SELECT day, person_id, result FROM submission WHERE item_id = :item ORDER BY id DESC", item=item["id"])
    if sent:
        found.append(_Stage(_("Hand in the result"), date.fromisoformat(sent["day"]), sent["person_id"], standard=_line(sent["result"] or "")[:4000]))
    if item["closed"] and item["originator_id"] != lead:
        found.append(_Stage(_("Review and close"), date.fromisoformat(item["closed"]), item["originator_id"]))
    return sorted(found, key=lambda stage: stage.day) or [_Stage(_("Do it"), read.today, lead)]


def _posts(read: Reader) -> dict[int, str]:
    """The post of each person, as it is written where it is clear."""
    names = clear_names(read)
    return {
        row["id"]: names[row["post_id"]] for row in read.rows("SELECT id, post_id FROM person WHERE post_id IS NOT NULL") if row["post_id"] in names
    }


def _id_of(read: Reader, name: str | None) -> int | None:
    found = read.value("SELECT id FROM person WHERE name = :name", name=name or "")
    return int(found) if found else None


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _line(text: str) -> str:
    return " ".join("".join(char if char >= " " and char != "\x7f" else " " for char in text).split())
