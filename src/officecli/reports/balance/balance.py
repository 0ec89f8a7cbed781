"""Whether the work is the right work: the share of own initiative, major, ahead-of-need and in-depth items.

How it is counted:
An item counts for whoever leads it, on the day it was registered; imported ones on the day they were handed out. Cancelled items do not count.
Without --since and --until, it is this year so far.
Own initiative: tagged so, or else of that kind or given by its lead to themselves. Major: by its importance.
Ahead of need: tagged so, or else with 10 working days or more (setting balance.ahead_days) from its issue to its first deadline.
In-depth is never derived: items without the tag are untagged, counted apart, and not in that share.
Items without a deadline are not in the share ahead of need.
A share is under its floor (setting balance.floor_percent, 20) to the exact item; it is shown cut to one decimal.
Of fewer than 5 items (setting balance.min_items) it is too few to say.
  officecli balance
  officecli balance --by month --unit Records
  officecli balance --by person --since 2026-07-01
"""

from __future__ import annotations

from collections.abc import Iterable

from officecli.hints import Any
from officecli.i18n import N_, _, listed, ngettext
from officecli.light import dataclass, field, replace
from officecli.model import codes
from officecli.model.words import word
from officecli.reports.items.item_rows import sift
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chart import Chart, bars
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.filters import Filters, choose, day_typed, look_at
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Option, Takes
from officecli.store.read.reader import Reader, Row
from officecli.store.tags import COUNTED, RATIOS
from officecli.typed.codes import check_code

BY = ("unit", "person", "month")
TAKES = Takes(
    options=(Option("by", N_("A row for each unit, each person, or each month: the trend."), "unit", BY),),
    period=(N_("Registered on or after this day."), N_("Registered on or before this day.")),
    without=("role", "sort"),
)

_FOCUSES = {"leader": N_("leader's focus"), "hard-point": N_("hard points"), "hot-issue": N_("hot issues")}
_TAGGED = ("ahead", "in_depth")  # the ratios that not every item is judged by
_COLUMNS = ", ".join(
    (
        "lead_id, lead, unit_id, unit, registered, focus, depth",
        *(f"CASE WHEN {so} THEN 1 ELSE 0 END AS {ratio}, {tag} AS {ratio}_by" for ratio, (so, tag) in RATIOS.items()),
    )
)


@dataclass
class Shares:
    """How many items there are, for each ratio how many are so (`part`) of how many it is judged by (`whole`), and how many have each focus."""

    items: int = 0
    untagged: int = 0
    part: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RATIOS, 0))
    whole: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RATIOS, 0))
    focus: dict[str, int] = field(default_factory=lambda: dict.fromkeys(codes.FOCUSES, 0))

    def take(self, item: Row) -> None:
        """Count an item."""
        self.items += 1
        self.untagged += item["depth"] is None
        for ratio in RATIOS:
            self.part[ratio] += item[ratio]
            self.whole[ratio] += item[f"{ratio}_by"] is not None
        if item["focus"]:
            self.focus[item["focus"]] += 1


@dataclass(frozen=True)
class Floor:
    """Under which percentage a share is too small, and of how many items at least it says anything."""

    percent: int
    least: int

    def share(self, shares: Shares, ratio: str) -> float | None:
        """The percentage, cut to one decimal so that none under the floor reads as on it; None where there are too few to say."""
        part, whole = shares.part[ratio], shares.whole[ratio]
        return 1000 * part // whole / 10 if whole >= max(1, self.least) else None

    def under(self, shares: Shares) -> tuple[str, ...]:
        """The ratios under the floor."""
        return tuple(ratio for ratio in RATIOS if shares.whole[ratio] >= self.least and 100 * shares.part[ratio] < self.percent * shares.whole[ratio])


def report(read: Reader, filters: Filters, *, by: str = "unit") -> Report:
    """The four shares by unit, person or month; raises BadInput or NotFound for what cannot be understood."""
    by = check_code(by, BY, "--by")
    chosen = choose(read, _this_year(read, replace(filters, role="lead")), day="registered")
    floor = Floor(read.settings["balance.floor_percent"], read.settings["balance.min_items"])
    whole, groups = Shares(), _groups(read, chosen, by)
    for _subject, shares, found in groups:
        for item in found:
            shares.take(item)
            whole.take(item)
    rows = [_row(subject, shares, floor) for subject, shares, _found in groups]
    columns = _columns(by)
    return build(
        read,
        name="balance",
        title={"unit": _("Balance by unit"), "person": _("Balance by person"), "month": _("Balance by month")}[by],
        filters=chosen.said,
        columns=columns,
        rows=rows,
        limit=most_rows(read, filters.limit),
        summary=_row({}, whole, floor) | {"floor": floor.percent, "least": floor.least},
        headline=_headline(whole, floor) if rows else "",
        notes=_notes(rows, whole, floor, by),
        empty=_("No item was registered in this time."),
        charts=_chart(whole, floor) if rows else (),
    )


