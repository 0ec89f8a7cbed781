from __future__ import annotations

from collections.abc import Iterable

import pytest

from officecli.errors import NotFound, Refused
from officecli.formats.out.page import Page
from officecli.formats.terminal.message import error_lines, show_error, show_warnings, warning_lines

REFUSAL = Refused(
    "2026-031 was not registered; nothing was changed.",
    [
        (
            "R102 same-rank-ad-hoc",
            "Zhang San and Li Si both have level 5, and Li Si's part is not stated.",
            'Say what Li Si does: --support "Li Si:draft".',
        ),
        ("D301 no-deadline", "An open item needs a deadline.", "Add --due WHEN."),
    ],
)


def said(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def test_a_refusal_gives_every_reason_and_what_to_do() -> None:
    assert said(error_lines(REFUSAL, Page(width=50))) == (
        "Refused: 2026-031 was not registered; nothing was\n"
        "  changed.\n"
        "  R102 same-rank-ad-hoc\n"
        "    Zhang San and Li Si both have level 5, and Li\n"
        "    Si's part is not stated.\n"
        "    → Say what Li Si does: --support\n"
        '      "Li Si:draft".\n'
        "  D301 no-deadline\n"
        "    An open item needs a deadline.\n"
        "    → Add --due WHEN."
    )


@pytest.mark.usefixtures("chinese")
def test_a_refusal_in_chinese() -> None:
    error = Refused("未立项,什么也没有改动。", [("D301 无时限", "在办事项必须有办结时限。", "加上 --due。")], why="有一条规则不允许。")
    assert said(error_lines(error, Page(width=24))) == (
        "不予办理: 未立项,什么也\n  没有改动。\n  有一条规则不允许。\n  D301 无时限\n    在办事项必须有办结\n    时限。\n    → 加上 --due。"
    )


def test_an_error_says_what_why_and_what_to_do() -> None:
    error = NotFound("There is no person Lee.", why="The office has 3.", fix="Did you mean Li?\nofficecli person list shows all.")
    assert said(error_lines(error, Page())) == (
        "Error: There is no person Lee.\n  The office has 3.\n  → Did you mean Li?\n    officecli person list shows all."
    )


def test_a_warning_is_told_under_its_rule() -> None:
    lines = warning_lines([("D307 deadline-on-day-off", "28 Nov 2026 is a Saturday.", "Take the Friday.")], Page())
    assert said(lines) == "Warning: D307 deadline-on-day-off\n  28 Nov 2026 is a Saturday.\n  → Take the Friday."


def test_only_the_first_word_is_coloured() -> None:
    lines = said(error_lines(NotFound("No such item."), Page(color=True)))
    assert lines == "\x1b[1;31mError:\x1b[0m No such item."


def test_messages_go_to_the_standard_error_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    show_error(NotFound("There is no \x1b[31m\u202ex."))
    show_warnings([("R1 a", "b", "")])
    out, err = capsys.readouterr()
    assert (out, err) == ("", "Error: There is no ␛[31m\\u202ex.\nWarning: R1 a\n  b\n")
