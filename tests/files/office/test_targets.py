"""The targets in an office file: set, changed and ended with it, and written back as they were read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stage.small_office import Office, office

pytestmark = pytest.mark.on_sqlite

__all__ = ["office"]

REGISTRAR, CLERK = "孙丽", "陈静"
TARGETS = """
[[target]]
metric = "按时率"
post = "督查科员"
goal = "98%"
threshold = 90
weight = 60
computed = "on-time"

[[target]]
metric = "采用篇数"
person = "陈静"
class = "output"
goal = "4篇"
weight = 40
under = "秘书科科长/采用篇数"

[[target]]
metric = "采用篇数"
post = "秘书科科长"
class = "output"
goal = "12篇"
bonus = "2.5"
weight = 30
period = "quarter"

[[target]]
metric = "办会规范"
post = "秘书科科长"
class = "norm"
weight = 70
period = "quarter"
points = ["材料会前一天送达", "签到当场核对"]
"""


def setup(office: Office, folder: Path, text: str, options: str = "") -> str:
    """What `setup` says of the file."""
    file = folder / "office.toml"
    file.write_text(text, encoding="utf-8")
    return office.type(REGISTRAR, f"setup {file} {options}")


def test_targets_go_round_and_change_with_the_file(office: Office, tmp_path: Path, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    bare = office.done(REGISTRAR, "setup --export").partition("# Targets of")[0]
    assert "new targets (4): 督查科员: 按时率; 秘书科科长: 采用篇数; 陈静: 采用篇数" in setup(office, tmp_path, bare + TARGETS)
    assert office.rows(
        "SELECT COUNT(*) AS n FROM target c JOIN target p ON p.id = c.parent_id WHERE c.person_id IS NOT NULL AND p.period = 'quarter'"
    ) == [{"n": 1}]
    written = office.done(REGISTRAR, "setup --export")
    for block in TARGETS.strip().split("\n\n"):
        assert set(block.splitlines()) <= set(written.splitlines())
    entries = office.rows("SELECT MAX(seq) AS n FROM trail")
    for same in (written, bare + TARGETS, bare):  # without any [[target]] the file says nothing of them
        assert "Nothing to do: the office is as the file says." in setup(office, tmp_path, same)
    assert office.rows("SELECT MAX(seq) AS n FROM trail") == entries
    other = (
        written.replace("weight = 30", "weight = 50")
        .replace("weight = 70", "weight = 45")
        .replace('"签到当场核对"', '"座次核对"')
        .replace('under = "秘书科科长/采用篇数"\n', "")
    )
    said = setup(office, tmp_path, other)
    assert said.startswith("3 changed:")
    assert "target 秘书科科长: 办会规范: at least 100%, weight 45 (was at least 100%, weight 70)" in said
    assert "target 陈静: 采用篇数: other points, or rolled up to another" in said
    assert office.done(REGISTRAR, "setup --export") == other
    assert "No longer in the file, and left as it is" in setup(office, tmp_path, other.replace(block_of(other, "按时率"), ""))
    assert "1 retired" in setup(office, tmp_path, other.replace(block_of(other, "按时率"), ""), "--prune")
    assert "按时率" not in office.done(REGISTRAR, "setup --export").partition("# Targets of")[2]
    assert "Undone:" in office.done(REGISTRAR, "undo")
    assert office.done(REGISTRAR, "setup --export") == other


def block_of(text: str, metric: str) -> str:
    """The `[[target]]` of this name."""
    return next("[[target]]" + part for part in text.split("[[target]]") if f'metric = "{metric}"' in part).partition("\n\n")[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('post = "督查科员"', 'post = "督查科员"\nperson = "陈静"', "to one of them"),
        ('post = "督查科员"', 'post = "调查科员"', "There is no post “调查科员”"),
        ('goal = "98%"', 'goal = "很多"', "does not begin with a number"),
        ('metric = "按时率"', 'metric = "按时率"\nitem = 1', "has no key “item”"),
        ("weight = 70", "weight = 80", "would add up to 110 in 2026-Q3"),
        ('metric = "办会规范"', 'metric = "采用篇数"', "“采用篇数” stands in line"),
        ('under = "秘书科科长/采用篇数"', 'under = "按时率"', "is counted in other terms"),
    ],
)
def test_what_cannot_be_is_said_with_its_line_and_nothing_is_done(
    office_file: tuple[Office, str], tmp_path: Path, old: str, new: str, said: str
) -> None:
    office, bare = office_file
    answer = setup(office, tmp_path, bare + TARGETS.replace(old, new))
    assert office.code in (1, 2)
    assert said in answer
    assert "line " in answer
    assert office.rows("SELECT id FROM target") == []


@pytest.fixture
def office_file(sqlite_office: str, at: Callable[[str], None]) -> tuple[Office, str]:
    """An office without targets, on SQLite, and its file."""
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    return office, office.done(REGISTRAR, "setup --export").partition("# Targets of")[0]


def test_what_is_counted_otherwise_is_another_target(office_file: tuple[Office, str], tmp_path: Path) -> None:
    office, bare = office_file
    setup(office, tmp_path, bare + TARGETS)
    answer = setup(office, tmp_path, bare + TARGETS.replace('goal = "12篇"', 'goal = "12分"'))
    assert office.code == 2
    assert "Retire it first: officecli target retire T-" in answer


def test_what_takes_the_place_of_another_may_have_its_weight(office_file: tuple[Office, str], tmp_path: Path) -> None:
    office, bare = office_file
    setup(office, tmp_path, bare + TARGETS)
    other = TARGETS.replace('metric = "办会规范"', 'metric = "会务规范"')
    assert "would add up to 170" in setup(office, tmp_path, bare + other)
    assert "1 added, 1 retired" in setup(office, tmp_path, bare + other, "--prune")
    assert office.rows("SELECT metric FROM target WHERE until IS NULL AND weight = '70.00'") == [{"metric": "会务规范"}]
    office.done(REGISTRAR, "target record 会务规范 --met all --evidence 签到表")
    third = other.replace('metric = "会务规范"', 'metric = "办会质量"')
    assert "would add up to 170 in 2026-Q3" in setup(office, tmp_path, bare + third, "--prune"), (
        "what was attained in the period stays with its weight"
    )
    third = third.replace('metric = "办会质量"', 'metric = "办会质量"\nfrom = "2026-Q4"')
    assert "1 added, 1 retired" in setup(office, tmp_path, bare + third, "--prune")
    assert "Nothing to do" in setup(office, tmp_path, bare + third)


def test_a_number_of_the_store_and_another_case_of_a_unit_say_the_same(office_file: tuple[Office, str], tmp_path: Path) -> None:
    office, bare = office_file
    targets = TARGETS.replace("12篇", "12 Pages").replace("4篇", "4 pages")
    setup(office, tmp_path, bare + targets)
    parent = office.rows("SELECT parent_id FROM target WHERE parent_id IS NOT NULL")
    numbered = targets.replace('under = "秘书科科长/采用篇数"', f'under = "G{parent[0]["parent_id"]}"').replace("12 Pages", "12 pages")
    assert "Nothing to do" in setup(office, tmp_path, bare + numbered)
