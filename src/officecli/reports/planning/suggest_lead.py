"""Who could lead a matter: by duty, room until the deadline, absences, the rank rule, and what they did before. It decides nothing.

In the way stand absences and what the rules would refuse: rank, the same matter, whom you may not give work to. First comes who has nothing in the
way, then who does not head other units, unless it is their duty, then who has nothing overdue and is not
about to be away, then whose duty it is, then who can do it in time, who led the same matter before,
whose load is lightest (where no hours are on record: who has least due until then, and open), whose results of the last
year are best, and who is of the lowest rank. For an item it looks at the item's own deadline, hours, duty and supporters:
  officecli suggest-lead "Records request 114" --due +5wd --hours 6 --duty "Records requests"
  officecli suggest-lead "Flood check" --support "Ben, Cara" --due fri
  officecli suggest-lead 31 --unit Records
"""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import N_, _, clauses
from officecli.model import codes
from officecli.reports.planning.candidates import BY_DUTY, Candidate, Remark, ranked
from officecli.reports.planning.matter import Matter, read_matter
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Argument, Option, Takes
from officecli.shell import as_word
from officecli.store.read.reader import Reader
from officecli.typed.office.people import find_person

TAKES = Takes(
    unfiltered=N_("It is about one matter: its number, or its title. The items that fit: officecli list {filter}"),
    argument=Argument("TITLE|NUMBER", N_("The new matter, or the number of an item that needs a lead.")),
    options=(
        Option("due", N_("The deadline, as with add."), ""),
        Option("hours", N_("The estimated effort in hours."), ""),
        Option("duty", N_("The duty it falls under; else its words are compared with the titles of the duties."), ""),
        Option("support", N_("Who is to support it, joined by commas."), ""),
        Option("giver", N_("Who gives it: those not theirs to give it to come last; whoever asks if not said."), who="asker-if-staff"),
        Option("kind", N_("What kind of work it is; the rank rule is for ad hoc work only."), "adhoc", codes.KINDS),
    ),
    without=("person", "role", "since", "until", "as_of", "status", "urgency", "source", "body", "label", "where", "sort"),
)
SHOWN = 10


def report(
    read: Reader, filters: Filters, *, due: str = "", hours: str = "", duty: str = "", support: str = "", giver: str = "", kind: str = "adhoc"
) -> Report:
    """The staff, who fits best first; raises BadInput or NotFound for what cannot be understood."""
    if not filters.text.strip():
        raise BadInput(_("Say what is to be led."), fix=_('Write for example: officecli suggest-lead "Records request 114" --due +5wd'))
    matter = read_matter(read, filters.text, due=due, hours=hours, duty=duty, support=support, kind=kind)
    units = units_under(read, *filters.unit) if filters.unit else None
    found = [one for one in ranked(read, matter, find_person(read, giver) if giver else None) if units is None or one.person["unit_id"] in units]
    clear = sum(1 for one in found if not one.troubles)
    undated = sum(1 for one in found if one.by is None)
    return build(
        read,
        name="suggest-lead",
        title=_("Who could lead “{title}”").format(title=matter.title),
        filters=filters.given("unit"),
        columns=_columns(),
        rows=enumerate(found, 1),
        as_row=lambda placed: _row(*placed),
        limit=most_rows(read, filters.limit, SHOWN),
        summary={"people": len(found), "nothing_in_the_way": clear},
        headline=_("Nothing stands in the way of {n} of {all}.").format(n=clear, all=len(found)) if found else "",
        notes=(
            _ranked_by(found),
            *([_("Where no day stands, none was found on which it fits beside the work in hand.")] if 0 < undated < len(found) else []),
            *([] if found[0].troubles else [_assigning(matter, found)]),
        )
        if found
        else (),
        empty=_("There is nobody to choose from: officecli setup FILE, or officecli person add NAME"),
    )


def _ranked_by(found: list[Candidate]) -> str:
    busy = [one for one in found if one.open]
    if not busy or any(one.load is not None for one in busy):
        return _(
            "Ranked by: nothing in the way, not heading other units, nothing overdue and no leave soon, duty, time, the same matter before, load, "
            "results, rank. It is a suggestion, and decides nothing."
        )
    return _(
        "Nobody's items have hours on record, so what falls due and what is open counts in place of load. Ranked by: nothing in the way, not "
        "heading other units, nothing overdue and no leave soon, duty, the same matter before, items due until then, items open, results, rank. It "
        "is a suggestion, and decides nothing."
    )


def _assigning(matter: Matter, found: list[Candidate]) -> str:
    name = found[0].person["name"]
    if matter.number:
        reason = as_word(_("as suggested"))
        return _("To give it to somebody: officecli assign {number} --to {name} {reason}").format(
            number=matter.number, name=as_word(name), reason=reason
        )
    title = as_word(matter.title)
    return _("To give it to somebody: officecli add {title} --lead {name} --due {due}").format(
        title=title, name=as_word(name), due=matter.due or "+5wd"
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("place", _("place"), "integer"),
        Column("name", _("name")),
        Column("unit", _("unit"), weight=2),
        Column("post", _("post"), weight=3),
        Column("trouble", _("in the way"), wide=True, sparse=True, beside=("troubles",)),
        Column("caution", _("to consider"), weight=2, wide=True, sparse=True, beside=("cautions",)),
        Column("duty", _("duty"), wide=True, sparse=True, beside=("duty_by", "duty_title")),
        Column("by", _("could do it by"), "date", sparse=True),
        Column("load", _("load until then"), "bar"),
        Column("due", _("due until then"), "integer", weight=2),
        Column("open", _("in hand"), "integer", weight=2),
        Column("free", _("hours free"), "number", weight=2),
        Column("before", _("led it before"), "count", weight=2, sparse=True),
        Column("on_time", _("on time"), "percent", weight=2, sparse=True),
        Column("first_pass", _("first pass"), "percent", weight=2, sparse=True),
    )


def _told(remark: Remark) -> dict[str, Any]:
    return {"code": remark.code, **remark.values}


def _row(place: int, one: Candidate) -> dict[str, Any]:
    return {
        "place": place,
        "name": one.person["name"],
        "unit": one.person["unit"],
        "post": one.person["post"],
        "trouble": clauses(remark.said for remark in one.troubles) or None,
        "troubles": [_told(remark) for remark in one.troubles],
        "caution": clauses(remark.said for remark in one.cautions) or None,
        "cautions": [_told(remark) for remark in one.cautions],
        "duty": one.duty.said or None,
        "duty_by": BY_DUTY[one.duty.how],
        "duty_title": one.duty.title or None,
        "by": one.by.isoformat() if one.by else None,
        "load": one.load,
        "due": one.due,
        "open": one.open,
        "free": one.free / 60,
        "before": one.before,
        "on_time": one.on_time,
        "first_pass": one.first_pass,
    }
