"""How the names of files end that people write tables and texts to."""

from __future__ import annotations

ENDINGS = frozenset(
    (
        "7z bmp csv doc docm docx eml et gif htm html ics jpeg jpg json jsonl markdown md mdb msg odp ods odt pdf png ppt pptx rar rtf svg tar toml tsv "
        "wps xhtml xls xlsm xlsx xml yaml zip"
    ).split()
)
"""Endings by which whoever opens a file knows what is in it."""
SAME = {"htm": "html", "markdown": "md"}
"""Endings that say the same as the name of a format."""