def _chart(whole: Shares, floor: Floor) -> tuple[Chart, ...]:
    """The four shares of all items, against their floor."""
    under = floor.under(whole)
    shares = [{"ratio": ratio, "share": floor.share(whole, ratio)} for ratio in RATIOS]
    return bars(
        _("The four shares of all items"),
        lambda row: word("ratio", row["ratio"]),
        shares,
        (
            (_("above the floor"), "plain", lambda row: None if row["ratio"] in under else row["share"]),
            (_("under the floor"), "bad", lambda row: row["share"] if row["ratio"] in under else None),
        ),
        percent=True,
        mark=floor.percent,
        mark_label=_("floor {floor}%").format(floor=floor.percent),
    )


def _this_year(read: Reader, filters: Filters) -> Filters:
    """The filters with this year so far where no time was asked for."""
    look_at(read, filters.as_of)
    until = day_typed(read, filters.until) if filters.until else read.as_of
    return replace(filters, since=filters.since or f"{until.year}-01-01", until=until.isoformat())


def _groups(read: Reader, chosen: Chosen, by: str) -> list[tuple[Row, Shares, list[Row]]]:
    """The items by what they are counted for: units and months in their order, people by unit; what has no unit comes last."""
    items = sift(read, chosen, COUNTED, columns=_COLUMNS)
    key, named = {"unit": ("unit_id", ("unit",)), "person": ("lead_id", ("person", "unit")), "month": ("month", ("month",))}[by]
    found: dict[Any, list[Row]] = {}
    for item in items:
        item.update(person=item["lead"], month=item["registered"][:7])
        found.setdefault(item[key], []).append(item)
    in_order = sorted(found.values(), key=lambda group: tuple((group[0][one] is None, group[0][one] or 0) for one in _ORDER[by]))
    return [({name: group[0][name] for name in named}, Shares(), group) for group in in_order]


_ORDER = {"unit": ("unit_id",), "person": ("unit_id", "lead_id"), "month": ("month",)}


def _row(subject: Row, shares: Shares, floor: Floor) -> dict[str, Any]:
    under = floor.under(shares)
    judged = any(floor.share(shares, ratio) is not None for ratio in RATIOS)
    return {
        **subject,
        "light": "red" if under else "green" if judged else "grey",
        "items": shares.items,
        **{ratio: floor.share(shares, ratio) for ratio in RATIOS},
        "under": under,
        "untagged": shares.untagged,
        **{name.replace("-", "_"): n for name, n in shares.focus.items()},
        **{f"{ratio}_items": shares.part[ratio] for ratio in RATIOS},
        **{f"{ratio}_of": shares.whole[ratio] for ratio in _TAGGED},
    }


def _columns(by: str) -> tuple[Column, ...]:
    subject = {
        "unit": (Column("unit", _("unit")),),
        "person": (Column("person", _("person")), Column("unit", _("unit"), weight=2)),
        "month": (Column("month", _("month"), "period"),),
    }[by]
    return (
        *subject,
        Column("light", _("light"), "light"),
        Column("items", _("items"), "integer"),
        *(Column(ratio, word("ratio", ratio), "percent") for ratio in RATIOS),
        Column("under", _("under the floor"), "words", weight=2, wide=True, sparse=True),
        Column("untagged", _("depth untagged"), "count", weight=2),
        *(Column(name.replace("-", "_"), _(label), "count", weight=2, sparse=True) for name, label in _FOCUSES.items()),
        *(Column(f"{ratio}_items", _("{ratio}: items").format(ratio=word("ratio", ratio)), "integer", weight=3) for ratio in RATIOS),
        *(Column(f"{ratio}_of", _("{ratio}: of").format(ratio=word("ratio", ratio)), "integer", weight=3) for ratio in _TAGGED),
    )


def _headline(whole: Shares, floor: Floor) -> str:
    said = [_("{ratio} {part} of {whole}").format(ratio=word("ratio", ratio), part=whole.part[ratio], whole=whole.whole[ratio]) for ratio in RATIOS]
    counted = ngettext("{n} item", "{n} items", whole.items).format(n=whole.items)
    return _("{items}: {shares}; floor {floor}%.").format(items=counted, shares=listed(said), floor=floor.percent)


def _notes(rows: Iterable[Row], whole: Shares, floor: Floor, by: str) -> Iterable[str]:
    few = [row[by] or _("no unit") for row in rows if row["light"] == "grey"]
    if few:
        text = ngettext("Too few to say (under {n} item): {names}.", "Too few to say (under {n} items): {names}.", floor.least)
        yield text.format(n=floor.least, names=listed(few))
    if whole.untagged:
        text = ngettext(
            "{n} item has no tag of depth and is in no such share: officecli edit NUMBER --depth general|in-depth",
            "{n} items have no tag of depth and are in no such share: officecli edit NUMBER --depth general|in-depth",
            whole.untagged,
        )
        yield text.format(n=whole.untagged)
