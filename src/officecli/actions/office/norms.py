"""What a post may do, may not do, how, and to what degree: written by registrars, a line for each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.office.organisation import Post
from officecli.standing.office.rights import over_office
from officecli.typed.office.posts import find_post
from officecli.typed.text import several_lines


@dataclass(frozen=True)
class Norms:
    """The four norms as they were typed, several points each; empty where nothing was said, one empty text to take all away."""

    may: Sequence[str] = ()
    may_not: Sequence[str] = ()
    how: Sequence[str] = ()
    degree: Sequence[str] = ()


@dataclass(frozen=True)
class NormsSet(Answer):
    """The post has these norms; `changed` is False where it had them before."""

    post: str
    changed: bool


def set_norms(act: Acting, typed: str, given: Norms) -> None:
    """Put what was said in place of the post's norms; raises BadInput where nothing was."""
    act.sign(over_office(act.actor))
    post = find_post(act.read, typed)
    said = {name: several_lines(texts) or None for name, texts in asdict(given).items() if texts}
    if not said:
        raise BadInput(_("Nothing is said that could be changed."), fix=_("See: officecli post set --help"))
    act.change.set(act.change.get(Post, post["id"]), act.verb, **said)
    act.done.append(NormsSet(post["label"], changed=act.change.changed))
