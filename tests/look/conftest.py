"""What the tests of looks look with: Chromium with axe-core, the Nu checker, LibreOffice; and the two example offices.

Only `make look` collects these. What is not there is skipped, and said at the end; see tools/look.py.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from officecli import clock, i18n
from officecli.cli import main
from officecli.cli.commands.office import demo
from stage.places import ROOT

TOOLS = Path(sys.prefix) / "look"
PICTURES = ROOT / "build" / "look"
"""Where the pictures lie that a person should look at."""

NOT_HAD = "not had for looking: "


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = {
        str(report.longrepr[2]).partition(NOT_HAD)[2] for report in terminalreporter.stats.get("skipped", []) if NOT_HAD in str(report.longrepr)
    }
    if skipped:
        terminalreporter.section("tests of looks SKIPPED", sep="!", red=True, bold=True)
        for why in sorted(skipped):
            terminalreporter.line(why)


def need(component: str, *there: Path | str | None) -> None:
    """Skip where a component is not there, with the reason that was noted when it was to be installed."""
    if all(one and Path(one).exists() for one in there):
        return
    noted = TOOLS / "missing.json"
    reasons = json.loads(noted.read_text(encoding="utf-8")) if noted.exists() else {}
    pytest.skip(f"{NOT_HAD}{component}: {reasons.get(component, 'run make look, which installs it')}")


@dataclass(frozen=True, slots=True)
class View:
    """A page as somebody sees it: `width` in pixels; `picture` names the file that is kept of it, "" for none; `judged` by axe-core, too, or only looked at."""

    file: Path
    width: int = 1280
    dark: bool = False
    print: bool = False
    picture: str = ""
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen: what axe-core finds wrong, by how many pixels the page is wider than its window, what it asked for,
    what the browser said, which links within it lead to nothing that then shows, and which chapters have nothing under their heading but what is folded away.
    """

    violations: list[str]
    sideways: int
    requests: list[str]
    said: list[str]
    hidden: list[str]
    bare: list[str]


Look = Callable[[Sequence[View]], list[Seen]]


@pytest.fixture(scope="session")
def look() -> Look:
    """Opens pages in Chromium, all of them in one."""
    chromium, node = shutil.which("chromium"), Path(sys.prefix) / "bin" / "node"
    need("chromium", chromium)
    need("node", node, TOOLS / "node_modules" / "puppeteer-core")
    PICTURES.mkdir(parents=True, exist_ok=True)

    def at(views: Sequence[View]) -> list[Seen]:
        asked = [asdict(view) | {"file": str(view.file), "picture": str(PICTURES / view.picture) if view.picture else ""} for view in views]
        command = [str(node), str(Path(__file__).parent / "browser.mjs"), str(TOOLS), str(chromium)]
        done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False, timeout=540)
        assert done.returncode == 0, done.stderr
        return [Seen(**one) for one in json.loads(done.stdout)]

    return at


@pytest.fixture(scope="session")
def checked() -> Callable[[Sequence[Path]], list[str]]:
    """What the Nu checker finds wrong in HTML files, errors and warnings alike."""
    java, jar = shutil.which("java"), TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    need("java", java)
    need("node", jar)

    def check(files: Sequence[Path]) -> list[str]:
        command = [str(java), "-Xss4m", "-jar", str(jar), "--format", "json", *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=540)
        messages = json.loads(done.stderr)["messages"]
        return [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')}" for one in messages]

    return check


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`convert(file, "csv")`: the file as LibreOffice saves it in another format, or in its own again ("xlsx"), in a folder of its own.

    `read_as` is the filter by which it is opened, where its window would ask for one. The format may have a filter
    of LibreOffice with it: `csv:Text - txt - csv (StarCalc):44,34,76`. One at a time: each worker has a profile.
    """
    soffice = shutil.which("soffice")
    need("soffice", soffice)
    profile = tmp_path_factory.mktemp("profile")

    def saved(file: Path, to: str, *, read_as: str = "") -> Path:
        folder = Path(tempfile.mkdtemp(dir=tmp_path_factory.getbasetemp()))
        command = [
            str(soffice),
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            *([f"--infilter={read_as}"] if read_as else []),
        ]
        for _start in range(2):  # right after it was installed its first start in a new profile may die of a signal
            done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False, timeout=120)
            made = next(folder.iterdir(), None)
            if made or "Signal" not in done.stderr:
                break
        assert made, done.stdout + done.stderr
        return made

    return saved


@dataclass(frozen=True, slots=True)
class ExampleOffice:
    """The office of `officecli demo`, kept, a month after its founding."""

    language: str
    store: Path
    moment: datetime

    def type(self, *words: str, expected: int = 0) -> None:
        """Run a command there as a person would."""
        i18n.use(self.language)
        clock.pretend(self.moment)
        try:
            assert main.run([*words, "--db", str(self.store), "--lang", self.language]) == expected, words
        finally:
            clock.pretend(None)
            i18n.use("en")


@pytest.fixture(scope="session", params=[pytest.param(language, marks=pytest.mark.xdist_group(language)) for language in ("en", "zh")])
def example_office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExampleOffice]:
    """Each of the two, made once; a test that changes it changes it for the others."""
    language = request.param
    folder = tmp_path_factory.mktemp(f"office-{language}")
    i18n.use(language)
    demo.run(folder)
    i18n.use("en")
    moment: Any = demo.EXAMPLES[language][3]
    yield ExampleOffice(language, folder / "office.db", moment + demo.A_MONTH)
    os.environ.pop("OFFICECLI_DB", None)
