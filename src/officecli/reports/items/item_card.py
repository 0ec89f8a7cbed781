"""One item whole: what a program reads (`item_json`), and what `show` prints (`card`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from officecli.errors import NotFound
from officecli.hints import Any
from officecli.i18n import _, in_brackets, listed, ngettext
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.codes import OVER
from officecli.model.item_fields import PLAIN
from officecli.model.words import word
from officecli.reports.items import item_parts
from officecli.reports.items.item_past import Part, answers_to_requests, parts, said_waiting
from officecli.reports.items.item_rows import COLUMNS, fetch
from officecli.reports.record.trail_lines import said_recorded
from officecli.reports.shape.chosen import Chosen
from officecli.standing.items.reviewing import lies_with, reviewer
from officecli.standing.office.stand_ins import absence_of
from officecli.standing.record.dated_back import DatedAct, dated_acts
from officecli.store import items
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader, Row
from officecli.store.tags import LEAD_TIME, ORIGIN, TAGS
from officecli.typed.day_said import say_date
from officecli.typed.office.bodies import body_with_contact

JSON_KEYS = (
    "number", "title", "status", "kind", "lead", "supports", "issued", "original_due", "due", "light", "working_days_left", "working_days_late",
    "goal", "targets", "version", "unit", "originator", "ordered_by", *PLAIN, "source", "urgency", "importance", "registered", "sign_by",
    "signed", "submitted", "closed", "hours", "feedback_every", "progress", "problem", "next_step", "evidence", "result", "rating",
    "labels", "remarks", "body", "body_contact", "body_phone", "parent", "duty", "procedure", "origin", "lead_time", "depth", "focus",
)  # fmt: skip


@dataclass(frozen=True)
class Card:
    """An item for a reader: `state` is its light and status in words, `fields` are (label, text), `parts` what happened to it."""

    number: str
    title: str
    light: str
    state: str
    supports: tuple[Row, ...]
    fields: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    foot: str


def item_row(read: Reader, item_id: int) -> Row:
    """The item as a row of `item_rows`; raises NotFound where it was not there yet on the reader's day."""
    rows, _total = fetch(read, Chosen(conditions=["id = :id"], values={"id": item_id}), order_by="id", limit=1)
    if not rows:
        number = read.value("SELECT number FROM item WHERE id = :id", id=item_id)
        raise not_there_yet(read, str(number))
    return rows[0]


def not_there_yet(read: Reader, number: str) -> NotFound:
    """The refusal to show what was put on record only after the reader's day."""
    return NotFound(_("There was no {number} yet on {day}.").format(number=number, day=read.as_of), fix=_("Give a later day with --as-of."))


def item_json(read: Reader, item_id: int) -> dict[str, Any]:
    """The item as programs read it: dates ISO, codes untranslated; tags that were not said are derived."""
    row = item_row(read, item_id) | _bound(read, item_id)
    row |= (
        read.row(f"SELECT {ORIGIN} AS origin, {LEAD_TIME} AS lead_time FROM {items.source(read)} i WHERE i.id = :id", items.values(read), id=item_id)
        or {}
    )
    targets = read.rows("SELECT amount, unit FROM target WHERE item_id = :id ORDER BY id", id=item_id)
    row["targets"] = [{"amount": _number(target["amount"]), "unit": target["unit"]} for target in targets]
    row["parent"] = (item_parts.whole(read, item_id) or {}).get("number")
    found = {key: row[key] for key in JSON_KEYS}
    if rows := item_parts.part_rows(read, item_id):
        found["parts"] = rows
    if row["procedure_version_id"]:
        from officecli.reports.items.item_steps import step_rows

        found["steps"] = step_rows(read, item_id)
    if answers := answers_to_requests(read, item_id):
        found["answers"] = [{key: one[key] for key in ("number", "title", "by", "day", "verdict", "answer")} for one in answers]
    if dated := dated_acts(read, item_id):
        found["recorded_later"] = list(_by_act(dated).values())
    return found


def _by_act(dated: Sequence[DatedAct]) -> dict[tuple[str, str], Row]:
    """What was recorded afterwards, each act once, whatever else followed from it."""
    found: dict[tuple[str, str], Row] = {}
    for one in dated:
        told = found.setdefault((one.act, one.day), {"act": one.act, "day": one.day, "recorded": one.recorded, "counts": one.counts})
        told["counts"] = max(told["counts"], one.counts)
    return found


def _number(amount: str) -> int | float:
    return float(amount) if "." in amount else int(amount)


def card(read: Reader, item_id: int) -> Card:
    """The item as `show` prints it."""
    row = item_row(read, item_id)
    dated = dated_acts(read, item_id)
    return Card(
        number=row["number"],
        title=row["title"],
        light=row["light"],
        state=" · ".join(_state(row)),
        supports=tuple(row["supports"]),
        fields=tuple((label, text) for label, text in _fields(read, row, dated) if text),
        parts=(*_sub_items(read, item_id), *_steps(read, row), *parts(read, item_id, dated)),
        foot=_("All that was done with it: officecli history {number}").format(number=row["number"]),
    )


def _sub_items(read: Reader, item_id: int) -> tuple[Part, ...]:
    """What the item was split into."""
    found = item_parts.part(read, item_id)
    return (found,) if found else ()


def _steps(read: Reader, row: Row) -> tuple[Part, ...]:
    """The steps of an item that follows a procedure."""
    if not row["procedure_version_id"]:
        return ()
    from officecli.reports.items.item_steps import part

    found = part(read, row["id"])
    return (found,) if found else ()


