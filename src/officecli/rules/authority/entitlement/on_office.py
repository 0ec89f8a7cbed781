"""Acts on the office as a whole: what a registrar does, and nobody else."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import REGISTRARS, Part, first

_ASK = N_("Ask a registrar: {registrars}.")

ON_OFFICE = Part(
    condition=first(),
    columns={"registrars": REGISTRARS},
    message={
        "office": N_("“{act}” is for a registrar; {actor} is none."),
        "import": N_("{actor} may not import a ledger: it gives work to the whole office, so a registrar does."),
        "generate": N_("{actor} may not make what comes round: it gives work to the whole office, so a registrar does, most often by the clock."),
    },
    fix={
        "office": _ASK,
        "import": _ASK,
        "generate": N_("Ask a registrar: {registrars}; one item of a procedure is made with: officecli procedure run NAME"),
    },
)
