"""How much the office asks of itself: a registrar changes it, on the order of whoever holds the highest post."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.office.settings import keep_setting
from officecli.errors import Refused
from officecli.i18n import N_, _, one_of
from officecli.light import dataclass
from officecli.rules import every_rule
from officecli.settings import PROFILE
from officecli.standing.office.rights import over_office
from officecli.standing.office.stand_ins import stand_in_of
from officecli.standing.office.superiors import on_highest_posts
from officecli.standing.standing import Standing
from officecli.store.read.reader import Row
from officecli.typed.codes import check_code
from officecli.typed.office.people import find_person


@dataclass(frozen=True)
class ProfileSet(Answer):
    """The office works by `profile` from now on, on the order of `by` ("" before anybody holds a post); `silent` rules are not asked."""

    profile: str
    was: str
    by: str
    silent: tuple[str, ...]


def set_profile(act: Acting, typed: str, by: str = "") -> None:
    """Let the office work by this profile; raises Refused without the order of the highest post, BadInput for no profile."""
    profile = check_code(typed, PROFILE.choices, N_("profile"))
    ordered = _who_orders(act, by)
    standing = over_office(act.actor)
    act.sign(Standing(standing.role, (ordered["id"], ordered["name"])) if ordered and ordered["id"] != act.actor["id"] else standing)
    was = act.read.profile
    keep_setting(act.change, "profile", PROFILE.name, profile)
    own = act.read.severities
    silent = tuple(
        rule.code for rule in every_rule() if (own.get(rule.code) if not rule.fixed else None) is None and rule.severity_by(profile) == "off"
    )
    act.done.append(ProfileSet(profile, was, ordered["name"] if ordered else "", silent))


def _who_orders(act: Acting, by: str) -> Row | None:
    """Whoever holds a highest post, or acts for whoever does and is away, and orders it: who is named, else who acts.

    None where nobody holds a post that others report to.
    """
    highest = on_highest_posts(act.read)
    if not highest:
        return None
    person = find_person(act.read, by) if by else act.actor
    acting = [stand_in_of(act.read, one["id"]) or one for one in highest]
    for one in (*highest, *acting):
        if one["id"] == person["id"]:
            return one
    names = one_of(row["name"] for row in acting)
    raise Refused(
        _("{name} does not hold the highest post, on whose order the profile is changed.").format(name=person["name"]),
        fix=_("Name who orders it: --by {name}").format(name=names),
    )
