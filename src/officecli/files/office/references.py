"""Leads every name in an office file to what it means, and checks what the tables say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from officecli.errors import BadInput
from officecli.files.office.content import Entry
from officecli.files.toml.problems import Problems
from officecli.i18n import _, listed, ngettext, one_of
from officecli.model.names import look_key, name_key
from officecli.near import did_you_mean
from officecli.typed.office.names import refuse_lookalike
from officecli.typed.text import one_line, shown

Tables = Mapping[str, list[Entry]]
_HALF = "\n"  # no name is this
"""Where the posts stand that cannot be found by their name."""


def connect(tables: Tables, problems: Problems) -> None:
    """Fill in the entries' references, and note all that does not hold together."""
    for table, key in (("rank", "name"), ("unit", "name"), ("emergency", "name"), ("person", "name"), ("body", "name")):
        _refuse_alike(tables[table], key, problems)
    _refuse_lookalikes(tables["person"], problems)
    for entry in tables["unit"]:
        _refer(entry, "parent", tables["unit"], problems)
    for entry in tables["post"]:
        _refer(entry, "unit", tables["unit"], problems)
        _refer(entry, "rank", tables["rank"], problems)
    _refuse_alike(tables["post"], "title", problems)
    posts = _posts_by_name(tables["post"])
    for table, key in (("post", "reports_to"), ("post", "stand_in"), ("duty", "post"), ("person", "post")):
        for entry in tables[table]:
            if key in entry.values and (found := _post(entry, key, str(entry.values[key]), posts, problems)):
                entry.refs[key] = found
    for body in tables["body"]:
        _refer(body, "follow_up", tables["person"], problems)
    for duty in tables["duty"]:
        _supports(duty, posts, problems)
    _refuse_alike([duty for duty in tables["duty"] if "post" in duty.refs], "title", problems)
    _refuse_circles(tables["unit"], "parent", problems)
    _refuse_circles(tables["post"], "reports_to", problems)
    for post in tables["post"]:
        if post.refs.get("stand_in") is post:
            what = _("{post} cannot stand in for itself.").format(post=post.label)
            problems.add(("post", post.index, "stand_in"), what, _("Name another post, or take “stand_in” out."))
    if tables["post"]:
        refuse_without_post(tables["person"], problems)
    _check_seats(tables, problems)
    _refuse_shared_logins(tables["person"], problems)


def refuse_without_post(people: Iterable[Entry], problems: Problems) -> None:
    """Everybody has a post; only in a form just written, where there is none, the founder may still be without."""
    for person in people:
        if "post" not in person.values:
            what = _("This [{table}] has no “{key}”.").format(table="person", key="post")
            problems.add(("person", person.index), what, _("Add the line: {line}").format(line="post = …"))


def _refer(entry: Entry, key: str, known: list[Entry], problems: Problems) -> None:
    """Lead `entry.key` to the one of that name; its spelling becomes that one's."""
    written = entry.values.get(key)
    if not written:
        return
    found = next((one for one in known if name_key(one.name) == name_key(written)), None)
    if found:
        entry.refs[key] = found
        entry.values[key] = found.name
        return
    if not all(one.name for one in known):
        return  # it may be the one whose name is missing, which is told already
    what = {"rank": _("There is no rank “{name}”."), "follow_up": _("Nobody in this file is called “{name}”.")}.get(
        key, _("There is no unit “{name}”.")
    )
    problems.add((entry.table, entry.index, key), what.format(name=shown(written)), did_you_mean(written, (one.name for one in known)))


def _posts_by_name(posts: list[Entry]) -> dict[str, list[Entry]]:
    """The posts by the key of `title` and of `unit/title`; under `_HALF` those of which one or the other is missing, or is none."""
    found: dict[str, list[Entry]] = {_HALF: [post for post in posts if not post.name or "unit" not in post.refs]}
    for post in posts:
        if post.name and "unit" in post.values:
            found.setdefault(name_key(post.name), []).append(post)
            found.setdefault(name_key(post.label), []).append(post)
    return found


def _follows(written: str, half: list[Entry]) -> bool:
    """Whether the post that is not found may be one of those whose table is told as wrong already: nothing is wrong here, once that is right."""
    title = name_key(written.rpartition("/")[2])
    return any(not post.name or name_key(post.name) == title for post in half)


