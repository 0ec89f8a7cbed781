"""Results of targets: those that cannot be, those of each class, and their corrections."""

from __future__ import annotations

import pytest

from officecli.actions.targets.recording import Result, correct, record
from officecli.actions.targets.setting import add_target
from officecli.errors import NotFound
from officecli.reports.targets.targets import one
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.typed.targets.terms import NewTarget
from stage.measured_office import (
    CLERK,
    DIRECTOR,
    HEAD,
    LIST,
    PIECES,
    POST,
    SHARE,
    done,
    not_entitled,
    office,
    recorded,
    refused,
    value,
)

__all__ = ["office"]


@pytest.mark.parametrize(
    ("target", "result", "period", "said"),
    [
        (PIECES, Result("3", evidence="x"), "2026-12", "has not begun"),
        (PIECES, Result("3", evidence="x"), "2026-10", "does not hold in 2026-10"),
        (PIECES, Result("3", evidence="x"), "2026-Q4", "does not hold in 2026-Q4"),
        (PIECES, Result("3"), "", "What proves the result"),
        (PIECES, Result(evidence="x"), "", "How many pieces"),
        (PIECES, Result("3", pieces="3", evidence="x"), "", "given twice"),
        (PIECES, Result("-3", evidence="x"), "", "is negative"),
        (PIECES, Result("3", grade="gold", evidence="x"), "", "is no number"),
        (PIECES, Result("3", grade="101", evidence="x"), "", "too much"),
        (PIECES, Result("3 reports", evidence="x"), "", "is in “reports”"),
        (PIECES, Result(met="1", evidence="x"), "", "has no checklist"),
        (SHARE, Result("100.01%", evidence="x"), "", "no more than 100%"),
        (SHARE, Result("97", grade="2", evidence="x"), "", "does not count pieces"),
        (SHARE, Result(evidence="x"), "", "The result is missing"),
        (LIST, Result("3", evidence="x"), "", "has a checklist of 3 points"),
        (LIST, Result(met="1", missed="2", evidence="x"), "", "has a checklist of 3 points"),
        (LIST, Result(met="4", evidence="x"), "", "does not name points"),
        (NewTarget("率", post=POST, computed="on-time", goal="95%"), Result("97", evidence="x"), "", "worked out from the ledger"),
    ],
)
def test_results_that_cannot_be(office: Place, target: NewTarget, result: Result, period: str, said: str) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, target))
    assert said in refused(office, lambda act: record(act, target.metric, result, period), who=CLERK).what


def test_results_of_each_class(office: Place) -> None:
    done(office, DIRECTOR, lambda act: [add_target(act, target) for target in (PIECES, SHARE, LIST)])
    for target, results in {
        "信息采用": (Result(pieces="3", grade="1.5", evidence="a"), Result("2 articles", evidence="b")),
        "按时率": (Result("97", evidence="a"), Result("98.25%", evidence="b")),
        "接待": (Result(met="none", evidence="a"), Result(missed="2", evidence="b")),
    }.items():
        for result in results:
            if result is results[1] and target != "信息采用":
                assert "already" in refused(office, recorded(target, result), who=CLERK).what, "what does not add up is not typed over"
                continue
            done(office, CLERK, recorded(target, result))
    assert [value(office, target, "2026-11") for target in ("信息采用", "按时率", "接待")] == ["6.5", "97", "0"]


def test_a_correction_stands_in_the_place_of_what_it_corrects(office: Place) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, SHARE), lambda act: add_target(act, PIECES))
    old = done(office, CLERK, lambda act: record(act, "按时率", Result("90", evidence="a")))
    again = refused(office, lambda act: record(act, "按时率", Result("95", evidence="b")), who=CLERK)
    assert "has the result V-001 in 2026-11 already: 90" in again.what
    assert "officecli target correct V-001" in again.fix
    assert "needs a reason" in refused(office, lambda act: correct(act, f"V{old}", Result("91"), ""), who=CLERK).what
    done(office, CLERK, lambda act: correct(act, f"V{old}", Result("91"), "counted wrong"))
    assert value(office, "按时率", "2026-11") == "91"
    assert "V-001 was corrected by V-002." in refused(office, lambda act: correct(act, "V-001", Result("92"), "again"), who=CLERK).what
    done(office, CLERK, lambda act: record(act, "信息采用", Result("3", evidence="a")))
    assert "V-003 counts this evidence" in refused(office, lambda act: record(act, "信息采用", Result("3", evidence=" A ")), who=CLERK).what
    done(office, CLERK, lambda act: correct(act, "v3", Result(pieces="2", grade="0.5"), "one was not printed"))
    assert value(office, "信息采用", "2026-11") == "1"
    with pytest.raises(NotFound):
        done(office, CLERK, lambda act: correct(act, "V-009", Result("2"), "why"))


def test_what_falls_is_told_how_it_is_followed(office: Place) -> None:
    stock = NewTarget("积压率", post=POST, class_="efficiency-quality", goal="2%", threshold="10", weight="40", at_most=True)
    done(office, DIRECTOR, lambda act: add_target(act, stock))
    done(office, CLERK, lambda act: record(act, "积压率", Result("9", evidence="a")))
    again = refused(office, lambda act: record(act, "积压率", Result("5", evidence="b")), who=CLERK)
    assert "or stands at another figure now" in again.fix


def test_a_result_is_corrected_by_who_recorded_it_or_by_a_superior(office: Place) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, SHARE))
    done(office, HEAD, lambda act: record(act, "按时率", Result("90", evidence="a")))
    assert "whoever recorded it, a superior" in not_entitled(office, lambda act: correct(act, "V-001", Result("99"), "better"), CLERK)
    done(office, DIRECTOR, lambda act: correct(act, "V-001", Result("91"), "counted wrong"))
    with reading(office) as read:
        rows = one(read, "按时率").rows
    assert [(row["source"], row["by"]) for row in rows if row["source"]] == [("V-002", DIRECTOR)]
