"""A page for browsers, mail and print: whole in itself, without a script, light and dark, on the paper of the region."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from officecli import i18n
from officecli.formats.out.page import Page
from officecli.formats.paper.a4 import SHORT, is_name, paper_for
from officecli.formats.paper.letters import in_lines, tear_off, to_whom
from officecli.formats.paper.own_template import OwnTemplate, broken, filled, own_template
from officecli.formats.paper.sheet import Sheet, of_document, of_report
from officecli.formats.terminal.layout import LONG_WORD
from officecli.formats.value import FIGURES, LIT, NUMERIC
from officecli.hints import TYPE_CHECKING, TextIO
from officecli.reports.shape.document import Document
from officecli.reports.shape.report import Column, Report
from officecli.typed.text import RUNS

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "paper" / "templates"
_WORD_JOINER = "\u2060"
_RUNS = frozenset(RUNS.replace("\\", ""))
_MANY = 8
"""Folded tables that stand one below the other in a chapter; more are opened together first."""
WHOLE = NUMERIC | {"date", "moment", "light"}


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The report as a page; people's text is escaped by the template, and the page's own policy forbids whatever is not its style."""
    stream.writelines(_pieces(of_report(report)))


def write_document(document: Document, stream: TextIO, page: Page) -> None:
    """The document as a page, with a table of contents; or each of its papers by the template of one's own there is for it."""
    if own := own_template(document, "html"):
        stream.writelines(_own_pages(own, document))
        return
    stream.writelines(_pieces(of_document(document)))


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 60 ms, which only this format should cost

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _pieces(sheet: Sheet) -> Iterator[str]:
    templates = _templates()
    paper = paper_for(sheet)
    kinds = {columns: f"table-{number}" for number, columns in enumerate(paper.shares, 1)}
    tables = [(kinds[columns], shares, paper.cells[columns]) for columns, shares in paper.shares.items()]
    style = templates.get_template("style.css").render(
        paper=paper, tables=tables, short=SHORT, official=sheet.official, chinese=i18n.language() == "zh"
    )
    return templates.get_template("page.html").generate(
        sheet=sheet,
        language={"zh": "zh-CN"}.get(i18n.language(), i18n.language()),
        style=style,
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        kinds=kinds,
        numeric=NUMERIC,
        lit=LIT,
        is_whole=_is_whole,
        inert=_inert,
        many=_MANY,
        words={"behind": _behind, "contents": i18n._("Contents"), "to": to_whom, "tear": tear_off(), "lines": in_lines, "inert": _inert},
    )


def _own_pages(own: OwnTemplate, document: Document) -> Iterator[str]:
    """A page around what a template of one's own says of each paper; it brings its style, and nothing on it is run or fetched."""
    sheet = of_document(document)
    papers = filled(own, document, html=True)
    if any("<html" in paper.casefold() for paper in papers):
        raise broken(own.path, i18n._("it is a whole page, and should be what stands in the body of one"))
    return (
        _templates()
        .get_template("own.html")
        .generate(sheet=sheet, language={"zh": "zh-CN"}.get(i18n.language(), i18n.language()), papers=papers, paper=paper_for(sheet))
    )


def _behind(tables: int) -> str:
    return i18n.ngettext("What stands behind the figures: {n} table", "What stands behind the figures: {n} tables", tables).format(n=tables)


def _inert(text: str, kind: str = "text") -> str:
    """A cell of this kind that a spreadsheet takes for text, too, when the page is opened or
    pasted there: what begins like a formula begins with a word joiner, which the import drops.
    """
    return f"{_WORD_JOINER}{text}" if kind not in FIGURES and text[:1] in _RUNS else text


def _is_whole(column: Column, text: str) -> bool:
    """Whether a cell stays on one line: a number, a date, a light, a name, or one short word such as 2026-031."""
    return column.kind in WHOLE or is_name(column, text) or (text.isascii() and len(text) <= LONG_WORD and " " not in text)
