"""Write the pages of docs/ that the program itself knows best: rules.md, cli.md and schema.md; after `zh` the first two in Chinese, in docs/zh.

`--check` fails where one is stale. A language is of a whole process: what commands say is looked up as they are imported.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from officecli import i18n

LANGUAGE = "zh" if "zh" in sys.argv[1:] else "en"
i18n.use(LANGUAGE)  # before the command line is imported: typer looks its words up then

from officecli.cli.catalogue import sections  # noqa: E402
from officecli.cli.command_classes import HELP_NAMES  # noqa: E402
from officecli.cli.help import page as help_  # noqa: E402
from officecli.cli.program import load, program  # noqa: E402
from officecli.formats.terminal.rule_page import KINDS, waiving  # noqa: E402
from officecli.i18n import _  # noqa: E402
from officecli.model.rule import Rule  # noqa: E402
from officecli.rules import every_rule  # noqa: E402
from officecli.rules.wording import label  # noqa: E402
from officecli.store.schema import views  # noqa: E402
from officecli.store.schema.declared import DECLARED, IsoDate, YesNo, statements  # noqa: E402
from officecli.store.schema.version import APPLICATION_ID, SCHEMA_VERSION  # noqa: E402
from officecli.store.schema.view_columns import MEANINGS  # noqa: E402

DOCS = Path(__file__).parent.parent / "docs"
MADE = "<!-- Made by tools/docs.py from the program itself; change it there and run `make docs`. -->"


def said(english: str, chinese: str) -> str:
    """What only these pages say, in the language they are made in; everything else is the program's and in its catalogue."""
    return chinese if LANGUAGE == "zh" else english


def elsewhere(page: str) -> str:
    """Where the same page stands in the other language."""
    return said(f"[中文](zh/{page})", f"[English](../{page})")


def rules() -> Iterator[str]:
    """Every rule: what it finds, why, and what to do instead."""
    yield said("# The rules", "# 规则")
    yield elsewhere("rules.md")
    yield said(
        "A rule is named after the bad pattern; its code is only a stable handle. `officecli rule NAME` shows the same, in the reader's language.",
        "规则以所反对的做法命名，编号只便于引用。`officecli rule 名称` 显示的与此相同。",
    )
    yield table(
        (said("code", "编号"), said("name", "名称"), said("kind", "类别"), said("finds", "查什么")),
        [(rule.code, f"[{_(rule.name)}](#{anchor(rule)})", _(rule.severity), _(rule.finds)) for rule in every_rule()],
    )
    for rule in every_rule():
        yield f"## {label(rule)}"
        yield f"*{_(rule.principle)}*"
        yield "\n".join(
            f"- **{title}** {text}"
            for title, text in (
                (said("Finds:", "查什么："), _(rule.finds)),
                (
                    said("What it does:", "怎样处理："),
                    said(f"{rule.severity}. {KINDS[rule.severity]}", f"{_(rule.severity)}。{_(KINDS[rule.severity])}"),
                ),
                (said("Why:", "为什么："), _(rule.why)),
                (said("Instead:", "应当怎样："), _(rule.instead)),
                (said("Waiver:", "豁免："), waiving(rule)),
            )
        )
        lines = (
            (said("Refused, or warned of:", "拒绝或警告的："), rule.refused),
            (said("As it should be:", "应当这样："), rule.accepted),
        )
        yield "```sh\n" + "\n".join(f"# {note}\n{_(line)}" for note, line in lines if line) + "\n```"


def commands() -> Iterator[str]:
    """Every command's help."""
    root = program()
    context = root.context_class(root, info_name="officecli", **HELP_NAMES)
    yield said("# The commands", "# 命令")
    yield elsewhere("cli.md")
    yield said("As `officecli --help` and `officecli COMMAND --help` print them.", "与 `officecli --help`、`officecli 命令 --help` 所显示的相同。")
    yield fenced(help_.page(root, context))
    for title, names in sections().items():
        yield f"## {title}"
        for name in names:
            command = load(name)
            yield from _help(command, command.context_class(command, info_name=name, parent=context))


def _help(command: Any, context: Any) -> Iterator[str]:
    yield f"### {context.command_path}"
    yield fenced(help_.page(command, context))
    if hasattr(command, "list_commands"):
        for name in command.list_commands(context):
            one = command.get_command(context, name)
            yield from _help(one, one.context_class(one, info_name=name, parent=context))


