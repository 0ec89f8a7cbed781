"""What a cell of states says in words that no list holds: by its deeds, by what it waits for, and by what its heading or its matter asks for."""

from __future__ import annotations

import pytest

from officecli.files.ledger.words.english.given_out import answered, decided, given_as_due, paper_sent
from officecli.files.ledger.words.english.stated_freely import echoes_deed, stated_in_english
from officecli.files.ledger.words.han.of_the_whole import of_the_whole
from officecli.files.ledger.words.han.stated_freely import echoes, stated_freely
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import read_state


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("停工", "suspended"), ("因征地问题暂缓", "suspended"), ("暂缓后已恢复施工", "open"), ("予以撤销", "cancelled"), ("并入另一事项", "cancelled"),
        ("已反馈并归档", "closed"), ("息诉罢访", "closed"), ("整改未到位", "open"), ("验收没通过", "open"), ("已催办两次", "open"),
        ("已开挖", "open"), ("还剩最后一家", "open"), ("见附件", ""), ("已送达", ""), ("已流拍", ""), ("办", ""), ("Mitigated", ""),
        ("资金已到位", ""), ("设计完成", ""), ("督促整改", "open"), ("限期整改到位", "open"), ("尽快办结", "open"), ("确保全部完成", "open"),
        ("暂不办结", "open"), ("暂不结项", "open"), ("按要求改正完毕", "closed"),
        ("申请予以核销", "submitted"), ("取消评优资格", ""), ("已撤销处罚", ""), ("无需协调", ""), ("因机构改革撤销该项目", "cancelled"),
        ("业主诉求不属实", ""),
        ("协调解决", ""), ("已妥善解决", "closed"), ("中断供水已处理", ""), ("已取消停工令", ""), ("7月底前完成", "open"), ("年底完成", "open"),
        ("可销号", "open"), ("能按期完成", "open"), ("快好了", "open"), ("一期已完成", ""), ("本月任务已完成", ""),
        ("已归档封存", "closed"), ("已妥善处理", "closed"), ("已下达整改通知书", "open"), ("除一处外均已完成", "open"), ("已拆除墙外立面", "open"),
        ("整改不彻底", "open"), ("已预警", "open"),
        ("按月完成", ""), ("7月底完成", ""), ("7月底前已完成", "closed"), ("初验通过", ""), ("已关停", ""), ("已停产整改", ""),
        ("已停工", "suspended"), ("终止合同，重新招标", ""), ("停工后复工", "open"), ("已超期三天办结", "closed"),
        ("验收后销号", ""), ("验收后已销号", "closed"), ("先后完成", "closed"), ("撤销该事项须上会研究", "open"), ("信访人拟撤诉", "open"),
        ("不受理", "cancelled"), ("已上报销号", "submitted"), ("逐步解决", "open"), ("是否完成", ""), ("取消该项目的申请已报", "open"), ("取消申请已批准", ""),
        ("未完成（6月20日已办结）", ""), ("经研究取消", "cancelled"), ("拟经研究后取消", "open"), ("暂时无法办理", "open"), ("暂时停工", "suspended"),
        ("暂时解决", ""),
        ("停印", "suspended"), ("已停修，等配件", "suspended"), ("停修后复工", "open"), ("停校车", "open"), ("停水", "open"),
    ],
)  # fmt: skip
def test_a_cell_of_states_in_words_no_list_holds(text: str, code: str) -> None:
    assert read_state(text) is None
    said = stated_freely(text)
    assert (said.code if said else "") == code


@pytest.mark.parametrize(
    ("text", "code"), [("已摘牌", "closed"), ("未摘牌", "open"), ("正在摘牌", "open"), ("已送达", ""), ("摘牌", ""), ("已情况", "")]
)
def test_a_cell_that_answers_in_its_headings_words(text: str, code: str) -> None:
    assert echoes(text, "摘牌情况") == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mended 6/9", "closed"), ("mended on 6/9 by the day crew", "closed"), ("Mended by 7/10", None), ("Mended by Friday", None),
        ("Parts on order", "open"), ("With outside counsel", "open"), ("Two of three in", "open"), ("On the July 20 agenda", "open"),
        ("Vendor contacted", "open"), ("Evaluation", "open"), ("Out for consultation", "open"), ("Rejection", None), ("Elimination", None),
        ("Adjournment", None), ("Settlement", None), ("Ordered", "open"), ("Parts ordered; arriving 7/20", "open"), ("First draft done", "open"),
        ("Phase 1 complete", "open"), ("Survey closed; analysis under way", "open"), ("Wiring half finished", None), ("About half done", "open"),
        ("Two thirds fitted", "open"), ("1 of 3 crews trained", "open"), ("3 of 3 crews trained", None),
        ("Refused - commercial", None), ("Retired by vote", None), ("Removed 6/9", None), ("Approved 6/15", None), ("Sent", None), ("Slow", "open"),
        ("Is it mended?", None), ("All set", None), ("New lamps in place", None), ("Went live 6/24", None), ("Lost the bid", None),
        ("Parts in transit", "open"), ("Quite finished with", None), ("Site work in progress", "open"),
        ("Nothing heard to date", "open"), ("Site work complete", None), ("Due 7/15", "open"), ("See #22", None), ("All keys received", None),
        ("Oct 2026", None), ("Ordered and mended 6/9", "closed"), ("Reviewed and sent to the county", None), ("Assigned and scheduled", "open"),
        ("Grant pending", "open"), ("Cancellation pending", None),
        ("Received, under review", "open"), ("Rescheduled, two lockers awaited", "open"), ("Bids opened, award pending", "open"),
        ("All mended 6/9", "closed"), ("All mended but one", None), ("Consultant on board, first buildings rated", "open"), ("Repaired 6/9, tested, in use", None), ("Fitted, under warranty", None),
        ("Withdrawn, under review", None), ("Approved, under budget", None),
        ("Has not happened", "open"), ("Did not complete, deadline passed", "open"), ("The flood test did not take place yet", "open"),
        ("Didn't get to it", "open"), ("We have not heard back", "open"), ("It has not been painted", "open"), ("Hasn't been looked at", "open"),
        ("Couldn't find anyone", "open"), ("Could not get there; done 6/9", None),
        ("Has not leaked since", None), ("The event did not occur", None), ("Hasn't recurred", None), ("Has not been approved", None),
        ("Has not been needed", None), ("Isn't needed", None), ("Did not start; done 6/9", None), ("Didn't complete, now closed", None),
    ],
)  # fmt: skip
def test_an_english_cell_says_its_state_by_the_deed_of_the_matter_and_by_what_it_waits_for(text: str, code: str | None) -> None:
    said = stated_in_english(text, "Mend the sally port gate")
    assert (said.code if said else None) == code


