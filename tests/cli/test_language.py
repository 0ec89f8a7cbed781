"""Which language a command speaks when nobody says."""

import pytest

from officecli import i18n
from officecli.cli import session
from officecli.cli.main import run


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
