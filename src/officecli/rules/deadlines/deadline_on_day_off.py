"""D307: a deadline on a day the office is closed."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, OPEN_ITEM
from officecli.store.items import OPEN_STATUSES

RULE = Rule(
    code="D307",
    name=N_("deadline-on-day-off"),
    severity="warn",
    subject="item",
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, i.due AS key, i.number, i.due, SUBSTR(i.due, 1, 4) AS year,
       COALESCE((SELECT MAX(w.until) FROM past_deadline w WHERE w.item_id = i.id), i.registered) AS since,
       (SELECT MIN(n.date) FROM calendar_day n WHERE n.date > i.due AND n.is_working = 1) AS next_day,
       CASE WHEN d.provisional = 1 THEN 'provisional' ELSE 'known' END AS which
FROM item i
JOIN calendar_day d ON d.date = i.due
WHERE i.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES} AND i.due >= :as_of AND d.is_working = 0
ORDER BY i.id""",
    among=EVERY_OPEN_ITEM,
    watches={
        "item": OPEN_ITEM,
        "office_day": f"SELECT i.id FROM item i JOIN office_day o ON o.day = i.due WHERE o.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES}",
    },
    message={
        "known": N_("{number} is due on {due}, when the office is closed."),
        "provisional": N_(
            "{number} is due on {due}, a weekend or a day off by law; the other days off of {year} are not published yet, so this may change."
        ),
    },
    fix={
        "known": N_("Did you mean {next_day}, the next working day? officecli edit {number} --due {next_day}"),
        "provisional": N_("Did you mean {next_day}, the next working day? officecli edit {number} --due {next_day}"),
    },
    principle=N_("Deadlines run in the office's working days."),
    finds=N_("An open item due on a day to come on which the office is closed."),
    why=N_("Nobody is there to receive it: the true deadline is the working day before or after, and people will read it differently."),
    instead=N_("Set the deadline on a working day."),
    refused=N_('officecli add "Agenda" --lead Ana --due sat'),
    accepted=N_('officecli add "Agenda" --lead Ana --due fri'),
)
