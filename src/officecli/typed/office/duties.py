"""Finding a duty by what somebody typed."""

from __future__ import annotations

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, one_of
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one

DUTIES = """SELECT d.id, d.title, d.function, d.kind, d.nature, d.retired, d.post_id, po.title AS post, po.unit_id, u.name AS unit, u.nature AS unit_nature
FROM duty d JOIN post po ON po.id = d.post_id JOIN unit u ON u.id = po.unit_id ORDER BY u.id, po.id, d.id"""


def every_duty(read: Reader) -> list[Row]:
    """All duties, retired ones too, each with `label`, unit/post/title; by unit and post."""
    return [{**row, "label": f"{row['unit']}/{row['post']}/{row['title']}"} for row in read.rows(DUTIES)]


def find_duty(read: Reader, typed: str, *, retired: bool = False) -> Row:
    """The duty that `title` or `unit/post/title` means, written out or for short; with `retired` also one that is retired.

    Raises NotFound with the nearest, BadInput where several are meant, or one that was retired.
    """
    typed = as_settled(typed)
    key = name_key(typed)
    duties = every_duty(read)
    found = [duty for duty in duties if key and key in (name_key(duty["title"]), name_key(duty["label"]))]
    in_use = [duty for duty in found if not duty["retired"]]
    if len(in_use) == 1:
        return in_use[0]
    if in_use:
        raise BadInput(
            _("Several posts have the duty “{title}”.").format(title=typed[:60]),
            fix=_("Write unit/post/title: {choices}.").format(choices=one_of(f"“{duty['label']}”" for duty in in_use[:4])),
        )
    if found and retired:
        return found[-1]
    if found:
        raise BadInput(
            _("The duty “{title}” was retired on {day}.").format(title=found[-1]["title"], day=_retired_on(read, found[-1]["id"])),
            fix=_('Name another (officecli duty list), or bring it back: officecli duty add "{title}" --post "{post}"').format(
                title=found[-1]["title"], post=f"{found[-1]['unit']}/{found[-1]['post']}"
            ),
        )
    in_use = [duty for duty in duties if not duty["retired"]]
    if like := only_one(typed, in_use, lambda duty: str(duty["label" if "/" in typed else "title"]), lambda duty: str(duty["label"])):
        return like
    known = {name_key(duty["title"]): duty["title"] for duty in in_use}
    raise NotFound(
        _("There is no duty “{name}”.").format(name=typed[:60]),
        fix=perhaps_meant(key, known, _("See them with: {command}").format(command="officecli duty list")),
    )


def _retired_on(read: Reader, duty_id: int) -> str:
    return str(read.value("SELECT MAX(day) FROM trail WHERE subject = 'duty' AND subject_id = :duty", duty=duty_id))
