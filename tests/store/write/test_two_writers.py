"""The plain writer against SQLModel's: of thousands of values the same are refused, in the same words, and the same rows and entries are kept."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import CheckConstraint

from officecli import i18n
from officecli.errors import BadInput
from officecli.model.codes import TRAILED
from officecli.model.row import Column, columns
from officecli.store.schema.declared import DECLARED, every_table
from officecli.store.write import checking
from officecli.store.write.change import Change
from officecli.store.write.keeping import keeping
from officecli.store.write.misfits import called
from officecli.store.write.rows import plain
from officecli.store.write.through_sqlmodel import validating
from officecli.typed.procedures.as_typed import LABELS
from stage import by_row
from stage.tampering import tables

ROWS = 60
"""Of each table."""


class Word(str):
    """A text that is none exactly."""

    __slots__ = ()


ODD: list[Any] = [
    None, "", " ", "x", "yes", "12", "2026-02-28", "2026-02-30", "30.00", "3.5", "a\0b", "half \ud83d", "督查室", "😀" * 20, Word("word"), b"bytes",
    0, 1, -1, 5, 100, 1001, 2**31, 2**53 + 1, 2**70, 10**400, True, False, 0.0, 2.0, 2.5, -0.5, 1e300, float("nan"), float("inf"), Decimal("2.5"),
    date(2026, 2, 28), date.min, datetime(2026, 2, 28, tzinfo=UTC), datetime.fromisoformat("2026-02-28T00:00"), [], {}, object,
]  # fmt: skip


def right(chance: random.Random, column: Column) -> Any:
    """A value that fits, at or near the bounds as often as not."""
    least, most = column.least, column.most
    if column.kind is str:
        if column.pattern:
            return f"{chance.randint(0, 999)}.{chance.randint(0, 99):02}"
        length = chance.choice([least or 0, (least or 0) + 1, min(12, most or 12), most or 40, (most or 40) - 1])
        return chance.choice(["x", "督", "é", "😀"]) * length
    if column.kind is date:
        return date(2026, 1, 1) + timedelta(days=chance.randint(-9000, 9000))
    if column.kind is bool:
        return chance.random() < 0.5
    low, high = least or 0, 10**6 if most is None else most
    return column.kind(chance.choice([low, high, chance.randint(low, high)]))


def wrong(chance: random.Random, column: Column) -> Any:
    """A value that is likely not to fit."""
    if column.most is not None and chance.random() < 0.3:
        return "y" * (column.most + 1) if column.kind is str else column.most + chance.choice([1, 0.5])
    if column.least is not None and chance.random() < 0.3:
        return "" if column.kind is str else column.least - 1
    return chance.choice(ODD)


def said(check: Callable[..., dict[str, Any]], model: Any, fields: dict[str, Any]) -> Any:
    """What a validator answers: the values with their types, or the sentences of its refusal."""
    try:
        return [(name, type(value), repr(value)) for name, value in check(model, fields).items()]
    except BadInput as refusal:
        return refusal.what, refusal.fix


def test_both_validators_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, answers = random.Random(11), Counter[str]()
    monkeypatch.setattr(
        checking, "_as_sqlmodel_has_it", lambda model, fields: (answers.update(["asked"]), validating.checked_values(model, fields))[1]
    )
    for model in DECLARED:
        for _row in range(ROWS):
            spoilt = chance.choice([0, 0, 1, 3])
            fields = {column.name: right(chance, column) for column in columns(model) if column.required or chance.random() < 0.7}
            for column in chance.sample(columns(model), min(spoilt, len(columns(model)))):
                if chance.random() < 0.2:
                    fields.pop(column.name, None)
                else:
                    fields[column.name] = wrong(chance, column)
            fields |= {"of no column": 1} if chance.random() < 0.1 else {}
            told = said(checking.checked_values, model, fields)
            assert told == said(validating.checked_values, model, fields), (model, fields)
            answers["kept" if isinstance(told, list) else "refused"] += 1
            another = fields | {column.name: right(chance, column) for column in columns(model) if column.name in fields and chance.random() < 0.5}
            both = keeping(model).columns({name: [fields[name], another[name]] for name in fields})
            answers["in one pass"] += both is not None
            each = [plain(checking.checked_values(model, one), keep_none=True).values() for one in ([fields, another] if both else [])]
            assert repr([*zip(*both or [], strict=True)]) == repr([*map(tuple, each)]), (model, fields, another)
    assert answers["in one pass"] > 1000
    assert answers["kept"] > 1000
    assert answers["refused"] > 1000
    assert answers["asked"] < answers["refused"]  # what fits is seen to fit without SQLModel, and what is too long or empty not to


class _NothingOfItError(Exception):
    """Leaves the transaction without keeping what was done in it."""


def codes_of(model: Any) -> dict[str, list[str]]:
    """The codes a column takes, where it takes no others."""
    checks = [str(check.sqltext) for check in DECLARED[model].__table__.constraints if isinstance(check, CheckConstraint)]
    return {check.split()[0]: check.split("'")[1::2] for check in checks}


def fitting(chance: random.Random, model: Any, made: dict[str, list[int]], serial: Iterator[int], which: int) -> dict[str, Any]:
    """Fields the tables take: unlike any before where that is asked, and what is referred to is the `which` of its kind."""
    described, codes = DECLARED[model].__table__.columns, codes_of(model)
    fields: dict[str, Any] = {}
    for column in columns(model):
        own = described[column.name]
        if column.name == "id" or (column.optional and chance.random() < 0.4):
            continue
        if own.foreign_keys:
            there = made.get(next(iter(own.foreign_keys)).column.table.name)
            fields |= {column.name: there[which]} if there else {}
        elif column.name in codes:
            fields[column.name] = chance.choice(codes[column.name])
        elif column.kind in (int, str) and (own.unique or column.name in ("serial", "position", "number", "title", "year")):
            fields[column.name] = next(serial) % (column.most or 10**9) + 1 if column.kind is int else f"{next(serial)}"
        else:
            fields[column.name] = right(chance, column)
    return fields


def busy(change: Change, seed: int) -> list[Any]:
    """Make, change and take away rows of every table; what is on record then, the trail included."""
    chance, serial, made, rows = random.Random(seed), iter(range(1, 10**6)), dict[str, list[int]](), []
    for table in (table for table in every_table() if table.name in TRAILED):
        model = next(model for model, declared in DECLARED.items() if declared.__tablename__ == table.name)
        one, other, ones_next, others_next = (fitting(chance, model, made, serial, which) for which in (0, -1, 0, -1))
        row = change.add(model, "setup", **one)
        made[table.name] = [row.id, *change.add_many(model, "setup", [other])]
        rows += [(row, ones_next), (change.get(model, made[table.name][1]), others_next)]
    for row, fields in rows:
        change.set(row, "setup", **fields)
    referred = {key.column.table.name for table in every_table() for key in table.foreign_keys}
    for row, _fields in rows[1::2]:
        if row.__tablename__ not in referred:
            change.remove(row, "setup")
    change.finish()
    kept = {table: change.read.rows(f"SELECT * FROM {table} ORDER BY id") for table in made}
    return [kept, change.read.rows("SELECT * FROM trail ORDER BY seq"), [row.model_dump() for row, _fields in rows]]


def test_both_writers_keep_the_same(store_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    at("2026-06-01T01:00")
    staged = by_row.office(store_url, region="none")
    before = tables(staged.place)
    for seed in range(2):
        kept = {}
        for writer in ("plain", "sqlmodel"):
            monkeypatch.setenv("OFFICECLI_WRITER", writer)
            with suppress(_NothingOfItError), staged.changing() as change:
                kept[writer] = busy(change, seed)
                raise _NothingOfItError
        assert kept["plain"] == kept["sqlmodel"]
        assert len(kept["plain"][1]) > 200
    assert tables(staged.place) == before


def test_in_chinese_a_text_that_is_too_long_is_named_in_chinese() -> None:
    i18n.use("zh")
    keys = {column.name for model in DECLARED for column in columns(model) if column.kind is str and (column.most == 4000 or column.name == "title")}
    english = {key for key in keys if called(key).isascii()}
    assert "title" in keys
    assert not english


def test_in_chinese_what_is_too_long_is_called_as_everywhere_else() -> None:
    i18n.use("zh")
    assert LABELS.get(called("check_point")) == "check"
    assert i18n._("Recommended: {text}").startswith(f"{called('recommend')}：")
