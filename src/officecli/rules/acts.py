"""Rules about acts ask the trail entry that recorded the act: its verb, and the role it was done in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from officecli.store.items import beside

FIRST_OF_ACT = """NOT EXISTS (
    SELECT 1 FROM trail e WHERE e.command = t.command AND e.verb = t.verb AND e.item_id = t.item_id AND e.seq < t.seq
  )"""
"""One act may change several rows; it is judged once, by the first entry it made on the item."""

TAKEN_BACK = f"""(
    WITH RECURSIVE chain (command, n) AS (
      SELECT t.command, 0
      UNION ALL
      SELECT u.command, x.n + 1 FROM chain x JOIN trail u ON u.verb IN ('undo', 'redo') AND u.seq = {beside("u.command")} AND u.seq > x.command
        AND u.reason = u.verb || ' ' || x.command)
    SELECT MAX(z.n) % 2 FROM chain z) = 1"""
"""The command of an entry `t` was taken back, and that not in its turn, however often: the reason of each taking back names the command before it."""


def listed(codes: Iterable[str]) -> str:
    """Codes as a list in SQL; they are our own words, never somebody's text."""
    return "('" + "', '".join(codes) + "')"


def done_in(roles: Mapping[str, Iterable[str]], *, outside: bool = False) -> str:
    """The condition that an entry `t` is one of these acts in (or outside of) its roles; acts of the same roles are asked together."""
    sign = "NOT IN" if outside else "IN"
    alike: dict[str, list[str]] = {}
    for act, own in roles.items():
        alike.setdefault(listed(own), []).append(act)
    each = "(" + "\n    OR ".join(f"t.verb IN {listed(acts)} AND t.role {sign} {own}" for own, acts in alike.items()) + ")"
    return f"{_not_usual(roles)} AND {each}" if outside else each


def _not_usual(roles: Mapping[str, Iterable[str]]) -> str:
    """What of an entry outside of its roles is so besides, and soonest seen: it is
    not in the role in which most acts may be done, unless it is one of the others.
    """
    usual, _times = Counter(chain.from_iterable(roles.values())).most_common(1)[0]
    return f"(t.role <> '{usual}' OR t.verb IN {listed(act for act, own in roles.items() if usual not in own)})"


def by_act(roles: Mapping[str, Iterable[str]], *, outside: bool = False) -> str:
    """The ids of all such entries there are: the roles in which an act was ever done are few, however often it was, and an index goes from one to the next."""
    known = "FROM trail k WHERE k.seq > 0 AND k.verb ="
    return f"""
WITH RECURSIVE verbs (verb) AS (VALUES {", ".join(f"('{act}')" for act in roles)}), act (verb, role) AS (
  SELECT v.verb, (SELECT MIN(k.role) {known} v.verb) FROM verbs v
  UNION ALL
  SELECT a.verb, (SELECT MIN(k.role) {known} a.verb AND k.role > a.role) FROM act a WHERE a.role IS NOT NULL)
SELECT e.seq AS id FROM act t CROSS JOIN trail e WHERE {done_in(roles, outside=outside)} AND e.verb = t.verb AND e.role = t.role AND e.seq > 0"""


def entries(acts: Iterable[str]) -> str:
    """The reach of a rule about these acts: the touched entries that record one of them on an item."""
    return f"SELECT seq AS id FROM trail WHERE seq BETWEEN :lo AND :hi AND item_id IS NOT NULL AND verb IN {listed(acts)}"


def turns(acts: Iterable[str]) -> str:
    """The condition that an entry `t` ends a turn with a request by one of these acts; the turn that an act opens is no act of its own."""
    return f"t.subject = 'request_stage' AND t.subject_id <> t.seq AND t.verb IN {listed(acts)}"


def turn_entries(acts: Iterable[str]) -> str:
    """The reach of a rule about these acts on requests."""
    return f"SELECT t.seq AS id FROM trail t WHERE t.seq BETWEEN :lo AND :hi AND {turns(acts)}"
