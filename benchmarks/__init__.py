"""The speed promises, as ratios measured in one run: `make bench`."""
