"""How the names of files end that people write tables and texts to."""

from __future__ import annotations

ENDINGS = (
    "csv",
    "doc",
    "docm",
    "docx",
    "et",
    "html",
    "ics",
    "json",
    "jsonl",
    "md",
    "ods",
    "odt",
    "pdf",
    "rtf",
    "toml",
    "tsv",
    "wps",
    "xls",
    "xlsm",
    "xlsx",
    "xml",
    "yaml",
)
"""Endings by which whoever opens a file knows what is in it."""
