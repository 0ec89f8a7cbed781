"""The order of day and month in a ledger's numbers, as `import --dates` gives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.cli import main
from stage import by_row


@pytest.mark.parametrize(
    ("order", "due"), [([], "2026-12-11"), (["--dates", "dmy"], "2026-11-12"), (["--dates", "MDY"], "2026-12-11"), (["--dates", "ymd"], "2026-12-11")]
)
def test_it_overrides_the_region_and_the_column(
    store_url: str, at: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str], order: list[str], due: str
) -> None:
    at("2026-09-07T01:00")
    by_row.office(store_url)
    path = tmp_path / "ledger.csv"
    path.write_text("事项,责任人,交办日期,办结时限\n调研,张三,2026-09-01,12/11/2026\n", encoding="utf-8")
    assert main.run(["import", str(path), *order, "--db", store_url]) == 0, capsys.readouterr()
    capsys.readouterr()
    main.run(["export", "--format", "json", "--db", store_url])
    assert f'"due": "{due}"' in capsys.readouterr().out


def test_an_order_that_is_none_is_refused_before_anything_is_read(sqlite_office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("事项,责任人\n调研,张三\n", encoding="utf-8")
    assert main.run(["import", str(path), "--dates", "mmddyy", "--db", sqlite_office]) == 2
    said = capsys.readouterr().err
    assert "mmddyy" in said
    assert "mdy, dmy, ymd" in said
