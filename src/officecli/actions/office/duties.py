"""Duties are given to posts, changed and retired; they outlive whoever holds the post."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.codes import NATURES
from officecli.model.names import name_key
from officecli.model.office.organisation import Duty, DutySupport
from officecli.standing.office.rights import over_office
from officecli.store.items import OPEN_STATUSES
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.office.duties import every_duty, find_duty
from officecli.typed.office.functions import check_function
from officecli.typed.office.posts import find_post
from officecli.typed.targets.checks import check_duty_may_move
from officecli.typed.text import one_line, says_something, shown, tidy


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is said of a duty, as it was typed; None where nothing was, "" to take it away. `support` holds “POST:part”, `no_support` posts."""

    title: str | None = None
    post: str | None = None
    function: str | None = None
    kind: str | None = None
    nature: str | None = None
    support: Sequence[str] = ()
    no_support: Sequence[str] = ()


@dataclass(frozen=True)
class Hanging:
    """What still names a duty or a post (`of`) that goes: targets as (number, metric), procedures by name, open items by number."""

    of: Literal["duty", "post"]
    targets: tuple[tuple[str, str], ...]
    procedures: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True)
class DutyGiven(Answer):
    """The post answers for the duty, perhaps again."""

    title: str
    post: str
    again: bool


@dataclass(frozen=True)
class DutyChanged(Answer):
    """What is said of the duty was changed, or was so before."""

    title: str
    changed: bool


@dataclass(frozen=True)
class DutyRetired(Answer):
    """The post answers for the duty no more."""

    title: str
    post: str
    hanging: Hanging


def add_duty(act: Acting, title: str, given: Terms) -> None:
    """Give a post a duty; one that was retired from it comes back."""
    act.sign(over_office(act.actor))
    post = find_post(act.read, given.post or "")
    title = _title(title)
    known = _same(act.read, title, post["id"])
    checked = _checked(act.read, given, own_id=known["id"] if known else 0)
    fields = {"function": None, "kind": None, "nature": None, **checked, "title": title, "post_id": post["id"]}
    if known and not known["retired"]:
        raise BadInput(
            _("{post} has the duty “{title}” already.").format(post=post["label"], title=known["title"]),
            fix=_('Change it with: officecli duty set "{title}"').format(title=known["title"]),
        )
    if known:
        act.change.set(act.change.get(Duty, known["id"]), act.verb, retired=False, **fields)
        for row in _supports(act.read, known["id"]):
            act.change.remove(act.change.get(DutySupport, row["id"]), act.verb)
    duty_id = known["id"] if known else act.change.add(Duty, act.verb, **fields).id
    _support(act, duty_id, post["id"], given)
    act.done.append(DutyGiven(title, post["label"], again=known is not None))


def set_duty(act: Acting, typed: str, given: Terms) -> None:
    """Change what is said of a duty; raises BadInput where nothing is said, or for one that is retired."""
    act.sign(over_office(act.actor))
    duty = find_duty(act.read, typed)
    fields = _checked(act.read, given, own_id=duty["id"])
    if given.title is not None:
        fields["title"] = _title(given.title)
    if given.post is not None:
        post = find_post(act.read, given.post)
        check_duty_may_move(act.read, duty, post)
        fields["post_id"] = post["id"]
    if not fields and not given.support and not given.no_support:
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli duty set --help"))
    title, post_id = {**duty, **fields}["title"], {**duty, **fields}["post_id"]
    known = _same(act.read, title, post_id)
    if known and known["id"] != duty["id"]:
        raise BadInput(
            _("{post} has, or had, a duty “{title}”.").format(post=f"{known['unit']}/{known['post']}", title=known["title"]),
            fix=_("Write a title that tells the two apart."),
        )
    act.change.set(act.change.get(Duty, duty["id"]), act.verb, **fields)
    _support(act, duty["id"], post_id, given)
    act.done.append(DutyChanged(title, changed=act.change.changed))


def retire_duty(act: Acting, typed: str, reason: str) -> None:
    """Retire a duty, with a reason; what hangs on it is said and stays."""
    act.sign(over_office(act.actor))
    duty = find_duty(act.read, typed)
    if not says_something(reason):
        raise BadInput(_("Retiring a duty needs its reason."), fix=_("Say why with --reason."))
    act.change.reason = tidy(reason)
    act.change.set(act.change.get(Duty, duty["id"]), act.verb, retired=True)
    act.done.append(DutyRetired(duty["title"], f"{duty['unit']}/{duty['post']}", left_hanging(act, "duty", duty["id"])))


