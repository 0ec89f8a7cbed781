"""R109: a function of the office, or one a section declares, that no duty covers."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.codes import FUNCTIONS
from officecli.model.rule import Rule

EACH = " UNION ALL ".join(f"SELECT '{code}' AS code" for code in FUNCTIONS)

RULE = Rule(
    code="R109",
    name=N_("function-uncovered"),
    severity="audit",
    waivable=False,
    subject="unit",
    # An office without any duty has yet to be described: that is found section by section (R105).
    sql=f"""
SELECT o.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, f.code AS key, 'office' AS which, f.code AS function, o.name AS unit
FROM office o
CROSS JOIN ({EACH}) f
WHERE o.id BETWEEN :lo AND :hi AND EXISTS (SELECT 1 FROM duty d WHERE d.retired = 0)
  AND NOT EXISTS (SELECT 1 FROM duty d WHERE d.function = f.code AND d.retired = 0)
UNION ALL
SELECT u.id, CAST(NULL AS INTEGER), f.code, 'unit', f.code, u.name
FROM unit u
JOIN ({EACH}) f ON ',' || u.functions || ',' LIKE '%,' || f.code || ',%'
WHERE u.id BETWEEN :lo AND :hi AND u.retired = 0
  AND NOT EXISTS (
    SELECT 1 FROM duty d JOIN post p ON p.id = d.post_id WHERE p.unit_id = u.id AND d.function = f.code AND d.retired = 0
  )""",
    words={"function": "function"},
    message={
        "office": N_("No duty of the office covers {function}."),
        "unit": N_("{unit} says that it is there for {function}, and none of its duties is."),
    },
    fix={
        "office": N_('Say in the office\'s file which duties do: [[duty]] function = "…", then: officecli setup office.toml'),
        "unit": N_("Give {unit} a duty with that function, or take the function from what {unit} declares; then: officecli setup office.toml"),
    },
    principle=N_("An office advises, administers and serves; each of the three is somebody's duty."),
    finds=N_("One of the three functions that no duty of the office covers, or one a section declares and none of its duties covers."),
    why=N_("What is everybody's business and nobody's duty is the first to be neglected: most often advising."),
    instead=N_("Mark each duty with the function it serves, and see which has none."),
    accepted="officecli duty list",
)
