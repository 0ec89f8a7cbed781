"""The digest by mail: received by a real server and read back; who is mailed, what it holds, and once a day whatever is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

import pytest

from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage.mail_server import MailServer
from stage.mailing_office import ADDRESSES, CLERK, DIRECTOR, EVERYONE, HEAD, REGISTRAR, log, posting, posting_on_both, server, settle
from stage.small_office import Office, office

__all__ = ["office", "posting", "posting_on_both", "server"]


def test_each_is_mailed_once_a_day_and_the_trail_stays_as_it_is(posting_on_both: Office, server: MailServer) -> None:
    posting_on_both.done(HEAD, f"add 会议材料 --lead {HEAD} --due 2026-08-07")
    posting_on_both.done(HEAD, f"copy 3 --to {CLERK}")
    with reading(place(posting_on_both.url)) as read:
        head = read.head_text()
    said = posting_on_both.done(REGISTRAR, f"{EVERYONE} --heads")
    assert f"Mailed: {DIRECTOR}, {HEAD}, {CLERK}." in said
    assert posting_on_both.done(REGISTRAR, f"{EVERYONE} --heads --quiet") == ""
    assert sorted(to for _from, (to,), _content in server.handler.got) == sorted(ADDRESSES[name] for name in (DIRECTOR, HEAD, CLERK))
    (got,) = server.handler.to(ADDRESSES[CLERK])
    assert str(got["Subject"]) == f"演练：{CLERK}每日摘要 · 截至 2026-07-06：逾期 0 项，今日到期 1 项，即将到期 1 项"
    ((to,), (from_,)) = got["To"].addresses, got["From"].addresses
    assert (to.display_name, to.addr_spec) == (CLERK, ADDRESSES[CLERK])
    assert from_.addr_spec == "digest@office.example"
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["List-Id"].startswith("<digest.")
    assert got["Message-ID"].startswith("<digest.2026-07-06.p")
    assert datetime.fromisoformat("2026-07-06T10:00:00+08:00") == got["Date"].datetime
    for form in ("plain", "html"):
        body = got.get_body((form,))
        assert body is not None
        text = body.get_content()
        for typed in ("ack 2026-001", "ack 2026-002", "seen 2026-003"):  # each item once, with its line
            assert text.count(f"officecli {typed}") == 1
        assert text.count("会议材料") == 1
        assert head[:20] in text
        assert "请用上面的命令登记" in text
    (of_the_office,) = server.handler.to(ADDRESSES[DIRECTOR])
    assert "上面的命令" not in of_the_office.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # there are none for who only looks

    with reading(place(posting_on_both.url)) as read:
        assert read.head_text() == head
        assert verify(read).faults == ()
    posting_on_both.at("2026-07-07T02:00")
    assert CLERK in posting_on_both.done(REGISTRAR, EVERYONE)
    first, second = server.handler.to(ADDRESSES[CLERK])
    assert first["Message-ID"] != second["Message-ID"]
    before = len(log(posting_on_both))
    for moment, kept in (("2027-07-06T02:00", before + 1), ("2027-07-09T02:00", 2)):  # a claim is kept for a year, and no longer
        posting_on_both.at(moment)
        posting_on_both.done(REGISTRAR, f"digest --mail --to {CLERK}")
        assert len(log(posting_on_both)) == kept, moment


def test_who_heads_a_unit_gets_its_digest_and_the_director_the_offices(posting: Office, server: MailServer) -> None:
    posting.done(REGISTRAR, "digest --mail --heads --quiet")
    titles = {name: [str(one["Subject"]) for one in server.handler.to(address)] for name, address in ADDRESSES.items()}
    assert "督查室" in titles[HEAD][0]
    assert CLERK not in titles[HEAD][0]
    with reading(place(posting.url)) as read:
        assert read.office["name"] in titles[DIRECTOR][0]
    assert titles[CLERK] == []


def test_who_heads_a_unit_and_has_work_of_their_own_gets_both_in_one_and_each_item_once(posting: Office, server: MailServer) -> None:
    posting.done(HEAD, f"add 会议材料 --lead {HEAD} --due 2026-07-06")
    posting.done(REGISTRAR, f"{EVERYONE} --heads --quiet")
    (got,) = server.handler.to(ADDRESSES[HEAD])
    text = got.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert (text.count("每日摘要"), text.count("会议材料"), text.count("防汛值守检查")) == (2, 1, 1)
    assert "上文已列的 1 项不再重复" in text


def test_it_says_first_who_would_be_mailed_and_is_quiet_on_days_off_and_where_there_is_nothing(posting: Office, server: MailServer) -> None:
    said = posting.done(REGISTRAR, "digest --mail --everyone --dry-run")
    assert f"{CLERK} <chen@office.example>: " in said
    assert "Nothing to tell: " in said
    assert posting.done(REGISTRAR, "digest --mail --to 王强") == "Nothing to tell: 王强.\n"
    posting.at("2026-07-05T02:00")  # a Sunday
    assert "2026-07-05 is a day off" in posting.done(REGISTRAR, EVERYONE)
    assert posting.done(REGISTRAR, f"{EVERYONE} --quiet") == ""
    assert (server.handler.got, log(posting)) == ([], [])
    settle(posting, {"digest.days": "every"})
    assert "Nothing to tell" in posting.done(REGISTRAR, EVERYONE)
    posting.at("2026-07-06T02:00")
    posting.done(REGISTRAR, "config unset mail.host")
    said = posting.done(REGISTRAR, "digest --mail --everyone --dry-run")
    assert ("It would not go out yet" in said, "mail.host" in said, f"{CLERK} <chen@office.example>: " in said) == (True, True, True)


def test_a_clerk_mails_themself_alone(posting: Office, server: MailServer) -> None:
    assert "may have only their own digest mailed" in posting.type(CLERK, EVERYONE)
    assert posting.code == 1
    assert posting.type(CLERK, f"digest --mail --to {HEAD}").startswith("Refused")
    posting.done(CLERK, "add 接孩子 --kind personal --due 2026-07-06")
    assert "接孩子" in posting.done(CLERK, f"digest --for {CLERK}")
    assert posting.done(CLERK, "digest --mail") == f"Mailed: {CLERK}.\n"
    assert [to for _from, (to,), _content in server.handler.got] == [ADDRESSES[CLERK]]
    (got,) = server.handler.to(ADDRESSES[CLERK])
    text = str(got.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert ("防汛值守检查" in text, "接孩子" in text) == (True, False), "what is personal is not mailed"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("digest --to 陈静", "Say --mail too"),
        ("digest --mail --to 陈静 --everyone", "Give one of the three"),
        ("digest --mail --unit 督查室", "--unit is not for --mail"),
        ("digest --mail --format html", "--format is not for --mail"),
        ("digest --mail --to 没有此人", "没有此人"),
    ],
)
def test_what_does_not_go_together_is_said(sqlite_office: str, at: Callable[[str], None], line: str, said: str) -> None:
    at("2026-07-06T02:00")
    office_ = Office(sqlite_office, at)
    assert said in office_.type(REGISTRAR, line)
    assert office_.code in (2, 3)


def test_what_mail_clients_are_given_fetches_nothing_and_escapes_what_people_wrote(posting: Office, server: MailServer) -> None:
    posting.done(HEAD, f"add '<img src=x onerror=alert(1)> & co' --lead {CLERK} --due 2026-07-06")
    posting.done(REGISTRAR, f"digest --mail --to {CLERK}")
    page = server.handler.messages[0].get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; co" in page
    assert [one for one in ("<img", "<script", "<style", "<link", "http") if one in page] == []


def test_a_program_is_given_what_came_of_it(posting: Office, server: MailServer) -> None:
    found = json.loads(posting.done(REGISTRAR, f"digest --mail --to {CLERK} --format json"))
    assert (found["schema"], found["sent"], found["refused"]) == (found["schema"], [CLERK], [])
