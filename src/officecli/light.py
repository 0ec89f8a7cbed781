"""Classes of fields as `dataclasses` declares them, without the code it writes and
compiles for each: that is half a millisecond a class, and a start loads forty.

For all that is no file's row, of which there are many and each is made faster by written code. To `fields()`, `asdict()` and a dataclass that
inherits from one they are what they stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from officecli.hints import TYPE_CHECKING, Any, Never

__all__ = ["dataclass", "field", "replace"]

_NOTHING = object()
_OWN = frozenset({"__init__", "__post_init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
"""What a class may not say itself: it would be passed over."""


class _Field:
    """What is said of a field: its default or what makes one, whether it is shown, and whether it is given by name only."""

    __slots__ = ("by_name", "default", "factory", "shown")

    def __init__(self, default: Any = _NOTHING, factory: Callable[[], Any] | None = None, *, shown: bool = True) -> None:
        self.default, self.factory, self.shown, self.by_name = default, factory, shown, False


class _Told:
    """What `dataclasses` wants to know of a class, made when it asks, by one like it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, _thing: object, cls: Any) -> Any:
        if "__like__" not in cls.__dict__:
            from dataclasses import MISSING, field, make_dataclass

            def said(one: _Field) -> Any:
                default = MISSING if one.default is _NOTHING else one.default
                return field(default=default, default_factory=one.factory or MISSING, repr=one.shown, kw_only=one.by_name)  # type: ignore[arg-type]

            fields = [(name, Any, said(one)) for name, one in cls.__fields__.items()]
            cls.__like__ = make_dataclass(cls.__name__, fields, frozen=cls.__setattr__ is _refuse)
        return getattr(cls.__like__, self.name)


_TOLD = {name: _Told(name) for name in ("__dataclass_fields__", "__dataclass_params__")}


def _dataclass(cls: Any = None, /, *, frozen: bool = False, kw_only: bool = False) -> Any:
    """Give a class what its fields need: to be made by place or name, to be compared and shown, and hashed where it is `frozen`."""
    if cls is None:
        return lambda given: _dataclass(given, frozen=frozen, kw_only=kw_only)
    if own := _OWN & cls.__dict__.keys():
        message = f"{cls.__name__} says {', '.join(sorted(own))} itself; dataclasses knows what to do with that"
        raise TypeError(message)
    fields = {name: one for base in reversed(cls.__mro__[1:]) for name, one in getattr(base, "__fields__", {}).items()}
    for name, hint in cls.__annotations__.items():
        if hint == "KW_ONLY":
            kw_only = True
        elif not hint.startswith("ClassVar"):
            fields[name] = _declared(cls, name, by_name=kw_only)
    places = tuple(name for name, one in fields.items() if not one.by_name)
    _refuse_needed_behind(cls, places, fields)
    given: dict[str, Any] = {"__fields__": fields, "__match_args__": places, "__init__": _maker(fields, places), **_TOLD}
    given |= {"__values__": attrgetter(*fields) if fields else type, "__repr__": _shown, "__eq__": _equal, "__hash__": _hash if frozen else None}
    given |= {"__setattr__": _refuse, "__delattr__": _refuse} if frozen else {}
    for name, one in given.items():
        setattr(cls, name, one)
    return cls


def _declared(cls: type, name: str, *, by_name: bool) -> _Field:
    """The field as the class has it; the class keeps its plain default."""
    given = cls.__dict__.get(name, _NOTHING)
    one = given if isinstance(given, _Field) else _Field(given)
    one.by_name = by_name
    if one.default.__class__.__hash__ is None:  # a list, a dictionary, a set, or a thing of fields that is not frozen
        message = f"{cls.__name__}.{name} would be one {type(one.default).__name__} for all; use field(default_factory=…)"
        raise ValueError(message)
    if one.default is not _NOTHING:
        setattr(cls, name, one.default)
    elif given is one:
        delattr(cls, name)
    return one


def _refuse_needed_behind(cls: type, places: tuple[str, ...], fields: Mapping[str, _Field]) -> None:
    """Raise TypeError for a field that is needed behind one that is not, both given by their place."""
    usual = ""
    for name in places:
        if fields[name].default is not _NOTHING or fields[name].factory:
            usual = name
        elif usual:
            message = f"{cls.__name__}.{name} is needed, and stands behind {usual}, which is not"
            raise TypeError(message)


def _maker(fields: Mapping[str, _Field], places: tuple[str, ...]) -> Callable[..., None]:
    names = fields.keys()
    usual = {name: one.default for name, one in fields.items() if one.default is not _NOTHING}

    def made(self: Any, /, *given: Any, **named: Any) -> None:
        held = self.__dict__
        held.update(usual)
        held.update(zip(places, given, strict=False), **named)
        if held.keys() != names or len(given) > len(places) or (given and named and not named.keys().isdisjoint(places[: len(given)])):
            _complete(self, given, named)

    return made


def _complete(thing: Any, given: tuple[Any, ...], named: Mapping[str, Any]) -> None:
    """Fill in what a factory makes; raises TypeError, as any call does, for what has none, and for what is no field or given twice."""
    held, what, places = thing.__dict__, type(thing).__name__, thing.__match_args__
    if len(given) > len(places):
        message = f"{what}() takes {len(places)} by their place, not {len(given)}"
        raise TypeError(message)
    if wrong := [name for name in named if name not in thing.__fields__ or name in places[: len(given)]]:
        message = f"{what}() has no field {', '.join(wrong)}, or it is given twice"
        raise TypeError(message)
    for name, one in thing.__fields__.items():
        if name not in held:
            if one.factory is None:
                message = f"{what}() needs {name}"
                raise TypeError(message)
            held[name] = one.factory()


def _field(*, default: Any = _NOTHING, default_factory: Callable[[], Any] | None = None, repr: bool = True) -> Any:
    """What there is to say of a field besides its type."""
    return _Field(default, default_factory, shown=repr)


def _replace(thing: Any, /, **changes: Any) -> Any:
    """The same with these fields changed."""
    return type(thing)(**{name: getattr(thing, name) for name in thing.__fields__} | changes)


def _shown(thing: Any) -> str:
    return f"{type(thing).__qualname__}({', '.join(f'{name}={getattr(thing, name)!r}' for name, one in thing.__fields__.items() if one.shown)})"


def _equal(thing: Any, other: Any) -> Any:
    return thing.__values__(thing) == thing.__values__(other) if type(other) is type(thing) else NotImplemented


def _hash(thing: Any) -> int:
    return hash(thing.__values__(thing))


def _refuse(thing: Any, name: str, *_value: Any) -> Never:
    from dataclasses import FrozenInstanceError

    message = f"{type(thing).__name__}.{name} is not changed once it is made"
    raise FrozenInstanceError(message)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace  # to a type checker they are the same
else:
    dataclass, field, replace = _dataclass, _field, _replace
