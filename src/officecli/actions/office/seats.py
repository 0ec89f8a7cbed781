"""Seats of posts: nobody sits where none is free, or on a post that was retired, be it that something is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from officecli.errors import BadInput, Refused
from officecli.i18n import _, listed, ngettext
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.posts import holders


def require_seat(read: Reader, post: Row) -> None:
    """Raise BadInput where all seats of the post are taken."""
    sitting = holders(read, post["id"])
    if len(sitting) >= post["seats"]:
        raise BadInput(
            _taken(post, sitting),
            fix=_(
                "Name another post, or move somebody first: officecli person move NAME --post POST; two who change places are written so in the "
                "office's file, which officecli setup does at once; how many sit there stands in it too: seats = {n}"
            ).format(n=post["seats"] + 1),
        )


def require_room(read: Reader, entries: Sequence[dict[str, Any]]) -> None:
    """Raise Refused where what was put back leaves more people on a post than it has seats, or anybody on one that was retired since."""
    touched = {kind: {entry["id"] for entry in entries if entry["subject"] == kind} for kind in ("person", "post")}
    if not any(touched.values()):
        return
    people = read.rows("SELECT id, post_id FROM person WHERE post_id IS NOT NULL AND left_on IS NULL ORDER BY id")
    posts = {row["post_id"] for row in people if row["id"] in touched["person"] or row["post_id"] in touched["post"]}
    for post in read.rows("SELECT po.id, po.seats, po.retired, u.name || '/' || po.title AS label FROM post po JOIN unit u ON u.id = po.unit_id"):
        sitting = holders(read, post["id"]) if post["id"] in posts else []
        if post["retired"] and sitting:
            what = _("{post} was retired, and {names} would be on it.").format(post=post["label"], names=listed(row["name"] for row in sitting))
        elif len(sitting) > post["seats"]:
            what = _taken(post, [row for row in sitting if row["id"] not in touched["person"]] or sitting)
        else:
            continue
        raise Refused(what, fix=_("Move somebody first: officecli person move NAME --post POST"))


def _taken(post: Row, sitting: Sequence[Row]) -> str:
    return ngettext("{post} has {n} seat, and {names} is on it.", "{post} has {n} seats, and {names} are on them.", post["seats"]).format(
        post=post["label"], n=post["seats"], names=listed(row["name"] for row in sitting)
    )
