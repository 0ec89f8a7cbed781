"""One line for each finding of a check: for `grep`, for editors, and as annotations of GitHub Actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from officecli.formats.out.safe import safe
from officecli.hints import Any, TextIO
from officecli.i18n import _
from officecli.model.words import word
from officecli.reports.shape.report import Report

_COMMANDS = {"refuse": "error", "warn": "warning", "audit": "warning", "advice": "notice"}

Row = Mapping[str, Any]


def write_lines(report: Report, stream: TextIO) -> None:
    """`R102 refuse 2026-031: what is found`, with the waiver's reason where one covers it."""
    stream.writelines(_line(row) + "\n" for row in report.rows)


def write_github(report: Report, stream: TextIO) -> None:
    """`::error title=R102 same-rank-ad-hoc::what is found → what to do`: an error, a warning, or a notice where it is waived or advice."""
    stream.writelines(_annotation(row) + "\n" for row in report.rows)


WRITERS: dict[str, Callable[[Report, TextIO], None]] = {"lines": write_lines, "github": write_github}


def _line(row: Row) -> str:
    waived = " " + _("(waived: {reason})").format(reason=row["waived"]) if row["waived"] else ""
    about = f"{row['about']}: " if row["about"] else ""
    return safe(f"{row['code']} {word('severity', row['severity'])} {about}{row['finding']}{waived}")


def _annotation(row: Row) -> str:
    command = "notice" if row["waived"] else _COMMANDS[row["severity"]]
    name = row["name"]
    title = _escaped(safe(f"{row['code']} {_(name)}")).replace(":", "%3A").replace(",", "%2C")
    told = safe(f"{row['finding']} → {row['waived'] or row['fix']}")
    return f"::{command} title={title}::{_escaped(told)}"


def _escaped(text: str) -> str:
    """`text` so that GitHub reads it as text."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