def _post(entry: Entry, key: str, written: str, posts: dict[str, list[Entry]], problems: Problems) -> Entry | None:
    """The post that `title` or `unit/title` means."""
    if not written:
        return None
    found = posts.get(name_key(written), [])
    if len(found) == 1:
        return found[0]
    if found:
        choices = one_of(f"“{post.label}”" for post in found[:4])
        problems.add(
            (entry.table, entry.index, key),
            _("Several units have a post “{title}”.").format(title=shown(written)),
            _("Write unit/title: {choices}.").format(choices=choices),
        )
    elif not _follows(written, posts[_HALF]):
        known = [post for key_, several in posts.items() if key_ != _HALF for post in several]
        near = did_you_mean(written, [post.label for post in known] if "/" in written else [post.name for post in known])
        problems.add((entry.table, entry.index, key), _("There is no post “{title}”.").format(title=shown(written)), near)
    return None


def _supports(duty: Entry, posts: dict[str, list[Entry]], problems: Problems) -> None:
    for written in duty.values.get("support", []):
        title, _colon, part = written.replace("\uff1a", ":").partition(":")
        path = (duty.table, duty.index, "support")
        found = _post(duty, "support", title.strip(), posts, problems)
        if not title.strip():
            problems.add(path, _("“support” names no post."), _("Write “post:part”."))
        if found is None:
            continue
        if found in [post for post, _part in duty.supports] or found is duty.refs.get("post"):
            problems.add(path, _("{post} is named twice for this duty.").format(post=found.label), _("Write both parts in one: post:part and part"))
            continue
        try:
            duty.supports.append((found, one_line(part)))
        except BadInput as error:  # pragma: no cover - the whole text was tidied before
            problems.take(path, error)


def _refuse_alike(entries: list[Entry], key: str, problems: Problems) -> None:
    """Two entries of one name would be one to every reader."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if not entry.name:
            continue
        other = first.setdefault(entry.key, entry)
        if other is not entry:
            problems.add(
                (entry.table, entry.index, key),
                _("“{name}” is the same name as “{other}” in line {line}.").format(
                    name=shown(entry.label), other=shown(other.label), line=problems.line((other.table, other.index, key))
                ),
                _("Take one out, or write names that tell them apart."),
            )


def _refuse_lookalikes(people: list[Entry], problems: Problems) -> None:
    """Two names that only their characters' numbers tell apart would be one person to every reader."""
    first: dict[str, Entry] = {}
    for entry in people:
        other = first.setdefault(look_key(entry.name), entry)
        try:
            refuse_lookalike(entry.name, [other.name])
        except BadInput as error:
            problems.take(("person", entry.index, "name"), error)


def _refuse_circles(entries: list[Entry], key: str, problems: Problems) -> None:
    """Whoever follows `key` upwards must come to an end; each circle is named once."""
    ended: set[Entry] = set()
    for entry in entries:
        way: list[Entry] = []
        at: Entry | None = entry
        while at is not None and at not in ended and at not in way:
            way.append(at)
            at = at.refs.get(key)
        if at is not None and at in way:
            names = " → ".join(one.label for one in [*way[way.index(at) :], at])
            what = _("The posts report in a circle: {names}.") if key == "reports_to" else _("The units lie in a circle: {names}.")
            problems.add((at.table, at.index, key), what.format(names=names), _("Let one of them end it: take its “{key}” out.").format(key=key))
        ended.update(way)


def _check_seats(tables: Tables, problems: Problems) -> None:
    below: dict[Entry, Entry] = {}
    for post in tables["post"]:
        if "reports_to" in post.refs:
            below.setdefault(post.refs["reports_to"], post)
    for post, lower in below.items():
        if post.values.get("seats", 1) != 1:
            problems.add(
                ("post", post.index, "seats"),
                _("{post} has {n} seats, but {lower} reports to it.").format(post=post.label, n=post.values["seats"], lower=lower.label),
                _("Write seats = 1, or let it report to a post that one person holds."),
            )
    holders: dict[Entry, list[Entry]] = {}
    for person in tables["person"]:
        if "post" in person.refs:
            holders.setdefault(person.refs["post"], []).append(person)
    for post, people in holders.items():
        seats = post.values.get("seats", 1)
        if len(people) > seats:
            problems.add(
                ("person", people[seats].index, "post"),
                ngettext("{post} has {n} seat, but {names} are on it.", "{post} has {n} seats, but {names} are on it.", seats).format(
                    post=post.label, n=seats, names=listed(person.name for person in people)
                ),
                _("Give one of them another post, or write seats = {n}.").format(n=len(people)),
            )


def _refuse_shared_logins(people: list[Entry], problems: Problems) -> None:
    first: dict[str, Entry] = {}
    for person in people:
        login = person.values.get("login")
        if login and first.setdefault(login, person) is not person:
            problems.add(
                ("person", person.index, "login"),
                _("The login “{login}” is {name}'s already (line {line}).").format(
                    login=login, name=first[login].name, line=problems.line(("person", first[login].index, "login"))
                ),
                _("Each login belongs to one person."),
            )
