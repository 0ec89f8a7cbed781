"""Every table there is: imported where tables are made. A write needs few of them, and each costs 3 ms to declare."""

from officecli.model import absence, decision, item, office, procedure, record, request, staff, step, target  # noqa: F401
from officecli.model.columns import order_text_by_code_point

order_text_by_code_point()
