from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.files.ledger.words.english.given_out import answered, decided, given_as_due, paper_sent
from officecli.files.ledger.words.english.stated_freely import echoes_deed, stated_in_english
from officecli.files.ledger.words.han.of_the_whole import of_the_whole
from officecli.files.ledger.words.han.stated_freely import echoes, stated_freely
from officecli.files.ledger.words.in_notes import told_in
from officecli.files.ledger.words.marks import is_tick
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import is_returned, read_state


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("已办结", "closed"), ("☑已完成 □未完成", "closed"), ("已办结□ 未办结☑", "open"), ("□已完成", "open"), ("100%（已验收）", "closed"),
        ("已电话答复", "closed"), ("√", "closed"), ("√ 5.18", "closed"), ("☑", "closed"), ("是", "closed"), ("TRUE", "closed"), ("逾期办结", "closed"),
        ("全部完成", "closed"), ("已归档", "closed"), ("5月18日办结", "closed"), ("Done May 18", "closed"), ("CLSD 11 MAY 26", "closed"),
        ("CLSD", "closed"), ("Fixed", "closed"), ("Fully corrected 6/12/2026", "closed"), ("Closed - Partial grant", "closed"),
        ("Corrections required", "open"), ("Rejected - redo", "open"), ("Not accepted: resubmit", "open"),
        ("Rejected, see revised plan", "cancelled"), ("Denied - resubmit", "open"), ("Rejected - revised quote cheaper", "cancelled"),
        ("Declined - repair not needed", "cancelled"),
        ("已报送，办结", "closed"), ("√ 7.2", "closed"), ("80%", "open"), ("已完成60%", "open"), ("45 % complete", "open"),
        ("✅ Done", "closed"), ("Completed - 5/18/26", "closed"), ("Denied – exempt", "closed"),
        ("否", "open"), ("×", "open"), ("欠进度", "open"), ("基本完成", "open"), ("阶段性完成", "open"), ("未完成", "open"), ("已完成第一批", "open"),
        ("in_progress", "open"), ("In work", "open"), ("🟡 At risk", "open"), ("Not implemented", "open"), ("运行中", "open"), ("FALSE", "open"),
        ("URGENT - in progress", "open"), ("Completed 50%", "open"), ("Done; awaiting signature", "open"), ("Done - not verified", "open"),
        ("Not yet assigned", "open"),
        ("To Do", "issued"), ("未启动", "issued"), ("⚪ Not started", "issued"), ("不满意重办", "in-hand"), ("Under Review", "submitted"),
        ("待验收", "submitted"),
        ("暂缓", "suspended"), ("暂缓实施", "suspended"), ("On hold - pending board ruling", "suspended"), ("Held 6/9, pending quotes", "suspended"),
        ("Held June 9 - complete", "closed"), ("Waiting for reply – clock stopped 3/1/26", "suspended"),
        ("⏸️", "suspended"), ("挂起", "suspended"), ("Deferred to FY28", "suspended"),
        ("延期完成", "closed"), ("已于6月20日办结", "closed"), ("已完成并长期坚持", "closed"), ("已验收", "closed"), ("关闭", "closed"),
        ("Fully implemented", "closed"),
        ("已延期", "open"), ("已逾期4天", "open"), ("超期一周", "open"), ("提前3天完成", "closed"), ("逾期2日办结", "closed"),
        ("逾期2天，已销号", "closed"), ("已验收销项", "closed"), ("7月1日销项", "closed"), ("已超期（未销号）", "open"), ("已超时办结", "closed"),
        ("已延期完成", "closed"), ("已超期未办结", "open"), ("现已搁置", "suspended"), ("已暂停，等批复", "suspended"), ("核稿", "open"),
        ("被退回", "open"), ("Upcoming", "open"), ("Carried forward", "open"), ("Inactive", "suspended"), ("冻结", "suspended"),
        ("已整改，待复核", "submitted"), ("已完成，尚未公示", "open"), ("已办结，待归档", "closed"), ("同意办结", "closed"), ("按节点推进", "open"),
        ("完成目标任务", "closed"), ("不予结案", "open"),
        ("不再实施", "cancelled"), ("无需办理", "cancelled"), ("已驳回", "cancelled"), ("No longer applicable", "cancelled"),
        ("Not needed", "cancelled"), ("Closed - not pursued", "cancelled"),
        ("撤案", "cancelled"), ("已终止", "cancelled"), ("OBE", "cancelled"), ("Withdrawn by the applicant 5/2/26", "cancelled"), ("❌ Dropped", "cancelled"),
        ("1_done", "closed"), ("2. In progress", "open"), ("4-已完成", "closed"), ("⏳", "open"),
        ("🟢", "open"), ("Closed/Verified", "closed"), ("Shown to the Board 5/18/26 - closed", "closed"), ("Memo handed in; item closed", "closed"),
        ("All done", "closed"), ("All done 6/9", "closed"), ("Granted in part", "closed"),
        ("Tabled indefinitely", "suspended"), ("Put on hold 6/1", "suspended"), ("On the back burner", "suspended"),
        ("Duplicate of 2206", "cancelled"), ("Merged with item 14", "cancelled"),
            ("Recommended for closure", "open"), ("Will close 7/15", "open"), ("Est. complete 7/15", "open"), ("1st draft done", "open"),
            ("Kick-off held 6/24", "open"), ("Being worked", "open"),
        ("Delivered 6/22 (late)", "closed"), ("Records provided 6/12", "closed"), ("No records found", "closed"),
        ("Implemented March 2026", "closed"), ("Implemented 5/2026", "closed"), ("Propose close", "open"), ("Meeting arranged 14/7", "open"),
        ("Awaiting a reply (clock paused)", "suspended"), ("100% complete", "closed"), ("Closed & verified", "closed"), ("Compl 6/12", "closed"),
        ("Presented 6/12; no further action needed", "closed"), ("Corrected on site 6/22", "closed"), ("Passed inspection 6/12", "closed"),
        ("Executed and filed 6/12", "closed"),
        ("Signed May 18, 2026. Complete.", "closed"), ("Finished ahead of schedule 5/18", "closed"), ("Sent to requester 5/18", "closed"),
        ("Died in committee 6/2", "cancelled"), ("Signed by the Governor 6/3", "closed"), ("In committee", "open"), ("Closeout", "open"),
        ("Accepted by funder", "closed"), ("Declined to apply", "cancelled"), ("Not renewing", "cancelled"), ("Not applying yet", "open"),
        ("Mailed 6/12 - done", "closed"),
        ("Closed as duplicate of #4", "cancelled"), ("Not pursuing", "cancelled"), ("Dropped this year", "cancelled"), ("Back burner", "suspended"),
        ("Removed from the list", "cancelled"), ("Merged with 2026-014", "cancelled"), ("Moved to item 4", "cancelled"), ("Completed by April Jones", "closed"),
        ("Done. Needs inspection", "open"), ("Done, monitoring", "closed"), ("Complete; review 9/30", "closed"), ("Passed on 6/15", "closed"),
        ("Copies sent by e-mail", "closed"), ("3 interviews scheduled", "open"), ("未通过", "open"), ("暂停实施", "suspended"),
        ("Not going ahead", "cancelled"), ("CUT - not happening", "cancelled"), ("Not happening after all", "cancelled"),
        ("Not happening yet", "open"), ("Not happening in July", "open"), ("Not happening often enough", "open"), ("Will not proceed", "cancelled"), ("Closed - not feasible", "cancelled"), ("Not feasible yet", "open"),
        ("已销账", "closed"), ("已反馈待验收", "submitted"), ("100.00%，已验收", "closed"), ("已撤单", "cancelled"), ("材料不全", "open"), ("Finish", "closed"),
        ("Adopted 5-0", "closed"), ("Pass", "closed"), ("Fail - second notice", "open"), ("Hold for parts", "suspended"),
        ("Approved with conditions 6/18/2026", "closed"), ("Verified closed by the auditor 6/12", "closed"), ("Bid opening held 6/23", "open"),
        ("Unfounded, nothing due", "closed"), ("Abated by owner, no recheck needed", "closed"), ("Passed 6-1, Lee away", "closed"),
        ("Request withdrawn due to cost", "cancelled"), ("Done 6/24 rw", "closed"),
        ("Unfounded", "closed"), ("Not substantiated 6/2", "closed"), ("Complaint dismissed", "closed"), ("No violations found", "closed"),
        ("Unfunded", "open"), ("Abated by owner", "closed"), ("Corrected by owner, reinspection pending", "open"), ("Settled at Step 2", "closed"),
        ("Verified by state 6/22/2026", "closed"), ("Paid by check", "closed"), ("Application withdrawn", "cancelled"),
        ("The applicant withdrew on 6/2", "cancelled"), ("The tenant cancelled her request 6/28", "cancelled"),
        ("Request closure", "open"), ("Overcome by events", "cancelled"), ("No response", "open"), ("Everything's done", "closed"),
        ("Held over", "suspended"), ("Sent back", "open"), ("Closed - reopen if it leaks", "closed"),
        ("Completed; open to the public 6/12", "closed"), ("已完成，持续推进中", "closed"), ("Open / in progress", "open"),
        ("Closed - 24JUN26", "closed"), ("done 6/24 jm", "closed"), ("Repaired and checked 6/12", "closed"),
        ("Repaired during the walk-through", "closed"), ("[x]", "closed"), ("[X] 6/29", "closed"), ("[ ]", "open"), ("[ ] Done", "open"),
        ("Complete (5 of 5)", "closed"), ("Did not renew", "cancelled"), ("[x] Done 6/24", "closed"), ("[ ] Done [x] Not done", "open"),
        ("已完成6.24", "closed"), ("已完成3/4", "open"), ("已完成1.5", "open"), ("✓ 6/24", "closed"), ("Closed / withdrawn", "cancelled"),
        ("Approved and adopted June 16, 2026", "closed"), ("Reviewed and closed 6/12", "closed"),
        ("Item completed and removed from the log 6/9", "closed"), ("Drafted, reviewed and filed 6/2", "closed"), ("Reviewed and discussed", "open"),
        ("Repaired and pending inspection", "open"),
        ("X - done", "closed"), ("X - not done", "open"), ("Cancelled 6/15/26 at the tenant's request", "cancelled"),
        ("Completed 6/15 by the contractor", "closed"), ("Completed 6/15 except signage", "open"),
        ("Validated - closed 5/12/2026", "closed"), ("Completed 07/02/2026 19:30", "closed"), ("7/2 7:30 pm - completed", "closed"),
        ("6月20日 10:00办结", "closed"), ("Reviewed 3:2", "open"),
        ("Closed - pending effectiveness review", "closed"), ("Closed, awaiting a 90-day effectiveness check", "closed"),
        ("Closed pending final payment", "open"), ("Completed - pending verification", "open"), ("Task not started", "open"),
        ("The item is still pending", "open"), ("Work in progress", "open"),
        ("Completed and filed 5/18", "closed"), ("Done & presented to the board", "closed"), ("Done and reported to the director", "closed"),
        ("Signed and closed 5/18", "closed"), ("Submitted, in layout", "open"), ("Delivered; with legal", "open"), ("Spiked", "cancelled"),
        ("Outline agreed", "open"), ("Proofs being checked", "open"), ("Unbuilt", "open"), ("Uninspected", "open"), ("Filed, in April", "closed"),
        ("Expected finished and paid 6/13", "open"), ("Done and moved to the archive", "closed"),
        ("Closed pending effectiveness check, failed", "open"), ("已修复，再次清理堆放杂物", "closed"),
        ("100% - done 6/17", "closed"), ("Overdue - completed 6/15/26", "closed"), ("Late; draft completed 6/15", "open"),
        ("100% - awaiting signature", "open"), ("未按期完成，6月20日已办结", "closed"), ("未能在规定时间内完成，正在办理", "in-hand"),
        ("Item closed at the 6/23/26 staff meeting", "closed"), ("Item closed 6/23 per the director", "closed"),
        ("The item is to be closed at the 7/21 meeting", "open"), ("Open - phase 1 completed 6/12", "open"), ("暂时搁置，待规划调整", "suspended"),
        ("停办", "cancelled"), ("C. Closed", "closed"), ("Y - J Adams", "closed"),
        ("On pause", "suspended"), ("Sent to Legal 6/18/26", "open"), ("Returned 6/12 for corrections", "open"), ("Finished! 6/30", "closed"),
        ("Completed and installed in phase 1", "open"), ("Completed and handed over to phase 2", "open"), ("Cancelled 6/24 per council", "cancelled"),
        ("未按期完成，已于6月20日办结", "closed"), ("未在规定时限内整改，现已整改到位", "closed"), ("未按期完成，正在整改", "open"),
        ("未按期完成，预计7月底完成", "open"), ("未完成，已办结3项", "open"), ("未销号，已完成整改", "open"),
    ],
)  # fmt: skip
def test_states_in_the_words_of_offices_and_other_tools(text: str, code: str) -> None:
    said = read_state(text)
    assert said is not None
    assert said.code == code


