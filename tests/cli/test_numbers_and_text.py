"""NUMBER… [TEXT]: where the numbers end and the text begins, what the text is to each verb, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.cli.numbers_typed import numbers_then_text
from officecli.cli.options_of_a_line import without_wide_quotes
from officecli.errors import BadInput
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


@pytest.mark.parametrize(
    ("typed", "numbers", "text"),
    [
        ("31", ["31"], ""),
        ("31 032 2026-033 #34", ["31", "032", "2026-033", "#34"], ""),
        ("31-34", ["31", "32", "33", "34"], ""),
        ("31,32，40-41", ["31", "32", "40", "41"], ""),
        ("31 、 32", ["31", "32"], ""),
        ("３１ 已办结", ["31"], "已办结"),
        ("31 draft is out", ["31"], "draft is out"),
        ("31 2nd draft", ["31"], "2nd draft"),
        ("31 draft 32", ["31"], "draft 32"),
        ("31 31-12-2026 is the day", ["31"], "31-12-2026 is the day"),
        ("31 12%", ["31"], "12%"),
        ("2026-031", ["2026-031"], ""),
        ("34-31", ["34-31"], ""),
        ("31–33", ["31", "32", "33"], ""),
        ("31至33 已核", ["31", "32", "33"], "已核"),
        ("３１～３２", ["31", "32"], ""),
        ("2026-031..2026-033", ["2026-31", "2026-32", "2026-33"], ""),
        ("2026-031~032,40", ["2026-31", "2026-32", "40"], ""),
        ("2026-031~2027-033", ["2026-031~2027-033"], ""),
        ("31 8~10 boxes", ["31"], "8~10 boxes"),
        ("31 3.5 km", ["31"], "3.5 km"),
        ("3.1 3.2 half way", ["3.1", "3.2"], "half way"),
        ("2026-07-20 seen", ["2026-07-20"], "seen"),
        ("nothing at all", ["nothing"], "at all"),
        ("is:overdue unit:督查室 进展如何", ["is:overdue unit:督查室"], "进展如何"),
        ("是:逾期 或 牵头:李娜 进展如何", ["是:逾期 或 牵头:李娜"], "进展如何"),
        ("31 is:mine from: the mayor", ["31"], "is:mine from: the mayor"),
        ("is:mine status: half way", ["is:mine"], "status: half way"),
        ("@mine lead:ben or not", ["@mine lead:ben"], "or not"),
        ("lead:ben @mine or @late or not", ["lead:ben @mine or @late"], "or not"),
        ("is:mine (see the minutes)", ["is:mine"], "(see the minutes)"),
    ],
)
def test_numbers_end_at_the_first_word_that_is_not_wholly_one(typed: str, numbers: list[str], text: str) -> None:
    found, said = numbers_then_text(typed.split())
    assert (found, said) == (numbers, text)


def test_a_range_of_thousands_is_a_slip() -> None:
    with pytest.raises(BadInput, match="more than 200 items"):
        numbers_then_text(["1-99999"])


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5))
def test_whatever_is_typed_a_number_comes_first_and_no_word_is_lost(words: list[str]) -> None:
    try:
        numbers, text = numbers_then_text(words)
    except BadInput:
        return
    assert numbers
    assert text == "" or " ".join(words).endswith(text)


def test_a_ledgers_own_number_is_meant_before_the_range_it_looks_like(office: Office, tmp_path: Path) -> None:
    rows = "".join(f"{number},{number} 核对,陈静,2026-12-31\n" for number in ("1-2", "1~3"))
    ledger = tmp_path / "own.csv"
    ledger.write_text(f"编号,事项,责任人,完成时限\n{rows}", encoding="utf-8")
    office.done("孙丽", f"import {ledger}")
    for title in ("来信办理", "会议纪要"):
        office.done("吴芳", f"add {title} --lead 陈静 --due fri")
    for number in ("1-2", "1~3"):
        office.done("陈静", f"note {number} 已核")
    assert office.rows("SELECT number FROM note JOIN item ON item.id = item_id ORDER BY note.id") == [{"number": "1-2"}, {"number": "1~3"}]
    assert "1-2" in office.type("陈静", "ack 2-1")


def test_the_text_is_the_note_the_result_the_reason(office: Office) -> None:
    for title in ("核对台账", "来信办理", "会议纪要"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
    office.done("陈静", "ack 1-3")
    office.done("陈静", "note 1,2 初稿 已出 --progress 40%")
    assert office.rows("SELECT text FROM note ORDER BY id") == [{"text": "初稿 已出"}] * 2
    office.done("陈静", "extend 1 --to +2wd 等数据")
    office.done("吴芳", "decline 1 -m 够了")
    office.done("陈静", "submit 1,2 已核对")
    office.done("吴芳", "return 1 数据不全")
    office.done("吴芳", "close 2 --rate 4")
    office.done("吴芳", "suspend 3 等文件")
    office.done("吴芳", "resume 3")
    office.done("吴芳", "assign 3 --to 李娜 分工调整")
    office.done("吴芳", "cancel 3 重复")
    office.done("陈静", "submit 1 --result 已改")
    office.done("吴芳", "close 1")
    assert office.rows("SELECT result, verdict, rating FROM submission ORDER BY id") == [
        {"result": "已核对", "verdict": "returned", "rating": None},
        {"result": "已核对", "verdict": "accepted", "rating": 4},
        {"result": "已改", "verdict": "accepted", "rating": None},
    ]
    assert office.rows("SELECT status FROM item ORDER BY id") == [{"status": "closed"}, {"status": "closed"}, {"status": "cancelled"}]
    reasons = " ".join(
        row["said"] for row in office.rows("SELECT after || reason AS said FROM trail WHERE item_id IS NOT NULL AND after IS NOT NULL")
    )
    assert all(text in reasons for text in ("等数据", "够了", "数据不全", "等文件", "分工调整", "重复"))


def test_a_number_before_a_text_in_quotation_marks_is_an_item(office: Office) -> None:
    for title in ("核对台账", "来信办理", "会议纪要"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
    for line in ("note 1 2 'two lamps'", "note 1-2 two lamps", "note 1,2 two lamps"):
        office.done("陈静", line)
    assert office.rows("SELECT text, COUNT(*) AS n FROM note GROUP BY text") == [{"text": "two lamps", "n": 6}]


def test_numbers_are_joined_by_words_where_no_text_can_begin(office: Office) -> None:
    for title in ("前厅灯", "侧门锁", "后院墙"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
    office.done("陈静", "ack 1 - 3")
    office.done("吴芳", "edit 1 和 2 +后勤")
    office.done("吴芳", "cancel 1 to 2 -m 不再需要")
    assert office.rows("SELECT number FROM item WHERE status = 'cancelled'") == [{"number": "2026-001"}, {"number": "2026-002"}]
    assert office.rows("SELECT COUNT(*) AS n FROM item WHERE signed IS NOT NULL") == [{"n": 3}]


def test_every_reason_has_the_same_room(office: Office) -> None:
    office.done("吴芳", "add 核对台账 --lead 陈静 --due fri")
    for line in ("suspend 1", "cancel 1", "edit 1 --goal 全部核对 --reason", "assign 1 --to 孙丽 --reason"):
        assert "The reason is too long: at most 4000 characters." in office.type("吴芳", f"{line} {'因' * 4001}"), line
    office.done("吴芳", f"cancel 1 {'因' * 4000}")


def test_what_is_too_long_may_stand_in_a_note_where_there_is_an_item_to_note_it_of(office: Office) -> None:
    assert "officecli note NUMBER TEXT" in office.type("吴芳", f"add {'题' * 501} --lead 陈静 --due fri")
    office.done("吴芳", "add 核对台账 --lead 陈静 --due fri")
    assert "Shorten it." in office.type("陈静", f"note 1 {'记' * 4001}")
    assert "officecli note" not in office.type("陈静", f"note 1 {'记' * 4001}") + office.type("吴芳", f"cancel 1 {'因' * 4001}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("submit 1 2", "2: an item, or the text?"),
        (
            "note 1 2 lamps are broken -g 40",
            (
                '2: an item, or the text?\n  → If it begins the text: officecli note 1 "2 lamps are broken" -g 40\n'
                '    If it is an item: officecli note 1,2 "lamps are broken" -g 40'
            ),
        ),
        ("close 1 - 3", 'If it begins the text: officecli close 1 -m "- 3"\n    If it is an item: officecli close 1-3'),
        ("cancel 1 and 3 too dear", 'officecli cancel 1 "and 3 too dear"\n    If it is an item: officecli cancel 1,3 "too dear"'),
        ("close 1, 2 and 3", 'If it begins the text: officecli close 1,2 "and 3"\n    If it is an item: officecli close 1,2,3'),
        ("prod 1 至 3 请抓紧", "If it is an item: officecli prod 1-3 请抓紧"),
        ("submit 1 3-4 {cars} polished", 'If it is an item: officecli submit 1,3-4 "{cars} polished"'),
        ("prod is:open 3 days left", 'officecli prod is:open "3 days left"\n    If it is an item: officecli prod is:open 3 "days left"'),
        ("request answer 1 Q3 budget has room", 'If it begins the text: officecli request answer 1 "Q3 budget has room"'),
        ("request raise 1 2 firms asked", 'If it begins the text: officecli request raise 1 "2 firms asked"'),
        ("submit 1", "The text is missing."),
        ("cancel 1", "The text is missing."),
        ("submit 已核对", "There is no item “已核对”.\n  → The number comes first, then the text. For example: officecli submit 31 "),
        ("extend 等数据 --to fri", "The number comes first, then the text. For example: officecli extend 31 --to +2wd"),
        ("assign 1", "--to is missing.\n  → For example: officecli assign 1 --to"),
        ("extend 1", "Missing: --to, the text.\n  → For example: officecli extend 1 --to +2wd"),
        (
            'extend 1 --to 10 Sep "等数据"',
            '--to takes one word, and “10 Sep” is more.\n  → Did you mean: officecli extend 1 --to "10 Sep" 等数据\n    If it is the text, put -m before it.',
        ),
        ("note 1 --on 7月 3日 已核对", "“7月 3日” is more."),
        ("submit 核对", "The text is missing.\n  → For example: officecli submit 核对 "),
        ("extend 1 --to fri", "The text is missing.\n  → For example: officecli extend 1 --to +2wd"),
        ("person add", "Missing: NAME, POST.\n  → For example: officecli person add"),
        ("submit 1 甲 -m 乙", "The text is given twice: “甲”, and after --result."),
        ("list --urgency urgent --urgency ordinary", "--urgency is given twice."),
        ("add", "Missing: TITLE, --due."),
        ("person add 周敏 督查室 科员", "Put a text of several words in quotation marks.\n    For example: officecli person add"),
        ("target add 信息 陈静 12篇", "For example: officecli target add"),
        ("step 1-2 1", "“step” takes one number, and 1-2 means several."),
        ("step is:open 1", "2026-001 has no steps."),
        ("support 1,2 add 李娜", "“support” takes one number"),
        ("rate 1-2", "RATING is missing.\n  → For example: officecli rate 1-2 4"),
        ("edit 1 --due 8-3 --correct 笔误 --body 县林业局", "--correct goes without --body."),
        ("edit 1 --due 8-3 --correct 笔误 --from 会议", "--correct goes without --from."),
        ("requests --label 安全", "Requests have no label."),
        ("add 台账 --by 吴芳", "--lead is missing."),
    ],
)
def test_what_is_refused_says_what_to_type(office: Office, line: str, said: str) -> None:
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-31")
    assert said in office.type("陈静", line)
    assert office.code == 2
    assert office.rows("SELECT status FROM item") == [{"status": "issued"}]


@pytest.mark.parametrize("line", ["note '' 初稿已出", "ack ' '", "close ,", "show ''", "paper notice ''", "edit '' --due fri", "submit '' 已核对"])
def test_what_a_script_left_empty_does_not_pass_for_done(office: Office, line: str) -> None:
    assert "There is no item “" in office.type("陈静", line)
    assert office.code == 3


def test_the_profile_alone_says_which_one_it_is(office: Office) -> None:
    assert "standard" in office.done("吴芳", "config profile")


def test_what_needs_a_number_takes_words_of_the_matter_and_the_option_that_is_missing_is_offered(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due fri")
    assert "2026-001 signed for" in office.done("陈静", "ack 电梯")
    assert "Did you mean: officecli copy 1 -t 孙丽" in office.type("吴芳", "copy 1 孙丽")
    assert 'Did you mean: officecli extend 1 -t +2wd "两份回函 未到"' in office.type("陈静", 'extend 1 +2wd "两份回函 未到"')
    assert "电梯摸底" in office.done("吴芳", "show 电梯")
    office.done("吴芳", "add 电梯改造 --lead 陈静 --due fri")
    assert "may mean 2026-002 · 电梯改造, 2026-001 · 电梯摸底" in office.type("吴芳", "prod 电梯"), "and nobody is prodded by a guess"
    assert "is supported by 孙丽 (核数)" in office.done("吴芳", "support 1 孙 丽 核数"), "a name of several words is one name"
    assert "is supported by 孙丽 (核 数)" in office.done("吴芳", "support 1 孙丽：核 数")
    assert "no longer supported" in office.done("吴芳", "support 1 remove 孙丽")
    assert "2026-003 registered: 入户摸底" in office.done("吴芳", 'decision add "电梯" -b me') + office.done(
        "吴芳", "decision 1 入户摸底 -l 陈静 -d fri"
    )
    assert "Supervision notice" in office.done("吴芳", "paper 1")
    office.done("吴芳", "add 陈静谈话 --lead 孙丽 --due fri")
    assert "Person 陈静" in office.done("吴芳", "show 陈静"), "and not the matter in which the name stands"


def test_what_is_refused_is_called_by_its_matter_and_not_by_a_number_it_never_got(office: Office) -> None:
    said = office.type("陈静", "request raise 扫描仪更新 --tried 修过 --recommend 换 --to 吴芳")
    assert office.code == 1
    assert "“扫描仪更新”" in said
    assert "Q2026" not in said


def test_labels_are_listed_as_the_language_lists(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due fri +民生 +预算")
    assert "民生、预算" in office.done("吴芳", "show 1 --lang zh")
    assert "民生、预算" in office.done("吴芳", "list --columns title,labels --lang zh")
    assert "民生; 预算" in office.done("吴芳", "list --columns title,labels --format csv")


def test_half_a_name_before_a_text_is_refused(office: Office) -> None:
    office.done("孙丽", "person set 刘洋 --name 'Ben Cole'")
    office.done("吴芳", "add 核对 -l 陈静 -d 7-31")
    assert 'Did you mean: officecli assign 1 --to "Ben Cole" 轮岗\n    If it is the text, put -m before it.' in office.type(
        "吴芳", "assign 1 --to Ben Cole 轮岗"
    )
    office.done("吴芳", "assign 1 --to Ben because 轮岗")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["add", "“防汛安排”", "-l", "陈静"], ["add", "防汛安排", "-l", "陈静"]),
        (["“民生", "实事", "十件”", "-d", "“周五”"], ["民生 实事 十件", "-d", "周五"]),
        (["“十四五”规划", "“双碳”方案"], ["“十四五”规划", "“双碳”方案"]),
        (["“一网”与“一门”", "“没有收尾", "-d"], ["“一网”与“一门”", "“没有收尾", "-d"]),
        (["“开头", "“双碳”", "收尾”"], ["“开头", "双碳", "收尾”"]),
    ],
)
def test_chinese_quotation_marks_hold_words_together_as_those_of_the_shell(words: list[str], meant: list[str]) -> None:
    assert without_wide_quotes(words) == meant


def test_the_marks_of_a_chinese_keyboard_are_no_part_of_what_is_recorded(office: Office) -> None:
    assert "registered: 民生 实事; lead 陈静" in office.done("吴芳", "add “民生 实事” -l 陈静 -d “7-31”")
    office.done("吴芳", "add “十四五”规划 -l 陈静 -d 7-31")
    assert office.rows("SELECT title FROM item ORDER BY id") == [{"title": "民生 实事"}, {"title": "“十四五”规划"}]


def test_who_has_handed_in_their_own_is_not_told_to_hand_it_in(office: Office) -> None:
    office.done("陈静", "add 核对 -l me -k own -d 7-31")
    assert "officecli submit 2026-001" in office.type("陈静", "close 1 已核对")
    office.done("陈静", "submit 1 已核对")
    said = office.type("陈静", "close 1")
    assert "A402" in said
    assert "It is handed in" in said
    assert "officecli submit" not in said
    office.done("吴芳", "return 1 差附件")
    said = office.type("陈静", "close 1")
    assert "officecli submit 2026-001" in said, "what was returned waits for nobody"
    assert "It is handed in" not in said


@pytest.mark.parametrize("typed", ["@me", "＠me", "@我", "自己", "ME"])
def test_a_sign_before_me_makes_nobody_else_of_it(office: Office, typed: str) -> None:
    office.done("孙丽", "person set 刘洋 --name 'Ana Mendieta'")
    assert "lead 吴芳" in office.done("吴芳", f"add 核对 -l {typed} -d 7-31")


def test_a_name_of_many_words_is_one_with_and_without_its_option(office: Office) -> None:
    office.done("孙丽", "person set 刘洋 --name 'Ana de la Cruz'")
    for line in ("add Testing for Ana de la Cruz by fri", "add Testing -l Ana de la Cruz -d fri", "add -l Ana de la Cruz Testing -d fri"):
        assert 'officecli add Testing -l "Ana de la Cruz" -d fri' in " ".join(office.type("吴芳", line).split()), line


@pytest.mark.parametrize("number", ["1号", "第1项", "第2026-001号", "２０２６－００１"])
def test_a_number_is_taken_as_it_is_said(office: Office, number: str) -> None:
    office.done("吴芳", "add 核对 -l 陈静 -d 7-31")
    assert "2026-001 signed for" in office.done("陈静", f"ack {number}")


def test_numbers_of_a_form_of_the_ledgers_own_are_several_too(office: Office, tmp_path: Path) -> None:
    rows = "".join(f"{number},{title},陈静,2026-12-04\n" for number, title in (("A-04", "甲"), ("A-06", "乙"), ("督〔2026〕1号", "丙")))
    (tmp_path / "numbered.csv").write_text(f"编号,事项,牵头人,时限\n{rows}", "utf-8")
    office.done("孙丽", f"import {tmp_path / 'numbered.csv'}")
    office.done("孙丽", "add 丁 --lead 陈静 --due fri")
    told = {
        'cancel A-04 A-06 "不办了"': "A-04 cancelled: 甲.\nA-06 cancelled: 乙.",
        "cancel A-04,A-06 -m 不办了": "A-04 cancelled: 甲.\nA-06 cancelled: 乙.",
        "cancel 1 督〔2026〕1号 不办了": "2026-001 cancelled: 丁.\n督〔2026〕1号 cancelled: 丙.",
        "note A-04 v2 sent": "A-04 noted: 甲.",
        "cancel A-04 B2 -m 不办了": "There is no item “B2”.",
        "ack a4": "\n  A-04\n    It is in hand;",
        "ack 督20261": "Did you mean 督〔2026〕1号?",
        "progress A-04 60": "officecli note A-04 -g 60\n",
        "progress A-04 half": "officecli note A-04 half\n",
        "due A-04 fri": "officecli edit A-04 -d fri\n",
        "note , A-09": "There is no item “,”.",
    }
    said = {line: office.type("孙丽", f"{line} --dry-run" if line.startswith(("cancel", "note")) else line) for line in told}
    assert {line: text in said[line] for line, text in told.items()} == dict.fromkeys(told, True), said
    office.done("孙丽", "note A-04 v2 sent")
    assert '"progress": "v2 sent"' in office.done("孙丽", "show A-04 --format json")


def test_a_day_alone_may_be_the_new_deadline_where_there_may_be_one(office: Office) -> None:
    office.done("吴芳", "add 电梯摸底 --lead 陈静 --due +5wd")
    office.done("陈静", 'extend 1 --to +9wd "等数据"')
    assert "If it is the new deadline: officecli grant 1 --to 7/25\n" in office.type("吴芳", "grant 1 7/25")
    assert "new deadline" not in office.type("吴芳", "return 1 7/25")
