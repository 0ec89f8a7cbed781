"""What came of the sheet of a meeting: what was done, what stands in the way, and what was only printed and has been changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from officecli.cli.answers import sentences as answers
from officecli.cli.answers.ledgers import differences, problems, readings
from officecli.files.ledger.sheets.sheet_rows import row_list, shown_number
from officecli.i18n import _, listed, ngettext, phrases, sentences
from officecli.model.chain.meeting import label
from officecli.model.item_fields import FIELDS
from officecli.reports.shape.report import Column, Report

if TYPE_CHECKING:
    from officecli.files.meeting.plan import Came

_FEW = 10


def report(file: Path, came: Came, *, for_people: bool) -> Report:
    """The rows that cannot be done, and beside them what was done, what was overwritten, and how new rows were read."""
    rows = problems.rows(came.problems)
    said = differences.Said(_("What was decided"), _("in the sheet"), _("to be recorded"), _("is recorded"))
    return Report(
        name="meeting-read",
        title=_("Sheet of the meeting {file}").format(file=file.name),
        as_of=came.day,
        columns=problems.columns(),
        rows=rows,
        summary={
            "rows": came.read,
            "changed": len(came.differing),
            "new": len(came.new),
            "unchanged": len(came.unchanged),
            "already_here": len(came.here),
            "in_conflict": len(came.conflict),
            "bad": came.bad,
            "skipped": len(came.skipped),
            "missing": len(came.missing),
            "overwritten": len(came.overwritten),
            "written": came.written,
            "decision": came.decision if came.written else None,
        },
        headline=_headline(came),
        notes=tuple(_notes(came)),
        empty=_("Every row is understood."),
        total=len(rows),
        head=came.head,
        also=(
            *(
                (differences.table_of(came.differing, came.conflict, came.day, said, done=came.written, for_people=for_people),)
                if came.differing or came.conflict
                else ()
            ),
            *((_overwritten(came, for_people=for_people),) if came.overwritten else ()),
            *((readings.table_of([one.reading for one in came.new], came.day, for_people=for_people),) if came.new else ()),
        ),
    )


def _headline(came: Came) -> str:
    rows = ngettext("{n} row read", "{n} rows read", came.read).format(n=came.read)
    counted = (
        (_("{n} decided on"), len(came.differing), True),
        (_("{n} new"), len(came.new), False),
        (_("{n} unchanged"), len(came.unchanged), True),
        (_("{n} already recorded"), len(came.here), False),
        (_("{n} in conflict"), len(came.conflict), False),
        (_("{n} bad"), came.bad, False),
        (_("{n} struck through"), len(came.skipped), False),
    )
    told = _("{rows}: {counted}.").format(rows=rows, counted=phrases(text.format(n=count) for text, count, always in counted if count or always))
    goes = len(came.differing) + len(came.new)
    if came.trial:
        done = _("This was a trial; nothing was recorded.")
    elif not came.written:
        done = (
            _("There was nothing left to record: it is on record already.")
            if came.here and not (came.conflict or came.problems)
            else _("Nothing was recorded.")
        )
    else:
        done = ngettext("{n} row is recorded.", "{n} rows are recorded.", goes).format(n=goes)
    return sentences([told, done, _decision(came)])


def _decision(came: Came) -> str:
    """Under which number what the meeting decided is on record, or would be, and who decided it."""
    if not came.decision or not (came.written or came.trial) or came.meeting_day is None:
        return ""
    told = _("{number}: {meeting} of {day}, decided by {leader}.").format(
        number=came.decision, meeting=came.meeting, day=came.meeting_day.isoformat(), leader=came.leader
    )
    return sentences([told, _("Nobody was named as who decided: --by names another.") if came.taken else ""])


def _notes(came: Came) -> Iterator[str]:
    yield from came.notes
    yield from answers(came.said)
    yield from answers(came.of_days)
    if came.here:
        yield _("Recorded already, and not twice: {rows}.").format(rows=row_list([row for row, _number in came.here]))
    if came.conflict:
        yield _(
            "Changed here since the sheet was printed, and left as they are: {rows}. See each with officecli show NUMBER; what still holds is recorded by hand."
        ).format(rows=row_list([one.row for one in came.conflict]))
    if came.missing:
        shown = listed([*map(str, came.missing[:_FEW]), *(["…"] if len(came.missing) > _FEW else [])])
        yield ngettext(
            "{n} row that was printed is not in the file, so nothing is decided on it: No. {numbers} of the sheet.",
            "{n} rows that were printed are not in the file, so nothing is decided on them: No. {numbers} of the sheet.",
            len(came.missing),
        ).format(n=len(came.missing), numbers=shown)
    if came.skipped:
        yield _("Struck through, so nothing is decided on them: {rows}.").format(rows=row_list([one.row for one in came.skipped]))
    if came.overwritten:
        rows = row_list(sorted({one.row for one in came.overwritten}))
        yield _("Changed in columns that are only to be read, and left as it is on record: {rows}. To change it: officecli edit NUMBER").format(
            rows=rows
        )
    if (came.problems or came.conflict) and (came.differing or came.new):
        yield _(
            "A row that is bad or in conflict holds no other back, unlike in an import: the others are recorded. Mend it, and read the sheet "
            "again: nothing is recorded twice."
        )
    if came.nameless:
        yield _(
            "Recorded when no meeting was named, so it is in no minutes: {rows}. If it is to be, take that back and read the sheet again: officecli "
            "undo (an earlier one: officecli undo --list), then officecli meeting read FILE --meeting NAME."
        ).format(rows=row_list(came.nameless))
    if came.trial and (came.differing or came.new) and not came.decision:
        yield _("No meeting is named, so there would be no minutes of it: --meeting NAME puts what was decided on record as its decision.")
    if came.written and not came.decision:
        yield _(
            "No meeting is named, so there are no minutes of it. If there are to be: officecli undo, then officecli meeting read FILE --meeting NAME."
        )


def _overwritten(came: Came, *, for_people: bool) -> Report:
    shown, title = problems.shown_of(came.overwritten, _("Changed where it is only to be read, and ignored"), for_people=for_people)
    return Report(
        name="overwritten",
        title=title,
        as_of=came.day,
        columns=(
            Column("row", _("row"), "integer"),
            Column("number", _("number")),
            Column("column", _("column"), beside=("key",)),
            Column("old", _("on record"), wide=True),
            Column("new", _("in the sheet"), wide=True),
        ),
        rows=tuple(
            {
                "row": shown_number(one.row),
                "number": one.number,
                "column": _heading(came, one.key),
                "key": one.key,
                "old": one.was or None,
                "new": one.now or None,
            }
            for one in shown
        ),
        total=len(came.overwritten),
    )


def _heading(came: Came, key: str) -> str:
    return came.labels.get(key) or (_(FIELDS[key].label) if key in FIELDS else label(key))