def _state(row: Row) -> Iterator[str]:
    yield word("status", row["status"])
    late = row["working_days_late"]
    if row["overdue"]:
        yield ngettext("{n} working day late", "{n} working days late", late).format(n=late) if late else _("overdue")
    elif late:
        yield ngettext("was {n} working day late", "was {n} working days late", late).format(n=late)
    if row["urgency"] != "ordinary":
        yield word("urgency", row["urgency"])
    if row["importance"] == "major":
        yield word("importance", row["importance"])
    yield word("kind", row["kind"])


def _fields(read: Reader, row: Row, dated: Sequence[DatedAct]) -> Iterator[tuple[str, str]]:
    """The heading and text of each thing known; those of nothing are left out by the caller."""

    def of(key: str) -> tuple[str, str]:
        return _(COLUMNS[key].label), str(row[key] or "")

    yield _("lead"), row["lead"] + in_brackets(row["unit"]) if row["unit"] else row["lead"]
    yield of("body")[0], body_with_contact(row["body"], row["body_contact"], row["body_phone"]) if row["body"] else ""
    over = row["status"] in OVER
    yield _("deadline"), (row["due"] if over else said_day(read, row["due"])) if row["due"] else "–"
    if row["original_due"] != row["due"]:
        yield of("original_due")
    yield _("issued on"), " · ".join((row["issued"], *_signed(row, dated)))
    if row["closed"] or row["cancelled"]:
        yield (_("closed on"), row["closed"]) if row["closed"] else (_("cancelled on"), row["cancelled"])
    elif row["status"] == "closed":
        yield _("closed on"), _("a day not known: in time or late is not known either")
    yield of("goal")
    yield of("targets")
    yield of("source")
    yield from _decided(read, row["id"])
    if above := item_parts.whole(read, row["id"]):
        yield _("part of"), " · ".join(part for part in (above["number"], above["title"], above["part"]) if part)
    yield _("originator"), row["originator"]
    yield _("ordered by"), row["ordered_by"] if row["ordered_by"] != row["originator"] else ""
    yield _("reviewer"), _reviewer(read, row)
    for key in PLAIN:
        yield of(key)
    yield _("feedback every"), word("feedback_every", row["feedback_every"]) if row["feedback_every"] else ""
    yield _("hours"), f"{row['hours']:g}" if row["hours"] else ""
    yield _("support as imported"), row["support_note"]
    name, labels = of("labels")
    yield name, listed(labels.split("; ")) if labels else ""
    yield of("remarks")
    bound = _bound(read, row["id"])
    yield _("duty"), bound["duty"] or ""
    yield _("procedure"), bound["procedure"] or ""
    yield _("tags"), " · ".join(word(tag, row[tag]) for tag in TAGS if row[tag])


def _signed(row: Row, dated: Sequence[DatedAct]) -> Iterator[str]:
    """When it was signed for, and when that was recorded where it was on a later day."""
    if not row["signed"]:
        return
    later = next((one for one in reversed(dated) if one.act == "sign" and one.table == "item" and row["signed"] in (one.day, one.counts)), None)
    yield _("signed for on {day}").format(day=later.day if later else row["signed"])
    if later:
        yield said_recorded(later.recorded)
        yield from filter(None, [said_waiting(later)])


def _bound(read: Reader, item_id: int) -> Row:
    """The duty it falls under and the procedure it follows, by name."""
    return (
        read.row(
            """SELECT d.title AS duty, p.name AS procedure FROM item i
               LEFT JOIN duty d ON d.id = i.duty_id LEFT JOIN procedure p ON p.id = i.procedure_id WHERE i.id = :item""",
            item=item_id,
        )
        or {}
    )


def _decided(read: Reader, item_id: int) -> Iterator[tuple[str, str]]:
    """The decision it comes from, and since when it was worked on before it was registered."""
    found = read.row(
        "SELECT i.point, i.began, d.number, d.title FROM item i LEFT JOIN decision d ON d.id = i.decision_id WHERE i.id = :item", item=item_id
    )
    if found and found["number"]:
        yield _("decision"), " · ".join(part for part in (found["number"], found["title"], found["point"]) if part)
    if found and found["began"]:
        yield _("work began"), found["began"]


def _reviewer(read: Reader, row: Row) -> str:
    """Who reviews the result as things stand today, and for whom; "" on another day, and of what is over."""
    if read.as_of != read.today or row["status"] not in codes.OPEN:
        return ""
    turn = reviewer(read, row["originator_id"], row["lead_id"])
    if turn is None:
        meant = lies_with(read, row["originator_id"], row["lead_id"])
        return str(row["lead"]) if meant == row["lead_id"] else _nobody_acts(read, meant)
    name = str(turn.person["name"])
    return _("{actor} for {behalf}").format(actor=name, behalf=turn.behalf[1]) if turn.behalf else name


def _nobody_acts(read: Reader, person_id: int) -> str:
    """With whom the review lies though nobody can do it today, and until when they are away."""
    name = str(read.value("SELECT name FROM person WHERE id = :id", id=person_id))
    absence = absence_of(read, person_id)
    return _("{name}, away until {until}; nobody acts meanwhile").format(name=name, until=absence["until"]) if absence else name


def said_day(read: Reader, day: str) -> str:
    """A date with its distance in words."""
    return say_date(date.fromisoformat(day), base=read.as_of, days=working_days(read))
