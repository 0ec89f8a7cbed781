"""The posts: where they stand, who holds them, what they answer for."""

from __future__ import annotations

from officecli.i18n import _, clauses, in_brackets, listed, sentences
from officecli.model.words import word
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import joined, people_on
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.posts import every_post, find_post


def posts(read: Reader) -> list[Row]:
    """The posts in use with `above` (label), `held_by`, `vacant` and `duties` (count), by unit, the highest first."""
    found = sorted(every_post(read), key=lambda post: (post["unit_id"], -post["level"], post["id"]))
    labels = {post["id"]: post["label"] for post in found}
    held = people_on(read)
    counts = {row["post_id"]: row["n"] for row in read.rows("SELECT post_id, COUNT(*) AS n FROM duty WHERE retired = 0 GROUP BY post_id")}
    for post in found:
        post["above"] = labels.get(post["reports_to_id"])
        post["held_by"] = held.get(post["id"], [])
        post["vacant"] = max(0, post["seats"] - len(post["held_by"]))
        post["duties"] = counts.get(post["id"], 0)
    return found


def every(read: Reader) -> Report:
    """All posts, by unit."""
    found = posts(read)
    vacant = sum(post["vacant"] for post in found)
    return build(
        read,
        "post-list",
        _("Posts"),
        (Column("unit", _("unit")), *columns()),
        found,
        summary={"posts": len(found), "seats": sum(post["seats"] for post in found), "vacant": vacant},
        headline=_("{posts} posts, {seats} seats, {vacant} vacant.").format(
            posts=len(found), seats=sum(post["seats"] for post in found), vacant=vacant
        )
        if found
        else "",
        empty=_("No posts yet: officecli setup FILE"),
    )


def one(read: Reader, typed: str) -> Report:
    """One post: its duties, its place in the chain of command, who holds it; raises NotFound or BadInput."""
    wanted = find_post(read, typed)["id"]
    found = posts(read)
    post = next(row for row in found if row["id"] == wanted)
    below = [row["label"] for row in found if row["reports_to_id"] == wanted]
    duties = read.rows("SELECT id, title, function, kind FROM duty WHERE post_id = :post AND retired = 0 ORDER BY id", post=wanted)
    supported = read.rows(
        "SELECT d.title, s.part FROM duty_support s JOIN duty d ON d.id = s.duty_id WHERE s.post_id = :post AND d.retired = 0 ORDER BY d.id",
        post=wanted,
    )
    norms = norms_of(read, wanted)
    missing = [word("norm", name) for name, lines in norms.items() if not lines]
    own = (Column("title", _("duty"), wide=True), Column("function", _("function"), "word"), Column("kind", _("kind of work"), weight=2))
    names = [holder["name"] for holder in post["held_by"]]
    return build(
        read,
        "post-show",
        _("Post {name}").format(name=post["label"]),
        own,
        duties,
        summary={
            "post": post["label"], "unit": post["unit"], "rank": post["rank"], "level": post["level"], "reports_to": post["above"], "reported_by": below,
            "seats": post["seats"], "held_by": names, "vacant": post["vacant"], "extension_days": post["extension_days"],
            "supports": [{"duty": row["title"], "part": row["part"]} for row in supported], "norms": norms,
        },
        headline=joined(
            (
                _("{rank}, level {level}").format(rank=post["rank"], level=post["level"]),
                _("held by {names}").format(names=listed(names)) if names else _("vacant"),
                _("{n} vacant").format(n=post["vacant"]) if names and post["vacant"] else "",
                _("reports to {post}").format(post=post["above"]) if post["above"] else _("reports to nobody"),
            )
        ),
        notes=[
            _("Report to it: {posts}.").format(posts=listed(below)) if below else "",
            _("It may extend by {n} working days.").format(n=post["extension_days"]) if post["extension_days"] is not None else "",
            *(_("It supports: {duty}").format(duty=joined((row["title"], row["part"]))) for row in supported),
            *(_("{norm}: {text}").format(norm=word("norm", name), text=clauses(lines)) for name, lines in norms.items() if lines),
            sentences((_("Not written yet: {norms}.").format(norms=listed(missing)), _("Write it with: officecli post set")))
            if missing
            else "",
        ],
        empty=_("It has no duty."),
    )  # fmt: skip


def norms_of(read: Reader, post_id: int) -> dict[str, list[str]]:
    """The four norms of a post, each as its points."""
    row = read.row("SELECT may, may_not, how, degree FROM post WHERE id = :post", post=post_id) or {}
    return {name: (text or "").splitlines() for name, text in row.items()}


def said(duty: Row) -> str:
    """A duty on one line, with its function."""
    return str(duty["title"]) + (in_brackets(word("function", duty["function"])) if duty["function"] else "")


def columns() -> tuple[Column, ...]:
    """What is shown of a post beside its unit."""
    return (
        Column("title", _("post")),
        Column("rank", _("rank"), weight=2),
        Column("above", _("reports to"), weight=2),
        Column("seats", _("seats"), "integer", weight=3),
        Column("held_by", _("held by"), "names"),
        Column("vacant", _("vacant"), "integer"),
        Column("extension_days", _("may extend by"), "integer", weight=3),
        Column("duties", _("duties"), "integer", weight=2),
    )
