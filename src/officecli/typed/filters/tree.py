"""What a filter says, as a tree. Every leaf knows where it stands, so that whoever asks the store can refuse it with its place."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.hints import TypeAlias
from officecli.light import dataclass
from officecli.model.filter_keys import Key


@dataclass(frozen=True)
class Source:
    """The text of a filter; `view` names the view it is kept under, "" for one that was typed."""

    text: str
    view: str = ""


@dataclass(frozen=True)
class Place:
    """A stretch of a filter, from `start` up to `end`."""

    source: Source
    start: int
    end: int


@dataclass(frozen=True)
class Value:
    """A value after a key: `sign` is "" for just this, `<` `<=` `>` `>=`, or `..` for all from `text` to `upto`, of which one may be "" for no end.

    `behind` are the words behind one without quotes, which may have been meant as part of it.
    """

    text: str
    place: Place
    sign: str = ""
    upto: str = ""
    behind: str = ""


@dataclass(frozen=True)
class Term:
    """A key with its values, any of which may hold."""

    key: Key
    values: tuple[Value, ...]
    place: Place


@dataclass(frozen=True)
class Text:
    """Words to be found in the number, the matter, the source, the goal or the lead's name."""

    text: str
    place: Place


@dataclass(frozen=True)
class Not:
    """What does not hold."""

    of: Node


@dataclass(frozen=True)
class All:
    """All of these hold."""

    of: tuple[Node, ...]


@dataclass(frozen=True)
class Any:
    """At least one of these holds."""

    of: tuple[Node, ...]


Node: TypeAlias = Term | Text | Not | All | Any


def leaves(node: Node) -> Iterator[Term | Text]:
    """Everything a filter asks, one after the other."""
    match node:
        case Not():
            yield from leaves(node.of)
        case All() | Any():
            for one in node.of:
                yield from leaves(one)
        case _:
            yield node
