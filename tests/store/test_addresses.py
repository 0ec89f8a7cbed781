"""The address of a store, and that its password stands nowhere else."""

from __future__ import annotations

import pytest

from officecli.errors import BadInput, StorageTrouble
from officecli.store.place import place
from officecli.store.read.reader import reading

SECRETS = [
    "postgresql://ana:s3cret@host:5432/office?sslmode=require",
    "postgres://ana:s3cret@host/office",
    "postgresql://ana@host/office?password=s3cret&connect_timeout=1",
    "postgresql://host/office?sslmode=disable&sslpassword=s3cret",
]


@pytest.mark.parametrize("url", SECRETS)
def test_a_password_is_never_shown(url: str) -> None:
    where = place(url)
    assert "s3cret" in where.url
    assert "s3cret" not in str(where)
    assert "s3cret" not in repr(where)
    assert "host" in str(where)


@pytest.mark.parametrize(
    "url", ["postgresql://ana:s3@cret@host/office", "postgresql://ana:s3/cret@host/office", "postgresql://ana:s3cret\0@host/office"]
)
def test_an_address_that_would_give_its_password_away_is_refused(url: str) -> None:
    with pytest.raises(BadInput) as refusal:
        place(url)
    assert "cret" not in refusal.value.what + refusal.value.fix


@pytest.mark.parametrize("query", ["bogus=s3cret", "s3cret", "port=s3cret", "host=127.0.0.1&port=1"])
def test_a_database_that_cannot_be_reached_is_said_without_secrets(query: str) -> None:
    with pytest.raises(StorageTrouble) as trouble, reading(place(f"postgresql://ana:hunter2@/office?connect_timeout=1&{query}")):
        pass
    assert "hunter2" not in trouble.value.what + trouble.value.why + trouble.value.fix


def test_a_wrong_password_is_said_without_it(postgresql_url: str) -> None:
    with pytest.raises(StorageTrouble) as trouble, reading(place(postgresql_url.replace("office@", "nobody:hunter2@"))):
        pass
    assert "nobody" in trouble.value.what
    assert "hunter2" not in trouble.value.what + trouble.value.fix


@pytest.mark.parametrize("address", ["", "a\0b", "~nobody-of-this-name/office.db", "mysql://host/office", "https://host"])
def test_an_address_that_is_none_is_bad_input(address: str) -> None:
    with pytest.raises(BadInput):
        place(address)
