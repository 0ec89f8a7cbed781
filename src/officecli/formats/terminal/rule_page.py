"""One rule, explained on a page for people."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.formats.out.page import Page
from officecli.formats.terminal.wrap import wrapped
from officecli.hints import TextIO
from officecli.i18n import N_, _
from officecli.model.rule import Rule
from officecli.model.words import word
from officecli.rules.wording import label

KINDS = {
    "refuse": N_("A change that would create it is refused, with what to do instead."),
    "warn": N_("A change that creates it is made, with a warning."),
    "audit": N_("It stops no change; officecli check finds it."),
    "advice": N_("It is a suggestion; officecli check gives it."),
}


def write(rule: Rule, stream: TextIO, page: Page, here: str = "") -> None:
    """The rule's principle, what it finds, why, and what to do instead, with examples; and what holds `here`, where that differs."""
    stream.write("\n".join(_lines(rule, page, here)) + "\n")


def waiving(rule: Rule) -> str:
    """Whether the rule can be set aside, and how."""
    if not rule.waivable:
        return _("It cannot be waived.")
    name = _("NAME")
    return _("For one item, by a superior of its lead, or by a registrar who names one: {options}").format(
        options=f'--waive {rule.code}="…" --waived-by {name}'
    )


def _lines(rule: Rule, page: Page, here: str) -> Iterator[str]:
    yield page.ink(f"{label(rule)} · {word('severity', rule.severity)}", "bold")
    yield wrapped(_(rule.principle), page.width)
    parts = (
        (_("Finds"), _(rule.finds)),
        (_("What it does"), _(KINDS[rule.severity])),
        (_("In this office"), here),
        (_("Why"), _(rule.why)),
        (_("Instead"), _(rule.instead)),
        (_("Refused or warned of"), _(rule.refused)),
        (_("As it should be"), _(rule.accepted)),
        (_("Waiver"), waiving(rule)),
    )
    for title, text in parts:
        if text:
            yield ""
            yield page.ink(title, "bold")
            yield wrapped(text, page.width, first="  ", indent="  ")
