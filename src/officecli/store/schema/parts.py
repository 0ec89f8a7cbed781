"""A definition taken apart: columns, constraints and conditions as a database keeps them, in one form however they were written.

An upgraded table says the same in another order and with other quotes than a new one, and PostgreSQL writes everything back in its own words.
"""

from __future__ import annotations

import re

Parts = dict[str, str]
"""What a part is (`column due`, `unique (number)`, `index item_by_matter`) → how it is defined."""

_TOKEN = re.compile(
    r"""--[^\n]*|/\*.*?\*/|('(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]']*\]|::|[<>!=|]+|[^\W\d][\w$]*|[0-9.]+|[^\s\w])""", re.DOTALL
)
_CAST = re.compile(r" :: (character varying|double precision|\w+)(?: \( \d+ \))?(?: \[\])?")
_CONSTRAINTS = ("primary", "unique", "check", "foreign", "exclude")
_GO_ON = {"constraint", "not", "null", "check", "references", "default", "collate", "primary", "unique", "generated", "as"}
"""What may come after a column's type, and after a reference."""


def table_parts(sql: str) -> Parts:
    """The parts of a CREATE TABLE statement; anything but a plain table has a part that says so."""
    pieces = _pieces(sql)
    start = pieces.index("(") if "(" in pieces else len(pieces)
    end = _closing(pieces, start)
    head, tail = pieces[: max(start - 1, 0)], pieces[end + 1 :]
    parts = {"kind": _text([*head, *tail])} if [*head, *tail] != ["create", "table"] else {}
    for element in _split(pieces[start + 1 : end]):
        parts |= _element(element)
    return parts


def element(sql: str) -> Parts:
    """One column with what is said along with it, or one constraint, whose name does not matter."""
    return _element(_pieces(sql))


def index_parts(sql: str) -> Parts:
    """A CREATE INDEX statement."""
    pieces = [piece for piece in _pieces(sql) if piece != "only"]
    on = pieces.index("on")
    at = pieces.index("(", on)
    end = _closing(pieces, at)
    said = _text([*pieces[:on], "on", pieces[at - 3 if pieces[at - 2] == "using" else at - 1], *pieces[at : end + 1]])
    how = [] if pieces[at - 2] != "using" or pieces[at - 1] == "btree" else pieces[at - 2 : at]
    rest = pieces[end + 1 :]
    if rest[:1] == ["where"]:
        said += f" where {_condition(rest[1:])}"
    elif rest:
        said += f" {_text(rest)}"
    return {f"index {pieces[on - 1]}": " ".join([said, *how])}


def words(sql: str) -> set[str]:
    """Every name, keyword and literal in a statement."""
    return {piece for piece in _pieces(sql) if re.match(r"['\w]", piece)}


def _pieces(sql: str) -> list[str]:
    """The words and signs, in small letters and without the quotes of names; literals stay as they are."""
    return [piece if piece[0] == "'" else piece.strip('"`[]').lower() or piece for piece in _TOKEN.findall(sql) if piece]


def _closing(pieces: list[str], start: int) -> int:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for at in range(start, len(pieces)):
        depth += (pieces[at] == "(") - (pieces[at] == ")")
        if depth == 0:
            return at
    return len(pieces)


def _split(pieces: list[str]) -> list[list[str]]:
    """What stands between the commas that are in no brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += (piece == "(") - (piece == ")")
        if piece == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if part]


def _element(pieces: list[str]) -> Parts:
    if pieces[0] == "constraint":
        pieces = pieces[2:]
    if not pieces:  # SQLite takes a name without anything it names
        return {}
    if pieces[0] in _CONSTRAINTS:
        return _constraint(pieces)
    name, said, at = pieces[0], pieces[:1], 1
    parts: Parts = {}
    while at < len(pieces):
        if pieces[at] == "constraint":
            at += 2
        elif pieces[at] in ("check", "references"):
            end = _end(pieces, at)
            while pieces[at] == "references" and end < len(pieces) and pieces[end] not in _GO_ON:
                end += 1  # ON DELETE CASCADE and the like
            parts |= _constraint(pieces[at:end] if pieces[at] == "check" else ["foreign", "key", "(", name, ")", *pieces[at:end]])
            at = end
        else:
            said.append(pieces[at])
            at += 1
    return {f"column {name}": _text(said), **parts}


def _end(pieces: list[str], at: int) -> int:
    """Where a check or a reference that begins at `at` ends; a reference may name no column."""
    opens = at + 1 if pieces[at] == "check" else at + 2
    return _closing(pieces, opens) + 1 if pieces[opens : opens + 1] == ["("] else opens


def _constraint(pieces: list[str]) -> Parts:
    if pieces[0] == "check":
        end = _closing(pieces, 1)
        text = " ".join(["check", f"({_condition(pieces[2:end])})", *pieces[end + 1 :]])
    else:
        text = _text(pieces)
    return {text: text}


def _condition(pieces: list[str]) -> str:
    """What a CHECK or a WHERE asks, without the brackets and casts that PostgreSQL puts in."""
    bare = " ".join(piece for piece in _CAST.sub("", " ".join(pieces)).split(" ") if piece not in "()[]")
    bare = bare.replace("= any array ", "in ").replace(" , ", ", ")
    one = re.fullmatch(r"(\w+) in ('[^']*')", bare)
    return f"{one[1]} = {one[2]}" if one else bare


def _text(pieces: list[str]) -> str:
    text = _CAST.sub("", " ".join(pieces)).replace("character varying", "varchar").replace("double precision", "float")
    return re.sub(r" ([,)])", r"\1", re.sub(r" ?\( ", "(", text))
