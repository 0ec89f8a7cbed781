"""The meeting of the demonstration: what somebody writes into its sheet, and how that is read back."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from officecli.i18n import _, clauses, of_language, phrases
from officecli.model.chain.meeting import WRITTEN, label

MEETING: Mapping[str, tuple[str, str, Mapping[str, Mapping[str, str]]]] = {
    # language → (a meeting, who leads it, number → what is written into its row, "" for a new one)
    "zh": (
        "周一晨会",
        "陆怀远",
        {
            "2026-043": {"decided": "延期", "new_due": "8月14日", "said": "80%"},
            "2026-062": {"new_lead": "贾慧", "noted": "两周内画线"},
            "2026-016": {"decided": "继续"},
            "": {"title": "清查档案库房消防设施", "new_lead": "贾慧", "new_due": "8月21日"},
        },
    ),
    "en": (
        "Monday meeting",
        "Eleanor Marsh",
        {
            "2026-045": {"decided": "extend", "new_due": "Aug 14", "said": "80%"},
            "2026-083": {"noted": "ask the manager first"},
            "2026-013": {"decided": "close", "said": "23 of 23 closed"},
            "": {"title": "Check the sprinklers in the records room", "new_lead": "Victor Lam", "new_due": "Aug 21"},
        },
    ),
}


def meet(sheet: Path, run_line: Callable[[str, int], None], say: Callable[[str], None]) -> None:
    """A meeting: its sheet is printed, somebody writes into it, and it is read back."""
    name, leader, written = of_language(MEETING)
    run_line(f"meeting sheet -o {sheet.name}", 0)
    say("\n" + _("In the meeting somebody writes into the sheet: {written}.").format(written=clauses(_write(sheet, written))))
    run_line(f'meeting read {sheet.name} --meeting "{name}" --by "{leader}"', 0)
    run_line("meeting minutes", 0)
    run_line("follow-through", 0)
    run_line("verify", 0)


def _write(sheet: Path, written: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Write into the rows of these numbers, a new one for "", and say what."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    places = {key: rows[0].index(label(key)) for key in WRITTEN} | {"title": 3}
    for number, cells in written.items():
        if not number:
            rows.append([""] * len(rows[0]))
        row = next(row for row in rows if row[1] == number)
        for key, text in cells.items():
            row[places[key]] = text
        yield " ".join(filter(None, (number, phrases(cells.values()))))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
