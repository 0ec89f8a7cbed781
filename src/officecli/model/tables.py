"""Every table there is: imported where tables are made."""

from officecli.model import items, mail, notices, record, reminders, targets  # noqa: F401
from officecli.model.chain import decisions, requests  # noqa: F401
from officecli.model.office import absences, organisation, staff  # noqa: F401
from officecli.model.procedures import procedures, steps  # noqa: F401
