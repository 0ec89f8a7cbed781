"""A digest as a letter: for each line what it is, what there is to know, and what to type. A table of a dozen columns is nothing for a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from officecli import i18n
from officecli.formats.mail.letter import Letter
from officecli.formats.out.safe import safe
from officecli.formats.terminal.frame import below, sections, shown_columns, title, trail
from officecli.formats.value import cell, says_something
from officecli.i18n import _, ngettext
from officecli.light import dataclass
from officecli.reports.items.digest_readers import MailedDigest
from officecli.reports.shape.report import Report

TEMPLATES = "templates"
WHOLE = 24
"""Characters of a label with its value that are not broken between two lines: a day, a name, a number."""
_APART = ("number", "title", "to_type")


@dataclass(frozen=True)
class Line:
    """One matter: its number and title, what is known of it (label and value each), and what to type ("" where it is nobody's turn)."""

    number: str
    title: str
    known: tuple[tuple[str, str], ...]
    to_type: str


@dataclass(frozen=True)
class Part:
    """One report of a letter: its title and headline, its sections by heading, the sentences under them, and the trail's head."""

    title: str
    headline: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    notes: tuple[str, ...]
    trail: str


def letter(digests: Sequence[MailedDigest], *, rehearsal: bool = False) -> Letter:
    """The letter that holds these digests, the first of which says what it is about; one of a `rehearsal` says that it is none of the office's work."""
    told: set[str] = set()
    parts = [_part(one.report, told, one.command) for one in digests]
    first = parts[0]
    subject = _("{title}: {headline}").format(title=first.title, headline=first.headline) if first.headline else first.title
    foot = _("{office}: sent once a day by officecli.")
    if any(line.to_type for part in parts for _heading, lines in part.sections for line in lines):
        foot = _("{office}: sent once a day by officecli; what you do is recorded by the commands above.")
    foot = foot.format(office=safe(digests[0].report.office))
    subject = subject.rstrip(".。")
    subject = _("Rehearsal: {subject}").format(subject=subject) if rehearsal else subject
    return Letter(subject, "\n".join(_plain(parts, foot)) + "\n", _page(parts, foot))


def _part(report: Report, told: set[str], command: str) -> Part:
    """A report, all of which the command shows, as a part, without the matters that were `told` of in a part above, to which its own are added."""
    columns = [column for column in shown_columns(report) if column.key not in _APART]

    def line(row: dict[str, Any]) -> Line:
        known = tuple(
            (column.label, cell(column, row.get(column.key), report.timezone)) for column in columns if says_something(column, row.get(column.key))
        )
        typed = f"officecli {safe(row['to_type'])}" if row.get("to_type") else ""
        return Line(safe(str(row["number"] or "")), safe(str(row["title"] or "")), known, typed)

    found = tuple((heading, tuple(line(row) for row in rows if row["number"] not in told)) for heading, rows in sections(report) if rows)
    above = sum(row["number"] in told for row in report.rows)
    told.update(row["number"] for row in report.rows if row["number"])
    repeated = (ngettext("{n} that stands above is not repeated.", "{n} that stand above are not repeated.", above).format(n=above),) if above else ()
    return Part(title(report), safe(report.headline), tuple(one for one in found if one[1]), (*repeated, *below(report, command)), trail(report.head))


def _plain(parts: Sequence[Part], foot: str) -> Iterator[str]:
    for part in parts:
        yield from (part.title, *([part.headline] if part.headline else []), "")
        for heading, lines in part.sections:
            yield heading
            for line in lines:
                yield f"  {line.number}  {line.title}"
                if line.known:
                    yield "      " + " · ".join(f"{label} {value}" for label, value in line.known)
                if line.to_type:
                    yield f"      → {line.to_type}"
            yield ""
        yield from (*part.notes, *([""] if part.notes else []), part.trail, "")
    yield foot


def _page(parts: Sequence[Part], foot: str) -> str:
    from pathlib import Path

    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 60 ms, which only what is mailed should cost

    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    language = {"zh": "zh-CN"}.get(i18n.language(), i18n.language())
    return templates.get_template("digest.html").render(parts=parts, foot=foot, language=language, whole=WHOLE)
