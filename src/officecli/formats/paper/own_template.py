"""A template of one's own for a paper: `templates/NAME.html`, `.md` or `.docx` beside one's settings file, filled with what the paper says.

What a template may say is fenced in: it reaches nothing but what it is given. A broken one says where, and which placeholders there are none of.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from officecli import i18n, personal
from officecli.errors import BadInput
from officecli.formats.out.safe import safe
from officecli.formats.paper.days import with_days_written, written
from officecli.formats.terminal.frame import trail
from officecli.formats.value import cell, says_something
from officecli.hints import Any
from officecli.i18n import _, clauses, headed, listed
from officecli.light import dataclass
from officecli.reports.shape.document import Chapter, Document
from officecli.reports.shape.report import Column

MOST = 20_000_000
"""Bytes of a template; pictures in it are large."""

Values = dict[str, Any]


@dataclass(frozen=True)
class OwnTemplate:
    """A template and where it lies."""

    path: Path
    content: bytes

    @property
    def text(self) -> str:
        """What is written in it; raises BadInput where it is no text."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise broken(self.path, _("it is no text in UTF-8")) from error


def own_template(document: Document, ending: str) -> OwnTemplate | None:
    """The template of one's own for this paper in this format, the one of the language first; None where there is none.

    Raises BadInput for one that somebody else could have written.
    """
    if not document.official:
        return None
    name = document.name.removeprefix("paper-")
    try:
        folder = personal.config_file().parent / "templates"
    except RuntimeError:  # who has no home has no templates
        return None
    for file in (f"{name}.{i18n.language()}.{ending}", f"{name}.{ending}"):
        path = folder / file
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise broken(path, _("it cannot be read")) from error
        with os.fdopen(handle, "rb") as opened:
            if oddity := personal.oddity(os.fstat(handle), MOST):
                why, fix = personal.ODDITIES[oddity]
                raise broken(path, _(why), fix=_(fix).format(path=path))
            return OwnTemplate(path, opened.read())
    return None


def values_of(document: Document) -> list[Values]:
    """What each paper of the document fills in, by placeholder: texts, and for a table its rows as texts by column."""
    return [_values(document, chapter) for chapter in document.chapters]


def _values(document: Document, chapter: Chapter) -> Values:
    def said(columns: Iterable[Column], values: Values) -> Values:
        return {one.key: _text(one, values.get(one.key), document.timezone) for one in columns}

    letter, slip = chapter.letter, chapter.letter.slip if chapter.letter else None
    found: Values = {
        **{table.key: [said(table.columns, row) for row in table.rows] for table in chapter.tables},
        **said(chapter.facts, chapter.values),
        "heading": safe(chapter.title),
        "office": safe(document.office),
        "as_of": written(document.as_of),
        "trail": trail(document.head),
        "slip": said(slip.facts, slip.values) if slip else {},
    }
    if letter:
        found |= {
            "to": safe(letter.to),
            "said": "\n".join(with_days_written(safe(text)) for text in letter.said),
            "closing": "\n".join(with_days_written(safe(text)) for text in letter.closing),
            "signed_by": safe(letter.by),
            "signed_on": written(letter.on),
        }
    return found


def _text(column: Column, value: Any, timezone: str) -> str:
    return cell(column, value, timezone, on_paper=True) if says_something(column, value) else ""


def environment(*, escape: Callable[[Any], Any] | None = None, html: bool = False) -> Any:
    """Jinja, fenced in; what is filled in goes through `escape`, or is made text for `html`."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=html, finalize=escape, trim_blocks=True, lstrip_blocks=True)


def filled(own: OwnTemplate, document: Document, *, escape: Callable[[Any], Any] | None = None, html: bool = False) -> list[str]:
    """The template filled in for each paper; raises BadInput with the line of what is wrong."""
    from jinja2 import TemplateSyntaxError, meta, nodes

    jinja = environment(escape=escape, html=html)
    papers = values_of(document)
    try:
        parsed = jinja.parse(own.text)
        template = jinja.from_string(parsed)
    except TemplateSyntaxError as error:
        raise broken(own.path, error.message or "", line=error.lineno) from error
    known = papers[0] if papers else {}
    if strange := meta.find_undeclared_variables(parsed) - known.keys() - jinja.globals.keys():
        lines = {node.name: node.lineno for node in reversed([*parsed.find_all(nodes.Name)]) if node.name in strange}
        raise unknown(own.path, [(_("line {n}").format(n=line), name) for name, line in sorted(lines.items(), key=lambda one: one[1])], known)
    return [_rendered(own, template, paper) for paper in papers]


def _rendered(own: OwnTemplate, template: Any, paper: Values) -> str:
    try:
        return str(template.render(paper))
    except Exception as error:  # whatever somebody's template does wrong, it is told by its line
        line, walked = 0, error.__traceback__
        while walked:
            line = walked.tb_lineno if walked.tb_frame.f_code.co_filename == "<template>" else line
            walked = walked.tb_next
        raise broken(own.path, what_failed(error), line=line) from error


def what_failed(error: Exception) -> str:
    """What went wrong with a placeholder, in words."""
    missing = re.search(r"has no attribute '(.+?)'|'(.+?)' is undefined", str(error))
    return _("there is no placeholder “{name}”").format(name=missing[1] or missing[2]) if missing else str(error)


def unknown(path: Path, found: Iterable[tuple[str, str]], known: Iterable[str]) -> BadInput:
    """The refusal of placeholders there are none of, each with its place."""
    told = clauses(headed(where, f"“{name}”") for where, name in found)
    return BadInput(_("The template {path} has placeholders there are none of: {told}.").format(path=path, told=told), fix=_known(known))


def broken(path: Path, what: str, *, line: int = 0, where: str = "", fix: str = "") -> BadInput:
    """The refusal of a template that cannot be filled in, with the line or another place in it."""
    place = _("line {n}").format(n=line) if line else where
    said = (
        _("The template {path} cannot be filled in, {place}: {what}.").format(path=path, place=place, what=what.rstrip("."))
        if place
        else _("The template {path} cannot be filled in: {what}.").format(path=path, what=what.rstrip("."))
    )
    return BadInput(said, fix=fix or _("Mend it, or move it away: then the paper looks as it does without one."))


def _known(names: Iterable[str]) -> str:
    return _("There are: {names}.").format(names=listed(sorted(names)))
