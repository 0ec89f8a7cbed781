"""Every line of a person's digest has what to type, whichever section it stands in."""

from __future__ import annotations

from typing import Any

import pytest

from officecli.cli import catalogue
from officecli.reports.items.sections import SECTION
from officecli.reports.items.to_type import to_type

ME, ANOTHER = {"id": 7, "name": "Ana"}, 8


@pytest.mark.parametrize("section", [*SECTION, "requests", "to-confirm", "for-information"])
@pytest.mark.parametrize("lead", [ME["id"], ANOTHER, None])
def test_every_section_has_a_command_that_there_is(section: str, lead: int | None) -> None:
    row: dict[str, Any] = {"section": section, "number": "2026-031", "lead_id": lead, "status": "issued", "kind": "adhoc", "supports": []}
    typed = to_type(row, ME)
    assert catalogue.is_command(typed.split()[0])
    assert "2026-031" in typed


def test_what_an_absent_person_leads_is_typed_by_who_stands_in() -> None:
    row: dict[str, Any] = {"section": "overdue", "number": "2026-031", "lead_id": ANOTHER, "status": "issued", "kind": "adhoc", "supports": []}
    assert to_type(row, ME) == "show 2026-031"
    assert to_type(row, ME, [ANOTHER]) == "ack 2026-031"
    assert to_type({**row, "status": "in-hand"}, ME, [ANOTHER]) == "submit 2026-031 …"
    assert to_type({**row, "supports": [{"name": "Ana"}]}, ME, [ANOTHER]) == "part 2026-031"
