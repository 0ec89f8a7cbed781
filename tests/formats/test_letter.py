"""One message: what a letter tells, and what stands in its head, whatever people are called."""

from __future__ import annotations

import html
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default

import pytest

from officecli.formats.mail.digest_letter import letter
from officecli.formats.mail.letter import Letter, message, route
from officecli.reports.items.digest_readers import MailedDigest
from officecli.reports.shape.report import Column, Report


def test_what_a_letter_leaves_out_is_told_with_the_command_that_shows_it() -> None:
    columns = (Column("number", "number"), Column("title", "title"))
    report = Report("digest", "Digest", "2026-07-06", columns, ({"number": "2026-001", "title": "Lifts"},), total=12)
    asked = MailedDigest(report, 'officecli digest --for "City Clerk" --limit 0')
    for text in (letter([asked]).text, html.unescape(letter([asked]).html)):
        assert '… 11 more: officecli digest --for "City Clerk" --limit 0' in text


NAMES = [
    "Cole, Ben",
    'Ana "Bo" Lee',
    "欧阳，震华",
    "张三, 李四",
    "Łukasz (boss) <x@y>",
    "O'Neil \\ Back",
    "Ben\r\nBcc: all@office.example",
    "=?utf-8?q?x?=",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_can_add_to_the_head_of_a_message(name: str) -> None:
    here = route("a@office.example")
    assert here is not None
    made = message(
        Letter(name, "text\n", "<p>text</p>\n"), sender=(name, here), to=(name, here), id_="<m@x>", origin="o", timezone="UTC", language="en"
    )
    got = message_from_bytes(made.as_bytes(), policy=default)
    assert len(got["To"].addresses) == len(got["From"].addresses) == 1
    assert (got["To"].addresses[0].addr_spec, got["Bcc"]) == ("a@office.example", None)
    if name.isprintable() and "=?" not in name:
        assert got["To"].addresses[0].display_name == got["Subject"] == name


@pytest.mark.parametrize(
    "name",
    ["办" * 60, "Digest for Office of the City Clerk, City of Port Alder · as of 2026-11-29: 30 overdue", "Ana " * 19 + "Ana", "é, " * 20 + "x"],
)
def test_long_texts_in_any_script_are_read_back_as_they_were_in_short_lines(name: str) -> None:
    here = route("a@office.example")
    assert here is not None
    made = message(Letter(name, "t\n", "h\n"), sender=(name, here), to=("x", here), id_="<m@x>", origin="o", timezone="UTC", language="zh")
    got = message_from_bytes(made.as_bytes(), policy=default)
    assert (got["Subject"], got["Subject"].defects, got["From"].addresses[0].addr_spec, got["From"].defects) == (name, (), "a@office.example", ())
    sender = message_from_bytes(made.as_bytes())["From"]  # as others read it: Python's newer way puts spaces between the words of a name
    assert " ".join(str(make_header(decode_header(sender))).replace('"', "").split()) == f"{name} <a@office.example>"
    lines = made.as_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 78
    assert not [line for line in lines if line.endswith(b" ") or b"\n" in line]
