"""What verify says of a store that nobody tampered with, against a head known elsewhere, and in words."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from officecli.cli import main
from officecli.cli.commands.discipline.verify import WORDS, read_head
from officecli.errors import BadInput, NotFound
from officecli.formats.terminal.frame import trail
from officecli.store.place import place
from officecli.store.proof.soundness import Meanwhile
from officecli.store.proof.verify import verify
from stage import by_row
from stage.tampering import by_hand, drop_guards, forge, reader


def test_an_untouched_store_is_clean(full: by_row.Staged) -> None:
    with full.reading() as read:
        verdict = verify(read)
        assert verdict.faults == ()
        assert verdict.head == read.head_text()
        assert verdict.entries == read.head()[0]


def test_the_trail_is_read_in_parts(full: by_row.Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.store.proof.verify.AT_ONCE", 4)
    monkeypatch.setattr("officecli.store.proof.replay.BATCH", 2)
    told: list[int] = []
    with full.reading() as read:
        verdict = verify(read, watch=told.append)
    assert verdict.faults == ()
    assert told == list(range(4, verdict.entries + 1, 4))


def test_the_file_is_looked_at_meanwhile(full: by_row.Staged, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if full.place.engine == "postgresql":
        return  # its server looks after its files
    copy = place(str(shutil.copy(full.place.path, tmp_path / "copy.db")))
    with by_hand(copy, keep=True) as hand:
        hand.execute("UPDATE note SET item_id = 987654, text = x'00'")
    assert main.run(["verify", "--format", "json", "--db", str(copy.path)]) == 1
    found = {
        (fault["kind"], fault["table"]): fault["found"] for fault in json.loads(capsys.readouterr().out)["faults"] if fault["field"] in ("", "text")
    }
    assert found["refers-to-nothing", "note"] == "item"
    assert found["differs", "note"] == "b'\\x00'", "bytes, which only a hand leaves there"
    with pytest.raises(NotFound):
        Meanwhile(place(str(tmp_path / "nothing.db"))).unsound()


def test_only_a_head_known_elsewhere_shows_a_rewritten_end(full: by_row.Staged) -> None:
    with full.reading() as read:
        seq, hash_ = read.head()
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        forge(hand, seq, reason="why not")
        faults = verify(reader(hand, full.place), (seq, hash_[:16])).faults
        assert [fault.kind for fault in faults if not fault.kind.startswith("trigger-")] == ["other-head"]
        assert verify(reader(hand, full.place), (seq + 1, hash_[:16])).faults[0].kind == "shorter"


def test_an_old_paper_is_found_in_a_trail_that_went_on(full: by_row.Staged) -> None:
    with full.reading() as read:
        old = read.head()
    full.item("新事项", "李明", "2026-08-01")
    with full.reading() as read:
        assert verify(read, (old[0], old[1][:16])).faults == ()
        assert [fault.kind for fault in verify(read, (old[0], "0" * 16)).faults] == ["other-head"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "12:",
        "12:abc",
        "12:xyzxyzxyzxyzxyzx",
        "12:5f0c2a9be1d473a",
        ":" + "a" * 16,
        "1" * 16 + ":" + "a" * 16,
        "-1:" + "a" * 16,
        "12:" + "a" * 65,
    ],
)
def test_a_malformed_head_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput):
        read_head(text)


def test_a_head_is_read_as_it_is_printed() -> None:
    assert read_head(" 1204:5F0C2A9BE1D473AA ") == (1204, "5f0c2a9be1d473aa")


def test_a_short_head_says_how_much_it_proves(full: by_row.Staged, capsys: pytest.CaptureFixture[str]) -> None:
    with full.reading() as read:
        seq, hash_ = read.head()
    address = full.place.url or str(full.place.path)
    for digits, said in {16: True, 31: True, 32: False, 64: False}.items():
        assert main.run(["verify", "--head", f"{seq}:{hash_[:digits]}", "--db", address]) == 0
        assert (f"Only {digits} of its 64 digits were compared" in capsys.readouterr().out) == said
    assert main.run(["verify", "--head", f"{seq}:{hash_[:15]}", "--db", address]) == 2
    capsys.readouterr()
    assert main.run(["verify", "--head", f"{seq}:{hash_[:20]}", "--format", "json", "--db", address]) == 0
    assert json.loads(capsys.readouterr().out)["compared_digits"] == 20


def test_a_window_shows_sixteen_digits_and_whatever_is_kept_thirty_two() -> None:
    head = "1204:" + "5f0c2a9b" * 8
    assert trail(head, in_window=True) == "trail 1204:5f0c2a9b5f0c2a9b"
    assert trail(head) == "trail 1204:" + "5f0c2a9b" * 4
    assert trail("") == ""


def test_every_kind_of_fault_has_words() -> None:
    import officecli.store

    sources = [path.read_text(encoding="utf-8") for path in Path(officecli.store.__file__).parent.rglob("*.py")]
    first = [said for source in sources for said in re.findall(r"Fault\(([^,)]*)", source)]
    kinds = {kind for said in first for kind in re.findall(r'"([a-z-]+)"', said)}
    composed = {f"{what}-{how}" for what in ("trigger", "function", "view", "part") for how in ("missing", "changed")} | {
        "trigger-added",
        "part-added",
    }
    assert kinds | composed == set(WORDS)
