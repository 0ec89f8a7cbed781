"""The promises that are known not to be kept, with the reason: the one place where that is said. The bench fails over any other."""

from __future__ import annotations

KNOWN = {
    ("`list --limit 50`, 1,000 items", "Taskwarrior, 1,000 tasks"): (
        "Taskwarrior is compiled, and ready in 17 ms; Python with sqlite3 takes longer to start ([64](decisions/0064-what-is-asked-of-a-million.md))"
    ),
    ("`trend`, 12 months", "a month's `accountability`"): (
        "each item of the year is looked at once; an index of submissions and notes by day, or kept sums, would do it "
        "([69](decisions/0069-what-rows-have-alike.md))"
    ),
    (
        "`verify`",
        "after start",
    ): "SQLite's own look at its file takes half, and nothing it offers is cheaper ([69](decisions/0069-what-rows-have-alike.md))",
    (
        "import of",
        "after start",
    ): "writing alone takes what is left of a row's time; the rest is flat ([67](decisions/0067-one-question-to-many-rows.md))",
}
"""How what is measured begins, and against what → why that is so."""


def why_not_kept(what: str, against: str) -> str:
    """Why this promise is known not to be kept; "" where nobody knows of it."""
    return next((why for (begins, beside), why in KNOWN.items() if what.startswith(begins) and against == beside), "")
