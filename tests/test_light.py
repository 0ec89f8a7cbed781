"""Light classes of fields do what those of `dataclasses` do."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import KW_ONLY
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli import light
from stage import every_module


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


def test_what_stands_behind_the_mark_is_given_by_name() -> None:
    @light.dataclass(frozen=True)
    class Parcel:
        to: str
        _: KW_ONLY
        weight: int = 1

    assert vars(Parcel("us", weight=2)) == {"to": "us", "weight": 2}
    assert Parcel.__match_args__ == ("to",)
    with pytest.raises(TypeError):
        Parcel("us", 2)  # type: ignore[call-arg]


def test_what_is_not_frozen_is_changed_and_has_no_hash() -> None:
    @light.dataclass
    class Tally:
        led: int = 0

    one = Tally()
    one.led += 1
    assert one == Tally(1)
    with pytest.raises(TypeError):
        hash(one)


@pytest.mark.parametrize("by", [light, dataclasses], ids=["light", "dataclasses"])
@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"__annotations__": {"a": "list[int]"}, "a": []}, ValueError),
        ({"__annotations__": {"a": "dict[str, int]"}, "a": {}}, ValueError),
        ({"__annotations__": {"a": "set[int]"}, "a": set()}, ValueError),
        ({"__annotations__": {"a": "Tally"}, "a": dataclasses.make_dataclass("Tally", ["led"])(1)}, ValueError),
        ({"__annotations__": {"a": "int", "b": "int"}, "a": 1}, TypeError),
        ({"__annotations__": {"a": "int", "b": "int"}, "a": light}, TypeError),
    ],
    ids=[
        "a list for all",
        "a dictionary for all",
        "a set for all",
        "a thing that changes for all",
        "needed behind a default",
        "needed behind a factory",
    ],
)
def test_what_dataclasses_refuses_is_refused(by: Any, said: dict[str, Any], refusal: type[Exception]) -> None:
    body = {name: by.field(default_factory=int) if one is light else one for name, one in said.items()}
    with pytest.raises(refusal):
        by.dataclass(type("Refused", (), body))
    inherited = by.dataclass(type("Above", (), {"__annotations__": {"z": "int"}, "z": 1}))
    with pytest.raises(refusal):
        by.dataclass(type("Refused", (inherited,), body))


def test_what_dataclasses_takes_is_taken() -> None:
    for by in (light, dataclasses):
        made: Any = by.dataclass(type("Taken", (), {"__annotations__": {"a": "tuple[int, ...]", "b": "frozenset[int]"}, "a": (), "b": frozenset()}))
        assert made().a == ()
        by_name: Any = by.dataclass(kw_only=True)(type("ByName", (), {"__annotations__": {"a": "int", "b": "int"}, "a": 1}))
        assert by_name(b=2).a == 1


NAMES = "abcdef"
FIELDS = st.lists(st.tuples(st.sampled_from(["needed", "usual", "made"]), st.booleans(), st.integers(0, 2)), max_size=3)
CALL = st.tuples(st.lists(st.integers(0, 2), max_size=5), st.dictionaries(st.sampled_from([*NAMES, "other"]), st.integers(0, 2), max_size=4))


def made_of(by: Any, parts: list[list[tuple[str, bool, int]]], ways: list[bool], *, frozen: bool) -> Any:
    """A class and those it inherits from, each with its own fields, declared by either module; whether they are given by name only, by class."""
    made: Any = object
    names = iter(NAMES)
    for fields, by_name in zip(parts, ways, strict=False):
        said: dict[str, Any] = {"__annotations__": {}, "__module__": __name__, "__qualname__": "Made"}
        for (kind, shown, value), name in zip(fields, names, strict=False):
            said["__annotations__"][name] = "int"
            if kind == "usual":
                said[name] = by.field(default=value, repr=shown)
            elif kind == "made":
                said[name] = by.field(default_factory=int, repr=shown)
        made = by.dataclass(frozen=frozen, kw_only=by_name)(type("Made", () if made is object else (made,), said))
    return made


def answers(by: Any, kind: Any, call: Any, other: Any, changes: dict[str, int]) -> list[Any]:
    """What things made of a class say of themselves; a refusal by its kind."""
    try:
        one = kind(*call[0], **call[1])
    except TypeError:
        return ["refused"]
    found = [repr(one), vars(one), dataclasses.asdict(one), kind.__match_args__, dataclasses.is_dataclass(kind)]
    for ask in (
        lambda: one == kind(*other[0], **other[1]),
        lambda: hash(one) == hash(kind(*call[0], **call[1])),
        lambda: by.replace(one, **changes),
        lambda: setattr(one, "a", 1),
    ):
        try:
            said = ask()
            found.append(repr(said))
        except (TypeError, AttributeError) as error:
            found.append(type(error))
    return [*found, vars(one)]


@given(st.tuples(FIELDS, FIELDS).map(list), st.lists(st.booleans(), min_size=2, max_size=2), st.booleans(), CALL, CALL)
@settings(max_examples=150, deadline=None)
def test_whatever_is_declared_does_what_dataclasses_has_it_do(parts: Any, ways: list[bool], frozen: bool, call: Any, other: Any) -> None:
    try:
        theirs = made_of(dataclasses, parts, ways, frozen=frozen)
    except TypeError:  # one that is needed stands behind one that is not
        with pytest.raises(TypeError):
            made_of(light, parts, ways, frozen=frozen)
        return
    ours = made_of(light, parts, ways, frozen=frozen)
    assert answers(light, ours, call, other, other[1]) == answers(dataclasses, theirs, call, other, other[1])


@pytest.mark.parametrize("own", ["__post_init__", "__eq__", "__hash__", "__repr__", "__init__"])
def test_a_class_that_says_for_itself_what_it_does_is_refused(own: str) -> None:
    with pytest.raises(TypeError, match=own):
        light.dataclass(type("Own", (), {"__annotations__": {"a": "int"}, own: lambda _self, *_more: 1}))


def test_no_class_asks_for_what_light_ones_do_not_have() -> None:
    ours = [kind for kind in every_module.declared(type) if str(kind.__module__).startswith("officecli.") and "__fields__" in vars(kind)]
    assert len(ours) > 200
    for kind in ours:
        dataclasses.fields(kind)  # which refuses a default that all would share, and one needed behind one that is not
        assert not any(hint.startswith("InitVar") for hint in kind.__annotations__.values()), kind
        for above in kind.__mro__[1:-1]:
            assert "__fields__" in vars(above) or "__dataclass_fields__" not in vars(above), f"{kind} would not have the fields of {above}"
            assert "__fields__" not in vars(above) or vars(above).get("__setattr__") is vars(kind).get("__setattr__"), (
                f"{kind}: both frozen, or neither"
            )
            assert all(one.default is not light._NOTHING or one.factory or name not in vars(above) for name, one in kind.__fields__.items()), kind
