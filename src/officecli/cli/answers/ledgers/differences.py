"""The tables of what a ledger says otherwise than the office, field by field, and of the items gone from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from officecli.cli.answers.ledgers.by_hand import by_hand, opened_again, taken_away
from officecli.cli.answers.ledgers.problems import shown_of
from officecli.files.ledger.sheets.sheet_rows import row_list, sheet_of, shown_number
from officecli.formats.value import cell
from officecli.i18n import _, clauses, in_brackets, listed, ngettext
from officecli.model.acts import past_words
from officecli.model.chain import meeting
from officecli.model.codes import DECIDED, OPEN, OVER
from officecli.model.item_fields import FIELDS
from officecli.model.words import word
from officecli.reports.items.item_rows import column
from officecli.reports.shape.report import Column, Report
from officecli.shell import as_word
from officecli.typed.text import first_of

if TYPE_CHECKING:
    from officecli.files.ledger.imported import Imported
    from officecli.files.ledger.reconciling.plan import Difference, Held, Paired

_MOVED = 2
"""So many rows under each other's numbers are no slip of one."""

Standing = Literal["differs", "updated", "conflict", "held", "kept", "stands", "settled"]
"""What becomes of a difference; what of a row in conflict was not changed here itself is held back with what was."""

_SHOWN = 3
"""Rows in conflict of which it is said what to type."""


def of_ledger(came: Imported, *, for_people: bool) -> Report:
    """Every field in which a row differs from its item: what is on record, what the ledger says, and what was done to it here meanwhile."""
    return table_of(came.differing, came.conflict, came.day, _said_of_ledger(), done=_is_done(came), for_people=for_people, aside=_aside(came))


class Said(NamedTuple):
    """What a table of differences is called, how it heads what the sheet says, and what becomes of a difference."""

    title: str
    new: str
    differs: str
    updated: str


def _said_of_ledger() -> Said:
    return Said(
        _("What the ledger says otherwise"),
        _("in the ledger"),
        _("differs"),
        _("updated"),
    )


def table_of(
    differing: Sequence[Held],
    conflict: Sequence[Held],
    day: str,
    said: Said,
    *,
    done: bool,
    for_people: bool,
    aside: Mapping[Standing, Sequence[Held]] = MappingProxyType({}),
) -> Report:
    """The differences of the rows of any sheet, in its words; `done` says whether they were carried out, `aside` are those that never are."""
    differs: Standing = "updated" if done else "differs"
    every: list[tuple[Held, Standing]] = [(one, differs) for one in differing]
    every += [(one, "conflict") for one in conflict] + [(one, standing) for standing, those in aside.items() for one in those]
    rows = [
        row for one, standing in sorted(every, key=lambda pair: pair[0].row) for row in _rows(one, said, standing=standing, for_people=for_people)
    ]
    shown, title = shown_of(rows, said.title, for_people=for_people)
    return Report(
        name="differences",
        title=title,
        as_of=day,
        columns=(
            Column("row", _("row"), "integer"),
            Column("number", _("number")),
            Column("title", _("matter"), weight=2, wide=True),
            Column("field", _("column")),
            Column("old", _("on record"), wide=True),
            Column("new", said.new, wide=True),
            Column("standing", _("what becomes of it")),
            Column("changed", _("changed here"), wide=True, sparse=True, beside=("changes",)),
            Column("sheet", _("sheet"), sparse=True),
        ),
        rows=tuple(shown),
        total=len(shown),
    )


def gone(came: Imported, *, for_people: bool) -> Report:
    """The items that were in the ledger once and are not now, for people those that are still open."""
    every = tuple(row for row in came.gone if not for_people or row["status"] in OPEN)
    rows, title = shown_of(every, _("Gone from the ledger, and left as they are"), for_people=for_people)
    return Report(
        name="gone",
        title=title,
        as_of=came.day,
        columns=(
            Column("number", _("number")),
            Column("title", _("matter"), wide=True),
            Column("lead", _("lead")),
            Column("due", _("deadline"), "date"),
            Column("status", _("status"), "word"),
        ),
        rows=tuple(rows),
        total=len(rows),
    )


def renamed(came: Imported, *, for_people: bool) -> Report:
    """The new rows that may be items gone from the ledger, under another name."""
    found, title = shown_of(came.renamed, _("Perhaps gone from the ledger only by its name"), for_people=for_people)
    rows = [
        {"row": shown_number(one.row), "title": one.title, "number": one.number, "before": one.before, "sheet": sheet_of(one.row) or None}
        for one in found
    ]
    return Report(
        name="renamed",
        title=title,
        as_of=came.day,
        columns=(
            Column("row", _("row"), "integer"),
            Column("title", _("matter"), wide=True),
            Column("number", _("number")),
            Column("before", _("on record"), wide=True),
            Column("sheet", _("sheet"), sparse=True),
        ),
        rows=tuple(rows),
        total=len(rows),
    )


