"""Changing the office's settings; each change is on the trail."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.office.organisation import Setting
from officecli.rules.thresholds import every_setting
from officecli.settings import PROFILE
from officecli.standing.office.rights import over_office
from officecli.store.write.change import Change
from officecli.typed.office.settings import checked_setting, from_command_line, rule_of, setting_named


@dataclass(frozen=True)
class SettingChanged(Answer):
    """The setting has this value; `was` is the same where nothing changed."""

    name: str
    value: str
    was: str


@dataclass(frozen=True)
class SettingUnset(Answer):
    """The setting has its default again."""

    name: str
    value: str
    was: str


@dataclass(frozen=True)
class SettingAtDefault(Answer):
    """The setting had its default already."""

    name: str
    value: str


def set_setting(act: Acting, typed: str, value: str) -> None:
    """Give a setting a value of the office's own; raises BadInput for what it does not take."""
    name, kept = checked_setting(typed, from_command_line(typed, value))
    leave_profile_to_its_command(name)
    act.sign(over_office(act.actor))
    was = _now(act, name)
    keep_setting(act.change, act.verb, name, kept)
    act.done.append(SettingChanged(name, kept, was))


def unset_setting(act: Acting, typed: str) -> None:
    """Give a setting its default back."""
    name = setting_named(typed)
    leave_profile_to_its_command(name)
    act.sign(over_office(act.actor))
    was = _now(act, name)
    row = act.read.value("SELECT id FROM setting WHERE name = :name", name=name)
    if row is None:
        act.done.append(SettingAtDefault(name, was))
        return
    act.change.remove(act.change.get(Setting, row), act.verb)
    act.done.append(SettingUnset(name, default(name, act.read.profile), was))


def keep_setting(change: Change, verb: str, name: str, value: str) -> None:
    """Record the value of a setting, whose name and value were checked."""
    row = change.read.value("SELECT id FROM setting WHERE name = :name", name=name)
    if row is None:
        change.add(Setting, verb, name=name, value=value)
    else:
        change.set(change.get(Setting, row), verb, value=value)


def default(name: str, profile: str) -> str:
    """What holds where the office of this profile has set nothing."""
    rule = rule_of(name)
    return rule.severity_by(profile) if rule else str(every_setting()[name].default)


def leave_profile_to_its_command(name: str) -> None:
    """Raise BadInput for the profile, which is changed on the highest post's order."""
    if name == PROFILE.name:
        raise BadInput(
            _("The profile is changed on the order of the highest post."), fix=_("officecli config profile light|standard|strict --by NAME")
        )


def _now(act: Acting, name: str) -> str:
    return act.read.stored_settings.get(name) or default(name, act.read.profile)
