"""Reads a value that was torn at a blank, `unit:Public Requests` or `due:<25 Dec`, together with the words behind it: half of it and a text would
mean something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import replace
from officecli.model.filter_keys import Key
from officecli.shell import as_word
from officecli.typed.filters.faults import fault
from officecli.typed.filters.parsing import SIGN, TO
from officecli.typed.filters.tree import Place, Value
from officecli.typed.text import shown


def with_words(key: Key, value: Value, words: Sequence[str]) -> Value:
    """The value as it would be, if these words behind it were part of it."""
    if value.sign == "..":
        return replace(value, upto=" ".join((value.upto, *words)).strip(), behind="")
    text = " ".join((value.text, *words))
    ends = TO.split(text, maxsplit=1) if key.kind in ("day", "number") and not value.sign else [text]
    if len(ends) == 1:
        return replace(value, text=text, behind="")
    return replace(value, text=ends[0].strip(), sign="..", upto=ends[1].strip(), behind="")


def torn(value: Value, key: Key, words: Sequence[str]) -> BadInput:
    """The error of a value that was torn from these words."""
    source, start, end = value.place.source, value.place.start, value.place.end
    for word in words:
        end = source.text.index(word, end) + len(word)
    said = source.text[start:end]
    label = said[:1] if key.kind == "label" and said[:1] in "+＋－-" else ""
    sign = SIGN.match(said)
    before = label or (sign[0] if sign else "")
    whole = f'{"" if label else f"{key.name}:"}{before}"{said.removeprefix(before)}"'
    return fault(
        Place(source, start, end),
        _("Without quotes a value ends at a blank, and “{text}” may be one.").format(text=shown(said.removeprefix(before))),
        _("Write: {quoted}; what is a text behind it stands in quotes itself.").format(quoted=as_word(whole)),
    )
