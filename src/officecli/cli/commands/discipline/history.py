"""Show who did what when, from the trail: of one item, or of the whole office.

What somebody did with what is personal is shown to them alone.
officecli history 31
officecli history yesterday
officecli history --actor Ana --since monday
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from officecli.cli import session
from officecli.cli.asides import say_left_out
from officecli.cli.flags import FORCE, FORMAT, LIMIT, OUTPUT, Flag
from officecli.cli.named_file import named
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import N_
from officecli.light import replace
from officecli.store.read.reader import Reader

FLAGS = (
    Flag(
        "number",
        "word",
        "",
        N_("The item's number, or a filter that fits one; or a day, a week, a month; without it, everything."),
        "NUMBER",
        offer="completing_numbers.numbers",
    ),
    Flag("actor", "text", "--actor", N_("Only what this person did, or had done for them."), "NAME", offer="completing.people"),
    Flag("since", "text", "--since", N_("Recorded on or after this day."), "DATE"),
    Flag("until", "text", "--until", N_("Recorded on or before this day."), "DATE"),
    replace(LIMIT, help=N_("At most so many of the last acts; 0 for all.")),
    FORMAT,
    OUTPUT,
    FORCE,
)


def _of_no_item(read: Reader, word: str) -> str:
    """What to type for a word that is no item but somebody, be it who has left: what they did; "" for any other."""
    from officecli.near import asked_back
    from officecli.shell import as_word
    from officecli.typed.office.people import find_person_ever

    with suppress(OfficeError):
        return asked_back(f"officecli history --actor {as_word(word)}") if find_person_ever(read, word) else ""
    return ""


def _item_or_days(read: Reader, word: str) -> tuple[tuple[str, int | None], tuple[date, date] | None]:
    """What a word names: an item or one's own reminder, as its table and id, or the days from first to last; raises NotFound for neither."""
    from officecli.cli.numbers_typed import is_number
    from officecli.reports.shape.filters import days_typed
    from officecli.standing.items.personal import find_shown_reminder
    from officecli.typed.items.numbers import find_item

    if not word:
        return ("item", None), None
    if not is_number(word):  # or else a day, before all matters that have such a word
        with suppress(BadInput):
            return ("item", None), days_typed(read, word)
    try:
        mine = find_shown_reminder(read, word)
        return ("reminder", mine) if mine else ("item", find_item(read, word)), None
    except NotFound as error:
        error.fix = _of_no_item(read, word) or error.fix
        raise


def run(number: str, actor: str, since: str, until: str, limit: int | None, format_: str, output: Path | None, force: bool) -> None:
    from officecli.cli.one_number import only_item
    from officecli.formats.out.output import deliver
    from officecli.reports.record.trail_report import Told, history
    from officecli.reports.shape.filters import days_typed
    from officecli.typed.office.people import find_person_ever

    number = only_item("history", number)
    with session.current.read() as read:
        (table, row_id), days = _item_or_days(read, number)
        read.for_others = output is not None and table == "item"
        first, last = days or (None, None)
        first = days_typed(read, since)[0] if since else first
        last = days_typed(read, until)[1] if until else last
        item = read.row(f"SELECT id, number, title FROM {table} WHERE id = :id", id=row_id) if row_id else None
        person = find_person_ever(read, actor) if actor else None
        most = limit if limit is not None else read.settings["table.rows"] if format_ == "table" else 0
        told: Told = "briefly" if format_ == "table" else "in codes" if format_ == "json" else "in words"
        found = history(read, item=item, actor=person, limit=most, told=told, personal=table == "reminder", days=(first, last))
    deliver(found, format_, to=named(output, force=force), showing=session.current.showing)
    say_left_out(read)
