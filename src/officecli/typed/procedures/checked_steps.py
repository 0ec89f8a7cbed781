"""The steps somebody wrote, checked: who does each, its limit, and what it needs first, without a circle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _
from officecli.model.bounds import TEXT, TITLE
from officecli.model.names import name_key
from officecli.store.procedures import Step
from officecli.store.read.reader import Row
from officecli.typed.procedures.as_typed import TypedStep
from officecli.typed.procedures.limits import read_limit
from officecli.typed.text import tidy

MOST_STEPS = 100
LONGEST = {"title": TITLE, "standard": TEXT, "check": TEXT}
Path = tuple[str | int, ...]


def checked_steps(steps: Sequence[TypedStep], post: Callable[[str], Row], complain: Callable[[Path, OfficeError], None]) -> tuple[Step, ...]:
    """The steps in order; `complain` gets what is wrong, by ("step", index, key)."""
    if len(steps) > MOST_STEPS:
        complain(("step",), BadInput(_("A procedure has at most {most} steps.").format(most=MOST_STEPS), fix=_("Make two procedures of it.")))
        return ()
    checked = []
    for index, typed in enumerate(steps):

        def wrong(key: str, error: OfficeError, at: int = index) -> None:
            complain(("step", at, key), error)

        checked.append(_step(typed, steps, index, post, wrong))
    circle = _circle(checked)
    if circle:
        names = " → ".join(checked[position - 1].title for position in circle)
        error = BadInput(_("The steps wait for one another in a circle: {names}.").format(names=names), fix=_("Take one “needs” out."))
        complain(("step", circle[0] - 1, "needs"), error)
    return tuple(checked)


def _step(typed: TypedStep, steps: Sequence[TypedStep], index: int, post: Callable[[str], Row], wrong: Callable[[str, OfficeError], None]) -> Step:
    texts = {"title": "", "standard": "", "check": ""}
    for key, longest in LONGEST.items():
        try:
            texts[key] = tidy(getattr(typed, key))
            if len(texts[key]) > longest:
                raise BadInput(_("“{key}” is too long: at most {most} characters.").format(key=key, most=longest), fix=_("Shorten it."))
        except BadInput as error:
            wrong(key, error)
    if not texts["title"]:
        wrong("title", BadInput(_("Step {n} has no title.").format(n=index + 1), fix=_("Say in a few words what is done in it.")))
    post_id = amount = unit = None
    try:
        post_id = int(post(typed.who)["id"]) if typed.who.strip() else None
    except (BadInput, NotFound) as error:
        wrong("who", error)
    try:
        amount, unit = read_limit(typed.limit)
    except BadInput as error:
        wrong("limit", error)
    needs = set()
    for needed in typed.needs:
        try:
            needs.add(_needed(needed, steps, index))
        except BadInput as error:
            wrong("needs", error)
    return Step(texts["title"], post_id, texts["standard"], texts["check"], amount, unit, tuple(sorted(needs)))


def _needed(typed: str, steps: Sequence[TypedStep], index: int) -> int:
    """The position of the step that a number or a title means."""
    plain = typed.strip()
    named = [position for position, step in enumerate(steps, 1) if name_key(step.title) == name_key(plain)]
    number = int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else 0
    position = named[0] if len(named) == 1 else number
    if not 1 <= position <= len(steps):
        raise BadInput(
            _("“{title}” needs step “{needed}”, which is not there.").format(title=steps[index].title[:60], needed=plain[:60]),
            fix=_("Name a step by its number, from 1 to {n}, or by its title.").format(n=len(steps)),
        )
    return position


def _circle(steps: Sequence[Step]) -> list[int]:
    """The positions of steps that need one another, the first again at the end; nothing where there is no circle."""
    ended: set[int] = set()
    for start in range(1, len(steps) + 1):
        way: list[int] = []
        found = _round(start, steps, way, ended)
        if found:
            return found
    return []


def _round(position: int, steps: Sequence[Step], way: list[int], ended: set[int]) -> list[int]:
    if position in way:
        return [*way[way.index(position) :], position]
    if position in ended:
        return []
    way.append(position)
    for need in steps[position - 1].needs:
        if found := _round(need, steps, way, ended):
            return found
    way.pop()
    ended.add(position)
    return []