@pytest.mark.parametrize(("text", "returned"),
    [("退回重办", True), ("Returned for rework", True), ("Rejected - redo", True), ("Not approved, please revise", True), ("Denied", False),
        ("Done", False)])  # fmt: skip
def test_what_is_to_be_done_again_was_returned_in_whichever_words(text: str, returned: bool) -> None:
    assert is_returned(text) is returned


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "With",
        "Post",
        "未完成（6月20日已办结）",
        "没有办结，已于7月1日办结",
        "Close",
        "Rejected by the vendor, reordering",
        "Y - at risk",
        "Complete / In progress",
        "Complete: NO",
        "x 6/24",
        "no 6/24",
        "done 6/24 tbc",
        "In progress / complete",
        "Open / Closed",
        "Done/On hold",
        "Complete, in progress",
        "Closed (still open)",
        "已完成（进行中）",
        "进行中/已完成",
        "Passed to legal",
        "Passed on to Finance",
        "Documents sent to legal",
        "Information sent to vendor",
        "6/4 - signed; 7/1 - completed",
        "Meeting held",
        "Withdrawn 6/2, resubmitted 6/9",
        "Declined at first; now approved",
        "已撤销，重新立项",
        "Completed by whom? ask",
        "Mitigated",
        "△",
        "○",
        "已印发",
        "5月3日召开",
        "Letter sent",
        "100%",
        "Quotes in, done",
        "Ordered 6/12; done",
        "Painted 6/12, rest done",
        "Accepted by Smith",
        "Accepted by the owner's lawyer",
        "Won't fix until 2027",
        "Corrected on site, recheck 7/1",
        "Council declined 6/9",
        "Accepted by the board for review",
        "核对80%",
        "Not approved",
        "Not funded 6/2",
        "Moved to 2027",
        "Moved to July 12",
        "Rolled up into FY27",
        "Closed (reopened 7/1)",
        "Done -> reopened",
        "Withdrawn from the agenda, back in August",
        "Denied by council, appeal filed",
        "Completed by 7/30",
        "Corrected by 7/30",
        "Met by 8/1",
        "Failed 2-3",
        "Hold a hearing",
        "Application withdrawn and filed again",
        "Meeting cancelled",
        "Cleared by legal",
        "Completed in part",
        "Unfounded? look again",
        "Substantiated - owner told",
        "No violation, recheck in fall",
        "Granted with conditions, plans still due",
        "Abated by tenant, revisit 7/15",
        "Installed by crew, one part on order",
        "Passed 6-1, second reading 7/21",
        "Application withdrawn; new application filed",
        "Project withdrawn from August agenda",
        "Vendor dropped the project",
        "Ana cancelled the request, resubmitted 7/1",
        "Done 6/24 wip",
        "Done by Friday",
        "Done for now",
        "Complete; 2 items remain",
        "Closed - to be reopened in fall",
        "Done with first reading",
        "完成（除第3项外）",
        "已完成（主体工程）",
        "☑已完成 ☑未完成",
        "□已完成 □未完成",
        "已完成，剩余尾款未付",
        "已取消，改为季度报",
        "Released to counsel for review",
        "Resolved in principle",
        "All done by 6/9",
        "All done except signs 6/9",
        "Closed until spring",
        "Completed; report to follow",
        "Installed, not tested",
        "Installed; two doors to go",
        "Complete (3 of 5)",
        "Complete, south wing only",
        "Done (mostly)",
        "Repaired on the spot, owner to replace the hinge",
        "Filed with the funder 6/2, revisions asked",
        "Voted not to proceed until fall",
        "Did not renew yet",
        "已修好，仍渗水",
        "已修好（临时）",
        "Cleaned on site, filters ordered",
        "Passed and fixed 6/24, retest",
        "Done, minutes to come in July",
        "Accepted by the county as an application",
        "Did not pass",
        "Same",
        "已完成（征求意见稿）",
        "已完成（70%）",
        "已完成，只剩标线",
        "已完成，其余点位未改",
        "不采纳，继续办理",
        "已办结，群众不满意",
        "已完成，下一步申请验收",
        "暂停供水",
        "已暂停供水",
        "已办结（未办结）",
        "已解决，尚未解决",
        "撤标识牌",
        "No - done",
        "否，已办结",
        "Closed and reopened 6/12",
        "Reviewed and approved",
        "Closed 6/15 until 7/1",
        "Closed 6/15 by the vendor, reopened 6/20",
        "Completed 6/15 by 7/30",
        "Unit 9A",
        "Union Street",
        "Completed and reopened 6/2",
        "Completed and sent for approval",
        "Finished and paid by 7/30",
        "Completed and moved to phase 2",
        "Finished and taken to the board",
        "Completed and tested with errors",
        "Done and shared with residents for comment",
        "Open - completed 6/12/26",
        "Not started; done",
        "Pending (closed June 12)",
        "正在推进，6月20日办结",
        "已取消3家单位资格",
        "6月8日暂停，6月20日恢复",
        "Paused 6/8, 6/20 resumed",
        "Closed (will reopen in fall)",
        "Completed and sent to legal",
        "Done 6/13 since reopened",
        "Completed 6/15 at site 2",
        "x - closed (reopened)",
        "X; done; leaking again",
        "x - done - not verified",
        "Ordered and paid 6/2",
        "Ordered and shipped 6/2",
        "Contacted and met 6/2",
        "Met 6/2 by zoom",
        "Inspected and replaced 6/12",
        "Removed 6/24 by the contractor",
        "Completed and sent to counsel",
        "Completed and sent to our editors",
        "Adopted 6/24 at first reading",
        "Verified 6/24 by phone, awaiting letter",
        "A. Bell",
        "Y. J. Adams",
        "O.Fisk",
    ],
)
def test_what_says_no_state_is_none(text: str) -> None:
    assert read_state(text) is None


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


