"""The copy of the base office that tests share on PostgreSQL is as it was before each of them."""

from __future__ import annotations

import psycopg

from officecli.store.place import place
from officecli.store.read import serving
from stage import postgresql

ROWS = "SELECT (SELECT array_agg(p::text ORDER BY id) FROM person p), (SELECT count(*) FROM trail), (SELECT count(*) FROM calendar_day)"


def test_rows_are_put_back_however_they_were_changed(postgresql_copy: postgresql.Copy) -> None:
    url = postgresql_copy.fresh()
    with psycopg.connect(url, autocommit=True) as hand:
        before = hand.execute(ROWS).fetchone()
        hand.execute("UPDATE person SET login = 'somebody' WHERE id = (SELECT MAX(id) FROM person)")
        hand.execute("DELETE FROM calendar_day WHERE date > '2040-01-01'")
        hand.execute("INSERT INTO refusal_log (at, verb, codes) VALUES ('2026', 'add', 'R101')")
    assert postgresql_copy.fresh() == url
    with psycopg.connect(url) as hand:
        assert hand.execute(ROWS).fetchone() == before
        assert hand.execute("INSERT INTO refusal_log (at, verb, codes) VALUES ('2026', 'add', 'R101') RETURNING id").fetchone() == (1,)


def test_another_structure_costs_a_new_copy(postgresql_copy: postgresql.Copy) -> None:
    url = postgresql_copy.fresh()
    with psycopg.connect(url, autocommit=True) as hand:
        hand.execute("ALTER TABLE trail DISABLE TRIGGER trail_is_in_order")
    assert postgresql_copy.fresh() != url


def test_a_lent_connection_brings_nothing_along(postgresql_url: str) -> None:
    where = place(postgresql_url)
    first = serving.connect_postgresql(where)
    first.read_only = True
    first.execute("SET lock_timeout = '7s'")
    first.commit()
    first.execute("SELECT 1")
    first.close()
    first.close()
    again, another = serving.connect_postgresql(where), serving.connect_postgresql(where)
    assert again is first
    assert another is not first
    assert again.execute("SHOW lock_timeout").fetchone() == ("0",)
    again.execute("CREATE TABLE mine (id INTEGER)")
    again.close()
    assert another.execute("SELECT to_regclass('mine')").fetchone() == (None,)
    another.close()
