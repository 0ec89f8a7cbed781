"""An office is made once: of several that would make it one does, and none takes away what it did not make."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from officecli.actions.office.founding import found
from officecli.errors import StorageTrouble
from officecli.light import replace
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.store.schema import create
from officecli.store.write import file_lock
from officecli.store.write.lock import locked
from stage.founded import FOUNDING

pytestmark = pytest.mark.disk


def test_of_two_that_wait_one_makes_the_office_and_the_other_leaves_it(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, both, came = place(sqlite_url), threading.Semaphore(0), dict[str, str]()
    monkeypatch.setattr(file_lock, "LONG", 0.0)
    monkeypatch.setattr(file_lock, "told_of_waiting", [both.release])

    def make(name: str) -> None:
        try:
            came[name] = found(where, replace(FOUNDING, me=name)).founder
        except StorageTrouble as error:
            came[name] = error.what

    waiting = [threading.Thread(target=make, args=(name,)) for name in ("Ana", "Bob")]
    with locked(where):  # by a third, so that both have seen by then that nothing is there
        for one in waiting:
            one.start()
        assert all(both.acquire(timeout=20) for _one in waiting)
    for one in waiting:
        one.join()
    made = next(name for name, said in came.items() if said == name)
    refused = {"Ana": "Bob", "Bob": "Ana"}[made]
    assert came[refused].startswith("There is already something")
    with reading(where) as read:
        assert read.value("SELECT name FROM person") == made


def test_an_office_at_a_link_is_made_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to("office.db")
    where = Place("sqlite", tmp_path / "link.db")
    with pytest.raises(KeyboardInterrupt), create.new_store(where):
        raise KeyboardInterrupt
    found(where, FOUNDING)
    assert [path.name for path in tmp_path.glob("link*")] == ["link.db"], "nothing of the store lies beside the link"
