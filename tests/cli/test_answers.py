"""Every answer of an act has its sentence, in both languages, and its data."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
import sys
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

import officecli.actions
import officecli.cli.answers
import officecli.files
from officecli import i18n
from officecli.actions.answer import Answer
from officecli.actions.chain.asking import RequestRaised
from officecli.cli.answers import data, is_about, sentences, words_place
from officecli.model.codes import MANNERS, REQUEST_VERDICTS
from officecli.typed.day_said import DaySeen

CODES = {
    "field": "title",
    "verdict": REQUEST_VERDICTS[0],
    "manner": MANNERS[0],
    "level": "blue",
    "verb": "close",
    "recurrence": "FREQ=DAILY",
    "days_off": "skip",
}
DAY = date(2026, 11, 27)


def kinds() -> list[type[Answer]]:
    """Every kind of answer that an action or a file gives."""
    for room in (officecli.actions, officecli.files):
        for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            importlib.import_module(module.name)
    found = [kind for kind in _descendants(Answer) if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind]  # not a test's own
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def _descendants(kind: type[Answer]) -> list[type[Answer]]:
    """Its subclasses, and theirs."""
    return [one for child in kind.__subclasses__() for one in (child, *_descendants(child))]


@pytest.fixture(autouse=True)
def _english_after() -> Iterator[None]:
    yield
    i18n.use("en")


def made(kind: type[Any], *, full: bool) -> Any:
    """An answer with a value in every field, or with as little as its types allow."""
    hints = get_type_hints(kind)
    return kind(**{field.name: value(field.name, hints[field.name], full=full) for field in dataclasses.fields(kind)})


def value(name: str, hint: Any, *, full: bool) -> Any:
    simple: dict[Any, Any] = {str: CODES.get(name, name.upper()), int: 2 if full else 0, bool: full, date: DAY, Decimal: Decimal("1.5")}
    if hint in simple:
        return simple[hint]
    if hint is DaySeen:
        return DaySeen(DAY, date(2026, 11, 23), 4)
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if get_origin(hint) is types.UnionType:
        return value(name, next(one for one in get_args(hint) if one is not types.NoneType), full=full) if full else None
    if get_origin(hint) is tuple:
        parts = [one for one in get_args(hint) if one is not ...]
        return tuple(value(name, one, full=full) for one in parts) if full or len(parts) > 1 else ()
    return made(hint, full=full)


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_answer_has_words_in_both_languages(kind: type[Answer], *, full: bool) -> None:
    answer = made(kind, full=full)
    told = {}
    for language in i18n.LANGUAGES:
        i18n.use(language)
        told[language] = list(sentences([answer]))
        assert "missing" not in "".join(told[language]), f"write the words of {kind.__name__} in {'.'.join(words_place(kind))}"
    if kind.__name__ == "OfficeSetUp":  # its sentences are those of the file
        return
    assert told["en"] or (kind.__name__ == "DaysCorrected" and not full), "one of its days is always there"
    for english, chinese in zip(told["en"], told["zh"], strict=True):
        assert english != chinese
        assert re.search("[\u4e00-\u9fff]", chinese)


@pytest.mark.parametrize(("language", "ended"), [("en", "May we?"), ("zh", "可否租车？")])
def test_a_sentence_that_ends_in_a_matter_has_one_end(language: str, ended: str) -> None:
    i18n.use(language)
    (said,) = sentences([RequestRaised("Q2026-001", ended, "Ben", told=(), tried="", recommend="")])
    assert said.endswith(ended)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_answer_is_plain_data(kind: type[Answer]) -> None:
    answer = made(kind, full=True)
    assert dataclasses.is_dataclass(kind)
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.number = "changed"
    found = json.loads(json.dumps(data(answer)))
    assert re.fullmatch("[a-z]+(-[a-z]+)*", found.pop("act"))
    assert list(found) == [field.name for field in dataclasses.fields(kind)]


def test_no_two_answers_have_one_name_for_programs() -> None:
    names = [kind.act() for kind in kinds()]
    assert len(names) == len(set(names))


def test_no_words_are_left_of_an_answer_that_is_gone() -> None:
    known = {words_place(kind) for kind in kinds()}
    for room in pkgutil.iter_modules(officecli.cli.answers.__path__, officecli.cli.answers.__name__ + "."):
        module = importlib.import_module(room.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == room.name and not name.startswith("_"):
                assert (room.name, name) in known, f"{name} in {room.name} says what no action answers"


def test_an_answer_without_words_says_where_they_are_missing() -> None:
    @dataclasses.dataclass(frozen=True)
    class NeverSaid(Answer):
        number: str

    NeverSaid.__module__ = "officecli.actions.items.review"
    try:
        assert list(sentences([NeverSaid("2026-001")])) == ["It is done, and the words for it are missing: officecli.cli.answers.items.never_said"]
    finally:
        del NeverSaid


def test_an_answer_is_about_the_items_it_names_and_one_that_names_none_is_about_all() -> None:
    @dataclasses.dataclass(frozen=True)
    class Told(Answer):
        number: str = ""
        numbers: tuple[str, ...] = ()

    assert is_about(Told("2026-001"), "2026-001")
    assert not is_about(Told("2026-001"), "2026-002")
    assert is_about(Told(numbers=("2026-001", "2026-002")), "2026-002")
    assert is_about(Told(), "2026-001")
