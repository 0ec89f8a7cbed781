"""Outside bodies are entered, changed and retired; what they do is followed up by somebody here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.aliases import is_alias, refuse_alias, set_aliases
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.office.organisation import Body
from officecli.standing.office.rights import over_office
from officecli.store.items import OPEN_STATUSES
from officecli.typed.office.bodies import checked_body, every_body, find_body
from officecli.typed.office.names import checked_email
from officecli.typed.text import one_line, reason_needed

_MOST = {"contact": 120, "phone": 60}


@dataclass(frozen=True, kw_only=True)
class BodyTerms:
    """What is said of an outside body, as it was typed; None where nothing was, "" to take it away."""

    name: str | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    follow_up: str | None = None
    aliases: Sequence[str] = ()


@dataclass(frozen=True)
class BodyAdded(Answer):
    """The outside body is on record, perhaps again; `like` is another that its name meant before."""

    name: str
    follow_up: str | None
    again: bool
    like: str | None = None


@dataclass(frozen=True)
class BodyChanged(Answer):
    """What is said of the outside body was changed, or was so before; `renamed_from` is "" where its old name stayed, or goes for it still."""

    name: str
    changed: bool
    renamed_from: str = ""


@dataclass(frozen=True)
class BodyRetired(Answer):
    """No new item names the outside body; the open items that do, by number, and of these those it is `to_do`."""

    name: str
    numbers: tuple[str, ...]
    to_do: tuple[str, ...] = ()


def add_body(act: Acting, name: str, given: BodyTerms) -> None:
    """Enter an outside body; one that was retired comes back as it was, but for what is said of it now."""
    act.sign(over_office(act.actor))
    known = next((row for row in every_body(act.read) if row["name_key"] == name_key(name)), None)
    name = checked_body(act.read, name, known["id"] if known else 0)
    refuse_alias(act.read, name, own=("body", known["id"] if known else 0))
    if known and not known["retired"]:
        raise BadInput(
            _("There is already an outside body called {name}.").format(name=known["name"]),
            fix=_('Change it with: officecli body set "{name}"').format(name=known["name"]),
        )
    before = {"contact": "", "phone": "", "email": "", "follow_up_id": None} if known is None else {"follow_up_id": known["follow_up_id"]}
    fields = {**before, **_checked(act, given), "name": name, "name_key": name_key(name)}
    like = None
    if known is None:
        with suppress(OfficeError):
            like = find_body(act.read, name)["name"]
    if known:
        act.change.set(act.change.get(Body, known["id"]), act.verb, retired=False, **fields)
    else:
        act.change.add(Body, act.verb, **fields)
    follow_up = act.read.value("SELECT name FROM person WHERE id = :id", id=fields["follow_up_id"] or 0)
    act.done.append(BodyAdded(name, follow_up, again=known is not None, like=like))


def set_body(act: Acting, typed: str, given: BodyTerms) -> None:
    """Change what is said of an outside body; raises BadInput where nothing is said, or for one that is retired."""
    act.sign(over_office(act.actor))
    body = find_body(act.read, typed)
    fields = _checked(act, given)
    if given.name is not None:
        name = checked_body(act.read, given.name, body["id"])
        refuse_alias(act.read, name, own=("body", body["id"]))
        other = next((row for row in every_body(act.read) if row["name_key"] == name_key(name) and row["id"] != body["id"]), None)
        if other:
            raise BadInput(
                _("There is, or was, an outside body called {name}.").format(name=other["name"]), fix=_("Write a name that tells the two apart.")
            )
        fields |= {"name": name, "name_key": name_key(name)}
    if not fields and not given.aliases:
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli body set --help"))
    set_aliases(act, "body", body["id"], given.aliases)
    act.change.set(act.change.get(Body, body["id"]), act.verb, **fields)
    now = str(fields.get("name", body["name"]))
    old = body["name"] if name_key(now) != body["name_key"] and not is_alias(act.read, body["name"]) else ""
    act.done.append(BodyChanged(now, changed=act.change.changed, renamed_from=old))


def retire_body(act: Acting, typed: str, reason: str) -> None:
    """Retire an outside body, with a reason; the items that name it keep it, and the open ones are said."""
    act.sign(over_office(act.actor))
    body = find_body(act.read, typed)
    act.change.reason = reason_needed(reason)
    act.change.set(act.change.get(Body, body["id"]), act.verb, retired=True)
    numbers = act.read.rows(
        f"""SELECT number, CASE WHEN body_id = :body THEN 1 ELSE 0 END AS to_do FROM item WHERE status IN {OPEN_STATUSES}
        AND (body_id = :body OR id IN (SELECT item_id FROM body_support WHERE body_id = :body)) ORDER BY id""",
        body=body["id"],
    )
    to_do = tuple(row["number"] for row in numbers if row["to_do"])
    act.done.append(BodyRetired(body["name"], tuple(row["number"] for row in numbers), to_do))


@dataclass(frozen=True)
class FollowUpPassedOn(Answer):
    """What these bodies do is followed up by the successor of who goes, or by nobody who is named."""

    bodies: tuple[str, ...]
    successor: str | None


def pass_follow_up_on(act: Acting, person_id: int, successor_id: int | None, verb: str = "") -> None:
    """Whoever goes follows no outside body up any more: the successor does, or nobody is named."""
    bodies = act.read.rows("SELECT id, name FROM body WHERE follow_up_id = :person ORDER BY id", person=person_id)
    for row in bodies:
        act.change.set(act.change.get(Body, row["id"]), verb or act.verb, follow_up_id=successor_id)
    if bodies:
        successor = act.read.value("SELECT name FROM person WHERE id = :id", id=successor_id or 0)
        act.remarks.append(FollowUpPassedOn(tuple(row["name"] for row in bodies), successor))


def _checked(act: Acting, given: BodyTerms) -> dict[str, Any]:
    """What was said, as it is kept; raises BadInput."""
    fields: dict[str, Any] = {}
    for key, most in _MOST.items():
        if (said := getattr(given, key)) is not None:
            fields[key] = one_line(said)
            if len(fields[key]) > most:
                raise BadInput(_("--{option} is too long: at most {most} characters.").format(option=key, most=most), fix=_("Shorten it."))
    if given.email is not None:
        fields["email"] = checked_email(given.email)
    if given.follow_up is not None:
        fields["follow_up_id"] = act.person(given.follow_up)["id"] if given.follow_up else None
    return fields
