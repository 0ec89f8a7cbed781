"""What people use instead: Taskwarrior, todoman and topydo, installed here, with as many tasks as an office has items."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import Command

BY_APT = {"task": "taskwarrior", "sqlite3": "sqlite3"}
"""Command → the package of Debian that has it."""
BY_PIP = {"todo": "todoman==4.7.0", "topydo": "topydo==0.16"}
OPEN = "20260801T090000Z"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool with its tasks: how one is added, and how they are listed."""

    name: str
    add: Command
    list: Command


def install(folder: Path) -> dict[str, Path]:
    """All of them, by command; ends the bench, and says why, where one cannot be had."""
    missing = [package for command, package in BY_APT.items() if not shutil.which(command)]
    if missing:
        _must(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *missing])
    own = folder / "peers"
    if not all((own / "bin" / command).exists() for command in BY_PIP):
        _must([sys.executable, "-m", "venv", "--clear", own])
        _must([own / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *BY_PIP.values()])
    return {**{command: Path(shutil.which(command) or command) for command in BY_APT}, **{command: own / "bin" / command for command in BY_PIP}}


def _must(command: Command) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        words = " ".join(map(str, command))
        message = f"The bench compares with other tools, and this one could not be installed:\n  {words}\n{done.stderr[-1500:]}"
        raise SystemExit(message)


def peers(folder: Path, installed: Mapping[str, Path], tasks: int) -> list[Peer]:
    """The three of them with so many open tasks each; made once, and kept."""
    return [_taskwarrior(folder / f"task-{tasks}", installed["task"], tasks), _todoman(folder / f"todo-{tasks}", installed["todo"], tasks),
            _topydo(folder / f"topydo-{tasks}", installed["topydo"], tasks)]  # fmt: skip


def _taskwarrior(folder: Path, program: Path, tasks: int) -> Peer:
    base: list[str | Path] = [program, f"rc:{folder / 'taskrc'}", "rc.confirmation=off"]
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "taskrc").write_text(f"data.location={folder / 'data'}\nhooks=off\nverbose=nothing\n", encoding="utf-8")
        every = [
            {"description": f"Matter number {n}", "entry": OPEN, "due": OPEN, "status": "pending", "uuid": str(uuid.uuid4())} for n in range(tasks)
        ]
        (folder / "tasks.json").write_text(json.dumps(every), encoding="utf-8")
        _must([*base, "import", folder / "tasks.json"])
        (folder / "made").touch()
    return Peer("Taskwarrior", [*base, "add", "One more", "due:tomorrow"], [*base, "limit:50", "list"])


def _todoman(folder: Path, program: Path, tasks: int) -> Peer:
    config = folder / "config.py"
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "lists" / "office").mkdir(parents=True)
        config.write_text(
            f'path = "{folder}/lists/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ndefault_list = "office"\ncache_path = "{folder}/cache.sqlite3"\n',
            encoding="utf-8",
        )
        for n in range(tasks):
            said = (
                f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:bench\r\nBEGIN:VTODO\r\nUID:{n}@bench\r\nDTSTAMP:{OPEN}\r\n"
                f"SUMMARY:Matter number {n}\r\nDUE:{OPEN}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
            )
            (folder / "lists" / "office" / f"{n}.ics").write_text(said, encoding="utf-8")
        _must([program, "--config", config, "list"])  # reads them all once, and remembers
        (folder / "made").touch()
    return Peer("todoman", [program, "--config", config, "new", "--list", "office", "One more"], [program, "--config", config, "list"])


def _topydo(folder: Path, program: Path, tasks: int) -> Peer:
    config = folder / "config"
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        config.write_text(f"[topydo]\nfilename = {folder}/todo.txt\narchive_filename = {folder}/done.txt\n", encoding="utf-8")
        (folder / "todo.txt").write_text("".join(f"2026-07-01 Matter number {n} due:2026-08-01\n" for n in range(tasks)), encoding="utf-8")
        (folder / "made").touch()
    return Peer("topydo", [program, "-c", config, "add", "One more"], [program, "-c", config, "ls", "-n", "50"])
