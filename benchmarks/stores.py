"""Offices to measure: a few people and as many items as are asked for, imported from a ledger as a clerk would."""

from __future__ import annotations

import csv
import subprocess
from datetime import date, timedelta
from pathlib import Path

from officecli.model.procedures.procedures import Procedure, ProcedureVersion
from officecli.store.place import place
from officecli.store.write.change import changing
from officecli.store.write.entries import Signature

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


def procedures(store: Path, count: int) -> None:
    """Give the office so many procedures that come round three or four times a week from this year on."""
    with changing(place(str(store))) as change:
        change.sign(Signature(0, "setup", "founder"))
        today = change.read.today
        post = change.read.value("SELECT id FROM post WHERE title = 'Clerk'")
        rules = ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH")
        made = change.add_many(
            Procedure,
            "procedure-add",
            [{"name": f"Routine {n}", "kind": "other", "post_id": post, "recurrence": rules[n % 2], "start": today} for n in range(count)],
        )
        versions = [
            {"procedure_id": one, "number": 1, "since": today, "title": f"Routine {n}, {{date}}", "ahead_days": n % 4, "due_days": n % 3}
            for n, one in enumerate(made)
        ]
        change.add_many(ProcedureVersion, "procedure-add", versions)
