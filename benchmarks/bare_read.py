"""What any such tool costs at least: typer, a rich table and sqlite3, printing one row."""

import sqlite3
import sys

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def show(path: str) -> None:
    """Print one row."""
    row = sqlite3.connect(path).execute("SELECT number, title FROM item ORDER BY id LIMIT 1").fetchone()
    table = Table("number", "matter")
    table.add_row(*row)
    Console(file=sys.stdout).print(table)


app()
