"""Quantified targets: setting them, and recording what was achieved."""
