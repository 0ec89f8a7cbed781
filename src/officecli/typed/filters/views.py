"""The views that somebody keeps under names of their own, as filters may hold them: @late."""

from __future__ import annotations

import re
from collections.abc import Mapping

from officecli import personal
from officecli.errors import BadInput, NotFound
from officecli.i18n import _
from officecli.model.filter_keys import MOST
from officecli.near import did_you_mean
from officecli.patterns import pattern
from officecli.typed.filters.faults import fault
from officecli.typed.filters.tree import Place
from officecli.typed.text import shown

ALONE = pattern(r"\s*[@＠]([\w-]+)\s*")
"""A filter that is a view and nothing else."""


def kept(name: str, place: Place) -> str:
    """The filter that a view is kept as; raises BadInput for a name that none has, with its place."""
    views = personal.views()
    if name in views:
        return views[name]["filter"]
    raise fault(place, _("There is no view @{name}.").format(name=shown(name)), _instead(name))


def found(typed: str) -> tuple[str, Mapping[str, str]]:
    """A view by its name, with or without the sign; raises NotFound with the nearest."""
    name = personal.as_view_name(typed)
    views = personal.views()
    if name in views:
        return name, views[name]
    raise NotFound(_("There is no view @{name}.").format(name=shown(name)), fix=_instead(name))


def alone(typed: str) -> Mapping[str, str]:
    """The view that a filter is, where it is one and nothing else; nothing where it is not, or there is none of the name."""
    view = ALONE.fullmatch(typed)
    return personal.views().get(personal.as_view_name(view[1]), {}) if view else {}


def as_name(typed: str) -> str:
    """What a view is to be called; raises BadInput for what could not be typed after the sign."""
    name = personal.as_view_name(typed)
    if not re.fullmatch(rf"\w[\w-]{{0,{MOST - 1}}}", name):
        raise BadInput(
            _("“{name}” cannot be the name of a view.").format(name=shown(typed)),
            fix=_("It is one word of letters, digits and dashes: mine-late."),
        )
    return name


def _instead(name: str) -> str:
    return did_you_mean(name, personal.views(), _("See them with: officecli view list"))
