"""Light classes of fields do what those of `dataclasses` do."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from officecli import light


def declared(by: Any) -> tuple[Any, Any]:
    """A class and one that inherits from it, declared by either module."""

    @by.dataclass(frozen=True)
    class Paper:
        title: str
        pages: int = 1
        secret: str = by.field(default="", repr=False)
        copies: list[str] = by.field(default_factory=list)
        kinds: ClassVar[int] = 3

    @by.dataclass(frozen=True, kw_only=True)
    class Letter(Paper):
        to: str
        day: str = "today"

    return Paper, Letter


KINDS = {light: declared(light), dataclasses: declared(dataclasses)}


def either(ask: Callable[[Any, Any, Any], Any]) -> list[Any]:
    """What both answer; a refusal by its kind."""
    found: list[Any] = []
    for by, (paper, letter) in KINDS.items():
        try:
            found.append(ask(by, paper, letter))
        except (TypeError, AttributeError) as error:
            found.append(type(error))
    return found


@pytest.mark.parametrize(
    "ask",
    [
        lambda _by, paper, _letter: repr(paper("a", 2, "hidden")).split(".")[-1],
        lambda _by, paper, _letter: vars(paper("a", copies=["x"])),
        lambda _by, _paper, letter: vars(letter("a", 3, to="us")),
        lambda _by, paper, _letter: (paper("a") == paper("a"), paper("a") == paper("b"), paper("a") == "a", paper("a").copies is paper("a").copies),
        lambda _by, paper, letter: (paper("a") == letter("a", to="us"), letter.pages, letter.kinds, hasattr(paper, "title")),
        lambda _by, paper, _letter: (hash(paper("a", copies=())) == hash(paper("a", 1, "", ())), paper.__match_args__),
        lambda _by, _paper, letter: letter.__match_args__,
        lambda by, paper, _letter: vars(by.replace(paper("a", 7), title="b")),
        lambda _by, paper, _letter: vars(dataclasses.replace(paper("a", 7), title="b")),
        lambda by, paper, _letter: by.replace(paper("a"), nothing=1),
        lambda _by, paper, letter: [[(one.name, one.kw_only) for one in dataclasses.fields(kind)] for kind in (paper, letter)],
        lambda _by, paper, _letter: (dataclasses.is_dataclass(paper), dataclasses.asdict(paper("a"))),
        lambda _by, paper, _letter: paper(),
        lambda _by, paper, _letter: paper("a", title="b"),
        lambda _by, paper, _letter: paper("a", other="b"),
        lambda _by, paper, _letter: paper(pages=1, secret="", copies=[], other="b"),
        lambda _by, paper, _letter: paper("a", 1, "", [], 5),
        lambda _by, _paper, letter: letter("a", 1, "", [], "us"),
        lambda _by, paper, _letter: setattr(paper("a"), "title", "b"),
        lambda _by, paper, _letter: delattr(paper("a"), "title"),
        lambda _by, paper, _letter: hash(paper("a")),
    ],
)
def test_it_is_as_dataclasses_has_it(ask: Callable[[Any, Any, Any], Any]) -> None:
    ours, theirs = either(ask)
    assert ours == theirs


def test_a_dataclass_may_inherit_from_a_light_one() -> None:
    @dataclasses.dataclass(frozen=True)
    class Memo(KINDS[light][0]):  # type: ignore[misc]
        day: str = "today"

    assert vars(Memo("a", 2)) == {"title": "a", "pages": 2, "secret": "", "copies": [], "day": "today"}


def test_what_is_not_frozen_is_changed_and_has_no_hash() -> None:
    @light.dataclass
    class Tally:
        led: int = 0

    one = Tally()
    one.led += 1
    assert one == Tally(1)
    with pytest.raises(TypeError):
        hash(one)
