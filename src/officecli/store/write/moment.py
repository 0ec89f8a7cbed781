"""What time it is for a writer: a rehearsal's clock writes into rehearsals only, and time does not run backwards on the trail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from officecli import clock
from officecli.errors import Refused
from officecli.i18n import _
from officecli.model.time.wall_clock import local, local_if_any
from officecli.store.proof import chain
from officecli.store.read.reader import Reader


@contextmanager
def right_moment(read: Reader, *, whenever: bool = False) -> Iterator[None]:
    """In this block one may write, by the server's clock where there is a server.

    Raises Refused for a rehearsal's clock on a store that is none, and where the trail's last entry is later than now, unless it is to go on `whenever`.
    """
    server = ", clock_timestamp() AS now" if read.engine == "postgresql" else ""
    found = (
        read.row(
            f"SELECT (SELECT rehearsal FROM office) AS rehearsal, (SELECT timezone FROM office) AS zone, "
            f"(SELECT at FROM trail ORDER BY seq DESC LIMIT 1) AS last{server}"
        )
        or {}
    )
    if clock.rehearsed() and found["last"] and not found["rehearsal"]:
        raise Refused(
            _("OFFICECLI_NOW is set to {moment}, and this office is no rehearsal: nothing is written to it but at the real time.").format(
                moment=local(clock.stamp(), found["zone"])
            ),
            fix=_("Unset OFFICECLI_NOW. To rehearse, make an office of its own under it: OFFICECLI_NOW=2026-07-06T02:00 officecli --db try.db init"),
        )
    with clock.led_by(found.get("now")):
        if found["last"] and not whenever and not clock.is_told():
            _refuse_to_go_back(found["last"], found["zone"])
        yield


def _refuse_to_go_back(last: str, zone: str) -> None:
    if not chain.ran_back(last, clock.stamp()):
        return
    raise Refused(
        _("The clock says {now}, but the trail's last entry is of {last}: nothing is written before it.").format(
            now=local(clock.stamp(), zone), last=local_if_any(last, zone)
        ),
        why=_("One of the two is wrong, and deadlines are judged by it."),
        fix=_(
            "Set the clock right. If it is right now and was wrong then, a registrar lets work go on from here: "
            'officecli db clock --accept --reason "…"'
        ),
    )
