"""Whoever writes sees the store as it was, too; on PostgreSQL over the one connection they hold, and for that they wait."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import quote

import psycopg
import pytest

from officecli.errors import BadInput, StorageTrouble
from officecli.model.items import Item
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read import serving
from officecli.store.read.reader import reading
from officecli.store.write.change import changing
from stage import by_row

HARD = "旧的 <b>&amp;</b> 100% :lo 'quoted' \"twice\" \\ \t\r\n ]]> \U0001f4ce"
ASKED = "SELECT id, title, hours, parent_id, version FROM item WHERE title = :title OR id BETWEEN :lo AND :hi ORDER BY title"
WAITING = "SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"


def test_what_was_there_before_is_seen_as_it_was(store_url: str) -> None:
    staged = by_row.office(store_url)
    item_id = staged.item(HARD, "张三", "2056-01-03", hours=2.5)
    asked = {"title": HARD, "lo": item_id, "hi": item_id}
    with reading(staged.place) as read:
        whole = read.rows("SELECT * FROM item"), read.rows("SELECT * FROM v_item"), read.settings, read.office
        there = read.rows(ASKED, asked)
    assert there[0]["title"] == HARD
    with staged.changing() as change:
        change.set(change.get(Item, item_id), "edit", title="新的", hours=None)
        with suppress(BadInput), change.part():
            change.set(change.get(Item, item_id), "edit", title="更新的")
            assert change.before.rows(ASKED, asked) == there
            raise BadInput("taken back")
        before = change.before
        assert change.read.value("SELECT title FROM item WHERE id = :id", id=item_id) == "新的"
        assert (before.rows("SELECT * FROM item"), before.rows("SELECT * FROM v_item"), before.settings, before.office) == whole
        assert before.rows(ASKED, asked) == there
        assert before.ids("SELECT parent_id AS id FROM item WHERE id = :id", id=item_id) == [None]
        assert before.rows("SELECT id FROM item WHERE title = :title", title="新的") == []
        assert before.value("SELECT SUM(version) FROM item") == there[0]["version"]
        assert not [row for row in (before.row("SELECT MAX(id) AS id FROM item WHERE id < 0") or {}).values() if row]


@pytest.fixture
def sparing(postgresql_url: str) -> Iterator[Place]:
    """The store of an office, for a role that the server gives one connection at a time."""
    staged = by_row.office(postgresql_url)
    staged.item("事项", "张三", "2056-01-03")
    role = f"one{uuid.uuid4().hex[:8]}"
    with psycopg.connect(postgresql_url, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {role} LOGIN CONNECTION LIMIT 1")
        owner.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}")
        yield place(postgresql_url.replace("//office@", f"//{role}@"))
        owner.execute(f"DROP OWNED BY {role}")
        owner.execute(f"DROP ROLE {role}")


def test_who_writes_holds_one_connection(sparing: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0)
    with changing(sparing) as change:
        item = change.get(Item, change.read.value("SELECT MAX(id) FROM item"))
        change.set(item, "edit", title="换了")
        assert change.before.value("SELECT title FROM item WHERE id = :id", id=item.id) == "事项"
        with pytest.raises(StorageTrouble, match=r"no connection free for 0 seconds: .*too many connections"), reading(sparing):
            pass


def test_one_waits_until_the_server_has_a_connection_free(sparing: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    held = psycopg.connect(sparing.url)

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            held.close()

    monkeypatch.setattr("time.sleep", wait)
    with reading(sparing) as read:
        assert read.value("SELECT COUNT(*) FROM item") == 1
    assert len(waited) >= 3
    assert max(waited) <= serving.LATEST


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("FATAL:  sorry, too many clients already", True),
        ("FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute", True),
        ('FATAL:  too many connections for database "office"', True),
        ("FATAL:  no more connections allowed (max_client_conn)", True),
        ("致命错误:  对不起, 已经有太多的客户端", True),
        ("致命错误:  已保留的连接位置为执行非复制请求的超级用户预留", True),
        ('FATAL:  database "office" does not exist', False),
        ("Connection refused", False),
    ],
)
def test_only_a_server_that_is_full_is_waited_for(said: str, full: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(url: str, **_more: object) -> None:
        asked.append(url)
        raise psycopg.OperationalError(said)

    monkeypatch.setattr(psycopg, "connect", refuse)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with pytest.raises(StorageTrouble, match="no connection free" if full else "cannot be reached"):
        serving.connect_postgresql(place("postgresql://office@/office"), patience=0.3)
    assert (len(asked) > 1) == full


def test_whatever_else_is_set_a_session_goes_by_ours(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else its encoding refuses a letter, its isolation whoever waited for the lock, its digits round, and its quotes make strangers of the guards."""
    monkeypatch.setenv("PGCLIENTENCODING", "GBK")
    theirs = {"default_transaction_isolation": "serializable", "extra_float_digits": "-5", "quote_all_identifiers": "on"}
    staged = by_row.office(f"{postgresql_url}&options={quote(' '.join(f'-c {name}={value}' for name, value in theirs.items()))}")
    hours = 2.3751234567891
    item_id = staged.item("图\U0001f4ce", "张三", "2056-01-03", hours=hours)
    with psycopg.connect(postgresql_url, autocommit=True) as looker, ThreadPoolExecutor(1) as another:
        with staged.changing() as change:
            waits = another.submit(staged.item, "他人", "张三", "2056-01-03")
            while not looker.execute(WAITING).fetchone() and not waits.done():
                pass
            change.set(change.get(Item, item_id), "edit", title="换了\U0001f4ce")
            assert change.before.rows("SELECT title, hours FROM item") == [{"title": "图\U0001f4ce", "hours": hours}]
        assert waits.result() > item_id
    with staged.reading() as read:
        assert read.value("SELECT hours FROM item WHERE title = :title", title="换了\U0001f4ce") == hours
        assert verify(read).faults == ()
