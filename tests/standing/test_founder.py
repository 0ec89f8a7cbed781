"""The founder: whoever ran init may act at once, and nobody else in their name."""

from __future__ import annotations

import os

import pytest

from officecli.actions.office.founding import Founding, found
from officecli.errors import BadInput
from officecli.model.names import name_key
from officecli.model.office.organisation import Person
from officecli.standing import actor
from officecli.standing.actor import who_acts
from officecli.store import machine
from officecli.store.machine import account_name
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write.change import changing


@pytest.fixture
def store(sqlite_url: str) -> Place:
    where = place(sqlite_url)
    found(where, Founding("Office", "none", "en", "UTC"))
    return where


def test_the_founder_acts_without_saying_who_and_is_no_member_of_staff(store: Place) -> None:
    with reading(store) as read:
        founder = who_acts(read)
        assert (founder["account"], founder["registrar"], founder["post_id"]) == (1, 1, None)


def test_another_account_is_not_the_founder(store: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    with reading(store) as read, pytest.raises(BadInput, match="not known who acts"):
        who_acts(read)


def test_the_same_uid_on_another_machine_is_not_the_founder(store: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actor, "account_name", lambda: "somebody-else")
    with reading(store) as read, pytest.raises(BadInput, match="somebody-else"):
        who_acts(read)


def test_whose_login_it_is_acts_instead_of_the_founder(store: Place) -> None:
    with changing(store) as change:
        change.add(Person, "setup", name="Ana", name_key=name_key("Ana"), login=account_name())
    with reading(store) as read:
        assert who_acts(read)["name"] == "Ana"


def test_an_account_of_the_highest_number_founds_an_office(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    highest = 2**32 - 2
    monkeypatch.setattr(os, "getuid", lambda: highest)
    machine._here.cache_clear()
    found(place(store_url), Founding("Office", "none", "en", "UTC"))
    machine._here.cache_clear()
    with reading(place(store_url)) as read:
        assert (read.office["founder_uid"], read.value("SELECT uid FROM hand")) == (highest, highest)
        assert verify(read).faults == ()
