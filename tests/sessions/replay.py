"""Whole sessions as readable transcripts: `$ officecli …`, what a person sees, `[exit N]` where it is not 0.

`# at MOMENT` sets the clock, `# in FOLDER` copies the files of an example into the folder the session works in, `# on a terminal` or
`# through a pipe` or `# from cron` says who looks on, `# types TEXT` how the next command is answered where it asks
(nothing: only Enter). Any other line that begins with `# ` is a remark. A line that ends in `\\` goes on in the next.
"""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import re
import select
import shlex
import shutil
import struct
import termios
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sessions.sitting import sit_at
from stage import every_module
from stage.places import ROOT

BRANCHES = multiprocessing.get_context("forkserver")
"""Each command is a process of its own, branched off one that has loaded the whole program and what it lives on; none of that knows a language."""
BRANCHES.set_forkserver_preload(["chinese_calendar", "holidays.countries", "rich.table", "sqlalchemy.dialects.sqlite", *every_module.names()])

ROWS, COLUMNS = 40, 80


@dataclass(frozen=True, slots=True)
class Step:
    """A remark, or a command with what it showed; both as the lines of the transcript."""

    said: str
    shown: str = ""

    def __str__(self) -> str:
        return "\n".join(filter(None, (self.said, self.shown)))


@dataclass(slots=True)
class Terminal:
    """Where a session goes on: the folder, the environment, and whether somebody sits at a terminal."""

    folder: Path
    environment: dict[str, str]
    piped: bool = False
    hidden: dict[str, str] = field(default_factory=dict)
    typed: str | None = None

    def obey(self, remark: str) -> None:
        """Do what a remark says, if it says anything to us."""
        match remark.removeprefix("# ").split():
            case ["at", moment]:
                self.environment["OFFICECLI_NOW"] = moment
            case ["in", example]:
                shutil.copytree(ROOT / example, self.folder, dirs_exist_ok=True)
            case ["through", "a", "pipe"]:
                self.piped = True
            case ["from", "cron"]:
                self.piped = True
                del self.environment["TERM"]
            case ["types", *words]:
                self.typed = " ".join(words)

    def run(self, command: str) -> str:
        """What one command line showed, with its exit code where that is not 0."""
        program, *words = shlex.split(command.replace("\\\n", " "))
        assert program == "officecli", command
        typed, self.typed = self.typed, None
        shown, code = (through_a_pipe if self.piped else partial(on_a_terminal, typed=typed))(words, self.folder, self.environment)
        assert "Traceback" not in shown, shown
        lines = [line.rstrip() for line in self._settled(shown).rstrip().splitlines()]
        return "\n".join([*lines, *([f"[exit {code}]"] if code else [])])

    def _settled(self, shown: str) -> str:
        """Without what differs from machine to machine: the folder, and the trail's hashes, for the uid is in it."""
        return re.sub(r"\b(\d+):[0-9a-f]{16,64}\b", r"\1:…", shown.replace(str(self.folder), "~"))


def at_work(folder: Path, *, chinese: bool) -> Terminal:
    """A terminal in a new folder of this one, in a locale in English or with officecli in Chinese."""
    (folder / "office").mkdir()
    environment = {
        "HOME": str(folder),
        "PAGER": "",
        "PATH": os.environ["PATH"],
        "LANG": "en_US.UTF-8",
        "NO_COLOR": "1",
        "OFFICECLI_DB": "office.db",
        "TERM": "xterm",
        "TZ": "UTC",
        **({"OFFICECLI_LANG": "zh"} if chinese else {}),
    }
    return Terminal(folder / "office", environment)


def steps(transcript: str) -> list[Step]:
    """A transcript taken apart."""
    blocks = re.split(r"\n\n?(?=[$#] )", transcript.strip())
    return [_step(block) for block in blocks]


def _step(block: str) -> Step:
    if block.startswith("# "):
        return Step(block)
    command, _end, shown = re.sub(r"\\\n", "\\\\\0", block).partition("\n")
    return Step(command.replace("\0", "\n"), shown)


def replayed(transcript: str, terminal: Terminal) -> str:
    """The transcript as it comes out now."""
    done: list[Step] = []
    for step in steps(transcript):
        if step.said.startswith("# "):
            terminal.obey(step.said)
            done.append(step)
        else:
            done.append(Step(step.said, terminal.run(step.said.removeprefix("$ "))))
    return "\n\n".join(map(str, done)) + "\n"


def on_a_terminal(words: list[str], folder: Path, environment: dict[str, str], typed: str | None = None) -> tuple[str, int]:
    """What a command shows on a terminal of 80 by 40, and its exit code; `typed` is what it is answered where it asks."""
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    program = BRANCHES.Process(target=sit_at, args=(words, os.ttyname(its), folder, environment))
    program.start()
    shown = b""
    while program.is_alive() or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.01)[0]:
            shown += os.read(ours, 65_536)
        elif typed is not None and shown.endswith((b": ", "：".encode())):
            os.write(ours, f"{typed}\n".encode())
            typed = None
    os.close(its)
    os.close(ours)
    return _as_seen(shown.decode()), program.exitcode or 0


def through_a_pipe(words: list[str], folder: Path, environment: dict[str, str]) -> tuple[str, int]:
    """What a command writes where nobody looks on, errors among it, and its exit code."""
    output = folder.parent / "output"
    output.write_bytes(b"")
    typed = BRANCHES.Process(target=sit_at, args=(words, str(output), folder, environment))
    typed.start()
    typed.join()
    return output.read_text(encoding="utf-8"), typed.exitcode or 0


def _as_seen(shown: str) -> str:
    """Lines as they stand in the end: what was written over is gone, and so are the terminal's own commands."""
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", re.sub(r"\r+\n", "\n", shown))
    return "\n".join(line.rpartition("\r")[2] for line in plain.split("\n"))
