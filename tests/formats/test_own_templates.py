"""A template of one's own makes the paper; a broken one says where and what, and reaches nothing but what it is given."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest

from officecli import i18n
from officecli.errors import BadInput
from officecli.formats import as_docx, as_html, as_md
from officecli.formats.out.page import Page
from officecli.formats.paper.own_template import own_template, values_of
from officecli.reports.shape.document import Chapter, Document, Letter, Table
from officecli.reports.shape.report import Column

NAME = "<b>*Ana*</b>"
Put = Callable[[str, "str | bytes"], Path]


def paper_of(*numbers: str) -> Document:
    facts = (Column("number", "No."), Column("due", "due", "date"), Column("lead", "lead"), Column("contact", "contact", sparse=True))
    slip = Chapter("Receipt", facts=(Column("receiver", "by"),), blanks=frozenset({"receiver"}))
    letter = Letter("Records", ("First 2026-07-15.", "Second."), (), "The Office", "2026-07-15", slip)
    table = Table(
        "late", "Late", (Column("number", "No."), Column("due", "due", "date")), ({"number": "7", "due": "2026-07-01"}, {"number": "8", "due": None})
    )
    chapters = tuple(
        Chapter("Notice", 1, facts, {"number": one, "due": "2026-07-20", "lead": NAME}, tables=(table,), letter=letter) for one in numbers
    )
    return Document("paper-notice", "Notices", "2026-07-16", chapters, head="9:abcd", office="The Office", region="US")


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    folder = tmp_path / "officecli" / "templates"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def write(name: str, content: str | bytes) -> Path:
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def text_of(format_: Any, document: Document) -> str:
    stream = io.StringIO()
    format_.write_document(document, stream, Page())
    return stream.getvalue()


def word_of(document: Document) -> Any:
    stream = io.BytesIO()
    as_docx.write_document(document, stream, Page())
    return docx.Document(stream)


def word_template(*paragraphs: tuple[str, ...], row: tuple[str, ...] = (), foot: str = "") -> bytes:
    """A Word file whose paragraphs have these runs, the first of each bold."""
    made = docx.Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for run in runs:
            paragraph.add_run(run).bold = run is runs[0]
    if row:
        for cell, text in zip(made.add_table(1, len(row)).rows[0].cells, row, strict=True):
            cell.text = text
    made.sections[0].footer.paragraphs[0].text = foot
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_text_template_is_filled_in_for_each_paper_and_what_people_wrote_stays_text(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("notice.html", "<style>p{color:red}</style>{% for row in late %}<p>{{ lead }} {{ row.number }} {{ row.due }}</p>{% endfor %}{{ contact }}")
    page = text_of(as_html, paper_of("1", "2"))
    assert page.count("<p>&lt;b&gt;*Ana*&lt;/b&gt; 7 1 Jul 2026</p><p>&lt;b&gt;*Ana*&lt;/b&gt; 8 </p>") == 2
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:;" in page
    put("notice.md", "# {{ number }}\n{{ lead }}, {{ said.splitlines()[0] }}")
    assert text_of(as_md, paper_of("1")) == "# 1\n\\<b\\>\\*Ana\\*\\</b\\>, First 15 Jul 2026."
    put("notice.zh.md", "中文 {{ number }}")
    monkeypatch.setattr(i18n, "_language", "zh")
    assert text_of(as_md, paper_of("1")) == "中文 1"


def test_a_word_template_keeps_its_look_and_repeats_the_row_of_a_table(put: Put) -> None:
    template = word_template(
        ("No. {{ num", "ber }} to ", "{{to}}"),
        ("{{ said }}",),
        ("{{ lead|upper }}{{ slip.receiver }}",),
        row=("{{ late.number }}", "{{ late.due }}"),
        foot="{{ office }}",
    )
    put("notice.docx", template)
    read = word_of(paper_of("1", "2"))
    assert [[run.text for run in paragraph.runs] for paragraph in read.paragraphs[:3]] == [
        ["No. 1", " to ", "Records"], ["First 15 Jul 2026.\nSecond."], [NAME.upper()],
    ]  # fmt: skip
    assert read.paragraphs[0].runs[0].bold
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in read.tables] == [[["7", "1 Jul 2026"], ["8", ""]]] * 2
    assert read.sections[0].footer.paragraphs[0].text == "The Office"
    assert "No. 2 to Records" in [paragraph.text for paragraph in read.paragraphs]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notice.md", "a\n{{ numbr }}\n{{ leed }} {{ numbr }}", "placeholders there are none of: line 2: “numbr”; line 3: “leed”."),
        ("notice.md", "a\n\n{% if x %}\n{{ lead }", "in, line 4: unexpected '}'."),
        ("notice.md", "a\n{% for row in late %}\n{{ row.nr }}{% endfor %}", "in, line 3: there is no placeholder “nr”."),
        ("notice.html", "\n{{ ''.__class__.__mro__ }}", "in, line 2: access to attribute '__class__' of 'str' object is unsafe."),
        ("notice.html", "{% include '/etc/passwd' %}", "in, line 1: no loader"),
        ("notice.html", "<!doctype html><HTML>", "it is a whole page"),
        ("notice.md", b"\xff\xfe", "it is no text in UTF-8"),
        ("notice.docx", b"PK no", "it is no Word file"),
        ("notice.docx", word_template(("x",), ("{{ numbr }} {{ to", " }}")), "paragraph 2 (“{{ numbr }} {{ to }}”): “numbr”."),
        ("notice.docx", word_template(("{{ number",)), "paragraph 1 (“{{ number”): braces that are opened and not closed"),
        ("notice.docx", word_template(("{% if x %}",)), "no {% statements %}"),
        ("notice.docx", word_template(("{{ to.__class__ }}",)), "is unsafe"),
        ("notice.docx", word_template(("x",), foot="{{ number }}"), "“number” is not the same for every paper"),
    ],
    # A Word file holds the moment it was made: as a name it would differ from one of the processes that share the tests to the next.
    ids=lambda given: "file" if isinstance(given, bytes) else None,
)
def test_a_broken_template_says_where_and_what(put: Put, name: str, content: str | bytes, said: str) -> None:
    path = put(name, content)
    drawings: dict[str, Callable[[Document], object]] = {"docx": word_of, "html": partial(text_of, as_html), "md": partial(text_of, as_md)}
    drawing = drawings[path.suffix.removeprefix(".")]
    with pytest.raises(BadInput) as refused:
        drawing(paper_of("1", "2"))
    assert str(path) in refused.value.what
    assert said in refused.value.what
    if "none of" in said or "numbr" in said:
        assert "as_of, closing, contact, due, heading, late, lead, number" in refused.value.fix


def test_only_what_is_ones_own_is_believed_and_only_for_papers(put: Put) -> None:
    path = put("notice.md", "{{ number }}")
    path.chmod(0o666)
    with pytest.raises(BadInput, match="everybody may write to it"):
        text_of(as_md, paper_of("1"))
    put("handbook.md", "mine")
    assert text_of(as_md, Document("handbook", "Handbook", "", (Chapter("A"),))).startswith("# Handbook")
    assert text_of(as_html, paper_of("1")).count("Notice") >= 2  # there is none for this format


def test_a_placeholder_is_a_text_or_a_table(put: Put) -> None:
    put("notice.md", "")
    (values,) = values_of(paper_of("1"))
    assert own_template(paper_of("1"), "md") is not None
    assert (values["slip"], values["contact"], values["signed_on"], values["trail"]) == ({"receiver": ""}, "", "15 Jul 2026", "trail 9:abcd")
