"""Targets are numbers, add up, and have results."""
