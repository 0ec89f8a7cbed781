"""Finding an outside body by what somebody typed, and what may be called one."""

from __future__ import annotations

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, in_brackets
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.patterns import pattern
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one
from officecli.typed.office.names import checked_name, refuse_lookalike
from officecli.typed.office.other_names import name_on_record
from officecli.typed.text import shown

BODIES = """SELECT b.id, b.name, b.name_key, b.contact, b.phone, b.email, b.follow_up_id, b.retired, p.name AS follow_up
FROM body b LEFT JOIN person p ON p.id = b.follow_up_id ORDER BY b.id"""


def every_body(read: Reader) -> list[Row]:
    """All outside bodies, retired ones too, each with the name of who follows it up."""
    return read.rows(BODIES)


def find_body(read: Reader, typed: str, *, retired: bool = False) -> Row:
    """The outside body of this name or alias, written out or for short; with `retired` also one that is retired.

    Raises NotFound with the nearest, BadInput for one of our own and where several are meant.
    """
    typed = as_settled(typed)
    key = name_key(typed)
    alias = read.value("SELECT body_id FROM alias WHERE name_key = :key AND body_id IS NOT NULL", key=key[:120])
    known = every_body(read)
    body = next((row for row in known if row["name_key"] == key or row["id"] == alias), None)
    if body and (retired or not body["retired"]):
        return body
    if body:
        raise BadInput(
            _("{name} is retired.").format(name=body["name"]),
            fix=_('Name another (officecli body list), or bring it back: officecli body add "{name}"').format(name=body["name"]),
        )
    refuse_own(read, typed)
    for those in (False, True)[: 1 + retired]:  # one that is retired is meant where no other is
        if like := only_one(typed, [row for row in known if bool(row["retired"]) == those], _called):
            return like
    raise NotFound(
        _("There is no outside body “{name}”.").format(name=shown(typed)),
        fix=perhaps_meant(
            key,
            {row["name_key"]: row["name"] for row in known if not row["retired"]},
            _('Enter it: officecli body add "{name}"; see them with: officecli body list').format(name=shown(typed)),
        ),
    )


def follower(read: Reader, typed: str, otherwise: str) -> str:
    """Who here follows up what the outside body of this name does, and so leads it; where nobody is named, who leads `otherwise`.

    Raises BadInput where that is nobody either.
    """
    body = find_body(read, typed)
    if not (body["follow_up"] or otherwise):
        raise BadInput(
            _("--lead is missing."),
            fix=_('Name who leads it here, or who follows up all that {name} does: officecli body set "{name}" --follow-up PERSON').format(
                name=body["name"]
            ),
        )
    return str(body["follow_up"] or otherwise)


_OF_AN_AREA = pattern(r"[\u3400-\u9fff]{0,3}?[省州市县区旗](?=[\u3400-\u9fff]{2})")


def _called(body: Row) -> list[str]:
    """What a body is called: in Chinese what is left without the area it is of too, as everybody there says it (县住建局); in full last."""
    area = _OF_AN_AREA.match(body["name"])
    return [*([body["name"][area.end() :]] if area else []), body["name"]]


def body_with_contact(name: str, contact: str, phone: str) -> str:
    """A body with whom to ask there in brackets, as far as that is known."""
    whom = " ".join(part for part in (contact, phone) if part)
    return name + in_brackets(whom) if whom else name


def checked_body(read: Reader, text: str, own_id: int = 0) -> str:
    """A name for an outside body, as it is kept; raises BadInput for a unit or somebody of the office, and for what looks like another body."""
    name = checked_name(text)
    if len(name) > 120:
        raise BadInput(_("The name is too long: at most {most} characters.").format(most=120), fix=_("Shorten it."))
    refuse_own(read, name)
    refuse_lookalike(name, (row["name"] for row in every_body(read) if row["id"] != own_id))
    return name


def refuse_own(read: Reader, name: str) -> None:
    """Raise BadInput for the name of a unit or of somebody of the office: what is one's own is never outside."""
    key = name_key(name_on_record(read, name))[:120]
    units = read.rows("SELECT name FROM unit WHERE retired = 0 ORDER BY id")
    unit = next((row["name"] for row in units if name_key(row["name"]) == key), None)
    person = read.value("SELECT name FROM person WHERE name_key = :key AND left_on IS NULL", key=key)
    if unit or person:
        raise BadInput(
            _("{name} is of this office, and no outside body.").format(name=unit or person),
            fix=_("A unit is named by --lead or --support as its head; an outside body by the name it has outside."),
        )
