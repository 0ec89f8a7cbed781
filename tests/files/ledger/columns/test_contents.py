"""Whether cells name somebody takes longest to tell: it is asked once of each text, and only where it tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.files.ledger.columns.contents import Contents, Known, look


@pytest.mark.parametrize(
    ("cells", "tell", "said", "asked"),
    [
        (["Ana Cole", "Ben Ito", "Ana Cole", "the roof"], lambda cells: cells.people, 0.75, 3),
        (["Ana Cole", "Ana Cole", None, 3], lambda cells: (cells.people, cells.kind), (2 / 3, "lead"), 1),
        (["2026-07-01", "2026-07-02"], lambda cells: cells.kind, "due", 0),
        (["30%", "55%"], lambda cells: cells.kind, "percent", 0),
        (["Mend the roof"] * 3, lambda cells: cells.tells_apart, False, 0),
        (["Mend the roof", "Paint the hall"], lambda cells: cells.tells_apart, True, 2),
    ],
)
def test_who_is_named_is_asked_no_more_than_it_tells(
    cells: list[str | int | None], tell: Callable[[Contents], object], said: object, asked: int
) -> None:
    of: list[str] = []

    def is_known(text: str) -> bool:
        of.append(text)
        return text in {"Ana Cole", "Ben Ito"}

    assert tell(look(cells, Known(anybody=is_known))) == said
    assert len(of) == asked