def notes(came: Imported) -> Iterator[str]:
    """What is to be said of the rows that differ, and what to do about them."""
    differing = [one.made.row.row for one in came.differing]
    if differing and not came.update:
        yield _(
            "On record otherwise, and left as they are: {rows}. To bring them in line: officecli import FILE --update (first with --dry-run)."
        ).format(rows=row_list(differing))
    if came.update and (today := [one.made.row.row for one in came.differing if _closed_today(one)]):
        yield _(
            "Closed, but the day is not said: closed today, since on record it was open until now: {rows}. Where the day is known, write it in the row, "
            "and import it again."
        ).format(rows=row_list(today))
    if came.older:
        yield _(
            "They say again what was on record before: {rows}. If the file is an older copy, leave it be; if it is imported, take that back: officecli undo"
        ).format(rows=row_list(came.older))
    if came.conflict:
        yield _(
            "In conflict, and left as they are, each row with all it says: {rows}. What is right here goes into the ledger; what is right in the "
            "ledger is changed here by hand; then import it again."
        ).format(rows=row_list([one.made.row.row for one in came.conflict]))
        yield from _to_type(came)
    if came.stands:
        yield _("Changed here, while the ledger says what it said before: {rows}. Ours stands, and keeps nothing else of a row back.").format(
            rows=row_list([one.row for one in came.stands])
        )
    if came.settled:
        yield _(
            "Closed here and in the ledger, which says otherwise now what it said of it: {rows}. What is closed stays as it was told; what is to be "
            "added goes into the remarks."
        ).format(rows=row_list([one.row for one in came.settled]))
    if any(not one.changed for one in came.conflict):
        yield _("Where the number is another matter's: give the row its own; of a matter that was renamed: officecli edit NUMBER --title TITLE.")
    if len(came.moved) >= _MOVED:
        yield _(
            "The numbers have moved: {rows} say matters that are on record under other numbers. If “{heading}” only counts the rows: --map {map}"
        ).format(rows=row_list(came.moved), heading=came.number_heading, map=as_word(f"{came.number_heading}=ignore"))
    if came.blank:
        yield _("Blank in the ledger, and kept as on record, since a blank cell takes nothing away: {rows}.").format(
            rows=row_list([one.row for one in came.blank])
        )
        typed = (taken_away(paired.number, one.field, paired.record) for paired in came.blank for one in paired.differences)
        if commands := [*filter(None, typed)]:
            yield _("What is to go is taken away here: {commands}").format(commands=clauses(first_of(commands, _SHOWN)))
    yield from _of_whose_item_they_are(came)
    perhaps_here = {one.number for one in came.renamed}
    if any(row["status"] in OPEN and row["number"] not in perhaps_here for row in came.gone):
        yield _(
            "Gone from the ledger, and still open here. What is done, or is not wanted any more: officecli close NUMBER RESULT, cancel NUMBER REASON."
        )
    over = sum(1 for row in came.gone if row["status"] not in OPEN)
    if over:
        yield ngettext("{n} item that is over is gone from the ledger.", "{n} items that are over are gone from the ledger.", over).format(n=over)


def _of_whose_item_they_are(came: Imported) -> Iterator[str]:
    """What is to be said of rows that are known by another number, or are new beside an item called so or nearly so."""
    if came.other_numbers:
        told = first_of([f"{shown_number(row)} ({number} = {ours})" for row, number, ours in came.other_numbers])
        yield _("Known here by another number, since they say what an item says, and nobody has theirs: rows {rows}.").format(rows=listed(told))
    if came.rounds:
        told = first_of([f"{shown_number(row)} ({number})" for row, number in came.rounds])
        yield _(
            "New, for the item called so was over before they are due: rows {rows}. Where it is that one taken up again, give the row its number."
        ).format(rows=listed(told))
    if came.renamed:
        yield _perhaps_renamed(came)


def _perhaps_renamed(came: Imported) -> str:
    """What to do of a new row that is an item gone by its name only: after it was imported it is an item of its own, which goes first."""
    rows = row_list([*dict.fromkeys(one.row for one in came.renamed)])
    if came.number_heading:
        if came.written:
            said = _(
                "Perhaps only renamed, and imported as items of their own: {rows}. If such a row is the item named beside it, take the import back "
                "(officecli undo), give the row that item's number, and import it again."
            )
        else:
            said = _(
                "Perhaps only renamed: {rows}. If such a row is the item named beside it, give it that item's number and import it again; as it "
                "stands it is an item of its own."
            )
        return said.format(rows=rows)
    typed = [f"officecli edit {one.number} --title {as_word(one.title)}" for one in came.renamed]
    if came.written:
        said = _(
            "Perhaps only renamed, and imported as items of their own: {rows}. If such a row is the item named beside it, take the import back "
            "(officecli undo), rename the item, and import it again: {commands}"
        )
    else:
        said = _(
            "Perhaps only renamed: {rows}. If such a row is the item named beside it, rename the item and import it again; as it stands it is an "
            "item of its own: {commands}"
        )
    return said.format(rows=rows, commands=clauses(first_of(typed, _SHOWN)))


