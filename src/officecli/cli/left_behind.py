"""Says in words what a post or duty that is retired, or a person who has left, leaves behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from officecli.i18n import _, listed, ngettext
from officecli.shell import as_word

if TYPE_CHECKING:
    from officecli.actions.office.duties import Hanging
    from officecli.actions.office.staff import PersonLeft


def hanging(left: Hanging) -> Iterator[str]:
    """What still names a duty or a post that is retired."""
    if left.targets:
        text = ngettext("{n} target still hangs on it: {names}.", "{n} targets still hang on it: {names}.", len(left.targets))
        yield text.format(n=len(left.targets), names=first_of([metric for _number, metric in left.targets], 8))
        scores = _("It scores until it is ended: officecli target retire {target}")
        nobody = _("Nobody is measured by it any more; what goes on is set for another post, and this one ended: officecli target retire {target}")
        yield (scores if left.of == "duty" else nobody).format(target=left.targets[0][0])
    if left.procedures:
        text = ngettext("{n} procedure still falls under it: {names}.", "{n} procedures still fall under it: {names}.", len(left.procedures))
        yield text.format(n=len(left.procedures), names=first_of(left.procedures, 8))
        if left.of == "post":
            text = _("The next superior leads what comes round, until it has another post: officecli procedure set {name} --post POST")
            yield text.format(name=as_word(left.procedures[0]))
    if left.items:
        text = ngettext("{n} open item still falls under it: {names}.", "{n} open items still fall under it: {names}.", len(left.items))
        yield text.format(n=len(left.items), names=first_of(left.items, 8))


def left_open(done: PersonLeft) -> Iterator[str]:
    """What nobody does any more when somebody has left, and how somebody else is named for it."""
    if done.duties:
        yield _("{name} is on the duty roster for {days}; put somebody else on it: officecli roster {day} NAME").format(
            name=done.name, days=first_of(done.duties, 7), day=done.duties[0]
        )
    name = _("NAME")
    for absent, since, until in done.missed:
        yield _("{name} was to stand in for {absent} from {since} to {until}; name somebody else: {command}").format(
            name=done.name,
            absent=absent,
            since=since,
            until=until,
            command=f"officecli away {as_word(absent)} {until} --from {since} --stand-in {name}",
        )


def first_of(names: Sequence[str], most: int) -> str:
    """The first of several names, and that there are more."""
    return listed(names[:most]) + (" …" if len(names) > most else "")
