"""Who may set an office up, and that nobody locks themselves out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.actions.acting import acting
from officecli.actions.office.founding import Founding, found
from officecli.actions.office.staff import Particulars, add_person, leave, set_person
from officecli.errors import Refused
from officecli.store.machine import account_name
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.office_file import OFFICE, head, run, written


def test_only_a_registrar_sets_up(filled_office: str) -> None:
    before = head(filled_office)
    with pytest.raises(Refused) as caught:
        run(filled_office, OFFICE.replace("level = 3", "level = 4"), as_name="Ben")
    assert caught.value.reasons == (("A401 not-entitled", "“set the office up” is for a registrar; Ben is none.", "Ask a registrar: Ana."),)
    assert head(filled_office) == before


def test_the_founder_gives_way_to_the_person_with_that_login(small_office: str) -> None:
    mine = OFFICE.replace('login = "ana"', f'login = "{account_name()}"')
    run(small_office, mine)
    run(small_office, mine.replace("level = 3", "level = 4"))
    with reading(place(small_office)) as read:
        assert read.value("SELECT p.name FROM trail t JOIN person p ON p.id = t.actor_id ORDER BY t.seq DESC LIMIT 1") == "Ana"


def test_nobody_may_lock_the_office(small_office: str) -> None:
    locking = OFFICE.replace('login = "ana"', f'login = "{account_name()}"').replace("registrar = true\n", "")
    before = head(small_office)
    with pytest.raises(Refused) as caught:
        run(small_office, locking)
    assert "Ana" in caught.value.why
    assert head(small_office) == before


@pytest.mark.parametrize(("who", "prune"), [("Ana", False), ("Mara", True)])
def test_whoever_runs_it_keeps_a_name(store_url: str, at: Callable[[str], None], who: str, prune: bool) -> None:
    at("2026-11-23T12:00")
    found(place(store_url), Founding("Office", region="none", timezone="UTC", me=who))
    before = head(store_url)
    with pytest.raises(Refused, match="nobody would have your login") as caught:
        run(store_url, OFFICE, prune=prune)
    assert f'login = "{account_name()}" for {who}' in caught.value.fix
    assert head(store_url) == before
    if not prune:
        run(store_url, OFFICE.replace('login = "ana"', f'login = "{account_name()}"'))


def test_leaving_frees_the_login_for_somebody_else(filled_office: str) -> None:
    with acting(place(filled_office), "person-set") as act:
        set_person(act, "Ben", Particulars(login="ben"))
    with acting(place(filled_office), "person-leave") as act:
        leave(act, "Ben")
    with acting(place(filled_office), "person-add") as act:
        add_person(act, "Cy", "Filing", Particulars(login="ben"))
    assert 'login = "ben"' in written(filled_office)
