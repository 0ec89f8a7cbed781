"""The harness: each test has a home, an office clock and a language of its own, and stores on both engines."""

from __future__ import annotations

import gc
import multiprocessing.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from officecli import clock, i18n
from stage import desk, faultless_office, kept, lent_connections, lent_files, postgresql, run_folder

WITHOUT_POSTGRESQL = "PostgreSQL is missing: "
MISSING_HERE = "Missing here: "
"""How the reason of a skip begins that is to be seen: a program of others is not on this machine."""
TESTS = Path(__file__).parent
WORLD = {"LANG": "en_US.UTF-8", "LANGUAGE": "en", "TERM": "dumb", "COLUMNS": "120", "TZ": "UTC"}
HOME, ON_DISK, WATCH = pytest.StashKey[Path](), pytest.StashKey[Path](), pytest.StashKey[subprocess.Popen[bytes]]()


# One folder a run, with one PostgreSQL server in it: the controlling process makes and clears it; the first test that asks starts the server.


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", None)
    home, on_disk = (Path(worker[key]) for key in ("home", "on_disk")) if worker else (run_folder.make(), run_folder.make_on_disk())
    config.stash[HOME], config.stash[ON_DISK] = home, on_disk
    if not worker:
        config.stash[WATCH] = run_folder.watch(home, on_disk)
        home.chmod(0o755)  # the server may be another account's
        on_disk.chmod(0o755)  # as are some who share a store
    os.environ["TMPDIR"] = tempfile.tempdir = str(home)
    settings.register_profile("suite", deadline=None)  # a machine has other work
    settings.load_profile("suite")
    kept.keep()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What builds, and runs copies of the source, goes first: each takes many seconds, in which at the end the other workers would have nothing to do."""
    items.sort(key=lambda item: item.path.parent != TESTS)


def pytest_collection_finish() -> None:
    gc.freeze()  # what is there now stays: modules, tests, cases
    gc.set_threshold(50_000)  # as the program does


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whoever asks for a store is asked once on each engine; who is marked so, on SQLite alone; who names engines, on those."""
    engines = ["sqlite"] if metafunc.definition.get_closest_marker("on_sqlite") else ["sqlite", "postgresql"]
    chosen = " ".join(str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize"))
    for url in ("store_url", "office_url"):
        if url in metafunc.fixturenames and url not in chosen:
            metafunc.parametrize(url, engines, indirect=True)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput |= {"home": str(node.config.stash[HOME]), "on_disk": str(node.config.stash[ON_DISK])}


def pytest_unconfigure(config: pytest.Config) -> None:
    lent_connections.forget_all()
    multiprocessing.util._run_finalizers()  # type: ignore[attr-defined]  # the folder of its sockets lies in the run's, which goes now
    if WATCH in config.stash:
        config.stash[WATCH].communicate()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if WITHOUT_POSTGRESQL in str(report.longrepr)]
    if skipped:
        reason = str(skipped[0].longrepr[2]).partition(WITHOUT_POSTGRESQL)[2]
        terminalreporter.section("PostgreSQL tests SKIPPED", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} tests on PostgreSQL did not run: {reason}")
    for reason in sorted({str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if MISSING_HERE in str(report.longrepr)}):
        terminalreporter.section("Tests SKIPPED", sep="!", red=True, bold=True)
        terminalreporter.line(reason)


@pytest.fixture(scope="session")
def postgresql_server(pytestconfig: pytest.Config) -> str:
    """The URL of the run's PostgreSQL server, as its superuser. Without one tests skip, and fail where CI is set."""
    try:
        return postgresql.start(pytestconfig.stash[HOME])
    except postgresql.NoServerError as error:
        if os.environ.get("CI"):
            pytest.fail(f"{WITHOUT_POSTGRESQL}{error}", pytrace=False)
        pytest.skip(f"{WITHOUT_POSTGRESQL}{error}")


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own; on a disk, if it is marked so."""
    if not request.node.get_closest_marker("disk"):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=request.config.stash[ON_DISK]) as folder:
        yield Path(folder)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite store that does not exist yet."""
    return f"sqlite:///{tmp_path / 'office.db'}"


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of a fresh, empty PostgreSQL database."""
    with postgresql.database(postgresql_server) as url:
        yield url


@pytest.fixture
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of a place for a store, empty yet; each test that asks for it runs once on each engine."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(autouse=True)
def _own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of the person who runs the tests shows, nor of the test before: no settings, no store, no language, no width of the terminal.

    One fixture for all of it: each costs every test anew.
    """
    for name in [name for name in os.environ if name.startswith(("OFFICECLI_", "XDG_", "LC_", "PG")) and name != "OFFICECLI_WRITER"]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name, value in WORLD.items():
        monkeypatch.setenv(name, value)
    i18n.use("en")
    yield
    i18n.use("en")
    lent_files.forget_all(but=str(desk.desk()))


@pytest.fixture
def at() -> Iterator[Callable[[str], None]]:
    """Set the office clock: `at("2026-11-23T08:30")`, UTC if no zone is said; the real time comes back after the test."""

    def live_at(moment: str) -> None:
        then = datetime.fromisoformat(moment)
        clock.pretend(then if then.tzinfo else then.replace(tzinfo=UTC))

    yield live_at
    clock.pretend(None)


FOUNDED = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base office in a SQLite file."""
    file = tmp_path_factory.mktemp("base") / "office.db"
    _make(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_base(postgresql_server: str) -> Iterator[str]:
    """The name of a PostgreSQL database that holds the base office."""
    with postgresql.database(postgresql_server) as url:
        _make(url)
        yield postgresql.name_of(url)


@pytest.fixture(scope="session")
def postgresql_copy(postgresql_server: str, postgresql_base: str) -> Iterator[postgresql.Copy]:
    """A copy of the base office in PostgreSQL, for one test after the other."""
    copy = postgresql.Copy(postgresql_server, postgresql_base)
    yield copy
    copy.drop()


@pytest.fixture
def office_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a copy of the base office, on each engine in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_office")
    else:
        yield request.getfixturevalue("postgresql_copy").fresh()


@pytest.fixture
def sqlite_office(request: pytest.FixtureRequest, sqlite_base: Path, tmp_path: Path) -> str:
    """The URL of a copy of the base office in a SQLite file, on the desk."""
    if request.node.get_closest_marker("disk"):
        return f"sqlite:///{shutil.copy(sqlite_base, tmp_path / 'office.db')}"
    return desk.put(sqlite_base)


def _make(url: str) -> None:
    clock.pretend(FOUNDED)
    try:
        faultless_office.make(url)
    finally:
        clock.pretend(None)
