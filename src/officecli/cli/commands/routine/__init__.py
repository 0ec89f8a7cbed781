"""Routine work and targets."""