def test_a_tick_says_no_more_than_yes_or_no() -> None:
    assert [is_tick(text) for text in ("TRUE", "×", "√", "是", "已办结", "Ana")] == [True, True, True, True, False, False]


def test_a_number_of_an_item_is_no_day() -> None:
    said = "merged with 2026-014, not on 6/24 or 2026-06-24, nor by 24jun26, for 10market 5may"
    assert [day.strip() for day in DAY.findall(said)] == ["6/24", "2026-06-24", "24jun26", "5may"]


@given(st.text())
def test_any_text_may_stand_for_a_state(text: str) -> None:
    said = read_state(text)
    assert said is None or said.code in ("open", "issued", "in-hand", "submitted", "suspended", "closed", "cancelled")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("停工", "suspended"), ("因征地问题暂缓", "suspended"), ("暂缓后已恢复施工", "open"), ("予以撤销", "cancelled"), ("并入另一事项", "cancelled"),
        ("好了", "closed"), ("已反馈并归档", "closed"), ("息诉罢访", "closed"), ("整改未到位", "open"), ("验收没通过", "open"), ("已催办两次", "open"),
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
        ("Parts in transit", "open"), ("好了", None), ("Quite finished with", None), ("Site work in progress", "open"),
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


def test_a_note_that_is_all_days_is_read_to_its_end() -> None:
    assert told_in("1.1." * 500) is None


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
