"""Who of those a Chinese cell names leads and who helps, told in a clause or by a sign; who has it now; and what only looks like it."""

from __future__ import annotations

import pytest

from officecli.typed.office.name_cells import split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("第一责任人周平，协办人陆远", "lead:周平 support:陆远"),
        ("第一责任人：周平；配合：陆远、何静静", "lead:周平 support:陆远 support:何静静"),
        ("牵头领导 周平 配合领导 陆远", "lead:周平 support:陆远"),
        ("带队领导：周平，协助：陆远", "lead:周平 support:陆远"),
        ("第一责任人：周平；责任人：陆远；配合：何静静", "over:周平 lead:陆远 support:何静静"),
        ("第一责任人 周平 经办人 陆远", "over:周平 lead:陆远"),
        ("分管领导：周平；配合：陆远", "over:周平 support:陆远"),
        ("在综合科配合下由督查室牵头", "lead:督查室 support:综合科"),
        ("在综合科的大力协助下，督查室办理", "lead:督查室 support:综合科"),
        ("周平带陆远、何静静", "lead:周平 support:陆远 support:何静静"),
        ("周科长带着陆远", "lead:周科长 support:陆远"),
        ("过渡带建设办", ":过渡带建设办"),
        ("热带作物所", ":热带作物所"),
        ("周平。陆远帮忙", "lead:周平 support:陆远"),
        ("周平。", ":周平"),
        ("综合科（周平牵头，陆远、何静静配合）", "lead:周平 support:陆远 support:何静静"),
        ("周平负责，陆远支援", "lead:周平 support:陆远"),
        ("周平，技术支援", ":周平 :技术支援"),
        ("周主任亲自抓", ":周主任"),
        ("周平亲自负责", "lead:周平"),
        ("周平★ 陆远", "lead:周平 :陆远"),
        ("周平★、陆远", "lead:周平 :陆远"),
        ("周平 ★陆远", ":周平 lead:陆远"),
        ("周平★、陆远★", ":周平★ :陆远★"),
        ("周平（已换人）现由陆远负责", ":陆远"),
        ("周平（已调离），现陆远", ":陆远"),
        ("原周平，现改陆远", ":陆远"),
        ("周平（已调离）、陆远", ":周平 :陆远"),
        ("周平(13500001111)、陆远（15900002222）", ":周平 :陆远"),
        ("周平（电话：13500001111）", ":周平"),
    ],
)
def test_who_leads_and_who_helps(text: str, names: str) -> None:
    assert " ".join(f"{one.role}:{one.name}" for one in split_names(text)) == names
