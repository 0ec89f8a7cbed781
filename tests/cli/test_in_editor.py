"""edit --editor: what is changed in the file is what is recorded, under the same checks, and nothing that was written there is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.cli import in_editor
from officecli.files.edited_items import Before, read_back, written_out
from stage.small_office import Office

Change = Callable[[str], str]


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Office:
    at("2026-07-06T02:00")
    monkeypatch.setenv("EDITOR", "nano")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    office = Office(sqlite_office, at)
    for title in ('核对"台账"', "来信办理"):
        office.done("吴芳", f"add '{title}' -l 陈静 -d 7-31")
    return office


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Makes the editor change the file so, one time after the other; answers with the texts it was given."""

    def is_(*changes: Change) -> list[str]:
        seen: list[str] = []
        left = iter(changes)

        def run(command: Sequence[str], **_more: object) -> subprocess.CompletedProcess[str]:
            file = Path(command[-1])
            seen.append(file.read_text(encoding="utf-8"))
            file.write_text(next(left)(seen[-1]), encoding="utf-8")
            return subprocess.CompletedProcess(command, 0)

        monkeypatch.setattr(subprocess, "run", run)
        return seen

    return is_


def put(key: str, value: str) -> Change:
    return lambda text: re.sub(rf"^{key} = .*", f"{key} = {value}", text, flags=re.MULTILINE)


def kept(said: str) -> Path:
    found = re.search(r"What you wrote is kept: (\S+)", said.replace("\n", " "))
    assert found, said
    return Path(found[1])


def items(office: Office, fields: str) -> list[dict[str, object]]:
    return office.rows(f"SELECT {fields} FROM item ORDER BY id")


def test_what_is_changed_there_is_recorded(office: Office, editor: Callable[..., list[str]], tmp_path: Path) -> None:
    seen = editor(lambda text: text, put("hours", "3.5"), lambda text: text.replace("来信办理", "来信办理（二）"), put("focus", '"hot-issue"'))
    assert office.done("吴芳", "edit 1-2 --editor") == "Nothing was changed.\n"
    assert r"核对\"台账\"" in seen[0]
    assert "hours – → 3.5" in office.done("吴芳", "edit 1-2 --editor")
    said = office.done("吴芳", "edit 1-2 --editor")
    assert (said.count("changed:"), items(office, "title")[1]) == (1, {"title": "来信办理（二）"})
    said = office.done("吴芳", "edit 2 --editor --dry-run")
    assert "dry run" in said
    assert items(office, "hours, focus") == [{"hours": 3.5, "focus": None}] * 2
    kept(said).unlink()
    assert not list(tmp_path.glob("**/officecli.toml"))


def test_a_real_editor(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "my editor.py"
    script.write_text("import sys, pathlib\np = pathlib.Path(sys.argv[1])\np.write_text(p.read_text().replace('ordinary\" #', 'urgent\" #'))\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}'")
    office.done("吴芳", "edit 1 --editor")
    assert items(office, "urgency") == [{"urgency": "urgent"}, {"urgency": "ordinary"}]
    for wrong in ("false", "no-such-editor"):
        monkeypatch.setenv("VISUAL", wrong)
        assert "kept" not in office.type("吴芳", "edit 1 --editor")  # nothing was written there
        assert office.code == 74
    assert not list(tmp_path.glob("**/officecli.toml"))


@pytest.mark.parametrize(("change", "code", "said"), [
    (lambda text: text.replace('goal = ""', "goal = “办结”"), 2, "line 7: this is not valid TOML"),
    (lambda text: text.replace("goal =", "gaol ="), 2, "Did you mean goal?"),
    (lambda text: text.replace('"2026-001"', '"2026-003"'), 2, "2026-003 was not opened here"),
    (put("number", '"2026-001"'), 2, "2026-001 stands here twice"),
    (put("due", '"某日"'), 2, "“某日” is not a date"),
    (put("hours", '"many"'), 2, "takes a number of hours"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_kept(office: Office, editor: Callable[..., list[str]], change: Change, code: int, said: str) -> None:
    seen = editor(change)
    told = office.type("吴芳", "edit 1-2 --editor")
    assert said in told
    assert office.code == code
    assert kept(told).read_text(encoding="utf-8") == change(seen[0])
    assert items(office, "version") == [{"version": 1}] * 2


def test_on_a_terminal_it_is_opened_again_as_it_was_left(office: Office, editor: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_editor, "may_ask", lambda: True)
    monkeypatch.setattr("officecli.cli.in_editor.sure", lambda *_texts, **_how: True)

    def second_is_wrong(text: str) -> str:
        first, second = text.split("[[item]]")[1:]
        return "[[item]]".join(("", put("hours", "2")(first), put("due", '"某日"')(second)))

    seen = editor(lambda text: text + "oops", lambda text: text.replace("oops", ""), second_is_wrong, put("due", '"2026-08-03"'))
    office.done("吴芳", "edit 1-2 --editor")
    assert "Nothing was changed" not in seen
    assert seen[1].endswith("oops")
    office.done("吴芳", "edit 1-2 --editor")
    assert items(office, "hours, due") == [{"hours": 2.0, "due": "2026-08-03"}, {"hours": None, "due": "2026-08-03"}]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(office: Office, editor: Callable[..., list[str]]) -> None:
    def meanwhile(text: str) -> str:
        office.done("吴芳", "edit 1 --goal 全部核对")
        return put("importance", '"major"')(text)

    editor(meanwhile)
    said = office.type("吴芳", "edit 1-2 --editor")
    assert office.code == 1
    assert "2026-001: 2026-001 was changed by somebody else" in said
    assert kept(said).exists()
    assert items(office, "goal, importance") == [{"goal": "全部核对", "importance": "normal"}, {"goal": "", "importance": "major"}]


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_not_changed_is_read_as_it_was(title: str, goal: str) -> None:
    before = {"2026-001": Before(1, {"title": title, "goal": goal, "due": ""})}
    assert read_back(written_out(before), before) == {}


def test_an_editor_that_takes_the_file_away_or_is_no_command_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "rm -r")
    assert "officecli.toml" in office.type("吴芳", "edit 1 --editor")
    assert office.code == 74
    monkeypatch.setenv("EDITOR", 'sh -c \'rm -r "$(dirname "$0")"\'')
    assert "cannot be read" in office.type("吴芳", "edit 1 --editor")
    assert office.code == 74
    monkeypatch.setenv("EDITOR", "'nano")
    assert "a quotation mark is not closed" in office.type("吴芳", "edit 1 --editor")
    assert office.code == 2
