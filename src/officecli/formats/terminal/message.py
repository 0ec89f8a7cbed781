"""What goes wrong, said on the standard error: what, why, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import zip_longest

from officecli.errors import OfficeError, Refused
from officecli.formats.out.page import Page, page_for
from officecli.formats.out.safe import safe
from officecli.formats.out.standard_output import speak_utf8
from officecli.formats.terminal.wrap import wrapped
from officecli.i18n import _

Reason = tuple[str, str, str]  # label, what and why, what to do


def show_error(error: OfficeError, *, color: bool | None = None) -> None:
    """Print an error on the standard error; of a refusal every reason."""
    _say(partial(error_lines, error), color)


def show_stopped(*, recorded: bool = False) -> None:
    """Print that a person stopped the command, and whether it was `recorded` by then."""
    said = _("Stopped. It is recorded, but its answer is not shown.") if recorded else _("Stopped; nothing was recorded.")
    _say(lambda _page: iter([said]))


def show_beside(said: str) -> None:
    """Print on the standard error what stands beside an answer: where something is kept, what was left out."""
    _say(lambda page: iter([wrapped(safe(said), page.width, indent="  ")]))


def show_warnings(reasons: Sequence[Reason], *, color: bool | None = None) -> None:
    """Print what was done in spite of a rule that warns."""
    _say(partial(warning_lines, reasons), color)


def show_not_done(what: str, each: Sequence[tuple[str, str]], fixes: Sequence[str], *, color: bool | None = None) -> None:
    """Print on the standard error that an act was not done on some of several things, each as (number, why), and what to do."""
    _say(partial(not_done_lines, what, each, fixes), color)


def not_done_lines(what: str, each: Sequence[tuple[str, str]], fixes: Sequence[str], page: Page) -> Iterator[str]:
    """The same as lines that fit the page."""
    yield from _paragraph(what, page, _("Not done:"), "bold", "red")
    for number, why in each:
        yield wrapped(_("{title}: {text}").format(title=safe(number), text=" ".join(safe_lines(why))), page.width, first="  ", indent="    ")
    for fix in fixes:
        yield from _explained("", fix, page, "  ")


def error_lines(error: OfficeError, page: Page) -> Iterator[str]:
    """The error as lines that fit the page."""
    mark = _("Refused:") if isinstance(error, Refused) else _("Error:")
    yield from _paragraph(error.what, page, mark, "bold", "red")
    yield from _explained(error.why, error.fix, page, "  ")
    if isinstance(error, Refused):
        for reason in error.reasons:
            yield from _reason(reason, page)


def warning_lines(reasons: Sequence[Reason], page: Page) -> Iterator[str]:
    """The warnings as lines that fit the page: those of one rule under its name, which
    is said once, and advice that is the same for several behind the last of them.
    """
    for label in dict.fromkeys(label for label, _what, _fix in reasons):
        yield from _paragraph(label, page, _("Warning:"), "bold")
        said = list(dict.fromkeys((what, fix) for one, what, fix in reasons if one == label))
        for (what, fix), following in zip_longest(said, said[1:], fillvalue=("", "")):
            yield from _explained(what, "" if following[0] and following[1] == fix else fix, page, "  ")


def _reason(reason: Reason, page: Page) -> Iterator[str]:
    label, what, fix = reason
    yield "  " + page.ink(safe(label), "bold")
    yield from _explained(what, fix, page, "    ")


def _paragraph(text: str, page: Page, mark: str, *styles: str) -> Iterator[str]:
    """A paragraph that begins with a mark; ours is the first, so its colour is put on after the lines are broken."""
    first, *others = safe_lines(text)
    space = "" if mark.endswith("：") else " "
    painted = wrapped(first, page.width, first=mark + space, indent="  ")
    yield page.ink(mark, *styles) + painted.removeprefix(mark)
    for line in others:
        yield wrapped(line, page.width, first="  ", indent="  ")


def _explained(why: str, fix: str, page: Page, indent: str) -> Iterator[str]:
    for line in safe_lines(why):
        yield wrapped(line, page.width, first=indent, indent=indent)
    for number, line in enumerate(safe_lines(fix)):
        yield wrapped(line, page.width, first=indent + ("  " if number else "→ "), indent=indent + "  ")


def safe_lines(text: str) -> list[str]:
    """The lines a message was given, each safe; none for an empty text."""
    return [safe(line) for line in text.split("\n")] if text else []


def _say(lines: Callable[[Page], Iterator[str]], color: bool | None = None) -> None:
    """Write the lines for the page that the standard error is; where that is closed or full there is nobody to be told, and no more is said."""
    if sys.stderr is None:
        return
    speak_utf8(sys.stderr)
    with suppress(OSError):
        sys.stderr.write("".join(line + "\n" for line in lines(page_for(sys.stderr, color=color))))
