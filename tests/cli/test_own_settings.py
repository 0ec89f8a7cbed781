"""A settings file that this account cannot have written is ignored, with a warning, and never waited for."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli import personal
from officecli.cli.main import run
from officecli.files import own_settings, own_views
from officecli.store.write import file_lock


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_office: str) -> Path:
    """Where the settings file is looked for, in a world with an office."""
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office)
    path = personal.config_file()
    path.parent.mkdir(parents=True)
    return path


def written(path: Path, mode: int = 0o600) -> None:
    path.write_text('as = "nobody of this name"\n', encoding="utf-8")
    path.chmod(mode)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "no ordinary file"),
    "a folder": (Path.mkdir, "no ordinary file"),
    "everybody's": (lambda path: written(path, 0o602), "everybody may write"),
    "too large": (lambda path: path.write_bytes(b"#" * 100_000), "too large"),
    "a link to itself": (lambda path: path.symlink_to(path), "may not be read"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "no ordinary file"),
}


@pytest.mark.parametrize("what", ODD)
@pytest.mark.parametrize("lang", [["--lang", "en"], []])
def test_an_odd_file_is_ignored_with_one_warning(config: Path, capsys: pytest.CaptureFixture[str], what: str, lang: list[str]) -> None:
    make, said = ODD[what]
    make(config)
    assert run(["difficulty", "list", *lang]) == 0
    warned = capsys.readouterr().err
    assert warned.count("Warning:") == 1
    assert said in warned
    assert str(config) in warned


def test_another_accounts_file_is_ignored_and_ones_own_believed(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(config)
    assert run(["difficulty", "list"]) == 3
    assert "nobody of this name" in capsys.readouterr().err
    if os.getuid() == 0:
        os.chown(config, 4242, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert run(["difficulty", "list"]) == 0
    assert "somebody else" in capsys.readouterr().err


def test_the_warning_speaks_the_readers_language(config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    os.mkfifo(config)
    assert run(["list"]) == 0
    assert "不是普通文件" in capsys.readouterr().err


def test_a_missing_file_is_nothing_to_speak_of(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("lang", [["--lang", "zh"], []])
@pytest.mark.parametrize("text", ["lang = = 3", "columns = 3"])
def test_a_file_that_says_what_cannot_be_is_an_error_of_its_own(config: Path, capsys: pytest.CaptureFixture[str], text: str, lang: list[str]) -> None:
    config.write_text(text, encoding="utf-8")
    assert run(["list", *lang]) == 2
    assert str(config) in capsys.readouterr().err.replace("\n  ", "")


def test_a_value_that_cannot_be_is_not_called_an_unknown_name(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text, what, fix in (
        ("db = 5", "db cannot be 5.", 'db = "…"'),
        ('columns = ["number", "due"]', "columns is no table of texts.", '[columns] list = "number,title,due"'),
        ("[columns]\nlist = 3", "columns is no table of texts.", '[columns] list = "number,title,due"'),
        ('views = "is:mine"', "views is no table of texts.", '[views.mine] filter = "is:mine is:overdue"'),
        ('plain = "perhaps"', "plain cannot be perhaps.", "It takes one of: no, yes."),
    ):
        config.write_text(text, encoding="utf-8")
        assert run(["list"]) == 2
        said = " ".join(capsys.readouterr().err.split())
        assert (what in said, fix in said) == (True, True), said


def test_what_a_setting_takes_is_said_and_understood_in_the_readers_words(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*words: str) -> str:
        code = run([*words, "--as", "孙丽", "--lang", "zh"])
        printed = capsys.readouterr()
        return f"{code} {printed.out}{printed.err}"

    assert said("config", "--mine", "set", "week", "星期日") == "0 week：星期日（原无）\n"
    assert 'week = "sunday"' in config.read_text(encoding="utf-8"), "a file is read in every language"
    assert said("config", "--mine", "set", "week", "monday") == "0 week：星期一（原星期日）\n"
    assert "可填：星期一、星期六或星期日。" in said("config", "--mine", "set", "week", "月末")
    assert said("config", "set", "rules.R102.severity", "提醒") == "0 rules.R102.severity：提醒（原不予办理）\n"
    assert said("config", "digest.days", "every") == "0 digest.days：每天（原工作日）\n"
    assert "可用：停用、建议、核查、提醒、不予办理。" in said("config", "rules.R102.severity", "警示")
    shown = said("config", "list", "--format", "json")
    assert '"value": "warn", "default": "refuse"' in shown, "programs read codes"
    assert "提醒  不予办理" in said("config", "rules.R102.severity")
    assert "提醒" in said("history")
    run(["config", "rules.R102.severity", "audit", "--as", "孙丽", "--lang", "en"])
    assert capsys.readouterr().out == "rules.R102.severity: audit (was warn)\n"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ('语言 = "中文"', "lang", "zh"),
        ("语言 ＝ “英文”  # 本人", "lang", "en"),
        ('lang = "zh_CN"', "lang", "zh"),
        ('"每周首日" = "周日"', "week", "sunday"),
        ('颜色 = "不用"', "color", "never"),
        ("plain = true", "plain", "yes"),
        ('header = "键名"', "header", "keys"),
        ('dates = "按语言习惯"', "dates", "written"),
        ('姓名 = "孙丽"', "as", "孙丽"),
        ("\ufeff语言＝“中文”", "lang", "zh"),
        ("分页＝“不用”", "pager", "never"),
        ('[views.我的]\nfilter = "牵头：“孙丽”"', "lang", ""),
    ],
)
def test_a_file_written_by_hand_takes_the_words_that_config_set_takes(config: Path, text: str, name: str, value: str) -> None:
    config.write_text(f"{text}\n", encoding="utf-8")
    assert personal.setting(name) == value  # type: ignore[arg-type]


def test_what_is_set_stands_where_it_stood_under_its_chinese_name(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text("语言＝“英文” # 本人\n", encoding="utf-8")
    assert run(["config", "--mine", "set", "语言", "中文"]) == 0
    assert capsys.readouterr().out == "lang: zh (was en)\n"
    assert config.read_text("utf-8") == '"语言" = "zh" # 本人\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('语言 = "法文"', "lang 不能是“法文”。 → 可用：英文、中文。"),
        ("语言 = 中文", "第 1 行不符合 TOML 格式：语言 = 中文"),
        ('语言 = "中文"\nlang = "zh"', "lang 写了两次"),
        ('样子 = "x"', 'week = "星期一|星期六|星期日"'),
    ],
)
def test_what_a_file_cannot_say_is_told_in_the_language_of_the_place(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    config.write_text(text, encoding="utf-8")
    assert run(["list"]) == 2
    assert said in " ".join(capsys.readouterr().err.split())


def test_a_file_in_another_encoding_is_ignored_and_said(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_bytes('语言 = "中文"\n'.encode("gb18030"))
    assert run(["list"]) == 0
    assert "is no text in UTF-8" in " ".join(capsys.readouterr().err.split())


def test_what_is_wrong_in_the_file_is_mended_by_the_command_that_is_told(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text('lang = "zh', encoding="utf-8")
    assert run(["list"]) == 2
    assert "Mend it with: officecli config --mine edit" in " ".join(capsys.readouterr().err.split())
    monkeypatch.setenv("EDITOR", """sed -i 's/zh/zh"/'""")
    assert run(["config", "--mine", "edit"]) == 0
    assert config.read_text("utf-8") == 'lang = "zh"'


def test_what_two_commands_set_at_once_is_both_kept(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    went_on, keep, others = threading.Event(), own_settings.keep, list[threading.Thread]()
    monkeypatch.setattr(file_lock, "LONG", 0.0)
    monkeypatch.setattr(file_lock, "told_of_waiting", [went_on.set])

    def another() -> None:
        own_views.put("late", {"filter": "is:overdue"})
        went_on.set()

    def keep_late(written: str) -> Path:
        if not others:  # the first has read the file by now; the second ends meanwhile, or is seen to wait
            others.append(threading.Thread(target=another))
            others[0].start()
            assert went_on.wait(20)
        return keep(written)

    monkeypatch.setattr(own_settings, "keep", keep_late)
    own_settings.put("lang", "en")
    others[0].join()
    assert config.read_text("utf-8") == 'lang = "en"\n\n[views.late]\nfilter = "is:overdue"\n'


def test_a_link_to_the_settings_file_stays_one(config: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "config.toml"
    kept.parent.mkdir()
    kept.write_text("# mine\n", encoding="utf-8")
    config.symlink_to(kept)
    assert run(["config", "--mine", "set", "lang", "en"]) == 0
    assert (config.is_symlink(), kept.read_text("utf-8")) == (True, '# mine\nlang = "en"\n')
    assert [path.name for path in kept.parent.iterdir()] == ["config.toml"]


def test_what_another_changed_is_not_edited_over(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text('lang = "en"\n', encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text(f"""printf 'week = "sunday"' > {config}; sed -i 's/en/zh/' "$1"\n""", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"sh {editor}")
    assert run(["config", "--mine", "edit"]) == 2
    assert "was changed meanwhile" in " ".join(capsys.readouterr().err.split())
    assert config.read_text("utf-8") == 'week = "sunday"'


def test_columns_that_a_report_has_not_got_are_not_kept(config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """They were, and every list on a terminal complained of them."""
    assert run("config --mine set columns.list number,du".split()) == 2
    assert "Did you mean due?" in capsys.readouterr().err
    assert not config.exists()
    assert run("config --mine set columns.list number,due".split()) == 0
    monkeypatch.setenv("OFFICECLI_DB", str(config.parent / "none.db"))
    assert run("config --mine set columns.overdue number,due".split()) == 0, "without an office nobody knows"
