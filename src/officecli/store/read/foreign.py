"""What stands in place of a table of ours, refused before it is asked: it could answer without end."""

from __future__ import annotations

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.model.codes import TRAILED, UNTRAILED
from officecli.store.place import Place

ALL_TABLES = f"""NOT EXISTS (SELECT 1 FROM pg_class k WHERE k.relname IN ({", ".join(f"'{name}'" for name in (*TRAILED, *UNTRAILED))})
  AND k.relkind IN ('v', 'm', 'f') AND pg_table_is_visible(k.oid))"""
"""On PostgreSQL: that no view or foreign table stands in place of a table."""


def in_place_of_a_table(place: Place, name: str = "") -> StorageTrouble:
    """The refusal of a store where a query stands in place of a table (of this name, if it is known)."""
    if name:
        what = _("In {place}, something that is no table stands in place of the table “{name}”: whatever it answers is made up.")
    else:
        what = _("In {place}, something that is no table stands in place of one of officecli's tables: whatever it answers is made up.")
    return StorageTrouble(
        what.format(place=place, name=name),
        fix=_("Somebody changed the database itself. Go back to a backup (officecli db restore FILE), or have its owner put it back."),
    )


def another_view(name: str) -> StorageTrouble:
    """The refusal of a store in which one of officecli's views is not as officecli made it."""
    return StorageTrouble(
        _("The view “{name}” of this store is not the one officecli makes: whatever it answers is made up.").format(name=name),
        fix=_(
            "Somebody changed the database itself: officecli verify tells what. "
            "Go back to a backup (officecli db restore FILE), or have its owner put it back."
        ),
    )
