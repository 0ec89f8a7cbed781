"""Which columns somebody asked for, all of them, some by name, or the usual ones without some; and whether by their keys."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import replace
from officecli.reports.shape.report import Choice, Column, Report
from officecli.reports.shape.sorting import columns_meant, sort_key


def with_columns(report: Report, typed: str, *, wide: bool = False) -> Report:
    """The report with the columns of `typed`, `a,b` in that order or `-c` for all the usual ones but c, by key or heading; `wide` is every column.

    Of a report of several tables, one that has none of them stays as it is. Raises BadInput for a column that none has.
    """
    if not typed.strip(", "):
        return replace(report, choice="wide", also=tuple(replace(other, choice="wide") for other in report.also)) if wide else report
    if wide:
        raise BadInput(_("--wide shows every column, --columns some of them."), fix=_("Give one of them."))
    tables = (report, *report.also)
    known = {column.key: column for table in tables for column in table.columns}
    wanted, unwanted = _meant(typed, known)
    chosen = [_chosen(table, wanted, unwanted) for table in tables]
    return replace(chosen[0], also=tuple(chosen[1:]))


def with_keys(report: Report) -> Report:
    """The report with its columns headed by the keys that JSON has, the same in every language."""
    columns = tuple(replace(column, label=column.key) for column in report.columns)
    return replace(report, columns=columns, also=tuple(map(with_keys, report.also)))


def _meant(typed: str, known: dict[str, Column]) -> tuple[list[str], set[str]]:
    """The keys that are wanted, in their order, and those that are not."""
    wanted: list[str] = []
    unwanted: set[str] = set()
    for word in filter(None, (word.strip() for word in typed.replace("，", ",").split(","))):
        key, away = sort_key(word, {key: (column.label,) for key, column in known.items()})
        if not key:
            raise BadInput(
                _("There is no column “{name}” here.").format(name=word.removeprefix("-")[:40]),
                fix=columns_meant(word, {key: column.label for key, column in known.items()}),
            )
        if away:
            unwanted.add(key)
        else:
            wanted.append(key)
    return list(dict.fromkeys(wanted)), unwanted


def _chosen(table: Report, wanted: list[str], unwanted: set[str]) -> Report:
    columns = {column.key: column for column in table.columns}
    unseen = {column.key for column in table.columns if column.use == "hidden"}  # by which it is read back, whatever is shown of it
    named = [columns[key] for key in wanted if key in columns and key not in unwanted | unseen]
    if named:
        return replace(table, columns=(*named, *(columns[key] for key in unseen)), choice="named")
    left = tuple(column for column in table.columns if column.key not in unwanted - unseen)
    if not left:
        raise BadInput(_("No column is left."), fix=_("Leave fewer out with --columns."))
    choice: Choice = table.choice
    return replace(table, columns=left, choice=choice)
