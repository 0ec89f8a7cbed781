"""What this version is said to make is what SQLModel makes of the same declarations."""

from __future__ import annotations

import pytest

from officecli.store.schema import declared, indexes
from officecli.store.schema.made import tables_made
from officecli.store.schema.parts import index_parts, table_parts


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_parts_put_together_are_those_of_the_statements(engine: str) -> None:
    made = tables_made(engine)
    partial = {f"index {name}" for name in indexes.PARTIAL}
    for table, (its_own, *its_indexes) in declared.statements(engine).items():
        expected = table_parts(its_own)
        for index in its_indexes:
            expected |= index_parts(index)
        assert {part: said for part, said in made.pop(table).items() if part not in partial} == expected
    assert not made
