"""The copy of the base office that tests share on PostgreSQL is as it was before each of them."""

from __future__ import annotations

import psycopg

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
