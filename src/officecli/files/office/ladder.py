"""The ladder of an office file: what its ranks' levels are where it gives none,
and that no head ranks below their staff. The higher level is the higher rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.files.office.content import Entry, OfficeFile
from officecli.files.toml.problems import Problems
from officecli.i18n import N_, _

_WHICH_WAY = N_("Give every rank a level, or none: the higher level is the higher rank, and two of one level are one rank.")
STEP = 10
"""From one rank to the next, so that another fits between."""


def settle_ladder(file: OfficeFile, problems: Problems) -> None:
    """Give every rank its level where none has one, by who reports to whom, else by the order of the file; note a ladder that stands on its head."""
    ranks = file.tables["rank"]
    without = [rank for rank in ranks if "level" not in rank.values]
    if without and len(without) < len(ranks):
        for rank in without:
            problems.add(("rank", rank.index), _("“{rank}” has no level.").format(rank=rank.name), _(_WHICH_WAY))
        return
    if without:
        _infer(file, problems)
    else:
        _refuse_upside_down(file, problems)


def _infer(file: OfficeFile, problems: Problems) -> None:
    """The ranks from the highest down: a rank is placed once all above it are; where that leaves several, the one that the file names first."""
    ranks = file.tables["rank"]
    above = {(id(head), id(staff)) for _post, head, staff in _reporting(file)}
    if sum(_place(ranks, head) - _place(ranks, staff) for _post, head, staff in _reporting(file)) > 0:  # named from the lowest up
        ranks = ranks[::-1]
    left, ladder = list(ranks), []
    while left:
        top = next((rank for rank in left if not any((id(other), id(rank)) in above for other in left if other is not rank)), None)
        if top is None:
            problems.add(
                ("rank", left[0].index), _("Who reports to whom does not say which of these ranks is higher: each heads the other."), _(_WHICH_WAY)
            )
            return
        left.remove(top)
        ladder.append(top)
    for steps, rank in enumerate(reversed(ladder), 1):
        rank.values["level"] = steps * STEP
    file.inferred_ladder = [rank.name for rank in ladder]


def _place(ranks: Sequence[Entry], rank: Entry) -> int:
    return next(place for place, one in enumerate(ranks) if one is rank)


def _refuse_upside_down(file: OfficeFile, problems: Problems) -> None:
    pairs = list(_reporting(file))
    wrong = [(post, head, staff) for post, head, staff in pairs if head.values["level"] < staff.values["level"]]
    turned = len(wrong) > len(pairs) / 2
    for post, head, staff in wrong:
        told = _("{post} ({rank}, level {level}) reports to {head} ({head_rank}, level {head_level}), which ranks below it.").format(
            post=post.label,
            rank=staff.name,
            level=staff.values["level"],
            head=post.refs["reports_to"].label,
            head_rank=head.name,
            head_level=head.values["level"],
        )
        fix = (
            _("The higher level is the higher rank: give the highest rank the highest number.")
            if turned
            else _("The higher level is the higher rank.")
        )
        problems.add(("post", post.index, "reports_to"), told, fix)


def _reporting(file: OfficeFile) -> Iterator[tuple[Entry, Entry, Entry]]:
    """Each post that reports to one of another rank, with that one's rank and its own."""
    for post in file.tables["post"]:
        head = post.refs.get("reports_to")
        if head and head is not post and "rank" in post.refs and "rank" in head.refs and head.refs["rank"] is not post.refs["rank"]:
            yield post, head.refs["rank"], post.refs["rank"]
