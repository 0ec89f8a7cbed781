"""What any such tool costs at least to write: typer and sqlmodel, inserting one row."""

import typer
from sqlmodel import Field, Session, SQLModel, create_engine

app = typer.Typer()


class Thing(SQLModel, table=True):
    """One row."""

    id: int | None = Field(default=None, primary_key=True)
    title: str


@app.command()
def add(path: str, title: str) -> None:
    """Insert one row."""
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Thing(title=title))
        session.commit()


app()
