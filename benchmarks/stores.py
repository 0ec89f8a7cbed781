"""Offices to measure: a few people and as many items as are asked for, imported from a ledger as a clerk would."""

from __future__ import annotations

import csv
import subprocess
from datetime import date, timedelta
from pathlib import Path

OFFICE = """
[office]
name = "Measured office"
region = "CN"
language = "en"
timezone = "Asia/Shanghai"
[[rank]]
name = "clerk"
level = 3
[[unit]]
name = "Records"
nature = "service"
[[post]]
title = "Clerk"
unit = "Records"
rank = "clerk"
seats = 20
[[duty]]
title = "Keep the records"
post = "Clerk"
"""
PEOPLE = 20


def ledger(path: Path, rows: int) -> Path:
    """A ledger of open items, all past their deadlines."""
    start = date(2025, 1, 6)
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file)
        sheet.writerow(["Source", "Matter", "Lead", "Issued", "Deadline", "Progress"])
        for number in range(rows):
            issued = start + timedelta(days=number % 200)
            sheet.writerow(
                [f"Meeting {number % 50}", f"Matter number {number}", f"Clerk {number % PEOPLE}", issued, issued + timedelta(days=14), "under way"]
            )
    return path


def office(folder: Path, program: Path, rows: int) -> Path:
    """A store with so many items; returns its path."""
    store = folder / f"office-{rows}.db"
    described = folder / "office.toml"
    people = "".join(f'[[person]]\nname = "Clerk {number}"\npost = "Clerk"\n' for number in range(PEOPLE))
    described.write_text(OFFICE + people, encoding="utf-8")
    base: list[str | Path] = [program, "--db", store]
    subprocess.run([*base, "init", "--region", "CN"], check=True, capture_output=True)
    subprocess.run([*base, "setup", described], check=True, capture_output=True)
    if rows:
        subprocess.run([*base, "import", ledger(folder / f"ledger-{rows}.csv", rows)], check=True, capture_output=True)
    return store
