"""A complaint about a superior is shown to who asked and who is to answer it; of it nothing but its number reaches the superior, anywhere."""

from __future__ import annotations

import pytest

from officecli.cli import completing
from stage.keys import at_the_keys
from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite

SECRETS = ("排班不公", "总排节假日", "调整排班表", "不公平对待")
"""What a complaint is made of: its matter, what was tried, what is recommended, and why it passes over the superior."""


@pytest.fixture
def complained(office: Office) -> Office:
    """陈静 complains to 吴芳 about 李娜, her superior, who is a registrar too; there is an item they all know of."""
    office.done("李娜", "add 节日值班表 --lead 陈静 --due 2026-07-31")
    office.change("person 李娜 registrar=1")
    office.done(
        "陈静",
        "request raise 排班不公 --item 1 --tried 总排节假日 --recommend 调整排班表 --to 吴芳 --exception complaint --reason 不公平对待",
    )
    return office


EVERYWHERE = (
    "requests", "requests --format json", "requests --by leader --format json", "requests --as-of 2026-07-06 --format csv", "request list --all",
    "request show 1", "request show 1 --format json", "show 1", "show 1 --format json", "history", "history 1", "history --format json --limit 0",
    "history --actor 陈静 --format json", "digest", "digest --format json", "digest --for 吴芳 --format json", "digest --for 李娜", "digest --for 秘书科",
    "check", "check --format json", "export", "export --format json", "refusals", "refusals --format json", "may 李娜 answer 1", "request answer 1 驳回",
    "request escalate 1", "request withdraw 1", "list", "today --person 李娜",
)  # fmt: skip


def test_nothing_but_its_number_reaches_the_superior(complained: Office) -> None:
    complained.type("陈静", "request raise 排班不公 --tried '' --to 吴芳 --exception complaint --reason 不公平对待")
    assert complained.code == 1, "refused by C503, and nobody is to see it among the refused attempts"
    complained.done("吴芳", "person absent 吴芳 --to 2026-07-08 --stand-in 李娜")
    for who in ("李娜", "王强"):
        for line in EVERYWHERE:
            said = complained.type(who, line)
            assert not [secret for secret in (*SECRETS, "complaint", "raised a request", "raise a request") if secret in said], (who, line, said)


def test_the_superior_neither_answers_nor_hands_up_nor_takes_it_back_as_registrar(complained: Office) -> None:
    for line in ("request answer 1 驳回", "request escalate 1", "request withdraw 1"):
        said = complained.type("李娜", line)
        assert complained.code == 1
        assert "A401" in said
        assert "Q2026-001 is kept in confidence" in said
        assert "吴芳" not in said
        assert "陈静" not in said
    for who in ("李娜", "吴芳", "陈静"):  # a yes or a no would tell whose it is
        assert "kept in confidence" in complained.type("李娜", f"may {who} answer 1")
        assert complained.code == 1


def test_no_registrar_answers_it_for_the_leader(complained: Office) -> None:
    assert "kept in confidence" in complained.type("孙丽", "request answer 1 同意")
    assert complained.code == 1


def test_under_a_login_of_their_own_nobody_reads_as_who_asked(complained: Office) -> None:
    complained.done("孙丽", "person set 李娜 --login lina")
    for line in ("request show 1", "requests", "history 1 --format json"):
        assert "排班不公" in complained.type("陈静", line)
        with at_the_keys("lina"):
            assert "排班不公" not in complained.type("陈静", line), "李娜 is a registrar, and may act in any name"


def test_who_asked_and_who_is_to_answer_read_it(complained: Office) -> None:
    for who in ("陈静", "吴芳"):
        for line in ("request show 1", "requests", "history 1 --format json"):
            assert "排班不公" in complained.done(who, line)
    assert "排班不公" in complained.done("吴芳", "digest --for 吴芳")
    complained.done("吴芳", "request answer 1 重排 --verdict approved")
    assert "重排" in complained.done("陈静", "digest --for 陈静")
    assert "重排" in complained.done("陈静", "show 1")
    for line in ("show 1", "show 1 --format json", "digest --for 李娜", "history 1 --format json"):
        assert "重排" not in complained.done("李娜", line)


def test_what_is_left_out_of_the_list_is_said_by_number(complained: Office) -> None:
    assert "Kept in confidence, and not counted: Q2026-001." in complained.done("李娜", "requests")
    assert "Kept in confidence" not in complained.done("吴芳", "requests")


def test_a_digest_for_somebody_else_tells_nothing_of_it(complained: Office) -> None:
    assert "排班不公" not in complained.done("李娜", "digest --for 吴芳")
    assert "排班不公" not in complained.done("吴芳", "digest"), "which goes to everybody"


def test_a_complaint_is_no_second_asking_of_a_matter_before_the_superior(office: Office) -> None:
    office.done("李娜", "add 节日值班表 --lead 陈静 --due 2026-07-31")
    office.done("陈静", "request raise --item 1 --tried 调过班 --recommend 轮流")
    office.done("陈静", "request raise --item 1 --tried 谈过 --recommend 换人排 --to 吴芳 --exception complaint --reason 不公平对待")
    office.done("吴芳", "request answer 2 轮流 --verdict approved")
    assert office.done("李娜", "request answer 1 不行 --verdict refused") == "Q2026-001 answered: refused · 不行.\n", "no clash that would tell of it"


def test_a_check_tells_of_it_to_who_may_read_it_alone(office: Office) -> None:
    office.done("孙丽", "config set rules.C503.severity warn")
    office.done("陈静", "request raise 排班不公 --to 吴芳 --exception complaint --reason 不公平对待")
    assert "陈静" in office.done("吴芳", "check --rule C503")
    for line in ("check --rule C503", "check --rule C503 --format json", "check --rule C503 --format lines"):
        said = office.done("李娜", line)
        assert "陈静" not in said
        assert "Q2026-001" not in said


def test_the_superior_gets_no_turn_with_it_on_the_way_up(complained: Office) -> None:
    complained.done("周海", "person absent 周海 --to 2026-07-08 --stand-in 李娜")
    complained.done("吴芳", "request escalate 1")
    assert complained.rows("SELECT p.name FROM request_stage s JOIN person p ON p.id = s.holder_id WHERE s.until IS NULL") == [{"name": "周海"}]
    assert "kept in confidence" in complained.type("李娜", "request show 1")


def test_the_shell_does_not_offer_it(complained: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    complained.done("王强", "request raise 订阅刊物 --tried 比价 --recommend 订两种")
    monkeypatch.setenv("OFFICECLI_DB", complained.url)
    assert completing.requests("") == [("Q2026-002", "订阅刊物")]