def left_hanging(act: Acting, of: Literal["duty", "post"], row_id: int) -> Hanging:
    """The targets, procedures and open items that still name the duty or the post; an item names no post."""
    targets = act.read.rows(
        f"SELECT metric AS name, COALESCE(continues_id, id) AS family_id FROM target WHERE {of}_id = :id AND (until IS NULL OR until > :day) ORDER BY id",
        id=row_id,
        day=act.today.isoformat(),
    )
    numbers = own_numbers(act.read, "target") if targets else {}
    procedures = act.read.rows(f"SELECT name FROM procedure WHERE {of}_id = :id AND retired = 0 ORDER BY id", id=row_id)
    open_items = f"SELECT number AS name FROM item WHERE duty_id = :id AND status IN {OPEN_STATUSES} ORDER BY id"
    items = act.read.rows(open_items, id=row_id) if of == "duty" else []
    return Hanging(
        of,
        tuple((numbers[row["family_id"]], row["name"]) for row in targets),
        tuple(row["name"] for row in procedures),
        tuple(row["name"] for row in items),
    )


def _title(text: str) -> str:
    title = one_line(text)
    if not name_key(title):
        raise BadInput(_("The duty has no title."), fix=_("Say in a few words what the post answers for."))
    if len(title) > 300:
        raise BadInput(_("The title of the duty is too long: at most {most} characters.").format(most=300), fix=_("Shorten it."))
    return title


def _checked(read: Reader, given: Terms, own_id: int) -> dict[str, Any]:
    """Function, kind of work and nature as they are kept, those that were said; raises BadInput."""
    fields: dict[str, Any] = {}
    if given.function is not None:
        fields["function"] = check_function(read, given.function)
    if given.kind is not None:
        fields["kind"] = _kind(read, given.kind, own_id)
    if given.nature is not None:
        fields["nature"] = check_code(given.nature, NATURES, "--nature") if given.nature.strip() else None
    return fields


def _kind(read: Reader, typed: str, own_id: int) -> str | None:
    """The kind of work, spelt as another duty has it, since two spellings of one kind would be owned twice unseen."""
    kind = one_line(typed)
    if len(kind) > 120:
        raise BadInput(_("The kind of work is too long: at most {most} characters.").format(most=120), fix=_("Name it in a word or two."))
    others = (duty["kind"] for duty in every_duty(read) if duty["id"] != own_id and not duty["retired"] and duty["kind"])
    return next((other for other in others if name_key(other) == name_key(kind)), kind or None)


def _same(read: Reader, title: str, post_id: int) -> Row | None:
    """The duty of this title on this post, one in use before one that is retired."""
    found = [duty for duty in every_duty(read) if duty["post_id"] == post_id and name_key(duty["title"]) == name_key(title)]
    return min(found, key=lambda duty: duty["retired"], default=None)


def _supports(read: Reader, duty_id: int) -> list[Row]:
    return read.rows("SELECT id, post_id FROM duty_support WHERE duty_id = :duty ORDER BY id", duty=duty_id)


def _support(act: Acting, duty_id: int, own_post: int, given: Terms) -> None:
    """Take away the support that is no longer, give each post named its part; raises BadInput where the duty's own post would support it."""
    there = {row["post_id"]: row["id"] for row in _supports(act.read, duty_id)}
    for typed in given.no_support:
        post = find_post(act.read, typed)
        if post["id"] not in there:
            raise BadInput(_("{post} does not support this duty.").format(post=post["label"]), fix=_("See who does with: officecli duty show TITLE"))
        act.change.remove(act.change.get(DutySupport, there.pop(post["id"])), act.verb)
    named: set[int] = set()
    for typed in given.support:
        post, part = _post_and_part(act.read, typed)
        if post["id"] in named:
            raise BadInput(_("{post} is named twice for this duty.").format(post=post["label"]), fix=_("Write both parts in one: post:part and part"))
        named.add(post["id"])
        if post["id"] in there:
            act.change.set(act.change.get(DutySupport, there[post["id"]]), act.verb, part=part)
        else:
            act.change.add(DutySupport, act.verb, duty_id=duty_id, post_id=post["id"], part=part)
    if own_post in named or own_post in there:
        raise BadInput(
            _("The post that answers for a duty does not support it as well."), fix=_("Name another post, or take it out with --no-support.")
        )


def _post_and_part(read: Reader, typed: str) -> tuple[Row, str]:
    title, _colon, part = typed.replace("\uff1a", ":").partition(":")
    post = find_post(read, title.strip())
    said = one_line(part)
    if not said:
        raise BadInput(
            _("“{text}” does not say what {post} does.").format(text=shown(typed), post=post["label"]),
            fix=_('Write “post:part”, for example: --support "{post}:{part}"').format(post=post["label"], part=_("provides the figures")),
        )
    return post, said
