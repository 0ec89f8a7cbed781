"""How a post is called where several have one title: the same wherever it is printed, and so that it can be typed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.errors import BadInput
from officecli.model.office.organisation import Post
from officecli.store.posts import CLEAR_POST
from officecli.typed.office.posts import clear_names, find_post
from stage.by_row import Staged, office


@pytest.fixture
def staged(tmp_path: Path, at: Callable[[str], None]) -> Staged:
    at("2026-11-23T01:00")
    return office(f"sqlite:///{tmp_path / 'office.db'}")


def called(staged: Staged, title: str, *, retired: bool = False) -> tuple[set[str], set[str]]:
    """What posts are called in SQL and in a file, once 机要科 has one of this title as well as 综合科."""
    with staged.changing() as change:
        rank = change.read.value("SELECT MIN(rank_id) FROM post")
        change.add(Post, "setup", title=title, unit_id=staged.units["机要科"], rank_id=rank, retired=retired)
    with staged.reading() as read:
        rows = read.rows(f"SELECT {CLEAR_POST} AS name FROM post po JOIN unit pu ON pu.id = po.unit_id WHERE po.retired = 0")
        names = clear_names(read)
        assert all(find_post(read, name)["id"] == post for post, name in names.items())
    return {row["name"] for row in rows}, set(names.values())


def test_a_title_of_two_posts_is_told_apart_by_the_unit(staged: Staged) -> None:
    in_sql, in_files = called(staged, "综合科科员")
    assert in_sql == in_files
    assert {"综合科/综合科科员", "机要科/综合科科员", "主任"} <= in_files


def test_a_retired_post_is_mistaken_for_no_other(staged: Staged) -> None:
    in_sql, in_files = called(staged, "综合科科员", retired=True)
    assert in_sql == in_files
    assert "综合科科员" in in_files


def test_a_title_that_differs_in_spaces_only_can_be_typed_as_it_is_printed(staged: Staged) -> None:
    _in_sql, in_files = called(staged, "综合科 科员")
    assert {"综合科科员", "综合科 科员"} <= in_files
    with staged.reading() as read, pytest.raises(BadInput, match="Several units"):
        find_post(read, "综合科科 员")
