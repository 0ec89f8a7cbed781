"""What somebody perhaps meant: the nearest of the words there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from officecli.i18n import _, listed


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words, or all of them where they are few and none is near."""
    names = list(dict.fromkeys(known))
    few = len(names) <= 12
    near = difflib.get_close_matches(word[:60], names, 1, cutoff=0.6 if few else 0.4)
    if near:
        return _("Did you mean {name}?").format(name=near[0])
    return _("Known: {names}.").format(names=listed(names)) if names and few else ""
