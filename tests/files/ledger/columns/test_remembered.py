from __future__ import annotations

from pathlib import Path

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.columns.heading_rows import recalled
from officecli.files.ledger.columns.remembered import keep, kept_maps, maps_file
from officecli.files.ledger.sheets.sheet_rows import SheetRow


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def rows(*texts: list[str]) -> list[SheetRow]:
    return [SheetRow(number, list(row)) for number, row in enumerate(texts, 1)]


def test_a_map_comes_back_where_the_same_headings_do_in_whatever_order() -> None:
    keep("clerk", ["S.No", "Doing", "Hands"], ["Doing=title", "Hands=lead"])
    (kept,) = kept_maps()
    assert recalled(rows(["A title", "", ""], ["hands", "Doing", "S. No."]), kept_maps()) == kept


def test_it_comes_back_where_the_headings_it_speaks_of_are_all_there_and_its_own_before_others() -> None:
    keep("clerk", ["S.No", "Doing", "Hands", "State"], ["Doing=title", "Hands=lead", "State:Parked=suspended"])
    keep("council", ["Doing", "Hands", "State", "Ward"], ["Doing=source"])
    found = [
        recalled(rows(texts), kept_maps())
        for texts in (["Doing", "Hands", "State", "Due"], ["Ward", "Doing", "Hands", "State"], ["Doing", "Hands"], ["Hands", "State"])
    ]
    assert [one.name if one else None for one in found] == ["clerk", "council", "council", None]


def test_what_is_kept_anew_replaces_what_was_kept_for_these_headings_or_under_this_name() -> None:
    keep("clerk", ["Doing", "Hands"], ["Doing=title"])
    keep("council", ["Hands", "Doing"], ["Hands=lead"])
    keep("clerk", ["Work", "Who"], ["Work=title"])
    assert [(one.name, one.options) for one in kept_maps()] == [("clerk", ("Work=title",)), ("council", ("Hands=lead",))]
    assert maps_file().stat().st_mode & 0o077 == 0


def test_there_must_be_something_to_keep() -> None:
    for name, options in (("", ["a=title"]), ("clerk", [])):
        with pytest.raises(BadInput, match="nothing to keep"):
            keep(name, ["a"], options)


@pytest.mark.parametrize("text", ["{", "[]", '{"a": {"headings": ["x"]}}', '{"a": {"headings": ["x"], "map": ["x=boss"]}}', "\x00"])
def test_a_file_that_is_none_of_ours_is_said(text: str) -> None:
    maps_file().parent.mkdir(parents=True)
    maps_file().write_text(text, encoding="utf-8")
    if text == "[]":
        with pytest.raises(BadInput, match="cannot be read"):
            kept_maps()
        return
    with pytest.raises(BadInput) as refused:
        kept_maps()
    assert str(maps_file()) in refused.value.what
