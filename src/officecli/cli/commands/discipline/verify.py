"""Check that the trail is whole, every table what it says, and the database as this version makes it.

A chain proves nothing against its owner, who could make another one, unless its head is known elsewhere: every report prints it at its foot,
16 digits of the hash on the screen and 32 in files and mail.
With --head an old paper or mail is held against the store:
  officecli verify --head 1204:5f0c2a9be1d473aa
Refused attempts are kept apart from the trail; they are not vouched for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from officecli.cli import session
from officecli.cli.printing import check_text_or_json, is_terminal, write_json, write_lines
from officecli.errors import BadInput, Refused
from officecli.formats.terminal.frame import FOR_KEEPING, shortened
from officecli.i18n import N_, _, ngettext
from officecli.light import replace
from officecli.model.private import CONFIDED

SHOWN = 50

IN_THE_TRAIL = N_("Hold old papers against it with --head, and go back to a backup that agrees with them: officecli db restore FILE")
IN_A_TABLE = N_(
    "See who changed it with officecli history; what is not there was done behind the program. "
    "Put back what the trail says, or go back to a backup: officecli db restore FILE"
)
IN_THE_DATABASE = N_("Somebody changed the database itself. Go back to a backup (officecli db restore FILE), or have its owner put it back.")
IN_THE_FILE = N_(
    "What it hides is missing from reports. Go back to a backup that agrees with your papers (officecli db restore FILE), and check the disk."
)

WORDS = {
    "gap": (N_("Entry {expected} is missing: the next one is {found}."), IN_THE_TRAIL),
    "hash": (N_("The entry, or the hash before it, is not what its own hash was made from."), IN_THE_TRAIL),
    "no-hand": (N_("The entry is in hand {row}, which is not there or cannot be read."), IN_THE_TRAIL),
    "hand-gone": (N_("Hand {row} is not there or cannot be read; {found} entries are in it."), IN_THE_TRAIL),
    "hand-changed": (
        N_("Of the {found} entries in this hand none is what its hash was made from: the hand was changed, or all of them were."),
        IN_THE_TRAIL,
    ),
    "unreadable": (N_("The entry cannot be read."), IN_THE_TRAIL),
    "column": (N_("{field} says {found}, but the hand the entry is in says {expected}."), IN_THE_TRAIL),
    "does-not-follow": (N_("The entry changes {table} {row} from {expected}, but the trail had left it at {found}."), IN_THE_TRAIL),
    "unknown-change": (N_("The entry changes {table} {row} in no way this program knows."), IN_THE_TRAIL),
    "time-back": (
        N_("Time ran backwards: the entry is of {found}, the one before it of {expected}."),
        N_('Find out which clock was wrong. A registrar who has looked into it says so: officecli db clock --accept --reason "…"'),
    ),
    "time-accepted": (N_("Time ran backwards: the entry is of {found}, the one before it of {expected}. A registrar accepted it."), ""),
    "time-played": (N_("Time ran backwards: the entry is of {found}, the one before it of {expected}."), ""),
    "rehearsal": (N_("This office is a rehearsal: its times are what its clock was set to."), ""),
    "shorter": (
        N_("This trail ends at {found}, before that paper's entry: entries were cut off, or it is another store."),
        N_("Look for the store or backup the paper came from."),
    ),
    "other-head": (
        N_("That paper says {expected}, the trail says {found}: the trail was rewritten since, or it is another store."),
        N_("Look for the store or backup the paper came from."),
    ),
    "differs": (N_("{field} is {found}; the trail says {expected}."), IN_A_TABLE),
    "added": (N_("By the trail this row ought not to be there."), IN_A_TABLE),
    "missing": (N_("By the trail this row ought to be there; it is not."), IN_A_TABLE),
    "no-calendar": (N_("The working days cannot be worked out: {found}"), IN_A_TABLE),
    "table-missing": (N_("This table is missing."), IN_THE_DATABASE),
    "table-replaced": (N_("Something else stands in place of this table: {found}."), IN_THE_DATABASE),
    "part-missing": (N_("{field} is missing; this version makes it."), IN_THE_DATABASE),
    "part-added": (N_("“{found}” is none of this program's."), IN_THE_DATABASE),
    "part-changed": (N_("{field} reads “{found}”; this version makes it “{expected}”."), IN_THE_DATABASE),
    "unsound": (N_("The database says: {found}."), IN_THE_FILE),
    "refers-to-nothing": (N_("It refers to a row of {found} that is not there."), IN_A_TABLE),
    "trigger-missing": (N_("This guard of the trail is missing, so the trail could be changed unseen."), IN_THE_DATABASE),
    "trigger-changed": (N_("This guard of the trail is not the one this program sets up."), IN_THE_DATABASE),
    "trigger-added": (N_("This trigger is none of this program's; it may change things unseen."), IN_THE_DATABASE),
    "function-missing": (N_("This guard of the trail is missing, so the trail could be changed unseen."), IN_THE_DATABASE),
    "function-changed": (N_("This guard of the trail is not the one this program sets up."), IN_THE_DATABASE),
    "view-missing": (N_("This view is missing; reports need it."), IN_THE_DATABASE),
    "view-changed": (N_("This view is not the one this program sets up; reports that use it may be wrong."), IN_THE_DATABASE),
}
"""Kind of fault → what is wrong, and what to do."""


def run(
    head: Annotated[str, typer.Option(metavar="SEQ:HASH", help=_("A head from an old paper or mail, to be found in this trail."))] = "",
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show it."))] = "text",
) -> None:
    from officecli.store.proof.verify import verify

    check_text_or_json(format_)
    paper = read_head(head) if head else None
    with session.current.read() as read:
        verdict = verify(read, paper, _show_progress if is_terminal() else lambda _entries: None, session.current.place())
    if format_ == "json":
        compared = {"compared_digits": len(paper[1])} if paper else {}
        faults = [_plain(_for_everybody(fault)) for fault in verdict.faults]
        noted = [_plain(fault) for fault in verdict.noted]
        write_json({"entries": verdict.entries, "head": verdict.head, **compared, "faults": faults, "noted": noted})
        if verdict.faults:
            raise typer.Exit(1)
        return
    write_lines(_found(verdict, paper))
    if verdict.faults:
        count = len(verdict.faults)
        what = ngettext(
            "{count} fault found: this store is not what its trail says.", "{count} faults found: this store is not what its trail says.", count
        )
        left = count - SHOWN
        why = ngettext("The first {shown} are shown; {left} more follows.", "The first {shown} are shown; {left} more follow.", left).format(
            shown=SHOWN, left=left
        )
        raise Refused(what.format(count=count), [_said(_for_everybody(fault)) for fault in verdict.faults[:SHOWN]], why=why if left > 0 else "")


def _found(verdict: Any, paper: tuple[int, str] | None) -> Iterator[str]:
    yield ngettext("{count} entry", "{count} entries", verdict.entries).format(count=f"{verdict.entries:,}")
    yield _("head {head}").format(head=shortened(verdict.head, in_window=is_terminal()))
    for one in verdict.noted[:SHOWN]:
        where, what, _fix = _said(one)
        yield what if one.seq is None else _("{label}: {text}").format(label=where, text=what)
    if verdict.faults:
        return
    yield _("The trail is whole, and every table is what it says.")
    if paper:
        yield _("It passed through {head}.").format(head=f"{paper[0]}:{paper[1]}")
        if len(paper[1]) < FOR_KEEPING:
            yield _(
                "Only {n} of its 64 digits were compared: whoever commands very many machines could make another trail that has them. "
                "Files and mail carry {most}, which nobody can."
            ).format(n=len(paper[1]), most=FOR_KEEPING)
    else:
        yield _("That proves something against its owner only where this head is known elsewhere: on paper, or in a mail.")


def read_head(text: str) -> tuple[int, str]:
    """`SEQ:HASH` as a number and the first digits of a hash; raises BadInput unless there are at least 16 of them."""
    match = re.fullmatch(r"([0-9]{1,15}):([0-9a-f]{16,64})", text.strip().lower())
    if not match:
        raise BadInput(
            _("“{text}” is not the head of a trail.").format(text=text[:90]),
            fix=_("Copy it as it is printed, a number, a colon and at least 16 digits of the hash: --head 1204:5f0c2a9be1d473aa"),
        )
    return int(match[1]), match[2]


def _for_everybody(fault: Any) -> Any:
    """The fault without what was confided to a few."""
    confided = CONFIDED.get(fault.table, ())
    return replace(fault, expected="…", found="…") if confided and fault.field in ("", *confided) else fault


def _plain(fault: Any) -> dict[str, Any]:
    """The fault as JSON has it; bytes, which only a hand puts into a table, as Python writes them."""
    return {name: str(value) if isinstance(value, bytes) else value for name, value in asdict(fault).items()}


def _said(fault: Any) -> tuple[str, str, str]:
    """A fault as (where, what, what to do)."""
    values = {name: _shown(getattr(fault, name)) for name in ("seq", "table", "row", "field", "expected", "found")}
    what, fix = WORDS[fault.kind]
    if fault.seq is not None:
        where = _("entry {seq}").format(**values)
    elif fault.row is not None:
        where = f"{fault.table} {fault.row}"
    else:
        where = fault.table
    return where, _(what).format(**values), _(fix)


def _shown(value: Any) -> str:
    text = "–" if value is None else str(value)
    return text if len(text) <= 80 else text[:79] + "…"


def _show_progress(entries: int) -> None:
    """Half a million entries take a while; the line is written over by the next."""
    sys.stderr.write("\r" + _("{count} entries checked …").format(count=f"{entries:,}"))
    sys.stderr.flush()
