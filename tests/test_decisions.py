"""The decision log: each number once, the index and the marks say the same, and every link and every file that is named is there."""

from __future__ import annotations

import re

from stage.places import ROOT

LOG = ROOT / "docs" / "decisions"
TEXTS = {int(file.name[:4]): file.read_text(encoding="utf-8") for file in sorted(LOG.glob("[0-9]*.md"))}
LINK = r"\[\d+\]\([^)]*\)"
MARK = re.compile(rf"# .*\n\n\*\*(Amended|Replaced) by\*\* ({LINK}(?:(?:, | and ){LINK})*)")
SOURCES = [
    f"/{file.relative_to(ROOT).as_posix()}"
    for folder in ("src", "tests", "tools", "benchmarks")
    for file in (ROOT / folder).rglob("*")
    if "__pycache__" not in file.parts
]


def linked(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\((\d{4})-[a-z0-9.-]+\.md\)", text)]


def test_each_number_stands_once_and_its_heading_says_it() -> None:
    files = sorted(LOG.glob("[0-9]*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    assert [number for number, text in TEXTS.items() if not text.startswith(f"# {number}. ")] == []


def test_every_link_to_a_decision_leads_there_and_says_its_number() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    texts = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in pages}
    named = {name for text in texts.values() for name in re.findall(r"\b(\d{4}-[a-z0-9.-]+\.md)", text)}
    assert named - {file.name for file in LOG.glob("*.md")} == set()
    said = [(page, *pair) for page, text in texts.items() for pair in re.findall(r"\[(?:decision )?(\d+)\]\((?:decisions/)?(\d{4})-", text)]
    assert [one for one in said if one[1] != str(int(one[2]))] == []


def test_the_index_has_each_decision_once_with_the_state_that_stands_beneath_its_title() -> None:
    rows = re.findall(r"^\| \[(\d+)\]\((\d{4})-.*?\) \| (.+) \| (.+) \|$", (LOG / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(int(number) for number, *_rest in rows) == sorted(TEXTS)
    marks = {number: MARK.match(text) for number, text in TEXTS.items()}
    states = {number: f"{mark[1].lower()} by {mark[2]}" if mark else "holds" for number, mark in marks.items()}
    assert {int(number): state for number, _file, _decided, state in rows} == states


def test_who_amends_or_replaces_a_decision_names_it() -> None:
    marks = [(number, later) for number, text in TEXTS.items() if (mark := MARK.match(text)) for later in linked(mark[2])]
    assert marks
    assert [(number, later) for number, later in marks if later <= number or number not in linked(TEXTS[later])] == []
    said = {(int(number), later) for later, text in TEXTS.items() for number in re.findall(r"(?:Amends|amends|Replaces|replaces) \[(\d+)\]", text)}
    assert said - set(marks) == set()


def test_every_file_that_a_decision_names_is_there() -> None:
    replaced = {number for number, text in TEXTS.items() if (mark := MARK.match(text)) and mark[1] == "Replaced"}
    named = {(number, name) for number, text in TEXTS.items() for name in re.findall(r"`((?:[\w.-]+/)*[\w-]+\.py)`", text)}
    gone = [one for one in sorted(named) if one[0] not in replaced and not any(source.endswith(f"/{one[1]}") for source in SOURCES)]
    assert gone == []  # say where it is now, or what was decided since
