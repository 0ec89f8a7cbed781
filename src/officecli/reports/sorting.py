"""What somebody typed after --sort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.reports.filters import folded


def sort_key(typed: str, headings: Mapping[str, Sequence[str]]) -> tuple[str, bool]:
    """The key of `headings` that was typed, itself or as one of its headings, and whether a `-` turns the order round; "" for none of them."""
    text = folded(typed)
    down = text.startswith("-")
    wanted = text.removeprefix("-").strip()
    as_key = wanted.replace("-", "_").replace(" ", "_")
    if as_key in headings:
        return as_key, down
    return next((key for key, said in headings.items() if wanted in map(folded, said)), ""), down
