"""Every post on a page: its place in the chain of command, its duties, norms, targets and procedures; what is missing stands in red."""

from __future__ import annotations

from itertools import groupby

from officecli.errors import NotFound
from officecli.i18n import _, listed, ngettext
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.reports.office.post_book import Book, read_book
from officecli.reports.office.post_page import page
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.document import Chapter, Document
from officecli.reports.shape.report import Column
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one
from officecli.typed.office.other_names import name_on_record
from officecli.typed.office.posts import every_post, exact_post, said_of, told


def handbook(read: Reader, typed: str = "") -> Document:
    """The pages of one post, of a unit with those under it, or of the whole office
    (""), by unit and rank; raises NotFound, or BadInput for a title of several posts.
    """
    typed = as_settled(typed)
    units = _in_order(read.rows("SELECT id, name, parent_id, nature, functions FROM unit WHERE retired = 0 ORDER BY id"))
    book = read_book(read)
    chosen = _chosen(read, typed, units) if typed.strip() else None
    if chosen and "title" in chosen:
        name, chapters = told(chosen), [page(book, chosen["id"], level=1)]
    else:
        inside = units_under(read, chosen["name"]) if chosen else None
        found = [unit for unit in units if inside is None or unit["id"] in inside]
        name, chapters = chosen["name"] if chosen else read.office["name"], _chapters(found, book)
    posts = [chapter for chapter in chapters if "seats" in chapter.values]
    lacking = sum(1 for chapter in posts if chapter.lacks or any(table.lacks for table in chapter.tables))
    return Document(
        name="handbook",
        title=_("Handbook: {name}").format(name=name),
        as_of=read.today.isoformat(),
        chapters=tuple(chapters),
        summary={"posts": len(posts), "lacking": lacking},
        headline=_headline(len(posts), lacking) if posts else "",
        empty=_("No posts yet: officecli setup FILE"),
        head=read.head_text(),
        timezone=read.office["timezone"],
        office=read.office["name"],
        region=read.office["region"] or "",
    )


def _headline(posts: int, lacking: int) -> str:
    counted = ngettext("{n} post; ", "{n} posts; ", posts).format(n=posts)
    if not lacking:
        return counted + _("nothing is missing.")
    return counted + ngettext("something is missing in {n}, in red.", "something is missing in {n}, in red.", lacking).format(n=lacking)


def _chapters(units: list[Row], book: Book) -> list[Chapter]:
    """Each unit with what it is for, and its posts, the highest first; on paper the first stands under its unit."""
    names = {unit["id"]: unit["name"] for unit in units}
    chapters: list[Chapter] = []
    by_unit = {unit_id: list(posts) for unit_id, posts in groupby(book.posts, key=lambda post: post["unit_id"])}
    for unit in units:
        posts = by_unit.get(unit["id"], [])
        chapters.append(
            Chapter(
                unit["name"],
                1,
                (
                    Column("under", _("under"), sparse=True),
                    Column("nature", _("nature"), "word"),
                    Column("functions", _("functions"), "words", sparse=True),
                    Column("posts", _("posts"), wide=True, beside=("titles",)),
                ),
                {
                    "under": names.get(unit["parent_id"]),
                    "nature": unit["nature"],
                    "functions": [code for code in unit["functions"].split(",") if code],
                    "posts": listed(post["title"] for post in posts) or None,
                    "titles": [post["title"] for post in posts],
                },
                {} if posts else {"posts": _("no post")},
                begins_page=bool(chapters),
            )
        )
        chapters += [page(book, post["id"], level=2, begins_page=number > 0) for number, post in enumerate(posts)]
    return chapters


def _in_order(units: list[Row]) -> list[Row]:
    """The units, each followed by those under it."""
    below: dict[int | None, list[Row]] = {}
    known = {unit["id"] for unit in units}
    for unit in units:
        below.setdefault(unit["parent_id"] if unit["parent_id"] in known else None, []).append(unit)
    waiting = below.get(None, [])[::-1]
    found = []
    while waiting:
        found.append(waiting.pop())
        waiting += below.get(found[-1]["id"], [])[::-1]
    return found


def _chosen(read: Reader, typed: str, units: list[Row]) -> Row:
    """The unit or the post of this name, written out or for short: a post has a `title`. Raises NotFound with the nearest."""
    posts = every_post(read)
    unit = next((unit for said in (typed, name_on_record(read, typed)) for unit in units if name_key(unit["name"]) == name_key(said)), None)
    said = said_of(typed)
    meant = (
        unit
        or exact_post(posts, typed)
        or only_one(typed, [*units, *posts], lambda one: one.get("name") or said(one), lambda one: one.get("name") or told(one))
    )
    if meant:
        return meant
    known = {name_key(row[key]): row[key] for key, rows in (("title", posts), ("label", posts), ("name", units)) for row in rows}
    fix = perhaps_meant(name_key(typed), known, _("See them with: officecli post list, officecli unit list"))
    raise NotFound(_("There is no post and no unit “{name}”.").format(name=typed[:60]), fix=fix)