@pytest.mark.parametrize(
    ("text", "title", "same"),
    [
        ("Replaced 6/9", "Replace the ballasts", True), ("Paid", "Pay the surveyor", True), ("Fitted", "Fit a handrail", True),
        ("Carried", "Carry the motion", True), ("Replaced 6/9", "Order ballasts", False),
        ("Mailed 6/9", "Send the forms", True), ("Mended", "Repair the stair", True), ("Mailed 6/9", "File the forms", False),
        ("Cancelled", "Cancel the lease", False), ("Withdrawn 6/2", "Withdraw the bid", False), ("Removed from the plan", "Remove the nest", False),
    ],
)  # fmt: skip
def test_a_participle_is_the_deed_of_the_matter_where_the_title_begins_with_its_verb(text: str, title: str, same: bool) -> None:
    assert echoes_deed(text, title) is same


@pytest.mark.parametrize(
    ("text", "heading", "given"),
    [
        ("Sent to all trustees June 24, 2026", "Response / Status", True), ("Replied by e-mail 6/9", "Reply", True),
        ("Sent to counsel 6/9", "Response", False), ("Sent 6/9", "Status", False),
    ],
)  # fmt: skip
def test_what_was_asked_for_is_answered_where_its_heading_is_one_of_answers(text: str, heading: str, given: bool) -> None:
    assert (answered(text, heading, "Copy of the lease") is not None) is given
    assert answered(text, heading, "Ask the county for the lease") is None


def test_a_vote_is_no_day() -> None:
    assert [said.beside for text in ("Adopted 4-1", "Passed on a vote of 6-2", "Adopted 4/1") if (said := read_state(text))] == ["", "", "4/1"]


def test_what_the_heading_says_is_due_was_given() -> None:
    assert given_as_due("Report filed 6/11", "Report Due")
    assert given_as_due("Posted 6/11", "Post by")
    assert given_as_due("Shipped", "Final to ship")
    assert not given_as_due("Posted by 7/30", "Post by")
    assert not given_as_due("Drafted", "Post by")
    assert given_as_due("Submitted 6/11", "Submit by")
    begun = [
        ("Needed", "Needed by"),
        ("Promised 6/20", "Promised by"),
        ("Expected 6/11", "Expected by"),
        ("Opened 6/11", "Open by"),
        ("Planned", "Planned by"),
    ]
    assert not any(given_as_due(text, heading) for text, heading in begun)
    assert not any(given_as_due(f"Submitted to {whom}", "Submit by") for whom in ("legal", "our counsel", "the printers", "my manager", "finance"))
    assert not any(
        given_as_due(text, heading) for text, heading in [("Report drafted", "Report Due"), ("Draft sent 6/9", "Draft Due"), ("Filed", "Report Due")]
    )


def test_what_was_completed_is_told_with_its_day_and_what_was_done_so_far_is_no_end() -> None:
    heading = "Completed action with date"
    assert decided("Log posted, flushed 6/29/26", heading, []) == Stated("closed", "6/29/26", firm=False)
    so_far = (
        "None as of 6/10",
        "Ordered parts 6/10",
        "First draft done 6/10",
        "Kickoff held 6/5",
        "Phase 1 finished 6/20",
        "Awaiting parts 6/10",
        "Flushed 6/10, log due",
    )
    assert not any(decided(text, heading, []) for text in so_far)
    assert not decided("Taped down 6/22", "Completed actions", [])


def test_a_permit_is_the_end_for_whoever_applied_and_the_sponsor_of_a_project_did_not() -> None:
    assert decided("Approved 6/18", "Permit status", ["Project", "Applicant"])
    assert not decided("Approved 6/18", "Permit status", ["Task", "Owner"])
    assert not decided("Approved", "Board action", ["Program", "Sponsor"])


def test_an_approval_is_the_end_of_a_policy_and_not_of_what_is_bought() -> None:
    assert decided("Approved 6/18", "Policy approval status", ["Policy", "Owner"])
    assert not decided("Approved 6/18", "Approval status", ["Purchase", "Owner"])


def test_a_report_is_filed_with_an_authority_and_not_with_ones_own_people() -> None:
    assert paper_sent("Filed with the county 6/24", "Annual report")
    assert not paper_sent("Filed with legal 6/24", "Annual report")
    assert not paper_sent("Filed with the manager 6/24", "Annual report")


@pytest.mark.parametrize("text", ["7月2日已转交社区办结", "已承诺办结", "6月3日已联系物业办结", "已下发督办函办结"])
def test_to_whom_it_was_handed_on_to_be_closed_is_no_end(text: str) -> None:
    assert of_the_whole("7月2日已回函办结", "修缮屋面")
    assert not of_the_whole(text, "修缮屋面")
