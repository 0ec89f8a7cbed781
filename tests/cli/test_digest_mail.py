"""The digest by mail: received by a real server and read back; one message for each person and day, whatever happens to whoever sends it."""

from __future__ import annotations

import json
import os
import signal
import smtplib
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from officecli.formats.mail.letter import route
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage.mail_server import PASSWORD, USER, MailServer, free_port, mail_server
from stage.small_office import Office, office
from stage.tampering import by_hand

REGISTRAR, HEAD, CLERK, DIRECTOR = "孙丽", "李娜", "陈静", "周海"
ADDRESSES = {REGISTRAR: "sun@office.example", HEAD: "li@office.example", CLERK: "chen@office.example", DIRECTOR: "zhou@office.example"}
__all__ = ["office"]
EVERYONE = "digest --mail --everyone"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MailServer]:
    with mail_server(tmp_path) as running:
        yield running


def made_ready(office: Office, server: MailServer) -> Office:
    """With something for its clerk and her head to do, and the addresses of four."""
    settle(office, server.settings())
    for name, address in ADDRESSES.items():
        office.done(REGISTRAR, f"person set {name} --email {address}")
    office.done(HEAD, f"add 信访件督办 --lead {CLERK} --due 2026-07-07")
    office.done(HEAD, f"add 防汛值守检查 --lead {CLERK} --due 2026-07-06")
    return office


@pytest.fixture
def posting(sqlite_office: str, at: Callable[[str], None], server: MailServer) -> Office:
    """The small office, made ready, in a SQLite file."""
    at("2026-07-06T02:00")
    return made_ready(Office(sqlite_office, at), server)


@pytest.fixture
def posting_on_both(office: Office, server: MailServer) -> Office:
    """The same on both engines, for what the log itself is asked."""
    return made_ready(office, server)


def settle(office: Office, settings: dict[str, str]) -> None:
    for name, value in settings.items():
        office.done(REGISTRAR, f'config set {name} "{value}"')


def log(office: Office) -> list[tuple[str, int, str | None]]:
    """What the log says: of whom, which message, what became of it."""
    rows = office.rows("SELECT p.name, m.number, m.delivery FROM mail_log m JOIN person p ON p.id = m.person_id ORDER BY p.id, m.number")
    return [(row["name"], row["number"], row["delivery"]) for row in rows]


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


@pytest.fixture
def one_office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """As `posting`, on SQLite and without its server."""
    at("2026-07-06T02:00")
    found = Office(sqlite_office, at)
    for name, address in ADDRESSES.items():
        found.done(REGISTRAR, f"person set {name} --email {address}")
    found.done(HEAD, f"add 信访件督办 --lead {CLERK} --due 2026-07-07")
    return found


def test_a_server_that_is_not_there_leaves_no_claim_and_the_next_run_mails(one_office: Office, tmp_path: Path) -> None:
    settle(one_office, {"mail.host": "localhost", "mail.port": str(free_port()), "mail.security": "none", "mail.from": "digest@office.example"})
    said = one_office.type(REGISTRAR, EVERYONE)
    assert one_office.code == 74
    assert "takes no mail" in said
    settle(one_office, {"mail.host": "nowhere.invalid"})
    one_office.type(REGISTRAR, EVERYONE)
    assert (one_office.code, log(one_office)) == (74, [])
    with mail_server(tmp_path) as server:
        settle(one_office, server.settings())
        assert CLERK in one_office.done(REGISTRAR, EVERYONE)


@pytest.mark.parametrize("security", ["starttls", "ssl"])
def test_by_tls_and_password_which_is_shown_nowhere(one_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str) -> None:
    secret = tmp_path / "password"
    secret.write_text(f"{PASSWORD}\n")
    secret.chmod(0o600)
    with mail_server(tmp_path, security=security) as server:
        settle(one_office, server.settings(security) | {"mail.user": USER, "mail.password_file": str(secret)})
        assert "certificate is not trusted" in one_office.type(REGISTRAR, EVERYONE)
        monkeypatch.setenv("SSL_CERT_FILE", str(server.authority))
        monkeypatch.setenv("OFFICECLI_MAIL_PASSWORD", f"{PASSWORD}x")
        said = one_office.type(REGISTRAR, EVERYONE)
        assert (one_office.code, PASSWORD in said, "535 5.7.8 no entry with •••" in said) == (74, False, True)
        assert log(one_office) == []
        monkeypatch.delenv("OFFICECLI_MAIL_PASSWORD")
        assert CLERK in one_office.done(REGISTRAR, EVERYONE)
        assert len(server.handler.got) == 1
        shown = one_office.done(REGISTRAR, "config list --format json") + one_office.done(REGISTRAR, "history")
        assert PASSWORD not in shown
        secret.chmod(0o640)
        assert "Others than you may read" in one_office.type(REGISTRAR, "digest --mail --to 周海")
        assert one_office.code == 2


