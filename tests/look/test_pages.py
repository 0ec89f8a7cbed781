"""Every page is right by the Nu checker and axe-core, fits a phone and a laptop, light and dark, and asks for nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from look.conftest import ExampleOffice, Look, View
from officecli.cli import catalogue

REPORTS = tuple(catalogue.reports())
TYPED = {"suggest-lead": ("budget 预算",), "ledger": ("--limit", "20"), "list": ("--limit", "20")}
"""What a report wants to be told, and where twenty rows look like a hundred."""

KEPT = ("overdue", "accountability", "trend", "load", "balance", "digest", "dashboard")
"""Those of which a picture is kept; they are long, and a picture takes a second."""

VIEWS = (View(Path(), 390), View(Path(), 1280, dark=True))
"""A phone by day and a laptop by night."""


@pytest.fixture(scope="session")
def pages(example_office: ExampleOffice, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every report, the handbook and the dashboard of an office, as pages, and a page of a unit and of a person from the folder for a web server."""
    folder = tmp_path_factory.mktemp("pages")
    for name in (*REPORTS, "handbook", "dashboard"):
        example_office.type(name, *TYPED.get(name, ()), "--format", "html", "-o", str(folder / f"{name}.{example_office.language}.html"))
    example_office.type("paper", "notice", "--status", "in-hand", "--format", "html", "-o", str(folder / f"notice.{example_office.language}.html"))
    example_office.type("dashboard", "--dir", str(folder / "site"))
    for kind in ("unit", "person"):
        last = max((folder / "site").glob(f"{kind}-*.html"), key=lambda file: file.stat().st_size)
        last.rename(folder / f"{kind}.{example_office.language}.html")
    return sorted(folder.glob("*.html"))


def test_every_page_is_right_by_the_nu_checker(pages: list[Path], checked: Callable[[Sequence[Path]], list[str]]) -> None:
    assert len(pages) > len(REPORTS)
    assert checked(pages) == []


def test_every_page_is_for_everybody_and_asks_for_nothing(pages: list[Path], look: Look) -> None:
    """By night only colours are judged, which both languages have alike: once is enough, for each judgement takes a second."""
    views = [
        replace(view, file=page, picture=_picture(page, view), judged=not view.dark or page.name.endswith(".en.html"))
        for page in pages
        for view in VIEWS
    ]
    wrong = [
        (f"{view.file.name} at {view.width}", seen.violations, seen.sideways, seen.requests[1:], seen.said, seen.hidden)
        for view, seen in zip(views, look(views), strict=True)
        if seen.violations or seen.sideways > 0 or len(seen.requests) != 1 or seen.said or seen.hidden
    ]
    assert wrong == []


def test_no_heading_is_printed_with_nothing_under_it(pages: list[Path], look: Look) -> None:
    """What is folded on the screen is not printed: a chapter that holds nothing else is left out with it."""
    seen = look([View(page, print=True) for page in pages if page.name.startswith("dashboard")])
    assert [one.bare for one in seen] == [[]] * len(seen)
    assert seen


def _picture(page: Path, view: View) -> str:
    return f"{page.stem}.{view.width}.png" if page.name.partition(".")[0] in KEPT else ""
