"""The trail's chain: what is hashed, and how. Plain functions; reads use them too."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

from officecli import clock


def canonical(entry: dict[str, Any]) -> str:
    """The one text of an entry: JSON with sorted keys and no spaces, in UTF-8. These bytes are what is hashed and stored."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


TOLERANCE = timedelta(minutes=1)
"""By so much the clocks of machines that are looked after differ."""


def ran_back(before: str, at: str) -> bool:
    """Whether from one stored moment (UTC text) to the next time ran backwards, by more than clocks differ."""
    try:
        return at < before and clock.moment(before) - clock.moment(at) > TOLERANCE
    except ValueError:  # somebody wrote there by hand
        return True


def by_login(user: dict[str, Any]) -> str | None:
    """The login at the keys of an entry's `user`, where it was neither the actor's own nor a registrar's; entries of before say nothing of it."""
    return str(user["name"]) if user.get("whose") in ("other", "nobody") else None


def digest(body: str) -> str:
    """The entry's hash; the body holds the hash before it, which is what makes a chain."""
    return hashlib.sha256(body.encode()).hexdigest()
