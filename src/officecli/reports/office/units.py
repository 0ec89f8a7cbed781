"""The units: who heads them, who is in them, what is vacant, what they answer for."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, listed
from officecli.model.words import word
from officecli.reports.office import posts as posts_
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import joined
from officecli.reports.shape.report import Column, Report
from officecli.store.posts import head
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.units import find_unit


def every(read: Reader) -> Report:
    """All units, those under another after it."""
    found = _units(read)
    columns = (
        Column("name", _("unit")),
        Column("also", _("also called"), weight=3, sparse=True),
        Column("parent", _("under"), weight=2),
        Column("nature", _("nature"), "word", weight=2),
        Column("declared", _("functions"), weight=3, beside=("functions",)),
        Column("head", _("head")),
        Column("posts", _("posts"), "integer", weight=3),
        Column("people", _("people"), "integer"),
        Column("vacant", _("vacant"), "integer", weight=2),
        Column("duties", _("duties"), "integer"),
    )
    summary = {"units": len(found), "people": sum(unit["people"] for unit in found), "vacant": sum(unit["vacant"] for unit in found)}
    return build(read, "unit-list", _("Units"), columns, found, summary=summary, empty=_("No units yet: officecli setup FILE"))


def one(read: Reader, name: str) -> Report:
    """One unit: its head, posts, people, vacancies and duties; raises NotFound."""
    wanted = find_unit(read, name, retired=False)["id"]
    unit = next(unit for unit in _units(read) if unit["id"] == wanted)
    posts = [post for post in posts_.posts(read) if post["unit_id"] == unit["id"]]
    duties = read.rows(
        """SELECT d.title, d.function, po.title AS post FROM duty d JOIN post po ON po.id = d.post_id
        WHERE po.unit_id = :unit AND d.retired = 0 ORDER BY d.id""",
        unit=unit["id"],
    )
    covered = {duty["function"] for duty in duties}
    uncovered = [word("function", code) for code in unit["functions"] if code not in covered]
    return build(
        read,
        "unit-show",
        _("Unit {name}").format(name=unit["name"]),
        posts_.columns(),
        posts,
        summary={key: unit[key] for key in ("name", "aliases", "parent", "nature", "functions", "head", "people", "vacant")}
        | {"duties": [{"title": duty["title"], "post": duty["post"], "function": duty["function"]} for duty in duties]},
        headline=joined(
            (
                _("also called {names}").format(names=unit["also"]) if unit["also"] else "",
                _("head {name}").format(name=unit["head"]) if unit["head"] else _("no head"),
                _("under {unit}").format(unit=unit["parent"]) if unit["parent"] else "",
                _("nature {nature}").format(nature=word("nature", unit["nature"])),
                _("{people} people, {vacant} vacant").format(people=unit["people"], vacant=unit["vacant"]),
            )
        ),
        notes=[
            *(_("Duty of {post}: {duty}").format(post=duty["post"], duty=posts_.said(duty)) for duty in duties),
            _("Declared, and covered by no duty: {functions}.").format(functions=listed(uncovered)) if uncovered else "",
            "" if duties else _("It has no duty."),
        ],
        empty=_("It has no post."),
    )


def _units(read: Reader) -> list[Row]:
    """The units in use, upper ones first, with who heads them and what their posts add up to."""
    rows: list[dict[str, Any]] = read.rows(
        f"""SELECT u.id, u.name, u.parent_id, p.name AS parent, u.nature, u.functions, (SELECT x.name FROM person x WHERE x.id = {head("u.id")}) AS head
        FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
        WHERE u.retired = 0 ORDER BY u.id"""
    )
    posts = posts_.posts(read)
    also: dict[int, list[str]] = {}
    for alias in read.rows("SELECT unit_id, name FROM alias WHERE unit_id IS NOT NULL ORDER BY id"):
        also.setdefault(alias["unit_id"], []).append(alias["name"])
    for unit in rows:
        unit["aliases"] = also.get(unit["id"], [])
        unit["also"] = listed(unit["aliases"])
        own = [post for post in posts if post["unit_id"] == unit["id"]]
        unit["functions"] = [code for code in unit["functions"].split(",") if code]
        unit["declared"] = listed(word("function", code) for code in unit["functions"])
        unit["posts"] = len(own)
        unit["people"] = sum(len(post["held_by"]) for post in own)
        unit["vacant"] = sum(post["vacant"] for post in own)
        unit["duties"] = sum(post["duties"] for post in own)
    return _upper_first(rows)


def _upper_first(rows: list[Row]) -> list[Row]:
    below: dict[int | None, list[Row]] = {}
    for row in rows:
        below.setdefault(row["parent_id"], []).append(row)
    known = {row["id"] for row in rows}
    ordered = [row for row in rows if row["parent_id"] not in known]
    for place, row in enumerate(ordered):  # grows while it is walked: each unit's own follow it at once
        ordered[place + 1 : place + 1] = below.get(row["id"], [])
    return ordered
