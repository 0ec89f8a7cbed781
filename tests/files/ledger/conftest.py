from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.rows.reading import read_ledger
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac

DAYS = WorkingDays({}, last=date(2050, 12, 31))


@pytest.fixture
def almanac() -> Almanac:
    return Almanac(DAYS)


@pytest.fixture
def read_table(tmp_path: Path, almanac: Almanac) -> Callable[..., Ledger]:
    """Writes rows as a .csv file and reads them as a ledger, as on Monday 23 November 2026 unless another day is given."""

    def read(
        *rows: Sequence[str],
        mapping: dict[str, str] | None = None,
        encoding: str = "utf-8",
        delimiter: str = ",",
        lead: str = "",
        today: date = date(2026, 11, 23),
    ) -> Ledger:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerows(rows)
        path = tmp_path / "ledger.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        return read_ledger(path, ReadAs(mapping={} if mapping is None else mapping, lead=lead), almanac=almanac, today=today)

    return read
