"""Ranks without levels stand by who reports to whom."""

from __future__ import annotations

import pytest

from officecli.errors import BadInput
from officecli.files.office.reading import read_text

LADDER = """
[[unit]]
name = "Registry"
nature = "service"
{ranks}
[[post]]
title = "Director"
unit = "Registry"
rank = "High"
[[post]]
title = "Head"
unit = "Registry"
rank = "Middle"
reports_to = "Director"
[[post]]
title = "Clerk"
unit = "Registry"
rank = "Low"
reports_to = "Head"
"""


def ladder(**levels: int | None) -> str:
    said = (f'[[rank]]\nname = "{name}"\n' + (f"level = {level}\n" if level is not None else "") for name, level in levels.items())
    return LADDER.format(ranks="".join(said))


@pytest.mark.parametrize("names", [("High", "Middle", "Low"), ("Low", "Middle", "High"), ("Middle", "High", "Low")])
def test_ranks_without_levels_stand_by_who_reports_to_whom(names: tuple[str, ...]) -> None:
    file = read_text(ladder(**dict.fromkeys(names)), "office.toml")
    assert {rank.name: rank.values["level"] for rank in file.tables["rank"]} == {"High": 30, "Middle": 20, "Low": 10}
    assert file.inferred_ladder == ["High", "Middle", "Low"]


def test_a_head_below_their_staff_and_half_a_ladder_are_refused_and_it_is_said_which_way_it_counts() -> None:
    for levels, said in (
        ({"High": 1, "Middle": 2, "Low": 3}, "give the highest rank the highest number"),
        ({"High": 3, "Middle": None, "Low": 1}, "Middle"),
    ):
        with pytest.raises(BadInput) as refused:
            read_text(ladder(**levels), "office.toml")
        told = f"{refused.value.why} {refused.value.fix}"
        assert said in told
        assert "the higher level is the higher rank" in told.casefold()
    assert read_text(ladder(High=3, Middle=3, Low=1), "office.toml").inferred_ladder == []
    with pytest.raises(BadInput) as circle:
        read_text(ladder(High=None, Low=None, Middle=None).replace('rank = "Low"', 'rank = "High"'), "office.toml")
    assert "each heads the other" in f"{circle.value.why} {circle.value.fix}"
