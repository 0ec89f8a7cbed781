"""The functions and kinds of work of an office's file: its own come, stay and go, and each is one however it is spelt."""

from __future__ import annotations

import pytest

from officecli.errors import BadInput, Refused
from stage.office_file import OFFICE, run, written

OWN = OFFICE.replace('timezone = "UTC"', 'timezone = "UTC"\nfunctions = ["serving", "administering", "Archive"]').replace(
    'function = "serving"', 'function = "archive"'
)


def test_the_offices_own_functions_come_stay_and_go(office: str) -> None:
    run(office, OWN)
    assert run(office, OWN) == ["Nothing to do: the office is as the file says."]
    text = written(office)
    assert 'functions = ["serving", "administering", "Archive"]' in text
    assert 'function = "Archive"' in text
    assert run(office, text) == ["Nothing to do: the office is as the file says."]
    silent = OWN.replace('functions = ["serving", "administering", "Archive"]\n', "").replace('function = "archive"', 'function = "serving"')
    assert run(office, silent)[-1] == "  functions of the office: serving, administering, Archive"
    with pytest.raises(BadInput) as caught:
        run(office, silent.replace('function = "serving"', 'function = "advising"'))
    assert caught.value.why.startswith("line 34: “advising” is none of the office's functions: serving, administering, Archive.")
    fewer = OWN.replace(', "Archive"]', "]").replace('function = "archive"', 'function = "serving"')
    assert "  functions of the office: serving, administering (was serving, administering, Archive)" in run(office, fewer)
    assert "  functions of the office: serving, administering" in run(office, silent, prune=True)
    assert "functions = [" not in written(office).partition("[[unit]]")[0]
    assert run(office, OWN)[0] == "2 changed:"
    written(office)


def test_a_kind_of_work_is_one_however_the_file_spells_it(small_office: str) -> None:
    two = OFFICE + '[[unit]]\nname = "Press"\nnature = "writing"\n[[post]]\ntitle = "Editor"\nunit = "Press"\nrank = "Clerk"\n'
    owned = two.replace('function = "serving"\n', 'kind = "Press work"\n')
    other = '[[duty]]\ntitle = "Edit"\npost = "Editor"\nkind = "PRESS work"\n'
    with pytest.raises(Refused) as caught:
        run(small_office, owned + other)
    assert caught.value.reasons[0][1].startswith("“Press work” is owned twice")
    run(small_office, two + other)
    with pytest.raises(Refused) as caught:
        run(small_office, owned)
    assert caught.value.reasons[0][1].startswith("“PRESS work” is owned twice")


def test_a_function_of_ones_own_is_not_taken_for_the_beginning_of_another(small_office: str) -> None:
    run(small_office, OWN.replace("rchive", "dmin"))
    assert 'functions = ["serving", "administering", "Admin"]' in written(small_office)


def test_kinds_of_emergency_are_retired_and_come_back(small_office: str) -> None:
    ready = OFFICE + '[[emergency]]\nname = "Flood"\n[[emergency]]\nname = "Fire"\n'
    run(small_office, ready)
    assert run(small_office, ready) == ["Nothing to do: the office is as the file says."]
    less = OFFICE + '[[emergency]]\nname = "flood"\n'
    assert "  Flood is now written flood" in run(small_office, less, prune=True)
    assert "Fire" not in written(small_office)
    assert "  Fire is back" in run(small_office, ready)
    assert written(small_office).count("[[emergency]]") == 2
