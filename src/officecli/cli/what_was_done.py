"""What came of an act, item by item: as programs read it, and of those on which it was not done the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from officecli.cli import session
from officecli.cli.answers import data, is_about
from officecli.cli.meant.typed_again import told_again, with_command
from officecli.errors import BadInput, NotFound, OfficeError, Overtaken, Refused
from officecli.i18n import _, clauses
from officecli.store.read.reader import Reader

if TYPE_CHECKING:
    from officecli.actions.acting import Acting
    from officecli.actions.answer import NotDone

KINDS = {Refused: "refused", BadInput: "bad-input", NotFound: "not-found", Overtaken: "overtaken"}
"""What programs read of an error that stopped an act on one of several things."""


def items_done(act: Acting, read: Reader) -> list[dict[str, Any]]:
    """The items of an act as they stand now, each with what was `done` to it; after them those on which it was `not_done`, with the reason."""
    from officecli.reports.items.item_card import item_json

    found = [item_json(read, item_id) for item_id in act.items]
    if act.reminders:
        from officecli.reports.items.reminder_card import reminder_json

        found += [reminder_json(read, reminder_id) for reminder_id in act.reminders]
    done = [{**item, "done": [data(answer) for answer in act.done if is_about(answer, item["number"])]} for item in found]
    others = [
        {**({"number": one.number} if one.item_id is None else item_json(read, one.item_id)), "done": [], "not_done": _reason(one)}
        for one in act.not_done
    ]
    return done + others


def not_done(act: Acting) -> list[dict[str, Any]]:
    """What was not done of several things that are no items, each with its reason."""
    return [{"number": one.number, **_reason(one)} for one in act.not_done]


def say_not_done(act: Acting) -> None:
    """Say of each item on which it was not done why, a line each, and once what to do about it."""
    from officecli.formats.terminal.message import show_not_done

    said = {"n": len(act.not_done), "all": act.parts}
    all_of_them = len(act.not_done) == act.parts
    what = _("{n} of {all}; nothing was changed.").format(**said) if all_of_them else _("{n} of {all}; the others are done.").format(**said)
    show_not_done(what, list(_reasons(act.not_done)), _fixes(act.not_done), color=session.current.color)


def _reasons(not_done: Sequence[NotDone]) -> Iterator[tuple[str, str]]:
    """Of each its number and why; numbers of a range of which there are no items at all on one line."""
    run: list[NotDone] = []
    for one, following in zip_longest(not_done, not_done[1:]):
        run.append(one)
        if following and _is_missing(one) and _is_missing(following) and int(following.number) == int(one.number) + 1:
            continue
        if len(run) > _FEW:
            yield f"{run[0].number}-{one.number}", _("there are no items of these numbers")
        else:
            yield from ((each.number or "“”", _why(each)) for each in run)
        run = []


def _is_missing(one: NotDone) -> bool:
    return one.item_id is None and one.number.isdecimal() and isinstance(one.error, NotFound)


_FEW = 2
"""So many numbers are told one by one."""


def _why(one: NotDone) -> str:
    """Everything that stood in the way, on one line, without the number that is told before it."""
    reasons = getattr(one.error, "reasons", ())
    said = [what if label == one.number else _("{title}: {text}").format(title=label, text=what) for label, what, _fix in reasons] or [one.error.what]
    return clauses(dict.fromkeys(one.rstrip(".。") for one in said))


def _fixes(not_done: Sequence[NotDone]) -> list[str]:
    """What to do, each advice once, however many numbers it is given for."""
    kept: dict[str, str] = {}
    for one in not_done:
        for fix in _advice(one.error):
            if fix not in kept.values():  # a command names all of them
                kept.setdefault(fix.replace(one.number, ""), fix)
    return list(kept.values())


def _advice(error: OfficeError) -> Iterator[str]:
    yield from (fix for fix in (told_again(with_command(error)).fix, *(fix for _label, _what, fix in getattr(error, "reasons", ()))) if fix)


def _reason(one: NotDone) -> dict[str, Any]:
    """An error as programs read it: its kind, the rules that refused, and in words what, why and what to do."""
    error = one.error
    refused = isinstance(error, Refused) and error.codes
    return {
        "kind": next(kind for known, kind in KINDS.items() if isinstance(error, known)),
        "rules": error.codes.split(",") if isinstance(error, Refused) and refused else [],
        "what": _why(one), "why": error.why, "fix": list(dict.fromkeys(_advice(error))),
    }  # fmt: skip
