"""What kind of answer the first words of a text say it is."""

from __future__ import annotations

from officecli.typed.chain.verdicts import verdict_of

SAID = {
    "approved": [
        "同意", "同意按第二方案办", "原则同意，报局务会", "准予", "可以。", "照办", "agreed", "Agreed, from next year's budget", "Approved to EUR 500", "yes", "OK - go on",
        "Agreed, but who pays?",
    ],
    "refused": ["不同意", "暂不同意，下月再议", "不予批准", "不可", "否", "not agreed: see last year", "No.", "No, too dear", "Declined for now"],
    "instructed": [
        "", "请综合科研究", "同意见汇总后再报", "批准文号待查", "不可拖延", "可靠起见，再核一遍", "Ask three firms", "approved suppliers only", "No. 3 is the best",
        "no need to ask again", "Notes to all", "okra", "同意？", "Approved by the board?", "同意与否请速定", "同意后再报", "不同意见请汇总",
    ],
}  # fmt: skip


def test_the_first_words_say_whether_it_grants_or_refuses() -> None:
    assert {code: [text for text in texts if verdict_of(text) == code] for code, texts in SAID.items()} == SAID
