"""Where a file stops being TOML, and on which line each of its tables stands."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput, NotFound, OfficeError, StorageTrouble
from officecli.files.office.reading import read_file, read_text
from officecli.files.toml.lines import Lines
from stage.office_read import OFFICE


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("[office]\nname = 青禾\n", 2, "name = 青禾"),
        ("[office]\nname = “青禾”\n", 2, "name = “青禾”"),
        ("[office\n", 1, "[office"),
        ("x = " + "9" * 10_000, 1, "x = 999"),
        ("[office]\nname = 'a'\nname = 'b'\n", 3, "name = 'b'"),
    ],
)
def test_what_is_not_toml_says_where_it_stops(text: str, line: int, why: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_text(text, "office.toml")
    assert caught.value.what == f"office.toml, line {line}: this is not valid TOML."
    assert caught.value.why.startswith(why)


def test_a_deeply_nested_file_is_refused() -> None:
    with pytest.raises(BadInput):
        read_text("x = " + "[" * 100_000, "office.toml")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "office.toml"
    path.write_bytes(b"\xef\xbb\xbf" + OFFICE.replace("\n", ending).encode())
    assert [post.label for post in read_file(path).tables["post"]] == ["Records/Head", "Agendas/Head", "Records/Filing"]


@pytest.mark.parametrize(
    ("content", "error"), [(None, NotFound), ("folder", StorageTrouble), ("办公室 = 1".encode("gb18030"), BadInput), (b"x" * 5_000_001, BadInput)]
)
def test_what_is_no_office_file(tmp_path: Path, content: bytes | str | None, error: type[OfficeError]) -> None:
    path = tmp_path / "office.toml"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        path.mkdir()
    with pytest.raises(error):
        read_file(path)


def test_lines_of_tables_keys_and_values_over_several_lines() -> None:
    text = '# a\n\n[[t]]\nx = """\n[[t]]\ny = 1\n"""\n\n[[t]]\nx = [\n  1, # ]\n  2,\n]\n[t.u]\nz = 1\n[[t]]\n"q.r".s = 2\n[other]\n'
    tomllib.loads(text)
    lines = Lines(text)
    assert [lines.of(path) for path in (("t", 0), ("t", 0, "x"), ("t", 1), ("t", 1, "x"), ("t", 1, "u", "z"), ("t", 2, "q.r", "s"), ("other",))] == [
        3,
        4,
        9,
        10,
        15,
        17,
        18,
    ]
    assert lines.of(("t", 1, "missing")) == 9
    assert lines.of(("nowhere",)) == 1


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b"]), st.lists(st.sampled_from(["", "# [x]", "k = 1", 'k = """\n[[a]]\n"""', "k = [\n'[b]',\n]"]), max_size=3)
        ),
        max_size=6,
    )
)
def test_every_table_is_found_on_its_line(tables: list[tuple[str, list[str]]]) -> None:
    text, expected, counts = "", {}, {"a": 0, "b": 0}
    for name, body in tables:
        expected[name, counts[name]] = text.count("\n") + 1
        counts[name] += 1
        kept = [line for number, line in enumerate(body) if not line.startswith("k") or not any(other.startswith("k") for other in body[:number])]
        text += f"[[{name}]]\n" + "".join(line + "\n" for line in kept)
    tomllib.loads(text)
    lines = Lines(text)
    assert {path: lines.of(path) for path in expected} == expected
