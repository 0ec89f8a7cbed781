"""Show who did what when, from the trail: of one item, or of the whole office.

What somebody did with what is personal is shown to them alone.
officecli history 31
officecli history --actor Ana --limit 0
"""

from __future__ import annotations

from pathlib import Path

from officecli.cli import session
from officecli.cli.flags import FORCE, FORMAT, LIMIT, OUTPUT, Flag
from officecli.cli.named_file import named
from officecli.errors import NotFound
from officecli.i18n import N_, _
from officecli.light import replace

FLAGS = (
    Flag(
        "number",
        "word",
        "",
        N_("The item's number, or a filter that fits one; without it, everything."),
        "NUMBER",
        offer="completing_numbers.numbers",
    ),
    Flag("actor", "text", "--actor", N_("Only what this person did, or had done for them."), "NAME", offer="completing.people"),
    replace(LIMIT, help=N_("At most so many of the last acts; 0 for all.")),
    FORMAT,
    OUTPUT,
    FORCE,
)


def _of_no_item(word: str) -> str:
    """What to type for a word that is no item: what somebody did, or the last acts of all; "" for any other."""
    from officecli.cli.meant.options_meant import is_day, is_somebody
    from officecli.near import asked_back
    from officecli.shell import as_word

    if is_somebody(word):
        return asked_back(f"officecli history --actor {as_word(word)}")
    return _("The last acts of all: {command}").format(command="officecli history") if is_day(word) else ""


def run(number: str, actor: str, limit: int | None, format_: str, output: Path | None, force: bool) -> None:
    from officecli.cli.one_number import only_item
    from officecli.formats.out.output import deliver
    from officecli.reports.record.trail_report import Told, history
    from officecli.reports.shape.chosen import find_person_ever
    from officecli.standing.items.personal import find_shown_reminder
    from officecli.typed.items.numbers import find_item

    number = only_item("history", number)
    with session.current.read() as read:
        try:
            mine = find_shown_reminder(read, number) if number else None
            table, row_id = ("reminder", mine) if mine else ("item", find_item(read, number) if number else None)
        except NotFound as error:
            error.fix = _of_no_item(number) or error.fix
            raise
        item = read.row(f"SELECT id, number, title FROM {table} WHERE id = :id", id=row_id) if row_id else None
        person = find_person_ever(read, actor) if actor else None
        most = limit if limit is not None else read.settings["table.rows"] if format_ == "table" else 0
        told: Told = "briefly" if format_ == "table" else "in codes" if format_ == "json" else "in words"
        found = history(read, item=item, actor=person, limit=most, told=told, personal=mine is not None)
    deliver(found, format_, to=named(output, force=force), look=session.current.look)