def schema() -> Iterator[str]:
    """The views and tables."""
    yield "# What is stored"
    yield (
        "The views are the interface for spreadsheets and other tools; they put names in place of ids. Read them freely and write nothing: "
        "`officecli verify` finds what was changed behind the program. Dates are ISO text, moments UTC text, yes and no 1 and 0, on SQLite and "
        "PostgreSQL alike."
    )
    yield (
        f"A SQLite store says in its header what it is: its `application_id` is {APPLICATION_ID:#x} (`{APPLICATION_ID.to_bytes(4, 'big').decode()}`), "
        f"its `user_version` the version of the tables, now {SCHEMA_VERSION}. PostgreSQL has the version in the table `schema_version` alone."
    )
    for view, columns in view_columns().items():
        yield f"## View {view}"
        yield table(("column", "meaning"), [(f"`{column}`", MEANINGS[view][column]) for column in columns])
    yield "## Tables"
    yield "A row's `id` is the number of the trail entry that made it; that of a hand is its place among them."
    for model in sorted(DECLARED, key=lambda model: str(model.__tablename__)):
        made = DECLARED[model].__table__
        yield f"### {made.name}"
        yield " ".join((model.__doc__ or "").split())
        yield table(("column", "type", "refers to"), [(f"`{column.name}`", kind(column), refers(column)) for column in made.columns])
    yield "## An entry checked by hand"
    yield (
        "What is hashed is no column: it is JSON with sorted keys and no spaces, in UTF-8, made of the entry's columns, its hand and the hash before it. "
        "So anybody can make it without this program, here in Python. What it prints for the last entry is the head that stands on papers."
    )
    yield f"```python\n{BY_HAND.strip()}\n```"


BY_HAND = """
import hashlib, json, sqlite3

store = sqlite3.connect("office.db")
store.row_factory = sqlite3.Row


def text(seq):
    entry = store.execute("SELECT * FROM trail WHERE seq = ?", (seq,)).fetchone()
    hand = store.execute("SELECT * FROM hand WHERE id = ?", (entry["hand_id"],)).fetchone()
    before = store.execute("SELECT hash FROM trail WHERE seq = ?", (seq - 1,)).fetchone()
    said = {name: entry[name] for name in ("seq", "at", "day", "command", "role", "verb", "subject", "reason")}
    said |= {"id": entry["subject_id"], "item": entry["item_id"], "prev": before["hash"] if before else ""}
    said |= {name: entry[name] and json.loads(entry[name]) for name in ("before", "after")}
    said["actor"] = {"id": entry["actor_id"], "name": hand["actor"]}
    said["behalf"] = {"id": entry["behalf_id"], "name": hand["behalf"]} if hand["behalf"] is not None else None
    said["user"] = {name: hand[column] for name, column in (("name", "login"), ("uid", "uid"), ("whose", "whose"))}
    if hand["whose"] is None:
        del said["user"]["whose"]
    if entry["recorded"] is not None:
        said["recorded"] = entry["recorded"]
    said |= {"host": hand["host"], "tool": hand["tool"]}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


(last,) = store.execute("SELECT MAX(seq) FROM trail").fetchone()
print(f"{last}:{hashlib.sha256(text(last).encode()).hexdigest()}")
"""
"""A test runs it."""


def view_columns() -> dict[str, list[str]]:
    """The columns of each view, as a database sees them."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        for made in statements("sqlite").values():
            for statement in made:
                connection.execute(statement)
        for name, select in views.VIEWS.items():
            connection.execute(f"CREATE VIEW {name} AS {select}")
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in views.VIEWS}


def kind(column: Any) -> str:
    """The type of a column in a reader's words."""
    known = "date" if isinstance(column.type, IsoDate) else "0 or 1" if isinstance(column.type, YesNo) else column.type.python_type.__name__
    plain = {"str": "text", "int": "integer", "float": "number"}.get(known, known)
    return plain + (", or nothing" if column.nullable else "")


def refers(column: Any) -> str:
    """The table a column refers to."""
    return ", ".join(f"`{key.column.table.name}`" for key in column.foreign_keys)


def anchor(rule: Rule) -> str:
    """The fragment GitHub gives the rule's heading."""
    return label(rule).lower().replace(" ", "-")


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _cell in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def fenced(text: str) -> str:
    """Text as it stands on a terminal."""
    return f"```text\n{text.strip()}\n```"


PAGES: dict[str, Callable[[], Iterator[str]]] = (
    {"zh/rules.md": rules, "zh/cli.md": commands} if LANGUAGE == "zh" else {"rules.md": rules, "cli.md": commands, "schema.md": schema}
)


def page(make: Callable[[], Iterator[str]]) -> str:
    """The whole text of a page, the same wherever it is made."""
    with contextlib.redirect_stdout(io.StringIO()):  # help is drawn for the width of a terminal, if there is one
        parts = list(make())
    return "\n\n".join([MADE, *parts]) + "\n"


def main() -> int:
    """Write the pages, or check them; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", nargs="?", choices=("en", "zh"), default="en", help="the language of the pages")
    parser.add_argument("--check", action="store_true", help="fail if a page is stale, and write nothing")
    options = parser.parse_args()
    stale = []
    for name, make in PAGES.items():
        file, text = DOCS / name, page(make)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(f"docs/{name}")
            if not options.check:
                file.write_text(text, encoding="utf-8")
    if options.check and stale:
        print(f"Stale: {', '.join(stale)}. Run: make docs")
        return 1
    print(f"{len(PAGES)} pages, {len(stale)} {'stale' if options.check else 'written'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
