from __future__ import annotations

import io
from typing import Any

from officecli.formats import as_table
from officecli.formats.out.page import Page
from officecli.model.rule import Finding, Severity
from officecli.reports.record import findings
from officecli.reports.record.findings_screen import in_short, with_hints
from officecli.reports.shape.report import Report
from officecli.rules import rule_named

KINDS = {"R102": "refuse", "D307": "warn", "R104": "warn", "B805": "audit", "R106": "audit", "R109": "audit", "R105": "advice"}


def row(code: str, about: str, since: str = "2026-07-01", **more: Any) -> dict[str, Any]:
    rule = rule_named(code)
    said = {"unit": None, "lead": None, "fix": "Do this.", "waived": None, "finding": f"{about} is found."}
    return {"code": code, "name": rule.name, "severity": KINDS[code], "about": about, "since": since, **said, **more}


def checked(*rows: dict[str, Any]) -> Report:
    return Report("check", "Check", "2026-07-06", findings._columns(), rows, total=len(rows), group_by="name", empty="All is well.")


def seen(report: Report) -> str:
    stream = io.StringIO()
    as_table.write(report, stream, Page(width=80, terminal=True))
    return stream.getvalue()


def test_a_short_check_shows_the_five_gravest_kinds_with_their_number_and_what_has_stood_longest() -> None:
    one_each = [row(code, code.lower()) for code in KINDS if code not in ("R102", "R104")]
    several = [row("R104", "new", "2026-07-05"), row("R104", "old", "2026-01-05"), row("R104", "set aside", "2025-01-01", waived="agreed")]
    short = in_short(checked(row("R102", "r102"), *several, *one_each))
    assert [(found["code"], found["finding"]) for found in short.rows] == [
        ("R102", "r102 is found."), ("R104", "old is found."), ("D307", "d307 is found."), ("B805", "b805 is found."), ("R106", "r106 is found."),
    ]  # fmt: skip
    text = seen(short)
    assert "support-without-part (1 of 2)\n→ Do this.\nR104" in text
    assert "2 findings of other kinds are not shown here." in text
    assert "check --all" in text
    assert "more: --limit" not in text


def test_of_equal_gravity_what_somebody_waits_for_stands_before_how_complete_the_office_is() -> None:
    def found(code: str, *waived: str, severity: Severity = "audit") -> list[Finding]:
        return [Finding(rule_named(code), severity, number, None, "", {}, reason) for number, reason in enumerate(waived)]

    on_the_first_day = [
        *found("T205", *[""] * 29), *found("D303", *[""] * 13), *found("D302", *[""] * 14), *found("N901", *[""] * 30),
        *found("P705", "", severity="advice"), *found("D307", "", severity="warn"), *found("D306", "set aside"), *found("F601", "set aside", ""),
    ]  # fmt: skip
    in_order = sorted(on_the_first_day, key=findings._order(on_the_first_day))
    assert [*dict.fromkeys(one.rule.code for one in in_order)] == ["D307", "D302", "D303", "F601", "N901", "T205", "P705", "D306"]
    assert [one.waived for one in in_order if one.rule.code == "F601"] == ["", "set aside"]


def test_what_to_do_is_said_once_for_each_kind_by_the_rule_where_it_differs() -> None:
    every = checked(row("R102", "one"), row("R102", "two"), row("D307", "three", fix="Move it."), row("D307", "four", fix="Move it elsewhere."))
    text = " ".join(seen(with_hints(every)).split())
    assert text.count("Do this.") == 1
    assert f"→ {rule_named('D307').instead}" in text
    assert "Move it" not in text
    assert with_hints(Report("check", "Check", "", findings._columns(), every.rows, group_by="unit")).group_notes == {}


def test_where_nothing_is_found_or_only_what_is_waived_that_is_said() -> None:
    assert "All is well." in seen(in_short(checked()))
    waived = seen(in_short(checked(row("R102", "one", waived="agreed"))))
    assert "Only waived findings are left." in waived
    assert "check --all" in waived
