"""What came of a ledger that was imported: the rows that cannot be as they stand, what became of the others, and the whole in a headline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from officecli.cli.answers.ledgers import differences, problems, readings
from officecli.files.ledger.sheets.sheet_rows import row_list
from officecli.i18n import _, listed, ngettext, phrases, sentences
from officecli.reports.shape.report import Report

if TYPE_CHECKING:
    from officecli.files.ledger.imported import Imported


def report(file: Path, came: Imported, *, for_people: bool) -> Report:
    """The rows that cannot be imported as they stand, and what came of the others."""
    rows = problems.rows(came.problems[: problems.SHOWN] if for_people else came.problems)
    return Report(
        name="import",
        title=_("Import of {file}").format(file=file.name),
        as_of=came.day,
        columns=problems.columns(),
        rows=rows,
        summary={
            "rows": came.read,
            "good": came.good,
            "already_here": len(came.here),
            "differing": len(came.differing),
            "in_conflict": len(came.conflict),
            "bad": came.bad,
            "skipped": len(came.skipped),
            "gone": len(came.gone),
            "written": came.written,
        },
        headline=_headline(came),
        notes=tuple(_notes(came, len(came.problems) - len(rows))),
        empty=_("Every row is understood.") if came.read else _("There is no row under the headings."),
        total=len(rows),
        head=came.head,
        also=tuple(_tables(came, for_people=for_people)),
    )


def _notes(came: Imported, problems_left_out: int) -> Iterator[str]:
    yield from came.notes
    if came.here:
        yield _("Already here, and not doubled: {rows}.").format(rows=row_list([row for row, _number in came.here]))
    yield from differences.notes(came)
    yield from problems.left_out(problems_left_out)
    if came.unused:
        yield _("Headings that are not used: {headings}.").format(headings=listed(came.unused))


def _tables(came: Imported, *, for_people: bool) -> Iterator[Report]:
    if came.differing or came.conflict or came.blank or came.stands or came.settled:
        yield differences.of_ledger(came, for_people=for_people)
    gone = differences.gone(came, for_people=for_people)
    if gone.rows:
        yield gone
    if came.renamed:
        yield differences.renamed(came, for_people=for_people)
    if came.trial and came.readings:
        yield readings.of_ledger(came, for_people=for_people)


def _headline(came: Imported) -> str:
    """What was read and what was done, in two or three short sentences."""
    rows = ngettext("{n} row read", "{n} rows read", came.read).format(n=came.read)
    counted = (
        (_("{n} good"), came.good, True),
        (_("{n} already here"), len(came.here), True),
        (_("{n} differing"), len(came.differing), False),
        (_("{n} in conflict"), len(came.conflict), False),
        (_("{n} bad"), came.bad, True),
        (_("{n} skipped"), len(came.skipped), True),
    )
    told = _("{rows}: {counted}.").format(rows=rows, counted=phrases(text.format(n=count) for text, count, always in counted if count or always))
    updated = len(came.differing) if came.update else 0
    if came.written and not came.good and not updated:
        done = _("The ledger now says what was changed here; that is noted, and nothing else had to be.")
    elif came.written:
        done = sentences(
            [
                ngettext("{n} item is imported.", "{n} items are imported.", came.good).format(n=came.good) if came.good else "",
                ngettext("{n} item is brought in line.", "{n} items are brought in line.", updated).format(n=updated) if updated else "",
            ]
        )
    elif came.trial:
        done = _("This was a trial; nothing was recorded.")
    elif came.bad and (came.good or updated):
        done = _("Nothing was recorded: mend the bad rows, or import the good ones with --skip-bad.")
    else:
        done = _("Nothing was recorded.")
    return sentences([*came.at_top, told, done])
