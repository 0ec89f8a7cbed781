"""Routine work goes by its procedure."""
