"""ONE catalogue of verbs: a line for everything that is ever recorded as done, in a file for each subject, and what follows from the lines."""

from __future__ import annotations

from officecli.i18n import _
from officecli.model.acts import chain, items, office, personal, procedures, record, targets
from officecli.model.acts.act import Act, Subject
from officecli.model.acts.roles import ROLES as ROLES


class _Catalogue(dict[str, Act]):
    """Acts by name; asked for one that has no line, it says where the line belongs."""

    def __missing__(self, name: str) -> Act:
        raise RuntimeError(
            f"The act “{name}” has no line in model/acts/: its line there, in the file of its subject, says what it is called, who may do it, "
            "and how it is undone."
        )


ACTS: dict[str, Act] = _Catalogue(
    (act.name, act) for act in (*items.ACTS, *record.ACTS, *chain.ACTS, *office.ACTS, *targets.ACTS, *procedures.ACTS, *personal.ACTS)
)
"""The verb on the trail → the act."""

WORDS: dict[str, str] = {name: act.word for act in ACTS.values() for name in (act.name, *act.also)}
"""What an act may be called → its word, untranslated."""


TYPED: dict[str, str] = {act.name: act.typed or f"{(*act.also, act.name)[0]} {{number}}" for act in ACTS.values()}
"""An act → what is typed for it, untranslated, with the `{number}` of what it is done to."""


def check_known(verb: str) -> None:
    """Raise RuntimeError for a verb that has no line here, before it is recorded: nobody could be told of it, and no rule would judge it."""
    ACTS[verb]


def takes_day(name: str) -> bool:
    """Whether an act, or the command that does it, may be recorded for an earlier day."""
    return any(act.dated for act in ACTS.values() if name in (act.name, *act.also))


def past_words(verb: str, *, over: bool = False) -> str:
    """What somebody did, in the reader's language; where it is `over`, that it ended. A verb of an older program stays as it is."""
    act = ACTS.get(verb)
    return _((over and act.past_over) or act.past) if act else verb


def roles_of(name: str) -> tuple[str, ...]:
    """The roles entitled to an act, the most telling first."""
    return ACTS[name].roles


def acts_to(subject: Subject) -> tuple[str, ...]:
    """The acts on something that is there, which somebody does of their own accord."""
    return tuple(act.name for act in ACTS.values() if act.to == subject and act.rule and not act.makes)


def judged_by(rule: str) -> dict[str, tuple[str, ...]]:
    """Act → the roles in which the rule that judges it has nothing to say: those entitled, and those another rule judges."""
    return {act.name: (*act.roles, *(role for role, _rule in act.other_rules)) for act in ACTS.values() if act.rule == rule}


def own_approval(subject: Subject) -> dict[str, tuple[str, ...]]:
    """Act → the roles in which it would be approving one's own, which A402 judges."""
    return {
        act.name: roles for act in ACTS.values() if act.to == subject and (roles := tuple(role for role, rule in act.other_rules if rule == "A402"))
    }


def rule_for(name: str, role: str) -> str:
    """The rule that judges an act in a role that is not entitled to it."""
    act = ACTS[name]
    return dict(act.other_rules).get(role, act.rule)


def typed_by_others(name: str) -> bool:
    """Whether those entitled type for an act the very line of somebody who is not.

    Of an item, request or decision that is there its own people are told by the rule what they type, and nobody asks in another's name.
    """
    act = ACTS[name]
    return act.to not in ("item", "request", "decision", "record") or (act.makes and act.to != "request")


def possible(name: str, status: str) -> bool:
    """Whether an item of this status allows the act."""
    return status in ACTS[name].statuses


def signs_of_life() -> tuple[str, ...]:
    """The acts that show that work on an item goes on."""
    return tuple(act.name for act in ACTS.values() if act.alive)
