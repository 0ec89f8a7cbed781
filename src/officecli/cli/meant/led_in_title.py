"""A matter typed as one text that says who leads it, 防汛检查，李娜牵头，周五前报: without --lead it would be whoever types it."""

from __future__ import annotations

from officecli.cli import session
from officecli.cli.meant.line_meant import as_meant
from officecli.cli.meant.not_whole import NotWhole
from officecli.cli.meant.options_meant import is_somebody, read_as
from officecli.i18n import _
from officecli.patterns import pattern

_PARTED = pattern(r"[，；、,;]\s*|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff\d])")
_LEADS = pattern(
    r"[由请]?([\u3400-\u9fff]{2,10}?)(?:牵头|主办|负责|承办)(?:办理|落实|组织|实施)?"
    r"|(?:牵头|主办|责任|负责|承办)(?:人|单位|科室)[:：]?\s*([\u3400-\u9fff]{2,10})"
    r"|([^\W\d_][\w .'-]{1,40}?) (?:leads|to lead|is (?:in charge|responsible|the lead)|in charge)"
    r"|led by ([^\W\d_][\w .'-]{1,40})"
)


def refuse_led_in_title(title: str) -> None:
    """Raise NotWhole, with the line that is meant, where a part of a text says that somebody of the office leads, or a unit of it."""
    parts = [part for part in _PARTED.split(title) if part]
    led = {place: next(filter(None, found.groups())) for place, part in enumerate(parts) if (found := _LEADS.fullmatch(part))}
    named = {place: key for place, who in led.items() if len(parts) > 1 and (key := _key_of(who))}
    if not named:
        return
    place, key = next(iter(named.items()))
    said, parts[place] = parts[place], f"{key}:{led[place]}"
    ctx = session.context()
    ctx.params["title"] = [word for part in parts for word in part.split()]
    if line := as_meant(ctx):
        raise NotWhole(_("“{text}” stands in the matter, and says who leads it.").format(text=said), line)


def _key_of(who: str) -> str:
    """What is typed before a name: that of somebody, or of a unit, whose head leads; "" for any other words."""
    return "lead" if is_somebody(who) else "unit" if read_as(who, "unit") is not None else ""
