"""Finding a post by what somebody typed, and who sits on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, one_of, sentences
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.store.posts import CLEAR_POST
from officecli.store.read.reader import Reader, Row
from officecli.typed.meant import as_settled, only_one
from officecli.typed.office.office_file import how_to_add
from officecli.typed.office.other_names import name_on_record

POSTS = """SELECT po.id, po.title, u.name AS unit, po.unit_id, r.name AS rank, r.level, po.reports_to_id, po.seats, po.extension_days
FROM post po JOIN unit u ON u.id = po.unit_id JOIN rank r ON r.id = po.rank_id WHERE po.retired = 0 ORDER BY po.id"""


def every_post(read: Reader) -> list[Row]:
    """The posts in use, each with `label`, unit/title."""
    return [{**row, "label": f"{row['unit']}/{row['title']}"} for row in read.rows(POSTS)]


def clear_names(read: Reader) -> dict[int, str]:
    """Each post in use as it is written, so that `find_post` knows it again: its title where no other in use has that, else unit/title."""
    found = read.rows(f"SELECT po.id, {CLEAR_POST} AS name FROM post po JOIN unit pu ON pu.id = po.unit_id WHERE po.retired = 0 ORDER BY po.id")
    return {row["id"]: row["name"] for row in found}


def find_post(read: Reader, typed: str) -> Row:
    """The post that `title` or `unit/title` means, written out or for short; raises NotFound with the nearest, BadInput where several are meant."""
    posts = every_post(read)
    if not posts:
        raise no_post_yet()
    unit, slash, title = as_settled(typed).rpartition("/")
    typed = name_on_record(read, unit) + slash + title if slash else title
    if meant := exact_post(posts, typed) or only_one(typed, posts, said_of(typed), told):
        return meant
    known = {name_key(said_of(typed)(post)): told(post) for post in posts}
    fix = perhaps_meant(name_key(typed), known, _("See them with: officecli post list"))
    raise NotFound(_("There is no post “{title}”.").format(title=typed[:60]), fix=fix)


def no_post_yet() -> NotFound:
    """Nobody can be put on a post where the office has none."""
    return NotFound(
        _("The office has no posts yet, and nobody is entered without one."),
        fix=sentences([_("Ranks, units and posts stand in the office's file, and people may."), how_to_add()]),
    )


def said_of(typed: str) -> Callable[[Row], str]:
    """What of a post is looked at where this is typed: its title, or with a `/` also its unit."""
    return told if "/" in typed else lambda post: str(post["title"])


def told(post: Row) -> str:
    """A post so that no other is called so: unit/title."""
    return str(post["label"])


def exact_post(posts: Sequence[Row], typed: str) -> Row | None:
    """The post with exactly this `title` or `unit/title`, None for none; BadInput where several have it."""
    key = name_key(typed)
    found = [post for post in posts if key and key in (name_key(post["title"]), name_key(post["label"]))]
    exact = [post for post in found if typed.strip() in (post["title"], post["label"])]  # what is printed of a post can be typed again
    for meant in (found, exact):
        if len(meant) == 1:
            return meant[0]
    if found:
        raise BadInput(
            _("Several units have a post “{title}”.").format(title=typed[:60]),
            fix=_("Write unit/title: {choices}.").format(choices=one_of(f"“{told(post)}”" for post in found[:4])),
        )
    return None


def holders(read: Reader, post_id: int) -> list[Row]:
    """Who sits on a post; columns id, name."""
    return read.rows("SELECT id, name FROM person WHERE post_id = :post AND left_on IS NULL ORDER BY id", post=post_id)
