"""A copy of the program's source to add something to, and to run: shows what adding it takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.messages.mofile import read_mo, write_mo

from stage.places import ROOT

_RUN = """
import sys
from officecli.cli.main import run
for words in sys.argv[1:]:
    code = run(words.split("|"))
    sys.stdout.flush()
    print("=====", flush=True)
    if code:
        sys.exit(f"{words}: {code}")
"""


class Tree:
    """The source in a folder of its own; `office` is where its store is kept."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "src" / "officecli"
        self.office = folder / "office.db"
        shutil.copytree(ROOT / "src" / "officecli", self.source)  # compiled files too: they save a second a run

    def change(self, file: str, old: str, new: str) -> None:
        """Put `new` in place of `old`, which must stand once in the file (a path under the package)."""
        path = self.source / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Make a new file (a path under the package)."""
        (self.source / file).write_text(text, encoding="utf-8")

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

    def run(self, *lines: Sequence[str], language: str = "en") -> list[str]:
        """What each command line prints, run one after the other in one process; all must end well."""
        done = subprocess.run(
            [sys.executable, "-c", _RUN, *("|".join(words) for words in lines)],
            env={**os.environ, "PYTHONPATH": str(self.source.parent), "OFFICECLI_DB": str(self.office), "OFFICECLI_LANG": language},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.split("=====\n")[:-1]
