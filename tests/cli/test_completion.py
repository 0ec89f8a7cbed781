"""TAB: what is offered for every place of a line, and whole commands typed by TAB in real shells, which then run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pexpect
import pytest

from officecli.cli import catalogue, completing_numbers, main, plain_line, session
from officecli.cli.completion_scripts import SCRIPTS
from stage.small_office import Office

BIN = Path(sys.executable).parent


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Office:
    at("2026-07-06T02:00")
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office.removeprefix("sqlite:///"))
    found = Office(sqlite_office, at)
    found.done("孙丽", "person leave 赵敏 --yes")
    found.done("孙丽", "person add 'Ana Vidal' --post 秘书科办事员")
    found.done("吴芳", "add '核对 台账' --lead 陈静 --due 8-31")
    return found


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("li", ["list"]),
        ("list --person 陈", ["陈静"]),
        ("list --person cj", ["陈静"]),
        ("list --person vid", ["Ana Vidal"]),
        ("list --person = an", ["Ana Vidal"]),
        ('list --person "Ana V', ["Ana Vidal"]),
        ("add x --lead Ana\\ V", ["Ana Vidal"]),
        ("show 2026", ["2026-001"]),
        ("show 001", ["2026-001"]),
        ("show 核对", ["2026-001"]),
        ("edit 1 --due tod", ["today"]),
        ("extend 1 -t +5", ["+5wd"]),
        ("person show vid", ["Ana Vidal"]),
        ("unit show 督", ["督查室"]),
        ("digest --for 督", ["督查室"]),
        ("digest --for off", ["office"]),
        ("show 1 --fo", ["--format"]),
        ("list --urgency u", ["urgent"]),
        ("list --format js", ["json"]),
        ("list -u 秘书", ["秘书科"]),
        ("rule R101", ["R101"]),
        ("list --as vid", ["Ana Vidal"]),
        ("list lead:an", ["lead:Ana"]),
        ("list lead:vid", ['lead:"Ana Vidal"']),
        ("post show 秘书科/秘书科办", ["秘书科/秘书科办事员"]),
        ("target list --period 2026-0", [f"2026-0{month}" for month in (7, 6, 5, 4, 3, 2, 1)]),
        ("list --lang z", ["zh"]),
        ("body s", ["show", "set"]),
        ("nothing at", []),
        ("--db no/office.db list --person 陈", []),
        ("list --unit 秘书科 --unit 督", ["督查室"]),
        ("list --sort du", ["due"]),
        ("list --sort lead,or", ["lead,originator", "lead,ordered_by", "lead,original_due"]),
        ("list --columns lab", ["labels"]),
        ("list --sort lab", []),
    ],
)
def test_what_is_offered(office: Office, line: str, offered: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    words = ["officecli", *line.replace("Ana V", "Ana\0V").replace("\\\0", "\\ ").split(" ")]
    words = [word.replace("\0", " ") for word in words] if "\\ " not in line else ["officecli", "add", "x", "--lead", "Ana\\ V"]
    assert main.run(["completion", "words", "--", str(len(words) - 1), *words]) == 0
    assert [one.partition("\t")[0] for one in capsys.readouterr().out.splitlines()] == offered


PLAINLY = (
    "fol",
    "show 2026",
    "show 核对",
    "list lead:an",
    "list is:",
    "list @",
    "history 1",
    "person show vid",
    "unit show ",
    "rule R10",
    "digest is:o",
)


@pytest.mark.parametrize("line", PLAINLY)
def test_what_is_offered_without_typer_is_what_typer_offers(
    office: Office, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["completion", "words", "--", str(line.count(" ") + 1), "officecli", *line.split(" ")]
    session.take_globals([])
    plainly = plain_line.shown_plainly(asked)
    offered = capsys.readouterr().out
    monkeypatch.setattr(plain_line, "_offered", lambda _typed, _word: False)
    assert main.run(asked) == 0
    assert (offered or None, capsys.readouterr().out) == (offered if plainly == 0 else None, offered)


def test_what_is_offered_to_sort_by_sorts(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    refused, offers = [], 0
    for name in catalogue.reports():
        assert main.run(["completion", "words", "--", "3", "officecli", name, "--sort", ""]) == 0
        takes = import_module(catalogue.module_of(name)).TAKES
        keys = [] if "sort" in takes.without or takes.numbers else [line.partition("\t")[0] for line in capsys.readouterr().out.splitlines()]
        offers += len(keys)
        refused += [(name, key) for key in keys if "sorted by" in office.type("孙丽", f"{name} --sort {key} --limit 1")]
        capsys.readouterr()

    assert (refused, offers > 100) == ([], True)


def test_the_store_is_opened_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    read = session.Session.read

    def counted(self: session.Session) -> Any:
        opened.append(self)
        return read(self)

    monkeypatch.setattr(session.Session, "read", counted)
    session.current = session.Session(db=office.url)
    assert completing_numbers.numbers("2026")
    assert len(opened) == 1


def test_a_shell_there_is_none_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["completion", "tcsh"]) == 2
    assert "It takes one of: bash, zsh, fish, powershell." in capsys.readouterr().err


def test_digits_are_a_serial_and_never_become_another_number(office: Office) -> None:
    """A shell puts what those offered have in common in place of the word: 2026-0 of a 6 was no 6."""
    for number in range(2, 13):
        office.done("吴芳", f"add 件{number} --lead 陈静 --due 8-31")
    offered = {typed: [str(value) for value, _said in completing_numbers.numbers(typed)] for typed in ("6", "1", "01", "2026-01", "9", "20", "0")}
    assert offered["6"] == ["2026-006"]
    assert offered["1"] == ["12", "11", "10", "1"]
    assert offered["01"] == ["012", "011", "010"]
    assert offered["2026-01"] == ["2026-012", "2026-011", "2026-010"]
    assert len(offered["20"]) == 12, "there is no item 20: a year may begin so"
    assert all(one.startswith("0") for one in offered["0"])
    office.done("陈静", "note 1 已核")
    office.done("吴芳", "target add 信息 --post 督查科员 --class efficiency-quality --goal 95% --weight 20 --period year")
    assert [str(value) for value, _said in completing_numbers.targets("1")] == ["T-001"]


def run_in(shell: str, home: Path) -> pexpect.spawn[str]:
    """An interactive shell that has read its script, with a prompt of its own."""
    script = home / f"completion.{shell}"
    script.write_text(SCRIPTS[shell], encoding="utf-8")
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(home), "TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    environment |= {"OFFICECLI_NOW": "2026-07-06T02:00", "OFFICECLI_LANG": "en"}
    arguments = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"], "fish": ["--no-config", "-i"]}[shell]
    child: pexpect.spawn[str] = pexpect.spawn(
        shutil.which(shell) or shell, arguments, env=environment, encoding="utf-8", timeout=60, dimensions=(50, 200)
    )
    prompt = {
        "bash": "PS1='READY> '",
        "zsh": "PS1='READY> '; unsetopt zle_bracketed_paste 2>/dev/null",
        "fish": "function fish_prompt; echo 'READY> '; end",
    }[shell]
    child.sendline(f"{prompt}; source {script}; echo SOURCED")
    child.expect("SOURCED\r?\n")
    child.expect("READY> ")
    return child


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_command_typed_by_tab_runs(office: Office, shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    typing = run_in(shell, tmp_path)
    typing.send("officecli add Lifts --lead Ana\t")
    typing.expect("Vidal")
    typing.send(" --due 31\\ Aug --as 吴\t")
    typing.expect("芳")
    typing.send("\r")
    typing.expect("registered: Lifts; lead Ana Vidal")
    typing.expect("READY> ")
    typing.send("officecli list lead:陈\t")
    typing.expect("静")
    typing.send(" is:ope\t")
    typing.expect("open")
    typing.send(" --columns number\r")
    typing.expect("Open items|Items")
    typing.expect("2026-001")
    typing.sendeof()
    typing.close()


def test_powershell_takes_its_script(tmp_path: Path) -> None:
    if not (pwsh := shutil.which("pwsh")):
        pytest.skip("pwsh is not installed")
    script = tmp_path / "completion.ps1"
    script.write_text(SCRIPTS["powershell"], encoding="utf-8")
    parse = f"$null = [ScriptBlock]::Create((Get-Content -Raw '{script}'))"
    subprocess.run([pwsh, "-NoProfile", "-Command", parse], check=True)
