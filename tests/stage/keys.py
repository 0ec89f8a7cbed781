"""Who is at the keys: the login that runs the program, as the system tells it."""

from __future__ import annotations

import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from officecli.store import machine


@contextmanager
def at_the_keys(login: str) -> Iterator[None]:
    """In this block the account that runs the program is called so; "" leaves it as it is."""
    if not login:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pwd, "getpwuid", lambda _uid: SimpleNamespace(pw_name=login))
        machine._here.cache_clear()
        try:
            yield
        finally:
            machine._here.cache_clear()
