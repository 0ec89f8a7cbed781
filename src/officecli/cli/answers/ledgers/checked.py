"""What is said of each row of a ledger that is given back: how it was read, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from officecli.cli.answers.ledgers import differences, readings
from officecli.i18n import _, clauses
from officecli.model.words import word

if TYPE_CHECKING:
    from officecli.files.ledger.checked import Standing
    from officecli.files.ledger.drafts.readings import Reading
    from officecli.files.ledger.imported import Imported


def told(came: Imported) -> dict[int, tuple[str, Standing]]:
    """Row → what is said of it, and what is to be seen at a glance."""
    found: dict[int, tuple[str, Standing]] = {}
    for problem in came.problems:
        said = " ".join(filter(None, (f"{problem.column}:" if problem.column else "", problem.reason, problem.fix and f"→ {problem.fix}")))
        before = found.get(problem.row)
        found[problem.row] = (f"{before[0]}\n{said}" if before else said, "bad")
    for one in came.conflict:
        found[one.made.row.row] = (_in_line(_("in conflict"), differences.in_words(one, came)), "conflict")
    for one in came.differing:
        what = _("brought in line") if came.written and came.update else _("differs")
        found[one.made.row.row] = (_in_line(f"{one.number} {what}", differences.in_words(one, came)), "differs")
    for reading in came.readings:
        found[reading.row] = (_read_as(reading), "inferred" if reading.inferred else "")
    for maybe in came.renamed:
        perhaps = _("perhaps {number} “{title}”, which is gone from the ledger").format(number=maybe.number, title=maybe.before)
        found[maybe.row] = ("\n".join(filter(None, (found.get(maybe.row, ("", ""))[0], f"? {perhaps}"))), "inferred")
    for row, number in came.here:
        found.setdefault(row, (_("{number}: as on record").format(number=number), ""))
    aside = (
        (_("blank, and kept here"), came.blank),
        (_("ours stands, the ledger says what it said"), came.stands),
        (_("closed, and left as it is"), came.settled),
    )
    for what, rows in aside:
        for one in rows:
            said, standing = found[one.row]
            found[one.row] = (f"{said}\n{_in_line(what, differences.in_words(one, came))}", standing)
    return found


def _in_line(what: str, told: list[str]) -> str:
    return _("{label}: {text}").format(label=what, text=clauses(told))


def _read_as(reading: Reading) -> str:
    due = _("due {day}").format(day=reading.due.isoformat()) if reading.due else ""
    inferred = readings.inferred(reading)
    parts = filter(None, (reading.number, reading.lead, reading.body, due, word("status", reading.status), inferred and f"? {inferred}"))
    return " · ".join(parts)
