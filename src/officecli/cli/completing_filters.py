"""What the shell offers for the last word of a filter: its keys, what each takes, views and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.cli.completing import Fitting, beginning, bodies, codes, duties, labels, people, units, view_names
from officecli.hints import Any
from officecli.i18n import _


def filters(incomplete: str) -> list[tuple[str, str]]:
    """What the last word of a filter may go on with: a key, a value of one, a view, a label."""
    from officecli.model.filter_keys import KEYS
    from officecli.typed.filters.parsing import WORDS

    parts = re.fullmatch(r"(?s)(.*[\s(（])?([-－(（]?)([^\s]*)", incomplete)
    before, sign, last = (parts[1] or "", parts[2], parts[3]) if parts else ("", "", incomplete)
    if last[:1] in ("@", "＠"):
        return [(Fitting(f"{before}{sign}@{name}"), said) for name, said in view_names(last)]
    if last[:1] in ("+", "＋"):
        return [(Fitting(f"{before}+{_quoted(name)}"), said) for name, said in labels(last[1:])]
    key, colon, typed = last.replace("：", ":").partition(":")
    if not colon:
        views = [] if key or before or sign else [(Fitting(f"@{name}"), said) for name, said in view_names("")]
        return [*((Fitting(f"{before}{sign}{name}:"), _(one.help)) for name, one in KEYS.items() if name.startswith(key.casefold())), *views]
    known = WORDS.get(key.casefold())
    others, comma, begun = typed.rpartition(",")
    return [(Fitting(f"{before}{sign}{key}:{others}{comma}{_quoted(value)}"), said) for value, said in _values(known, begun)] if known else []


def _values(key: Any, begun: str) -> list[tuple[str, str]]:
    """What may follow a key and begins so, with what it means."""
    from officecli.model.filter_keys import CASES

    match key.kind:
        case "person":
            return [*([("me", "")] if "me".startswith(begun) else []), *_in_short(people(""), begun)]
        case "unit":
            return _in_short(units(""), begun)
        case "body":
            return _in_short(bodies(""), begun)
        case "duty":
            return [(name, "") for name in duties(begun)]
        case "label":
            return labels(begun)
        case "is":
            said = [(case.name, _(case.help)) for case in CASES.values() if case.name.startswith(begun.casefold())]
            return said + codes("status")(begun)
        case "code":
            return codes(key.name)(begun)
        case _:
            return []


def _in_short(every: Sequence[str], begun: str) -> list[tuple[str, str]]:
    """Those of all names that begin so, each by its first word where that means no other, and then with the whole name beside it.

    A filter takes a name with a blank in quotes, and fish offers nothing that begins with a quote where a letter was typed.
    """
    found = list[tuple[str, str]]()
    for name in beginning(begun, every):
        first = name.split(" ")[0].casefold()
        short = " " in name and first.startswith(begun.casefold()) and sum(first in one.casefold() for one in every) == 1
        found.append((name.split(" ")[0], name) if short else (name, ""))
    return found


def _quoted(value: str) -> str:
    """A value as a filter takes it: in quotes where it holds what would end it."""
    return f'"{value}"' if re.search(r"[\s()（）,，、]", value) else value
