"""Carries out one act and says what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from officecli.cli import session
from officecli.cli.answers import sentences
from officecli.errors import BadInput, StorageTrouble
from officecli.formats.out.output import standard_output
from officecli.formats.out.page import page_for
from officecli.formats.out.safe import safe
from officecli.formats.terminal.message import show_warnings
from officecli.formats.terminal.wrap import wrapped
from officecli.i18n import _


def perform(
    verb: str,
    do: Callable[[Any], None],
    *,
    waive: Sequence[str] = (),
    waived_by: str = "",
    waived_until: str = "",
    format_: str = "text",
    one: bool = True,
) -> None:
    """Run `do` inside one Acting; print its sentences, or the items as JSON (one object, or an array where several may be named)."""
    from officecli.actions.acting import acting

    check_text_or_json(format_)
    current = session.current
    with acting(current.place(), verb, current.who(), waive=waive, waived_by=waived_by, waived_until=waived_until) as act:
        do(act)
    with _recorded_all_the_same():
        if format_ == "json":
            _warn(act)
            print_items(act.items, one=one)
        else:
            say(act)


@contextmanager
def _recorded_all_the_same() -> Iterator[None]:
    """Say so where the answer cannot be shown, or whoever asked would do it once more."""
    try:
        yield
    except StorageTrouble as trouble:
        raise StorageTrouble(
            _("It is recorded, but the answer cannot be shown."), why=trouble.why or trouble.what, fix=_("See what was recorded: officecli history")
        ) from trouble


def say(act: Any) -> None:
    """Print what an act warned of and what it said."""
    _warn(act)
    write_lines([*act.said, *sentences(act.done)])


def write_lines(lines: Iterable[str]) -> None:
    """Write sentences a line each; in a window longer ones go on under their first line, words whole."""
    with standard_output() as stream:
        cells = page_for(stream).width
        for line in map(safe, lines):
            text = line.lstrip(" ")
            margin = " " * (len(line) - len(text))
            stream.write(wrapped(text, cells, first=margin, indent=margin + "  ") + "\n")


def _warn(act: Any) -> None:
    from officecli.rules.wording import fix, label, message

    show_warnings(
        [
            (label(found.rule), message(found), _("Waived: {reason}").format(reason=found.waived) if found.waived else fix(found))
            for found in act.warnings
        ],
        color=session.current.color,
    )


def perform_each(
    verb: str,
    numbers: Sequence[str],
    do: Callable[[Any, str], None],
    *,
    waive: Sequence[str] = (),
    waived_by: str = "",
    waived_until: str = "",
    format_: str = "text",
) -> None:
    """The same act on several items, all or none."""

    def every(act: Any) -> None:
        for number in dict.fromkeys(numbers):
            do(act, number)

    perform(verb, every, waive=waive, waived_by=waived_by, waived_until=waived_until, format_=format_, one=len(numbers) == 1)


def print_items(ids: Sequence[int], *, one: bool) -> None:
    """Print items as JSON, as they stand now."""
    from officecli.reports.items.item_card import item_json

    with session.current.read() as read:
        found = [item_json(read, item_id) for item_id in ids]
    write_json(found[0] if one and len(found) == 1 else found)


def write_json(found: Any) -> None:
    """Write plain data as JSON."""
    with standard_output() as stream:
        json.dump(found, stream, ensure_ascii=False, indent=2)
        stream.write("\n")


def check_text_or_json(format_: str) -> None:
    """Raise BadInput for a format that is neither."""
    if format_ not in ("text", "json"):
        raise BadInput(_("There is no format “{name}”.").format(name=format_[:40]), fix=_("Use one of: {formats}.").format(formats="text, json"))


def is_terminal() -> bool:
    """Whether a person looks at the output."""
    return bool(sys.stdout and sys.stdout.isatty())
