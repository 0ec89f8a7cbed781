"""Files of targets: set whole, or not at all, with the lines of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from officecli.errors import BadInput
from officecli.files.targets import add_from_file
from officecli.reports.targets.targets import Asked, every, one
from officecli.store.place import Place
from officecli.store.read.reader import reading
from stage.measured_office import (
    CLERK,
    REGISTRAR,
    done,
    office,
)

__all__ = ["office"]


FILE = """# targets
[[target]]
metric = "全科"
post = "秘书科科长"
class = "成果"
goal = "24 articles"
weight = 33.33

[[target]]
metric = "接待"
duty = "收发文件"
class = "norm"
points = ["plan", "bill"]
from = "2026-12"

[[target]]
metric = "信息"
post = "秘书科科员"
class = "output"
goal = "12 articles"
threshold = 6
under = "全科"
"""


def test_a_file_is_set_whole(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(FILE.replace("成果", "output"), encoding="utf-8")
    done(office, REGISTRAR, lambda act: add_from_file(act, file))
    with reading(office) as read:
        listed = every(read, Asked(unit=("秘书科",))).rows
        assert [(row["metric"], row["weight"]) for row in listed] == [("全科", "33.33"), ("信息", None)]
        assert [row["metric"] for row in every(read, Asked(person=(CLERK,), period="2026-12")).rows] == ["接待", "信息"]
        assert one(read, "信息").summary["under"] == one(read, "全科").summary["number"]


def test_a_file_with_faults_sets_nothing_and_says_the_lines(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(FILE.replace("成果", "output").replace("24 articles", "24").replace("from =", "form =").replace("= 6", "= 13"), encoding="utf-8")
    error = refused_file(office, file)
    lines = [line.partition(":")[0] for line in error.why.splitlines()]
    assert lines == ["line 2", "line 14", "line 16"]
    with reading(office) as read:
        assert not every(read, Asked()).rows


@pytest.mark.parametrize("text", ["", "[target]\nmetric = 1", "[[goal]]\n", "[[target]]\nmetric = “甲”", "[[target]]\nmetric = 3\nweight = true"])
def test_a_file_of_something_else(office: Place, tmp_path: Path, text: str) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(text, encoding="utf-8")
    assert refused_file(office, file).what


def test_a_mistyped_table_is_pointed_at_where_nothing_else_is_in_the_file(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text('[[targt]]\nmetric = "信息"\n', encoding="utf-8")
    assert refused_file(office, file).why == "line 1: There is no table “targt”. Did you mean target?"


def refused_file(office: Place, file: Path) -> BadInput:
    with pytest.raises(BadInput) as error:
        done(office, REGISTRAR, lambda act: add_from_file(act, file))
    return error.value