def test_a_server_that_never_answers_is_given_up(one_office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.formats.mail.post.PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settle(one_office, {"mail.host": "127.0.0.1", "mail.port": str(port), "mail.security": "none", "mail.from": "a@office.example"})
        assert "takes no mail" in one_office.type(REGISTRAR, EVERYONE)
    assert (one_office.code, log(one_office)) == (74, [])


def test_no_password_goes_over_an_open_line(one_office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(one_office, {"mail.host": "mail.office.example", "mail.security": "none", "mail.from": "a@office.example", "mail.user": USER})
    monkeypatch.setenv("OFFICECLI_MAIL_PASSWORD", PASSWORD)
    assert "unencrypted" in one_office.type(REGISTRAR, EVERYONE)
    settle(one_office, {"mail.security": "starttls"})
    monkeypatch.delenv("OFFICECLI_MAIL_PASSWORD")
    assert "asks for a password, and none is given" in one_office.type(REGISTRAR, EVERYONE)


def test_who_is_refused_or_has_no_address_stands_in_the_registrars_digest(one_office: Office, server: MailServer) -> None:
    settle(one_office, server.settings())
    one_office.done(REGISTRAR, f'person set {HEAD} --email ""')
    one_office.done(HEAD, f"add 台账核对 --lead {HEAD} --due 2026-07-06")
    server.handler.refuses = {ADDRESSES[CLERK]: "550 no such user"}
    said = one_office.type(REGISTRAR, EVERYONE)
    assert (one_office.code, f"Refused by the mail server: {CLERK}" in said, f"No mail address on record: {HEAD}" in said) == (1, True, True)
    (told,) = server.handler.to(ADDRESSES[REGISTRAR])
    text = str(told.get_content() if not told.is_multipart() else told.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert f"{CLERK}（2026-07-06 邮件服务器拒收：550 no such user）" in text
    assert HEAD in text
    assert "did not go out" in one_office.done(REGISTRAR, f"digest --for {REGISTRAR}")
    assert "did not go out" not in one_office.done(REGISTRAR, f"digest --for {CLERK}")
    assert one_office.type(REGISTRAR, EVERYONE) != said
    assert server.handler.to(ADDRESSES[CLERK]) == []
    one_office.done(REGISTRAR, f"person set {CLERK} --email right@office.example")
    one_office.done(REGISTRAR, f"person set {HEAD} --email {ADDRESSES[HEAD]}")
    assert f"Mailed: {HEAD}, {CLERK}." in one_office.done(REGISTRAR, EVERYONE)
    assert "did not go out" not in one_office.done(REGISTRAR, f"digest --for {REGISTRAR}")


def test_who_is_put_off_is_mailed_by_the_next_run(one_office: Office, server: MailServer) -> None:
    settle(one_office, server.settings())
    server.handler.refuses = {ADDRESSES[CLERK]: "451 come back later"}
    assert f"tried again by the next run: {CLERK}: 451 come back later" in one_office.done(REGISTRAR, EVERYONE)
    server.handler.refuses = {}
    assert f"Mailed: {CLERK}" in one_office.done(REGISTRAR, EVERYONE)
    assert (CLERK, 1, "sent") in log(one_office)


def test_what_the_server_will_not_take_at_the_end_is_not_sent_again_by_itself(one_office: Office, server: MailServer) -> None:
    settle(one_office, server.settings())
    server.handler.at_the_end = lambda: "451 full"
    one_office.type(REGISTRAR, f"digest --mail --to {CLERK}")
    assert (one_office.code, log(one_office)) == (1, [(CLERK, 1, "refused")])
    server.handler.at_the_end = lambda: None
    one_office.done(REGISTRAR, f"digest --mail --to {CLERK}")
    assert len(server.handler.got) == 1


def run_apart(url: str, *arguments: str) -> subprocess.Popen[str]:
    """The command in a process of its own, on the same morning."""
    environment = {**os.environ, "OFFICECLI_NOW": "2026-07-06T02:00", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "officecli", *arguments, "--db", url, "--as", REGISTRAR],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_killed_when_the_server_has_it_and_nobody_knows_it_is_never_sent_twice(one_office: Office, server: MailServer) -> None:
    settle(one_office, server.settings())
    running: list[subprocess.Popen[str]] = []

    def kill() -> None:
        running[0].send_signal(signal.SIGKILL)
        running[0].wait()

    server.handler.at_the_end = kill
    running.append(run_apart(one_office.url, "digest", "--mail", "--to", CLERK))
    running[0].communicate()
    assert running[0].returncode == -signal.SIGKILL
    server.handler.at_the_end = lambda: None
    assert log(one_office) == [(CLERK, 1, None)]
    assert "today already, or begun" in one_office.done(REGISTRAR, f"digest --mail --to {CLERK}")
    one_office.at("2026-07-06T03:00")
    assert one_office.done(REGISTRAR, f"digest --mail --to {CLERK} --quiet") == ""
    assert len(server.handler.got) == 1
    assert f"Mail that may not have arrived: {CLERK} (2026-07-06)" in one_office.done(REGISTRAR, f"digest --for {REGISTRAR}")
    assert one_office.done(REGISTRAR, f"digest --again {CLERK}") == f"Mailed: {CLERK}.\n"
    first, second = server.handler.to(ADDRESSES[CLERK])
    assert first["Message-ID"] != second["Message-ID"]
    assert "may not have arrived" not in one_office.done(REGISTRAR, f"digest --for {REGISTRAR}")


def test_two_runs_at_once_mail_each_once(posting_on_both: Office, server: MailServer) -> None:
    both = [run_apart(posting_on_both.url, *EVERYONE.split(), "--heads") for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert sorted(to for _from, (to,), _content in server.handler.got) == sorted(ADDRESSES[name] for name in (DIRECTOR, HEAD, CLERK))


def test_a_rehearsals_clock_mails_nobody_of_a_real_office(one_office: Office, server: MailServer) -> None:
    settle(one_office, server.settings())
    with by_hand(place(one_office.url)) as hand:
        hand.execute("UPDATE office SET rehearsal = 0")
        hand.commit()
    said, _none = run_apart(one_office.url, "digest", "--mail", "--to", CLERK).communicate()
    assert "this office is no rehearsal" in said
    assert (server.handler.got, log(one_office)) == ([], [])


def test_a_connection_lost_on_the_way_may_have_delivered_it(one_office: Office, server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(one_office, server.settings())
    monkeypatch.setattr(smtplib.SMTP, "getreply", _lost_after_the_message(smtplib.SMTP.getreply))
    said = one_office.type(REGISTRAR, f"digest --mail --to {CLERK}")
    assert (one_office.code, "May not have arrived" in said) == (1, True)
    assert log(one_office) == [(CLERK, 1, None)]


def _lost_after_the_message(real: Callable[..., tuple[int, bytes]]) -> Callable[..., tuple[int, bytes]]:
    waits = [False]

    def getreply(server: smtplib.SMTP) -> tuple[int, bytes]:
        if waits[0]:
            server.close()
            raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
        code, said = real(server)
        waits[0] = code == 354
        return code, said

    return getreply


def test_addresses_beyond_ascii_are_taken_where_the_server_knows_them(one_office: Office, tmp_path: Path) -> None:
    one_office.done(REGISTRAR, f"person set {CLERK} --email 陈静@office.example")
    with mail_server(tmp_path, smtputf8=False) as server:
        settle(one_office, server.settings())
        assert "knows no addresses beyond ASCII" in one_office.type(REGISTRAR, f"digest --mail --to {CLERK}")
        assert server.handler.got == []
    with mail_server(tmp_path) as server:
        settle(one_office, server.settings())
        assert one_office.done(REGISTRAR, f"digest --again {CLERK}") == f"Mailed: {CLERK}.\n"
        assert [to for _from, (to,), _content in server.handler.got] == ["陈静@office.example"]
    found = route("ben@büro.example")
    assert found is not None
    assert (found.address, found.utf8) == ("ben@xn--bro-hoa.example", False)
    assert [route(one) for one in ("a b@c", "a@b@c", "a@b\r\nRCPT TO:<x@y>", "<a@b>", "a@", "")] == [None] * 6


def test_what_mail_clients_are_given_fetches_nothing_and_escapes_what_people_wrote(posting: Office, server: MailServer) -> None:
    posting.done(HEAD, f"add '<img src=x onerror=alert(1)> & co' --lead {CLERK} --due 2026-07-06")
    posting.done(REGISTRAR, f"digest --mail --to {CLERK}")
    page = server.handler.messages[0].get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; co" in page
    assert [one for one in ("<img", "<script", "<style", "<link", "http") if one in page] == []


def test_a_program_is_given_what_came_of_it(posting: Office, server: MailServer) -> None:
    found = json.loads(posting.done(REGISTRAR, f"digest --mail --to {CLERK} --format json"))
    assert (found["schema"], found["sent"], found["refused"]) == (found["schema"], [CLERK], [])
