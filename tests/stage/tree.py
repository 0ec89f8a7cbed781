"""A copy of the program's source to add something to, and to run: shows what adding it takes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from babel.messages.mofile import read_mo, write_mo

from stage.places import ROOT

MONDAY = "2026-07-06T16:30"
"""Half past nine at the city clerk's office."""

_RUN = """
import contextlib, io, json, sys
from officecli.cli.main import run
found = []
for words in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(words)
    found.append((code, out.getvalue(), err.getvalue()))
print(json.dumps(found))
"""


class Outcome(NamedTuple):
    """What came of a command line: how it ended, what it printed, and what it warned of or refused."""

    code: int
    out: str
    err: str


class Tree:
    """The source in a folder of its own; `office` is where its store is kept, a copy of a founded one if one is given."""

    def __init__(self, folder: Path, founded: Path | None = None) -> None:
        self.source = folder / "src" / "officecli"
        self.office = folder / "office.db"
        shutil.copytree(ROOT / "src" / "officecli", self.source)  # compiled files too: they save a second a run
        if founded:
            shutil.copy(founded, self.office)

    def change(self, file: str, old: str, new: str) -> None:
        """Put `new` in place of `old`, which must stand once in the file (a path under the package)."""
        path = self.source / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Make a new file (a path under the package)."""
        path = self.source / file
        assert not path.exists(), f"{file} is there already; give the new file another name"
        path.write_text(text, encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Put `text` at the end of a file (a path under the package)."""
        with (self.source / file).open("a", encoding="utf-8") as end:
            end.write(text)

    def translate(self, words: Mapping[str, str]) -> None:
        """Say messages in Chinese too, as lines in zh.po would; straight into what is made of it, which takes a tenth of the time."""
        made = self.source / "locale" / "zh" / "LC_MESSAGES" / "officecli.mo"
        with made.open("rb") as mo:
            catalog = read_mo(mo)
        for message, said in words.items():
            assert message not in catalog, f"“{message}” is a message already; say it in other words"
            catalog.add(message, said)
        with made.open("wb") as mo:
            write_mo(mo, catalog)

    def type(self, *lines: Sequence[str], language: str = "en") -> list[Outcome]:
        """What comes of each command line, typed one after the other in one process."""
        world = {"OFFICECLI_DB": str(self.office), "OFFICECLI_LANG": language, "OFFICECLI_NOW": MONDAY}
        done = self._python("-c", _RUN, json.dumps(lines), **world)
        assert done.returncode == 0, done.stdout + done.stderr
        return [Outcome(*found) for found in json.loads(done.stdout)]

    def run(self, *lines: Sequence[str], language: str = "en") -> list[str]:
        """What each command line prints, typed one after the other in one process; all must end well."""
        outcomes = self.type(*lines, language=language)
        for words, outcome in zip(lines, outcomes, strict=True):
            assert outcome.code == 0, f"officecli {' '.join(words)}: {outcome}"
        return [outcome.out for outcome in outcomes]

    def judge(self, *tests: str) -> str:
        """What the project's own tests say of this copy; they must find something."""
        quietly = ("-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore")
        done = self._python("-m", "pytest", *quietly, *(str(ROOT / "tests" / test) for test in tests))
        assert done.returncode == 1, done.stdout + done.stderr
        return done.stdout

    def untranslated(self, part: str) -> str:
        """What the check of the messages says of this folder of the copy; it must find something. The others go: to read them all takes seconds."""
        for folder in self.source.iterdir():
            if folder.is_dir() and folder.name not in (part, "locale"):
                shutil.rmtree(folder)
        (self.source.parents[1] / "tools").mkdir()
        script = shutil.copy(ROOT / "tools" / "messages.py", self.source.parents[1] / "tools")
        done = self._python(str(script), "--check")
        assert done.returncode == 1, done.stdout + done.stderr
        return done.stdout

    def _python(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Python with this copy of the program."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(self.source.parent), "PYTHONUTF8": "1", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
