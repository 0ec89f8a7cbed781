"""What an office's file no longer names: it stays and is listed, or goes with --prune, unless something hangs on it."""

from __future__ import annotations

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.office.staff import Particulars, add_person
from officecli.actions.record.undo import undo
from officecli.errors import BadInput, Refused
from officecli.model.procedures.procedures import Procedure
from officecli.model.targets import Target
from officecli.store.place import place
from stage.office_file import OFFICE, head, run, written

SMALLER = OFFICE.replace('[[person]]\nname = "Ben"\npost = "Filing"\n', "").replace('[settings]\n"lights.yellow_days" = 2\n', "")
SMALLER = SMALLER[: SMALLER.index("[[post]]")] + SMALLER[SMALLER.index('[[post]]\ntitle = "Head"') :].replace('support = ["Filing:retrieve"]\n', "")


def test_what_is_no_longer_named_stays_and_is_listed(filled_office: str) -> None:
    said = run(filled_office, SMALLER)
    assert said[-4:] == [
        "No longer in the file, and left as it is (--prune retires it):",
        "  posts: Records/Filing",
        "  people: Ben",
        "  settings: lights.yellow_days",
    ]
    assert 'title = "Filing"' in written(filled_office)


def test_a_unit_that_is_only_called_otherwise_is_told_how_to_keep_what_is_its_own(office: str) -> None:
    run(office, OFFICE)
    renamed = OFFICE.replace('"Records"', '"City Archive"')
    told = 'officecli unit set Records --name "City Archive"'
    for prune in (False, True):
        assert run(office, renamed, prune=prune)[-1].endswith(told)
        with acting(place(office), "undo") as act:
            undo(act)
    assert not any(told in line for line in run(office, renamed.replace('"Filing', '"Desk')))


def test_prune_retires_and_a_later_file_brings_back(office: str) -> None:
    run(office, OFFICE)
    assert run(office, SMALLER, prune=True)[0] == "1 changed, 3 retired:"
    assert "Filing" not in written(office)
    assert run(office, SMALLER, prune=True) == ["Nothing to do: the office is as the file says."]
    with pytest.raises(BadInput) as caught:
        run(office, OFFICE)
    assert caught.value.why.startswith("line 44: Ben left on 2026-11-23.")
    assert "  Records/Filing is back" in run(office, OFFICE.replace('"Ben"', '"Ben 2"'))
    written(office)


def test_a_duty_that_is_measured_does_not_move_and_what_hangs_on_it_is_said(filled_office: str) -> None:
    with acting(place(filled_office), "target-add", rules=()) as act:
        duty = act.read.value("SELECT id FROM duty")
        act.change.add(
            Target, "target-add", duty_id=duty, target_class="output", metric="Boxes", amount="12", unit="box", period="year", since=act.today
        )
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE.replace('post = "Head"\nfunction = "serving"\nsupport = ["Filing:retrieve"]', 'post = "Filing"'))
    assert "“Keep the records” has the target" in (caught.value.why or "")
    less = OFFICE[: OFFICE.index("[[duty]]")] + OFFICE[OFFICE.index("[[person]]") :]
    assert "    Keep the records: 1 target still hangs on it: Boxes." in run(filled_office, less, prune=True)


def test_what_hangs_on_a_post_that_goes_is_said(filled_office: str) -> None:
    with acting(place(filled_office), "procedure-add", rules=()) as act:
        post = act.read.value("SELECT id FROM post WHERE title = 'Filing'")
        act.change.add(Procedure, act.verb, name="Shred the drafts", post_id=post, kind="other", title="Shred the drafts")
        act.change.add(
            Target, "target-add", post_id=post, target_class="output", metric="Boxes", amount="12", unit="box", period="year", since=act.today
        )
    said = run(filled_office, SMALLER, prune=True)
    assert "    Records/Filing: 1 procedure still falls under it: Shred the drafts." in said
    assert "--post POST" in next(line for line in said if "The next superior leads what comes round" in line)
    assert "    Records/Filing: 1 target still hangs on it: Boxes." in said


def test_prune_is_refused_while_somebody_who_goes_has_work(filled_office: str) -> None:
    with acting(place(filled_office), "add") as act:
        register(act, Order("Index the vault", "Ben", due="+5wd"))
        register(act, Order("Move the boxes", "Ana", due="+5wd", support=["Ben:carry"]))
    before = head(filled_office)
    with pytest.raises(Refused) as caught:
        run(filled_office, SMALLER, prune=True)
    assert [reason[:2] for reason in caught.value.reasons] == [
        ("2026-001", "Ben leads it: Index the vault"),
        ("2026-002", "Ben supports it: Move the boxes (carry)"),
    ]
    assert head(filled_office) == before


def test_a_seat_that_somebody_outside_the_file_holds(filled_office: str) -> None:
    with acting(place(filled_office), "person-add") as act:
        add_person(act, "Cy", "Filing", Particulars())
    assert "  people: Cy" in run(filled_office, OFFICE)
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE + '[[person]]\nname = "Dan"\npost = "Filing"\n')
    assert (
        caught.value.why
        == "line 55: Records/Filing has 2 seats, and Cy, not in the file, is on it. Write them into the file with another post, or run with --prune."
    )
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE.replace("seats = 2", "seats = 1"))
    assert caught.value.why.startswith("line 45: Records/Filing has 1 seat, and Cy")


def test_a_login_that_somebody_outside_the_file_has(filled_office: str) -> None:
    with acting(place(filled_office), "person-add") as act:
        add_person(act, "Cy", "Filing", Particulars(login="cy"))
    with pytest.raises(BadInput) as caught:
        run(filled_office, OFFICE.replace('login = "ana"', 'login = "cy"'))
    assert caught.value.why.startswith("line 40: The login “cy” is Cy's")
