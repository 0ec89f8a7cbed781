"""What a short word means: the only one there is with this word, beginning or these initials; several are never guessed among."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.typed.meant import Several, forget_settled, only_one, settle

PEOPLE = ("Anna Lindqvist", "Annabel Lee", "José O'Brien", "Li Na", "Jean-Luc Picard", "Søren Kjær", "周丽霞", "周海", "李小明", "王强", "欧阳 曾")


@pytest.fixture(autouse=True)
def _nobody_asked() -> Iterator[None]:
    yield
    forget_settled()


def meant(typed: str, names: tuple[str, ...] = PEOPLE) -> str | None:
    return only_one(typed, names, str)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("anna", "Anna Lindqvist"),  # a word in full goes before the beginning of another
        ("LINDQ", "Anna Lindqvist"),
        ("ａｎｎａｂ", "Annabel Lee"),
        ("jose", "José O'Brien"),
        ("obrien", "José O'Brien"),
        ("O’Br", "José O'Brien"),
        ("li", "Li Na"),  # and not Lindqvist
        ("jean luc", "Jean-Luc Picard"),
        ("j p", "Jean-Luc Picard"),
        ("jlp", "Jean-Luc Picard"),
        ("soren kj", "Søren Kjær"),
        ("李", "李小明"),
        ("zlx", "周丽霞"),
        ("zh", "周海"),
        ("wq", "王强"),
        ("oyz", "欧阳 曾"),  # 曾 as a surname
        ("oyc", "欧阳 曾"),
    ],
)
def test_one_alone_is_meant(typed: str, name: str) -> None:
    assert meant(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "…", "z", "q", "bel", "qvist", "丽", "lindqvist anna", "xyz", "annaa", "jp"])
def test_what_is_in_no_name_so_means_nobody(typed: str) -> None:
    assert meant(typed) is None


@pytest.mark.parametrize(("typed", "names"), [("ann", PEOPLE[:2]), ("周", ("周丽霞", "周海")), ("al", PEOPLE[:2])])
def test_of_several_none_is_guessed(typed: str, names: tuple[str, ...]) -> None:
    with pytest.raises(Several) as unclear:
        meant(typed)
    assert unclear.value.choices == names
    assert all(name in unclear.value.what for name in names)
    settle(typed, names[-1])
    assert meant(typed) == names[-1]


def test_many_are_not_all_told() -> None:
    with pytest.raises(Several) as unclear:
        meant("ann", tuple(f"Ann {number}" for number in range(300)))
    assert len(unclear.value.what) < 120


NAMES = st.lists(
    st.text(alphabet="abcé 张王李丽-'", min_size=1, max_size=8).filter(lambda text: any(map(str.isalnum, text))), max_size=8, unique=True
)


def all_meant(typed: str, names: list[str]) -> list[str]:
    try:
        found = meant(typed, tuple(names))
    except Several as unclear:
        return list(unclear.choices)
    return [found] if found is not None else []


@given(NAMES, st.text(max_size=6))
def test_whatever_is_typed_one_of_the_names_or_none_or_all_that_fit(names: list[str], typed: str) -> None:
    found = all_meant(typed, names)
    assert set(found) <= set(names)
    assert len(set(found)) == len(found)


@given(NAMES.filter(bool))
def test_a_name_in_full_is_never_another(names: list[str]) -> None:
    assert names[0] in all_meant(names[0], names)  # with those that differ from it in an accent or a sign only


def test_the_letters_of_pinyin_are_as_the_library_has_them() -> None:
    tool = Path(__file__).parents[2] / "tools/pinyin.py"
    assert subprocess.run([sys.executable, tool, "--check"], check=False).returncode == 0
