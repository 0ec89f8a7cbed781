"""Says at once what was done in somebody else's name: where the number was mistyped, the history tells it too late."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.store.write.change import Change


@dataclass(frozen=True)
class DoneForAnother(Answer):
    """These acts, by the verbs on the trail, were done in the `name` of somebody else; `numbers` are those of the items, none where it was about none."""

    name: str
    acts: tuple[str, ...]
    numbers: tuple[str, ...]


def done_for_others(change: Change) -> Iterator[DoneForAnother]:
    """What the entries of a change, which are written, say was done in whose name; items with which the same was done together."""
    by_item: dict[tuple[str, str], dict[str, None]] = {}
    for row in change.read.rows(_SIGNED_FOR, first=change.first):
        by_item.setdefault((row["name"], row["number"] or ""), {})[row["verb"]] = None
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (name, number), acts in by_item.items():
        alike.setdefault((name, tuple(acts)), []).append(number)
    for (name, verbs), numbers in alike.items():
        yield DoneForAnother(name, verbs, tuple(filter(None, numbers)))


_SIGNED_FOR = """
SELECT t.verb, b.name, i.number FROM trail t JOIN person b ON b.id = t.behalf_id LEFT JOIN item i ON i.id = t.item_id
WHERE t.seq >= :first ORDER BY t.seq"""
