"""What time it is for a store, and how often it ran backwards on its trail."""

from __future__ import annotations

from officecli import clock
from officecli.light import dataclass
from officecli.model.time.wall_clock import local, local_if_any
from officecli.store.proof import chain
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class StoreClock:
    """The time `now` and of the `last` entry (on the office's clock); how often time
    ran backwards since a registrar last accepted it, an entry made now included.
    """

    now: str
    last: str
    places: int


def store_clock(read: Reader) -> StoreClock:
    """The time that counts: this machine's, on PostgreSQL the server's, in a rehearsal its own."""
    server = read.value("SELECT clock_timestamp() AS now") if read.engine == "postgresql" and not clock.is_pretended() else None
    now = clock.stamp(server)
    last = str(read.value("SELECT at FROM trail ORDER BY seq DESC LIMIT 1"))
    since = read.value("SELECT MAX(seq) FROM trail WHERE subject = 'clock_acceptance'") or 0
    pairs = read.rows("SELECT t.at, b.at AS earlier FROM trail t JOIN trail b ON b.seq = t.seq - 1 WHERE t.at < b.at AND t.seq > :since", since=since)
    zone = read.office["timezone"]
    return StoreClock(
        local(now, zone), local_if_any(last, zone), sum(chain.ran_back(row["earlier"], row["at"]) for row in pairs) + chain.ran_back(last, now)
    )
