"""Procedures: written, paused, run, generated from, and the steps of their items."""
