"""What a note tells of the end of its matter, and what it tells of a part only."""

from __future__ import annotations

import pytest

from officecli.files.ledger.words.in_notes import told_in


@pytest.mark.parametrize(
    "text",
    [
        "已办结，材料齐全",
        "√ 5.18",
        "Done May 18",
        "已完成",
        "Withdrawn by the applicant 5/2/26",
        "Implemented - evidence seen",
        "Mailed 5/18 - completed",
        "Resolved 6/27 - key found in a drawer",
        "Done 6/29/26, passed",
        "Finished on 6/29: all 12 sealed",
        "暂缓实施",
        "已暂停",
        "撤案",
        "已撤单",
        "已闭合",
        "已整改到位，6月26日通过验收",
    ],
)
def test_an_end_in_a_note_is_told(text: str) -> None:
    assert told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "已完成，整改隐患9处",
        "已完成第一批",
        "完成80%",
        "正在推进",
        "Done with the draft",
        "Done with the survey 6/24",
        "Finished: site visit",
        "Completed 6/2 - site visit",
        "Completed 6/24, kickoff with the vendor",
        "Done 6/24, call with the county",
        "Done 6/2, Ana to call the owner",
        "Closed 6/2; half of them remain",
        "[x] roof",
        "Cancelled by the vendor; rebooked",
        "Traffic counts ordered 5/22",
        "是否办结待定",
        "已上线",
        "Published 5/22",
        "Accepted by council",
        "1. 已完成",
    ],
)
def test_what_is_done_in_part_is_no_end(text: str) -> None:
    assert told_in(text) is None


def test_a_note_that_is_all_days_is_read_to_its_end() -> None:
    assert told_in("1.1." * 500) is None
