"""What is to be led: an item that is there, or a matter that somebody describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.acts import possible
from officecli.model.words import word
from officecli.reports.planning import same_rank
from officecli.reports.planning.workload import workload
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.dates import almanac, read_date
from officecli.typed.items.fields import no_hours, read_hours
from officecli.typed.items.numbers import find_item
from officecli.typed.office.duties import find_duty
from officecli.typed.office.people import find_person

_NUMBER = re.compile(r"#?\s*([0-9]{4}-)?[0-9]{1,9}\s*")


@dataclass(frozen=True)
class Matter:
    """What is known of it; `minutes` and `due` are None where nobody said, `number`, `item_id` and `lead_id` where it is no item yet."""

    title: str
    kind: str
    due: date | None
    minutes: int | None
    duty_id: int | None
    supporters: Sequence[Row]
    number: str = ""
    item_id: int | None = None
    lead_id: int | None = None
    originator_id: int | None = None


def read_matter(read: Reader, text: str, *, due: str, hours: str, duty: str, support: str, kind: str) -> Matter:
    """The item of that number with what was said besides, or the matter of that title; raises BadInput or NotFound for what is not understood."""
    minutes = _minutes(hours) if hours else None
    assumed = read.settings["plan.assumed_hours"] * 60 or None
    day = read_date(due, base=read.today, by=almanac(read)) if due else None
    if day and day < read.today:
        raise BadInput(_("The deadline {due} has passed.").format(due=day.isoformat()), fix=_("Give today or a later day."))
    duty_id = find_duty(read, duty)["id"] if duty else None
    supporters = [find_person(read, name.strip()) for name in re.split(r"[,，、;；]", support) if name.strip()]
    if not _NUMBER.fullmatch(text):
        return Matter(text.strip(), check_code(kind, codes.KINDS, "--kind"), day, assumed if minutes is None else minutes, duty_id, supporters)
    item = read.rows("SELECT * FROM v_item WHERE id = :id", id=find_item(read, text))[0]
    _check_status(item)
    supporters += same_rank.supporters(read, item["id"])
    task = next((one for one in workload(read, [item["lead_id"]]).tasks.get(item["lead_id"], ()) if one.id == item["id"]), None)
    still = task.work if task else None
    return Matter(
        item["title"],
        item["kind"],
        day or (still.due if still else max(read.today, date.fromisoformat(item["due"])) if item["due"] else None),
        minutes if minutes is not None else still.minutes if still else None,
        duty_id or item["duty_id"],
        supporters,
        item["number"],
        item["id"],
        item["lead_id"],
        item["originator_id"],
    )


def _check_status(item: Row) -> None:
    if not possible("assign", item["status"]):
        raise BadInput(
            _("{number} is {status}: it needs no other lead.").format(number=item["number"], status=word("status", item["status"])),
            fix=_("See how it stands with: officecli show {number}").format(number=item["number"]),
        )


def _minutes(hours: str) -> int:
    minutes = round(read_hours(hours) * 60)
    if not 0 <= minutes <= 100_000 * 60:
        raise no_hours()
    return minutes
