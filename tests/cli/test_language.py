"""Which language a command speaks when nobody says."""

import pytest

from officecli import i18n
from officecli.cli import session
from officecli.cli.main import run
from stage.small_office import Office, office

__all__ = ["office"]


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh_CN.GB18030", "zh"),
        ("en_US.UTF-8", "en"),
        ("de_DE", "en"),
        ("C", "zh"),
        ("POSIX", "zh"),
        ("C.UTF-8", "zh"),
        ("", "zh"),
    ],
)
def test_a_locale_that_names_no_language_leaves_it_to_the_office(
    locale: str, spoken: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFICECLI_DB", sqlite_url)
    assert run(["init", "--lang", "zh"]) == 0
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    capsys.readouterr()
    session.take_globals([])
    session.choose_language()
    assert i18n.language() == spoken


@pytest.mark.parametrize(
    "typed", [["list", "--db", ""], ["--as=", "list"], ["list", "--lang"], ["--plain=1", "list"], ["--db=", "list", "--lang", "zh"]]
)
def test_a_fault_of_what_stands_everywhere_is_told_in_the_readers_language(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFICECLI_LANG", "" if "zh" in typed else "zh")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert run(typed) == 2
    assert "错误：" in capsys.readouterr().err


def test_what_is_to_be_typed_is_said_in_words_of_the_readers_language(office: Office) -> None:
    office.change("post 督查科员 seats=3")
    assert "--manner 考试|面试|考察|调任|任命" in office.done("孙丽", "person add 何苗 --post 督查科员 --lang zh")
    assert "--manner exam|interview" in office.done("孙丽", "person add 何苇 --post 督查科员")
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-7")
    office.at("2026-07-20T02:00")
    typed = """officecli overdue '交办人:"吴芳"'"""
    assert typed in office.done("吴芳", "digest --for 吴芳 --lang zh")
    assert "1 item" in office.done("吴芳", "overdue '交办人:\"吴芳\"'")
