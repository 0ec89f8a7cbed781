"""Requests for instructions 请示: raised one step up, answered, escalated or withdrawn."""
