"""A wheel and an sdist are the same bytes whenever and wherever they are built from one source."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
import time_machine
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from stage.places import ROOT

FOLDERS = ("src", "examples")
FILES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore")


def built(root: Path, moment: str) -> tuple[Path, Path]:
    """The wheel and the sdist of the source laid out at `root`, built at `moment`."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for file in FILES:
        shutil.copyfile(ROOT / file, root / file)
    with time_machine.travel(moment, tick=False):
        wheel, sdist = (next(builder(str(root)).build(directory=str(root / "dist"))) for builder in (WheelBuilder, SdistBuilder))
    return Path(wheel), Path(sdist)


def test_two_builds_are_the_same_bytes_years_apart_and_beside_what_a_developers_tree_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    stray = tmp_path / "two" / ".venv-newest" / "LC_MESSAGES" / "other.mo"
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"not ours")
    first, second = built(tmp_path / "one", "2026-07-06T01:30:00Z"), built(tmp_path / "two", "2031-01-02T03:04:00Z")
    for one, other in zip(first, second, strict=True):
        assert one.name == other.name
        assert one.read_bytes() == other.read_bytes(), one.name
    wheel, sdist = second
    with zipfile.ZipFile(wheel) as archive:
        assert "officecli/locale/zh/LC_MESSAGES/officecli.mo" in archive.namelist()
    with tarfile.open(sdist) as archive:
        assert [name for name in archive.getnames() if name.endswith(".mo")] == []


def test_the_time_of_the_source_is_the_one_time_a_build_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782000000")
    wheel, _sdist = built(tmp_path / "one", "2031-01-02T03:04:00Z")
    with zipfile.ZipFile(wheel) as archive:
        assert b"2026-06-21" in archive.read("officecli/locale/zh/LC_MESSAGES/officecli.mo")
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 6, 21)}
