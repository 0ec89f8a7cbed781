"""How the names of files end that people write tables and texts to."""

from __future__ import annotations

from pathlib import PurePath

from officecli.patterns import pattern

ENDINGS = frozenset(
    (
        "7z bmp csv doc docm docx eml et gif htm html ics jpeg jpg json jsonl markdown md mdb msg odp ods odt pdf png ppt pptx rar rtf svg tar toml tsv "
        "wps xhtml xls xlsm xlsx xml yaml zip"
    ).split()
)
"""Endings by which whoever opens a file knows what is in it."""
PACKED = frozenset("doc docm docx et odp ods odt pdf ppt pptx wps xls xlsm xlsx zip".split())
"""Those of files that are no text: under one of them nothing else is opened, and they are opened under no other."""
SAME = {"htm": "html", "markdown": "md"}
"""Endings that say the same as the name of a format."""

_KIND = pattern(r"[a-z][a-z0-9]{0,4}|7z")
_OF_TEXT = frozenset({"txt", "text", "log", "lst", "out"})
"""Endings of plain text, whatever is in it."""


def ending_of(file: PurePath | str | None) -> str:
    """What a file's name says of its format, in small letters, by the name of that format; "" for none."""
    ending = PurePath(file or "").suffix.removeprefix(".").lower()
    return SAME.get(ending, ending)


def says_kind(ending: str) -> bool:
    """Whether a file's ending, in small letters, says of what kind it is, and not that it is plain text; 2026-07 of stand.2026-07 says nothing."""
    return _KIND.fullmatch(ending) is not None and ending not in _OF_TEXT
