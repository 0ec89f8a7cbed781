"""Where numbers of requests stand, a filter of items may: the requests that wait, and are about an item that fits."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.cli import session
from officecli.cli.numbers_typed import is_filter
from officecli.errors import NotFound
from officecli.i18n import _
from officecli.shell import as_word


def requests_meant(words: Sequence[str]) -> list[str]:
    """The numbers of the requests that words mean, those of filters written out, each once; raises NotFound for a filter that nothing fits."""
    if not any(map(is_filter, words)):
        return list(words)
    return list(dict.fromkeys(number for word in words for number in (_fitting(word) if is_filter(word) else [word])))


def _fitting(typed: str) -> list[str]:
    from officecli.reports.chain.turns_of_leaders import WAITING, requests
    from officecli.reports.items.fitting import fitting_items
    from officecli.reports.shape.filters import Filters

    with session.current.read() as read:
        fitting = fitting_items(read, Filters(where=typed)) or {}
        found = [str(row["number"]) for row in requests(read) if row["item_id"] in fitting and row["status"] in WAITING]
    if not found:
        raise NotFound(
            _("No request that waits is about an item that fits {filter}.").format(filter=typed[:80]),
            fix=_("See: {command}").format(command=f"officecli requests {as_word(typed)}"),
        )
    return found
