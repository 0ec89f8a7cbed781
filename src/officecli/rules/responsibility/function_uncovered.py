"""R109: a function of the office, or one a section declares, that no duty covers."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.codes import FUNCTIONS
from officecli.model.rule import Rule
from officecli.rules.responsibility.unit_without_duty import WITHOUT_POST
from officecli.rules.since import any_changed, changed, latest, made, once

_OF_EVERY_OFFICE = " UNION ALL ".join(f"SELECT '{code}' AS code" for code in FUNCTIONS)
EACH = f"""SELECT name AS code FROM office_function WHERE retired = 0
UNION ALL SELECT e.code FROM ({_OF_EVERY_OFFICE}) e WHERE NOT EXISTS (SELECT 1 FROM office_function WHERE retired = 0)"""
"""The functions of the office: its own list, else those of every office."""

DECLARED = "REPLACE(',' || u.functions || ',', ',' || f.code || ',', '') <> ',' || u.functions || ','"  # LIKE would read % and _ in people's words

_SERVED = "b.subject_id IN (SELECT d.id FROM duty d WHERE d.function = :key)"
_ONCE_SERVED = " OR ".join(f"""REPLACE(b.{said}, '"function":"' || CAST(:key AS TEXT) || '"', '') <> b.{said}""" for said in ("before", "after"))
_OF_UNIT = "SELECT p.id FROM post p WHERE p.unit_id = :subject"
_IN_UNIT = f"""(b.subject_id IN (SELECT d.id FROM duty d WHERE d.post_id IN ({_OF_UNIT}))
OR EXISTS (SELECT 1 FROM ({_OF_UNIT}) u WHERE {once("post_id", "u.id")}))"""
_OF_OFFICE = latest(
    made("(SELECT MIN(d.id) FROM duty d)"),
    any_changed(
        "office_function",
        ("retired",),
        "b.subject_id IN (SELECT n.id FROM office_function n WHERE n.name = :key) OR NOT EXISTS (SELECT 1 FROM office_function n WHERE n.retired = 0)",
    ),
    any_changed("duty", ("retired", "function"), f"{_SERVED} OR {_ONCE_SERVED}"),
)
_OF_ONE = latest(
    changed("unit", ":subject", "functions", "retired"),
    any_changed("duty", ("retired", "function", "post_id"), f"({_SERVED} OR {_ONCE_SERVED}) AND {_IN_UNIT}"),
)
SINCE = f"CASE WHEN EXISTS (SELECT 1 FROM office o WHERE o.id = :subject) THEN {_OF_OFFICE} ELSE {_OF_ONE} END"
"""The day the function was one of the office, or was declared, and the last duty for it went."""

_OF_A_UNIT = N_("{unit} is there for {function}, as the office file says, but none of its duties is.")

RULE = Rule(
    code="R109",
    name=N_("function-uncovered"),
    severity="audit",
    waivable=False,
    subject="unit",
    # An office without any duty has yet to be described: that is found section by section (R105).
    sql=f"""
SELECT o.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, f.code AS key, 'office' AS which, f.code AS function, o.name AS unit, CAST(NULL AS TEXT) AS post
FROM office o
CROSS JOIN ({EACH}) f
WHERE o.id BETWEEN :lo AND :hi AND EXISTS (SELECT 1 FROM duty d WHERE d.retired = 0)
  AND NOT EXISTS (SELECT 1 FROM duty d WHERE d.function = f.code AND d.retired = 0)
UNION ALL
SELECT u.id, CAST(NULL AS INTEGER), f.code, CASE WHEN q.post IS NULL THEN 'none' ELSE 'unit' END, f.code, u.name, u.name || '/' || q.post
FROM unit u
LEFT JOIN (SELECT p.unit_id, MIN(p.title) AS post FROM post p WHERE p.retired = 0 GROUP BY p.unit_id) q ON q.unit_id = u.id
JOIN ({EACH}) f ON {DECLARED}
WHERE u.id BETWEEN :lo AND :hi AND u.retired = 0
  AND NOT EXISTS (
    SELECT 1 FROM duty d JOIN post p ON p.id = d.post_id WHERE p.unit_id = u.id AND d.function = f.code AND d.retired = 0
  )""",
    words={"function": "function"},
    since=SINCE,
    message={
        "office": N_("No duty of the office covers {function}."),
        "none": _OF_A_UNIT,
        "unit": _OF_A_UNIT,
    },
    fix={
        "office": N_(
            'Say which of the duties does (officecli duty list): officecli duty set DUTY --function "{function}" '
            "(in an office file: [[duty]] function)"
        ),
        "unit": N_(
            'Give {unit} a duty with that function (officecli duty add TITLE --post "{post}" --function "{function}"), '
            "or take it from what {unit} declares in the office file."
        ),
        "none": WITHOUT_POST,
    },
    principle=N_("An office advises, administers and serves; each of its functions is somebody's duty."),
    finds=N_("A function of the office (its own list, or the three) that no duty covers, or one a section declares and none of its duties covers."),
    why=N_("What is everybody's business and nobody's duty is the first to be neglected: most often advising."),
    instead=N_("Mark each duty with the function it serves, and see which has none."),
    accepted="officecli coverage --by function",
)
