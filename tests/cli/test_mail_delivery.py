"""Digests on their way: one message for each person and day, whatever becomes of the server, the connection, or whoever sends it."""

from __future__ import annotations

import os
import signal
import smtplib
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.formats.mail.letter import route
from officecli.store.place import place
from stage.mail_server import PASSWORD, USER, MailServer, free_port, mail_server
from stage.mailing_office import ADDRESSES, CLERK, DIRECTOR, EVERYONE, HEAD, REGISTRAR, log, one_office, posting_on_both, server, settle
from stage.small_office import Office, office
from stage.tampering import by_hand

__all__ = ["office", "one_office", "posting_on_both", "server"]


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
