"""Names that look alike do not become two people unnoticed, by whatever way somebody comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.actions.acting import acting
from officecli.actions.office.staff import Particulars, add_person, set_person
from officecli.errors import BadInput
from officecli.files.office.export import export
from officecli.files.office.reading import read_text
from officecli.files.office.setting_up import set_up_from
from officecli.model.names import look_key, name_key
from officecli.model.office.organisation import Post
from officecli.store.place import Place, place
from officecli.store.read.reader import reading

CYRILLIC = "Аnа Рetrov"  # А, а and Р are Cyrillic
LATIN = "Ana Petrov"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CYRILLIC, LATIN),
        ("Οlga", "Olga"),  # a Greek omicron
        ("Ａｎａ　Petrov", "ana petrov"),
        ("A\u200dna", "Ana"),
        ("阿依古丽·买买提", "阿依古丽・买买提"),
        ("阿依古丽·买买提", "阿依古丽•买买提"),
        ("O’Brien", "O'Brien"),
        ("Jean–Luc", "Jean-Luc"),
        ("⼈民", "人民"),  # a Kangxi radical
        ("\uf900田", "豈田"),  # a compatibility ideograph
    ],
)
def test_what_looks_alike_is_one_name(one: str, other: str) -> None:
    assert look_key(one) == look_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("李明", "李鸣"), ("Ana", "Anna"), ("Ana", "Ána"), ("Иван", "Ivan"), ("张三", "张三 2"), ("王未", "王末")]
)
def test_what_differs_stays_two_names(one: str, other: str) -> None:
    assert look_key(one) != look_key(other)


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Place:
    at("2026-07-06T01:00")
    where = place(office_url)
    add(where, LATIN)
    return where


def add(office: Place, name: str) -> None:
    with acting(office, "person-add", "孙丽") as act:
        act.change.act("registrar")
        post = act.read.value("SELECT id FROM post WHERE title = '督查科员'")
        act.change.set(act.change.get(Post, post), "setup", seats=9)
    with acting(office, "person-add", "孙丽") as act:
        add_person(act, name, "督查室/督查科员", Particulars())


def test_somebody_new_must_not_look_like_somebody_else(office: Place) -> None:
    with pytest.raises(BadInput, match="looks like") as raised:
        add(office, CYRILLIC)
    assert raised.value.why == (
        "Аnа Рetrov: U+0410 U+006E U+0430 U+0020 U+0420 U+0065 U+0074 U+0072 U+006F U+0076\n"
        "Ana Petrov: U+0041 U+006E U+0061 U+0020 U+0050 U+0065 U+0074 U+0072 U+006F U+0076"
    )
    with pytest.raises(BadInput, match="already somebody called"):
        add(office, "ＡＮＡ petrov")


def test_a_new_name_must_not_look_like_another_persons_but_may_like_ones_own(office: Place) -> None:
    with pytest.raises(BadInput, match="looks like"), acting(office, "person-set", "孙丽") as act:
        set_person(act, "陈静", Particulars(name=CYRILLIC))
    with acting(office, "person-set", "孙丽") as act:
        set_person(act, LATIN, Particulars(name=CYRILLIC))
    with reading(office) as read:
        assert read.value("SELECT name_key FROM person WHERE name = :name", name=CYRILLIC) == name_key(CYRILLIC)


def test_the_office_file_must_not_bring_them_either(office: Place, tmp_path: Path) -> None:
    with reading(office) as read:
        text = export(read)
    path = tmp_path / "office.toml"
    path.write_text(text.replace(f'"{LATIN}"', f'"{CYRILLIC}"'), encoding="utf-8")
    with pytest.raises(BadInput) as raised:
        set_up_from(office, path, "孙丽")
    assert "looks like" in raised.value.why
    twice = text + f'\n[[person]]\nname = "{CYRILLIC}"\npost = "督查室/督查科员"\n'
    with pytest.raises(BadInput) as raised:
        read_text(twice, "office.toml")
    assert f"“{CYRILLIC}” looks like “{LATIN}”" in raised.value.why
    assert "U+0410" in raised.value.why
