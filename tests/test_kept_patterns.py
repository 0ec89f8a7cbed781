"""What compiling patterns comes to is kept between commands: what is kept answers as what is compiled, and nothing that is wrong with it is a fault."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from officecli import kept_patterns
from officecli.kept_patterns import compile_pattern
from officecli.patterns import _Later
from stage.every_module import declared


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where they are kept now, with none there yet, in a program that may keep what it compiles, and keeps a single one."""
    found = tmp_path / "kept.patterns"
    monkeypatch.setattr(kept_patterns, "_place", lambda: str(found))
    monkeypatch.setattr(kept_patterns, "_FEW", 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_patterns, "atexit", type("", (), {"register": staticmethod(lambda _write: None)}))
    _begin_anew(monkeypatch)
    return found


def _begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the next command does."""
    monkeypatch.setattr(kept_patterns, "_kept", None)
    monkeypatch.setattr(kept_patterns, "_new", {})


def test_a_pattern_of_the_program_is_kept_as_it_is_compiled(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [one._written for one in declared(_Later)[::8]]
    for text, flags in ours:
        compile_pattern(text, flags)
    kept_patterns._write()
    assert place.exists()
    _begin_anew(monkeypatch)
    monkeypatch.setattr(kept_patterns, "_worked_out", None)  # nothing is compiled any more
    monkeypatch.setattr(re, "compile", None)
    kept = [compile_pattern(text, flags) for text, flags in ours]
    monkeypatch.undo()
    for (text, flags), one in zip(ours, kept, strict=True):
        at_once = re.compile(text, flags)
        assert one == at_once  # by flags, text and the very numbers
        assert (one.groups, one.groupindex) == (at_once.groups, at_once.groupindex)


def test_what_is_kept_finds_what_the_compiled_one_finds(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, said = r"(?P<who>[a-z]+)(?:-(?P<what>\d+))?|[\u3400-\u9fff]{2}", "Ana-7, bob; 办结 X"
    found = [(one.span(), one.groupdict(), one.lastgroup) for one in compile_pattern(text, re.IGNORECASE).finditer(said)]
    kept_patterns._write()
    _begin_anew(monkeypatch)
    assert [(one.span(), one.groupdict(), one.lastgroup) for one in compile_pattern(text, re.IGNORECASE).finditer(said)] == found
    assert not kept_patterns._new


@pytest.mark.parametrize("torn", [b"", b"[1]\n", b"no json\n", b'[["another Python"], []]\n', b"\xff\xfe\n"])
def test_a_file_that_is_torn_or_another_pythons_is_written_anew(place: Path, monkeypatch: pytest.MonkeyPatch, torn: bytes) -> None:
    place.write_bytes(torn)
    assert compile_pattern("a+b").fullmatch("aab")
    kept_patterns._write()
    _begin_anew(monkeypatch)
    assert compile_pattern("a+b").fullmatch("aab")
    assert not kept_patterns._new


def test_numbers_that_make_no_sense_are_not_taken(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_pattern("(a+)b")
    kept_patterns._write()
    told, _newline, numbers = place.read_bytes().partition(b"\n")
    for wrong in (numbers[:-3], b"\xff" * len(numbers), b""):
        place.write_bytes(told + b"\n" + wrong)
        _begin_anew(monkeypatch)
        assert compile_pattern("(a+)b").fullmatch("aab")
        assert list(kept_patterns._new) == [("(a+)b", 0)]


def test_what_others_kept_meanwhile_stays_and_what_is_too_much_goes(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("a", "b"):
        _begin_anew(monkeypatch)
        compile_pattern(text)
        kept_patterns._write()
    assert {text for text, _flags in kept_patterns._read()} == {"a", "b"}
    monkeypatch.setattr(kept_patterns, "_MOST", 2)
    _begin_anew(monkeypatch)
    compile_pattern("c")
    kept_patterns._write()
    assert {text for text, _flags in kept_patterns._read()} == {"c"}


def test_nothing_is_kept_where_python_may_keep_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_pattern("a")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept_patterns._write()
    assert not place.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_patterns, "_place", lambda: str(place / "no" / "folder"))
    kept_patterns._write()
    assert not place.exists()


def test_a_bad_pattern_is_told_as_ever(place: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        compile_pattern("(")
    assert not place.exists()


def test_a_command_keeps_what_it_compiled_and_the_next_compiles_none_of_it(tmp_path: Path) -> None:
    asks = "from officecli.patterns import compiled\nfor n in range(120): compiled('x{%d}(?:yes|no|perhaps so|[a-f0-9]+){2,5}[^,;]*?( and|, or)? z$' % (n + 1))\n"
    counts = "import officecli.kept_patterns as kept\nprint(len(kept._new))"
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    said = [subprocess.run([sys.executable, "-c", asks + counts], env=env, capture_output=True, text=True, check=True).stdout for _ in range(3)]
    assert int(said[0]) > 0
    assert [int(one) for one in said[1:]] == [0, 0]
    assert list(tmp_path.rglob("*.patterns"))
