"""Draws the first steps of help, and its topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.cli.help.page import entry, paper_and_cells, prose
from officecli.cli.help.topics import FIRST_STEPS, TOPICS, Topic
from officecli.formats.out.safe import width
from officecli.formats.terminal.wrap import wrapped
from officecli.i18n import _, in_brackets, language, listed


def first_steps() -> str:
    """The commands to begin with, by who needs them."""
    return "\n".join(_first_steps()) + "\n"


def topic_page(topic: Topic) -> str:
    """One topic, ready to print."""
    paper, cells = paper_and_cells()
    lines = [paper.ink(_(topic.heading), "bold"), "", *prose(_(topic.text), cells)]
    if topic.lists == "filters":
        for title, rows in _of_filters():
            column = max(taken for left, _right in rows if (taken := width(left)) <= cells // 2) + 2
            lines += ["", paper.ink(_("{title}:").format(title=title), "bold"), *(line for row in rows for line in entry(*row, column, cells))]
    return "\n".join(lines) + "\n"


def leads_page(word: str, there: Sequence[str]) -> str:
    """Where a word of the field leads, commands, topics (with #) and rules: each a line with what it says."""
    paper, cells = paper_and_cells()
    rows = [_lead(one) for one in there]
    column = max(width(left) for left, _right in rows) + 2
    return "\n".join([paper.ink(word, "bold"), *(line for row in rows for line in entry(*row, column, cells))]) + "\n"


def _lead(name: str) -> tuple[str, str]:
    """One place that a word leads to: what is typed to see it, and what it says."""
    from officecli.cli import catalogue
    from officecli.rules import find_rule

    if name.startswith("#"):
        topic = next(topic for topic in TOPICS if name[1:] in topic.names)
        return f"officecli help {typed_name(topic)}", _(topic.heading)
    if rule := find_rule(name):
        return f"officecli rule {rule.code}", _(rule.name)
    return f"officecli help {name}", _(catalogue.summary(name))


def _of_filters() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What a filter may ask for, with what may be said after `is:`; each in English and by its first word in Chinese, the reader's own first."""
    from officecli.model.filter_keys import CASES, KEYS

    keys = [
        (f"{_(key.example)}{in_brackets(key.name)}" if language() == "zh" else _in_both(key.example, key.words), _(key.help)) for key in KEYS.values()
    ]
    yield _("Keys"), keys
    yield (
        _("After “is:”"),
        [(_in_both(case.name, case.words), _(case.help)) for case in CASES.values()]
        + [(_("a status"), _("open, registered, issued, in-hand, submitted, suspended, closed or cancelled."))],
    )


def _in_both(english: str, words: str) -> str:
    """What is typed, in both languages: the first Chinese one of its words beside the English."""
    han = next((word for word in words.split() if not word.isascii()), "")
    return f"{han}{in_brackets(english)}" if han and language() == "zh" else f"{english} {han}"


def topic_names() -> str:
    """The topics as they are typed in the reader's language."""
    return listed(typed_name(topic) for topic in TOPICS)


def typed_name(topic: Topic) -> str:
    """The name of a topic that is in the reader's language, which is its heading's."""
    heading = _(topic.heading).casefold()
    return next((name for name in topic.names if name == heading), topic.names[0])


def _first_steps() -> Iterator[str]:
    paper, cells = paper_and_cells()
    yield wrapped(_("officecli keeps who answers for what, by when, and whether it was done."), cells)
    steps = [(_(title), [(_(typed), _(does)) for typed, does in lines], also) for title, lines, also in FIRST_STEPS]
    column = max((taken for _title, lines, _also in steps for typed, _does in lines if (taken := width(typed)) <= cells // 2), default=0) + 2
    for title, lines, also in steps:
        yield ""
        yield paper.ink(_("{title}:").format(title=title), "bold")
        for typed, does in lines:
            yield from entry(typed, does, column, cells)
        if also:
            yield wrapped(_("also: {commands}").format(commands=_(also)), cells, first="  ", indent="    ")
    yield ""
    yield wrapped(_("No office yet? officecli init, then officecli setup FILE; officecli demo shows all of it at work."), cells)
    yield wrapped(_("More: officecli help all · officecli help COMMAND · officecli help TOPIC ({names})").format(names=topic_names()), cells)