def _closed_today(paired: Paired) -> bool:
    """Whether a row closes its item and does not say when."""
    return paired.made.row.closed is None and any(one.field == "status" and one.new == "closed" for one in paired.differences)


def _to_type(came: Imported) -> Iterator[str]:
    """What to type where the ledger is right, of the first rows in conflict."""
    told = []
    for paired in came.conflict:
        fields = {one.field for one in paired.changed}
        fields |= {"percent"} if "progress" in fields else set()  # which stands in the words' place
        closed = next((one.new for one in paired.differences if one.field == "closed"), None)
        typed = (by_hand(paired.number, one.field, one.new, paired.record, closed) for one in paired.differences if one.field in fields)
        if command := next(filter(None, typed), "") or opened_again(paired.number, fields, paired.record):
            told.append(_("row {row}: {text}").format(row=shown_number(paired.row), text=command))
    if told:
        yield _("Where the ledger is right: {commands}").format(commands=clauses(first_of(told, _SHOWN)))


def in_words(paired: Paired, came: Imported) -> list[str]:
    """Each difference of a row in a few words, with who changed it here."""
    return [
        _("{label}: {old} → {new}").format(label=row["field"], old=row["old"], new=row["new"])
        + (in_brackets(row["changed"]) if row["changed"] else "")
        for row in _rows(paired, _said_of_ledger(), standing=_standing(paired, came), for_people=True)
    ]


def _standing(paired: Paired, came: Imported) -> Standing:
    aside: dict[Standing, list[Paired]] = {"conflict": came.conflict, **_aside(came)}
    return next((standing for standing, those in aside.items() if paired in those), "updated" if _is_done(came) else "differs")


def _aside(came: Imported) -> dict[Standing, list[Paired]]:
    """The differences that are only told: what rows leave blank, what they say as before it was changed here, and what they say of what is closed."""
    return {"kept": came.blank, "stands": came.stands, "settled": came.settled}


def _is_done(came: Imported) -> bool:
    return came.update and not came.trial and came.written


def _rows(paired: Held, said: Said, *, standing: Standing, for_people: bool) -> Iterator[dict[str, Any]]:
    changed = {one.field: one for one in paired.changed}
    for one in _told(paired.differences) if for_people else paired.differences:
        first = changed.pop(meeting.ON_RECORD.get(one.field, one.field), None)
        here = [*([first] if first else []), *(changed.values() if one is paired.differences[-1] else ())]
        told = clauses(dict.fromkeys(_("{day} {name} ({act})").format(day=by.day, name=by.name, act=past_words(by.verb)) for by in here))
        if standing == "conflict" and not paired.changed:
            told = _("the number is another matter's")
        becomes: Standing = "held" if standing == "conflict" and paired.changed and not here else standing
        plain = {"field": one.field, "old": one.old, "new": one.new, "standing": becomes}
        yield {
            "row": shown_number(paired.row),
            "number": paired.number,
            "title": paired.record["title"],
            "changed": told or None,
            "changes": [{"day": by.day, "name": by.name, "act": by.verb} for by in dict.fromkeys(here)],
            "sheet": sheet_of(paired.row) or None,
            **(_in_words(one, becomes, paired.differences, said) if for_people else plain),
        }


def _told(differences: Sequence[Difference]) -> list[Difference]:
    """What people are told: the day of an end stands beside the state it ended in."""
    over = any(one.field == "status" and one.new in OVER for one in differences)
    return [one for one in differences if not (over and one.field in OVER)]


def _in_words(one: Difference, standing: Standing, differences: Sequence[Difference], said: Said) -> dict[str, str]:
    words = {
        "conflict": _("in conflict"),
        "held": _("held back with its row"),
        "updated": said.updated,
        "differs": said.differs,
        "kept": _("blank, and kept here"),
        "stands": _("ours stands, the ledger says what it said"),
        "settled": _("closed, and left as it is"),
    }
    ended = next((other.new for other in differences if other.field == one.new), None) if one.field == "status" else None
    new = " ".join(filter(None, (_value(one.field, one.new), ended)))
    label = _(FIELDS[one.field].label) if one.field in FIELDS else meeting.label(one.field)
    return {"field": label, "old": _value(one.field, one.old), "new": new, "standing": words[standing]}


def _value(key: str, value: Any) -> str:
    if key in meeting.WRITTEN:
        return word("decided" if value in DECIDED else "status", value) if key == "decided" else value or "–"
    if isinstance(value, list) and FIELDS[key].kind != "names":
        return listed(value)
    if key == "parts_done":
        return listed(value or ())
    if key == "status" and value == "open":
        return _("open")
    return cell(column(key), value, "UTC") if FIELDS[key].kind != "period" else (word("feedback_every", value) if value else "–")
