"""Commands start fast: the packages that declare the tables, a third of a second of them, are never imported; help opens no database."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import platformdirs
import pytest

from officecli import personal
from officecli.cli.main import run
from stage.places import CLERKS_OFFICE

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "jinja2", "docx", "xlsxwriter", "icalendar")
DRIVERS = ("sqlite3", "psycopg")

ASK = f"""
import sys
try:
    from officecli.__main__ import main
    main(sys.argv[1:])
finally:
    sys.stdout.flush()
    sys.stderr.write("imported: " + " ".join(name for name in {(*HEAVY, *DRIVERS)} if name in sys.modules))
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city clerk's office with one item."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    with pytest.MonkeyPatch.context() as world:
        world.setenv("OFFICECLI_DB", str(path))
        world.setenv("LANG", "en_US.UTF-8")
        for words in (["init"], ["setup", str(CLERKS_OFFICE)], ["add", "Index", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"]):
            assert run(words) == 0
    return path


def imported(store: Path, *words: str, **environment: str) -> set[str]:
    """Which of the packages we watch a run of the program has imported; the run must end well and print something."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, *words],
        env={**os.environ, "OFFICECLI_DB": str(store), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    said, _mark, names = done.stderr.partition("imported: ")
    assert done.stdout
    assert said == ""
    return set(names.split())


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--unit", "Records", "--format", "csv"),
        ("overdue",),
        ("show", "1"),
        ("digest",),
        ("check",),
        ("accountability",),
        ("history", "1"),
        ("rule", "R102"),
        ("report",),
        ("person", "list"),
        ("handbook", "--format", "md"),
    ],
    ids=" ".join,
)
def test_reading_imports_nothing_that_declares_tables(store: Path, words: tuple[str, ...]) -> None:
    assert imported(store, *words) <= set(DRIVERS) - {"psycopg"}


NO_DATES = """
import sys
from officecli.cli.main import run
sys.exit(run(sys.argv[1:]) or not {"officecli.typed.dates", "officecli.cli.meant.words_of_a_filter"}.isdisjoint(sys.modules))
"""


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "is:overdue", "lead:me"),
        ("list", "--as-of", "YESTERDAY"),
        ("today",),
        ("show", "1"),
        ("note", "1", "half way", "--as", "Walter Kim"),
        ("--help",),
        ("completion", "words", "--", "2", "officecli", "show", ""),
    ],
    ids=" ".join,
)
def test_what_reads_no_date_loads_no_grammar_of_dates_and_what_fits_nothing_of_what_else_may_be_meant(store: Path, words: tuple[str, ...]) -> None:
    yesterday = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}"
    line = [word.replace("YESTERDAY", yesterday) for word in words]
    subprocess.run([sys.executable, "-c", NO_DATES, *line], env={**os.environ, "OFFICECLI_DB": str(store)}, capture_output=True, check=True)


SLOW = ("typer", "typing", "gettext", "rich.cells", "decimal", "dataclasses")
"""What a look can do without: the libraries of the command line, and of the standard library what takes long to load."""

EXACT = ("target list", "trend")
"""What shows exact numbers, and so loads decimals."""

PLAINLY = f"""
import sys
from officecli.cli.main import run
code = run(sys.argv[1:])
print(*[name for name in {SLOW} if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    "line",
    [
        *(
            "list",
            "list is:overdue",
            "list index",
            "list --unit Records -f csv",
            "overdue",
            "today",
            "digest --for 'Walter Kim'",
            "show 1",
            "history 1",
            "ledger --format csv",
            "list --as-of 2026-07-01",
            "plan 'Walter Kim'",
            "check --severity refuse",
            "refusals R102",
            "check --rule A404",
            "may 'Walter Kim'",
            "rule R102",
            "person list",
            "waiver list --all",
            "duty list --unit Records",
            "procedure list",
            "view list",
            "--lang zh list",
            *EXACT,
        ),
        "completion words -- 1 officecli ov",
        "completion words -- 2 officecli show ind",
        "completion words -- 2 officecli list is:",
    ],
)
def test_a_plain_line_waits_for_nothing_that_it_can_do_without(store: Path, line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAINLY, *shlex.split(line)],
        env={**os.environ, "OFFICECLI_DB": str(store)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (0, "decimal" if line in EXACT else "")


NO_REPORT = """
import sys
from officecli.cli.main import run
sys.exit(run(sys.argv[1:]) or "officecli.cli.report_asked" in sys.modules)
"""


@pytest.mark.parametrize(
    "words", [("note", "1", "half way", "--as", "Walter Kim"), ("show", "1"), ("completion", "words", "--", "1", "officecli", "ov")], ids=" ".join
)
def test_what_is_no_report_loads_nothing_of_reports(store: Path, words: tuple[str, ...]) -> None:
    subprocess.run([sys.executable, "-c", NO_REPORT, *words], env={**os.environ, "OFFICECLI_DB": str(store)}, capture_output=True, check=True)


LIGHT = """
import re, sys
from officecli.cli.main import run
code = run(sys.argv[1:])
ours = {name: module for name, module in sys.modules.items() if name.startswith("officecli")}
kept = [(f"{name}.{key}", one) for name, module in ours.items() for key, one in vars(module).items()]
found = [f"{name} is compiled as it is loaded; see officecli.patterns" for name, one in kept if isinstance(one, re.Pattern)]
found += [f"{name} is compiled as it is loaded; see officecli.light" for name, one in kept if isinstance(vars(one).get("__dataclass_fields__") if isinstance(one, type) else None, dict)]
sys.exit("\\n".join(found) or code)
"""


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("today",),
        ("show", "1"),
        ("digest",),
        ("check",),
        ("add", "Register", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"),
        ("note", "1", "half way", "--as", "Walter Kim"),
        ("edit", "1", "--goal", "all of it", "--as", "Angela Dupree"),
    ],
    ids=" ".join,
)
def test_what_is_done_all_day_compiles_nothing_as_it_is_loaded(store: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *words], env={**os.environ, "OFFICECLI_DB": str(store)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("folder", [None, "", " ", "/srv/data", "relative"])
def test_the_usual_store_is_where_platformdirs_would_have_it(monkeypatch: pytest.MonkeyPatch, folder: str | None) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if folder is not None:
        monkeypatch.setenv("XDG_DATA_HOME", folder)
    usual = str(Path(platformdirs.user_data_dir("officecli", appauthor=False)) / "office.db")
    assert personal.default_store() == usual
    monkeypatch.setattr("sys.platform", "darwin")
    assert personal.default_store() == usual


def test_completion_imports_nothing_that_declares_tables(store: Path) -> None:
    assert imported(store, "completion", "words", "--", "2", "officecli", "show", "") <= {"sqlite3"}


@pytest.mark.parametrize("words", [("--help",), ("add", "--help"), ("overdue", "-h"), ("--version",)], ids=" ".join)
def test_help_opens_no_database(store: Path, words: tuple[str, ...]) -> None:
    assert imported(store, *words, LANG="en_US.UTF-8", LC_ALL="en_US.UTF-8") == set()


WRITE = f"""
import json, sys
from officecli.cli.main import run
for words in json.loads(sys.argv[1]):
    if run(words):
        sys.exit("went wrong: " + " ".join(words))
    if found := [name for name in {HEAVY} if name in sys.modules]:
        sys.exit(" ".join(words) + " imported " + ", ".join(found))
"""


def test_writing_does_without_what_declares_the_tables(store: Path, tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").write_text("Matter,Lead,Deadline,Progress\nIndex anew,Walter Kim,2056-01-03,under way\n")
    chief, clerk = ["--as", "Angela Dupree"], ["--as", "Walter Kim"]
    lines = [
        ["add", "Another", "--lead", "Walter Kim", "--due", "+3wd", "--hours", "2", *chief],
        ["ack", "2", *clerk],
        ["note", "2", "half way", "--progress", "50", *clerk],
        ["extend", "2", "--to", "+2wd", "--reason", "more to read", *clerk],
        ["grant", "2", *chief],
        ["submit", "2", "--result", "an index", *clerk],
        ["close", "2", *chief],
        ["edit", "1", "--title", "Index of minutes", *chief],
        ["cancel", "1", "--reason", "not needed", *chief],
        ["undo", *chief],
        ["import", str(tmp_path / "ledger.csv"), *chief],
        ["setup", str(CLERKS_OFFICE), *chief],
    ]
    done = subprocess.run(
        [sys.executable, "-c", WRITE, json.dumps(lines)],
        env={**os.environ, "OFFICECLI_DB": str(store)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_test_sees_what_is_imported(store: Path) -> None:
    assert {"sqlmodel", "sqlalchemy", "pydantic"} <= imported(
        store, "add", "One more", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree", OFFICECLI_WRITER="sqlmodel"
    )


STOPPED_WHILE_LOADING = """
import sys

class Impatient:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "officecli.cli.session":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Impatient)
from officecli.__main__ import main
main(["list"])
"""


def test_ctrl_c_while_the_program_is_still_loaded_is_answered_in_one_line() -> None:
    done = subprocess.run([sys.executable, "-c", STOPPED_WHILE_LOADING], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


AUDITS = """
import sys
from officecli.cli.main import run
code = run(sys.argv[1:])
sys.exit(code or " ".join(name for name in ("officecli.rules.norms", "officecli.rules.deadlines.dormant", "officecli.formats.paper") if name in sys.modules) or 0)
"""


def test_a_write_waits_for_no_rule_that_judges_no_write(store: Path) -> None:
    words = ("note", "1", "nearly done", "--as", "Walter Kim")
    subprocess.run([sys.executable, "-c", AUDITS, *words], env={**os.environ, "OFFICECLI_DB": str(store)}, capture_output=True, check=True)
