"""A Word file of one's own as the template of a paper: what stands in {{ braces }} is filled in and keeps its look; a row of a table is repeated."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, BinaryIO

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from officecli.formats.paper.own_template import OwnTemplate, Values, broken, environment, unknown, values_of, what_failed
from officecli.formats.paper.word_file import repacked
from officecli.formats.paper.word_parts import holdable
from officecli.i18n import _
from officecli.reports.shape.document import Document

_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
_OF_TABLE = re.compile(r"\{\{\s*(\w+)\s*\.")
_QUOTES = str.maketrans("“”„‘’＂", '"""\'\'"')  # what Word makes of straight ones


class _Filling:
    """One template being filled in; what is wrong in it is collected, so that it is told at once."""

    def __init__(self, own: OwnTemplate, papers: list[Values]) -> None:
        from jinja2 import TemplateSyntaxError, UndefinedError

        self._own, self._papers = own, papers
        self._jinja = environment()
        self._unclear, self._undefined = TemplateSyntaxError, UndefinedError
        self._strange: dict[str, str] = {}

    def fill(self, story: Any, values: Values) -> None:
        """Fill in a body, a head or a foot."""
        for row in list(story.iter(qn("w:tr"))):
            self._repeat(row, values)
        for number, paragraph in enumerate(story.iter(qn("w:p")), 1):
            self._paragraph(paragraph, values, number)

    def done(self) -> None:
        """Raise BadInput for all placeholders there are none of."""
        differing = [name for name in self._strange if self._papers and name in self._papers[0]]
        if differing:
            what = _("“{name}” is not the same for every paper, and a head or a foot stands on all of them").format(name=differing[0])
            raise broken(self._own.path, what, where=self._strange[differing[0]])
        if self._strange:
            raise unknown(self._own.path, ((where, name) for name, where in self._strange.items()), self._papers[0])

    def _repeat(self, row: Any, values: Values) -> None:
        """A row that names a table stands once for each of its rows."""
        name = next((name for name in _OF_TABLE.findall(_text(row)) if isinstance(values.get(name), list)), None)
        if name is None:
            return
        for one in values[name]:
            again = deepcopy(row)
            row.addprevious(again)
            for number, paragraph in enumerate(again.iter(qn("w:p")), 1):
                self._paragraph(paragraph, {**values, name: one}, number)
        row.getparent().remove(row)

    def _paragraph(self, paragraph: Any, values: Values, number: int) -> None:
        pieces = [text for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is paragraph]
        whole = "".join(text.text or "" for text in pieces)
        if "{{" not in whole and "{%" not in whole and "}}" not in whole:
            return
        where = _("paragraph {n} (“{text}”)").format(n=number, text=whole[:40])
        if "{%" in whole:
            raise broken(self._own.path, _("in a Word file only {{ placeholders }} are filled in, no {% statements %}"), where=where)
        found = list(_PLACEHOLDER.finditer(whole))
        if whole.count("{{") != len(found) or whole.count("}}") != len(found):
            raise broken(self._own.path, _("braces that are opened and not closed, or the other way round"), where=where)
        said = [(one.start(), one.end(), self._said(one[1].translate(_QUOTES), values, where)) for one in found]
        begin = 0
        for piece in pieces:
            end = begin + len(piece.text or "")
            _write(piece, "".join(_within(whole, begin, end, said)))
            begin = end

    def _said(self, expression: str, values: Values, where: str) -> str:
        from jinja2 import meta

        try:
            parsed = self._jinja.parse("{{" + expression + "}}")
            strange = meta.find_undeclared_variables(parsed) - values.keys() - self._jinja.globals.keys()
            if strange:
                self._strange |= {name: where for name in sorted(strange) if name not in self._strange}
                return ""
            return str(self._jinja.from_string(parsed).render(values))
        except Exception as error:  # whatever somebody's template does wrong, it is told by its place
            raise broken(self._own.path, what_failed(error), where=where) from error


def write_own(own: OwnTemplate, document: Document, stream: BinaryIO) -> None:
    """The template filled in for each paper of the document, each on pages of its own; raises BadInput with the place of what is wrong."""
    try:
        made = docx.Document(io.BytesIO(own.content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise broken(own.path, _("it is no Word file (.docx)")) from error
    papers = values_of(document)
    filling = _Filling(own, papers)
    body = made.element.body
    blank = [deepcopy(one) for one in body if one.tag != qn("w:sectPr")]
    last = body.find(qn("w:sectPr"))
    for number, values in enumerate(papers):
        if number:
            copied = [_new_page(), *(deepcopy(one) for one in blank)]
            holder = OxmlElement("w:body")
            holder.extend(copied)
            filling.fill(holder, values)
            for one in list(holder):
                last.addprevious(one) if last is not None else body.append(one)
        else:
            filling.fill(body, values)
    for story in _heads_and_feet(made):
        filling.fill(story, _common(papers))
    filling.done()
    filled = io.BytesIO()
    made.save(filled)
    repacked(filled, stream)


def _common(papers: list[Values]) -> Values:
    """What every paper says alike, for heads and feet, which a file has once."""
    first = papers[0] if papers else {}
    return {name: value for name, value in first.items() if all(one.get(name) == value for one in papers)}


def _heads_and_feet(made: Any) -> Iterable[Any]:
    for section in made.sections:
        parts = (
            section.header,
            section.footer,
            section.first_page_header,
            section.first_page_footer,
            section.even_page_header,
            section.even_page_footer,
        )
        yield from (part._element for part in parts if not part.is_linked_to_previous)  # noqa: SLF001 - python-docx gives no other way to it


def _new_page() -> Any:
    paragraph, run, page = (OxmlElement(name) for name in ("w:p", "w:r", "w:br"))
    page.set(qn("w:type"), "page")
    run.append(page)
    paragraph.append(run)
    return paragraph


def _text(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _within(whole: str, begin: int, end: int, said: list[tuple[int, int, str]]) -> Iterable[str]:
    """What stands between two places of a paragraph once it is filled in: a placeholder's text where it begins."""
    at = begin
    for first, past, text in said:
        if past <= begin or first >= end:
            continue
        yield whole[at : max(at, first)]
        if first >= begin:
            yield text
        at = min(past, end)
    yield whole[at:end]


def _write(piece: Any, text: str) -> None:
    """The text of a run, its lines apart."""
    first, *more = holdable(text).split("\n")
    piece.text = first
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    after = piece
    for line in more:
        pause, again = OxmlElement("w:br"), OxmlElement("w:t")
        again.text = line
        after.addnext(pause)
        pause.addnext(again)
        after = again
