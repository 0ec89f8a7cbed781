"""An agency by its name in full and in short is one; two whose names only share characters are two."""

from __future__ import annotations

import pytest

from officecli.typed.office.agencies import agency_among

KNOWN = ("县住建局", "县交通运输局", "市场监督管理局", "县卫生健康委员会", "市教育局", "县农业农村局", "县农业机械局", "综合执法科")


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("县住房和城乡建设局", "县住建局"),
        ("住房和城乡建设局", "县住建局"),
        ("县交通局", "县交通运输局"),
        ("市场监管局", "市场监督管理局"),
        ("卫健委员会", "县卫生健康委员会"),
        ("市教育体育局", "市教育局"),
        ("县教育体育局", ""),
        ("县建设局", ""),
        ("县交警局", ""),
        ("县农业局", ""),
        ("县民政局", ""),
        ("综合科", ""),
        ("县局", ""),
    ],
)
def test_an_agency_is_known_in_full_and_in_short(said: str, means: str) -> None:
    assert agency_among(said, KNOWN) == means
