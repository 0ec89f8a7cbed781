"""The views that somebody keeps under a name of their own, as filters may hold them: @late."""

from __future__ import annotations

from officecli.i18n import _
from officecli.typed.filters.faults import fault
from officecli.typed.filters.tree import Place


def kept(name: str, place: Place) -> str:
    """The filter that a view is kept as; raises BadInput for a name that none has."""
    raise fault(place, _("There is no view @{name}.").format(name=name), _("See them with: officecli view list"))
