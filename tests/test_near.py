"""What is offered for a mistyped word."""

from __future__ import annotations

import pytest

from officecli.near import denied, did_you_mean, nearest, perhaps_meant, slip_of


@pytest.mark.parametrize(
    ("word", "known", "offered"),
    [
        ("李哪", ["王芳", "李娜"], ["李娜"]),  # one character of two is half the name
        ("李哪", ["王芳", "赵云"], []),
        ("钟韦", ["钟伟", "韦丽"], ["钟伟"]),  # of two that share one character it is who has it in its place
        ("批示追踪", ["批示跟踪", "值班"], ["批示跟踪"]),
        ("deep", ["in-depth", "surface"], ["in-depth"]),
        ("clsed", ["open", "closed"], ["closed"]),
        ("all", ["open", "cancelled"], []),  # half of its letters stand in many a long word
        ("cancel-it", ["open", "closed"], []),
        ("市教育局办公室", ["市水务局机关党委"], []),  # a longer word must share more than half
    ],
)
def test_a_word_is_near_by_its_length(word: str, known: list[str], offered: list[str]) -> None:
    assert nearest(word, known) == offered


def test_a_slip_is_nearer_than_near() -> None:
    assert nearest("--unti", ["--unit", "--until"]) == ["--until"]
    assert slip_of("2026-O17", ["2026-017", "2026-018"]) == ["2026-017"]
    assert slip_of("市教育局", ["市财政局"]) == []
    assert nearest("市教育局", ["市财政局"]) == ["市财政局"]


def test_what_is_said_where_nothing_is_near() -> None:
    keys = {"li na": "Li Na", "wang fang": "Wang Fang"}
    assert perhaps_meant("li no", keys, "Look there.") == "Did you mean Li Na?"
    assert perhaps_meant("zhou", keys, "Look there.") == "Look there."
    assert perhaps_meant("zhou", keys) == "Known: Li Na, Wang Fang."
    assert did_you_mean("zhou", (f"word {number}" for number in range(13))) == ""
    assert did_you_mean("zhou", ()) == ""


def test_of_several_that_are_as_near_none_is_chosen() -> None:
    """张三 was asked after 张维 alone, where 张伟 was as near."""
    names = {"张维": "张维", "张伟": "张伟", "李伟": "李伟"}
    assert perhaps_meant("张三", names) == "Did you mean 张维 or 张伟?"
    assert perhaps_meant("王伟", names) == "Did you mean 张伟 or 李伟?"
    assert perhaps_meant("张玮", {"张伟": "张伟", "王玮琪": "王玮琪"}) == "Did you mean 张伟?"


@pytest.mark.parametrize(("word", "known"), [
    ("disapproved", "approved"), ("unsuspend", "suspend"), ("--color", "--no-color"), ("未办结", "办结"), ("approved", "unapproved"),
])  # fmt: skip
def test_the_opposite_is_never_offered(word: str, known: str) -> None:
    assert nearest(word, [known]) == []
    assert slip_of(word, [known]) == []
    assert nearest("unrgent", ["urgent"]) == ["urgent"]  # a slip that only begins like one


def test_of_what_a_word_says_the_opposite() -> None:
    known = ("suspend", "close", "unit", "undo", "办结")
    assert [denied(word, known) for word in ("unsuspend", "unclose", "unsuspnd", "未办结")] == ["suspend", "close", "suspend", "办结"]
    assert [denied(word, known) for word in ("close", "unit", "unsure", "undone")] == ["", "", "", ""]
