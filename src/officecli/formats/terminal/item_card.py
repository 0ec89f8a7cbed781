"""One item on a window of any width, or as plain lines off a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.formats.out.page import Page
from officecli.formats.out.safe import pad, safe, width
from officecli.formats.terminal.wrap import wrap, wrapped
from officecli.formats.value import LIT, lit, people
from officecli.hints import TextIO
from officecli.i18n import _
from officecli.personal import is_plain
from officecli.reports.items.item_card import Card

READABLE = 100  # cells; longer lines are hard to follow
SIDE = 22  # cells for labels, at most


def write(card: Card, stream: TextIO, page: Page) -> None:
    """Draw the card; in a window with its light lit and its headings bold."""
    lines = list(_lines(card, min(page.width, READABLE) if page.terminal else page.width))
    if not page.terminal:
        stream.writelines(line + "\n" for line, _style in lines)
        return
    from rich.text import Text

    from officecli.formats.terminal.drawing import console

    with console(stream, page) as window:
        for line, style in lines:
            text = Text(line)
            if style in LIT:
                text.stylize(f"bold {style}", 0, 1)
            elif style:
                text.stylize(style)
            window.print(text, soft_wrap=True)


def _lines(card: Card, room: int) -> Iterator[tuple[str, str]]:
    """Each line with its style: bold, the light of its first character, or none."""
    yield wrapped(f"{safe(card.number)}  {safe(card.title)}", room, indent="  "), "bold"
    yield wrapped(f"{lit(card.light)} · {safe(card.state)}", room, indent="  "), "" if is_plain() else card.light
    yield "", ""
    supports = people(card.supports)
    (lead, *rest) = [(label, safe(text)) for label, text in card.fields]
    fields = [lead, *([(_("support"), safe(supports))] if supports else []), *rest]
    side = min(SIDE, room // 3, max(width(label) for label, _text in fields))
    for label, text in fields:
        yield from ((line, "") for line in _beside(label, text, side, room))
    for part in card.parts:
        yield "", ""
        yield wrapped(safe(part.title), room), "bold"
        column = max((width(when) for when, _what in part.lines), default=0)
        for place, (when, what) in enumerate(part.lines):
            style = "bold red" if place in part.late else ""
            yield from ((line, style) for line in _beside(safe(when), safe(what), column, room))
    yield "", ""
    yield wrapped(safe(card.foot), room), ""


def _beside(left: str, right: str, side: int, room: int) -> Iterator[str]:
    """`left` in a column of `side` cells and `right` beside it; under it where that leaves too little room."""
    space = room - side - 4
    if space < 20:
        yield from wrap(f"  {left}", room)
        yield from ("    " + line for line in wrap(right, max(2, room - 4)))
        return
    names, values = wrap(left, side), wrap(right, space)
    for number in range(max(len(names), len(values))):
        name = names[number] if number < len(names) else ""
        value = values[number] if number < len(values) else ""
        yield f"  {pad(name, side)}  {value}".rstrip()
