"""The meeting's sheet as a file: what it offers, how it may be saved, and which file is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from officecli.files.ledger.words.coded import read_word
from officecli.model.codes import DECIDED
from stage.meeting_sheets import Sheet, items, office, one_office
from stage.small_office import Office

__all__ = ["office", "one_office"]


def test_the_workbook_offers_decisions_and_people_shades_the_rest_and_hides_its_marks(one_office: Office, tmp_path: Path) -> None:
    path = tmp_path / "meeting.xlsx"
    one_office.done("孙丽", f"meeting sheet -o {path} --lang zh")
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    place = {head: get_column_letter(at) for at, head in enumerate(heads, 1)}
    hidden = {heads[at - 1] for one in page.column_dimensions.values() if one.hidden for at in range(one.min or 0, (one.max or 0) + 1)}
    empty = {head for head in heads[:-6] if not any(page[f"{place[head]}{at}"].value for at in range(2, page.max_row + 1))}
    assert hidden == {"officecli", *empty}, "what says nothing is hidden, and never what is to be written into"
    assert "| 决定 |" in one_office.done("孙丽", "meeting sheet --format md --lang zh"), "on paper there is room to write in, too"
    assert not page.protection.sheet, "which would forbid to sort it"
    assert {head for head in heads if page[f"{place[head]}2"].fill.fill_type} == {*heads[:-6]}
    lists = {str(one.sqref).partition("2:")[0]: one.formula1 for one in page.data_validations.dataValidation}
    assert {*lists} == {place["决定"], place["新牵头"]}
    offered = [[str(cell.value) for cell in column if cell.value] for column in book["lists"].iter_cols()]
    assert [read_word("decided", text) for text in offered[0]] == [*DECIDED]
    assert "赵敏" in offered[1]
    row = next(at for at in range(2, 8) if page[f"{place['编号']}{at}"].value == "2026-005")
    page[f"{place['决定']}{row}"], page[f"{place['新时限']}{row}"] = offered[0][DECIDED.index("extend")], date(2026, 8, 14)
    new = {"事项内容": "清理仓库", "新时限": date(2026, 7, 20), "新牵头": "刘洋"}
    page.append([new.get(str(head)) for head in heads])
    book.save(path)
    said = one_office.done("张伟", f"meeting read {path} --lang zh")
    assert (items(one_office)["2026-005"]["due"], items(one_office)["2026-007"]["due"]) == ("2026-08-14", "2026-07-20")
    assert "仅供阅读" not in said, "what was only printed was read as it was printed"


@pytest.mark.parametrize(("encoding", "separator"), [("gb18030", ","), ("utf-8", ";"), ("utf-16", "\t")])
def test_text_is_read_however_it_was_saved(one_office: Office, tmp_path: Path, encoding: str, separator: str) -> None:
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-005", 决定="撤销", 备注="已并入，不再办理；见纪要")
    one_office.done("张伟", f"meeting read {sheet.saved('meeting.csv', encoding, separator)}")
    assert items(one_office)["2026-005"]["status"] == "cancelled"


def test_a_narrow_sheet_keeps_its_marks(one_office: Office, tmp_path: Path) -> None:
    sheet = Sheet(one_office, tmp_path, "--columns number,decided")
    assert sheet.heads == ["编号", "决定", "officecli"]
    next(row for row in sheet.rows if row[0] == "2026-005")[1] = "撤销"
    one_office.done("张伟", f"meeting read {sheet.saved()}")
    assert items(one_office)["2026-005"]["status"] == "cancelled"


def test_a_file_that_is_no_sheet_of_this_office_is_refused_whole(one_office: Office, tmp_path: Path) -> None:
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-005", 决定="撤销")
    for row in sheet.rows:
        row[-1] = row[-1][:-32] + "0" * 32
    said = one_office.type("张伟", f"meeting read {sheet.saved()}")
    assert one_office.code == 2
    assert "another office" in said
    for row in (sheet.heads, *sheet.rows):
        del row[-1]
    said = one_office.type("张伟", f"meeting read {sheet.saved()}")
    assert one_office.code == 2
    assert "officecli import meeting.csv" in said
    assert items(one_office)["2026-005"]["status"] == "in-hand"


def test_rows_that_were_copied_or_lost_their_mark_are_asked_about(one_office: Office, tmp_path: Path) -> None:
    sheet = Sheet(one_office, tmp_path)
    sheet.rows.append([*sheet.rows[2]])
    sheet.put(sheet.rows[2], 决定="撤销")
    sheet.put(sheet.rows[3], 备注="x", officecli="?")
    sheet.put(sheet.rows[4], 备注="x", officecli="")
    sheet.rows.append(["", "合计：6项"])
    said = one_office.type("张伟", f"meeting read {sheet.saved()}")
    assert one_office.code == 1
    assert "is the same item" in said
    assert "written over" in said
    assert "on record as 2026-005" in said
    assert items(one_office)["2026-002"]["status"] == "cancelled"
    assert len(items(one_office)) == 6
