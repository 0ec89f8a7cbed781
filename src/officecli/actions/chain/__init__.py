"""Decisions and requests for instructions."""
