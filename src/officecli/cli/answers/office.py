"""What changed in the office itself, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.cli.left_behind import first_of, hanging, left_open
from officecli.cli.metavars import code_shown
from officecli.formats.value import NOTHING
from officecli.i18n import _, headed, listed, ngettext
from officecli.model.codes import MANNERS
from officecli.model.words import word
from officecli.typed.day_said import say_seen

if TYPE_CHECKING:
    from officecli.actions.office.absences import AbsenceStruck, Away, Back
    from officecli.actions.office.bodies import BodyAdded, BodyChanged, BodyRetired, FollowUpPassedOn
    from officecli.actions.office.difficulties import DifficultyAnswered, DifficultyPassedOn, DifficultyRecorded
    from officecli.actions.office.duties import DutyChanged, DutyGiven, DutyRetired
    from officecli.actions.office.duty_roster import HandedOver, NoteDone, OnDuty
    from officecli.actions.office.norms import NormsSet
    from officecli.actions.office.profile import ProfileSet
    from officecli.actions.office.returning import PersonReturned
    from officecli.actions.office.selection import SelectionRecorded
    from officecli.actions.office.settings import SettingAtDefault, SettingChanged, SettingUnset
    from officecli.actions.office.staff import PersonAdded, PersonChanged, PersonLeft, PersonMoved, PersonWouldLeave
    from officecli.actions.office.units import UnitChanged
    from officecli.files.office.setting_up import OfficeSetUp, OnlyRehearsed


def person_added(done: PersonAdded) -> Iterator[str]:
    yield _("{name} is on record: {post}.").format(name=done.name, post=done.post)
    yield _('Record how {name} was selected: officecli person selected "{name}" --manner {manners} --result TEXT').format(
        name=done.name, manners="|".join(code_shown("manner", one) for one in MANNERS)
    )


def _changed(done: BodyChanged | PersonChanged | UnitChanged) -> Iterator[str]:
    text = _("{name} is changed.") if done.changed else _("Nothing to change: {name} is on record like this.")
    yield text.format(name=done.name)


def person_changed(done: PersonChanged) -> Iterator[str]:
    yield from _changed(done)
    if done.login_lost:
        yield _('The login {login} was taken away; to give another: officecli person set "{name}" --login LOGIN').format(
            login=done.login_lost, name=done.name
        )
    if done.renamed_from and not done.also_called:
        yield _('Where ledgers still write {old}: officecli person set "{new}" --alias "{old}"').format(old=done.renamed_from, new=done.name)


def person_moved(done: PersonMoved) -> Iterator[str]:
    text = _("{name} is now {post}.") if done.changed else _("Nothing to change: {name} is {post}.")
    yield text.format(name=done.name, post=done.post)


def person_left(done: PersonLeft) -> Iterator[str]:
    yield _("{name} has left.").format(name=done.name)
    if done.requests:
        yield _("What was asked of {name} waits for the next superior now: {numbers}.").format(name=done.name, numbers=listed(done.requests))
    if done.successor and done.numbers:
        yield _("{name} takes over {numbers}.").format(name=done.successor, numbers=listed(done.numbers))
    for heir, given in done.given:
        yield _("What {name} gave is reviewed by {heir} from now on: {numbers}.").format(name=done.name, heir=heir, numbers=listed(given))
    if done.waits and done.successor:
        yield _("What waited for {name} waits for {heir} now: {numbers}.").format(numbers=listed(done.waits), name=done.name, heir=done.successor)
    elif done.waits:
        yield _('Waiting for {name} still: {numbers}; say for whom instead: officecli wait {number} --to NAME "…"').format(
            numbers=listed(done.waits), name=done.name, number=done.waits[0]
        )
    if done.targets:
        yield _("The targets of {name} end with their running periods, and score in none at whose end {name} is gone: {targets}.").format(
            name=done.name, targets=listed(done.targets)
        )
    yield from left_open(done)


def person_would_leave(done: PersonWouldLeave) -> Iterator[str]:
    yield _("{name} would leave; the post would be free, and the login nobody's.").format(name=done.name)
    if done.requests:
        yield _("What was asked of {name} would wait for the next superior: {numbers}.").format(name=done.name, numbers=listed(done.requests))
    if done.successor and done.numbers:
        yield _("{name} would take over {numbers}.").format(name=done.successor, numbers=listed(done.numbers))
    for heir, given in done.given:
        yield _("What {name} gave would be reviewed by {heir}: {numbers}.").format(name=done.name, heir=heir, numbers=listed(given))
    if done.waits:
        yield _("What waits for {name}: {numbers}.").format(name=done.name, numbers=listed(done.waits))
    if done.targets:
        yield _("The targets of {name} would end with their running periods, and score in none at whose end {name} is gone: {targets}.").format(
            name=done.name, targets=listed(done.targets)
        )
    yield from left_open(done)


def person_returned(done: PersonReturned) -> Iterator[str]:
    yield _("{name}, who left on {day}, is here again: {post}.").format(name=done.name, day=done.left, post=done.post)


def selection_recorded(done: SelectionRecorded) -> Iterator[str]:
    yield _("How {name} was selected is on record: {manner}, {day}.").format(name=done.name, manner=word("manner", done.manner), day=done.day)


def away(done: Away) -> Iterator[str]:
    yield _("{name} is away from {since} to {until}.").format(name=done.name, since=done.since.isoformat(), until=done.until.isoformat())
    if done.stand_in:
        yield _("{stand_in} acts with the powers of {name}.").format(stand_in=done.stand_in, name=done.name)
    if done.lower_rank:
        yield _("{stand_in} is of lower rank; the powers are those of {name} all the same.").format(stand_in=done.stand_in, name=done.name)
    for absent in done.missed_by:
        yield _("{name} was to stand in for {absent}; meanwhile nobody does.").format(name=done.name, absent=absent)
    if done.covered:
        return
    if done.stand_in:
        yield _("But {stand_in} is away too for some of the time; nobody stands in for a stand-in.").format(stand_in=done.stand_in)
    else:
        yield _("Nobody stands in: name one with --stand-in, or a stand-in post in the office's file.")
    if done.superior:
        yield _("What waits for {name} is decided by {superior}.").format(name=done.name, superior=done.superior)
    if done.unattended:
        text = ngettext("{n} open item without anybody to act: {numbers}.", "{n} open items without anybody to act: {numbers}.", len(done.unattended))
        yield text.format(n=len(done.unattended), numbers=first_of(done.unattended, 5))


def absence_struck(done: AbsenceStruck) -> Iterator[str]:
    yield _("{name} does not go away: the absence from {since} to {until} is struck.").format(
        name=done.name, since=done.since.isoformat(), until=done.until.isoformat()
    )


def back(done: Back) -> Iterator[str]:
    yield _("{name} is back.").format(name=done.name)


def difficulty_recorded(done: DifficultyRecorded) -> Iterator[str]:
    yield _("Difficulty {number} recorded: {owner} sees to it, {due}.").format(number=done.number, owner=done.owner, due=say_seen(done.due))
    yield _("officecli shows it to nobody but {names}.").format(names=listed(done.readers))


def difficulty_answered(done: DifficultyAnswered) -> Iterator[str]:
    yield _("Difficulty {number} is answered.").format(number=done.number)


def difficulty_passed_on(done: DifficultyPassedOn) -> Iterator[str]:
    yield _("{name} sees to difficulty {number} now.").format(name=done.name, number=done.number)


def duty_given(done: DutyGiven) -> Iterator[str]:
    text = _("{post} has the duty “{title}” again.") if done.again else _("{post} now has the duty “{title}”.")
    yield text.format(post=done.post, title=done.title)


def duty_changed(done: DutyChanged) -> Iterator[str]:
    text = _("“{title}” is changed.") if done.changed else _("Nothing to change: “{title}” is on record like this.")
    yield text.format(title=done.title)


def duty_retired(done: DutyRetired) -> Iterator[str]:
    yield _("“{title}” is retired; {post} no longer answers for it.").format(title=done.title, post=done.post)
    yield from hanging(done.hanging)


def follow_up_passed_on(done: FollowUpPassedOn) -> Iterator[str]:
    said = {"bodies": listed(done.bodies), "name": done.successor}
    yield (
        _("{name} now follows up what these do: {bodies}.").format(**said)
        if done.successor
        else _("Nobody is named any more who follows up what these do: {bodies}. Name somebody: officecli body set BODY --follow-up PERSON").format(
            **said
        )
    )


def body_added(done: BodyAdded) -> Iterator[str]:
    text = _("{name} is an outside body of this office again.") if done.again else _("{name} is on record as an outside body.")
    yield text.format(name=done.name)
    if done.like:
        yield _("Until now “{name}” meant {like}. If they are the same: officecli undo, then {command}").format(
            name=done.name, like=done.like, command=f'officecli body set "{done.like}" --alias "{done.name}"'
        )
    if done.follow_up:
        yield _("{name} follows it up.").format(name=done.follow_up)
    else:
        yield _('Nobody is named who follows it up: officecli body set "{name}" --follow-up PERSON').format(name=done.name)


def unit_changed(done: UnitChanged) -> Iterator[str]:
    yield from _changed(done)
    if done.renamed_from and done.also_called:
        yield _("Write the new name in the office's file too.")
    elif done.renamed_from:
        yield _("Write the new name in the office's file too, or setup makes {old} anew.").format(old=done.renamed_from)
        yield _('Where ledgers and filters still write {old}: officecli unit set "{new}" --alias "{old}"').format(
            old=done.renamed_from, new=done.name
        )


def body_changed(done: BodyChanged) -> Iterator[str]:
    yield from _changed(done)
    if done.renamed_from:
        yield _('Where ledgers and filters still write {old}: officecli body set "{new}" --alias "{old}"').format(
            old=done.renamed_from, new=done.name
        )


def body_retired(done: BodyRetired) -> Iterator[str]:
    yield _("{name} is retired; no new item names it.").format(name=done.name)
    if done.numbers:
        text = ngettext("{n} open item still names it: {names}.", "{n} open items still name it: {names}.", len(done.numbers))
        yield text.format(n=len(done.numbers), names=first_of(done.numbers, 8))
    if done.to_do:
        yield _("To give another body what {name} has to do: officecli edit {numbers} --body NAME").format(
            name=done.name, numbers=" ".join(done.to_do)
        )


def on_duty(done: OnDuty) -> Iterator[str]:
    text = (_("{name} is duty officer on each day from {day} to {until}.") if done.until else _("{name} is duty officer on {day}.")).format(
        name=done.name, day=done.day.isoformat(), until=done.until
    )
    yield text + (_(" Before: {name}.").format(name=done.before) if done.before else "")


def handed_over(done: HandedOver) -> Iterator[str]:
    yield _("Handed over from {giving} to {taking}.").format(giving=done.giving, taking=done.taking or _("whoever comes next"))
    for item in done.emergencies:
        yield _("Unfinished: {number} {title} ({lead})").format(number=item.number, title=item.title, lead=item.lead)
    for note in done.notes:
        yield _("Unfinished: note {number} of {day}: {text}").format(number=note.number, day=note.day, text=note.text)


def note_done(done: NoteDone) -> Iterator[str]:
    yield _("Note {number} is done.").format(number=done.number)


def norms_set(done: NormsSet) -> Iterator[str]:
    text = _("The norms of {post} are set.") if done.changed else _("Nothing to change: {post} has these norms.")
    yield text.format(post=done.post)


def setting_changed(done: SettingChanged) -> Iterator[str]:
    if done.value == done.was:
        yield _("Nothing to change: {name} is {value}.").format(name=done.name, value=_set_to(done.value))
    else:
        yield _("{name}: {value} (was {old})").format(name=done.name, value=_set_to(done.value), old=_was_set_to(done.was))


def _set_to(value: str) -> str:
    """What a setting is set to, in words."""
    return word("value", value) if value else NOTHING


def _was_set_to(value: str) -> str:
    """The same of what it was, which stands in brackets."""
    return word("value", value) if value else _("none")


def profile_set(done: ProfileSet) -> Iterator[str]:
    profile = word("profile", done.profile)
    if done.profile == done.was:
        yield _("Nothing to change: the profile is “{profile}”.").format(profile=profile)
        return
    yield _("The office works by the profile “{profile}” from now on (it was “{was}”).").format(profile=profile, was=word("profile", done.was))
    if done.by:
        yield _("On the order of {name}; check and the office's digest say so for 30 days.").format(name=done.by)
    if done.silent:
        yield _("Silent by it: {codes}.").format(codes=listed(done.silent))


def setting_unset(done: SettingUnset) -> Iterator[str]:
    yield _("{name}: {value} (was {old})").format(name=done.name, value=_set_to(done.value), old=_was_set_to(done.was))


def setting_at_default(done: SettingAtDefault) -> Iterator[str]:
    yield _("Nothing to change: {name} has its default, {value}.").format(name=done.name, value=_set_to(done.value))


def office_set_up(done: OfficeSetUp) -> Iterator[str]:
    yield from done.differences
    for label, left in done.hanging:
        yield from (f"    {headed(label, line)}" for line in hanging(left))


def only_rehearsed(_done: OnlyRehearsed) -> Iterator[str]:
    yield _("Dry run: nothing was changed.")
