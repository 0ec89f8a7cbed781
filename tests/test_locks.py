"""What locks/ pins is what pyproject.toml asks for, by name, version and hash alone: no index has a say in it."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from stage.places import ROOT

LOCKS = ROOT / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HASH = re.compile(r" --hash=sha256:[0-9a-f]{64}(?= |$)")


def group(name: str) -> list[Requirement]:
    """A dependency group with the groups it includes."""
    found: list[Requirement] = []
    entries: list[Any] = PROJECT["dependency-groups"][name]
    for entry in entries:
        found += [Requirement(entry)] if isinstance(entry, str) else group(entry["include-group"])
    return found


PROGRAM = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
EXTRAS = [Requirement(line) for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
ASKED = {"demo.txt": PROGRAM + group("build"), "dev.txt": PROGRAM + EXTRAS + group("dev"), "uv.txt": group("locks"), "look.txt": group("look")}


def entries(lock: str) -> list[str]:
    """The entries of a lock, each on one line with its hashes."""
    text = (LOCKS / lock).read_text(encoding="utf-8").replace("\\\n", "")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def pins(lock: str) -> dict[str, Requirement]:
    """What a lock pins, by name."""
    found = [Requirement(HASH.sub("", entry)) for entry in entries(lock)]
    named: dict[str, Requirement] = {canonicalize_name(pin.name): pin for pin in found}
    assert len(named) == len(found), "a name is pinned twice"
    return named


@pytest.mark.parametrize(("lock", "wanted"), [(lock, wanted) for lock, asked in ASKED.items() for wanted in asked], ids=str)
def test_every_requirement_is_pinned_to_a_version_it_allows_wherever_it_is_wanted(lock: str, wanted: Requirement) -> None:
    pin = pins(lock).get(canonicalize_name(wanted.name))
    assert pin, f"{wanted.name} is not pinned in locks/{lock}; run `make locks`"
    version = str(pin.specifier).removeprefix("==")
    assert wanted.specifier.contains(version), f"locks/{lock} pins {pin}, but pyproject.toml says {wanted}; run `make locks`"
    assert not pin.marker or str(pin.marker) == str(wanted.marker), f"locks/{lock} pins {pin} for fewer machines than pyproject.toml says: {wanted}"


@pytest.mark.parametrize("lock", ASKED)
def test_an_entry_is_one_version_and_its_hashes_and_nothing_else(lock: str) -> None:
    for entry in entries(lock):
        assert HASH.search(entry), f"no hash: {entry}"
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][\w.+!]*( ; [^@/]+)?", HASH.sub("", entry)), entry


def test_no_lock_and_no_setting_of_the_project_names_an_index() -> None:
    for file in (*LOCKS.iterdir(), ROOT / "pyproject.toml", ROOT / "Makefile"):
        assert not re.search(r"://|--(extra-)?index-url|--find-links|--default-index", file.read_text(encoding="utf-8")), file.name


def test_what_the_program_runs_with_is_what_it_is_tested_with() -> None:
    tested = pins("dev.txt")
    assert {name: str(pin) for name, pin in pins("demo.txt").items()} == {name: str(tested[name]) for name in pins("demo.txt")}


def test_the_build_group_is_what_the_build_asks_for() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


def test_the_tools_of_developers_are_no_business_of_those_who_install_the_program() -> None:
    assert set(PROJECT["project"]["optional-dependencies"]) == {"postgresql"}
