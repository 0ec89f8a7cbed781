from __future__ import annotations

import pytest

from officecli.files.ledger.words.marks import is_tick
from officecli.files.ledger.words.plain import DAY
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
        ("待验收", "submitted"), ("已反馈，待核查", "submitted"), ("待核查", "open"), ("Completed, awaiting review", "submitted"),
        ("Work complete; ready for final inspection", "submitted"), ("Fixed 6/24, pending QA sign-off", "submitted"), ("Draft complete, awaiting review", "open"),
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
        ("Tabled indefinitely", "suspended"), ("Held in abeyance until the ballot", "suspended"),
        ("Dropped, owner wants it left as it is", "cancelled"), ("Put on hold 6/1", "suspended"), ("On the back burner", "suspended"),
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
        ("Repaired and pending inspection", "submitted"),
        ("X - done", "closed"), ("X - not done", "open"), ("Cancelled 6/15/26 at the tenant's request", "cancelled"),
        ("Completed 6/15 by the contractor", "closed"), ("Completed 6/15 except signage", "open"),
        ("Validated - closed 5/12/2026", "closed"), ("Completed 07/02/2026 19:30", "closed"), ("7/2 7:30 pm - completed", "closed"),
        ("6月20日 10:00办结", "closed"), ("Reviewed 3:2", "open"),
        ("Closed - pending effectiveness review", "closed"), ("Closed, awaiting a 90-day effectiveness check", "closed"),
        ("Closed pending final payment", "open"), ("Completed - pending verification", "submitted"), ("Task not started", "open"),
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
        ("停办", "cancelled"), ("C. Closed", "closed"), ("Y - J Adams", "closed"), ("done 7/6 9am", "closed"), ("Open 7/6 9 a.m.", "open"),
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


def test_a_tick_says_no_more_than_yes_or_no() -> None:
    assert [is_tick(text) for text in ("TRUE", "×", "√", "是", "已办结", "Ana")] == [True, True, True, True, False, False]


def test_a_number_of_an_item_is_no_day() -> None:
    said = "merged with 2026-014, not on 6/24 or 2026-06-24, nor by 24jun26, for 10market 5may"
    assert [day.strip() for day in DAY.findall(said)] == ["6/24", "2026-06-24", "24jun26", "5may"]
