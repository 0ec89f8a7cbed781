"""To add something takes what CONTRIBUTING.md says, and no more: each is added to a copy of the source and shown to work."""

from __future__ import annotations

import json
from pathlib import Path

from stage.places import CLERKS_OFFICE
from stage.tree import Tree


def test_a_field_of_an_item(tmp_path: Path) -> None:
    """Its column, its line in the catalogue and its translations; a store that is there needs a migration besides."""
    tree = Tree(tmp_path)
    tree.change(
        "model/items.py",
        '    originator_id: int = refers("person", index=True)\n',
        """    room: str = Field(default="", max_length=40)
    originator_id: int = refers("person", index=True)
""",
    )
    tree.change(
        "model/item_fields.py",
        '        Field("lead", N_("lead"), "id",\n',
        """        Field("room", N_("room number"), "line", most=40, act="edit", plain=True, listed=True, metavar="ROOM", help=N_("The room it is kept in."),
              ledger=Meaning(N_("Room"), "房间 Room Office-Room")),
        Field("lead", N_("lead"), "id",
""",
    )
    tree.translate({"room number": "房间", "Room": "房间", "The room it is kept in.": "存放的房间。"})
    there = tmp_path / "all.csv"

    help_, *_setup, added, edited, shown, item, listed, sorted_, history, _exported = tree.run(
        ["add", "--help"],
        ["init"],
        ["setup", str(CLERKS_OFFICE)],
        ["add", "Index", "--lead", "Walter Kim", "--due", "+3wd", "--room", " B  12", "--as", "Angela Dupree"],
        ["edit", "1", "--room", "C 7", "--as", "Angela Dupree"],
        ["show", "1"],
        ["show", "1", "--format", "json"],
        ["list", "--format", "json"],
        ["list", "--sort", "room"],
        ["history", "1"],
        ["export", "--output", str(there)],
    )  # fmt: skip
    assert "--room ROOM" in help_
    assert "The room it is kept in." in help_
    assert "registered" in added
    assert "room number “B 12” → “C 7”" in edited
    assert "room number  C 7" in " ".join(shown.split(" "))
    assert json.loads(item)["room"] == "C 7"
    assert [row["room"] for row in json.loads(listed)["rows"]] == ["C 7"]
    assert "Index" in sorted_
    assert "room number B 12 → C 7" in history
    assert "Room" in there.read_text(encoding="utf-8-sig").splitlines()[0].split(",")

    help_, shown, history = tree.run(["add", "--help"], ["show", "1"], ["history", "1"], language="zh")
    assert "存放的房间。" in help_
    assert "房间" in shown
    assert "房间 B 12 → C 7" in history

    number, again = json.loads(item)["number"], tmp_path / "again.csv"
    again.write_text(there.read_text(encoding="utf-8-sig").replace(number, f"{number[:-1]}2").replace("Index", "Shelves"), encoding="utf-8")
    _imported, item, _verified = tree.run(["import", str(again), "--as", "Angela Dupree"], ["show", "2", "--format", "json"], ["verify"])
    assert json.loads(item)["room"] == "C 7"
