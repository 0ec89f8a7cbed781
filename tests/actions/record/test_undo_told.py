"""Who is told that something was taken back, and of what is taken back nobody reads."""

from __future__ import annotations

import pytest

from stage.small_office import Office
from stage.taken_back import is_whole, notices, offered

CLERK, HEAD, DEPUTY, DIRECTOR, REGISTRAR = "陈静", "李娜", "吴芳", "周海", "孙丽"
ASKED = "--tried 比价 --recommend 订两种"


def test_an_unread_prod_is_taken_back_in_silence_and_a_read_one_with_a_notice(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(CLERK, "ack 1")
    office.done(DEPUTY, "prod 1")
    office.done(DEPUTY, "undo")
    assert (office.rows("SELECT id FROM prod"), notices(office)) == ([], [])
    office.done(DEPUTY, "prod 1")
    office.done(CLERK, "note 1 就办")
    office.done(DEPUTY, "undo")
    assert (office.rows("SELECT id FROM prod"), notices(office)) == ([], [("陈静", "prod")])
    office.done(DEPUTY, "redo")
    assert notices(office) == []
    assert is_whole(office)


def test_an_answer_is_taken_back_with_a_notice_to_who_asked(office: Office) -> None:
    office.done(CLERK, f"request raise 订阅刊物 {ASKED}")
    office.done(HEAD, "request answer 1 同意 --verdict approved")
    office.done(HEAD, "undo")
    assert office.rows("SELECT status FROM request") == [{"status": "pending"}]
    assert notices(office) == [("陈静", "answer")]
    assert office.rows("SELECT request_id FROM notice") == office.rows("SELECT id AS request_id FROM request")


def test_what_was_told_of_something_goes_with_it(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(CLERK, "extend 1 --to 2026-07-20 --reason 等数据")
    office.done(DEPUTY, "grant 1")
    office.done(DEPUTY, "undo")
    assert [name for name, _text in notices(office)] == ["陈静"]
    office.done(CLERK, "undo")
    office.done(DEPUTY, "undo")
    assert office.rows("SELECT id FROM item UNION ALL SELECT id FROM notice") == []
    assert is_whole(office)


@pytest.mark.parametrize(("who", "line", "named"), [
    (CLERK, f"request raise 排班 {ASKED}", "“raise a request”, Q2026-001"),
    (CLERK, "person absent 陈静 --to fri", "陈静"),
    (REGISTRAR, "roster set today 陈静", "陈静"),
    (REGISTRAR, "person selected 王强 --manner exam --result 合格", "王强"),
])  # fmt: skip
def test_what_is_taken_back_is_named_though_it_is_no_item(office: Office, who: str, line: str, named: str) -> None:
    office.done(who, line)
    assert named in office.done(who, "undo")
    assert named in office.done(who, "redo")


def test_what_is_confidential_shows_no_text(office: Office) -> None:
    office.done(CLERK, "difficulty add 孩子上学 --owner 李娜 --due fri")
    office.done(CLERK, f"request raise 排班不公 {ASKED} --to 吴芳 --exception complaint --reason 不公")
    assert [(row["act"], row["about"]) for row in offered(office, CLERK)] == [("raise a request", "Q2026-001"), ("record a difficulty", "H-001")]
    office.done(CLERK, "undo")
    assert office.done(CLERK, "undo") == "Undone: “record a difficulty”, H-001.\n"
    office.done(CLERK, "redo")
    number = office.rows("SELECT id FROM difficulty")[0]["id"]
    office.done(HEAD, f"difficulty answer {number} 已协调")
    office.done(HEAD, "undo")
    assert notices(office) == [("陈静", "")]


def test_a_complaint_taken_back_is_shown_to_nobody(office: Office) -> None:
    office.done(CLERK, f"request raise 排班不公 {ASKED} --to 吴芳 --exception complaint --reason 偏心")
    office.done(DEPUTY, "request answer 1 已调整排班 --verdict approved")
    office.done(DEPUTY, "undo")
    office.done(CLERK, "undo")
    assert office.rows("SELECT id FROM request") == []
    for who in (HEAD, REGISTRAR, CLERK):
        said = office.done(who, "history --limit 0 --format json") + office.done(who, "history --limit 0")
        assert not any(text in said for text in ("排班", "偏心", "比价"))
    office.done(CLERK, "redo")
    assert office.rows("SELECT title FROM request") == [{"title": "排班不公"}]


def test_of_many_items_the_first_are_shown_and_how_many_more_there_are(office: Office) -> None:
    office.done(DIRECTOR, f"add 述职 --each {HEAD},{DEPUTY},{CLERK},{REGISTRAR} --due fri")
    said = office.done(DIRECTOR, "undo --list")
    assert "2026-003 · 述职" in said
    assert ("2026-004" in said, "· and 2 more" in said) == (False, True)
    office.done(DIRECTOR, "note 1 已布置")
    assert "The last 1 of 4 commands" in (shown := office.done(DIRECTOR, "history --limit 1 --lang en")), shown
