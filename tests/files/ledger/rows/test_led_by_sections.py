from __future__ import annotations

from typing import cast

import pytest

from officecli.files.ledger.rows.made_plain.led_by_sections import led_by_one
from officecli.files.ledger.sheets.around import Around
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.typed.office.name_book import NameBook

PEOPLE = ("石磊", "丁楠", "Ana Ray", "孟策划")
SHORT = {"策划": "孟策划"}


class Book:
    def full_name(self, text: str) -> str:
        return SHORT.get(text, text if text in PEOPLE else "")

    names_person = PEOPLE.__contains__


@pytest.mark.parametrize(
    ("lines", "file", "headings", "cells", "leads"),
    [
        (("姓名：石磊  科室：行政科",), "", "本周任务 备注", "擦窗 急", "石磊"),
        (("计划人", "石磊"), "", "本周任务 备注", "擦窗 急", "石磊"),
        (("Name: Ana Ray",), "", "Task Due", "Print 7/14", "Ana Ray"),
        ((), "丁楠第28周工作计划", "本周任务 备注", "擦窗 急", "丁楠"),
        ((), "28周_丁楠", "本周任务 备注", "擦窗 急", "丁楠"),
        (("负责人：石磊", "填报人：丁楠"), "", "本周任务 备注", "擦窗 急", ""),  # they sign the paper
        (("姓名：石磊", "姓名：丁楠"), "", "本周任务 备注", "擦窗 急", ""),
        (("姓名：侯斌",), "", "本周任务 备注", "擦窗 急", ""),
        (("分管负责人：石磊",), "", "本周任务 备注", "擦窗 急", ""),
        (("项目负责人：石磊",), "", "本周任务 备注", "擦窗 急", ""),
        (("负责人：石磊",), "个人日报丁楠", "本周任务 备注", "擦窗 急", ""),  # it heads the project, or the file is another's
        (("Project owner: Ana Ray",), "", "Task Due", "Print 7/14", ""),
        ((), "丁楠-离职交接清单", "本周任务 备注", "擦窗 急", ""),  # others do it now
        ((), "策划计划", "本周任务 备注", "擦窗 急", ""),  # a word that is a given name as well
        ((), "交丁楠复核的清单", "本周任务 备注", "擦窗 急", ""),
        (("姓名：石磊",), "", "本周任务 备注", "擦窗 丁楠", ""),  # the rows name somebody
        (("姓名：石磊",), "", "本周任务 责任人", "擦窗 侯斌", ""),
        (("姓名：石磊",), "", "本周任务 配合单位", "擦窗 财务科", ""),
        (("姓名：石磊",), "", "日期 天气", "7月6日 晴", ""),
    ],
)
def test_a_list_is_of_the_one_person_whom_it_says_it_is_of(lines: tuple[str, ...], file: str, headings: str, cells: str, leads: str) -> None:
    rows = [SheetRow(1, list(headings.split())), SheetRow(2, list(cells.split()))]
    said = led_by_one(rows, {}, Around(file, "", lines), cast("NameBook", Book()))
    assert (rows[1].cells[2:], len(said)) == ([leads] if leads else [], bool(leads))
