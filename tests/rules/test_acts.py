"""Which entries of the trail are acts outside of their roles, as the queries of the rules ask it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import chain, product

from officecli.rules.acts import done_in
from officecli.rules.authority.entitlement.part import JUDGED


def test_whatever_role_an_act_was_done_in_it_is_outside_of_its_roles_or_in_them() -> None:
    roles = sorted({*chain.from_iterable(JUDGED.values()), "", "nobody"})
    every = list(product([*JUDGED, "no-act"], roles))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (verb, role)")
        connection.executemany("INSERT INTO t VALUES (?, ?)", every)
        for outside in (True, False):
            found = connection.execute(f"SELECT verb, role FROM t WHERE {done_in(JUDGED, outside=outside)}").fetchall()
            assert found == [(verb, role) for verb, role in every if verb in JUDGED and (role not in JUDGED[verb]) is outside]
