"""The regions that have a calendar of public holidays: which is meant by a name, and which are kept by parts alone."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.i18n import _, in_brackets, listed
from officecli.near import nearest, slip_of

_YEAR = 2026
"""A year that all of them know."""
_SHOWN = 6


def regions_meant(text: str) -> list[str]:
    """Codes near to what was written where a code belongs, which may be the name of a country or of a part of one."""
    from holidays import list_supported_countries

    named: dict[str, list[str]] = {}
    for name, code in _names():
        named.setdefault(_plain(name), []).append(code)
    word = _plain(text)
    names = [word] if word in named else slip_of(word, named, 3)
    return [code for name in names for code in named[name]][:_SHOWN] or nearest(text, list(list_supported_countries()), 3)


def kept_by_parts(region: str) -> str:
    """What is to be said of a country whose every part has days off besides those that all of it has in common; "" for any other region."""
    from holidays import country_holidays, list_supported_countries
    from holidays.registry import COUNTRIES

    typed = region.strip().upper()
    code = next((str(codes[0]) for _entity, *codes in COUNTRIES.values() if typed in codes), typed)  # GB, where UK or GBR is written
    parts = list_supported_countries().get(code, [])
    common = country_holidays(code, years=_YEAR).keys() if parts else set()
    if not parts or any(country_holidays(code, subdiv=part, years=_YEAR).keys() <= common for part in parts):
        return ""
    names = {of: name for name, of in _names()}
    codes = [f"{code}-{part}" for part in parts]
    told = [one + in_brackets(names[one]) if one in names else one for one in codes[:_SHOWN]]
    return _(
        "{region} has only the days off that all of it has in common, and each part has more: {codes}. Where the office keeps those of one, write it "
        "as region in the office's file, and run officecli setup."
    ).format(region=code, codes=listed([*told, *(["…"] if len(codes) > _SHOWN else [])]))


def _names() -> Iterator[tuple[str, str]]:
    """The English names of all countries, and those of their parts, each with its code."""
    import holidays
    from holidays.registry import COUNTRIES

    for name, (entity, code, *_others) in COUNTRIES.items():
        yield name, code
        for part, of in getattr(getattr(holidays, entity), "subdivisions_aliases", {}).items():
            yield part, f"{code}-{of}"


def _plain(name: str) -> str:
    return name.casefold().replace("_", " ")
