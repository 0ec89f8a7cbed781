"""The words of a filter as one text; what else may be meant by them is worked out in `meant`, where nothing fits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from officecli.cli import catalogue, session
from officecli.cli.endings import ENDINGS
from officecli.cli.numbers_typed import is_filter
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.near import asked_back
from officecli.shell import as_word
from officecli.typed.text import shown

DENIED = "－"
"""What the grammar of filters takes for the sign, and no parser of options does."""


def filter_of(words: Sequence[str]) -> str:
    """The text that words make; raises BadInput for a file's name alone, since nothing would fit it and nobody be told."""
    text = " ".join(map(as_typed, words)).strip()
    if len(words) > 1 and catalogue.is_command(words[0]) and Path(text).suffix.removeprefix(".").lower() in ENDINGS:
        typed = [*map(as_word, words)]
        if catalogue.is_report(words[0]):
            typed.insert(-1, "-o")
        raise BadInput(_("“{text}” is no filter.").format(text=shown(text)), fix=asked_back(f"officecli {' '.join(typed)}"))
    if ":" not in text and Path(text).suffix.removeprefix(".").lower() in ENDINGS:
        command = session.command_path()
        raise BadInput(
            _("“{name}” is a file's name, and no filter.").format(name=text[:60]),
            fix=_("Name the file with -o: {command} -o {file}").format(command=command, file=as_word(text)),
        )
    return text


def word_and_filter(words: Sequence[str], where: str) -> tuple[str, str]:
    """The word, or the name of several, that stands before a filter; and the filter behind it, which must hold beside that of `where`."""
    begins = next((place for place, word in enumerate(words) if is_denied(word) or is_filter(word)), len(words))
    behind = filter_of(words[begins:])
    return filter_of(words[:begins]), f"({where}) ({behind})" if where and behind else where or behind


def is_filter_alone(word: str) -> bool:
    """Whether one word is a filter and nothing else: a title may begin like one, “From: the council”."""
    return is_filter(word) and len(word.split()) == 1


def is_of_words(text: str) -> bool:
    """Whether a text is words to be looked for, with no filter among them."""
    return bool(text) and not any(map(is_filter, text.split()))


def is_denied(word: str) -> bool:
    """Whether a word of a filter was set apart, since it denies what it names."""
    return word.startswith(DENIED)


def as_typed(word: str) -> str:
    """A word of a filter with the sign that was typed."""
    return "-" + word[1:] if is_denied(word) else word
